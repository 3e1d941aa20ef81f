//! Holds rows against the journal, table by table: altered, added, removed, behind. Only what nothing else could prove.

use super::beside::Tally;
use super::chain::bytes;
use super::columns::Wanted;
use super::{Break, Check};
use crate::error::Result;
use crate::journal;
use crate::schema::Table;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, Row, params};
use std::cmp::Ordering;

/// Where the generated columns of a row begin among what is read of it.
const COLUMNS_FROM: usize = 7;

/// A row as it stands, held against the entry that it names.
struct Stands {
    id: i64,
    rev: i64,
    proof: Proof,
}

enum Proof {
    Good,
    Other,
    Impossible,
}

/// The last entry of a row.
struct Last {
    id: i64,
    rev: i64,
    entries: i64,
}

impl Check<'_> {
    /// Rows against their last entries, and last entries against rows. Tables of which all is said already are only counted.
    pub(super) fn rows(&mut self, tallies: &[Tally]) -> Result<()> {
        for (at, table) in Table::ALL.iter().enumerate() {
            let before = self.report.rows;
            // The rows themselves are counted, and not what an index leads to.
            let count = format!("SELECT count(*) FROM {} NOT INDEXED", table.name());
            match tallies.get(at) {
                Some(tally) if tally.is_all(self.number(&count)?) => self.report.rows += tally.rows(),
                Some(_) | None => self.table(*table)?,
            }
            if self.since == 0 {
                self.indexes(table.name(), self.report.rows - before)?;
            }
        }
        Ok(())
    }

    /// Walks both in the order of ids, side by side.
    fn table(&mut self, table: Table) -> Result<()> {
        let (db, since) = (self.db, self.since);
        let mut stand_query = db.prepare(&standing(table, since))?;
        let mut last_query = db.prepare(if since == 0 { LAST } else { LAST_SINCE })?;
        let mut stands = stand_query.query([self.floor()])?;
        let mut lasts = last_query.query(params![table.name(), self.floor()])?;
        let mut stand = stands.next()?.map(|row| stands_as(db, row, table)).transpose()?;
        let mut last = lasts.next()?.map(last_as).transpose()?;
        loop {
            let order = match (&stand, &last) {
                (Some(row), Some(entry)) => row.id.cmp(&entry.id),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (None, None) => return Ok(()),
            };
            if order.is_le() {
                self.report.rows += 1;
                let entry = last.as_ref().filter(|_| order.is_eq());
                if let Some(row) = &stand {
                    self.hold(table, row, entry);
                }
                stand = stands.next()?.map(|row| stands_as(db, row, table)).transpose()?;
            } else if let Some(entry) = &last {
                self.lost(table, entry)?;
            }
            if order.is_ge() {
                if let Some(entry) = last.as_ref().filter(|entry| since == 0 && entry.entries != entry.rev) {
                    self.name(Break::History { table, id: entry.id });
                }
                last = lasts.next()?.map(last_as).transpose()?;
            }
        }
    }

    fn hold(&mut self, table: Table, row: &Stands, last: Option<&Last>) {
        let id = row.id;
        match last {
            Some(last) if row.rev < last.rev => {
                self.name(Break::RowBehind { table, id, rev: row.rev, last: last.rev });
            }
            Some(last) if row.rev == last.rev => match row.proof {
                Proof::Good => {}
                Proof::Other => self.name(Break::Row { table, id }),
                Proof::Impossible => self.name(Break::RowUnproved { table, id }),
            },
            // Its revision is one that no entry wrote.
            Some(_) => self.name(Break::Row { table, id }),
            None => self.name(Break::RowAdded { table, id }),
        }
    }

    /// No row among those that were walked: it is gone, or it was put back to a time before.
    fn lost(&mut self, table: Table, last: &Last) -> Result<()> {
        let sql = format!("SELECT rev FROM {} WHERE id = ?1", table.name());
        let rev: Option<i64> = self.db.prepare_cached(&sql)?.query_row([last.id], |row| row.get(0)).optional()?;
        self.name(match rev {
            Some(rev) => Break::RowBehind { table, id: last.id, rev, last: last.rev },
            None => Break::RowMissing { table, id: last.id },
        });
        Ok(())
    }
}

const LAST: &str = "SELECT subject, max(rev), count(*) FROM journal WHERE kind = ?1 AND seq > ?2
  GROUP BY subject ORDER BY subject";
/// The same, reading the tail only: the plus keeps SQLite from walking the whole index of kinds.
const LAST_SINCE: &str = "SELECT subject, max(rev), count(*) FROM journal WHERE +kind = ?1 AND seq > ?2
  GROUP BY subject ORDER BY subject";

fn standing(table: Table, since: i64) -> String {
    let name = table.name();
    let columns: String = table.columns().map(|(column, _)| format!(", r.{column}")).collect();
    // The plus: a tail is found by the index of `seq` and sorted, all rows are walked as they lie.
    let order = if since == 0 { "r.id" } else { "+r.id" };
    format!(
        "SELECT r.id, r.rev, r.body, j.kind = '{name}' AND j.subject = r.id AND j.rev = r.rev, j.digest, j.prev, c.salt
  {columns} FROM {name} r LEFT JOIN journal j ON j.seq = r.seq LEFT JOIN content c ON c.seq = r.seq
  WHERE r.seq > ?1 ORDER BY {order}"
    )
}

fn stands_as(db: &Connection, row: &Row, table: Table) -> rusqlite::Result<Stands> {
    let (id, entry): (i64, Option<bool>) = (row.get(0)?, row.get(3)?);
    let known = table.is_secret() || row.get_ref(6)? != ValueRef::Null;
    let secret;
    let salt = if table.is_secret() {
        secret = journal::secret_salt(bytes(row, 5)?);
        &secret
    } else {
        bytes(row, 6)?
    };
    let proof = if entry != Some(true) || !columns_hold(db, row, table, (id, bytes(row, 2)?), COLUMNS_FROM)? {
        Proof::Other
    } else if !known {
        Proof::Impossible
    } else if journal::digest(salt, bytes(row, 2)?).0 == bytes(row, 4)? {
        Proof::Good
    } else {
        Proof::Other
    };
    Ok(Stands { id, rev: row.get(1)?, proof })
}

/// Does each generated column show what the body says? SQLite is asked only where a look at the text does not tell.
/// They begin at `from` among what is read of the row.
pub(super) fn columns_hold(
    db: &Connection,
    row: &Row,
    table: Table,
    (id, body): (i64, &[u8]),
    from: usize,
) -> rusqlite::Result<bool> {
    let mut wanted = Wanted::new();
    for (at, (_, field)) in table.columns().enumerate() {
        wanted.push(field, row.get_ref(from + at)?);
    }
    if wanted.surely_said_by(body) {
        return Ok(true);
    }
    let sql = format!("SELECT {} FROM {} r WHERE r.id = ?1", table.columns_hold(), table.name());
    db.prepare_cached(&sql)?.query_row([id], |row| row.get(0))
}

fn last_as(row: &Row) -> rusqlite::Result<Last> {
    Ok(Last { id: row.get(0)?, rev: row.get(1)?, entries: row.get(2)? })
}
