//! The derived rows of one case: made, written, and read back to be compared.

use super::{action, files, inbox, register, search};
use crate::error::Result;
use kesu_domain::case::Case;
use kesu_domain::derive::{self, ActionRow, InboxRow, RegisterRow, Token};
use kesu_domain::engine::{Moment, clocks};
use kesu_domain::id::{AccountId, CaseId};
use kesu_domain::people::FileDigest;
use kesu_domain::procedure::Proven;
use kesu_domain::time::{Calendar, Stamp};
use rusqlite::{Connection, params};
use std::collections::{BTreeMap, BTreeSet};

/// What is derived of one case.
#[derive(Debug, PartialEq)]
pub(crate) struct Rows {
    pub(crate) register: Option<RegisterRow>,
    pub(crate) inbox: Vec<InboxRow>,
    pub(crate) actions: Vec<ActionRow>,
    pub(crate) hands: BTreeMap<AccountId, bool>,
    pub(crate) participants: BTreeSet<Token>,
    pub(crate) files: BTreeSet<FileDigest>,
}

impl Rows {
    /// Made of the case. Files that only its signatures and issued forms name are read beside it.
    pub(crate) fn made(
        db: &Connection,
        id: CaseId,
        case: &Case,
        p: &Proven,
        calendar: &Calendar,
        now: Stamp,
    ) -> Result<Rows> {
        let clocks = clocks(p, case, &Moment { now, calendar });
        let mut files = derive::files(case);
        files.extend(files::beside(db, id)?);
        Ok(Rows {
            register: Some(derive::register(case, &clocks, calendar.zone())),
            inbox: inbox::in_order(derive::inbox(p, case, &clocks)),
            actions: derive::actions(p, case, calendar.zone()),
            hands: derive::hands(case),
            participants: derive::participants(p, case),
            files,
        })
    }

    /// The tables in which two differ.
    pub(crate) fn differ(&self, other: &Rows) -> Vec<&'static str> {
        let all = [
            ("register", self.register == other.register),
            ("inbox", self.inbox == other.inbox),
            ("action", self.actions == other.actions),
            ("hand", self.hands == other.hands),
            ("participant", self.participants == other.participants),
            ("file_use", self.files == other.files),
        ];
        all.into_iter().filter(|(_, equal)| !equal).map(|(table, _)| table).collect()
    }

    /// What moves with the clock.
    pub(crate) fn leave_out_deadlines(&mut self) {
        self.inbox.iter_mut().for_each(|row| (row.due, row.customer_due) = (None, None));
        if let Some(row) = &mut self.register {
            (row.next_due, row.next_task) = (None, None);
        }
    }
}

/// Makes the derived rows of a case anew, and marks it for the search index.
pub(crate) fn replace(
    db: &Connection,
    id: CaseId,
    case: &Case,
    p: &Proven,
    calendar: &Calendar,
    now: Stamp,
) -> Result<()> {
    let rows = Rows::made(db, id, case, p, calendar, now)?;
    if let Some(row) = &rows.register {
        register::write(db, id, row)?;
    }
    inbox::write(db, id, &rows.inbox)?;
    action::write(db, id, &rows.actions)?;
    register::write_hands(db, id, &rows.hands)?;
    db.prepare_cached("DELETE FROM participant WHERE case_id = ?1")?.execute([id.0])?;
    let mut insert = db.prepare_cached("INSERT INTO participant(case_id, token) VALUES(?1, ?2)")?;
    for token in &rows.participants {
        insert.execute(params![id.0, token])?;
    }
    files::write(db, id, &rows.files)?;
    search::mark(db, id)
}

/// The derived rows as they stand.
pub(crate) fn stored(db: &Connection, id: CaseId) -> Result<Rows> {
    let mut query = db.prepare_cached("SELECT token FROM participant WHERE case_id = ?1")?;
    let participants = query.query_map([id.0], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    let (register, inbox) = (register::stored(db, id)?, inbox::stored(db, id)?);
    let (actions, hands) = (action::stored(db, id)?, register::stored_hands(db, id)?);
    Ok(Rows { register, inbox, actions, hands, participants, files: files::stored(db, id)? })
}

/// Cases that derived rows name and that are not there, with the table.
pub(crate) fn strays(db: &Connection) -> Result<Vec<(&'static str, CaseId)>> {
    let mut found = vec![];
    for table in ["register", "inbox", "action", "hand", "participant", "file_use"] {
        let sql = format!("SELECT DISTINCT case_id FROM {table} WHERE case_id NOT IN (SELECT id FROM cases)");
        let mut query = db.prepare(&sql)?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            found.push((table, CaseId(row.get(0)?)));
        }
    }
    Ok(found)
}
