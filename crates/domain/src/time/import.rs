//! A year's days off and make-up days, read from a text that somebody got with the circular: lines `date,kind`, or
//! iCalendar events of whole days. All or nothing: each line that is wrong is named by its number.

use super::Date;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// Days off (`false`) and make-up working days (`true`), by date.
pub type YearDays = BTreeMap<Date, bool>;

/// A line that cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LineFault {
    /// Its number, from 1; 0 for the text as a whole.
    pub line: usize,
    /// What is wrong.
    pub wrong: LineWrong,
    /// What stands there.
    pub text: String,
}

/// What is wrong with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LineWrong {
    /// Not a day that exists, written `2027-01-01`, `2027/1/1` or `20270101`.
    BadDay,
    /// It does not say whether the day is off or worked.
    NoKind,
    /// The day lies in another year, and not in the December before.
    OtherYear,
    /// The day stands there twice.
    Twice,
    /// A make-up day on a day that is worked anyway.
    WorkedAnyway,
    /// An event without an end, or within another one.
    Unfinished,
    /// Longer than a holiday can be.
    TooLong,
    /// No day at all.
    Nothing,
    /// A day off by law is not among them: the list is not of a whole year.
    NotWhole,
}

/// The longest holiday that one event may be, in days.
const LONGEST: i64 = 31;
/// Days that are off by law in every year in China: a list without them is not of a whole year. The moon moves the others.
const BY_LAW: &[(u32, u32)] = &[(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)];

/// Reads the days of `year`. `china` asks for the days that are off there in every year.
///
/// # Errors
/// Every line that is wrong, in order.
pub fn read_days(text: &str, year: i32, china: bool) -> Result<YearDays, Vec<LineFault>> {
    let mut read = Reading { year, days: YearDays::new(), faults: vec![] };
    let text = text.trim_start_matches('\u{feff}');
    if text.lines().any(|line| line.trim().eq_ignore_ascii_case("BEGIN:VEVENT")) {
        read.events(text);
    } else {
        read.lines(text);
    }
    if read.faults.is_empty() {
        read.whole(china);
    }
    if read.faults.is_empty() { Ok(read.days) } else { Err(read.faults) }
}

struct Reading {
    year: i32,
    days: YearDays,
    faults: Vec<LineFault>,
}

impl Reading {
    fn fault(&mut self, line: usize, wrong: LineWrong, text: &str) {
        self.faults.push(LineFault { line, wrong, text: text.chars().take(80).collect() });
    }

    fn take(&mut self, line: usize, day: Date, works: bool, text: &str) {
        use chrono::Datelike;
        let reaches_back = day.year() == self.year - 1 && day.0.month() == 12;
        let weekday = day.0.weekday().number_from_monday() <= 5;
        if day.year() != self.year && !reaches_back {
            self.fault(line, LineWrong::OtherYear, text);
        } else if works && weekday {
            self.fault(line, LineWrong::WorkedAnyway, text);
        } else if self.days.insert(day, works).is_some() {
            self.fault(line, LineWrong::Twice, text);
        }
    }

    /// `2027-01-01,off`; empty lines, `#` and a head without a digit are passed over.
    fn lines(&mut self, text: &str) {
        let has_no_digit = |line: &str| !line.contains(|sign: char| sign.is_ascii_digit());
        let mut first = true;
        for (at, line) in text.lines().enumerate().map(|(at, line)| (at + 1, line.trim())) {
            if line.is_empty() || line.starts_with('#') || std::mem::take(&mut first) && has_no_digit(line) {
                continue;
            }
            let mut parts = line.split([',', ';', '\t', '，']).map(|part| part.trim().trim_matches('"'));
            let (day, said) = (parts.next().and_then(day), parts.next().and_then(kind));
            match (day, said) {
                (None, _) => self.fault(at, LineWrong::BadDay, line),
                (_, None) => self.fault(at, LineWrong::NoKind, line),
                (Some(day), Some(works)) => self.take(at, day, works, line),
            }
        }
    }

