//! Making derived tables again from sacred rows: all of them, or those of many cases at the end of a bulk write.

use super::rows::follow;
use super::{TABLES, replace, search, stored};
use crate::case::plain;
use crate::door::{Read, Write};
use crate::error::Result;
use crate::folder::Folder;
use crate::known::Known;
use kesu_domain::id::{CaseId, PlantId};
use kesu_domain::time::Stamp;
use rusqlite::{Connection, TransactionBehavior};

/// Cases a transaction: others get their turn in between, and a log of this size fits in memory.
const BATCH: i64 = 500;

impl Folder {
    /// Makes every derived row and the search index again. Others may read and write meanwhile; a search may miss cases
    /// until it is done. What an interrupted run has not reached is marked, and is made by the next one. Returns the number
    /// of cases.
    ///
    /// # Errors
    /// [`crate::error::Error::Busy`]; [`crate::error::Error::Faulty`] when a case runs on a procedure that is not proved.
    pub fn rebuild(&self, now: Stamp) -> Result<u64> {
        let (mut db, known) = self.workshop();
        let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for table in TABLES {
            tx.execute(&format!("DELETE FROM {table} WHERE case_id NOT IN (SELECT id FROM cases)"), [])?;
        }
        search::begin_anew(&tx)?;
        tx.commit()?;
        let (mut done, mut last) = (0, 0);
        loop {
            let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let ids = next_ids(&tx, last)?;
            let Some(newest) = ids.last() else { return Ok(done) };
            last = newest.0;
            done += ids.len() as u64;
            make_again(&tx, known, now, ids)?;
            tx.commit()?;
        }
    }
}

/// How many open cases a changed calendar reached.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Followed {
    /// Cases with something open at that plant.
    pub open: u64,
    /// Those of them in which a deadline, a reminder or an escalation is another now.
    pub changed: u64,
}

impl Write<'_> {
    /// The calendar of a plant was changed: deadlines of what is open there follow in the same transaction (T-1).
    ///
    /// # Errors
    /// SQLite; [`crate::error::Error::Faulty`] when a case runs on a procedure that is not proved.
    pub fn deadlines_follow(&mut self, plant: PlantId) -> Result<Followed> {
        let calendar = self.calendar(plant)?;
        let mut followed = Followed::default();
        for id in super::board::open_cases(self.db, plant)? {
            let Some(loaded) = plain(self.db, id)? else { continue };
            let procedure = self.procedure(loaded.case.head.procedure)?;
            followed.open += 1;
            followed.changed += u64::from(follow(self.db, id, &loaded.case, &procedure, &calendar, self.now)?);
        }
        Ok(followed)
    }
}

impl Write<'_> {
    /// The zone of a plant was changed: its days begin elsewhere. Whatever is derived of its cases follows in the same
    /// transaction, of those that are over too.
    ///
    /// # Errors
    /// SQLite; [`crate::error::Error::Faulty`] when a case runs on a procedure that is not proved.
    pub fn days_follow(&mut self, plant: PlantId) -> Result<()> {
        let mut query = self.db.prepare("SELECT id FROM cases WHERE plant = ?1")?;
        let cases = query.query_map([plant.0], |row| row.get(0).map(CaseId))?;
        make_again(self.db, self.known, self.now, cases.collect::<rusqlite::Result<Vec<_>>>()?)
    }
}

/// Cases after this one, in batches.
pub(crate) fn next_ids(db: &Connection, last: i64) -> Result<Vec<CaseId>> {
    let mut query = db.prepare_cached("SELECT id FROM cases WHERE id > ?1 ORDER BY id LIMIT ?2")?;
    let found = query.query_map([last, BATCH], |row| row.get(0).map(CaseId))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Makes the derived rows of these cases again, and indexes them.
pub(crate) fn make_again(
    db: &Connection,
    known: &Known,
    now: Stamp,
    cases: impl IntoIterator<Item = CaseId>,
) -> Result<()> {
    let read = Read::new(db, known, None, now);
    for id in cases {
        let Some(loaded) = plain(db, id)? else { continue };
        let procedure = read.procedure(loaded.case.head.procedure)?;
        let calendar = read.calendar(loaded.case.head.plant)?;
        replace(db, id, &loaded.case, &procedure, &calendar, now, &stored(db, id)?)?;
        search::index(db, id, &loaded.case)?;
    }
    Ok(())
}
