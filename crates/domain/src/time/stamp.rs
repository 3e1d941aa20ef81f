use super::Date;
use chrono::{DateTime, Duration, NaiveDateTime, SecondsFormat, TimeZone, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use ts_rs::TS;

/// A moment: UTC milliseconds, written `2026-11-22T05:18:27.123Z`. The text has one width, so it sorts as the moment does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, TS)]
#[ts(type = "string")]
pub struct Stamp(i64);

/// 0000-01-01T00:00:00.000Z
const FIRST: i64 = -62_167_219_200_000;
/// 9999-12-31T23:59:59.999Z
const LAST: i64 = 253_402_300_799_999;

impl Stamp {
    /// The last moment that can be written.
    pub(super) const LAST: Stamp = Stamp(LAST);

    /// From milliseconds since 1970; `None` outside the years 0000–9999, whose text would have another width.
    pub fn from_millis(millis: i64) -> Option<Stamp> {
        (FIRST..=LAST).contains(&millis).then_some(Stamp(millis))
    }
    /// Milliseconds since 1970.
    pub fn millis(self) -> i64 {
        self.0
    }
    /// The same moment as chrono sees it.
    pub fn utc(self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.0).unwrap_or_default()
    }
    /// The wall clock of a zone at this moment.
    pub fn local(self, zone: Tz) -> NaiveDateTime {
        self.utc().with_timezone(&zone).naive_local()
    }
    /// The day of a zone at this moment.
    pub fn day(self, zone: Tz) -> Date {
        Date(self.local(zone).date())
    }
    /// The moment at which a zone's wall clock shows this; of two (clocks set back) the first, of none (set forward) the next that is.
    pub fn at_local(local: NaiveDateTime, zone: Tz) -> Stamp {
        let found = zone.from_local_datetime(&local).earliest();
        let found = found.or_else(|| {
            zone.from_local_datetime(&(local.checked_add_signed(Duration::hours(1)).unwrap_or(local))).earliest()
        });
        let millis = found.map_or_else(|| local.and_utc().timestamp_millis(), |at| at.timestamp_millis());
        Stamp(millis.clamp(FIRST, LAST))
    }
    /// So many milliseconds later; stops at the ends of the years 0000–9999.
    pub fn plus_millis(self, millis: i64) -> Stamp {
        Stamp(self.0.saturating_add(millis).clamp(FIRST, LAST))
    }
}

impl std::fmt::Display for Stamp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.utc().to_rfc3339_opts(SecondsFormat::Millis, true))
    }
}

impl std::str::FromStr for Stamp {
    type Err = String;
    fn from_str(text: &str) -> Result<Stamp, String> {
        let at = DateTime::parse_from_rfc3339(text)
            .map_err(|e| format!("`{text}` is no moment such as 2026-11-22T05:18:27.123Z: {e}"))?;
        Stamp::from_millis(at.timestamp_millis()).ok_or_else(|| format!("`{text}` lies outside the years 0000 to 9999"))
    }
}

impl Serialize for Stamp {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Stamp {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Stamp, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}
