use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A day on the plant's wall calendar, without a zone. Written `2026-11-22`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "string")]
pub struct Date(pub NaiveDate);

impl Date {
    /// The day, if there is one of that number.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Date> {
        NaiveDate::from_ymd_opt(year, month, day).map(Date)
    }
    /// Calendar year.
    pub fn year(self) -> i32 {
        self.0.year()
    }
    /// So many days later; earlier when negative. Stops at the ends of the calendar that chrono knows.
    pub fn plus(self, days: i64) -> Date {
        let end = if days < 0 { NaiveDate::MIN } else { NaiveDate::MAX };
        Date(chrono::Duration::try_days(days).and_then(|d| self.0.checked_add_signed(d)).unwrap_or(end))
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::str::FromStr for Date {
    type Err = chrono::ParseError;
    fn from_str(text: &str) -> Result<Date, Self::Err> {
        text.parse().map(Date)
    }
}
