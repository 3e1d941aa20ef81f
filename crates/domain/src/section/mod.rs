//! Sections: what a case file is made of, each typed, all in one list.
//!
//! How to add a section: `docs/how-to/section.md`. This list makes the kinds, the union, the field registry and the
//! TypeScript types; nothing else names the sections one by one.

mod answer;
mod cause;
mod contain;
mod intake;
mod judge;
mod measure;
mod service;

pub use answer::*;
pub use cause::*;
pub use contain::*;
pub use intake::*;
pub use judge::*;
pub use measure::*;
pub use service::*;

use crate::fields::{FieldInfo, Fields, Seen};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What happens to a section in a new round (model § 4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nature {
    /// Carried: the newest round counts, the first save in a new round makes a new row.
    Work,
    /// Starts empty in each round, one row per task row: yesterday's "not effective" cannot answer today's question.
    Decision,
}

/// Makes a kind enum and its tagged union from one list. Used twice: for sections here, for records in `record`.
macro_rules! kinds { ($(#[$kdoc:meta])* $Kind:ident, $(#[$udoc:meta])* $Union:ident; $( $(#[$doc:meta])* $kind:ident: $T:ident; )*) => {
    $(#[$kdoc])*
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
    #[serde(rename_all = "snake_case")]
    pub enum $Kind { $( $(#[$doc])* $T, )* }
    $(#[$udoc])*
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
    #[serde(tag = "kind", content = "body", rename_all = "snake_case")]
    pub enum $Union { $( $(#[$doc])* $T($T), )* }
    impl $Kind {
        /// Every kind, in the order of the list.
        pub const ALL: &[$Kind] = &[$( $Kind::$T, )*];
        /// The name in JSON, in procedures and in the catalogue.
        pub fn name(self) -> &'static str { match self { $( $Kind::$T => stringify!($kind), )* } }
        /// The kind of that name.
        pub fn named(name: &str) -> Option<$Kind> { Self::ALL.iter().copied().find(|k| k.name() == name) }
        /// Its fields.
        pub fn fields(self) -> &'static [FieldInfo] { match self { $( $Kind::$T => <$T as Fields>::FIELDS, )* } }
        /// An empty one.
        pub fn empty(self) -> $Union { match self { $( $Kind::$T => $Union::$T($T::default()), )* } }
    }
    impl $Union {
        /// Which kind this is.
        pub fn kind(&self) -> $Kind { match self { $( $Union::$T(_) => $Kind::$T, )* } }
        /// The field at this path is filled; of lines, every one.
        pub fn filled(&self, path: &str) -> bool { match self { $( $Union::$T(body) => body.filled(path), )* } }
        /// What stands at this path.
        pub fn seen(&self, path: &str) -> Seen<'_> { match self { $( $Union::$T(body) => body.seen(path), )* } }
        /// Gives new lines their numbers, and says which numbers were given and are no line's any more. `before` is what
        /// stood here, with what it said of that: others may still point at a line that was taken out, so its number is
        /// given to no other.
        pub fn number_lines(&mut self, before: Option<(&$Union, &$crate::fields::LineNumbers)>) -> $crate::fields::LineNumbers {
            let mut last = before.map(|(_, gone)| gone.clone()).unwrap_or_default();
            for (list, highest) in before.map(|(body, _)| body.line_numbers()).unwrap_or_default() {
                let known = last.entry(list).or_default();
                *known = highest.max(*known);
            }
            match self { $( $Union::$T(body) => body.number_lines(&last), )* }
            let now = self.line_numbers();
            last.retain(|list, last| now.get(list).is_none_or(|now| *last > *now));
            last
        }
        /// The highest number of a line in each list.
        pub fn line_numbers(&self) -> $crate::fields::LineNumbers { match self { $( $Union::$T(body) => body.line_numbers(), )* } }
        /// What stands at `list.name` of one line.
        pub fn seen_in(&self, path: &str, line: i64) -> Seen<'_> { match self { $( $Union::$T(body) => body.seen_in(path, line), )* } }
    }
    $( impl From<$T> for $Union { fn from(body: $T) -> $Union { $Union::$T(body) } }
       impl<'a> TryFrom<&'a $Union> for &'a $T { type Error = (); fn try_from(one: &'a $Union) -> Result<&'a $T, ()> {
           match one { $Union::$T(body) => Ok(body), #[expect(clippy::allow_attributes, reason = "a list of one has no other arm")] #[allow(unreachable_patterns)] _ => Err(()) } } } )*
} }
pub(crate) use kinds;

macro_rules! sections { ($( $(#[$doc:meta])* $kind:ident: $T:ident, $nature:ident; )*) => {
    kinds! { /** A kind of section. */ Kind, /** A section with its body: what a save carries and what the store keeps. */ #[expect(clippy::large_enum_variant, reason = "a case holds a few, each in a row of its own; a box would be one more hop")] Section; $( $(#[$doc])* $kind: $T; )* }
    impl Kind {
        /// Carried from round to round, or begun anew.
        pub fn nature(self) -> Nature { match self { $( Kind::$T => Nature::$nature, )* } }
    }
} }

sections! {
    /// 投诉内容 what the customer says (I-2, I-14)
    complaint: Complaint, Work;
    /// 围堵 containment by place (D-4, N-1)
    containment: Containment, Work;
    /// 成立判定 reason and demand (C-1)
    validity: Validity, Decision;
    /// 定级 level, track, owner (C-3, C-6)
    level: Level, Work;
    /// 不成立说明 told to the customer, and what they say to it (C-1)
    explanation: Explanation, Decision;
    /// 调查 findings (V-1)
    investigation: Investigation, Work;
    /// 小组 D1
    team: Team, Work;
    /// 问题描述 D2: 5W2H, is / is-not
    problem: Problem, Work;
    /// 原因 D4: why-chains in three branches, fishbone (V-2)
    causes: Causes, Work;
    /// 责任 after the cause (V-4)
    responsibility: Responsibility, Work;
    /// 处理方案 what the customer gets
    plan: Plan, Work;
    /// 措施 as planned; the doing is `action_progress`
    actions: Actions, Work;
    /// 对策评估 before approval
    evaluation: Evaluation, Decision;
    /// 核决
    approval: Approval, Decision;
    /// 回复 in rounds
    reply: Reply, Decision;
    /// 效果确认
    effectiveness: Effectiveness, Decision;
    /// 标准化 D7
    standardisation: Standardisation, Work;
    /// 总结评价
    summary: Summary, Work;
    /// 结案
    closure: Closure, Decision;
    /// 理解确认 understood and confirmed with the customer (I-7)
    understanding: Understanding, Decision;
    /// 分类 by problem, cause, category; fault mark (C-2, C-7)
    classification: Classification, Work;
    /// 检查清单 (C-4)
    check_list: CheckList, Work;
    /// 受理分派 desk and handler (I-6)
    assignment: Assignment, Work;
    /// 受理确认 accepted by the desk, or given back (I-6)
    hand_over: HandOver, Decision;
    /// 责任提议 (V-4)
    proposal: Proposal, Work;
    /// 责任认定后的处理 (V-4)
    consequence: Consequence, Work;
    /// 对策结论 of QA
    conclusion: Conclusion, Decision;
    /// 客户对方案的意见
    agreement: Agreement, Decision;
    /// 再次沟通
    talk: Talk, Decision;
    /// 赔偿申请
    claim: Claim, Work;
    /// 派工 to the customer's site
    dispatch: Dispatch, Work;
    /// 跟进计划
    follow_up_plan: FollowUpPlan, Work;
}
