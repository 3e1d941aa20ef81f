//! The derived rows of one case: made, written, and read back to be compared.

use super::{action, board, files, inbox, register, remind};
use crate::error::Result;
use kesu_domain::case::Case;
use kesu_domain::derive::{self, ActionRow, InboxRow, RegisterRow, Reminder, Token, WaitRow};
use kesu_domain::engine::{Moment, clocks};
use kesu_domain::id::{AccountId, CaseId};
use kesu_domain::people::FileDigest;
use kesu_domain::procedure::Proven;
use kesu_domain::time::{Calendar, Stamp};
use rusqlite::{Connection, params};
use std::collections::{BTreeMap, BTreeSet};

/// The tables of derived rows, by case.
pub(crate) const TABLES: [&str; 8] =
    ["register", "inbox", "reminder", "wait", "action", "hand", "participant", "file_use"];

/// What is derived of one case.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Rows {
    pub(crate) register: Option<RegisterRow>,
    pub(crate) inbox: Vec<InboxRow>,
    pub(crate) reminders: Vec<Reminder>,
    pub(crate) waits: Vec<WaitRow>,
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
        let reminders = derive::reminders(p, case, &clocks, calendar);
        Ok(Rows {
            register: Some(derive::register(case, &clocks, calendar.zone())),
            inbox: inbox::in_order(derive::inbox(p, case, &clocks, &reminders)),
            waits: board::in_order(derive::waits(p, case, &clocks)),
            reminders,
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
            ("reminder", self.reminders == other.reminders),
            ("wait", self.waits == other.waits),
            ("action", self.actions == other.actions),
            ("hand", self.hands == other.hands),
            ("participant", self.participants == other.participants),
            ("file_use", self.files == other.files),
        ];
        all.into_iter().filter(|(_, equal)| !equal).map(|(table, _)| table).collect()
    }
}

/// Makes the derived rows of a case anew; the search index is not among them. `old` are those that stand there; of a new
/// case there are none.
pub(crate) fn replace(
    db: &Connection,
    id: CaseId,
    case: &Case,
    p: &Proven,
    calendar: &Calendar,
    now: Stamp,
    old: &Rows,
) -> Result<()> {
    let rows = Rows::made(db, id, case, p, calendar, now)?;
    // Most saves leave most tables as they are: what is equal is not written.
    if let Some(row) = rows.register.as_ref().filter(|_| rows.register != old.register) {
        register::write(db, id, row)?;
    }
    // Of a case that is new nothing is taken away.
    let is_new = *old == Rows::default();
    let anew = |table: &str| if is_new { Ok(()) } else { clear(db, table, id) };
    if rows.inbox != old.inbox {
        anew("inbox")?;
        inbox::write(db, id, &rows.inbox)?;
    }
    if rows.reminders != old.reminders {
        anew("reminder")?;
        remind::write(db, id, &rows.reminders)?;
    }
    // What waits is shown with its case: the row of the register goes with it.
    if rows.waits != old.waits || rows.register != old.register {
        anew("wait")?;
        board::write(db, id, case, &rows.waits)?;
    }
    if rows.actions != old.actions {
        anew("action")?;
        action::write(db, id, &rows.actions)?;
    }
    if rows.hands != old.hands {
        anew("hand")?;
        register::write_hands(db, id, &rows.hands)?;
    }
    if rows.participants != old.participants {
        anew("participant")?;
        write_participants(db, id, &rows.participants)?;
    }
    if rows.files != old.files {
        anew("file_use")?;
        files::write(db, id, &rows.files)?;
    }
    Ok(())
}

/// Takes the rows of a case out of one of [`TABLES`].
pub(super) fn clear(db: &Connection, table: &str, id: CaseId) -> Result<()> {
    db.prepare_cached(&format!("DELETE FROM {table} WHERE case_id = ?1"))?.execute([id.0])?;
    Ok(())
}

fn write_participants(db: &Connection, id: CaseId, tokens: &BTreeSet<Token>) -> Result<()> {
    let mut insert = db.prepare_cached("INSERT INTO participant(case_id, token) VALUES(?1, ?2)")?;
    for token in tokens {
        insert.execute(params![id.0, token])?;
    }
    Ok(())
}

/// Makes what hangs on the calendar anew, where it is another than it was: deadlines, reminders, what waits. True where it is.
pub(crate) fn follow(
    db: &Connection,
    id: CaseId,
    case: &Case,
    p: &Proven,
    calendar: &Calendar,
    now: Stamp,
) -> Result<bool> {
    let clocks = clocks(p, case, &Moment { now, calendar });
    let row = derive::register(case, &clocks, calendar.zone());
    let reminders = derive::reminders(p, case, &clocks, calendar);
    let rows = inbox::in_order(derive::inbox(p, case, &clocks, &reminders));
    if inbox::stored(db, id)? == rows && remind::stored(db, id)? == reminders {
        return Ok(false);
    }
    for table in ["inbox", "reminder", "wait"] {
        clear(db, table, id)?;
    }
    register::write(db, id, &row)?;
    inbox::write(db, id, &rows)?;
    remind::write(db, id, &reminders)?;
    board::write(db, id, case, &board::in_order(derive::waits(p, case, &clocks)))?;
    Ok(true)
}

/// The derived rows as they stand.
pub(crate) fn stored(db: &Connection, id: CaseId) -> Result<Rows> {
    let mut query = db.prepare_cached("SELECT token FROM participant WHERE case_id = ?1")?;
    let participants = query.query_map([id.0], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    let (register, inbox) = (register::stored(db, id)?, inbox::stored(db, id)?);
    let (actions, hands) = (action::stored(db, id)?, register::stored_hands(db, id)?);
    let (reminders, waits) = (remind::stored(db, id)?, board::stored(db, id)?);
    Ok(Rows { register, inbox, reminders, waits, actions, hands, participants, files: files::stored(db, id)? })
}

/// Cases that derived rows name and that are not there, with the table.
pub(crate) fn strays(db: &Connection) -> Result<Vec<(&'static str, CaseId)>> {
    let mut found = vec![];
    for table in TABLES {
        let sql = format!("SELECT DISTINCT case_id FROM {table} WHERE case_id NOT IN (SELECT id FROM cases)");
        let mut query = db.prepare(&sql)?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            found.push((table, CaseId(row.get(0)?)));
        }
    }
    Ok(found)
}
