//! Walks the journal once, entry by entry: hash, link, words. What it meets of rows goes to [`super::beside`].

use super::beside::{Beside, Met, Tally, statements};
use super::{Break, Check};
use crate::error::Result;
use crate::journal::{self, Hash, Value};
use crate::schema::Table;
use rusqlite::types::ValueRef;
use rusqlite::{OptionalExtension, Row};

/// Columns of an entry that are hashed: all but its hash.
const HASHED: usize = 15;

const SQL: &str =
    "SELECT j.seq, tx, at, zone, actor, machine, action, reason, kind, subject, rev, case_id, request, digest,
  prev, hash, e.by_seq
  FROM journal j LEFT JOIN erased e ON e.seq = j.seq
  WHERE j.seq > ?1 ORDER BY j.seq";

/// Walked side by side with the entries.
const WORDS: &str = "SELECT seq, salt, body FROM content WHERE seq > ?1 ORDER BY seq";

/// What stands under an entry that is not there.
const STRAYS: &str =
    "SELECT seq FROM erased t WHERE seq > ?1 AND NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = t.seq)";

impl Check<'_> {
    /// Each entry: its number, its hash, the one before it, its words. In a full run the rows are met beside them; nothing
    /// is said of rows where an entry is not whole.
    pub(super) fn chain(&mut self) -> Result<Vec<Tally>> {
        let db = self.db;
        let mut walked = if self.since == 0 { statements(db).unwrap_or_default() } else { vec![] };
        let mut beside = Beside::new(db, &mut walked).ok();
        let mut query = db.prepare(SQL)?;
        let mut rows = query.query([self.floor()])?;
        let mut before = (self.since, self.hash_before()?);
        let (mut marks, mut requests) = (0, 0);
        let mut words_query = db.prepare(WORDS)?;
        let mut all_words = words_query.query([self.floor()])?;
        let mut words = all_words.next()?;
        while let Some(row) = rows.next()? {
            let seq = row.get(0)?;
            while let Some(stray) = words.map(|words| words.get(0)).transpose()?.filter(|stray| *stray < seq) {
                self.name(Break::WordsAdded { seq: stray });
                words = all_words.next()?;
            }
            self.entry(row, seq, &before)?;
            let own = words.map(|words| words.get::<_, i64>(0)).transpose()? == Some(seq);
            let table = Table::of_kind(bytes(row, 8)?);
            let secret = table.is_some_and(Table::is_secret);
            let good = self.words(row, seq, words.filter(|_| own), secret)?;
            if let (Some(rows), Some(table)) = (&mut beside, table) {
                let words = words.filter(|_| good).map(|words| bytes(words, 2)).transpose()?;
                // What cannot be read this way is read by itself later, and what is wrong there is named.
                if rows.meet(&Met { seq, table, row, words }).is_err() {
                    beside = None;
                }
            }
            if own {
                words = all_words.next()?;
            }
            marks += i64::from(row.get_ref(16)? != ValueRef::Null);
            requests += u64::from(row.get_ref(12)? != ValueRef::Null);
            if seq > before.0 {
                before.0 = seq;
                before.1.clear();
                before.1.extend_from_slice(bytes(row, 15)?);
            }
            self.report.entries += 1;
        }
        while let Some(stray) = words {
            self.name(Break::WordsAdded { seq: stray.get(0)? });
            words = all_words.next()?;
        }
        self.stray_marks(marks)?;
        if self.since == 0 {
            self.indexes("journal", self.report.entries)?;
            self.index("journal", "journal_request", "request IS NOT NULL", requests)?;
        }
        let whole = self.report.breaks == 0;
        Ok(beside.filter(|_| whole).map(Beside::tallies).unwrap_or_default())
    }

    /// The hash that the first entry of this run should follow.
    fn hash_before(&mut self) -> Result<Vec<u8>> {
        if self.since == 0 {
            return Ok(Hash([0; 32]).0.to_vec());
        }
        let mut query = self.db.prepare("SELECT hash FROM journal WHERE seq = ?1")?;
        let found = query.query_row([self.since], |row| row.get(0)).optional()?;
        if found.is_none() {
            self.name(Break::HeadMissing { seq: self.since });
        }
        Ok(found.unwrap_or_default())
    }

    fn entry(&mut self, row: &Row, seq: i64, (last, hash): &(i64, Vec<u8>)) -> Result<()> {
        if seq > last + 1 {
            self.name(Break::Gap { from: last + 1, to: seq - 1 });
        }
        let mut values = [const { Value::Absent }; HASHED];
        for (at, value) in values.iter_mut().enumerate() {
            *value = match row.get_ref(at)? {
                ValueRef::Integer(number) => Value::Int(number),
                ValueRef::Text(bytes) | ValueRef::Blob(bytes) => Value::Bytes(bytes),
                ValueRef::Null | ValueRef::Real(_) => Value::Absent,
            };
        }
        if journal::seal(&values).0 != bytes(row, 15)? {
            self.name(Break::Entry { seq });
        }
        // After a gap the entry cannot follow, and the gap is already named. Numbers begin with 1: what is below follows
        // from nothing.
        if seq <= *last || seq == last + 1 && bytes(row, 14)? != hash.as_slice() {
            self.name(Break::Link { seq });
        }
        Ok(())
    }

    /// Are they there, and have they its digest?
    fn words(&mut self, row: &Row, seq: i64, words: Option<&Row>, secret: bool) -> Result<bool> {
        let mut good = false;
        let marked: Option<i64> = row.get(16)?;
        let said = self.erased.get(&seq).copied();
        if marked.is_some() && marked != said {
            self.name(Break::ErasedAdded { seq });
        }
        if marked.is_none() && said.is_some() {
            self.name(Break::ErasedMissing { seq });
        }
        if words.is_some() && secret {
            self.name(Break::WordsAdded { seq });
        } else if let Some(words) = words {
            good = journal::digest(bytes(words, 1)?, bytes(words, 2)?).0 == bytes(row, 13)?;
            if !good {
                self.name(Break::Words { seq });
            }
            if said.is_some() {
                self.name(Break::ErasedThere { seq });
            }
        } else if !secret && said.is_none() {
            self.name(Break::WordsMissing { seq });
        }
        Ok(good)
    }

    /// `seen` were met beside their entries; where there are no more, none is a stray, and nothing has to be looked up.
    fn stray_marks(&mut self, seen: i64) -> Result<()> {
        let db = self.db;
        let all: i64 = db.query_row("SELECT count(*) FROM erased WHERE seq > ?1", [self.floor()], |row| row.get(0))?;
        if all == seen {
            return Ok(());
        }
        let mut query = db.prepare(STRAYS)?;
        let mut rows = query.query([self.floor()])?;
        while let Some(row) = rows.next()? {
            self.name(Break::ErasedAdded { seq: row.get(0)? });
        }
        Ok(())
    }
}

/// The bytes that the database holds, whatever was done to them; nothing for a number.
pub(super) fn bytes<'a>(row: &'a Row, at: usize) -> rusqlite::Result<&'a [u8]> {
    Ok(match row.get_ref(at)? {
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => bytes,
        ValueRef::Null | ValueRef::Integer(_) | ValueRef::Real(_) => &[],
    })
}