    fn events(&mut self, text: &str) {
        let mut open: Option<Event> = None;
        for (at, line) in unfolded(text) {
            let (name, value) = line.split_once(':').unwrap_or((&line, ""));
            let name = name.split(';').next().unwrap_or(name).to_ascii_uppercase();
            match (name.as_str(), &mut open) {
                ("BEGIN", event) if value.eq_ignore_ascii_case("VEVENT") => match event {
                    Some(_) => self.fault(at, LineWrong::Unfinished, &line),
                    None => open = Some(Event { line: at, ..Event::default() }),
                },
                ("END", event) if value.eq_ignore_ascii_case("VEVENT") => {
                    if let Some(event) = event.take() {
                        self.event(&event);
                    }
                }
                ("DTSTART", Some(event)) => event.from = Some(value.to_owned()),
                ("DTEND", Some(event)) => event.until = Some(value.to_owned()),
                ("SUMMARY", Some(event)) => event.summary = value.to_owned(),
                ("CATEGORIES" | "X-APPLE-SPECIAL-DAY", Some(event)) => event.category = value.to_owned(),
                _ => {}
            }
        }
        if let Some(event) = open {
            self.fault(event.line, LineWrong::Unfinished, &event.summary);
        }
    }

    fn event(&mut self, event: &Event) {
        let said = kind(&event.category).or_else(|| said_in(&event.summary));
        let from = event.from.as_deref().and_then(day);
        // The end of a whole day is the day after it.
        let until = match event.until.as_deref() {
            Some(text) => day(text),
            None => from.map(|from| from.plus(1)),
        };
        let text = event.summary.as_str();
        match (from, until, said) {
            (Some(from), Some(until), _) if until <= from => self.fault(event.line, LineWrong::BadDay, text),
            (Some(from), Some(until), _) if until > from.plus(LONGEST) => {
                self.fault(event.line, LineWrong::TooLong, text);
            }
            (Some(from), Some(until), Some(works)) => {
                let days = (0..LONGEST).map(|n| from.plus(n)).take_while(|day| *day < until);
                days.for_each(|day| self.take(event.line, day, works, text));
            }
            (Some(_), Some(_), None) => self.fault(event.line, LineWrong::NoKind, text),
            (None, _, _) | (_, None, _) => self.fault(event.line, LineWrong::BadDay, text),
        }
    }

    fn whole(&mut self, china: bool) {
        if self.days.is_empty() {
            self.fault(0, LineWrong::Nothing, "");
        }
        let lacking: Vec<Date> = BY_LAW
            .iter()
            .filter_map(|(month, day)| Date::new(self.year, *month, *day))
            .filter(|day| china && self.days.get(day) != Some(&false))
            .collect();
        for day in lacking {
            self.fault(0, LineWrong::NotWhole, &day.to_string());
        }
    }
}

/// One event as far as it is read.
#[derive(Default)]
struct Event {
    line: usize,
    from: Option<String>,
    until: Option<String>,
    summary: String,
    category: String,
}

/// Lines with those that go on from the one before, by the number of the first.
fn unfolded(text: &str) -> Vec<(usize, String)> {
    let mut out: Vec<(usize, String)> = vec![];
    for (at, line) in text.lines().enumerate() {
        match (line.strip_prefix([' ', '\t']), out.last_mut()) {
            (Some(more), Some((_, last))) => last.push_str(more),
            (_, _) => out.push((at + 1, line.to_owned())),
        }
    }
    out
}

/// A day, by dashes, slashes or without; of a moment its day.
fn day(text: &str) -> Option<Date> {
    let text = text.split('T').next()?.trim();
    let parts: Vec<&str> = match text.len() {
        8 if text.bytes().all(|b| b.is_ascii_digit()) => vec![&text[..4], &text[4..6], &text[6..]],
        _ => text.split(['-', '/', '.']).collect(),
    };
    let [year, month, day] = parts.as_slice() else { return None };
    let year = Some(year).filter(|year| year.len() == 4)?;
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// `off` or `work`, as people and calendars write it: worked?
fn kind(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "off" | "holiday" | "rest" | "休" | "休息" | "放假" | "节假日" | "work-holiday" => Some(false),
        "work" | "workday" | "makeup" | "make-up" | "班" | "上班" | "补班" | "调休上班" | "alternate-workday" => {
            Some(true)
        }
        _ => None,
    }
}

/// What a summary says of its day: by the sign that calendars put behind it, or by a word.
fn said_in(summary: &str) -> Option<bool> {
    let bare = summary.trim().trim_end_matches([')', '）']);
    let last = bare.rsplit(['(', '（', ' ']).next().unwrap_or(bare);
    let ends = || match summary.trim().chars().last() {
        Some('休') => Some(false),
        Some('班') => Some(true),
        Some(_) | None => None,
    };
    kind(last).or_else(ends)
}
