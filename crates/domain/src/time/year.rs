use super::stretch::Stretch;
use super::{Date, Stamp};
use crate::id::PlantId;
use chrono::{Datelike, NaiveTime};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A year of a plant's own calendar: the body of the sacred table `calendar`. It wins over the published one, and makes
/// its year known where nothing was published yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CalendarYear {
    /// Where.
    pub plant: PlantId,
    /// Which year.
    pub year: i32,
    /// Days off that would be working days.
    pub off: Vec<Date>,
    /// Working days that would be off.
    pub work: Vec<Date>,
    /// Shifts of a working day; empty: the whole day.
    #[serde(default)]
    pub shifts: Vec<Shift>,
    /// Who said so: circular, plant order.
    pub source: String,
}

/// One shift by the wall clock; one that ends before it begins runs into the next day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Shift {
    /// Begins.
    #[ts(type = "string")]
    pub from: NaiveTime,
    /// Ends.
    #[ts(type = "string")]
    pub until: NaiveTime,
}

/// A day that a plant's year cannot say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum DayFault {
    /// It lies in another year, and not in the December before, to which a circular may reach back.
    #[error("{0} lies in another year")]
    OtherYear(Date),
    /// It is listed both ways.
    #[error("{0} is listed as a day off and as a working day")]
    BothWays(Date),
}

impl CalendarYear {
    /// What is wrong with its days, before it is saved.
    pub fn faults(&self) -> Vec<DayFault> {
        let elsewhere = |day: &&Date| {
            let reaches_back = day.year() == self.year - 1 && day.0.month() == 12;
            day.year() != self.year && !reaches_back
        };
        let other = self.off.iter().chain(&self.work).filter(elsewhere).map(|day| DayFault::OtherYear(*day));
        let both = self.off.iter().filter(|day| self.work.contains(day)).map(|day| DayFault::BothWays(*day));
        other.chain(both).collect()
    }
}

impl Shift {
    /// It ends on the day after it began.
    pub(super) fn runs_over(&self) -> bool {
        self.until <= self.from
    }
    /// The shift of this day.
    pub(super) fn on(&self, day: Date, zone: Tz) -> Stretch {
        let last = day.plus(i64::from(self.runs_over()));
        (Stamp::at_local(day.0.and_time(self.from), zone), Stamp::at_local(last.0.and_time(self.until), zone))
    }
}
