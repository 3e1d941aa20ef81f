//! May I, and if not why.

use super::known::{is_over, written};
use super::may::{Actor, may, named};
use super::own::not_by_oneself;
use crate::case::{Case, TaskKey, TaskRow, TaskState};
use crate::choice::Choice;
use crate::fact::Fact;
use crate::fields::Seen;
use crate::path::Target;
use crate::procedure::{By, Procedure, Proven, StageId, Task, TaskId};
use crate::record::{RecordKind, RecordState};
use crate::section::{Kind, Nature};
use serde::Serialize;
use ts_rs::TS;

/// One reason why not. A variant exists because the form shows it in its own words and jumps to its own place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Blocked {
    /// The task is not open: the case stands in this stage.
    NotNow {
        /// Where it stands.
        stage: StageId,
    },
    /// Somebody else does this.
    NeedsRole {
        /// Any one of these.
        by: Vec<By>,
    },
    /// Another task comes first.
    Waits {
        /// This one.
        task: TaskId,
    },
    /// A field that the task demands is empty.
    Missing {
        /// `section.field`.
        field: String,
    },
    /// The person did this task, which is now to be approved or verified.
    OwnWork {
        /// This one.
        task: TaskId,
    },
    /// The complaint is about this person (V-6).
    Subject,
    /// A side record is still open.
    Record {
        /// Of this kind.
        kind: RecordKind,
    },
    /// The procedure does not let this be skipped, reported ahead, done on paper or on behalf.
    NotAllowed {
        /// `not_needed`, `reported`, `paper`, `behalf`.
        step: &'static str,
    },
    /// 补办: by phone another answer was given. For another one the case is taken back to a stage on its way.
    SaidOtherwise {
        /// `section.field` of the answer.
        field: String,
    },
    /// It is signed, with the password or on paper.
    NeedsSignature,
    /// A reason in words is missing.
    NeedsReason,
    /// The case is archived, withdrawn, merged into another or void.
    ReadOnly,
    /// The person has asked for this themselves: somebody else approves it.
    OwnRequest,
    /// What this task signed was changed since: it is signed again before the case goes to the archive.
    Void {
        /// This one.
        task: TaskId,
    },
    /// It waits for one named account: passed to it, or asked of it.
    Given,
    /// The person who was chosen cannot do this: holds no post for it, has a part in what is judged, or was asked before.
    NotThem,
    /// Only whose work it was takes it back.
    NotYours,
    /// Somebody has answered what was to be taken back: by this task.
    Answered {
        /// This one.
        task: TaskId,
    },
    /// Nobody moves a deadline that is their own to keep.
    OwnDeadline,
    /// The customer's own date is sooner; a later one needs the customer's agreement, and where it stands.
    CustomersDate,
    /// The clock of this machine stands behind the last entry of the journal; somebody has to say why first.
    Clock,
}

/// Every reason why this person cannot do this task now; empty means that they can.
pub fn blockers(p: &Proven, c: &Case, who: &Actor, key: &TaskKey) -> Vec<Blocked> {
    let not_now = || Blocked::NotNow { stage: c.head.stage.clone() };
    let (Some(task), Some(row)) = (p.task(&key.task), c.task(key)) else { return vec![not_now()] };
    if c.head.state.is_read_only() {
        return vec![Blocked::ReadOnly];
    }
    if let Some(to) = row.told() {
        return told(c, who, task, row, to);
    }
    let mut out = vec![];
    let again = row.state == TaskState::Done && c.is_void(row);
    if !again && !matches!(row.state, TaskState::Open | TaskState::Waiting | TaskState::Ahead) {
        out.push(not_now());
    }
    out.extend(not_for(c, who, task, row));
    let then = c.behind(row);
    out.extend(
        task.after
            .iter()
            .filter(|first| !is_clear(p, &then, task, first, row.line()))
            .map(|first| Blocked::Waits { task: first.clone() }),
    );
    out.extend(missing(p, &then, task, row));
    out.extend(said_otherwise(p, c, task, row));
    out.extend(not_by_oneself(p, c, who, task, row));
    let open = |kind: &RecordKind| c.records_of(*kind).any(|record| record.state == RecordState::Open);
    out.extend(task.no_open.iter().copied().filter(open).map(|kind| Blocked::Record { kind }));
    out
}

/// Somebody else does it.
pub(super) fn not_for(c: &Case, who: &Actor, task: &Task, row: &TaskRow) -> Option<Blocked> {
    let is_named = named(row).is_some();
    (!may(c, who, task, row))
        .then(|| if is_named { Blocked::Given } else { Blocked::NeedsRole { by: task.by.clone() } })
}

/// Of what is merely to be read: it waits for nothing, and asks for nothing but that somebody is meant who reads it.
fn told(c: &Case, who: &Actor, task: &Task, row: &TaskRow, to: By) -> Vec<Blocked> {
    let closed = (row.state != TaskState::Open).then(|| Blocked::NotNow { stage: c.head.stage.clone() });
    let strange = (!may(c, who, task, row)).then(|| Blocked::NeedsRole { by: vec![to] });
    closed.into_iter().chain(strange).collect()
}

/// Every reason why this person cannot work on the case at all: pause it, add a record, bring a file, record what somebody
/// else did. Whoever holds a post of the procedure at that plant can, until the archive.
pub fn may_work(p: &Procedure, c: &Case, who: &Actor) -> Vec<Blocked> {
    let mut out = vec![];
    if c.head.state.is_read_only() {
        out.push(Blocked::ReadOnly);
    }
    if !who.posts.iter().any(|post| p.roles.iter().any(|role| role.id == post.role)) {
        out.push(Blocked::NeedsRole { by: p.roles.iter().map(|role| By::Role(role.id.clone())).collect() });
    }
    out
}

