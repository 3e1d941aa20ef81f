//! Reminders 提醒 ahead of a deadline and escalations 催办 after it, as moments that follow from case, procedure and calendar
//! (T-3). Which of them have come is the reader's to say: no timer is needed for it, and what is done has none any more.

use super::inbox::{Token, role_token, tokens_for};
use crate::case::{Case, TaskKey, TaskRow, TaskState};
use crate::engine::{Clock, rule};
use crate::procedure::{Due, Procedure, RoleId, StageId, Task};
use crate::time::{Calendar, Side, Stamp, pressed, shifted};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// What is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Press {
    /// 提醒: whoever is to do it is told ahead.
    Remind,
    /// 催办: somebody else is told that it is late.
    Escalate,
}

/// Something that is said of an open task from a moment on.
#[derive(Debug, Clone, PartialEq)]
pub struct Reminder {
    /// Of which task row.
    pub key: TaskKey,
    /// The stage to which it belongs.
    pub stage: StageId,
    /// What is said.
    pub press: Press,
    /// The role to which an escalation goes.
    pub role: Option<RoleId>,
    /// From when.
    pub since: Stamp,
    /// The deadline.
    pub due: Stamp,
    /// Whose inbox it stands in.
    pub tokens: BTreeSet<Token>,
}

/// Every reminder and escalation of the open tasks of a case, whether it has come or not. A clock that stands presses nobody, and a
/// year that the calendar does not know gives no moment.
///
/// An escalation lets nobody in to a confidential case: of the role that it names, those see it who take part.
pub fn reminders(p: &Procedure, c: &Case, clocks: &[Clock], calendar: &Calendar) -> Vec<Reminder> {
    let mut out = vec![];
    for row in c.tasks.iter().filter(|row| matches!(row.state, TaskState::Open | TaskState::Ahead)) {
        // Who is merely told holds nothing up.
        let Some(task) = p.task(&row.task).filter(|_| !row.is_told()) else { continue };
        let due = clocks.iter().find(|clock| row.is(&clock.key)).and_then(|clock| clock.fixed_due);
        if let (Some(rule), Some(due)) = (rule(task, row), due) {
            let of = Of { p, c, task, row, rule, due, calendar };
            out.extend(of.ahead());
            out.extend(of.late());
        }
    }
    out.sort_by(|a, b| (a.since, &a.key, a.press, &a.role).cmp(&(b.since, &b.key, b.press, &b.role)));
    out
}

/// One open task with its deadline.
struct Of<'a> {
    p: &'a Procedure,
    c: &'a Case,
    task: &'a Task,
    row: &'a TaskRow,
    rule: &'a Due,
    due: Stamp,
    calendar: &'a Calendar,
}

impl Of<'_> {
    /// One that would come before the task could be done is left out.
    fn ahead(&self) -> Vec<Reminder> {
        let moments = self.rule.remind.iter().filter_map(|span| {
            let since = shifted(self.due, *span, Side::Before, self.calendar).ok()?;
            self.row.opened.is_none_or(|opened| opened < since).then_some(since)
        });
        let tokens = tokens_for(self.p, self.c, self.task, self.row);
        moments.map(|since| self.said(Press::Remind, None, since, tokens.clone())).collect()
    }

    fn late(&self) -> Vec<Reminder> {
        let pauses = if self.rule.pausable { self.c.head.pauses.as_slice() } else { &[] };
        let moments = self.rule.escalate.iter().filter_map(|late| {
            let since = shifted(self.due, late.after, Side::After, self.calendar).ok()?;
            Some((pressed(since, self.due, pauses)?, &late.to))
        });
        let said = |(since, role): (Stamp, &RoleId)| {
            let of = |procedure| role_token(role, self.c.head.plant, procedure);
            let tokens = [of(None), of(Some(self.p.number.as_str()))].into();
            self.said(Press::Escalate, Some(role.clone()), since, tokens)
        };
        moments.map(said).collect()
    }

    fn said(&self, press: Press, role: Option<RoleId>, since: Stamp, tokens: BTreeSet<Token>) -> Reminder {
        let (key, stage) = (self.row.key(), self.row.stage.clone());
        Reminder { key, stage, press, role, since, due: self.due, tokens }
    }
}
