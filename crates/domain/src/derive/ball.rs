//! Who held the ball, and for how long (D-5, D-12): read from the task rows and pauses, which nobody types for it.
//!
//! The ball is with the holder of the open task that falls due first; in a pause, with the party that its reason names. Of tasks that
//! were open at a moment the deadlines count as they were known then: the first one, or where it was moved to until then.

use crate::case::{Case, TaskKey, TaskRow, TaskState};
use crate::fields::Seen;
use crate::id::{AccountId, DepartmentId};
use crate::path::Path;
use crate::people::Who;
use crate::procedure::{Bound, By, Procedure, RoleId, Task};
use crate::time::Stamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Somebody with whom a case waits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Holder {
    /// Outside the house, as the pause calls it: customer, supplier, laboratory.
    Party(String),
    /// Whoever holds a post of this role.
    Role(RoleId),
    /// A person.
    Person(Who),
    /// The people of a department.
    Department(DepartmentId),
    /// The head of a department.
    Head(DepartmentId),
    /// Everybody who takes part.
    Anyone,
}

/// A stretch of time in which one party held the ball.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Stretch {
    /// From when.
    pub from: Stamp,
    /// Until when; none while it lasts.
    pub until: Option<Stamp>,
    /// Who.
    pub holder: Holder,
    /// The task that waited for them; none in a pause.
    pub task: Option<TaskKey>,
}

/// How long one party held the ball in all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Held {
    /// Who.
    pub holder: Holder,
    /// So many milliseconds.
    pub millis: i64,
}

/// The ball of a case: stretch after stretch, and how long each party held it, the longest first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Ball {
    /// Oldest first. The last one has no end while somebody holds the ball.
    pub stretches: Vec<Stretch>,
    /// The sum of each party until now.
    pub shares: Vec<Held>,
}

/// Who held the ball of a case until `now`.
pub fn ball(p: &Procedure, c: &Case, now: Stamp) -> Ball {
    let open: Vec<Open> = (0..c.tasks.len()).filter_map(|at| Open::of(p, c, at)).collect();
    let mut cuts: Vec<Stamp> = open.iter().flat_map(|one| [Some(one.from), one.until]).flatten().collect();
    cuts.extend(open.iter().flat_map(|one| one.row.moved.iter().map(|moved| moved.at)));
    cuts.extend(c.head.pauses.iter().flat_map(|pause| [Some(pause.from), pause.until]).flatten());
    cuts.retain(|at| *at < now);
    cuts.sort_unstable();
    cuts.dedup();
    let mut stretches: Vec<Stretch> = vec![];
    for (n, from) in cuts.iter().enumerate() {
        let until = cuts.get(n + 1).copied();
        let Some((holder, task)) = held(c, &open, *from) else { continue };
        match stretches.last_mut() {
            Some(last) if last.until == Some(*from) && last.holder == holder && last.task == task => last.until = until,
            Some(_) | None => stretches.push(Stretch { from: *from, until, holder, task }),
        }
    }
    let mut sums: BTreeMap<&Holder, i64> = BTreeMap::new();
    for one in &stretches {
        *sums.entry(&one.holder).or_default() += one.until.unwrap_or(now).millis() - one.from.millis();
    }
    let mut shares: Vec<Held> =
        sums.into_iter().map(|(holder, millis)| Held { holder: holder.clone(), millis }).collect();
    shares.sort_by_key(|share| std::cmp::Reverse(share.millis));
    Ball { stretches, shares }
}

/// A task row while it could be done.
struct Open<'a> {
    row: &'a TaskRow,
    task: &'a Task,
    from: Stamp,
    until: Option<Stamp>,
}

impl<'a> Open<'a> {
    fn of(p: &'a Procedure, c: &'a Case, at: usize) -> Option<Open<'a>> {
        // Who is merely told holds nothing.
        let row = Some(&c.tasks[at]).filter(|row| !row.is_told())?;
        let (task, from) = (p.task(&row.task)?, row.opened?);
        let until = match row.state {
            TaskState::Waiting | TaskState::Open | TaskState::Ahead => None,
            TaskState::Done | TaskState::NotNeeded => Some(row.done_at.unwrap_or(from)),
            TaskState::Skipped | TaskState::Superseded => Some(left(c, at, from)),
        };
        Some(Open { row, task, from, until })
    }

    /// The deadline as it was known at that moment.
    fn due(&self, at: Stamp) -> Option<Stamp> {
        let moved = self.row.moved.iter().rev().find(|moved| moved.at <= at);
        moved.map(|moved| moved.to).or(self.row.first_due)
    }
}

