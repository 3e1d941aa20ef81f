//! F-4 8D 报告: what a customer reads of a case (forms-language § 7, forms.md § 2).
//!
//! Every field is asked for `ForCustomer`. Text for the house does not get in, not even by name:
//! ```compile_fail,E0308
//! use kesu_domain::text::House;
//! use kesu_forms::view::f04::Problem;
//! Problem { statement: House("焊工没有资质".into()), ..Problem::default() };
//! ```
//! ```
//! use kesu_domain::text::Told;
//! use kesu_forms::view::f04::Problem;
//! let statement = Told { zh: "焊缝生锈".into(), en: "Rust at the weld".into() };
//! Problem { statement, ..Problem::default() };
//! ```

use super::customer::for_customer;
use super::{Open, SignBox};
use kesu_domain::choice::{ActionKind, Branch, Effect, Mode, YesNo};
use kesu_domain::text::{ForCustomer, Told};
use kesu_domain::time::Date;

for_customer! {
    /// A report in the order of the form. A step that has not begun is `None`.
    pub struct EightD {
        /// Empty on paper that has no case yet.
        case_no: Open,
        /// Who complains.
        customer: Open,
        /// Its code in the master data.
        customer_code: Open,
        /// The customer's own number for the complaint.
        customer_no: Open,
        /// The customer's order.
        order_no: Open,
        /// When the complaint was received.
        complained_at: Open,
        /// What it is about; one line prints as fields, several as a table.
        lines: Vec<Line>,
        /// In the field, at the customer's line, at incoming inspection.
        mode: Option<Mode>,
        /// The person on the customer's side.
        customer_contact: Open,
        /// The person on ours.
        contact: Open,
        /// The last report; else one on the way.
        is_final: Option<YesNo>,

        /// D0
        prepared: Prepared,
        /// D1
        team: Option<Team>,
        /// D2
        problem: Option<Problem>,
        /// D3
        containment: Option<Containment>,
        /// D4
        causes: Option<Causes>,
        /// D5, D6 and, for the preventive ones, D7
        actions: Option<Actions>,
        /// D6
        effect: Option<Validation>,
        /// D7
        standards: Option<Standards>,

        /// 制作, 审核, 批准.
        signatures: Vec<SignBox>,
    }

    /// One product of the complaint.
    pub struct Line {
        /// What it is called.
        name: Open,
        /// Model or drawing, with its revision.
        model: Open,
        /// The customer's part number.
        customer_part: Open,
        /// Batch or serial number.
        lot: Open,
        /// When it was made.
        made_on: Option<Date>,
        /// How many were delivered.
        delivered: Option<i64>,
        /// How many the customer has looked at.
        inspected: Option<i64>,
        /// How many are bad.
        defective: Option<i64>,
        /// How many came back.
        returned: Option<i64>,
    }

    /// D0: the symptom, and what was done at once.
    pub struct Prepared {
        /// What the customer said, word for word.
        symptom: Told,
        /// What the customer was told first.
        response: Option<Told>,
        /// When.
        response_at: Open,
        /// An 8D was decided on.
        eight_d: Option<YesNo>,
        /// It happened before.
        repeat: Option<YesNo>,
    }

    /// D1.
    pub struct Team {
        /// Sponsor and leader first.
        members: Vec<Member>,
    }

    /// Somebody of the team.
    pub struct Member {
        /// What they are in it.
        role: Role,
        /// Who.
        name: Open,
        /// Of which function.
        function: Open,
        /// How to reach them.
        phone: Open,
    }

    /// D2.
    pub struct Problem {
        /// What exactly is wrong: no cause and no solution in it.
        statement: Told,
        /// Since when.
        found_on: Option<Date>,
    }

    /// D3.
    pub struct Containment {
        /// What was done.
        what: Told,
        /// Where more of it could be.
        places: Vec<Place>,
        /// Places of which nobody has said anything yet.
        unsaid: Vec<Open>,
        /// The first good batch.
        clean_point: Open,
        /// Since when.
        clean_from: Option<Date>,
        /// How good parts are marked.
        marking: Open,
    }

    /// One place.
    pub struct Place {
        /// Which.
        name: Open,
        /// There may be parts at all.
        applies: Option<YesNo>,
        /// Pieces there.
        stock: Option<i64>,
        /// Pieces looked at.
        checked: Option<i64>,
        /// Pieces that were not good.
        ng: Option<i64>,
        /// On which day.
        on: Open,
    }

    /// D4.
    pub struct Causes {
        /// The causes.
        what: Told,
        /// Branches that were analysed: why it happened, why it was not found, why the system let it.
        branches: Vec<Branch>,
        /// The fault can be switched on and off.
        reproducible: Option<YesNo>,
        /// When the analysis was done.
        on: Option<Date>,
    }

    /// D5, D6, D7.
    pub struct Actions {
        /// In the order of the plan.
        lines: Vec<Action>,
    }

    /// One action.
    pub struct Action {
        /// What is done.
        what: Told,
        /// Correction, corrective or preventive.
        kind: Option<ActionKind>,
        /// The branch whose cause it removes.
        against: Option<Branch>,
        /// Who does it.
        owner: Open,
        /// By when.
        due: Option<Date>,
        /// What was done; `None` while it is under way.
        done: Option<Done>,
    }

    /// An action that was carried out.
    pub struct Done {
        /// How, where it is more than the plan said.
        what: Told,
        /// The first batch made with it.
        first_batch: Open,
        /// On which day.
        on: Option<Date>,
    }

    /// D6: numbers, not words.
    pub struct Validation {
        /// The effect.
        what: Told,
        /// Watched from.
        from: Option<Date>,
        /// Watched until.
        until: Option<Date>,
        /// How many were looked at.
        sample: Option<i64>,
        /// What was found before.
        before: Open,
        /// What was found after.
        after: Open,
        /// Effective or not.
        verdict: Option<Effect>,
        /// The containment was lifted on.
        contained_until: Option<Date>,
    }

    /// D7.
    pub struct Standards {
        /// What became the rule.
        what: Told,
        /// Documents that were changed.
        documents: Vec<Document>,
    }

    /// One document that was changed.
    pub struct Document {
        /// Its number.
        number: Open,
        /// Its title.
        title: Open,
        /// Its version now.
        version: Open,
        /// Since when it holds.
        issued_on: Option<Date>,
        /// When people were trained in it.
        trained_on: Open,
    }
}

/// What somebody is in a team.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Role {
    /// Gives the means.
    Sponsor,
    /// Leads it.
    Leader,
    /// Works in it.
    #[default]
    Member,
}
impl ForCustomer for Role {}
