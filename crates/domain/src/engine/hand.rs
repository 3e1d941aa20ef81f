//! What a holder does with a task instead of doing it: passes it to somebody else 转审, asks one more to sign 加签, takes
//! back what was done 撤回. Each with a reason (design § 5).

use super::Moment;
use super::blocked::{Blocked, not_for};
use super::due::first_due;
use super::may::{Actor, may_by};
use super::own::{not_by_oneself, own_part};
use super::settle::settle;
use super::told::untell;
use crate::case::{Asked, Case, Hand, Passed, TakenBack, TaskKey, TaskRow, TaskState, added_slot};
use crate::id::AccountId;
use crate::procedure::{Does, Proven, Task};

/// Passes an open task to another account, who may do it too; it waits for that account alone from then on. Whoever passed
/// it takes it back by passing it to themselves.
///
/// # Errors
/// Every reason why not; the case is as it was.
pub fn pass(
    p: &Proven,
    c: &Case,
    who: &Actor,
    key: &TaskKey,
    to: &Actor,
    reason: &str,
    at: &Moment,
) -> Result<Case, Vec<Blocked>> {
    let (task, row) = found(p, c, key)?;
    let mut blocked = not_passing(c, who, task, row);
    let takes_back = passed_by(row) == who.who.account() && to.who == who.who;
    if !takes_back && (to.who == who.who || !fits(p, c, to, task, row)) {
        blocked.push(Blocked::NotThem);
    }
    let (by, reason) = said(who, reason, &mut blocked);
    let (Some(by), Some(account), true) = (by, to.who.account(), blocked.is_empty()) else { return Err(blocked) };
    let passed = (!takes_back).then_some(Passed { to: account, by, reason, at: at.now });
    Ok(with(c, key, |row| row.passed = passed))
}

/// Asks one more account to sign what is to be approved, verified or decided: one more row of the same task. Its word
/// counts like the holder's, the rules of own work hold for it, and the stage waits for it.
///
/// # Errors
/// Every reason why not; the case is as it was.
pub fn ask(
    p: &Proven,
    c: &Case,
    who: &Actor,
    key: &TaskKey,
    to: &Actor,
    reason: &str,
    at: &Moment,
) -> Result<Case, Vec<Blocked>> {
    let (task, row) = found(p, c, key)?;
    let mut blocked = not_asking(c, who, task, row);
    let slot = to.who.account().map(|account| added_slot(account, row.line())).unwrap_or_default();
    let known = c.task(&TaskKey { slot: slot.clone(), ..key.clone() });
    let is_asked = known.is_some_and(|row| row.state != TaskState::Superseded);
    if to.who == who.who || slot.is_empty() || is_asked || !own_part(p, c, to, task).is_empty() {
        blocked.push(Blocked::NotThem);
    }
    let (by, reason) = said(who, reason, &mut blocked);
    let (Some(by), true) = (by, blocked.is_empty()) else { return Err(blocked) };
    let fresh = TaskRow::new(&row.stage, task, &slot, row.round);
    let due =
        task.due.as_ref().and_then(|due| first_due(p, c, due, &TaskRow { opened: Some(at.now), ..fresh.clone() }, at));
    let asked = TaskRow {
        id: known.and_then(|row| row.id),
        state: TaskState::Open,
        opened: Some(at.now),
        first_due: due,
        asked: Some(Asked { by, reason, at: at.now }),
        ..fresh
    };
    let mut c = c.clone();
    match c.tasks.iter_mut().find(|row| row.is(&asked.key())) {
        Some(row) => *row = asked,
        None => c.tasks.push(asked),
    }
    settle(p, &mut c, at);
    Ok(c)
}

