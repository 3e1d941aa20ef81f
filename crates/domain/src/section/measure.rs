//! Plan for the customer, actions against the causes, their evaluation and approval (rows A).

#![expect(missing_docs, reason = "where a field needs more than its name, the catalogue of words and a comment say it")]

use crate::choice::{ActionKind, Amount, Answer, Remedy, YesNo};
use crate::id::LineId;
use crate::people::Who;
use crate::text::{House, Told};
use crate::time::{Date, Stamp};

crate::fields! {
    /// 处理方案: what the customer gets, and what it costs.
    pub struct Plan {
        remedy: Option<Remedy>,
        text: House, told: Told,
        /// Its estimated cost; the procedure's limits are about this amount
        cost: Option<Amount>,
        due: Option<Date>,
    }
    /// 措施, as planned. What is signed is the plan; what was done is the record `action_progress`.
    pub struct Actions {
        lines: Vec<Action>,
    }
    /// One action against one cause.
    pub struct Action {
        /// Its number in this section
        id: LineId,
        kind: Option<ActionKind>,
        what: House, told: Told,
        /// The line of the why-chain that it removes
        cause: Option<LineId>,
        owner: Option<Who>, due: Option<Date>,
        /// How its effect will show
        criterion: House,
    }
    /// 对策评估, one row for each who evaluates.
    pub struct Evaluation {
        feasible: Option<YesNo>,
        /// 预期效果, 意见
        reason: House,
    }
    /// 核决: approved, or rejected to a named stage with the reason.
    pub struct Approval {
        answer: Option<Answer>,
        reason: House,
        /// The stage to which a rejection goes
        back_to: String,
    }
    /// 标准化 D7
    pub struct Standardisation {
        /// 提案: what should become the rule, and why
        proposal: House, told: Told,
        documents: Vec<Revision>,
    }
    /// One document changed.
    pub struct Revision {
        /// Its number in this section
        id: LineId,
        document: String, number: String, version: String, issued_on: Option<Date>, trained_at: Option<Stamp>,
    }
}
