//! Work of the house: actions as done, the CAPA, what is learned, duties.

#![expect(missing_docs, reason = "where a field needs more than its name, the catalogue of words and a comment say it")]

use crate::choice::{CapaSource, YesNo};
use crate::id::{AccountId, DepartmentId, LineId};
use crate::people::{FileDigest, Who};
use crate::text::{House, Told};
use crate::time::{Date, Stamp};

crate::fields! {
    /// What was done for one planned action. Done only with evidence.
    pub struct ActionProgress {
        /// The line of the plan
        action: Option<LineId>,
        text: House, told: Told, done_on: Option<Date>,
        evidence: House, files: Vec<FileDigest>,
        /// First batch made with it
        first_batch: String,
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
    /// 案例 for other departments to learn from (S-6).
    pub struct CaseStudy {
        title: String, facts: House, cause: House, handling: House, lesson: House, departments: Vec<DepartmentId>,
    }
    /// A suggestion for a procedure, by staff or a customer (M-4).
    pub struct Suggestion {
        by: String, on: Option<Date>,
        /// The procedure and the place in it
        procedure: String, clause: String, text: House,
        /// What was decided, why, and the version that follows
        decided: Option<YesNo>, decision: House, version: String,
    }
    /// Training and its three evaluations (M-3).
    pub struct Training {
        subject: String, on: Option<Date>, method: String, by: Option<Who>, attendants: String,
        satisfaction: House, skill_test: House, transfer: House, files: Vec<FileDigest>,
    }
    /// A duty of a procedure as done for one period.
    pub struct DutyDone {
        /// Number of the procedure and id of the duty in it
        procedure: String, duty: String,
        /// `2026-W48`, `2026-11`, `2026-Q4`, `2026`
        period: String,
        done_on: Option<Date>, by: Option<Who>, text: House, decisions: House,
        told: String, files: Vec<FileDigest>,
    }
}
