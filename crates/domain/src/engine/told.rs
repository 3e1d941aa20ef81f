//! Who is told that a task is done: a row of the same task for each, which is read and holds nothing (已阅, 告知; I-6).
//!
//! It is made when the task is done, or when the facts that it asks for are known while the stage lasts. One row for
//! whoever is meant: the first of them who reads it has read it for the post. It stands until it is read, whatever stage
//! the case is in, and at the archive what nobody has read is superseded. Where the procedure wants no word of having read,
//! the row is a notice: it has no deadline.

use super::Moment;
use super::due::Clock;
use super::known::holds;
use super::may::{Actor, means};
use crate::case::{Case, TaskRow, TaskState, told_slot};
use crate::procedure::{By, Procedure, Task, Tell};
use crate::time::{Stamp, Which, due};

/// Makes the rows of those who are to be told now; true when there are new ones.
pub(super) fn tell(p: &Procedure, c: &mut Case, at: &Moment) -> bool {
    let mut new: Vec<TaskRow> = vec![];
    let here = |row: &TaskRow, task: &Task| {
        (row.stage == c.head.stage || task.stays) && c.rows(&row.task).any(|latest| latest.round == row.round)
    };
    for row in c.tasks.iter().filter(|row| row.state == TaskState::Done && row.is_own()) {
        let Some(task) = p.task(&row.task).filter(|task| !task.tells.is_empty() && here(row, task)) else { continue };
        for tell in task.tells.iter().filter(|tell| holds(p, c, &tell.when, &row.slot)) {
            let told = told_row(task, row, tell, at);
            if is_news(c, &told) && !is_alone(c, row, &tell.to) && !new.iter().any(|other| other.is(&told.key())) {
                new.push(told);
            }
        }
    }
    let any = !new.is_empty();
    for told in new {
        match c.tasks.iter_mut().find(|row| row.is(&told.key())) {
            Some(row) => *row = TaskRow { id: row.id, ..told },
            None => c.tasks.push(told),
        }
    }
    any
}

/// Nobody was told yet, or what they were told was taken back since.
fn is_news(c: &Case, told: &TaskRow) -> bool {
    c.task(&told.key()).is_none_or(|row| row.state == TaskState::Superseded && row.opened.is_none())
}

/// The one person who would be told did it.
fn is_alone(c: &Case, row: &TaskRow, to: &By) -> bool {
    let Some(who) = &row.done_by else { return false };
    let one = match to {
        By::Bound(bound) | By::Head(bound) => bound.path().is_none_or(|path| c.ids(&path).len() <= 1),
        By::Anyone | By::Role(_) | By::Each => false,
    };
    one && means(c, &Actor { who, posts: &[], heads: &[], recorded_by: None }, to, None)
}

fn told_row(task: &Task, row: &TaskRow, tell: &Tell, at: &Moment) -> TaskRow {
    let slot = told_slot(&tell.to, &row.slot);
    let told = TaskRow::new(&row.stage, task, &slot, row.round);
    TaskRow { state: TaskState::Open, opened: Some(at.now), first_due: until(tell, at.now, at), ..told }
}

/// Until when it is to be read; a notice has no deadline.
fn until(tell: &Tell, opened: Stamp, at: &Moment) -> Option<Stamp> {
    due(opened, tell.due, &[], Which::House, at.now, at.calendar).ok().filter(|_| tell.acknowledge)
}

/// The clock of somebody who is told: no pause stops it, and no date of the customer's shortens it.
pub(super) fn told_clock(task: &Task, row: &TaskRow, to: &By, at: &Moment) -> Clock {
    let mut tells = task.tells.iter().filter(|tell| tell.to == *to && tell.acknowledge);
    let moved = row.moved.last().map(|moved| moved.to);
    let due = moved.or_else(|| until(tells.next()?, row.opened?, at));
    Clock {
        key: row.key(),
        due,
        customer_due: None,
        first_due: row.first_due,
        paused_with: None,
        unknown_year: None,
        fixed_due: due,
        fixed_customer_due: None,
    }
}

/// What was told of a row is true no more: who read it is told again when it is done again.
pub(super) fn untell(c: &mut Case, row: &TaskRow) {
    let of = |told: &&mut TaskRow| {
        told.is_told() && told.task == row.task && told.round == row.round && told.line() == row.slot
    };
    for told in c.tasks.iter_mut().filter(of) {
        told.state = TaskState::Superseded;
        told.opened = None;
    }
}