/// Takes back what one did, or recorded for somebody else, while the case stands in that stage and nobody has answered it:
/// the task is open again, and a signature that was given counts no more. Of a signer who was asked and has not answered,
/// whoever asked takes the question back.
///
/// # Errors
/// Every reason why not; the case is as it was.
pub fn take_back(
    p: &Proven,
    c: &Case,
    who: &Actor,
    key: &TaskKey,
    reason: &str,
    at: &Moment,
) -> Result<Case, Vec<Blocked>> {
    let (task, row) = found(p, c, key)?;
    let mut blocked = not_taking_back(p, c, who, task, row);
    let (by, reason) = said(who, reason, &mut blocked);
    let (Some(by), true) = (by, blocked.is_empty()) else { return Err(blocked) };
    let row = row.clone();
    let mut c = with(c, key, |row| {
        row.taken_back.push(TakenBack { by, reason, at: at.now });
        row.state = if row.state.is_over() { TaskState::Open } else { TaskState::Superseded };
        (row.done_at, row.done_by, row.hand, row.reported) = (None, None, None, None);
        row.reason.clear();
    });
    untell(&mut c, &row);
    ask_anew(p, &mut c, task, &row);
    settle(p, &mut c, at);
    Ok(c)
}

/// Why this person cannot pass it on.
pub(super) fn not_passing(c: &Case, who: &Actor, task: &Task, row: &TaskRow) -> Vec<Blocked> {
    let mut blocked = closed(c, matches!(row.state, TaskState::Open | TaskState::Ahead));
    if !row.is_own() {
        blocked.push(Blocked::NotAllowed { step: "pass" });
    }
    let is_passer = passed_by(row).is_some_and(|by| who.who.account() == Some(by));
    blocked.extend(not_for(c, who, task, row).filter(|_| !is_passer));
    blocked
}

/// Why this person cannot ask one more to sign it.
pub(super) fn not_asking(c: &Case, who: &Actor, task: &Task, row: &TaskRow) -> Vec<Blocked> {
    let mut blocked = closed(c, row.state == TaskState::Open);
    let judges = match task.does {
        Does::Approve | Does::Verify | Does::Decide => true,
        Does::Fill | Does::Send | Does::Meet | Does::CheckList => false,
    };
    if !judges || row.is_told() {
        blocked.push(Blocked::NotAllowed { step: "ask" });
    }
    blocked.extend(not_for(c, who, task, row));
    blocked
}

/// Why this person cannot take it back.
pub(super) fn not_taking_back(p: &Proven, c: &Case, who: &Actor, task: &Task, row: &TaskRow) -> Vec<Blocked> {
    let account = who.who.account();
    let question = row.asked.as_ref().filter(|_| row.state == TaskState::Open);
    let done = matches!(row.state, TaskState::Done | TaskState::NotNeeded | TaskState::Ahead);
    let latest = row.stage == c.head.stage && c.rows(&row.task).any(|latest| latest.round == row.round);
    let mut blocked = closed(c, latest && (done || question.is_some()));
    if row.is_told() {
        blocked.push(Blocked::NotAllowed { step: "withdraw" });
    }
    let is_theirs = match question {
        Some(asked) => account == Some(asked.by),
        None => row.done_by.as_ref() == Some(who.who) || row.hand.as_ref().map(Hand::by) == account,
    };
    if !is_theirs {
        blocked.push(Blocked::NotYours);
    }
    blocked.extend(answer(p, c, task, row).map(|other| Blocked::Answered { task: other.task.clone() }));
    blocked
}

/// The row of a task that waited for this one, or covers what it filled, and was done since.
fn answer<'a>(p: &Proven, c: &'a Case, task: &Task, row: &TaskRow) -> Option<&'a TaskRow> {
    let follows = |other: &&TaskRow| {
        let Some(next) = p.task(&other.task).filter(|next| next.id != task.id && !other.is_told()) else {
            return false;
        };
        let apart = p.same_list(next, &task.id) && other.line() != row.line();
        let waits = next.after.contains(&task.id) && !apart;
        waits || next.covers().iter().any(|target| task.fills.contains(target))
    };
    let since = |other: &&TaskRow| {
        matches!(other.state, TaskState::Done | TaskState::Ahead | TaskState::NotNeeded)
            && (other.stage == row.stage && other.round == row.round || other.done_at > row.done_at)
    };
    c.tasks.iter().filter(since).find(follows)
}

