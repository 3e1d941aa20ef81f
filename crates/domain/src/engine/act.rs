//! Acting: each asks first, then returns the new case.

use super::blocked::{Blocked, blockers};
use super::known::answers;
use super::may::{Actor, deputy_for, means};
use super::own::own_part;
use super::settle::{enter, leave, settle};
use super::{Moment, Step};
use crate::case::{Case, CaseState, Excuse, Hand, Head, Reopened, Reported, TaskKey, TaskState};
use crate::path::Target;
use crate::procedure::{ARCHIVE, Proven, StageId, Task};
use crate::section::Kind;
use std::collections::BTreeMap;

/// A new case in the first stage of its procedure.
pub fn begin(p: &Proven, head: Head, at: &Moment) -> Case {
    let mut case = Case { head, tasks: vec![], sections: vec![], records: vec![], voided: vec![], written: vec![] };
    if let Some(first) = p.stages.first() {
        enter(p, &mut case, &first.id, at);
    }
    settle(p, &mut case, at);
    case
}

/// How a task is done.
#[derive(Debug, Clone)]
pub struct Doing<'a> {
    /// Done, not needed, or reported ahead.
    pub step: Step,
    /// On paper or on behalf; `None` by the account itself.
    pub hand: Option<Hand>,
    /// A signature by account goes with it.
    pub signed: bool,
    /// Why not needed, or how reported.
    pub reason: &'a str,
}

/// Does the task and settles the case.
///
/// # Errors
/// Every reason why not; the case is as it was.
pub fn advance(
    p: &Proven,
    c: &Case,
    who: &Actor,
    key: &TaskKey,
    doing: &Doing,
    at: &Moment,
) -> Result<Case, Vec<Blocked>> {
    let mut blocked = blockers(p, c, who, key);
    let Some(task) = p.task(&key.task) else { return Err(blocked) };
    if doing.step != Step::Done {
        let needless = |field: &str| doing.step != Step::Reported || !is_answer(task, field);
        blocked.retain(|b| !matches!(b, Blocked::Missing { field } if needless(field)));
        if doing.reason.trim().is_empty() {
            blocked.push(Blocked::NeedsReason);
        }
    }
    // What one is told is read, and nothing else.
    let is_told = key.is_told();
    let (allowed, step) = match doing.step {
        Step::Done => (true, "done"),
        Step::NotNeeded => (task.optional && !is_told, "not_needed"),
        Step::Reported => (task.ahead.is_some() && !is_told, "reported"),
    };
    if !allowed {
        blocked.push(Blocked::NotAllowed { step });
    }
    match &doing.hand {
        // What is signed by hand is done: nobody signs that it is not needed, or that it follows.
        Some(Hand::Paper { .. }) if !task.paper || is_told || doing.step != Step::Done => {
            blocked.push(Blocked::NotAllowed { step: "paper" })
        }
        Some(Hand::Behalf { .. }) if !task.on_behalf => blocked.push(Blocked::NotAllowed { step: "behalf" }),
        Some(Hand::Paper { .. }) => {}
        Some(Hand::Behalf { .. }) | None => {
            if task.signs.is_some() && !is_told && doing.step == Step::Done && !doing.signed {
                blocked.push(Blocked::NeedsSignature);
            }
        }
    }
    if !blocked.is_empty() {
        return Err(blocked);
    }
    let said = if doing.step == Step::Reported { answers(p, c, task, key) } else { BTreeMap::new() };
    let stands_in = c.task(key).and_then(|row| deputy_for(c, who, task, row));
    let mut c = c.clone();
    if let Some(row) = c.tasks.iter_mut().find(|row| row.is(key)) {
        row.state = match doing.step {
            Step::Done => TaskState::Done,
            Step::NotNeeded => TaskState::NotNeeded,
            Step::Reported => TaskState::Ahead,
        };
        row.done_at = Some(at.now);
        row.done_by = Some(who.who.clone());
        row.deputy_for = stands_in;
        row.hand.clone_from(&doing.hand);
        row.reason = doing.reason.trim().to_owned();
        if doing.step == Step::Reported {
            let (by, hand, reason) = (who.who.clone(), doing.hand.clone(), row.reason.clone());
            row.reported = Some(Reported { at: at.now, by, hand, reason, said });
        }
    }
    c.voided.retain(|void| void != key);
    settle(p, &mut c, at);
    Ok(c)
}

