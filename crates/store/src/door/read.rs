//! One snapshot, read by somebody. Must never write, and shows no case past `derived/seen.rs`.

use crate::derived::Me;
use crate::error::{Error, Result};
use crate::journal::{self, Entry, Hash, Head};
use crate::known::Known;
use crate::record::{Kept, Record, Rev};
use kesu_domain::id::{AccountId, CaseId};
use kesu_domain::time::Stamp;
use rusqlite::types::ToSql;
use rusqlite::{Connection, OptionalExtension, Row, params};
use std::cell::OnceCell;
use std::sync::Arc;

/// One snapshot, with who reads and when.
pub struct Read<'a> {
    pub(crate) db: &'a Connection,
    /// Procedures that were proved before, and what else is remembered of master data.
    pub(crate) known: &'a Known,
    /// What the actor may see, once somebody asks.
    pub(crate) me: OnceCell<Arc<Me>>,
    /// The last entry that is about no case, once somebody asks.
    pub(crate) masters: OnceCell<Option<Hash>>,
    /// Who reads; none for the program itself.
    pub actor: Option<AccountId>,
    /// Now.
    pub now: Stamp,
}

impl<'a> Read<'a> {
    pub(crate) fn new(db: &'a Connection, known: &'a Known, actor: Option<AccountId>, now: Stamp) -> Read<'a> {
        Read { db, known, me: OnceCell::new(), masters: OnceCell::new(), actor, now }
    }

    /// The row of that id.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Body`] when it cannot be read as what it should be.
    pub fn get<T: Record>(&self, id: T::Id) -> Result<Kept<T>> {
        let id: i64 = id.into();
        let found = self.rows("id = ?1", &[&id])?.pop();
        found.ok_or_else(|| Error::NotFound(format!("{} {id}", T::TABLE.name())))
    }

    /// The one row that has these values in these generated columns. Ask by the columns of a unique index.
    ///
    /// # Errors
    /// [`Error::Body`] when it cannot be read as what it should be.
    pub fn find<T: Record>(&self, key: &[(&'static str, &dyn ToSql)]) -> Result<Option<Kept<T>>> {
        Ok(self.list(key)?.into_iter().next())
    }

    /// The rows that have these values in these generated columns, oldest first; all rows for an empty key.
    ///
    /// # Errors
    /// [`Error::Body`] when one cannot be read as what it should be.
    pub fn list<T: Record>(&self, key: &[(&'static str, &dyn ToSql)]) -> Result<Vec<Kept<T>>> {
        let each = key.iter().enumerate().map(|(at, (column, _))| format!("{column} IS ?{}", at + 1));
        let condition = std::iter::once("true".to_owned()).chain(each).collect::<Vec<_>>().join(" AND ");
        let values: Vec<&dyn ToSql> = key.iter().map(|(_, value)| *value).collect();
        self.rows(&condition, &values)
    }

    /// Where the journal ends.
    ///
    /// # Errors
    /// SQLite.
    pub fn head(&self) -> Result<Head> {
        journal::head(self.db)
    }

    /// The last entry about a case: the head that a form of that case prints.
    ///
    /// # Errors
    /// SQLite.
    pub fn head_of(&self, case: CaseId) -> Result<Head> {
        journal::head_of(self.db, case)
    }

    /// How many entries there are.
    ///
    /// # Errors
    /// SQLite.
    pub fn count_entries(&self) -> Result<u64> {
        // Contiguous from 1: the last number is the count.
        Ok(self.head()?.seq.unsigned_abs())
    }

    /// One entry. Its digest is what a manifest names a row's revision by (model § 9).
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn entry(&self, seq: i64) -> Result<Entry> {
        let sql = format!("SELECT {} FROM journal WHERE seq = ?1", journal::COLUMNS);
        let found = self.db.prepare_cached(&sql)?.query_row([seq], Entry::read).optional()?;
        found.ok_or_else(|| Error::NotFound(format!("entry {seq}")))
    }

    /// The words of an entry; `None` for a secret, or when they were erased.
    ///
    /// # Errors
    /// SQLite.
    pub fn words(&self, seq: i64) -> Result<Option<String>> {
        let mut query = self.db.prepare_cached("SELECT body FROM content WHERE seq = ?1")?;
        Ok(query.query_row([seq], |row| row.get(0)).optional()?)
    }

    /// Everything that was written about one row, oldest first.
    ///
    /// # Errors
    /// SQLite.
    pub fn history<T: Record>(&self, id: T::Id) -> Result<Vec<Entry>> {
        let sql = format!("SELECT {} FROM journal WHERE kind = ?1 AND subject = ?2 ORDER BY rev", journal::COLUMNS);
        let mut query = self.db.prepare_cached(&sql)?;
        let rows = query.query_map(params![T::TABLE.name(), id.into()], Entry::read)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The first entry of the command that carried out this request for the one who reads, if one did. What others have
    /// asked is not looked at: a request id says nothing to a stranger, and keeps nobody from writing.
    ///
    /// # Errors
    /// SQLite.
    pub fn replayed(&self, request: &str) -> Result<Option<i64>> {
        let mut query = self.db.prepare_cached("SELECT seq FROM journal WHERE actor = ?1 AND request = ?2")?;
        let actor = self.actor.map_or(0, |id| id.0);
        Ok(query.query_row(params![actor, request], |row| row.get(0)).optional()?)
    }

    fn rows<T: Record>(&self, condition: &str, values: &[&dyn ToSql]) -> Result<Vec<Kept<T>>> {
        let sql = format!("SELECT id, rev, seq, body FROM {} WHERE {condition} ORDER BY id", T::TABLE.name());
        let mut query = self.db.prepare_cached(&sql)?;
        let mut rows = query.query(values)?;
        let mut all = vec![];
        while let Some(row) = rows.next()? {
            all.push(kept(row)?);
        }
        Ok(all)
    }
}

fn kept<T: Record>(row: &Row) -> Result<Kept<T>> {
    let text = row.get_ref(3)?.as_str().map_err(rusqlite::Error::from)?;
    let body = serde_json::from_str(text).map_err(|cause| Error::Body { kind: T::TABLE.name(), cause })?;
    Ok(Kept { id: row.get::<_, i64>(0)?.into(), rev: Rev(row.get(1)?), seq: row.get(2)?, body })
}
