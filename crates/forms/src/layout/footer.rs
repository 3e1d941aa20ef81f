//! The three lines at the bottom of every page: code, digest and head of the case, signatures, retention, printing. A form
//! for a customer has one, which may be left out (forms-language § 3, D-8).

use super::body::Align;
use super::code::grouped;
use super::grid::{FOOTER_RULE, FRAME, LEFT, NUMBER, RIGHT, SMALL, WIDTH};
use super::pen::Pen;
use super::sheet::{Audience, Form};
use super::speech::Speech;
use crate::text::{Span, Style};
use crate::view::{Printed, Sheet, SignState, State};
use crate::words::{sentence, t};
use kesu_domain::text::Lang;

const FIRST: f32 = FOOTER_RULE + 2.4;
const PITCH: f32 = 3.3;
const MIDDLE_X: f32 = LEFT + 50.0;
/// The digest stands with its first 16 signs, as on the screen.
const SHOWN: usize = 8;

pub(super) struct Footer<'a> {
    pub(super) speech: Speech,
    pub(super) sheet: &'a Sheet,
    pub(super) form: &'a Form<'a>,
}

impl Footer<'_> {
    pub(super) fn paint(&self, pen: &mut Pen<'_>) {
        match self.form.audience {
            Audience::Internal => self.three_lines(pen),
            Audience::Customer => self.one_line(pen),
        }
    }

    /// Code, digest, retention and the moment; no PC and nobody of the house.
    fn one_line(&self, pen: &mut Pen<'_>) {
        let is_draft = self.sheet.issue().is_none();
        let issue = self.form.marks(self.sheet);
        if issue.is_none() && !is_draft {
            return;
        }
        pen.rule((LEFT, FOOTER_RULE), (RIGHT, FOOTER_RULE), FRAME);
        let Some(issue) = issue else {
            pen.say(&self.speech.word("common.draft_note", &[], (SMALL, SMALL)), LEFT, WIDTH, FIRST, Align::Left);
            return;
        };
        let retention = self.speech.name(&self.sheet.retention);
        let digest = format!("SHA-256 {} …", grouped(&issue.digest[..SHOWN]));
        let printed = &self.sheet.printed.local;
        let parts: [(&str, &str, Style); 4] = [
            ("common.check_code", &issue.code, NUMBER),
            ("common.digest", &digest, SMALL),
            ("common.retention", retention, SMALL),
            ("common.issued", printed, SMALL),
        ];
        let said: Vec<Vec<Span>> = parts
            .iter()
            .map(|(label, value, style)| {
                let label = Span::new(t(self.speech.first(), label), SMALL);
                vec![label, gap(), Span::new(value, *style)]
            })
            .collect();
        let taken: f32 = said.iter().map(|part| pen.width(part)).sum();
        let between = ((WIDTH - taken) / 3.0).max(0.0);
        let mut x = LEFT;
        for part in said {
            let wide = pen.width(&part);
            pen.say(&part, x, WIDTH, FIRST, Align::Left);
            x += wide + between;
        }
    }

    fn three_lines(&self, pen: &mut Pen<'_>) {
        pen.rule((LEFT, FOOTER_RULE), (RIGHT, FOOTER_RULE), FRAME);
        let line = |n: f32| FIRST + n * PITCH;
        let mut retention = self.label("common.retention");
        retention.push(Span::new(self.speech.name(&self.sheet.retention), SMALL));
        pen.say(&retention, LEFT, WIDTH, line(1.0), Align::Left);
        pen.say(&self.printed(&self.sheet.printed), LEFT, WIDTH, line(1.0), Align::Right);
        let Some(issue) = self.sheet.issue() else {
            let note = if self.sheet.state == State::Working { "common.working_note" } else { "common.draft_note" };
            pen.say(&self.speech.word(note, &[], (SMALL, SMALL)), LEFT, WIDTH, line(0.0), Align::Left);
            return;
        };
        pen.say(
            &[self.label("common.check_code"), vec![Span::new(issue.code.clone(), NUMBER)]].concat(),
            LEFT,
            WIDTH,
            line(0.0),
            Align::Left,
        );
        let mut digest = self.label("common.digest");
        digest.push(Span::new(format!("SHA-256 {} …", grouped(&issue.digest[..SHOWN])), SMALL));
        digest.push(gap());
        digest.extend(self.label("common.issue"));
        digest.push(Span::new(&issue.number, SMALL));
        pen.say(&digest, MIDDLE_X, WIDTH, line(0.0), Align::Left);
        if let Some(head) = &issue.head {
            let mut said = self.label("common.head");
            said.push(Span::new(format!("#{} {}", head.seq, grouped(&head.hash[..SHOWN])), SMALL));
            pen.say(&said, MIDDLE_X, WIDTH, line(1.0), Align::Left);
        }
        pen.say(&self.signatures(), LEFT, WIDTH, line(0.0), Align::Right);
        let key = match self.sheet.state {
            State::ByHand(_) => "common.how_to_return",
            State::Draft | State::Issued(_) | State::Working => "common.how_to_check",
        };
        pen.say(&self.speech.word(key, &[], (SMALL, SMALL)), LEFT, WIDTH, line(2.0), Align::Left);
    }

    /// A label with the space behind it.
    fn label(&self, key: &str) -> Vec<Span> {
        let mut said = self.speech.word(key, &[], (SMALL, SMALL));
        said.push(gap());
        said
    }

    fn printed(&self, printed: &Printed) -> Vec<Span> {
        let mut said = self.label("common.printed");
        let by = self.speech.name(&printed.by);
        let parts = [Some(printed.local.as_str()), Some(by), printed.machine.as_deref()];
        said.push(Span::new(parts.into_iter().flatten().collect::<Vec<_>>().join("  "), SMALL));
        said
    }

    /// How many signatures hold, hold no more, and are still to come.
    fn signatures(&self) -> Vec<Span> {
        let states = self.form.signatures.iter().map(|of| &of.state);
        let all: Vec<&SignState> = states.chain(self.form.countersigned.iter().map(|of| &of.state)).collect();
        let count = |wanted: fn(&SignState) -> bool| all.iter().filter(|state| wanted(state)).count();
        let counted = [
            ("common.valid", count(|s| matches!(s, SignState::Electronic { .. }))),
            ("common.on_paper", count(|s| matches!(s, SignState::Scanned { .. }))),
            ("common.voided", count(|s| matches!(s, SignState::Voided { .. }))),
            ("common.open", count(|s| matches!(s, SignState::Open))),
        ];
        let lang = self.speech.first();
        let said: Vec<String> = counted
            .iter()
            .filter(|(_, n)| *n > 0)
            .map(|(key, n)| sentence(lang, key, &[("n", &n.to_string())]))
            .collect();
        if said.is_empty() {
            return Vec::new();
        }
        let joint = match lang {
            Lang::Zh => "，",
            Lang::En => ", ",
        };
        let mut out = self.label("common.signatures");
        out.push(Span::new(said.join(joint), SMALL));
        out
    }
}

/// The space between a label and what it labels.
fn gap() -> Span {
    Span { text: "  ".to_owned(), style: SMALL }
}

/// What to write in the file itself about the paper.
pub(super) fn subject(sheet: &Sheet, form: &Form<'_>) -> String {
    let mut parts = vec![t(Lang::Zh, form.title).to_owned(), sheet.form_no.clone(), sheet.version.clone()];
    parts.extend(form.number.map(str::to_owned));
    parts.extend(form.marks(sheet).map(|issue| issue.code.clone()));
    parts.join(" · ")
}
