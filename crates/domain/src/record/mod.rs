//! Side records: things that happen beside the stages, each with a small state of its own.
//!
//! How to add a record: `docs/how-to/record.md`. What a task plans is a section, what is done is a record, or doing the
//! work would void the approval of its plan (model § 4).

#![expect(missing_docs, reason = "where a field needs more than its name, the catalogue of words and a comment say it")]

use crate::choice::{CapaSource, Satisfied, YesNo};
use crate::fields::{FieldInfo, Fields, Seen};
use crate::id::{AccountId, DepartmentId, LineId};
use crate::people::{FileDigest, Who};
use crate::section::kinds;
use crate::text::{House, Told};
use crate::time::{Date, Stamp};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

kinds! {
    /** A kind of side record. */ RecordKind,
    /** A side record with its body. */ Record;
    /// 受理回执 and other contacts
    communication: Communication;
    /// 不良实物 (I-4)
    sample: Sample;
    /// 措施进展, one for each line of the actions
    action_progress: ActionProgress;
    /// 回访
    follow_up: FollowUp;
    /// 纠正与预防措施, with a number of its own
    capa: Capa;
}

impl RecordKind {
    /// The prefix of its own numbers; `None` for what carries none (model § 10).
    pub fn prefix(self) -> Option<&'static str> {
        match self {
            RecordKind::Capa => Some("CA"),
            RecordKind::Communication | RecordKind::Sample | RecordKind::ActionProgress | RecordKind::FollowUp => None,
        }
    }
}

/// Where a side record stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RecordState {
    /// Under way.
    Open,
    /// Done, with what it needs.
    Done,
    /// Not gone on with; it stays to be seen.
    Cancelled,
}

crate::fields! {
    /// A contact with the customer.
    pub struct Communication {
        /// How, when, with whom, by whom
        channel: String, at: Option<Stamp>, with: String, by: Option<Who>,
        text: Told, note: House,
        files: Vec<FileDigest>,
    }
    /// Defective pieces: asked for, received, kept, analysed.
    pub struct Sample {
        what: String, pieces: Option<i64>,
        asked_on: Option<Date>, received_on: Option<Date>,
        /// Where it lies and who has it
        place: String, holder: Option<Who>,
        /// 故障标识 (C-7)
        fault_mark: String,
        result: House,
        files: Vec<FileDigest>,
    }
    /// What was done for one planned action. Done only with evidence.
    pub struct ActionProgress {
        /// The line of the plan
        action: Option<LineId>,
        text: House, told: Told, done_on: Option<Date>,
        evidence: House, files: Vec<FileDigest>,
        /// First batch made with it
        first_batch: String,
    }
    /// A return visit or call after the reply.
    pub struct FollowUp {
        on: Option<Date>, by: Option<Who>, with: String,
        satisfied: Option<Satisfied>,
        /// 1 to 5
        score: Option<i64>,
        words: String,
    }
    /// The CAPA as a record of its own. Its causes, actions and effect are the sections of the case that it serves.
    pub struct Capa {
        source: Option<CapaSource>,
        issued_on: Option<Date>, reply_due: Option<Date>, answered_on: Option<Date>,
        from_department: Option<DepartmentId>, issued_by: Option<AccountId>,
        /// 不符合事实
        fact: House,
        /// 应急处理
        immediate: House, immediate_by: Option<Who>, immediate_at: Option<Stamp>, immediate_verified_by: Option<Who>,
        /// QA takes the plan, or returns it
        plan_accepted: Option<YesNo>, plan_note: House,
        /// 实施检查
        checked_on: Option<Date>, checked_by: Option<Who>, check_note: House,
        /// The CAPA that follows when this one had no effect
        next: String,
    }
}
