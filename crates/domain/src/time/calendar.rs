use super::holidays::CHINA;
use super::stretch::{Stretch, merged, within};
use super::{CalendarYear, Date, Shift, Stamp};
use chrono::{Datelike, NaiveTime};
use chrono_tz::Tz;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// No calendar was published or entered for this year: nothing is guessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[error("no working calendar is known for {year}: enter its days off and make-up days")]
pub struct UnknownYear {
    /// The year.
    pub year: i32,
}

/// The working calendar of a plant.
#[derive(Debug, Clone)]
pub struct Calendar {
    zone: Tz,
    public: bool,
    own: BTreeMap<Date, bool>,
    /// The years that the plant entered, with their shifts.
    shifts: BTreeMap<i32, Vec<Shift>>,
}

impl Calendar {
    /// The published calendar of China with the plant's own years over it; `years` are of this plant only.
    pub fn new(zone: Tz, years: &[CalendarYear]) -> Calendar {
        Calendar { public: true, ..Calendar::without_public(zone, years) }
    }
    /// Without the published calendar, for a plant elsewhere: only the years that it entered are known.
    pub fn without_public(zone: Tz, years: &[CalendarYear]) -> Calendar {
        let mut in_order: Vec<_> = years.iter().collect();
        // The circular of a year may reach back into the December before; it is the later word.
        in_order.sort_by_key(|year| year.year);
        let mut own = BTreeMap::new();
        for year in in_order {
            own.extend(year.off.iter().map(|day| (*day, false)));
            own.extend(year.work.iter().map(|day| (*day, true)));
        }
        let shifts = years.iter().map(|year| (year.year, year.shifts.clone())).collect();
        Calendar { zone, public: false, own, shifts }
    }
    /// The plant's zone.
    pub fn zone(&self) -> Tz {
        self.zone
    }
    /// It stands over the published calendar of China.
    pub fn is_public(&self) -> bool {
        self.public
    }
    /// Was this year published, or entered by the plant?
    pub fn knows(&self, year: i32) -> bool {
        self.shifts.contains_key(&year) || (self.public && CHINA.years.contains(&year))
    }
    /// Is it a working day?
    ///
    /// # Errors
    /// The year is not known.
    pub fn is_working(&self, day: Date) -> Result<bool, UnknownYear> {
        let year = day.year();
        if !self.knows(year) {
            return Err(UnknownYear { year });
        }
        let published = || CHINA.days.get(&day).filter(|_| self.public);
        let said = self.own.get(&day).or_else(published).copied();
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
    /// The moment at which work ends on this day: the end of the last shift of a working day, which may lie in the next
    /// day, or midnight.
    pub fn end_of(&self, day: Date) -> Stamp {
        let ends = self.shifts_of(day).iter().map(|shift| shift.on(day, self.zone).1);
        ends.max().unwrap_or_else(|| self.whole(day).1)
    }
    /// Milliseconds of working time between two moments: within the shifts of working days, overlapping ones once; of a
    /// working day without shifts all of it.
    ///
    /// # Errors
    /// A day between them lies in a year that is not known.
    pub fn working_millis(&self, from: Stamp, until: Stamp) -> Result<i64, UnknownYear> {
        let (first, last) = (from.day(self.zone), until.day(self.zone));
        // The last shift of the day before may run into the first.
        let mut worked: Vec<Stretch> =
            self.shifts_of(first.plus(-1)).iter().map(|s| s.on(first.plus(-1), self.zone)).collect();
        let mut day = first;
        while day <= last {
            if self.is_working(day)? {
                let shifts = self.shifts_of(day);
                worked.extend(shifts.iter().map(|shift| shift.on(day, self.zone)));
                worked.extend(shifts.is_empty().then(|| self.whole(day)));
            }
            day = day.plus(1);
        }
        Ok(within(&merged(worked), from, until))
    }

    /// The shifts of a working day. Who entered shifts made the year known, so of an unknown one there are none.
    fn shifts_of(&self, day: Date) -> &[Shift] {
        let works = self.is_working(day).unwrap_or(false);
        self.shifts.get(&day.year()).filter(|_| works).map_or(&[], Vec::as_slice)
    }
    fn whole(&self, day: Date) -> Stretch {
        let midnight = |day: Date| Stamp::at_local(day.0.and_time(NaiveTime::MIN), self.zone);
        (midnight(day), midnight(day.plus(1)))
    }
}
