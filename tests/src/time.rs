//! Days and moments in stories are said from now: `today+14d`, `now-26h`. The program's clock is the real one.

use anyhow::{Context, Result, bail};
use kesu_domain::time::Stamp;

/// Now, as the program under test sees it too.
#[expect(clippy::disallowed_methods, reason = "a story runs on the machine's clock, like the program that it starts")]
pub fn now() -> Result<Stamp> {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?;
    Stamp::from_millis(i64::try_from(since.as_millis())?).context("the clock is beyond the year 9999")
}

/// `now`, `now-26h`, `now-3d` as a stamp in JSON; anything else as it is.
pub fn stamp(said: &str) -> Result<String> {
    match said.strip_prefix("now") {
        Some(rest) => Ok(now()?.plus_millis(hours(rest)? * 3_600_000).to_string()),
        None => Ok(said.to_owned()),
    }
}

/// `today`, `today+14d` as a date in JSON; anything else as it is.
pub fn date(said: &str) -> Result<String> {
    match said.strip_prefix("today") {
        Some(rest) => Ok(now()?.plus_millis(hours(rest)? * 3_600_000).day(chrono_tz::Asia::Shanghai).to_string()),
        None => Ok(said.to_owned()),
    }
}

fn hours(span: &str) -> Result<i64> {
    let Some(unit) = span.chars().last() else { return Ok(0) };
    let number: i64 = span[..span.len() - unit.len_utf8()].parse().with_context(|| format!("no span: {span}"))?;
    match unit {
        'h' => Ok(number),
        'd' => Ok(number * 24),
        _ => bail!("no span: {span}"),
    }
}