/// What follows from it is asked anew: members whom a quorum had made needless, and tasks over a list that it filled.
fn ask_anew(p: &Proven, c: &mut Case, task: &Task, taken: &TaskRow) {
    let same = |row: &&mut TaskRow| row.task == taken.task && row.round == taken.round && row.is_own();
    let needless = |row: &&mut TaskRow| row.state == TaskState::Superseded && row.opened.is_some();
    for row in c.tasks.iter_mut().filter(same).filter(needless).filter(|_| task.quorum.is_some()) {
        row.state = TaskState::Open;
    }
    let over_it = |next: &&Task| next.each.as_ref().is_some_and(|list| task.fills.contains(&list.target));
    for next in p.stage(&taken.stage).into_iter().flat_map(|stage| &stage.tasks).filter(over_it) {
        let rows = |row: &&mut TaskRow| row.task == next.id && row.round == taken.round && !row.is_told();
        let mut begins = false;
        for row in c.tasks.iter_mut().filter(rows) {
            begins |= row.slot.is_empty();
            row.state = if row.slot.is_empty() { TaskState::Waiting } else { TaskState::Superseded };
        }
        if !begins {
            c.tasks.push(TaskRow::new(&taken.stage, next, "", taken.round));
        }
    }
}

fn found<'a>(p: &'a Proven, c: &'a Case, key: &TaskKey) -> Result<(&'a Task, &'a TaskRow), Vec<Blocked>> {
    p.task(&key.task).zip(c.task(key)).ok_or_else(|| vec![Blocked::NotNow { stage: c.head.stage.clone() }])
}

/// The case is over, or the row is not where it can be touched.
fn closed(c: &Case, is_there: bool) -> Vec<Blocked> {
    if c.head.state.is_read_only() {
        vec![Blocked::ReadOnly]
    } else if is_there {
        vec![]
    } else {
        vec![Blocked::NotNow { stage: c.head.stage.clone() }]
    }
}

/// May do it by what the procedure says, and has no part in the matter.
fn fits(p: &Proven, c: &Case, to: &Actor, task: &Task, row: &TaskRow) -> bool {
    to.who.account().is_some() && may_by(c, to, task, row.line()) && not_by_oneself(p, c, to, task, row).is_empty()
}

fn passed_by(row: &TaskRow) -> Option<AccountId> {
    row.passed.as_ref().map(|passed| passed.by)
}

/// Who says it, and why: nobody does such a thing without a reason.
fn said(who: &Actor, reason: &str, blocked: &mut Vec<Blocked>) -> (Option<AccountId>, String) {
    if reason.trim().is_empty() {
        blocked.push(Blocked::NeedsReason);
    }
    (who.who.account(), reason.trim().to_owned())
}

fn with(c: &Case, key: &TaskKey, change: impl FnOnce(&mut TaskRow)) -> Case {
    let mut c = c.clone();
    if let Some(row) = c.tasks.iter_mut().find(|row| row.is(key)) {
        change(row);
    }
    c
}

/// Something that a person may do with a row of a task beside doing it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Offer {
    /// 转审
    Pass,
    /// 加签
    Ask,
    /// 撤回
    TakeBack,
    /// 批准调整期限
    Move,
}

/// What this person may do with this row beside doing it.
pub fn offers(p: &Proven, c: &Case, who: &Actor, key: &TaskKey) -> Vec<Offer> {
    let Ok((task, row)) = found(p, c, key) else { return vec![] };
    let all = [
        (Offer::Pass, not_passing(c, who, task, row)),
        (Offer::Ask, not_asking(c, who, task, row)),
        (Offer::TakeBack, not_taking_back(p, c, who, task, row)),
        (Offer::Move, super::moving::not_moving(p, c, who, task, row)),
    ];
    all.into_iter().filter(|(_, blocked)| blocked.is_empty()).map(|(offer, _)| offer).collect()
}
