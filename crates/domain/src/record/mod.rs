//! Side records: things that happen beside the stages, each with a small state of its own.
//!
//! How to add a record: `docs/how-to/record.md`. What a task plans is a section, what is done is a record, or doing the
//! work would void the approval of its plan (model § 4).

mod contact;
mod goods;
mod money;
mod service;
mod work;

pub use contact::*;
pub use goods::*;
pub use money::*;
pub use service::*;
pub use work::*;

use crate::fields::{FieldInfo, Fields, Seen};
use crate::section::kinds;
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
    /// 退货 (I-3), with a number of its own
    return: Return;
    /// 不合格品处置 (N-2)
    goods_disposition: GoodsDisposition;
    /// 走访 (N-3)
    visit: Visit;
    /// 会议 and 会诊 (V-3, V-7)
    meeting: Meeting;
    /// 进度报告
    progress_report: ProgressReport;
    /// 评估 of communication, feedback, follow-up
    assessment: Assessment;
    /// 部门结果反馈
    outcome: Outcome;
    /// 赔付与追回
    compensation: Compensation;
    /// 收款暂缓
    collection_hold: CollectionHold;
    /// 处罚 (V-5)
    penalty: Penalty;
    /// 客户服务单, with a number of its own
    service_order: ServiceOrder;
    /// 维修处理
    repair: Repair;
    /// 咨询质量跟踪 (F-8)
    tracking: Tracking;
    /// 案例 (S-6)
    case_study: CaseStudy;
    /// 规程建议 (M-4)
    suggestion: Suggestion;
    /// 培训 (M-3)
    training: Training;
    /// 定期工作 as done: a duty of a procedure (T-5); belongs to no case
    duty_done: DutyDone;
}

impl RecordKind {
    /// The prefix of its own numbers; `None` for what carries none (model § 10).
    pub fn prefix(self) -> Option<&'static str> {
        match self {
            RecordKind::Capa => Some("CA"),
            RecordKind::Return => Some("RT"),
            RecordKind::Compensation => Some("CP"),
            RecordKind::ServiceOrder => Some("SO"),
            RecordKind::Communication
            | RecordKind::Sample
            | RecordKind::ActionProgress
            | RecordKind::FollowUp
            | RecordKind::GoodsDisposition
            | RecordKind::Visit
            | RecordKind::Meeting
            | RecordKind::ProgressReport
            | RecordKind::Assessment
            | RecordKind::Outcome
            | RecordKind::CollectionHold
            | RecordKind::Penalty
            | RecordKind::Repair
            | RecordKind::Tracking
            | RecordKind::CaseStudy
            | RecordKind::Suggestion
            | RecordKind::Training
            | RecordKind::DutyDone => None,
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
