use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How long a deadline is, written `24h`, `2d` or `2wd`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub enum Span {
    /// Hours by the clock, nights and holidays too.
    Hours(u32),
    /// Calendar days: until the end of that day at the plant.
    Days(u32),
    /// Working days: until the end of that working day at the plant.
    WorkDays(u32),
}

impl TryFrom<String> for Span {
    type Error = String;
    fn try_from(text: String) -> Result<Span, String> {
        let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        let (number, unit) = text.split_at(digits);
        let number = number.parse::<u32>().ok().filter(|n| *n <= 36_500);
        match (number, unit) {
            (Some(n), "h") => Ok(Span::Hours(n)),
            (Some(n), "d") => Ok(Span::Days(n)),
            (Some(n), "wd") => Ok(Span::WorkDays(n)),
            (Some(_) | None, _) => {
                Err(format!("`{text}` is no time span: write 24h, 2d (calendar days) or 2wd (working days)"))
            }
        }
    }
}

impl From<Span> for String {
    fn from(span: Span) -> String {
        match span {
            Span::Hours(n) => format!("{n}h"),
            Span::Days(n) => format!("{n}d"),
            Span::WorkDays(n) => format!("{n}wd"),
        }
    }
}
