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
mod stage;
mod write;

pub use builtin::BUILTIN;
pub use by::{Bound, By};
pub use differ::{Difference, How, differences};
pub use load::{Proven, load, read};
pub use names::{RoleId, StageId, TaskId};
pub use stage::{Anchor, Does, Due, End, Escalation, Exit, Signs, Stage, Task, Tell, When, Words};

use crate::choice::Amount;
use crate::fact::Fact;
use crate::path::{Path, Target};
use crate::text::Names;
use crate::time::Date;
use serde::{Deserialize, Serialize};
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
    /// Which desk takes what in hand (I-6); the first that fits is offered where a desk is assigned
    #[serde(default, rename = "desk")]
    pub desks: Vec<Desk>,
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

/// 受理部门 by what the complaint is about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Desk {
    /// When these facts hold.
    pub when: When,
    /// Whoever holds a post of this role, and their departments; or the departments that the case names.
    pub by: By,
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

crate::choice::choices! {
    /// The meaning of a signature 签字含义
    Meaning as "meaning" { Made = "made", Checked = "checked", Evaluated = "evaluated", Reviewed = "reviewed", Approved = "approved", Verified = "verified", Closed = "closed" }
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
    /// Its id, by which tasks cite it.
    pub id: String,
    /// Number; a dash where the source gives none.
    pub number: String,
    /// The version that is meant; empty: the one in force.
    #[serde(default)]
    pub version: String,
    /// Title.
    pub title: Names,
}
