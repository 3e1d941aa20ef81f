//! Validity, level, explanation, investigation, responsibility.

#![expect(missing_docs, reason = "where a field needs more than its name, the catalogue of words and a comment say it")]

use crate::choice::{Ground, Severity, Track, Verdict, YesNo};
use crate::id::{AccountId, DepartmentId, LineId};
use crate::people::{FileDigest, Who};
use crate::text::{House, Told};
use crate::time::Stamp;

crate::fields! {
    /// 成立判定: two questions, one verdict (C-1).
    pub struct Validity {
        /// 理由是否充分
        reason_holds: Option<YesNo>,
        /// 要求是否合理
        demand_holds: Option<YesNo>,
        /// 成立 / 部分成立 / 不成立 / 待确认
        verdict: Option<Verdict>,
        /// 判定依据
        reason: House,
        /// Why not established, by kind
        ground: Option<Ground>,
        /// Why no investigation was made, if none was (L-1)
        no_investigation: House,
    }
    /// 定级与处理路径 (C-3, C-6, D0)
    pub struct Level {
        /// 一般 / 严重 / 重大
        severity: Option<Severity>,
        track: Option<Track>,
        /// Why this track
        reason: House,
        /// Who holds the case together 案件负责人
        owner: Option<AccountId>,
        /// The desk can handle it without another department
        alone: Option<YesNo>,
        safety: Option<YesNo>, repeat: Option<YesNo>, urgent: Option<YesNo>,
        /// The earlier case, when it is a repeat
        earlier: String,
    }
    /// 不成立说明, and what the customer says to it. Objection (复议) goes one role higher, once; after that it stands.
    pub struct Explanation {
        told: Told,
        /// How it was said and to whom
        how: String, sent_at: Option<Stamp>,
        /// Where else the customer may turn
        other_ways: Told,
        accepted: Option<YesNo>,
        /// The customer's objection
        objection: String,
    }
    /// 调查
    pub struct Investigation {
        findings: House,
        by: Option<Who>,
        files: Vec<FileDigest>,
        /// 违反条款, 违反文件, 客观证据 (F-3)
        clause: String, document: String, evidence: House,
    }
    /// 责任 (V-4): shares sum to 100 %.
    pub struct Responsibility {
        departments: Vec<DepartmentId>,
        shares: Vec<Share>,
        /// 处罚 follows (V-5)
        penalised: Option<YesNo>,
        reason: House,
    }
    /// One party's share.
    pub struct Share {
        /// Its number in this section
        id: LineId,
        department: Option<DepartmentId>, who: Option<Who>,
        /// A supplier, carrier or contractor
        party: String,
        /// Whole per cent
        percent: Option<i64>,
        agreed: Option<YesNo>,
        dispute: House,
    }
}
