//! A case 案件 as the engine sees it: its head, its task rows, its sections and its side records.
//!
//! Pure data. Row ids are the store's and are not part of a body; a row without one is new.

mod link;
mod look;
mod slot;
mod task;

pub use link::{CaseLink, HandedOver, Links, Stopped, VoidAsked};
pub use look::Body;
pub use slot::{added_slot, told_slot};
pub use task::{Asked, Excuse, Hand, Late, Moved, Passed, Reported, TakenBack, TaskKey, TaskRow, TaskState};

use crate::fields::LineNumbers;
use crate::id::{AccountId, PlantId, ProcedureId, RecordId, SectionId};
use crate::people::{FileDigest, Who};
use crate::procedure::StageId;
use crate::record::{Record, RecordState};
use crate::section::Section;
use crate::time::{Date, Pause, Stamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// The whole case file.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// What is true of the case as a whole.
    pub head: Head,
    /// Task rows in the order in which they were made.
    pub tasks: Vec<TaskRow>,
    /// Sections, every round of them.
    pub sections: Vec<SectionRow>,
    /// Side records.
    pub records: Vec<RecordRow>,
    /// Task rows whose signature covers what has another digest now. Computed when a case is loaded, never stored.
    pub voided: Vec<TaskKey>,
    /// Who wrote its sections and records. Read from the journal when a case is loaded, never stored.
    pub written: Vec<Written>,
}

/// One writing of a row: a revision that somebody gave it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// Which row.
    pub row: RowId,
    /// By whom.
    pub by: AccountId,
    /// When.
    pub at: Stamp,
}

/// A section or a side record, by the id of its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowId {
    /// A section.
    Section(SectionId),
    /// A side record.
    Record(RecordId),
}

/// What is true of a case as a whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// 案件编号; never used again.
    pub number: String,
    /// Where.
    pub plant: PlantId,
    /// The version of the procedure under which it runs.
    pub procedure: ProcedureId,
    /// Where it stands.
    pub stage: StageId,
    /// The stages since the first; going back cuts it.
    pub way: Vec<StageId>,
    /// Counts every going back, from 1.
    pub round: u32,
    /// Open, or how it ended.
    pub state: CaseState,
    /// 客户侧关闭
    pub settled_at: Option<Stamp>,
    /// 结案
    pub closed_at: Option<Stamp>,
    /// 归档
    pub archived_at: Option<Stamp>,
    /// Seen only by those who take part (M-7).
    #[serde(default)]
    pub confidential: bool,
    /// Who is let in to a confidential case, beside those who take part by their tasks.
    #[serde(default)]
    pub participants: Vec<AccountId>,
    /// When the complaint was received; the customer's clock starts here.
    pub received: Stamp,
    /// When it was registered.
    pub registered: Stamp,
    /// Pauses of the clocks (D-5).
    #[serde(default)]
    pub pauses: Vec<Pause>,
    /// Takings back by hand, and pauses of the way that an exit took back.
    #[serde(default)]
    pub reopened: Vec<Reopened>,
    /// What it has to do with other cases (I-12).
    #[serde(default)]
    pub links: Links,
    /// Somebody asks that its number be declared void; somebody else has to approve it.
    #[serde(default)]
    pub void_asked: Option<VoidAsked>,
    /// How it ended otherwise than by its procedure.
    #[serde(default)]
    pub stopped: Option<Stopped>,
    /// Handings over of everything that is for somebody by name, oldest first.
    #[serde(default)]
    pub handed: Vec<HandedOver>,
}

impl Head {
    /// Of a case that was just taken in: open, in its first round, on no way yet.
    pub fn new(number: String, plant: PlantId, procedure: ProcedureId, received: Stamp, registered: Stamp) -> Head {
        Head {
            number,
            plant,
            procedure,
            stage: StageId::default(),
            way: vec![],
            round: 1,
            state: CaseState::Open,
            settled_at: None,
            closed_at: None,
            archived_at: None,
            confidential: false,
            participants: vec![],
            received,
            registered,
            pauses: vec![],
            reopened: vec![],
            links: Links::default(),
            void_asked: None,
            stopped: None,
            handed: vec![],
        }
    }
}

/// Where a case stands as a whole. The last three are ends that no procedure leads to (I-12): a void number counts
/// nowhere, a merged case with the one that leads, a withdrawn one is received and neither valid nor invalid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CaseState {
    /// 处理中
    Open,
    /// 客户侧关闭
    Settled,
    /// 结案
    Closed,
    /// 归档
    Archived,
    /// 撤诉
    Withdrawn,
    /// 已合并
    Merged,
    /// 作废
    Void,
}

impl CaseState {
    /// The word in JSON and in the register.
    pub fn word(self) -> &'static str {
        match self {
            CaseState::Open => "open",
            CaseState::Settled => "settled",
            CaseState::Closed => "closed",
            CaseState::Archived => "archived",
            CaseState::Withdrawn => "withdrawn",
            CaseState::Merged => "merged",
            CaseState::Void => "void",
        }
    }
    /// Nothing is written to it any more, unless it is taken back.
    pub fn is_read_only(self) -> bool {
        match self {
            CaseState::Open | CaseState::Settled | CaseState::Closed => false,
            CaseState::Archived | CaseState::Withdrawn | CaseState::Merged | CaseState::Void => true,
        }
    }
}

/// A taking back of the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Reopened {
    /// When.
    pub at: Stamp,
    /// To which stage.
    pub to: StageId,
    /// By whom.
    pub by: AccountId,
}

/// One section as saved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SectionRow {
    /// The store's.
    #[serde(skip)]
    #[ts(skip)]
    pub id: Option<SectionId>,
    /// Empty for work; `task/slot` for a decision.
    pub slot: String,
    /// The round in which it was written.
    pub round: u32,
    /// Kind and body.
    #[serde(flatten)]
    pub section: Section,
    /// Answers to the procedure's own fields.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extra: BTreeMap<String, Extra>,
    /// Lists of which the last lines were taken out, with the highest number that was given: no line gets one of those again.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub gone: LineNumbers,
}

/// One side record as saved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RecordRow {
    /// The store's.
    #[serde(skip)]
    #[ts(skip)]
    pub id: Option<RecordId>,
    /// Its own number, where its kind carries one.
    #[serde(default)]
    pub number: Option<String>,
    /// The task row that it belongs to; `None` when it was opened by hand.
    #[serde(default)]
    pub of: Option<TaskKey>,
    /// Where it stands.
    pub state: RecordState,
    /// Kind and body.
    #[serde(flatten)]
    pub record: Record,
    /// Answers to the procedure's own fields.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extra: BTreeMap<String, Extra>,
    /// Lists of which the last lines were taken out, with the highest number that was given: no line gets one of those again.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub gone: LineNumbers,
}

/// An answer to a field that a procedure declares.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Extra {
    Text(String),
    Number(i64),
    Date(Date),
    Choice(String),
    YesNo(bool),
    Person(Who),
    File(FileDigest),
}

impl Extra {
    /// Something was said.
    pub fn filled(&self) -> bool {
        match self {
            Extra::Text(text) | Extra::Choice(text) => !text.trim().is_empty(),
            Extra::Person(who) => who.is_named(),
            Extra::Number(_) | Extra::Date(_) | Extra::YesNo(_) | Extra::File(_) => true,
        }
    }
}
