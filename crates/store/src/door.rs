//! The doors: [`Read`] is one snapshot, [`Write`] one transaction that journals what it writes.
//!
//! Nobody outside this crate reaches a connection: a handler cannot write around the journal because it has nothing to
//! write with.

use crate::clock::Clock;
use crate::derived::Me;
use crate::error::{Error, Result};
use crate::files::Files;
use crate::journal::{self, Entry, Event, Hash, Head};
use crate::known::Known;
use crate::record::{Kept, Record, Rev};
use crate::schema::Table;
use kesu_domain::id::{AccountId, CaseId};
use kesu_domain::people::FileDigest;
use kesu_domain::time::Stamp;
use rusqlite::types::ToSql;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use std::cell::{Cell, OnceCell};
use std::collections::BTreeSet;

/// Fills bytes with randomness that nobody can guess; in tests, with a sequence.
pub type Random = dyn Fn(&mut [u8]) + Send + Sync;

/// Who writes what, when, where and why: the columns that all entries of one command share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Command {
    /// Account; none for the program itself.
    pub actor: Option<AccountId>,
    /// Now.
    pub now: Stamp,
    /// Name of the command.
    pub action: &'static str,
    /// Why, where somebody had to say; empty elsewhere.
    pub reason: String,
    /// Made by the client: the same command asked for again is not carried out again.
    pub request: Option<String>,
    /// Offset of the wall clock of this machine, e.g. `+08:00`.
    pub zone: String,
    /// Name of this machine.
    pub machine: String,
}

/// One snapshot, with who reads and when.
pub struct Read<'a> {
    pub(crate) db: &'a Connection,
    /// Procedures that were proved before.
    pub(crate) known: &'a Known,
    /// What the actor may see, once somebody asks.
    pub(crate) me: OnceCell<Me>,
    /// Who reads; none for the program itself.
    pub actor: Option<AccountId>,
    /// Now.
    pub now: Stamp,
}

/// One transaction. It is committed when the command succeeds, and leaves nothing when it does not.
pub struct Write<'a> {
    read: Read<'a>,
    command: Command,
    /// First entry of this command, once there is one.
    first: Option<i64>,
    random: &'a Random,
    files: &'a Files,
    /// Where the journal ends: nobody else writes while this transaction lasts.
    last: Cell<Option<Head>>,
    pub(crate) erased: bool,
    /// Cases whose search index has to follow.
    pub(crate) marked: bool,
    /// Cases whose derived rows have to follow before the commit.
    pub(crate) touched: BTreeSet<CaseId>,
    /// Many commands in one transaction: derived rows follow at its end, and not with each save.
    pub(crate) defers: bool,
}

/// What a command leaves to be done when it is over.
#[derive(Debug, Default)]
pub(crate) struct After {
    /// Words were taken out.
    pub(crate) erased: bool,
    /// The search index has to follow.
    pub(crate) marked: bool,
    /// Derived rows of these cases have to follow.
    pub(crate) touched: BTreeSet<CaseId>,
    pub(crate) head: Option<Head>,
}

/// What is written of a row: its place in history.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Written {
    pub(crate) rev: Rev,
    pub(crate) seq: i64,
    pub(crate) digest: Hash,
}

impl<'a> std::ops::Deref for Write<'a> {
    type Target = Read<'a>;
    fn deref(&self) -> &Read<'a> {
        &self.read
    }
}

impl<'a> Read<'a> {
    pub(crate) fn new(db: &'a Connection, known: &'a Known, actor: Option<AccountId>, now: Stamp) -> Read<'a> {
        Read { db, known, me: OnceCell::new(), actor, now }
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

    /// The first entry of the command that carried out this request, if one did.
    ///
    /// # Errors
    /// SQLite.
    pub fn replayed(&self, request: &str) -> Result<Option<i64>> {
        let mut query = self.db.prepare_cached("SELECT seq FROM journal WHERE request = ?1")?;
        Ok(query.query_row([request], |row| row.get(0)).optional()?)
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

impl<'a> Write<'a> {
    /// Begins a command in a transaction that already holds the writer's place.
    ///
    /// # Errors
    /// [`Error::Replayed`] when this request was carried out before.
    pub(crate) fn begin(
        db: &'a Connection,
        command: Command,
        random: &'a Random,
        files: &'a Files,
        known: &'a Known,
    ) -> Result<Write<'a>> {
        let read = Read::new(db, known, command.actor, command.now);
        let replayed = command.request.as_deref().map_or(Ok(None), |request| read.replayed(request))?;
        match replayed {
            Some(seq) => Err(Error::Replayed { seq }),
            None => Ok(Write {
                read,
                command,
                first: None,
                random,
                files,
                last: Cell::new(None),
                erased: false,
                marked: false,
                touched: BTreeSet::new(),
                defers: false,
            }),
        }
    }

    /// One of many commands in one transaction: it sees every case, knows where the journal ends, and leaves the derived
    /// rows to the end of all.
    pub(crate) fn one_of_many(mut self, head: Option<Head>) -> Write<'a> {
        self.last.set(head);
        self.defers = true;
        self.read.me = OnceCell::from(Me::all());
        self
    }

