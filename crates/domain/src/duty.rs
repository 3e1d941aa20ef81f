//! Duties 定期工作: work of a procedure that recurs without a case (T-5). Which periods are owed is computed, never stored;
//! what was done is a record of the house.
//!
//! A period is owed from its first day. The first is the one in which the procedure came into force, unless the day by which
//! it is to be done was over by then: nobody is late with what did not yet hold. The day is the one that the procedure says,
//! be it a working day or not; it ends with the last shift.

use crate::engine::Moment;
use crate::procedure::{Duty, Every};
use crate::time::{Date, Stamp};
use chrono::{Datelike, NaiveDate, Weekday};
use serde::Serialize;
use std::collections::BTreeSet;
use ts_rs::TS;

/// One period of a duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    every: Every,
    /// Its first day.
    pub first: Date,
    /// Its last day.
    pub last: Date,
}

/// Where a period that is not done stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DutyState {
    /// It has begun.
    Open,
    /// Today is its day.
    Due,
    /// Its day is over.
    Overdue,
}

/// A period that is not done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Owed {
    /// `2026-W48`, `2026-11`, `2026-Q4`, `2026`
    pub period: String,
    /// Its first day.
    pub from: Date,
    /// The day by which it is done.
    pub due_on: Date,
    /// The end of that day.
    pub due: Stamp,
    /// Where it stands.
    pub state: DutyState,
}

impl Period {
    /// The period in which a day lies.
    pub fn of(every: Every, day: Date) -> Period {
        let (year, month) = (day.year(), day.0.month());
        let months = |from: u32, n: u32| {
            let first = Date::new(year, from, 1).unwrap_or(day);
            let next = if from + n > 12 { Date::new(year + 1, 1, 1) } else { Date::new(year, from + n, 1) };
            (first, next.map_or(day, |next| next.plus(-1)))
        };
        let (first, last) = match every {
            Every::Week => {
                let monday = day.plus(-i64::from(day.0.weekday().num_days_from_monday()));
                (monday, monday.plus(6))
            }
            Every::Month => months(month, 1),
            Every::Quarter => months((month - 1) / 3 * 3 + 1, 3),
            Every::Year => months(1, 12),
        };
        Period { every, first, last }
    }

    /// The one that follows.
    pub fn next(self) -> Period {
        Period::of(self.every, self.last.plus(1))
    }

    /// Its name: `2026-W48`, `2026-11`, `2026-Q4`, `2026`.
    pub fn name(self) -> String {
        let day = self.first.0;
        match self.every {
            Every::Week => {
                let week = day.iso_week();
                format!("{}-W{:02}", week.year(), week.week())
            }
            Every::Month => format!("{}-{:02}", day.year(), day.month()),
            Every::Quarter => format!("{}-Q{}", day.year(), (day.month() - 1) / 3 + 1),
            Every::Year => day.year().to_string(),
        }
    }

    /// The period of that name.
    pub fn named(every: Every, name: &str) -> Option<Period> {
        let (year, rest) = name.split_once('-').unwrap_or((name, ""));
        let (year, number): (i32, Option<u32>) = (year.parse().ok()?, rest.trim_start_matches(['W', 'Q']).parse().ok());
        let first = match every {
            Every::Week => NaiveDate::from_isoywd_opt(year, number?, Weekday::Mon).map(Date),
            Every::Month => Date::new(year, number?, 1),
            Every::Quarter => Date::new(year, number?.checked_sub(1)?.checked_mul(3)?.checked_add(1)?, 1),
            Every::Year => Date::new(year, 1, 1),
        };
        Some(Period::of(every, first?)).filter(|period| period.name() == name)
    }

    /// The day by which it is done: counted from its first, at most its last.
    pub fn due_on(self, day: u8) -> Date {
        self.first.plus(i64::from(day.max(1)) - 1).min(self.last)
    }
}

/// The periods of a duty that have begun, oldest first; `since` is the day on which its procedure came into force.
pub fn periods(duty: &Duty, since: Date, today: Date) -> impl Iterator<Item = Period> {
    let first = Period::of(duty.every, since);
    let first = if first.due_on(duty.day) < since { first.next() } else { first };
    std::iter::successors(Some(first), |period| Some(period.next())).take_while(move |period| period.first <= today)
}

/// The periods that are not done, oldest first.
pub fn owed(duty: &Duty, since: Date, done: &BTreeSet<String>, at: &Moment) -> Vec<Owed> {
    let today = at.now.day(at.calendar.zone());
    let open = periods(duty, since, today).map(|period| (period.name(), period));
    open.filter(|(name, _)| !done.contains(name))
        .map(|(period, of)| {
            let due_on = of.due_on(duty.day);
            let due = at.calendar.end_of(due_on);
            let state = match (at.now >= due, due_on == today) {
                (true, _) => DutyState::Overdue,
                (false, true) => DutyState::Due,
                (false, false) => DutyState::Open,
            };
            Owed { period, from: of.first, due_on, due, state }
        })
        .collect()
}
