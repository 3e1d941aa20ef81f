//! Facts: the closed list of what decides the way of a case. Each reads one field; its words are counted, worst first.

use crate::choice::{Answer, Choice, Class, Effect, Heard, Satisfied, Severity, Track, Verdict, YesNo};
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
}

impl Fact {
    /// The field that it reads, as procedures write it.
    pub fn path(self) -> Path {
        let (target, field) = self.place();
        Path { target, field: field.to_owned() }
    }
    /// Is this the field that it reads?
    pub fn reads(self, path: &Path) -> bool {
        let (target, field) = self.place();
        path.target == target && path.field == field
    }
}
