//! What other houses ask in a case file: understanding, classes, hand-over, the customer's agreement, claims (rows C, I, A).

#![expect(missing_docs, reason = "where a field needs more than its name, the catalogue of words and a comment say it")]

use crate::choice::{Amount, Liable, ProblemClass, YesNo};
use crate::id::{DepartmentId, LineId};
use crate::people::{FileDigest, Who};
use crate::text::{House, Told};
use crate::time::{Date, Stamp};

crate::fields! {
    /// 理解确认: the customer agrees that they were understood (I-7).
    pub struct Understanding {
        confirmed: Option<YesNo>,
        with: String, by: Option<Who>, at: Option<Stamp>, how: String,
        /// What was corrected or added
        added: House,
    }
    /// 分类 (C-2, C-7)
    pub struct Classification {
        problem_class: Option<ProblemClass>,
        /// Codes of the procedure's lists
        category: String, cause_class: String, fault_mark: String, tags: String,
        reason: House,
    }
    /// 检查清单 (C-4)
    pub struct CheckList {
        lines: Vec<Check>,
        result: House,
    }
    /// One point of a check-list.
    pub struct Check {
        /// Its number in this section
        id: LineId,
        /// Code from the procedure's list
        item: String,
        in_order: Option<YesNo>, note: House,
    }
    /// 受理分派: which desk handles it, and who there (I-6, M-5).
    pub struct Assignment {
        departments: Vec<DepartmentId>, who: Option<Who>,
        /// What the handler has to know
        skill: String,
        reason: House,
    }
    /// 受理确认: the desk takes it, or gives it back with the reason (I-6).
    pub struct HandOver {
        accepted: Option<YesNo>, reason: House, at: Option<Stamp>,
    }
    /// 责任提议, before it is judged (V-4)
    pub struct Proposal {
        departments: Vec<DepartmentId>, who: Option<Who>, reason: House,
    }
    /// 责任认定后的处理: what follows from it (V-4)
    pub struct Consequence {
        told_on: Option<Date>, objection: House,
        recharge: Option<Amount>,
        text: House,
    }
    /// 对策结论: QA takes the measures, or returns them
    pub struct Conclusion {
        accepted: Option<YesNo>, text: House, told: Told,
    }
    /// 客户对方案的意见: agrees or not, claims or not
    pub struct Agreement {
        agreed: Option<YesNo>, claimed: Option<YesNo>,
        /// In the customer's words
        words: String,
        with: String, by: Option<Who>, at: Option<Stamp>,
    }
    /// 再次沟通: the handler tries to win understanding
    pub struct Talk {
        won: Option<YesNo>, text: House, by: Option<Who>, at: Option<Stamp>,
    }
    /// 赔偿申请, liable parties in shares
    pub struct Claim {
        demand: String, evidence: House, files: Vec<FileDigest>, opinion: House,
        shares: Vec<ClaimShare>,
    }
    /// One liable party; each share takes its own road.
    pub struct ClaimShare {
        /// Its number in this section
        id: LineId,
        liable: Option<Liable>, party: String, who: Option<Who>,
        amount: Option<Amount>,
        reason: House,
    }
    /// 派工: a visit to the customer's site as planned and approved; what is done there is the `service_order`
    pub struct Dispatch {
        site: String, engineer: Option<Who>, purpose: House, go_on: Option<Date>, back_on: Option<Date>,
    }
    /// 跟进计划: a schedule, not one call
    pub struct FollowUpPlan {
        lines: Vec<PlannedCall>,
    }
    /// One visit or call as planned.
    pub struct PlannedCall {
        /// Its number in this section
        id: LineId,
        on: Option<Date>, how: String, owner: Option<Who>, about: House,
    }
}
