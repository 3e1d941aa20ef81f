use super::{Command, Random, Read};
use crate::clock::Clock;
use crate::derived::{Me, Words};
use crate::error::{Error, Result};
use crate::files::Files;
use crate::journal::{self, Entry, Event, Hash, Head};
use crate::known::Known;
use crate::record::{Record, Rev};
use crate::schema::Table;
use kesu_domain::id::CaseId;
use kesu_domain::people::FileDigest;
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use std::cell::{Cell, OnceCell};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The columns of [`journal::COLUMNS`], in the same order.
const INSERT: &str =
    "INSERT INTO journal(seq, tx, at, zone, actor, machine, action, reason, kind, subject, rev, case_id,
  request, digest, prev, hash) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16)";

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
    /// The last id of each table to which this command added, likewise.
    ids: BTreeMap<Table, i64>,
    pub(crate) erased: bool,
    /// Words that the search index has to follow.
    pub(crate) words: Vec<Words>,
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
    pub(crate) words: Vec<Words>,
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
                ids: BTreeMap::new(),
                erased: false,
                words: vec![],
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
        self.read.me = OnceCell::from(Arc::new(Me::all()));
        self
    }

    /// The command is over.
    pub(crate) fn over(self) -> After {
        After { erased: self.erased, words: self.words, touched: self.touched, head: self.last.get() }
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
        let id = match self.ids.get(&table) {
            Some(last) => last + 1,
            None => self.db.prepare_cached(table.sql_next())?.query_row([], |row| row.get(0))?,
        };
        let written = self.append_row(table, id, 1, text)?;
        self.db.prepare_cached(table.sql_insert())?.execute(params![id, written.seq, text])?;
        self.ids.insert(table, id);
        Ok((id, written))
    }

    /// [`Write::put`] for a body that is text already; `None` when the bytes are equal.
    pub(crate) fn put_text(&mut self, table: Table, id: i64, rev: Rev, text: &str) -> Result<Option<Written>> {
        let found = self
            .db
            .prepare_cached(table.sql_stand())?
            .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let (current, old): (i64, String) = found.ok_or_else(|| Error::NotFound(format!("{} {id}", table.name())))?;
        if current != rev.0 {
            return Err(Error::Conflict { current });
        }
        if text == old {
            return Ok(None);
        }
        self.must_keep(table, text)?;
        let written = self.append_row(table, id, current + 1, text)?;
        self.db.prepare_cached(table.sql_update())?.execute(params![id, current + 1, written.seq, text])?;
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
        if case.is_none() {
            self.read.masters.take();
        }
        self.first.get_or_insert(seq);
        self.last.set(Some(Head { seq, hash: entry.hash }));
        Ok(Written { rev: Rev(rev), seq, digest: entry.digest })
    }

    fn insert(&self, e: &Entry) -> Result<()> {
        let values = params![
            e.seq, e.tx, e.at, e.zone, e.actor, e.machine, e.action, e.reason, e.kind, e.subject, e.rev, e.case_id,
            e.request, e.digest.0, e.prev.0, e.hash.0
        ];
        self.db.prepare_cached(INSERT)?.execute(values)?;
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
