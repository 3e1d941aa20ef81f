//! Rows walked beside the entries, in the order of `seq`: a row is looked at while the entry that wrote it and its words are
//! at hand, so that nothing is looked up and no body is hashed twice.
//!
//! All that is said here is that every row of a table stands as its last entry wrote it, and no entry lacks its row. Where
//! that cannot be said, `rows.rs` walks the table by itself and names what is wrong.
//!
//! Why counting is enough, where the entries are whole: an entry proves one row at most, and two entries never the same one,
//! for they differ in subject or revision. So the rows that are proved are as many rows of the table, and when it has no
//! others, all are. A row cannot be ahead of its history, so when the revisions of all rows are together as many as there
//! are entries, no row is behind; and when there are as many rows as entries that begin a history, none is missing.

use super::chain::bytes;
use super::rows::columns_hold;
use crate::error::Result;
use crate::journal;
use crate::schema::Table;
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::{Connection, Row, Rows, Statement};

/// Where the generated columns begin among what is read of a row.
const COLUMNS_FROM: usize = 5;

/// What was met of one table.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
    /// Entries of its kind.
    entries: i64,
    /// Those that begin a history.
    first: i64,
    /// Rows that stand as their entries say.
    proved: i64,
    /// Their revisions, added up.
    revisions: i64,
}

/// One table, in the order of the entries that its rows name.
struct Walk<'s> {
    rows: Rows<'s>,
    /// The entry of the row that is met next.
    seq: Option<i64>,
    tally: Tally,
}

/// All tables.
pub(super) struct Beside<'s> {
    db: &'s Connection,
    walks: Vec<Walk<'s>>,
}

/// An entry with what it is proved by.
pub(super) struct Met<'a> {
    pub(super) seq: i64,
    pub(super) table: Table,
    /// In the order of [`journal::COLUMNS`].
    pub(super) row: &'a Row<'a>,
    /// Its words, if they have its digest.
    pub(super) words: Option<&'a [u8]>,
}

/// The statements over which [`Beside`] walks. What the index says of a row and what the row says of itself are read both.
pub(super) fn statements(db: &Connection) -> Result<Vec<Statement<'_>>> {
    let prepared = Table::ALL.iter().map(|table| {
        let name = table.name();
        let columns: String = table.columns().map(|(column, _)| format!(", r.{column}")).collect();
        db.prepare(&format!(
            "SELECT i.seq, r.id, r.rev, r.seq, r.body {columns}
             FROM {name} i INDEXED BY sqlite_autoindex_{name}_1 CROSS JOIN {name} r ON r.id = i.id ORDER BY i.seq"
        ))
    });
    Ok(prepared.collect::<rusqlite::Result<_>>()?)
}

impl<'s> Beside<'s> {
    pub(super) fn new(db: &'s Connection, statements: &'s mut [Statement<'_>]) -> Result<Beside<'s>> {
        let walk = |statement: &'s mut Statement<'_>| {
            let mut walk = Walk { rows: statement.query([])?, seq: None, tally: Tally::default() };
            walk.next()?;
            Ok(walk)
        };
        Ok(Beside { db, walks: statements.iter_mut().map(walk).collect::<Result<_>>()? })
    }

    /// An entry is met; entries come in their order.
    pub(super) fn meet(&mut self, entry: &Met) -> Result<()> {
        let Some(walk) = self.walks.get_mut(entry.table as usize) else { return Ok(()) };
        let rev: i64 = entry.row.get(10)?;
        walk.tally.entries += 1;
        walk.tally.first += i64::from(rev == 1);
        // What names an entry of another kind, or none, is not proved.
        while walk.seq.is_some_and(|seq| seq < entry.seq) {
            walk.next()?;
        }
        if walk.seq != Some(entry.seq) {
            return Ok(());
        }
        if let Some(row) = walk.rows.get()
            && stands(self.db, row, entry, rev)?
        {
            walk.tally.proved += 1;
            walk.tally.revisions = walk.tally.revisions.saturating_add(rev);
        }
        // One entry proves one row, whatever the index says.
        while walk.seq == Some(entry.seq) {
            walk.next()?;
        }
        Ok(())
    }

    /// What was met of each table.
    pub(super) fn tallies(self) -> Vec<Tally> {
        self.walks.into_iter().map(|walk| walk.tally).collect()
    }
}

impl Walk<'_> {
    fn next(&mut self) -> Result<()> {
        self.seq = self.rows.next()?.map(|row| row.get(0)).transpose()?;
        Ok(())
    }
}

impl Tally {
    /// Rows that stand as their entries say.
    pub(super) fn rows(&self) -> u64 {
        self.proved.unsigned_abs()
    }

    /// All `rows` that the table has stand as their last entries wrote them, and none is missing.
    pub(super) fn is_all(&self, rows: i64) -> bool {
        self.proved == rows && self.first == rows && self.revisions == self.entries
    }
}

fn stands(db: &Connection, row: &Row, entry: &Met, rev: i64) -> Result<bool> {
    let (id, subject): (i64, i64) = (row.get(1)?, entry.row.get(9)?);
    if id != subject || row.get::<_, i64>(2)? != rev || row.get::<_, i64>(3)? != entry.seq {
        return Ok(false);
    }
    let body = bytes(row, 4)?;
    let said = if entry.table.is_secret() {
        let salt = journal::secret_salt(bytes(entry.row, 14)?);
        journal::digest(&salt, body).0 == bytes(entry.row, 13)?
    } else {
        entry.words == Some(body)
    };
    Ok(said && columns_hold(db, row, entry.table, (id, body), COLUMNS_FROM)?)
}
