//! A procedure 规程: how one organisation handles complaints, as data (design § 5, model § 5).
//!
//! Written as TOML, read here as types. Nothing runs on a [`Procedure`]: the engine takes only [`Proven`], which
//! [`load`] makes after the proof. How to add one: `docs/how-to/procedure.md`.

mod builtin;
mod by;
mod differ;
mod load;
mod look;
mod names;
mod write;

pub use builtin::BUILTIN;
pub use by::{Bound, By};
pub use differ::{Difference, How, differences};
pub use load::{Proven, load, read};
pub use names::{RoleId, StageId, TaskId};

use crate::choice::Amount;
use crate::fact::Fact;
use crate::path::{Path, Target};
use crate::record::RecordKind;
use crate::text::Names;
use crate::time::{Date, Span};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// The stage that is the end of every way 归档.
pub const ARCHIVE: &str = "archive";

/// The whole procedure, as its authors write it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Procedure {
    /// 文件编号, e.g. `P-KS`.
    pub number: String,
    /// 版本, e.g. `A/0`.
    pub version: String,
    /// 名称
    pub title: Names,
    /// 编制
    pub author: String,
    /// 批准
    pub approver: String,
    /// 生效日期
    pub effective: Date,
    /// 更改记录
    #[serde(default, rename = "change")]
    pub changes: Vec<Change>,
    /// 目的
    pub purpose: Names,
    /// 范围
    pub scope: Names,
    /// 术语
    #[serde(default, rename = "term")]
    pub terms: Vec<Term>,
    /// Who keeps the document
    pub owner: String,
    /// Prefix of the case numbers, e.g. `KS`.
    pub prefix: String,
    /// The person complained about never judges (V-6).
    #[serde(default)]
    pub neutral: bool,
    /// 角色; a post of this role holds it
    #[serde(rename = "role")]
    pub roles: Vec<Role>,
    /// Lists of codes: places, categories, marks
    #[serde(default, rename = "list")]
    pub lists: Vec<List>,
    /// Fields of its own
    #[serde(default, rename = "field")]
    pub fields: Vec<ExtraField>,
    /// 限额
    #[serde(default, rename = "limit")]
    pub limits: Vec<Limit>,
    /// The forms it prints, with their numbers and boxes
    #[serde(default, rename = "form")]
    pub forms: Vec<FormUse>,
    /// The stages; a case begins in the first
    #[serde(rename = "stage")]
    pub stages: Vec<Stage>,
    /// Work that recurs without a case (T-5)
    #[serde(default, rename = "duty")]
    pub duties: Vec<Duty>,
    /// To which stages a case can be taken back by hand
    #[serde(default, rename = "reopen")]
    pub reopen: Vec<Reopen>,
    /// 引用文件
    #[serde(default, rename = "document")]
    pub refers_to: Vec<Document>,
}

/// One line of the change record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// The version that it made.
    pub version: String,
    /// Clause and content.
    pub what: Names,
    /// By whom.
    pub by: String,
    /// Approved by.
    pub approved: String,
    /// When.
    pub on: Date,
}

/// One term and what it means here.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The word.
    pub word: Names,
    /// Its meaning.
    pub meaning: Names,
}

/// One role of the procedure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// Its id, which posts name.
    pub id: RoleId,
    /// 业务, 品质, 厂长, …
    pub name: Names,
}

/// A list of codes that fields of text may take their words from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// e.g. `places`
    pub id: String,
    /// What it is called.
    pub name: Names,
    /// The field whose value is one of these codes, if any.
    #[serde(default)]
    pub of: Option<Path>,
    /// In the order of the form.
    pub items: Vec<ListItem>,
}

/// One code of a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListItem {
    /// The code that is stored.
    pub code: String,
    /// 中文
    pub zh: String,
    /// English
    pub en: String,
}

/// A field that the procedure adds to a section or record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExtraField {
    /// Where it stands.
    pub section: Target,
    /// Its name; no built-in field of the section has it.
    pub name: String,
    /// What it is called.
    pub label: Names,
    /// What it holds.
    #[serde(rename = "type")]
    pub is: ExtraType,
    /// The words of a choice.
    #[serde(default)]
    pub words: Vec<ListItem>,
}

/// What a field of a procedure's own holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum ExtraType {
    Text,
    Number,
    Date,
    Choice,
    YesNo,
    Person,
    File,
}

/// From this amount on (itself included) the fact has this word; under the first limit it is `below`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// An amount.
    pub fact: Fact,
    /// The word that it takes.
    pub word: String,
    /// In hundredths of the plant's currency.
    pub from: Amount,
}

/// A form of the family as this procedure uses it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FormUse {
    /// e.g. `F-3`
    pub form: String,
    /// 表单编号
    pub number: String,
    /// 版本
    pub version: String,
    /// 保存期限 in years from 结案.
    pub keep_years: u8,
    /// A form for a customer goes out without check code and QR code (D-8).
    #[serde(default)]
    pub unmarked: bool,
    /// Sign-off boxes in the order of signing.
    #[serde(default)]
    pub boxes: Vec<FormBox>,
}

/// One sign-off box.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FormBox {
    /// 中文
    pub zh: String,
    /// English
    pub en: String,
    /// The tasks whose signature stands in it, the latest of them; none: always for ink.
    #[serde(default)]
    pub tasks: Vec<TaskId>,
}

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

crate::choice::choices! {
    /// The meaning of a signature 签字含义
    Meaning as "meaning" { Made = "made", Checked = "checked", Evaluated = "evaluated", Reviewed = "reviewed", Approved = "approved", Verified = "verified", Closed = "closed" }
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
    /// The complaint was received.
    Received,
    /// It was registered.
    Registered,
    /// The stage was entered.
    Entered,
    /// A task was done, the last of its rows.
    Done(TaskId),
    /// The day or moment in a field.
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

/// A stage to which a case can be taken back by hand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Reopen {
    /// The stage.
    pub to: StageId,
    /// Who may.
    pub by: Vec<By>,
}

/// Work that recurs without a case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// Its id.
    pub id: TaskId,
    /// What it is called.
    pub name: Names,
    /// Who does it.
    pub by: Vec<By>,
    /// How often.
    pub every: Every,
    /// The day of the period by which it is done.
    pub day: u8,
    /// Who is told.
    #[serde(default)]
    pub tells: Vec<Tell>,
    /// As of a task.
    pub source: String,
}

/// A period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Every {
    Week,
    Month,
    Quarter,
    Year,
}

/// A controlled document that the procedure cites (M-9).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Number.
    pub number: String,
    /// Title.
    pub title: Names,
}
