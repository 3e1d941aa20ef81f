use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use ts_rs::TS;

/// How long a deadline is, written `24h`, `2d` or `2wd` (T-1). When it falls due: [`super::due`].
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

/// A text that is no span.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SpanError {
    /// Does not begin with a whole number; a sign or a fraction is none.
    #[error(
        "`{0}` is no time span, it needs a whole number first: write 24h, 2d (calendar days) or 2wd (working days)"
    )]
    Number(String),
    /// The unit is missing, or none of the three.
    #[error(
        "`{0}` is no time span, its unit is missing or unknown: write 24h, 2d (calendar days) or 2wd (working days)"
    )]
    Unit(String),
    /// Longer than a deadline can be.
    #[error("`{0}` is too long for a deadline: at most {MOST} hours or days")]
    TooLong(String),
}

/// A hundred years of days: what is longer is a slip of the finger.
const MOST: u32 = 36_500;

impl FromStr for Span {
    type Err = SpanError;
    fn from_str(text: &str) -> Result<Span, SpanError> {
        let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        let (number, unit) = text.split_at(digits);
        if number.is_empty() {
            return Err(SpanError::Number(text.to_owned()));
        }
        let kind = match unit {
            "h" => Span::Hours,
            "d" => Span::Days,
            "wd" => Span::WorkDays,
            _ => return Err(SpanError::Unit(text.to_owned())),
        };
        let number = number.parse::<u32>().ok().filter(|n| *n <= MOST);
        number.map(kind).ok_or_else(|| SpanError::TooLong(text.to_owned()))
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Span::Hours(n) => write!(f, "{n}h"),
            Span::Days(n) => write!(f, "{n}d"),
            Span::WorkDays(n) => write!(f, "{n}wd"),
        }
    }
}

impl TryFrom<String> for Span {
    type Error = SpanError;
    fn try_from(text: String) -> Result<Span, SpanError> {
        text.parse()
    }
}

impl From<Span> for String {
    fn from(span: Span) -> String {
        span.to_string()
    }
}
