//! Clocks: until when a task is due by the department's clock and by the customer's, and who holds the ball (D-5, T-1).

use super::Moment;
use super::told::told_clock;
use crate::case::{Case, TaskKey, TaskRow, TaskState};
use crate::fields::Seen;
use crate::procedure::{Anchor, Due, Procedure, Task};
use crate::time::{Deadline, MovedTo, Pause, Stamp, UnknownYear, Which, paused_now};
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
    /// `due` as far as it does not move with the clock: while the department's clock stands, the customer's own date alone.
    /// What lists keep, which are made again only when the case is saved.
    #[serde(skip)]
    #[ts(skip)]
    pub fixed_due: Option<Stamp>,
    /// The same of `customer_due`.
    #[serde(skip)]
    #[ts(skip)]
    pub fixed_customer_due: Option<Stamp>,
}

impl Clock {
    /// The year that has to be entered now: a clock that stands may run into it or not.
    pub(crate) fn unknown_now(&self) -> Option<i32> {
        self.unknown_year.filter(|_| self.paused_with.is_none())
    }
}

/// The clocks of all open tasks.
pub fn clocks(p: &Procedure, c: &Case, at: &Moment) -> Vec<Clock> {
    let open = c.tasks.iter().filter(|row| matches!(row.state, TaskState::Open | TaskState::Ahead));
    let of = |row: &TaskRow, task: &Task| match row.told() {
        Some(to) => told_clock(task, row, &to, at),
        None => clock(p, c, row, rule(task, row), at),
    };
    open.filter_map(|row| p.task(&row.task).map(|task| of(row, task))).collect()
}

/// The deadline that a row of a task runs against: what was reported ahead has a time of its own to be made up in. Who is
/// merely told has none of it: it neither reminds nor escalates.
pub fn rule<'p>(task: &'p Task, row: &TaskRow) -> Option<&'p Due> {
    match row.state {
        _ if row.is_told() => None,
        TaskState::Ahead => task.ahead.as_ref().or(task.due.as_ref()),
        TaskState::Waiting
        | TaskState::Open
        | TaskState::Done
        | TaskState::Skipped
        | TaskState::NotNeeded
        | TaskState::Superseded => task.due.as_ref(),
    }
}

/// The deadline of a task that opens now; `None` where it has none, or its anchor is not there yet.
pub(super) fn first_due(p: &Procedure, c: &Case, rule: &Due, row: &TaskRow, at: &Moment) -> Option<Stamp> {
    let deadline = Deadline { moved: None, ..deadline(p, c, rule, row, at)? };
    deadline.read(Which::House, &c.head.pauses, at.now, at.calendar).ok().map(|read| read.due)
}

fn clock(p: &Procedure, c: &Case, row: &TaskRow, rule: Option<&Due>, at: &Moment) -> Clock {
    // What was moved with the customer's agreement is the customer's own date from then on.
    let agreed = row.moved.last().filter(|moved| moved.agreed.is_some()).map(|moved| moved.to);
    let own = customers_own(c).filter(|_| rule.is_some() && agreed.is_none());
    let deadline = rule.and_then(|rule| deadline(p, c, rule, row, at));
    let pause = paused_now(&c.head.pauses).filter(|pause| pause.from <= at.now);
    let read = |which: Which, now: Stamp| -> Result<Option<Stamp>, UnknownYear> {
        deadline.map(|one| one.read(which, &c.head.pauses, now, at.calendar).map(|read| read.due)).transpose()
    };
    // It moves along when the pause stops this clock and the deadline had not passed when the pause began.
    let moves = |which: Which, due: Stamp, pause: &Pause| {
        let stops = which == Which::House || pause.customer_agreed;
        stops && rule.is_some_and(|rule| rule.pausable) && due >= pause.from
    };
    let said = |which: Which| -> (Option<Stamp>, Option<Stamp>, Option<i32>) {
        if let (Which::Customer, Some(to)) = (which, agreed) {
            return (Some(to), Some(to), None);
        }
        let (due, unknown) = match read(which, at.now) {
            Ok(due) => (due, None),
            Err(UnknownYear { year }) => (None, Some(year)),
        };
        let fixed = due.filter(|due| !pause.is_some_and(|pause| moves(which, *due, pause)));
        let sooner = |due: Option<Stamp>| [due, own].into_iter().flatten().min();
        (sooner(due), sooner(fixed), unknown)
    };
    let (due, fixed_due, unknown) = said(Which::House);
    let (customer_due, fixed_customer_due, customer_unknown) = said(Which::Customer);
    Clock {
        key: row.key(),
        due,
        customer_due,
        first_due: row.first_due,
        paused_with: pause.filter(|_| rule.is_none_or(|rule| rule.pausable)).map(|pause| pause.holder.clone()),
        unknown_year: unknown.or(customer_unknown),
        fixed_due,
        fixed_customer_due,
    }
}

/// All that decides until when; `None` while the anchor is not there and nobody moved it to a date.
fn deadline(p: &Procedure, c: &Case, rule: &Due, row: &TaskRow, at: &Moment) -> Option<Deadline> {
    let moved = row.moved.last().map(|moved| MovedTo { to: moved.to, at: moved.at });
    let from = start(p, c, &rule.from, row, at).or(moved.map(|moved| moved.at))?;
    Some(Deadline { from, span: rule.span, pausable: rule.pausable, moved, customers_own: None })
}

/// The moment at which the clock starts. What is to be made up of an earlier round counts from what was so then.
fn start(p: &Procedure, c: &Case, anchor: &Anchor, row: &TaskRow, at: &Moment) -> Option<Stamp> {
    let c = &*c.behind(row);
    match anchor {
        // What is to be done again would be late before it opens: that time was for the first time.
        Anchor::Received | Anchor::Registered if is_again(c, row) => entered(c, row, at),
        Anchor::Received => Some(c.head.received),
        Anchor::Registered => Some(c.head.registered),
        Anchor::Entered => entered(c, row, at),
        // Of two tasks over one list each row counts from that of its own line.
        Anchor::Done(task) => {
            let by_line = p.task(&row.task).is_some_and(|own| p.same_list(own, task));
            c.rows(task).filter(|other| !by_line || other.line() == row.line()).filter_map(TaskRow::answered_at).max()
        }
        Anchor::Field(path) => match c.seen_of(path, row.line()) {
            Seen::Stamp(stamp) => Some(stamp),
            Seen::Date(date) => Some(Stamp::at_local(date.0.and_time(chrono::NaiveTime::MIN), at.calendar.zone())),
            Seen::Nothing | Seen::Word(_) | Seen::Text(_) | Seen::Number(_) | Seen::Who(_) | Seen::Ids(_) => None,
        },
    }
}

/// When the stage of a row was entered in its round.
fn entered(c: &Case, row: &TaskRow, at: &Moment) -> Option<Stamp> {
    let beside = c.tasks.iter().filter(|other| other.stage == row.stage && other.round == row.round);
    beside.filter_map(|other| other.opened).min().or(Some(at.now))
}

/// It was answered in an earlier round.
fn is_again(c: &Case, row: &TaskRow) -> bool {
    let before = |other: &&TaskRow| other.task == row.task && other.slot == row.slot && other.round < row.round;
    c.tasks.iter().filter(before).any(|other| other.answered_at().is_some())
}

/// The date until which the customer requires the answer; it wins when it is sooner.
pub(super) fn customers_own(c: &Case) -> Option<Stamp> {
    let said: Option<&crate::section::Complaint> = c.get(crate::section::Kind::Complaint);
    said.and_then(|complaint| complaint.reply_due).filter(|_| c.head.settled_at.is_none())
}
