//! A task row: what is to be done, by whom it was done, and what befell it meanwhile.

use crate::fact::Fact;
use crate::id::{AccountId, TaskRowId};
use crate::people::{FileDigest, Who};
use crate::procedure::{StageId, TaskId};
use crate::time::{Date, Stamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

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
    /// 代理: for whom the person stood in, where no post of their own entitled them (M-5).
    #[serde(default)]
    pub deputy_for: Option<AccountId>,
    /// By whose hand it came in.
    #[serde(default)]
    pub hand: Option<Hand>,
    /// Why not needed, or how it was reported ahead.
    #[serde(default)]
    pub reason: String,
    /// 补办: how it was reported ahead. It stays when it is made up: then `done_at` and `done_by` say who wrote it and when.
    #[serde(default)]
    pub reported: Option<Reported>,
    /// Why somebody may approve or verify their own work here, written by somebody else.
    #[serde(default)]
    pub excuse: Option<Excuse>,
    /// The case went back behind it: its signature is shown, and stands in nobody's way. What is still to be made up of it
    /// is about the case as it was in its round.
    #[serde(default)]
    pub set_aside: bool,
    /// 转审: it waits for this one account, and for nobody else of the role.
    #[serde(default)]
    pub passed: Option<Passed>,
    /// 加签: it was asked for beside the row of the procedure.
    #[serde(default)]
    pub asked: Option<Asked>,
    /// 撤回: each time that whoever had done it took it back. What was signed before that counts no more.
    #[serde(default)]
    pub taken_back: Vec<TakenBack>,
    /// Why it is late, as somebody who works on the case said; the last word counts (T-2).
    #[serde(default)]
    pub late: Vec<Late>,
}

impl TaskRow {
    /// A signature of this row, given at that moment, still counts: neither did the case go back behind it, nor was it
    /// taken back since.
    pub fn counts(&self, signed: Stamp) -> bool {
        !self.set_aside && !self.taken_back.iter().any(|back| signed <= back.at)
    }
    /// When it was answered: by phone, where it was reported ahead. What is counted from its being done counts from here.
    pub fn answered_at(&self) -> Option<Stamp> {
        self.reported.as_ref().map(|reported| reported.at).or(self.done_at)
    }
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

/// Reported ahead, to be made up 补办.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Reported {
    /// When.
    pub at: Stamp,
    /// Whose answer it was.
    pub by: Who,
    /// By whose hand it came in.
    #[serde(default)]
    pub hand: Option<Hand>,
    /// How, and to whom.
    pub reason: String,
    /// What was answered, fact by fact. It counts until it is made up, and is made up with the same answer (model § 5).
    pub said: BTreeMap<Fact, String>,
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
    /// Who asked for it, where that was said.
    #[serde(default)]
    pub asked_by: Option<AccountId>,
    /// Where the customer's agreement stands, when it is later than the customer's own date.
    #[serde(default)]
    pub agreed: Option<String>,
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

/// Passed to one account 转审.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Passed {
    /// To whom.
    pub to: AccountId,
    /// By whom; who may take it back.
    pub by: AccountId,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Stamp,
}

/// One more person was asked to sign 加签.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "AskedToSign")]
pub struct Asked {
    /// By whom; who may take the question back while nobody has answered it.
    pub by: AccountId,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Stamp,
}

/// Why a task is late 逾期原因.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Late {
    /// Who said so.
    pub by: AccountId,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Stamp,
}

/// Taken back by whoever had done it 撤回.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TakenBack {
    /// By whom: whose work it was, or who had recorded it for them.
    pub by: AccountId,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Stamp,
}
