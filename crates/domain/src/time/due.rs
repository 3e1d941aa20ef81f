use super::{Calendar, Date, Span, Stamp, UnknownYear};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A pause of a case (D-5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Pause {
    /// From when.
    pub from: Stamp,
    /// Until when; `None` while it lasts.
    pub until: Option<Stamp>,
    /// Why.
    pub reason: String,
    /// Who holds the ball meanwhile.
    pub holder: String,
    /// The customer agreed, with evidence: then the customer's clock stops too.
    pub customer_agreed: bool,
}

/// Which of the two clocks (D-5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Which {
    /// The department's: stops in every pause.
    House,
    /// The customer's: stops only where the customer agreed.
    Customer,
}

/// Until when, by this clock.
///
/// Hours run through nights and holidays, and are prolonged by the time paused. Days and working days end with the day (at
/// the end of its last shift), and are prolonged by one for each midnight, or midnight before a working day, that a pause
/// has seen. An open pause counts until `now`: while it lasts the deadline moves along.
///
/// # Errors
/// A working day would lie in a year that is not known.
pub fn due(
    from: Stamp,
    span: Span,
    pauses: &[Pause],
    which: Which,
    now: Stamp,
    calendar: &Calendar,
) -> Result<Stamp, UnknownYear> {
    let stops = stops(pauses, which, now);
    let day = from.day(calendar.zone());
    match span {
        Span::Hours(hours) => Ok(hours_later(from, hours, &stops)),
        Span::Days(days) => days_later(days, &stops, from, calendar, &|_| Ok(true), &|n| Ok(day.plus(i64::from(n)))),
        Span::WorkDays(days) => days_later(days, &stops, from, calendar, &|day| calendar.is_working(day), &|n| {
            calendar.plus_working(day, n)
        }),
    }
}

/// The pause that lasts, if one does.
pub fn paused_now(pauses: &[Pause]) -> Option<&Pause> {
    pauses.iter().find(|pause| pause.until.is_none())
}

/// The pauses of this clock, in order, overlapping ones as one.
fn stops(pauses: &[Pause], which: Which, now: Stamp) -> Vec<(Stamp, Stamp)> {
    let counts = |pause: &&Pause| which == Which::House || pause.customer_agreed;
    let mut all: Vec<_> = pauses
        .iter()
        .filter(counts)
        .map(|pause| (pause.from, pause.until.unwrap_or(now)))
        .filter(|(from, until)| from < until)
        .collect();
    all.sort_unstable();
    let mut merged: Vec<(Stamp, Stamp)> = vec![];
    for (from, until) in all {
        match merged.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(until),
            Some(_) | None => merged.push((from, until)),
        }
    }
    merged
}

fn hours_later(from: Stamp, hours: u32, stops: &[(Stamp, Stamp)]) -> Stamp {
    let mut due = from.plus_millis(i64::from(hours) * 3_600_000);
    for (begin, end) in stops {
        if *begin < due && *end > from {
            due = due.plus_millis(end.millis() - begin.millis().max(from.millis()));
        }
    }
    due
}

type Days<'a, T> = &'a dyn Fn(T) -> Result<Date, UnknownYear>;

fn days_later(
    days: u32,
    stops: &[(Stamp, Stamp)],
    from: Stamp,
    calendar: &Calendar,
    counts: &dyn Fn(Date) -> Result<bool, UnknownYear>,
    plus: Days<u32>,
) -> Result<Stamp, UnknownYear> {
    let zone = calendar.zone();
    let mut day = plus(days)?;
    let mut lost = 0;
    for (begin, end) in stops {
        // Midnights that the pause has seen, from the receipt on and while the deadline was still to come.
        let mut midnight = begin.max(&from).day(zone).plus(1);
        while midnight <= end.day(zone) && midnight <= day {
            if counts(midnight)? {
                lost += 1;
                day = plus(days + lost)?;
            }
            midnight = midnight.plus(1);
        }
    }
    Ok(calendar.end_of(day))
}
