//! Facts: the closed list of what decides the way of a case. Each reads one field; its words are counted, worst first.

use crate::choice::{
    Answer, Choice, Class, Effect, Heard, Issue, Liable, Object, ProblemClass, Route, Satisfied, Scope, Severity,
    Track, Verdict, YesNo,
};
use crate::path::{Path, Target};
use crate::record::RecordKind;
use crate::section::Kind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How to add a fact: a row below. Its words are those of the choice; without any it is an amount, and the words are the
/// procedure's limits.
macro_rules! facts { ($( $(#[$doc:meta])* $name:ident as $F:ident: $words:expr, $target:expr, $field:literal; )*) => {
    /// Something that decides where a case goes.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
    #[serde(rename_all = "snake_case")]
    pub enum Fact { $( $(#[$doc])* $F, )* }
    impl Fact {
        /// Every fact.
        pub const ALL: &[Fact] = &[$( Fact::$F, )*];
        /// The name in procedures and in the catalogue.
        pub fn name(self) -> &'static str { match self { $( Fact::$F => stringify!($name), )* } }
        /// The section or record, and the field in it, that it reads.
        pub fn place(self) -> (Target, &'static str) { match self { $( Fact::$F => ($target, $field), )* } }
        /// Its words, worst first; empty for an amount.
        pub fn own_words(self) -> &'static [&'static str] { match self { $( Fact::$F => $words, )* } }
    }
} }

facts! {
    /// 成立与否
    validity as Validity: Verdict::WORDS, Target::Section(Kind::Validity), "verdict";
    /// 类别
    class as Class: Class::WORDS, Target::Section(Kind::Complaint), "class";
    /// 已当场告知收到
    acknowledged as Acknowledged: YesNo::WORDS, Target::Section(Kind::Complaint), "acknowledged";
    /// 需要不良实物
    samples as Samples: YesNo::WORDS, Target::Section(Kind::Complaint), "samples";
    /// 等级
    severity as Severity: Severity::WORDS, Target::Section(Kind::Level), "severity";
    /// 处理路径
    track as Track: Track::WORDS, Target::Section(Kind::Level), "track";
    /// 客户接受说明
    explained as Explained: YesNo::WORDS, Target::Section(Kind::Explanation), "accepted";
    /// 方案费用
    cost as Cost: &[], Target::Section(Kind::Plan), "cost";
    /// 对策可行
    feasible as Feasible: YesNo::WORDS, Target::Section(Kind::Evaluation), "feasible";
    /// 核决
    approval as Approval: Answer::WORDS, Target::Section(Kind::Approval), "answer";
    /// 客户对回复的答复
    heard as Heard: Heard::WORDS, Target::Section(Kind::Reply), "answer";
    /// 效果
    effect as Effect: Effect::WORDS, Target::Section(Kind::Effectiveness), "verdict";
    /// 满意
    satisfied as Satisfied: Satisfied::WORDS, Target::Record(RecordKind::FollowUp), "satisfied";
    /// 理解一致
    understood as Understood: YesNo::WORDS, Target::Section(Kind::Understanding), "confirmed";
    /// 问题类型
    issue as Issue: Issue::WORDS, Target::Section(Kind::Complaint), "issue";
    /// 受理路径
    route as Route: Route::WORDS, Target::Section(Kind::Complaint), "route";
    /// 投诉对象
    object as Object: Object::WORDS, Target::Section(Kind::Complaint), "object";
    /// 有退货
    returned as Returned: YesNo::WORDS, Target::Section(Kind::Complaint), "returned";
    /// 问题等级
    problem_class as ProblemClass: ProblemClass::WORDS, Target::Section(Kind::Classification), "problem_class";
    /// 可独立处理
    alone as Alone: YesNo::WORDS, Target::Section(Kind::Level), "alone";
    /// 已受理
    taken as Taken: YesNo::WORDS, Target::Section(Kind::HandOver), "accepted";
    /// 需要处罚
    penalised as Penalised: YesNo::WORDS, Target::Section(Kind::Responsibility), "penalised";
    /// 对策结论
    concluded as Concluded: YesNo::WORDS, Target::Section(Kind::Conclusion), "accepted";
    /// 客户同意方案
    agreed as Agreed: YesNo::WORDS, Target::Section(Kind::Agreement), "agreed";
    /// 客户索赔
    claimed as Claimed: YesNo::WORDS, Target::Section(Kind::Agreement), "claimed";
    /// 责任方; a fact of each share
    liable as Liable: Liable::WORDS, Target::Section(Kind::Claim), "shares.liable";
    /// 赔偿金额; a fact of each share
    amount as Amount: &[], Target::Section(Kind::Claim), "shares.amount";
    /// 再次沟通后接受
    won as Won: YesNo::WORDS, Target::Section(Kind::Talk), "won";
    /// 客户确认
    confirmed as Confirmed: YesNo::WORDS, Target::Section(Kind::Closure), "confirmed";
    /// 已解决
    solved as Solved: YesNo::WORDS, Target::Record(RecordKind::ServiceOrder), "solved";
    /// 处理范围
    scope as Scope: Scope::WORDS, Target::Record(RecordKind::ServiceOrder), "scope";
}

impl Fact {
    /// The field that it reads, as procedures write it.
    pub fn path(self) -> Path {
        let (target, field) = self.place();
        Path { target, field: field.to_owned() }
    }
    /// The list whose lines each have it; none for a fact of the whole case.
    pub fn list(self) -> Option<Path> {
        self.path().list()
    }
    /// Is this the field that it reads?
    pub fn reads(self, path: &Path) -> bool {
        let (target, field) = self.place();
        path.target == target && path.field == field
    }
}
