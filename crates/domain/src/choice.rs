//! The words that can be chosen, worst first: where several people speak, the worst word said counts.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Money in hundredths (分) of the plant's currency. A limit reached counts as reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct Amount(pub i64);

/// A choice whose words are counted.
pub trait Choice: Copy + 'static {
    /// All words, worst first.
    const WORDS: &'static [&'static str];
    /// The word in JSON, in procedures and in the catalogue.
    fn word(self) -> &'static str;
}

/// How to add a choice: a row below, its words in `words/*.json` under `choice.<name>`.
macro_rules! choices { ($( $(#[$doc:meta])* $name:ident as $key:literal { $($v:ident = $w:literal),+ $(,)? } )*) => { $(
    $(#[$doc])*
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, ts_rs::TS)]
    pub enum $name { $( #[doc = $w] #[serde(rename = $w)] $v, )+ }
    impl $crate::choice::Choice for $name {
        const WORDS: &'static [&'static str] = &[$($w),+];
        fn word(self) -> &'static str { match self { $( $name::$v => $w, )+ } }
    }
    impl $crate::fields::Field for $name {
        const IS: $crate::fields::FieldType = $crate::fields::FieldType::Choice(<$name as $crate::choice::Choice>::WORDS);
        fn filled(&self) -> bool { true }
        fn seen(&self) -> $crate::fields::Seen<'_> { $crate::fields::Seen::Word($crate::choice::Choice::word(*self)) }
    }
    impl $crate::text::ForCustomer for $name {}
)*
    /// Every choice of this list: its name in the catalogue and its words.
    pub const CHOICES: &[(&str, &[&str])] = &[$( ($key, <$name as $crate::choice::Choice>::WORDS), )*];
} }
pub(crate) use choices;

choices! {
    /// 否 / 是
    YesNo as "yes_no" { No = "no", Yes = "yes" }
    /// Channel 投诉渠道 (I-1)
    Channel as "channel" { Phone = "phone", Email = "email", Fax = "fax", Letter = "letter", Online = "online", Qq = "qq", Wechat = "wechat",
        Social = "social", Portal = "portal", Visit = "visit", Audit = "audit", Return = "return", Authority = "authority", Media = "media", Staff = "staff" }
    /// Class 投诉类别, first level (forms § 1 Kind)
    Class as "class" { Quality = "quality", Packaging = "packaging", Delivery = "delivery", Order = "order", Freight = "freight", Documents = "documents", Service = "service" }
    /// Where it came up: at the customer's line, at incoming inspection, in the field, inside the house
    Mode as "mode" { Field = "field", ZeroKm = "zero_km", Incoming = "incoming", Internal = "internal" }
    /// The answer that the customer requires 要求的答复形式
    Format as "format" { OwnEightD = "own_8d", EightD = "8d", Short = "short", NoneAsked = "none" }
    /// What the customer asks for 投诉要求
    Demand as "demand" { Replace = "replace", Rework = "rework", Sort = "sort", Refund = "refund", Discount = "discount", Compensation = "compensation", Report = "report", Visit = "visit" }
    /// 判定 verdict (C-1)
    Verdict as "verdict" { Not = "not_established", Pending = "pending", Partly = "partly", Established = "established" }
    /// Ground of a 不成立
    Ground as "ground" { NoTrouble = "no_trouble_found", Misuse = "misuse", Transport = "transport", Wear = "wear", Other = "other" }
    /// Level 等级 (C-3): 重大, 严重, 一般
    Severity as "severity" { Major = "major", Serious = "serious", Ordinary = "ordinary" }
    /// Track 处理路径 (C-6)
    Track as "track" { EightD = "8d", Capa = "capa", Simple = "simple" }
    /// What is done with parts found nonconforming 处置 (N-1)
    Disposition as "disposition" { Scrap = "scrap", Return = "return", Sort = "sort", Repair = "repair", Rework = "rework", UseAsIs = "use_as_is" }
    /// Branch of a cause: why it happened, why it was not found, why the system let it (V-2)
    Branch as "branch" { Occurrence = "occurrence", Escape = "escape", System = "system" }
    /// 人机料法环测, and management 管理 (D-3)
    Bone as "bone" { People = "people", Machine = "machine", Material = "material", Method = "method", Environment = "environment", Measurement = "measurement", Management = "management" }
    /// A cause stands proved, open, or excluded
    Standing as "standing" { Open = "open", Excluded = "excluded", Confirmed = "confirmed" }
    /// 纠正 / 纠正措施 / 预防措施 (forms § 3)
    ActionKind as "action_kind" { Correction = "correction", Corrective = "corrective", Preventive = "preventive" }
    /// Remedy for the customer 处理方式
    Remedy as "remedy" { Return = "return", Exchange = "exchange", Repair = "repair", Discount = "discount", Compensation = "compensation", Remake = "remake",
        ReworkOnSite = "rework_on_site", Service = "service", Explanation = "explanation" }
    /// 核决 answer of an approver
    Answer as "answer" { Rejected = "rejected", Approved = "approved" }
    /// What the customer says to a reply
    Heard as "heard" { NotAccepted = "not_accepted", Exhausted = "exhausted", Accepted = "accepted" }
    /// Effect of the measures (unclear is not effective)
    Effect as "effect" { No = "not_effective", Unclear = "unclear", Effective = "effective" }
    /// 满意 satisfaction in a word
    Satisfied as "satisfied" { No = "not_satisfied", Yes = "satisfied" }
    /// Reply kinds 受理回执, 临时, 最终
    ReplyKind as "reply_kind" { Receipt = "receipt", Interim = "interim", Final = "final" }
    /// What came in 问题类型 (I-8)
    Issue as "issue" { Complaint = "complaint", Fault = "fault", Consultation = "consultation", Other = "other" }
    /// By which desk it came in 受理路径
    Route as "route" { Finance = "finance", Sales = "sales", Direct = "direct" }
    /// What the complaint is about 投诉对象
    Object as "object" { Person = "person", Department = "department", Product = "product" }
    /// Problem class 问题等级 (C-2)
    ProblemClass as "problem_class" { Four = "class_4", Three = "class_3", Two = "class_2", One = "class_1" }
    /// Whose fault it is to mend 处理范围
    Scope as "scope" { Supplier = "supplier", Own = "own" }
    /// Liable party of a claim 责任方
    Liable as "liable" { Contractor = "contractor", Company = "company" }
    /// What is evaluated about a case 评估对象
    Evaluated as "evaluated" { Communication = "communication", Feedback = "feedback", FollowUp = "follow_up" }
    /// Mood of the customer 客户情绪
    Mood as "mood" { Angry = "angry", Unhappy = "unhappy", Calm = "calm" }
    /// Who is penalised, and for what 处罚对象 (V-5)
    Penalised as "penalised" { Breach = "breach", Delay = "delay", Head = "head", Direct = "direct" }
    /// In which state goods are 物料状态
    Goods as "goods" { Finished = "finished", Semi = "semi", Raw = "raw" }
    /// Where a CAPA comes from
    CapaSource as "capa_source" { Complaint = "complaint", Audit = "audit", Process = "process", Repeat = "repeat", Suggestion = "suggestion", Other = "other" }
}
