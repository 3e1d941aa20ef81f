//! From a case to what a form is told: the views of `kesu-forms`, filled. What a form looks like is that crate's business.
//!
//! How to add a form: `docs/how-to/form.md`.

mod book;
mod f01;
mod f03;
mod f04;
mod morning;
mod say;
mod sign;

use crate::error::{ApiError, Result};
use crate::open::Open;
use book::Book;
use kesu_domain::path::Target;
use kesu_domain::procedure::FormUse;
use kesu_domain::record::RecordKind;
use kesu_domain::section::Kind;
use kesu_forms::view::Sheet;
use kesu_forms::{FormError, Pdf};

/// A form of the family as this program can draw it.
pub(crate) struct Form {
    /// e.g. `F-1`
    pub(crate) id: &'static str,
    /// What it shows: the rows of its manifest.
    pub(crate) shows: &'static [Target],
    /// It leaves the house. It shows what the customer is told of its rows and not the rows: no task is signed on it.
    pub(crate) for_customer: bool,
    /// Draws it.
    pub(crate) draw: fn(&Book, &FormUse, &Sheet) -> std::result::Result<Pdf, FormError>,
}

/// Every form of the family that exists.
pub(crate) const FORMS: &[Form] = &[
    Form {
        id: "F-1",
        shows: &[
            Target::Section(Kind::Complaint),
            Target::Section(Kind::Level),
            Target::Section(Kind::Validity),
            Target::Record(RecordKind::Communication),
        ],
        for_customer: false,
        draw: |book, used, sheet| kesu_forms::f01(sheet, &f01::complaint_record(book, used)),
    },
    Form {
        id: "F-3",
        shows: &[
            Target::Section(Kind::Complaint),
            Target::Record(RecordKind::Capa),
            Target::Record(RecordKind::ActionProgress),
            Target::Section(Kind::Level),
            Target::Section(Kind::Investigation),
            Target::Section(Kind::Containment),
            Target::Section(Kind::Causes),
            Target::Section(Kind::Responsibility),
            Target::Section(Kind::Actions),
            Target::Section(Kind::Plan),
            Target::Section(Kind::Approval),
            Target::Section(Kind::Effectiveness),
            Target::Section(Kind::Standardisation),
        ],
        for_customer: false,
        draw: |book, used, sheet| kesu_forms::f03(sheet, &f03::capa_report(book, used)),
    },
    Form {
        id: "F-4",
        shows: &[
            Target::Section(Kind::Complaint),
            Target::Section(Kind::Level),
            Target::Section(Kind::Team),
            Target::Section(Kind::Problem),
            Target::Section(Kind::Containment),
            Target::Section(Kind::Causes),
            Target::Section(Kind::Actions),
            Target::Section(Kind::Effectiveness),
            Target::Section(Kind::Standardisation),
            Target::Record(RecordKind::Communication),
            Target::Record(RecordKind::ActionProgress),
        ],
        for_customer: true,
        draw: |book, used, sheet| kesu_forms::f04(sheet, &f04::eight_d(book, used)),
    },
];

/// The form of that id, as the procedure of this case uses it.
pub(crate) fn find<'a>(open: &'a Open, id: &str) -> Result<(&'static Form, &'a FormUse)> {
    let form = FORMS.iter().find(|form| form.id == id);
    let used = open.procedure.forms.iter().find(|used| used.form == id);
    form.zip(used).ok_or_else(|| ApiError::invalid("form", "unknown", id))
}

/// The form of that id goes to a customer.
pub(crate) fn is_for_customer(id: &str) -> bool {
    FORMS.iter().any(|form| form.id == id && form.for_customer)
}

pub(crate) use book::{Book as CaseBook, PLACES};
pub(crate) use morning::morning;
pub(crate) use say::word;
pub(crate) use sign::shown;
