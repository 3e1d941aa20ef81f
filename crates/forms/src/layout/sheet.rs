//! A whole form: body over pages, header, boxes to sign and footer around it.

use super::body::Body;
use super::flow::{Foot, SetSection, TooTall, flow};
use super::footer::{Footer, subject};
use super::grid::BODY_END;
use super::header::Header;
use super::paint::Painter;
use super::pen::Pen;
use super::set::set;
use super::sign::Boxes;
use super::stretch::stretch;
use crate::draw::{Drawing, Page};
use crate::error::FormError;
use crate::font::Ruler;
use crate::picture::Picture;
use crate::view::{CounterSign, Issue, Sheet, SignBox, SignState, State};

/// Who may read a form; it stands on each page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Audience {
    Internal,
    Customer,
}

/// What a form is, beside its body.
pub(crate) struct Form<'a> {
    /// `F-1`
    pub(crate) id: &'static str,
    /// Key of its title.
    pub(crate) title: &'static str,
    /// The number in the header, and the key of its label.
    pub(crate) number_label: &'static str,
    pub(crate) number: Option<&'a str>,
    /// The case to which a scanned sheet goes.
    pub(crate) case_no: Option<&'a str>,
    pub(crate) audience: Audience,
    pub(crate) signatures: &'a [SignBox],
    pub(crate) countersigned: &'a [CounterSign],
}

impl Form<'_> {
    /// What makes this paper checkable: nothing on a draft, and on a customer's form that leaves it out (D-8).
    pub(super) fn marks<'s>(&self, sheet: &'s Sheet) -> Option<&'s Issue> {
        let left_out = self.audience == Audience::Customer && sheet.unmarked;
        sheet.issue().filter(|_| !left_out)
    }
}

/// Lays a form on as few pages as it needs.
pub(crate) fn lay(form: &Form<'_>, sheet: &Sheet, mut body: Body) -> Result<Drawing, FormError> {
    let ruler = Ruler::default();
    let speech = body.speech;
    let logo = sheet.plant.logo.as_deref().map(|file| add(&mut body.pictures, "logo", file)).transpose()?;
    let drawn = drawn(form, &mut body.pictures)?;
    let sections: Vec<SetSection> = body
        .sections
        .iter_mut()
        .map(|section| SetSection {
            bar: section.bar.height(),
            rows: set(&ruler, speech, std::mem::take(&mut section.rows)),
            countersigned: section.countersigned,
        })
        .collect();
    let boxes = Boxes::new(&ruler, speech, form.signatures, form.countersigned);
    let foot = Foot { signed: boxes.signed_height(), countered: boxes.countered_height() };
    let mut pages = flow(&sections, foot).map_err(|TooTall { section, height, most }| FormError::TooTall {
        section: crate::words::t(speech.first(), body.sections[section].title).to_owned(),
        height,
        most,
    })?;
    pages.iter_mut().for_each(stretch);

    let pictures = &body.pictures;
    let painter = Painter { speech, sections: &body.sections, pictures };
    let header = Header { speech, sheet, form, logo: logo.map(|at| (at, &pictures[at])) };
    let footer = Footer { speech, sheet, form };
    let drawn = drawn.into_iter().map(|at| at.map(|at| (at, &pictures[at]))).collect();
    let mut drawing = Drawing { subject: subject(sheet, form), ..Drawing::default() };
    for (n, page) in pages.iter().enumerate() {
        let mut pen = Pen::new(&ruler);
        header.paint(&mut pen, n + 1, pages.len())?;
        painter.body(&mut pen, page);
        let is_last = n + 1 == pages.len();
        if is_last && foot.signed > 0.0 {
            boxes.sign_off(&mut pen, &drawn, BODY_END - foot.signed);
        }
        if page.countersigned && foot.countered > 0.0 {
            boxes.counter(&mut pen, foot.end(is_last, false) - foot.countered);
        }
        footer.paint(&mut pen);
        drawing.pages.push(Page { draws: pen.draws });
    }
    drawing.missing = ruler.missing();
    let is_record = !matches!(sheet.state, State::Draft | State::Working);
    if is_record && !drawing.missing.is_empty() {
        return Err(FormError::MissingCharacters(drawing.missing));
    }
    drawing.pictures = body.pictures;
    Ok(drawing)
}

fn add(pictures: &mut Vec<Picture>, what: &str, file: &[u8]) -> Result<usize, FormError> {
    pictures.push(Picture::read(what, file)?);
    Ok(pictures.len() - 1)
}

/// The names that were drawn by hand, box by box.
fn drawn(form: &Form<'_>, pictures: &mut Vec<Picture>) -> Result<Vec<Option<usize>>, FormError> {
    let file_of = |of: &SignBox| match &of.state {
        SignState::Electronic { drawn: Some(file), name, .. } => Some((name.clone(), file.clone())),
        SignState::Electronic { drawn: None, .. }
        | SignState::Open
        | SignState::Voided { .. }
        | SignState::Scanned { .. } => None,
    };
    form.signatures.iter().map(|of| file_of(of).map(|(name, file)| add(pictures, &name, &file)).transpose()).collect()
}
