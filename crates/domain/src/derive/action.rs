//! Planned actions 措施, one row each: who does what until when, and how far it is. And whose hands a case went through.
//!
//! Only the plan that counts is looked at: what an earlier round planned was planned anew.

use crate::case::{Case, CaseState, RecordRow, TaskRow, TaskState};
use crate::choice::Choice;
use crate::id::AccountId;
use crate::path::Target;
use crate::people::Who;
use crate::procedure::{Procedure, Task};
use crate::record::{ActionProgress, Record, RecordKind, RecordState};
use crate::section::{Action, Actions, Effectiveness, Kind};
use crate::time::Date;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// One planned action of a case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ActionRow {
    /// Its line in the plan
    pub line: i64,
    /// 纠正 / 纠正措施 / 预防措施
    pub kind: Option<String>,
    /// What is to be done
    pub what: String,
    /// Who does it, where that is an account
    pub owner: Option<AccountId>,
    /// Who does it, where that is somebody without one; else empty
    pub owner_name: String,
    /// 期限 by the plan
    pub due: Option<Date>,
    /// 完成日期
    pub done_on: Option<Date>,
    /// `planned` before the plan is carried out; then the state of its task: `open`, `ahead`, `done`, `not_needed`, …
    pub state: String,
    /// Nobody has to do anything more.
    pub over: bool,
    /// The task that carries it out, and its round; none while it is planned.
    pub task: Option<String>,
    /// Counts going back.
    pub round: u32,
    /// Evidence in words, cut to one line
    pub evidence: String,
    /// Evidence in files
    pub files: u32,
    /// 效果 of the actions of this case, when it was verified
    pub effect: Option<String>,
}

/// The planned actions of a case, by the numbers of their lines.
pub fn actions(p: &Procedure, c: &Case, zone: Tz) -> Vec<ActionRow> {
    let Some(plan) = c.get::<Actions>(Kind::Actions) else { return vec![] };
    let carries: Option<&Task> = p.tasks().map(|(_, task)| task).find(|task| carries_out(task));
    let effect: Option<&Effectiveness> = c.get(Kind::Effectiveness);
    let effect = effect.and_then(|e| e.verdict).map(|verdict| verdict.word().to_owned());
    let mut rows: Vec<ActionRow> = plan.lines.iter().map(|line| one(c, carries, line, effect.clone(), zone)).collect();
    rows.sort_by_key(|row| row.line);
    rows
}

/// Once for each line of the plan, and what was done is written down.
fn carries_out(task: &Task) -> bool {
    let lines = task.each.as_ref().is_some_and(|list| list.target == Target::Section(Kind::Actions));
    lines && task.fills.contains(&Target::Record(RecordKind::ActionProgress))
}

fn one(c: &Case, carries: Option<&Task>, line: &Action, effect: Option<String>, zone: Tz) -> ActionRow {
    let slot = line.id.0.to_string();
    let row: Option<&TaskRow> =
        carries.and_then(|task| c.rows(&task.id).find(|row| row.slot == slot && !row.set_aside));
    let progress = row.and_then(|row| progress(c, row));
    let done = row.is_some_and(|row| row.state == TaskState::Done);
    let gone = c.head.state == CaseState::Closed || c.head.state.is_read_only();
    ActionRow {
        line: line.id.0,
        kind: line.kind.map(|kind| kind.word().to_owned()),
        what: super::one_line(&line.what.0),
        owner: line.owner.as_ref().and_then(Who::account).map(|id| c.head.now_for(id)),
        owner_name: match &line.owner {
            Some(Who::Name(name)) => name.clone(),
            Some(Who::Account(_)) | None => String::new(),
        },
        due: line.due,
        done_on: progress
            .and_then(|said| said.done_on)
            .or_else(|| row.filter(|_| done).and_then(|row| row.done_at).map(|at| at.day(zone))),
        state: row.map_or("planned", |row| word(row.state)).to_owned(),
        over: gone || row.is_some_and(|row| row.state.is_over() && row.state != TaskState::Ahead),
        task: row.map(|row| row.task.to_string()),
        round: row.map_or(c.head.round, |row| row.round),
        evidence: progress.map(|said| super::one_line(&said.evidence.0)).unwrap_or_default(),
        files: progress.map_or(0, |said| u32::try_from(said.files.len()).unwrap_or(u32::MAX)),
        effect,
    }
}

/// What was written for this row of the task.
fn progress<'a>(c: &'a Case, row: &TaskRow) -> Option<&'a ActionProgress> {
    let mine = |record: &&RecordRow| {
        record.state != RecordState::Cancelled && record.of.as_ref().is_some_and(|key| row.is(key))
    };
    c.records.iter().filter(mine).rev().find_map(|record| match &record.record {
        Record::ActionProgress(said) => Some(said),
        _ => None,
    })
}

fn word(state: TaskState) -> &'static str {
    match state {
        TaskState::Waiting => "waiting",
        TaskState::Open => "open",
        TaskState::Ahead => "ahead",
        TaskState::Done => "done",
        TaskState::Skipped => "skipped",
        TaskState::NotNeeded => "not_needed",
        TaskState::Superseded => "superseded",
    }
}

/// The accounts that did a task of the case, by their own hand or for somebody else; true for whoever registered it.
pub fn hands(c: &Case) -> BTreeMap<AccountId, bool> {
    let mut out = BTreeMap::new();
    for (at, row) in c.tasks.iter().enumerate() {
        let who = row.done_by.iter().chain(row.reported.iter().map(|told| &told.by)).filter_map(Who::account);
        let hands = row.hand.iter().chain(row.reported.iter().filter_map(|told| told.hand.as_ref()));
        for account in who.chain(hands.map(crate::case::Hand::by)) {
            *out.entry(account).or_insert(false) |= at == 0;
        }
    }
    out
}