/// Every reason why this person cannot save this section or the record of a task now.
///
/// What an open task fills may be saved by whoever may do the task, or record it. What was registered may be corrected
/// until the archive, and what is signed may be changed, both with a reason (I-13, A-5). A decision that was made stands.
pub fn may_save(
    p: &Proven,
    c: &Case,
    who: &Actor,
    target: Target,
    key: Option<&TaskKey>,
    reason: &str,
) -> Vec<Blocked> {
    if c.head.state.is_read_only() {
        return vec![Blocked::ReadOnly];
    }
    let fills: Vec<(&Task, &TaskRow)> = c
        .tasks
        .iter()
        .filter(|row| !row.is_told() && key.is_none_or(|key| row.is(key)))
        .filter_map(|row| p.task(&row.task).map(|task| (task, row)))
        .filter(|(task, _)| task.fills.contains(&target))
        .collect();
    let mine =
        |task: &Task, row: &TaskRow| may(c, who, task, row) || (task.on_behalf || task.paper) && !who.posts.is_empty();
    let open: Vec<_> =
        fills.iter().filter(|(_, row)| matches!(row.state, TaskState::Open | TaskState::Ahead)).collect();
    let done: Vec<_> = fills.iter().filter(|(_, row)| row.state == TaskState::Done).collect();
    let is_work =
        matches!(target, Target::Section(kind) if kind.nature() == Nature::Work) || matches!(target, Target::Record(_));
    let reasons_are_due = reason.trim().is_empty() && (is_locked(p, c, target) || open.is_empty());
    if open.iter().any(|(task, row)| mine(task, row))
        || is_work && open.is_empty() && done.iter().any(|(task, row)| mine(task, row))
    {
        return if is_work && reasons_are_due { vec![Blocked::NeedsReason] } else { vec![] };
    }
    let candidates = if open.is_empty() && is_work { done } else { open };
    if candidates.is_empty() {
        return vec![Blocked::NotNow { stage: c.head.stage.clone() }];
    }
    candidates.iter().filter_map(|(task, row)| not_for(c, who, task, row)).take(1).collect()
}

/// A signature that stands covers it.
fn is_locked(p: &Procedure, c: &Case, target: Target) -> bool {
    let signed = |row: &&TaskRow| row.state == TaskState::Done && !row.set_aside && !row.is_told();
    c.tasks.iter().filter(signed).any(|row| p.task(&row.task).is_some_and(|task| task.covers().contains(&target)))
}

/// What `line` of the task waits for is over; of two tasks over one list only the rows of its own line.
pub(super) fn is_clear(p: &Procedure, c: &Case, task: &Task, first: &TaskId, line: &str) -> bool {
    if p.same_list(task, first) {
        let mut rows = c.rows(first).filter(|row| row.line() == line).peekable();
        rows.peek().is_some() && rows.all(|row| row.state.is_over())
    } else {
        is_over(c, first)
    }
}

fn missing(p: &Procedure, c: &Case, task: &Task, row: &TaskRow) -> Vec<Blocked> {
    let key = &row.key();
    let has =
        |path: &crate::path::Path| c.filled_by(task, key, path.target).is_some_and(|body| body.filled(&path.field));
    let mut out: Vec<Blocked> =
        task.needs.iter().filter(|path| !has(path)).map(|path| Blocked::Missing { field: path.to_string() }).collect();
    out.extend(unsaid_rejection(p, c, task, row));
    out
}

/// What was reported ahead is made up with the answer that was given by phone: the case went on by it.
fn said_otherwise(p: &Procedure, c: &Case, task: &Task, row: &TaskRow) -> Vec<Blocked> {
    let Some(reported) = row.reported.as_ref().filter(|_| row.state == TaskState::Ahead) else { return vec![] };
    let differs = |fact: &Fact, said: &str| written(p, c, task, &row.key(), *fact).is_some_and(|word| word != said);
    let otherwise = reported.said.iter().filter(|(fact, said)| differs(fact, said));
    otherwise.map(|(fact, _)| Blocked::SaidOtherwise { field: fact.path().to_string() }).collect()
}

/// A rejection says why, and where the case goes when there is a choice.
fn unsaid_rejection(p: &Procedure, c: &Case, task: &Task, row: &TaskRow) -> Vec<Blocked> {
    let Some(body) = c.filled_by(task, &row.key(), Target::Section(Kind::Approval)) else { return vec![] };
    if !task.fills.contains(&Target::Section(Kind::Approval))
        || body.seen("answer") != Seen::Word(crate::choice::Answer::Rejected.word())
    {
        return vec![];
    }
    let choices = p.stage(&row.stage).into_iter().flat_map(|stage| &stage.exits).filter(|exit| exit.to.len() > 1);
    let chosen = |exit: &crate::procedure::Exit| matches!(body.seen("back_to"), Seen::Text(to) if exit.to.iter().any(|stage| stage == to));
    let unchosen = choices.into_iter().any(|exit| !chosen(exit));
    let mut out = vec![];
    if !body.filled("reason") {
        out.push(Blocked::Missing { field: "approval.reason".into() });
    }
    if unchosen {
        out.push(Blocked::Missing { field: "approval.back_to".into() });
    }
    out
}
