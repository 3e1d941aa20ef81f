//! A clock that stands behind the last entry by more than two minutes is journaled once, and stays in doubt until
//! somebody has said why (model § 10). Whoever signs asks [`Read::clock_doubt`] first.

use crate::door::{Read, Write};
use crate::error::Result;
use crate::journal::Event;
use kesu_domain::time::Stamp;
use rusqlite::OptionalExtension;
use serde::{Deserialize, Serialize};

/// By how much two clocks may differ without anybody having to explain it, in milliseconds.
const TOLERANCE: i64 = 120_000;

/// The clock went back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockDoubt {
    /// When the last entry was written, by the clock of then.
    pub last: Stamp,
    /// What the clock showed afterwards.
    pub shown: Stamp,
}

/// The body of a `clock` entry.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Clock {
    /// It stood behind.
    Behind(ClockDoubt),
    /// The entry's reason says why.
    Explained,
}

impl Read<'_> {
    /// The clock went back, now or earlier, and nobody has said why.
    ///
    /// # Errors
    /// SQLite.
    pub fn clock_doubt(&self) -> Result<Option<ClockDoubt>> {
        if let Some(doubt) = self.clock_behind()? {
            return Ok(Some(doubt));
        }
        let sql =
            "SELECT c.body FROM journal j JOIN content c USING(seq) WHERE j.kind = ?1 ORDER BY j.subject DESC LIMIT 1";
        let last: Option<String> =
            self.db.prepare_cached(sql)?.query_row([Event::Clock.name()], |row| row.get(0)).optional()?;
        Ok(last.and_then(|body| match serde_json::from_str(&body) {
            Ok(Clock::Behind(doubt)) => Some(doubt),
            Ok(Clock::Explained) | Err(_) => None,
        }))
    }

    /// The clock stands behind the last entry at this moment.
    pub(crate) fn clock_behind(&self) -> Result<Option<ClockDoubt>> {
        let sql = "SELECT at FROM journal ORDER BY seq DESC LIMIT 1";
        let last: Option<String> = self.db.prepare_cached(sql)?.query_row([], |row| row.get(0)).optional()?;
        let last = last.and_then(|at| at.parse::<Stamp>().ok());
        let behind = last.filter(|last| last.millis() - self.now.millis() > TOLERANCE);
        Ok(behind.map(|last| ClockDoubt { last, shown: self.now }))
    }
}

impl Write<'_> {
    /// Somebody says why the clock went back: the command's reason. Signing goes on.
    ///
    /// # Errors
    /// SQLite.
    pub fn explain_clock(&mut self) -> Result<()> {
        self.event(Event::Clock, None, &Clock::Explained).map(drop)
    }
}
