//! What a case has to do with other cases, how it ends otherwise than by its procedure (I-12), and who took over from whom.

use super::{Case, CaseState, Head, TaskKey, TaskState};
use crate::id::{AccountId, CaseId, LineId};
use crate::people::FileDigest;
use crate::time::Stamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Another case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CaseLink {
    /// Which.
    pub case: CaseId,
    /// 案件编号, by which people find it.
    pub number: String,
    /// Of a split: the product lines that went to the child. Figures count them there, and not here.
    #[serde(default)]
    pub lines: Vec<LineId>,
}

/// The cases that one came from, and those that came from it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Links {
    /// 并入: the case that leads.
    pub merged_into: Option<CaseLink>,
    /// The cases that this one leads.
    pub merged: Vec<CaseLink>,
    /// 拆分自
    pub split_from: Option<CaseLink>,
    /// 拆分为
    pub split_into: Vec<CaseLink>,
}

impl Links {
    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &CaseLink> {
        self.merged_into.iter().chain(&self.merged).chain(&self.split_from).chain(&self.split_into)
    }
}

/// Somebody asks for a number to be declared void.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VoidAsked {
    /// Who asks; never the one who approves.
    pub by: AccountId,
    /// When.
    pub at: Stamp,
    /// Why.
    pub reason: String,
}

/// An end that no procedure leads to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Stopped {
    /// When.
    pub at: Stamp,
    /// Who ended it; of a void number, who approved.
    pub by: AccountId,
    /// Who asked for it, of a void number.
    #[serde(default)]
    pub asked_by: Option<AccountId>,
    /// Why.
    pub reason: String,
    /// 撤诉: who said so for the customer.
    #[serde(default)]
    pub said_by: String,
    /// Where that stands.
    #[serde(default)]
    pub evidence: String,
    /// The letter, the mail, the picture of the chat.
    #[serde(default)]
    pub files: Vec<FileDigest>,
    /// What was still to be done; it comes back when the case is taken back.
    #[serde(default)]
    pub left: Vec<TaskKey>,
}

/// What is for somebody by name is for somebody else from now on 工作交接. What was written and signed is not touched: it
/// still names whom it named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HandedOver {
    /// Who leaves.
    pub from: AccountId,
    /// Who takes over.
    pub to: AccountId,
    /// Who said so.
    pub by: AccountId,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Stamp,
}

impl Head {
    /// Who stands now where this account is named.
    pub fn now_for(&self, named: AccountId) -> AccountId {
        self.handed.iter().fold(named, |who, handed| if handed.from == who { handed.to } else { who })
    }
}

impl Case {
    /// Ends it: what is still to be done is superseded, the clocks run on nobody.
    pub(crate) fn stop(&mut self, state: CaseState, mut how: Stopped) {
        for row in self.tasks.iter_mut().filter(|row| !row.state.is_over() || row.state == TaskState::Ahead) {
            how.left.push(row.key());
            row.state = TaskState::Superseded;
        }
        for pause in self.head.pauses.iter_mut().filter(|pause| pause.until.is_none()) {
            pause.until = Some(how.at);
        }
        self.head.state = state;
        self.head.void_asked = None;
        self.head.stopped = Some(how);
    }

    /// It has not ended after all: what was still to be done is to be done again.
    pub(crate) fn restart(&mut self) {
        let Some(how) = self.head.stopped.take() else { return };
        for row in self.tasks.iter_mut().filter(|row| how.left.iter().any(|key| row.is(key))) {
            row.state = match (row.done_at, row.opened) {
                (Some(_), _) => TaskState::Ahead,
                (None, Some(_)) => TaskState::Open,
                (None, None) => TaskState::Waiting,
            };
        }
    }
}
