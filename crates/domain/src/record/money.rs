//! Money: what is paid and recovered, held back, or taken as a penalty. Nothing of it leaves the house.

#![expect(missing_docs, reason = "where a field needs more than its name, the catalogue of words and a comment say it")]

use crate::choice::{Amount, Penalised, YesNo};
use crate::id::LineId;
use crate::people::{FileDigest, Who};
use crate::text::House;
use crate::time::Date;

crate::fields! {
    /// One share of a claim as paid, advanced and recovered.
    pub struct Compensation {
        /// The share of the claim
        share: Option<LineId>,
        paid: Option<Amount>, paid_on: Option<Date>,
        /// Advanced for a contractor and deducted from what is owed to them
        advanced: Option<YesNo>, recovered: Option<Amount>, recovered_on: Option<Date>, recovered_from: String,
        note: House, files: Vec<FileDigest>,
    }
    /// Collection of payment waits for the case.
    pub struct CollectionHold {
        reason: House, amount: Option<Amount>, held_on: Option<Date>, held_by: Option<Who>,
        released: Option<YesNo>, released_on: Option<Date>, basis: House,
    }
    /// A penalty: on whom, by which rule, how much. Payroll stays outside.
    pub struct Penalty {
        who: Option<Who>, kind: Option<Penalised>, rule: String, amount: Option<Amount>,
        /// The manager of the department, who answers too
        head: Option<Who>, head_amount: Option<Amount>,
        hearing: House, objection: House, decided_on: Option<Date>, note: House,
    }
}
