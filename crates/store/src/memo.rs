//! What follows from master data alone, remembered until master data is written again: nearly every command asks who calls,
//! what they may see, and on which calendar. Must never hold anything of a case.
//!
//! Master data stand as the last entry of the journal that is about no case left them. Its hash, and not its number, says
//! which entry that is: a transaction that is given up leaves its number to another one.

use crate::door::Read;
use crate::error::Error;
use crate::folder::unpoisoned;
use crate::journal::Hash;
use kesu_domain::time::Stamp;
use rusqlite::OptionalExtension;
use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

/// Zones differ by quarters of an hour: within one of them no plant's day changes.
const QUARTER: i64 = 15 * 60_000;

/// Values by their type and a key, as of one entry.
#[derive(Default)]
pub(crate) struct Memo(Mutex<Remembered>);

#[derive(Default)]
struct Remembered {
    /// Since which entry they hold.
    since: Option<Hash>,
    values: HashMap<(TypeId, i64), Arc<dyn Any + Send + Sync>>,
}

impl Memo {
    fn get<T: Any + Send + Sync>(&self, since: Option<Hash>, key: i64) -> Option<Arc<T>> {
        let memo = unpoisoned(&self.0);
        let known = memo.values.get(&(TypeId::of::<T>(), key)).filter(|_| memo.since == since)?;
        Arc::clone(known).downcast().ok()
    }
    fn put<T: Any + Send + Sync>(&self, since: Option<Hash>, key: i64, value: Arc<T>) {
        let mut memo = unpoisoned(&self.0);
        if memo.since != since {
            *memo = Remembered { since, values: HashMap::new() };
        }
        memo.values.insert((TypeId::of::<T>(), key), value);
    }
}

/// Something that holds on a day, which differs from plant to plant: a value as of this quarter of an hour.
#[derive(Debug)]
pub struct Lately<T> {
    quarter: i64,
    /// The value.
    pub value: T,
}

impl<T> Lately<T> {
    /// As of now.
    pub fn new(now: Stamp, value: T) -> Lately<T> {
        Lately { quarter: now.millis().div_euclid(QUARTER), value }
    }
    /// It still holds.
    pub fn holds(&self, now: Stamp) -> bool {
        self.quarter == now.millis().div_euclid(QUARTER)
    }
}

impl Read<'_> {
    /// What `make` reads out of master data, or what it read before if no master data were written since and it still
    /// holds. Values of one type are told apart by the key.
    ///
    /// # Errors
    /// Those of `make`, or SQLite.
    pub fn remembered<T: Any + Send + Sync, E: From<Error>>(
        &self,
        key: i64,
        holds: impl FnOnce(&T) -> bool,
        make: impl FnOnce() -> Result<T, E>,
    ) -> Result<Arc<T>, E> {
        let since = self.masters()?;
        if let Some(value) = self.known.memo.get::<T>(since, key).filter(|value| holds(value)) {
            return Ok(value);
        }
        let value = Arc::new(make()?);
        self.known.memo.put(since, key, Arc::clone(&value));
        Ok(value)
    }

    /// The last entry that is about no case.
    fn masters(&self) -> Result<Option<Hash>, Error> {
        if let Some(known) = self.masters.get() {
            return Ok(*known);
        }
        let mut query =
            self.db.prepare_cached("SELECT hash FROM journal WHERE case_id IS NULL ORDER BY seq DESC LIMIT 1")?;
        let last = query.query_row([], |row| row.get(0).map(Hash)).optional()?;
        Ok(*self.masters.get_or_init(|| last))
    }
}
