//! Own work: who made what is covered never approves or verifies it, who is complained about never judges (A-4, V-6).
//!
//! Made it: whose work a task was that filled it, and whoever wrote in it and had a colleague hand it in. Who typed what
//! somebody else said or signed, and handed it in for them, has recorded it and not made it.

use super::blocked::Blocked;
use super::may::{Actor, means};
use crate::case::{Body, Case, Hand, TaskRow, TaskState, Written};
use crate::id::AccountId;
use crate::manifest::covered;
use crate::procedure::{Bound, By, Does, Procedure, Task};
use std::cmp::Reverse;

/// What stands in this person's way; nothing, when somebody else has written why they may.
pub(super) fn not_by_oneself(p: &Procedure, c: &Case, who: &Actor, task: &Task, row: &TaskRow) -> Vec<Blocked> {
    if row.excuse.as_ref().is_some_and(|excuse| Some(excuse.by) != who.who.account()) {
        return vec![];
    }
    own_part(p, &c.behind(row), who, task)
}

/// What this person has to do with the matter, whatever anybody has excused.
pub(super) fn own_part(p: &Procedure, c: &Case, who: &Actor, task: &Task) -> Vec<Blocked> {
    let mut out = vec![];
    if matches!(task.does, Does::Approve | Does::Verify) {
        let made = Made::of(p, c, task);
        let did = made.by.iter().find(|(_, row)| row.done_by.as_ref() == Some(who.who)).map(|(did, _)| *did);
        let own = did.or_else(|| who.who.account().and_then(|account| made.wrote(c, account)));
        out.extend(own.map(|did| Blocked::OwnWork { task: did.id.clone() }));
    }
    let judges = match task.does {
        Does::Decide | Does::Approve | Does::Verify => true,
        Does::Fill | Does::Send | Does::Meet | Does::CheckList => false,
    };
    if p.neutral && judges && means(c, who, &By::Bound(Bound::About), None) {
        out.push(Blocked::Subject);
    }
    out
}

/// How what a task covers was made.
struct Made<'a> {
    /// Other tasks that fill it.
    others: Vec<&'a Task>,
    /// Their rows that were handed in, be it ahead, oldest first.
    by: Vec<(&'a Task, &'a TaskRow)>,
    /// It.
    bodies: Vec<Body<'a>>,
}

impl<'a> Made<'a> {
    fn of(p: &'a Procedure, c: &'a Case, task: &Task) -> Made<'a> {
        let fills = |did: &&Task| did.id != task.id && did.fills.iter().any(|target| task.covers().contains(target));
        let others: Vec<&Task> = p.tasks().map(|(_, did)| did).filter(fills).collect();
        let handed_in = |row: &&TaskRow| matches!(row.state, TaskState::Done | TaskState::Ahead) && !row.is_told();
        let of_it = |row: &'a TaskRow| Some((*others.iter().find(|did| did.id == row.task)?, row));
        let by = c.tasks.iter().filter(handed_in).filter_map(of_it).collect();
        Made { by, bodies: covered(c, task.covers()), others }
    }

    /// The task whose covered row this account wrote, not for somebody else.
    fn wrote(&self, c: &Case, account: AccountId) -> Option<&'a Task> {
        let by_them = |written: &&Written| written.by == account;
        c.written.iter().filter(by_them).find_map(|written| {
            let body = self.bodies.iter().find(|body| body.row() == Some(written.row))?;
            match self.handed_in(c, *body, written) {
                Some((_, row)) if row.hand.as_ref().map(Hand::by) == Some(account) => None,
                Some((did, _)) => Some(did),
                // Nobody has handed it in: a record that was opened by hand.
                None => self.others.iter().find(|did| did.fills.contains(&body.target())).copied(),
            }
        })
    }

    /// The task row with which a writing was handed in: the first that was done after it; of a correction, the last before.
    fn handed_in(&self, c: &Case, body: Body, written: &Written) -> Option<(&'a Task, &'a TaskRow)> {
        let filled = |did: &Task, row: &TaskRow| {
            let found = did.fills.contains(&body.target()).then(|| c.filled_by(did, &row.key(), body.target()));
            found.flatten().is_some_and(|found| found.row() == body.row())
        };
        let rows = || self.by.iter().filter(|(did, row)| filled(did, row));
        // Of several at the same moment the latest made.
        let after =
            rows().filter(|(_, row)| row.done_at >= Some(written.at)).max_by_key(|(_, row)| Reverse(row.done_at));
        after.or_else(|| rows().max_by_key(|(_, row)| row.done_at)).copied()
    }
}
