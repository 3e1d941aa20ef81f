//! Erasure (model § 10): words go, the chain stays. The caller has given the rows a new revision without the words
//! before; here the words of earlier entries, and files, are taken out, and one entry says who asked and on what ground.

use crate::door::{Read, Write};
use crate::error::{Error, NotErasable, Result};
use crate::journal::Event;
use crate::record::Record;
use crate::schema::Table;
use kesu_domain::people::FileDigest;
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};

/// What is taken out, and why: the body of the entry that stays.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erasure {
    /// Who asked.
    pub asked_by: String,
    /// Legal ground.
    pub ground: String,
    /// Entries whose words go.
    pub seqs: Vec<i64>,
    /// Claimed files that go; their rows stay.
    #[serde(default)]
    pub files: Vec<FileDigest>,
}

impl Read<'_> {
    /// The entries of a row's earlier revisions that still have words: what an erasure of that row takes out.
    ///
    /// # Errors
    /// SQLite.
    pub fn earlier<T: Record>(&self, id: T::Id) -> Result<Vec<i64>> {
        let sql = format!(
            "SELECT j.seq FROM journal j JOIN content c USING(seq) WHERE j.kind = ?1 AND j.subject = ?2
             AND j.seq < (SELECT seq FROM {} WHERE id = ?2) ORDER BY j.seq",
            T::TABLE.name()
        );
        let mut query = self.db.prepare_cached(&sql)?;
        let seqs = query.query_map(params![T::TABLE.name(), id.into()], |row| row.get(0))?;
        Ok(seqs.collect::<rusqlite::Result<_>>()?)
    }

    /// Was this file erased? Its bytes are not taken in again.
    ///
    /// # Errors
    /// SQLite.
    pub fn is_erased(&self, file: &FileDigest) -> Result<bool> {
        Ok(erasures(self.db)?.iter().any(|(_, erasure)| erasure.files.contains(file)))
    }
}

impl Write<'_> {
    /// Takes the words of these entries out, and these files once the command is committed.
    ///
    /// # Errors
    /// [`Error::NotErasable`], the first entry that a row still says, that has no words, or that is about the journal
    /// itself; a file that no row claims.
    pub fn erase(&mut self, erasure: &Erasure) -> Result<i64> {
        for seq in &erasure.seqs {
            if let Some(why) = self.kept_because(*seq)? {
                return Err(Error::NotErasable { seq: *seq, why });
            }
        }
        for file in &erasure.files {
            self.must_be_claimed(file)?;
        }
        let by = self.event(Event::Erasure, None, erasure)?;
        for seq in &erasure.seqs {
            self.db.prepare_cached("INSERT INTO erased(seq, by_seq) VALUES(?1, ?2)")?.execute([*seq, by])?;
            self.db.prepare_cached("DELETE FROM content WHERE seq = ?1")?.execute([*seq])?;
        }
        self.erased = true;
        Ok(by)
    }

    fn kept_because(&self, seq: i64) -> Result<Option<NotErasable>> {
        let sql = "SELECT j.kind, c.seq IS NOT NULL FROM journal j LEFT JOIN content c USING(seq) WHERE j.seq = ?1";
        let found: Option<(String, bool)> =
            self.db.prepare_cached(sql)?.query_row([seq], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        let Some((kind, true)) = found else { return Ok(Some(NotErasable::Nothing)) };
        if kind == Event::Folder.name() || kind == Event::Erasure.name() {
            return Ok(Some(NotErasable::Journal));
        }
        let Some(table) = Table::of_kind(kind.as_bytes()) else { return Ok(None) };
        let sql = format!("SELECT 1 FROM {} WHERE seq = ?1", table.name());
        let current = self.db.prepare_cached(&sql)?.exists([seq])?;
        Ok(current.then_some(NotErasable::Current))
    }

    fn must_be_claimed(&self, file: &FileDigest) -> Result<()> {
        let claimed = self.db.prepare_cached("SELECT 1 FROM file WHERE sha256 = ?1")?.exists([file.as_str()])?;
        if claimed { Ok(()) } else { Err(Error::NotFound(format!("file {}", file.as_str()))) }
    }
}

/// Every erasure with the entry that says it. They are few: one for each person who asked.
pub(crate) fn erasures(db: &Connection) -> Result<Vec<(i64, Erasure)>> {
    let sql = "SELECT j.seq, c.body FROM journal j JOIN content c USING(seq) WHERE j.kind = ?1 ORDER BY j.seq";
    let mut query = db.prepare_cached(sql)?;
    let rows = query.query_map([Event::Erasure.name()], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)))?;
    let mut all = vec![];
    for row in rows {
        let (seq, body) = row?;
        // A body that was tampered with is named by `verify`; it erases nothing.
        all.extend(serde_json::from_str(&body).ok().map(|erasure| (seq, erasure)));
    }
    Ok(all)
}