    /// The command is over.
    pub(crate) fn over(self) -> After {
        After { erased: self.erased, marked: self.marked, touched: self.touched, head: self.last.get() }
    }

    /// The command that is being carried out.
    pub fn command(&self) -> &Command {
        &self.command
    }

    /// The reason of every entry that follows.
    pub fn because(&mut self, reason: &str) {
        reason.trim().clone_into(&mut self.command.reason);
    }

    /// The first entry of this command; `None` while nothing was written.
    pub fn first_entry(&self) -> Option<i64> {
        self.first
    }

    /// Adds a row, as revision 1.
    ///
    /// # Errors
    /// [`Error::Taken`] when a unique key is; [`Error::NotFound`] for the row of a file whose bytes are not kept.
    pub fn add<T: Record>(&mut self, body: &T) -> Result<T::Id> {
        Ok(self.add_text(T::TABLE, &text_of(body)?)?.0.into())
    }

    /// Writes a row anew. Equal bytes write no row and no entry, and are no error.
    ///
    /// # Errors
    /// [`Error::Conflict`] when the row has another revision than `rev`; [`Error::Taken`] when a unique key is;
    /// [`Error::NotFound`].
    pub fn put<T: Record>(&mut self, id: T::Id, rev: Rev, body: &T) -> Result<Rev> {
        Ok(self.put_text(T::TABLE, id.into(), rev, &text_of(body)?)?.map_or(rev, |written| written.rev))
    }

    /// [`Write::add`] for a body that is text already.
    pub(crate) fn add_text(&mut self, table: Table, text: &str) -> Result<(i64, Written)> {
        self.must_keep(table, text)?;
        let name = table.name();
        let next = format!("SELECT coalesce(max(id), 0) + 1 FROM {name}");
        let id: i64 = self.db.prepare_cached(&next)?.query_row([], |row| row.get(0))?;
        let written = self.append_row(table, id, 1, text)?;
        let insert = format!("INSERT INTO {name}(id, rev, seq, body) VALUES(?1, 1, ?2, ?3)");
        self.db.prepare_cached(&insert)?.execute(params![id, written.seq, text])?;
        Ok((id, written))
    }

