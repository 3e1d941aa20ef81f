//! A deadline moved, with reason and approval; the first date is kept (T-4).
//!
//! Who moves it approves it: somebody who does not do the task themselves, and who holds a role to which the deadline
//! escalates, or any post of the procedure where it escalates to nobody else. Who asked for it can be named. Later than the
//! customer's own date it goes only with where the customer agreed, and is the customer's date from then on.

use super::Moment;
use super::blocked::{Blocked, may_work};
use super::due::{customers_own, rule};
use super::may::{Actor, may};
use crate::case::{Case, Moved, TaskKey, TaskRow, TaskState};
use crate::id::AccountId;
use crate::procedure::{By, Proven, Task};
use crate::time::Stamp;

/// What is asked.
#[derive(Debug, Clone)]
pub struct Moving<'a> {
    /// The new deadline.
    pub to: Stamp,
    /// Why.
    pub reason: &'a str,
    /// Who asked for it, if somebody is named.
    pub asked_by: Option<AccountId>,
    /// Where the customer's agreement stands.
    pub agreed: Option<&'a str>,
}

/// Moves the deadline of an open task.
///
/// # Errors
/// Every reason why not; the case is as it was.
pub fn move_due(
    p: &Proven,
    c: &Case,
    who: &Actor,
    key: &TaskKey,
    moving: &Moving,
    at: &Moment,
) -> Result<Case, Vec<Blocked>> {
    let found = p.task(&key.task).zip(c.task(key));
    let (task, row) = found.ok_or_else(|| vec![Blocked::NotNow { stage: c.head.stage.clone() }])?;
    let mut blocked = not_moving(p, c, who, task, row);
    let asks = moving.asked_by.is_some() && moving.asked_by == who.who.account();
    if asks && !blocked.contains(&Blocked::OwnDeadline) {
        blocked.push(Blocked::OwnDeadline);
    }
    if moving.reason.trim().is_empty() {
        blocked.push(Blocked::NeedsReason);
    }
    let agreed = moving.agreed.map(str::trim).filter(|words| !words.is_empty());
    if agreed.is_none() && customers_own(c).is_some_and(|own| moving.to > own) {
        blocked.push(Blocked::CustomersDate);
    }
    let (Some(by), true) = (who.who.account(), blocked.is_empty()) else { return Err(blocked) };
    let mut c = c.clone();
    if let Some(row) = c.tasks.iter_mut().find(|row| row.is(key)) {
        row.moved.push(Moved {
            to: moving.to,
            reason: moving.reason.trim().to_owned(),
            by,
            at: at.now,
            asked_by: moving.asked_by,
            agreed: agreed.map(str::to_owned),
        });
    }
    Ok(c)
}

/// Why this person cannot move it, whatever the date.
pub(super) fn not_moving(p: &Proven, c: &Case, who: &Actor, task: &Task, row: &TaskRow) -> Vec<Blocked> {
    let mut blocked = may_work(p, c, who);
    if !matches!(row.state, TaskState::Open | TaskState::Ahead) {
        blocked.push(Blocked::NotNow { stage: c.head.stage.clone() });
    }
    let due = rule(task, row);
    if due.is_none() {
        blocked.push(Blocked::NotAllowed { step: "move" });
    }
    if may(c, who, task, row) {
        blocked.push(Blocked::OwnDeadline);
    }
    let above = due.into_iter().flat_map(|due| &due.escalate).map(|late| By::Role(late.to.clone()));
    let above: Vec<By> = above.filter(|role| !task.by.contains(role)).collect();
    let holds = |by: &By| matches!(by, By::Role(role) if who.posts.iter().any(|post| post.role == *role));
    if !above.is_empty() && !above.iter().any(holds) {
        blocked.push(Blocked::NeedsRole { by: above });
    }
    blocked
}