/// When a row that nobody did was left behind: enough others had spoken, the case went to another stage, or it ended.
fn left(c: &Case, at: usize, from: Stamp) -> Stamp {
    let row = &c.tasks[at];
    let beside =
        |other: &&TaskRow| other.task == row.task && other.round == row.round && other.state == TaskState::Done;
    let elsewhere = |other: &&TaskRow| !other.is_told() && (other.stage != row.stage || other.round != row.round);
    let went_on = c.tasks[at..].iter().filter(elsewhere).filter_map(|other| other.opened);
    let taken_back = c.head.reopened.iter().map(|reopened| reopened.at);
    let stopped = c.head.stopped.as_ref().map(|stopped| stopped.at);
    let ends = [c.head.closed_at, c.head.archived_at, stopped].into_iter().flatten();
    let went_on = went_on.chain(taken_back).chain(ends).filter(|moment| *moment >= from).min();
    let spoke = c.tasks.iter().filter(beside).filter_map(|other| other.done_at).max().filter(|moment| *moment >= from);
    [went_on, spoke].into_iter().flatten().min().unwrap_or(from)
}

fn held(c: &Case, open: &[Open], at: Stamp) -> Option<(Holder, Option<TaskKey>)> {
    let pauses = c.head.pauses.iter().filter(|pause| pause.from <= at && pause.until.is_none_or(|until| at < until));
    if let Some(pause) = pauses.min_by_key(|pause| pause.from) {
        return Some((Holder::Party(pause.holder.clone()), None));
    }
    let now = open.iter().filter(|one| one.from <= at && one.until.is_none_or(|until| at < until));
    let first = now.min_by_key(|one| (one.due(at).is_none(), one.due(at)))?;
    Some((holder(c, first.task, first.row), Some(first.row.key())))
}

/// Whom an open task waits for: the one to whom it was passed or who was asked beside them; else the first of those who may
/// do it that the case knows.
pub fn holder(c: &Case, task: &Task, row: &TaskRow) -> Holder {
    if let Some(account) = row.passed.as_ref().map(|passed| passed.to).or(row.added()) {
        return Holder::Person(Who::Account(account));
    }
    let known = task.by.iter().find_map(|by| match by {
        By::Anyone => Some(Holder::Anyone),
        By::Role(role) => Some(Holder::Role(role.clone())),
        By::Bound(Bound::Receiver) | By::Head(Bound::Receiver) => {
            c.tasks.first().and_then(|first| first.done_by.clone()).map(Holder::Person)
        }
        By::Bound(bound) => bound.path().and_then(|path| named(c, &path)),
        By::Head(bound) => bound.path().and_then(|path| c.ids(&path).first().map(|id| Holder::Head(DepartmentId(*id)))),
        By::Each => task.each.as_ref().and_then(|list| of_slot(c, list, row.line())),
    });
    known.unwrap_or(Holder::Anyone)
}

/// The first whom the field names.
fn named(c: &Case, path: &Path) -> Option<Holder> {
    match c.seen(path) {
        Seen::Who(who) => who.is_named().then(|| Holder::Person(who.clone())),
        Seen::Number(id) => Some(Holder::Person(Who::Account(AccountId(id)))),
        Seen::Ids(ids) => ids.first().and_then(|id| of_slot(c, path, &id.to_string())),
        Seen::Nothing | Seen::Word(_) | Seen::Text(_) | Seen::Date(_) | Seen::Stamp(_) => None,
    }
}

/// Whom one entry of a list names.
fn of_slot(c: &Case, list: &Path, slot: &str) -> Option<Holder> {
    match c.line_holder(list, slot) {
        Some(who) => who.is_named().then_some(Holder::Person(who)),
        None if c.is_department_list(list) => slot.parse().ok().map(|id| Holder::Department(DepartmentId(id))),
        None => None,
    }
}
