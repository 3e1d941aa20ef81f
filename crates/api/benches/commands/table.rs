//! The table at the end: figure, ours, raw, ratio, aim, and whether it is met.

use std::time::Duration;

/// What a figure should be.
#[derive(Clone, Copy)]
pub(crate) enum Aim {
    /// So many times the raw figure at most.
    Times(f64),
    /// So long at most.
    Within(Duration),
    /// Nobody waits for it.
    None,
}

/// Lines as they are measured.
#[derive(Default)]
pub(crate) struct Table {
    lines: Vec<String>,
}

impl Table {
    /// A folder of that size follows.
    pub(crate) fn size(&mut self, cases: u64, bytes: u64, made: Option<Duration>) {
        let made =
            made.map_or("made by an earlier run".to_owned(), |took| format!("made in {:.1} s", took.as_secs_f64()));
        let each = bytes / cases.max(1);
        self.lines.push(format!("\n{cases} cases, {} MB, {each} bytes a case, {made}", bytes / 1_000_000));
        self.lines.push(format!("{:<28}{:>12}{:>12}{:>8}{:>10}  ok", "figure", "ours", "raw", "ratio", "aim"));
    }

    /// One figure.
    pub(crate) fn line(&mut self, figure: &str, ours: Duration, raw: Option<Duration>, aim: Aim) {
        let ratio = raw.map(|raw| ours.as_secs_f64() / raw.as_secs_f64().max(f64::MIN_POSITIVE));
        let (aimed, met) = match aim {
            Aim::Times(most) => (format!("{most}x"), Some(ratio.is_some_and(|ratio| ratio <= most))),
            Aim::Within(most) => (micros(most), Some(ours <= most)),
            Aim::None => ("-".to_owned(), None),
        };
        let ratio = ratio.map_or_else(|| "-".to_owned(), |ratio| format!("{ratio:.1}"));
        let raw = raw.map_or_else(|| "-".to_owned(), micros);
        let ok = met.map_or("-", |met| if met { "yes" } else { "NO" });
        self.lines.push(format!("{figure:<28}{:>12}{raw:>12}{ratio:>8}{aimed:>10}  {ok}", micros(ours)));
    }

    /// Prints it.
    pub(crate) fn print(&self) {
        self.lines.iter().for_each(|line| println!("{line}"));
    }
}

fn micros(took: Duration) -> String {
    format!("{:.0} µs", took.as_secs_f64() * 1e6)
}
