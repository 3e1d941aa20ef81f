//! The stages of a procedure, and what is done in them: tasks, exits, deadlines, who is told.

use super::{By, Meaning, RoleId, StageId, TaskId};
use crate::fact::Fact;
use crate::path::{Path, Target};
use crate::record::RecordKind;
use crate::text::Names;
use crate::time::Span;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// One stage 阶段.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// Its id.
    pub id: StageId,
    /// What it is called.
    pub name: Names,
    /// What is done in it; parallel unless `after`.
    #[serde(rename = "task")]
    pub tasks: Vec<Task>,
    /// Where it leads. Exactly one fits, whatever was said.
    #[serde(rename = "exit")]
    pub exits: Vec<Exit>,
}

/// What doing a task means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Does {
    Fill,
    Decide,
    Approve,
    Send,
    Meet,
    CheckList,
    Verify,
}

/// One task 任务.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// Its id, unique in the procedure.
    pub id: TaskId,
    /// What it is called.
    pub name: Names,
    /// What doing it means.
    pub does: Does,
    /// Any one of these may do it.
    pub by: Vec<By>,
    /// What it fills.
    #[serde(default)]
    pub fills: Vec<Target>,
    /// It goes on with the record that this task made.
    #[serde(default)]
    pub of: Option<TaskId>,
    /// Fields that must be there before it is done.
    #[serde(default)]
    pub needs: Vec<Path>,
    /// Tasks of the same stage that come first.
    #[serde(default)]
    pub after: Vec<TaskId>,
    /// Only when these facts hold.
    #[serde(default)]
    pub when: When,
    /// No record of these kinds may be open.
    #[serde(default)]
    pub no_open: Vec<RecordKind>,
    /// Until when.
    #[serde(default)]
    pub due: Option<Due>,
    /// It is signed, with this meaning.
    #[serde(default)]
    pub signs: Option<Signs>,
    /// One row (slot) for each line or id of this list.
    #[serde(default)]
    pub each: Option<Path>,
    /// So many of these rows are enough.
    #[serde(default)]
    pub quorum: Option<u8>,
    /// 结案 waits for it, the stage does not.
    #[serde(default)]
    pub stays: bool,
    /// 必要时: its holder may say that it is not needed, and why.
    #[serde(default)]
    pub optional: bool,
    /// 补办: may be reported first, and is made up within this time.
    #[serde(default)]
    pub ahead: Option<Due>,
    /// May be signed on paper.
    #[serde(default)]
    pub paper: bool,
    /// May be recorded for a named person.
    #[serde(default)]
    pub on_behalf: bool,
    /// Who is told when it is done.
    #[serde(default)]
    pub tells: Vec<Tell>,
    /// Controlled documents that it goes by, as their ids say (M-9).
    #[serde(default)]
    pub cites: Vec<String>,
    /// Document and section of the source text, field practice, or a reading.
    pub source: String,
}

/// A signature over sections and records, in the revision shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Signs {
    /// What signing says.
    pub meaning: Meaning,
    /// What it is about.
    pub covers: Vec<Target>,
}

/// All of these facts hold, each with one of its words.
pub type When = BTreeMap<Fact, Words>;

/// One word, or one of several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(untagged)]
pub enum Words {
    /// This one.
    One(String),
    /// Any of these.
    Of(Vec<String>),
}

/// Where a stage leads.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Exit {
    /// The next stage; of several, `approval.back_to` chooses.
    pub to: Vec<StageId>,
    /// Only when these facts hold.
    #[serde(default)]
    pub when: When,
    /// At once, without waiting for the rest of the stage: one rejection is enough.
    #[serde(default)]
    pub now: bool,
    /// Which ends it reaches.
    #[serde(default)]
    pub ends: Vec<End>,
    /// Takes the ends back.
    #[serde(default)]
    pub reopens: bool,
}

/// An end of a case before the archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum End {
    /// 客户侧关闭
    Customer,
    /// 结案
    Case,
}

/// A deadline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Due {
    /// How long.
    pub span: Span,
    /// From when.
    pub from: Anchor,
    /// A pause of the case stops it (D-5: acknowledgement and containment cannot be paused).
    #[serde(default = "yes")]
    pub pausable: bool,
    /// How long before it a reminder comes.
    #[serde(default)]
    pub remind: Vec<Span>,
    /// How long after it who else is told.
    #[serde(default)]
    pub escalate: Vec<Escalation>,
}

fn yes() -> bool {
    true
}

/// Who else is told when something is overdue.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Escalation {
    /// So long after the deadline.
    pub after: Span,
    /// A role.
    pub to: RoleId,
}

/// When a clock starts: `received`, `registered`, `entered`, `done:task`, `field:section.field`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub enum Anchor {
    /// The complaint was received; where the task was answered in an earlier round, its stage was entered again.
    Received,
    /// It was registered; likewise.
    Registered,
    /// The stage was entered.
    Entered,
    /// A task was done: the last of its rows; of two tasks over one list that of the same line.
    Done(TaskId),
    /// The day or moment in a field; of a field of lines that of the row's own line.
    Field(Path),
}

/// Somebody who is told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Tell {
    /// Who.
    pub to: By,
    /// They say that they have read it 已阅. Without it they are told 告知, and nobody is late.
    #[serde(default)]
    pub acknowledge: bool,
    /// Within which time they read it.
    #[serde(default = "one_working_day")]
    pub due: Span,
    /// Only when these facts hold.
    #[serde(default)]
    pub when: When,
}

fn one_working_day() -> Span {
    Span::WorkDays(1)
}
