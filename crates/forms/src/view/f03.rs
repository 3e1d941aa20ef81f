//! F-3 纠正与预防措施报告.

use super::{Choice, CounterSign, Entry, Photo, SignBox, Words};

/// A corrective and preventive action, in the order of the form (forms-language § 7, forms.md § 3).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CapaReport {
    /// `None` on paper that has no number yet.
    pub report_no: Option<String>,
    /// The complaint that it comes from.
    pub case_no: Option<String>,

    /// What gave rise to it.
    pub source: Choice,
    /// Who issues it.
    pub issuing_department: Entry,
    /// Who has to answer.
    pub responsible_department: Entry,
    /// 一般, 严重, 重大.
    pub level: Choice,
    /// When it was issued.
    pub issued_on: Entry,
    /// By when it is to be answered.
    pub due_on: Entry,
    /// When it was.
    pub answered_on: Entry,

    /// What is not as it should be.
    pub fact: Entry,
    /// The clause that it offends.
    pub clause: Entry,
    /// The document that it offends.
    pub document: Entry,
    /// What proves it.
    pub evidence: Entry,
    /// What is seen of it.
    pub photos: Vec<Photo>,

    /// What was done at once.
    pub containment: Entry,
    /// By whom.
    pub containment_by: Entry,
    /// When it was done.
    pub containment_done_at: Entry,
    /// Who looked.
    pub containment_verified_by: Entry,

    /// Possible causes; `None` where none was drawn.
    pub fishbone: Option<Fishbone>,
    /// What changed before it began.
    pub changed: Entry,
    /// Why it arose: why after why, the root cause last. Empty where nobody has said it.
    pub occurrence: Vec<Words>,
    /// Why nobody found it.
    pub escape: Vec<Words>,
    /// Why the system let it happen.
    pub system: Vec<Words>,
    /// How the causes were proved.
    pub verification: Entry,
    /// Who analysed.
    pub analysed_by: Entry,
    /// On which day.
    pub analysed_on: Entry,

    /// 纠正: what puts the found things right.
    pub corrections: Vec<Action>,
    /// 纠正措施: what removes the causes.
    pub correctives: Vec<Action>,
    /// 预防措施: what keeps other products and processes from it.
    pub preventives: Vec<Action>,
    /// Departments that agreed to the plan; empty where none is asked.
    pub countersigned: Vec<CounterSign>,

    /// What the customer gets, and what it costs: an approval is over this, too.
    pub customer_plan: Entry,
    /// The plan was accepted or sent back.
    pub plan: Choice,
    /// By whom.
    pub plan_by: Entry,
    /// On which day.
    pub plan_on: Entry,
    /// What was said to it.
    pub plan_note: Entry,

    /// All, some or none of it was done.
    pub check: Choice,
    /// Who looked.
    pub check_by: Entry,
    /// On which day.
    pub check_on: Entry,
    /// What was seen.
    pub check_note: Entry,
    /// Why somebody verifies what they did themselves; not applicable where nobody does.
    pub self_check_reason: Entry,

    /// By which method and criterion the effect is judged.
    pub method: Entry,
    /// Before and after.
    pub measures: Vec<Measure>,
    /// Effective, not effective, unclear.
    pub effect: Choice,
    /// Why it is judged so.
    pub result: Entry,
    /// What follows where it was not effective.
    pub next_capa: Entry,

    /// Documents that were changed.
    pub standards: Vec<Standard>,

    /// 发出, 责任部门, 验证, 批准.
    pub signatures: Vec<SignBox>,
}

/// One measure of a plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Action {
    /// What is done.
    pub what: Entry,
    /// Against which cause: fact, occurrence, escape, system.
    pub cause: Entry,
    /// By whom.
    pub who: Entry,
    /// By when.
    pub due: Entry,
    /// When it was done, and what proves it.
    pub done: Entry,
}

/// One figure before and after.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Measure {
    /// What is measured.
    pub what: Entry,
    /// Before.
    pub before: Entry,
    /// After.
    pub after: Entry,
    /// Reached or not.
    pub verdict: Entry,
}

/// One document that was changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standard {
    /// Number and title.
    pub document: Entry,
    /// Revision before.
    pub from: Entry,
    /// Revision now.
    pub to: Entry,
    /// Since when it holds.
    pub effective: Entry,
    /// What was changed.
    pub change: Entry,
}

/// The diagram of possible causes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fishbone {
    /// What is to be explained.
    pub effect: Words,
    /// One each for 人, 机, 料, 法, 环, 测; the first half stands above the spine.
    pub bones: Vec<Bone>,
}

/// One bone of the diagram.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bone {
    /// What it gathers.
    pub name: Words,
    /// Possible causes.
    pub causes: Vec<Cause>,
}

/// A possible cause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause {
    /// What it says.
    pub words: Words,
    /// What became of it.
    pub standing: Standing,
}

/// What became of a possible cause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Not looked into yet.
    Open,
    /// ○
    Excluded,
    /// ● and bold
    Confirmed,
}