/// What is said by phone when a task is reported ahead: the words that decide where the case goes, and a rejection's reason.
fn is_answer(task: &Task, field: &str) -> bool {
    task.decides().map(|fact| fact.path()).any(|path| {
        path.to_string() == field || path.target == Target::Section(Kind::Approval) && field.starts_with("approval.")
    })
}

/// Takes the case back by hand to a stage on its way that the procedure names.
///
/// # Errors
/// Why not.
pub fn reopen(p: &Proven, c: &Case, who: &Actor, to: &StageId, at: &Moment) -> Result<Case, Vec<Blocked>> {
    // A void number and a case that went into another stay what they are.
    if matches!(c.head.state, CaseState::Void | CaseState::Merged) {
        return Err(vec![Blocked::ReadOnly]);
    }
    let Some(rule) = p.reopen.iter().find(|rule| rule.to == *to && c.head.way.contains(to)) else {
        return Err(vec![Blocked::NotNow { stage: c.head.stage.clone() }]);
    };
    if !rule.by.iter().any(|by| means(c, who, by, None)) {
        return Err(vec![Blocked::NeedsRole { by: rule.by.clone() }]);
    }
    let mut c = c.clone();
    c.restart();
    leave(p, &mut c);
    c.head.take_ends_back();
    if let Some(by) = who.recorded_by.or(who.who.account()) {
        c.head.reopened.push(Reopened { at: at.now, to: to.clone(), by });
    }
    enter(p, &mut c, to, at);
    settle(p, &mut c, at);
    Ok(c)
}

/// Settles a case of which a registered fact was corrected (I-8, I-13): what depends on it in the present stage opens, or is
/// skipped. What was left behind stays as it is.
pub fn corrected(p: &Proven, c: &Case, at: &Moment) -> Case {
    let mut c = c.clone();
    settle(p, &mut c, at);
    c
}

/// Lets somebody approve or verify their own work, or judge where they are the subject; written by somebody else.
///
/// # Errors
/// The reason is missing, the task is over, or the writer takes no part in this case.
pub fn excuse(
    p: &Proven,
    c: &Case,
    by: &Actor,
    key: &TaskKey,
    reason: &str,
    at: &Moment,
) -> Result<Case, Vec<Blocked>> {
    let not_now = || vec![Blocked::NotNow { stage: c.head.stage.clone() }];
    let (Some(account), Some(row)) = (by.who.account(), c.task(key)) else { return Err(not_now()) };
    if row.state.is_over() || row.is_told() || c.head.state.is_read_only() || c.head.stage == ARCHIVE {
        return Err(not_now());
    }
    if by.posts.is_empty() {
        return Err(vec![Blocked::NeedsRole { by: p.task(&key.task).map(|task| task.by.clone()).unwrap_or_default() }]);
    }
    if reason.trim().is_empty() {
        return Err(vec![Blocked::NeedsReason]);
    }
    // It is written by somebody else: who has a part in it neither excuses themselves nor takes a colleague's word away.
    let own = p.task(&key.task).map(|task| own_part(p, &c.behind(row), by, task)).unwrap_or_default();
    if !own.is_empty() {
        return Err(own);
    }
    let mut c = c.clone();
    if let Some(row) = c.tasks.iter_mut().find(|row| row.is(key)) {
        row.excuse = Some(Excuse { by: account, reason: reason.trim().to_owned(), at: at.now });
    }
    Ok(c)
}
