//! Clocks: until when a task is due by the department's clock and by the customer's, and who holds the ball (D-5, T-1).

use super::Moment;
use crate::case::{Case, TaskKey, TaskRow, TaskState};
use crate::fields::Seen;
use crate::procedure::{Anchor, Due, Procedure};
use crate::time::{Pause, Stamp, UnknownYear, Which, due, paused_now};
use serde::Serialize;
use ts_rs::TS;

/// The clock of one open task.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Clock {
    /// Which task row.
    pub key: TaskKey,
    /// The deadline by the department's clock; the customer's own date where that is sooner.
    pub due: Option<Stamp>,
    /// The deadline by the customer's clock.
    pub customer_due: Option<Stamp>,
    /// The deadline as it was first; a moved one counts against it too (T-4).
    pub first_due: Option<Stamp>,
    /// A pause lasts and stops this task's clock: the ball is with whom it names.
    pub paused_with: Option<String>,
    /// The calendar does not know this year; somebody has to enter it.
    pub unknown_year: Option<i32>,
}

/// The clocks of all open tasks.
pub fn clocks(p: &Procedure, c: &Case, at: &Moment) -> Vec<Clock> {
    let open = c.tasks.iter().filter(|row| matches!(row.state, TaskState::Open | TaskState::Ahead));
    open.filter_map(|row| p.task(&row.task).map(|task| clock(c, row, task.due.as_ref(), at))).collect()
}

/// The deadline of a task that opens now; `None` where it has none, or its anchor is not there yet.
pub(super) fn first_due(c: &Case, rule: &Due, row: &TaskRow, at: &Moment) -> Option<Stamp> {
    by_clock(c, rule, row, Which::House, at).ok().flatten()
}

fn clock(c: &Case, row: &TaskRow, rule: Option<&Due>, at: &Moment) -> Clock {
    let said = |which| rule.map_or(Ok(None), |rule| by_clock(c, rule, row, which, at));
    let (house, customer) = (said(Which::House), said(Which::Customer));
    let moved = row.moved.last().map(|moved| moved.to);
    let by_rule = house.unwrap_or(None);
    let own_date = customers_own(c).filter(|_| rule.is_some());
    Clock {
        key: row.key(),
        due: [moved.or(by_rule), own_date].into_iter().flatten().min(),
        customer_due: [customer.unwrap_or(None), own_date].into_iter().flatten().min(),
        first_due: row.first_due,
        paused_with: paused_now(&c.head.pauses)
            .filter(|_| rule.is_none_or(|rule| rule.pausable))
            .map(|pause| pause.holder.clone()),
        unknown_year: house.err().or(customer.err()).map(|unknown| unknown.year),
    }
}

fn by_clock(c: &Case, rule: &Due, row: &TaskRow, which: Which, at: &Moment) -> Result<Option<Stamp>, UnknownYear> {
    let pauses: &[Pause] = if rule.pausable { &c.head.pauses } else { &[] };
    let Some(from) = start(c, &rule.from, row, at) else { return Ok(None) };
    due(from, rule.span, pauses, which, at.now, at.calendar).map(Some)
}

/// The moment at which the clock starts.
fn start(c: &Case, anchor: &Anchor, row: &TaskRow, at: &Moment) -> Option<Stamp> {
    match anchor {
        Anchor::Received => Some(c.head.received),
        Anchor::Registered => Some(c.head.registered),
        Anchor::Entered => c
            .tasks
            .iter()
            .filter(|other| other.stage == row.stage && other.round == row.round)
            .filter_map(|other| other.opened)
            .min()
            .or(Some(at.now)),
        Anchor::Done(task) => c.rows(task).filter_map(|row| row.done_at).max(),
        Anchor::Field(path) => match c.seen(path) {
            Seen::Stamp(stamp) => Some(stamp),
            Seen::Date(date) => Some(Stamp::at_local(date.0.and_time(chrono::NaiveTime::MIN), at.calendar.zone())),
            Seen::Nothing | Seen::Word(_) | Seen::Text(_) | Seen::Number(_) | Seen::Who(_) | Seen::Ids(_) => None,
        },
    }
}

/// The date until which the customer requires the answer; it wins when it is sooner.
fn customers_own(c: &Case) -> Option<Stamp> {
    let said: Option<&crate::section::Complaint> = c.get(crate::section::Kind::Complaint);
    said.and_then(|complaint| complaint.reply_due).filter(|_| c.head.settled_at.is_none())
}
