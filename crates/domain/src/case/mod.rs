//! A case 案件 as the engine sees it: its head, its task rows, its sections and its side records.
//!
//! Pure data. Row ids are the store's and are not part of a body; a row without one is new.

mod look;

pub use look::Body;

use crate::id::{AccountId, PlantId, ProcedureId, RecordId, SectionId, TaskRowId};
use crate::people::{FileDigest, Who};
use crate::procedure::{StageId, TaskId};
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
        }
    }
}

/// Where a case stands as a whole.
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
}

impl CaseState {
    /// The word in JSON and in the register.
    pub fn word(self) -> &'static str {
        match self {
            CaseState::Open => "open",
            CaseState::Settled => "settled",
            CaseState::Closed => "closed",
            CaseState::Archived => "archived",
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

/// Which task row is meant.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TaskKey {
    /// The task of the procedure.
    pub task: TaskId,
    /// Which of several; empty when there is one.
    #[serde(default)]
    pub slot: String,
    /// The round in which it was opened.
    pub round: u32,
}

/// One task to be done, or done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TaskRow {
    /// The store's.
    #[serde(skip)]
    #[ts(skip)]
    pub id: Option<TaskRowId>,
    /// The stage that it belongs to.
    pub stage: StageId,
    /// The task of the procedure.
    pub task: TaskId,
    /// Which of several: a line, a department, a member; empty when there is one.
    pub slot: String,
    /// The round in which it was made.
    pub round: u32,
    /// Where it stands.
    pub state: TaskState,
    /// Since when it could be done.
    pub opened: Option<Stamp>,
    /// The deadline as it was when the task opened. Evidence: a moved deadline does not change it (T-4).
    pub first_due: Option<Stamp>,
    /// Later deadlines, each with a reason.
    #[serde(default)]
    pub moved: Vec<Moved>,
    /// When it was done.
    pub done_at: Option<Stamp>,
    /// Whose work it was: the signer on paper, the person for whom it was recorded, or the account itself.
    pub done_by: Option<Who>,
    /// By whose hand it came in.
    #[serde(default)]
    pub hand: Option<Hand>,
    /// Why not needed, or how it was reported ahead.
    #[serde(default)]
    pub reason: String,
    /// Why somebody may approve or verify their own work here, written by somebody else.
    #[serde(default)]
    pub excuse: Option<Excuse>,
    /// The case went back behind it: its signature is shown, and stands in nobody's way.
    #[serde(default)]
    pub set_aside: bool,
}

/// Where a task stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TaskState {
    /// For another task, or for a fact.
    Waiting,
    /// Can be done.
    Open,
    /// 补办: reported, to be made up.
    Ahead,
    /// Done.
    Done,
    /// The facts say that it is not for this case.
    Skipped,
    /// Its holder said that it is not needed.
    NotNeeded,
    /// The case went on, or back, without it.
    Superseded,
}

impl TaskState {
    /// Nobody has to do anything more.
    pub fn is_over(self) -> bool {
        match self {
            TaskState::Waiting | TaskState::Open => false,
            TaskState::Ahead | TaskState::Done | TaskState::Skipped | TaskState::NotNeeded | TaskState::Superseded => {
                true
            }
        }
    }
}

/// A deadline moved (T-4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Moved {
    /// The new deadline.
    pub to: Stamp,
    /// Why.
    pub reason: String,
    /// Who allowed it.
    pub by: AccountId,
    /// When that was said.
    pub at: Stamp,
}

/// How a task came to be done by somebody who did not press the button.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Hand {
    /// 代录: recorded for a named person, with its source.
    Behalf {
        /// Paper, phone, mail, and where it lies.
        source: String,
        /// Evidence.
        #[serde(default)]
        files: Vec<FileDigest>,
        /// Who recorded it.
        by: AccountId,
    },
    /// 纸质签字: signed by hand on the printed form, scanned back to it.
    Paper {
        /// Date on the paper.
        on: Date,
        /// The scan.
        scan: FileDigest,
        /// The code of the issued form that was signed.
        code: String,
        /// Who recorded it.
        by: AccountId,
    },
}

/// Leave to approve or verify one's own work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Excuse {
    /// Who gave it; never the one who uses it.
    pub by: AccountId,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Stamp,
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
