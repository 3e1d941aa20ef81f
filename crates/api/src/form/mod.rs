//! From a case to what a form is told: the views of `kesu-forms`, filled. What a form looks like is that crate's business.
//!
//! How to add a form: `docs/how-to/form.md`.

mod book;
mod f01;
mod f03;
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
    /// Draws it.
    pub(crate) draw: fn(&Book, &FormUse, &Sheet) -> std::result::Result<Pdf, FormError>,
}

/// Every form of the family that exists.
pub(crate) const FORMS: &[Form] = &[
    Form {
        id: "F-1",
        shows: &[Target::Section(Kind::Complaint), Target::Section(Kind::Level), Target::Section(Kind::Validity)],
        draw: |book, used, sheet| kesu_forms::f01(sheet, &f01::complaint_record(book, used)),
    },
    Form {
        id: "F-3",
        shows: &[
            Target::Record(RecordKind::Capa),
            Target::Record(RecordKind::ActionProgress),
            Target::Section(Kind::Level),
            Target::Section(Kind::Investigation),
            Target::Section(Kind::Containment),
            Target::Section(Kind::Causes),
            Target::Section(Kind::Responsibility),
            Target::Section(Kind::Actions),
            Target::Section(Kind::Plan),
            Target::Section(Kind::Effectiveness),
            Target::Section(Kind::Standardisation),
        ],
        draw: |book, used, sheet| kesu_forms::f03(sheet, &f03::capa_report(book, used)),
    },
];

/// The form of that id, as the procedure of this case uses it.
pub(crate) fn find<'a>(open: &'a Open, id: &str) -> Result<(&'static Form, &'a FormUse)> {
    let form = FORMS.iter().find(|form| form.id == id);
    let used = open.procedure.forms.iter().find(|used| used.form == id);
    form.zip(used).ok_or_else(|| ApiError::invalid("form", "unknown", id))
}

pub(crate) use book::Book as CaseBook;
pub(crate) use say::word;
pub(crate) use sign::shown;
