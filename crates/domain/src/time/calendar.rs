use super::holidays::CHINA;
use super::{Date, Stamp};
use crate::id::PlantId;
use chrono::{Datelike, NaiveTime};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
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

/// No calendar was published or entered for this year: nothing is guessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct UnknownYear {
    /// The year.
    pub year: i32,
}

/// The working calendar of a plant.
#[derive(Debug, Clone)]
pub struct Calendar {
    zone: Tz,
    own: BTreeMap<Date, bool>,
    own_years: BTreeSet<i32>,
    shifts: BTreeMap<i32, Vec<Shift>>,
}

impl Calendar {
    /// The published calendar with the plant's own years over it.
    pub fn new(zone: Tz, years: &[CalendarYear]) -> Calendar {
        let mut own = BTreeMap::new();
        for year in years {
            own.extend(year.off.iter().map(|day| (*day, false)));
            own.extend(year.work.iter().map(|day| (*day, true)));
        }
        let shifts = years.iter().map(|year| (year.year, year.shifts.clone())).collect();
        Calendar { zone, own, own_years: years.iter().map(|year| year.year).collect(), shifts }
    }
    /// The plant's zone.
    pub fn zone(&self) -> Tz {
        self.zone
    }
    /// Is it a working day?
    ///
    /// # Errors
    /// The year is not known.
    pub fn is_working(&self, day: Date) -> Result<bool, UnknownYear> {
        let year = day.year();
        if !self.own_years.contains(&year) && !CHINA.years.contains(&year) {
            return Err(UnknownYear { year });
        }
        let said = self.own.get(&day).or_else(|| CHINA.days.get(&day)).copied();
        Ok(said.unwrap_or_else(|| day.0.weekday().number_from_monday() <= 5))
    }
    /// The n-th working day after this day; the day itself for 0.
    ///
    /// # Errors
    /// It would lie in a year that is not known.
    pub fn plus_working(&self, day: Date, n: u32) -> Result<Date, UnknownYear> {
        let mut day = day;
        let mut left = n;
        while left > 0 {
            day = day.plus(1);
            if self.is_working(day)? {
                left -= 1;
            }
        }
        Ok(day)
    }
    /// The moment at which work ends on this day: the end of its last shift, or midnight.
    pub fn end_of(&self, day: Date) -> Stamp {
        let shifts = self.shifts.get(&day.year()).map_or(&[][..], Vec::as_slice);
        let ends = shifts.iter().map(|shift| {
            let runs_over = shift.until <= shift.from;
            day.plus(i64::from(runs_over)).0.and_time(shift.until)
        });
        let end = ends.max().unwrap_or_else(|| day.plus(1).0.and_time(NaiveTime::MIN));
        Stamp::at_local(end, self.zone)
    }
}
