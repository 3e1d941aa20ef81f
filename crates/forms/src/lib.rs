//! The printed forms of the house: views in, bytes out (design § 10).
//!
//! Owns: what a form says and in which order (`form`), what it is told ([`view`]), how words become lines (`text`), lines
//! cells and cells pages (`layout`), what stands where before any file format (`draw`), and, in one place, PDF (`pdf`).
//! Equal views give equal bytes: the moment on a form comes with the view.
//!
//! Must never know: the store, the journal, accounts, a clock; whether somebody may see a form was decided before.

mod draw;
mod error;
mod font;
mod form;
mod layout;
mod pdf;
mod picture;
mod text;
pub mod view;
mod words;

pub use error::FormError;

use layout::body::Body;
use layout::sheet::{Audience, Form, lay};
use view::{Sheet, Untranslated, f01::ComplaintRecord, f03::CapaReport, f04::EightD, morning::MorningSheet};

/// A form that has been drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file; printing the same view again gives the same bytes.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// Characters that no embedded font has; a draft and work paper show 〓 for them, anything else is refused.
    pub missing: Vec<char>,
    /// Values that lack a language of the form; to be said before it is issued.
    pub untranslated: Vec<Untranslated>,
}

/// F-1 客户投诉记录表.
///
/// # Errors
/// A picture that cannot be read; characters that no font has, unless it is a draft; numbers too long for the QR code.
pub fn f01(sheet: &Sheet, record: &ComplaintRecord) -> Result<Pdf, FormError> {
    form::f01(sheet, record).and_then(|(form, body)| print(sheet, &form, body))
}

/// F-3 纠正与预防措施报告.
///
/// # Errors
/// As [`f01`].
pub fn f03(sheet: &Sheet, report: &CapaReport) -> Result<Pdf, FormError> {
    form::f03(sheet, report).and_then(|(form, body)| print(sheet, &form, body))
}

/// F-4 8D 报告, for the customer: what [`EightD`] can hold may be read outside the house.
///
/// # Errors
/// As [`f01`].
pub fn f04(sheet: &Sheet, report: &EightD) -> Result<Pdf, FormError> {
    form::f04(sheet, report).and_then(|(form, body)| print(sheet, &form, body))
}

/// The morning sheet 晨会单: as many rows of each part as have room on one page.
///
/// # Errors
/// As [`f01`]; what has no room on one page even so goes on to a second.
pub fn morning(sheet: &Sheet, view: &MorningSheet) -> Result<Pdf, FormError> {
    let mut rows = MOST_ROWS;
    loop {
        let (form, body) = form::morning(sheet, view, rows);
        let pdf = print(sheet, &form, body)?;
        if pdf.pages == 1 || rows == 1 {
            return Ok(pdf);
        }
        rows -= 1;
    }
}

/// Rows of the longest part of a morning sheet: more have never room on one page.
const MOST_ROWS: usize = 14;

fn print(sheet: &Sheet, form: &Form<'_>, mut body: Body) -> Result<Pdf, FormError> {
    let untranslated = std::mem::take(&mut body.untranslated);
    let speech = body.speech;
    let drawing = lay(form, sheet, body)?;
    // Whoever printed it is nobody that a customer has to do with.
    let author = match form.audience {
        Audience::Internal => &sheet.printed.by,
        Audience::Customer => &sheet.plant.name,
    };
    let about = pdf::About {
        title: drawing.subject.clone(),
        author: author.text.clone(),
        lang: speech.first(),
        at: sheet.printed.at.to_string(),
    };
    let bytes = pdf::write(&drawing, &about)?;
    Ok(Pdf { bytes, pages: drawing.pages.len(), missing: drawing.missing, untranslated })
}