    /// [`Write::put`] for a body that is text already; `None` when the bytes are equal.
    pub(crate) fn put_text(&mut self, table: Table, id: i64, rev: Rev, text: &str) -> Result<Option<Written>> {
        let name = table.name();
        let select = format!("SELECT rev, body FROM {name} WHERE id = ?1");
        let found =
            self.db.prepare_cached(&select)?.query_row([id], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        let (current, old): (i64, String) = found.ok_or_else(|| Error::NotFound(format!("{name} {id}")))?;
        if current != rev.0 {
            return Err(Error::Conflict { current });
        }
        if text == old {
            return Ok(None);
        }
        self.must_keep(table, text)?;
        let written = self.append_row(table, id, current + 1, text)?;
        let update = format!("UPDATE {name} SET rev = ?2, seq = ?3, body = ?4 WHERE id = ?1");
        self.db.prepare_cached(&update)?.execute(params![id, current + 1, written.seq, text])?;
        Ok(Some(written))
    }

    /// Journals something that has no row.
    ///
    /// # Errors
    /// SQLite.
    pub fn event<B: Serialize>(&mut self, event: Event, case: Option<CaseId>, body: &B) -> Result<i64> {
        self.mind_the_clock()?;
        self.append_event(event, case, body)
    }

    fn append_row(&mut self, table: Table, id: i64, rev: i64, text: &str) -> Result<Written> {
        let case = if table == Table::Cases {
            Some(id)
        } else if table.has_case() {
            case_in(table, text)?
        } else {
            None
        };
        if table.brings_files() {
            self.touched.extend(case.map(CaseId));
        }
        self.mind_the_clock()?;
        self.append(table.name(), id, rev, case, text, table.is_secret())
    }

    fn append_event<B: Serialize>(&mut self, event: Event, case: Option<CaseId>, body: &B) -> Result<i64> {
        let text = serde_json::to_string(body).map_err(|cause| Error::Body { kind: event.name(), cause })?;
        let next = "SELECT coalesce(max(subject), 0) + 1 FROM journal WHERE kind = ?1";
        let subject: i64 = self.db.prepare_cached(next)?.query_row([event.name()], |row| row.get(0))?;
        Ok(self.append(event.name(), subject, 1, case.map(|id| id.0), &text, false)?.seq)
    }

    /// Before the first entry of a command: a clock that went back is journaled.
    fn mind_the_clock(&mut self) -> Result<()> {
        if self.first.is_none()
            && let Some(doubt) = self.clock_behind()?
        {
            self.append_event(Event::Clock, None, &Clock::Behind(doubt))?;
        }
        Ok(())
    }

    fn append(
        &mut self,
        kind: &str,
        subject: i64,
        rev: i64,
        case: Option<i64>,
        body: &str,
        secret: bool,
    ) -> Result<Written> {
        let head = self.last.get().map_or_else(|| self.head(), Ok)?;
        let seq = head.seq + 1;
        let mut salt = [0; 32];
        if secret {
            salt = journal::secret_salt(&head.hash.0);
        } else {
            (self.random)(&mut salt);
        }
        let mut entry = Entry {
            seq,
            tx: self.first.unwrap_or(seq),
            at: self.now.to_string(),
            zone: self.command.zone.clone(),
            actor: self.command.actor.map_or(0, |id| id.0),
            machine: self.command.machine.clone(),
            action: self.command.action.to_owned(),
            reason: self.command.reason.clone(),
            kind: kind.to_owned(),
            subject,
            rev,
            case_id: case,
            request: self.command.request.clone().filter(|_| self.first.is_none()),
            digest: journal::digest(&salt, body.as_bytes()),
            prev: head.hash,
            hash: Hash([0; 32]),
        };
        entry.hash = entry.seal();
        self.insert(&entry)?;
        if !secret {
            let insert = "INSERT INTO content(seq, salt, body) VALUES(?1, ?2, ?3)";
            self.db.prepare_cached(insert)?.execute(params![seq, salt, body])?;
        }
        self.first.get_or_insert(seq);
        self.last.set(Some(Head { seq, hash: entry.hash }));
        Ok(Written { rev: Rev(rev), seq, digest: entry.digest })
    }

    fn insert(&self, e: &Entry) -> Result<()> {
        let sql = format!(
            "INSERT INTO journal({}) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16)",
            journal::COLUMNS
        );
        let values = params![
            e.seq, e.tx, e.at, e.zone, e.actor, e.machine, e.action, e.reason, e.kind, e.subject, e.rev, e.case_id,
            e.request, e.digest.0, e.prev.0, e.hash.0
        ];
        self.db.prepare_cached(&sql)?.execute(values)?;
        Ok(())
    }

    /// No row claims a file that is not kept.
    fn must_keep(&self, table: Table, text: &str) -> Result<()> {
        #[derive(Deserialize)]
        struct OfFile {
            sha256: FileDigest,
        }
        if table != Table::File {
            return Ok(());
        }
        let of: OfFile = serde_json::from_str(text).map_err(|cause| Error::Body { kind: table.name(), cause })?;
        self.files.open(&of.sha256).map(drop)
    }
}

fn kept<T: Record>(row: &Row) -> Result<Kept<T>> {
    let text = row.get_ref(3)?.as_str().map_err(rusqlite::Error::from)?;
    let body = serde_json::from_str(text).map_err(|cause| Error::Body { kind: T::TABLE.name(), cause })?;
    Ok(Kept { id: row.get::<_, i64>(0)?.into(), rev: Rev(row.get(1)?), seq: row.get(2)?, body })
}

fn text_of<T: Record>(body: &T) -> Result<String> {
    serde_json::to_string(body).map_err(|cause| Error::Body { kind: T::TABLE.name(), cause })
}

/// The case that a body names.
fn case_in(table: Table, text: &str) -> Result<Option<i64>> {
    #[derive(Deserialize)]
    struct OfCase {
        case: Option<i64>,
    }
    let of: OfCase = serde_json::from_str(text).map_err(|cause| Error::Body { kind: table.name(), cause })?;
    Ok(of.case)
}
