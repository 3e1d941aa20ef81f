//! The band at the top of every page: logo and plant, title, identity, audience, QR code (forms-language § 3).

use super::body::Align;
use super::code::code;
use super::grid::{
    FRAME, HEADER_RULE, HEADER_TOP, HEAVY, LABEL, LEFT, NUMBER, PLANT, RIGHT, SMALL, SMALL_BOLD, TINY, TITLE, TITLE_EN,
    TITLE_LONG, TITLE_MIDDLE, VALUE_EN,
};
use super::pen::Pen;
use super::set::paragraphs;
use super::sheet::{Audience, Form};
use super::speech::Speech;
use crate::draw::Draw;
use crate::error::FormError;
use crate::picture::Picture;
use crate::text::{Span, Style};
use crate::view::{Sheet, State};
use crate::words::{sentence, t};
use kesu_domain::text::Lang;

const TOP: f32 = HEADER_TOP + 1.8;
const LOGO: f32 = 13.0;
const PLANT_X: f32 = LEFT + 15.5;
const PLANT_WIDTH: f32 = 46.0;
const TITLE_X: f32 = LEFT + 62.5;
const TITLE_WIDTH: f32 = 57.0;
const IDENTITY_X: f32 = LEFT + 121.5;
const IDENTITY_LABEL: f32 = 13.0;
const IDENTITY_WIDTH: f32 = 25.5;
const IDENTITY_PITCH: f32 = 4.0;
const TAG_HEIGHT: f32 = 3.6;
const QR_X: f32 = LEFT + 161.0;
const QR: f32 = 17.0;

/// What the header of a form is drawn from.
pub(super) struct Header<'a> {
    pub(super) speech: Speech,
    pub(super) sheet: &'a Sheet,
    pub(super) form: &'a Form<'a>,
    pub(super) logo: Option<(usize, &'a Picture)>,
}

impl Header<'_> {
    pub(super) fn paint(&self, pen: &mut Pen<'_>, page: usize, pages: usize) -> Result<(), FormError> {
        self.plant(pen);
        self.title(pen);
        self.identity(pen, page, pages);
        pen.rule((LEFT, HEADER_RULE), (RIGHT, HEADER_RULE), HEAVY);
        let Some(issue) = self.form.marks(self.sheet) else { return Ok(()) };
        let no = self.form.case_no.or(self.form.number).unwrap_or_default();
        let code = code(self.form.id, no, issue, page, pages)?;
        pen.draws.push(Draw::Code {
            x: QR_X,
            y: TOP,
            size: QR,
            modules: code.modules,
            dark: code.dark,
            says: code.says,
        });
        Ok(())
    }

    fn plant(&self, pen: &mut Pen<'_>) {
        match self.logo {
            Some((picture, read)) => {
                let (w, h) = read.contained(LOGO, LOGO);
                let (x, y) = (LEFT + (LOGO - w) / 2.0, TOP + (LOGO - h) / 2.0);
                pen.draws.push(Draw::Image { x, y, w, h, picture });
            }
            None => pen.rect(LEFT, TOP, LOGO, LOGO, FRAME),
        }
        let plant = &self.sheet.plant;
        let mut said = vec![vec![Span::new(self.speech.name(&plant.name), PLANT)]];
        if let (Some(en), Lang::Zh) = (&plant.name.en, self.speech.first()) {
            said.push(vec![Span::new(en, SMALL)]);
        }
        said.extend(plant.unit.iter().map(|unit| self.speech.beside(unit, (VALUE_EN, SMALL))));
        let lines = paragraphs(pen.ruler, &said, PLANT_WIDTH);
        pen.lines(&lines, PLANT_X, PLANT_WIDTH, TOP + 2.0, Align::Left);
    }

    /// A long title is set smaller over two lines: the title stands once, so its place decides.
    fn title(&self, pen: &mut Pen<'_>) {
        let title = t(self.speech.first(), self.form.title);
        let fits = |style: &&Style| pen.width(&[Span::new(title, **style)]) <= TITLE_WIDTH;
        let style = [TITLE, TITLE_MIDDLE].iter().find(fits).copied().unwrap_or(TITLE_LONG);
        let below = pen.say(&[Span::new(title, style)], TITLE_X, TITLE_WIDTH, TOP + 3.6, Align::Centre);
        if self.speech.first() == Lang::Zh {
            let en = t(Lang::En, self.form.title);
            pen.say(&[Span::new(en, TITLE_EN)], TITLE_X, TITLE_WIDTH, below - 1.2, Align::Centre);
        }
    }

    fn identity(&self, pen: &mut Pen<'_>, page: usize, pages: usize) {
        let (page, pages) = (page.to_string(), pages.to_string());
        let of = sentence(self.speech.first(), "common.page_of", &[("n", &page), ("m", &pages)]);
        let no_number = if self.speech.by_hand { "" } else { "—" };
        let rows = [
            ("common.form_no", self.sheet.form_no.as_str(), VALUE_EN),
            ("common.version", self.sheet.version.as_str(), VALUE_EN),
            (self.form.number_label, self.form.number.unwrap_or(no_number), NUMBER),
            ("common.page", of.as_str(), VALUE_EN),
        ];
        let mut middle = TOP + 0.6;
        for (label, value, style) in rows {
            let said = vec![Span::new(t(self.speech.first(), label), SMALL)];
            pen.say(&said, IDENTITY_X, IDENTITY_LABEL, middle, Align::Left);
            // A number of unusual length is set smaller: it has one line, and must be whole.
            let fits = |style: &&Style| pen.width(&[Span::new(value, **style)]) <= IDENTITY_WIDTH;
            let style = [style, VALUE_EN, SMALL].iter().find(fits).copied().unwrap_or(TINY);
            pen.say(&[Span::new(value, style)], IDENTITY_X + IDENTITY_LABEL, IDENTITY_WIDTH, middle, Align::Left);
            middle += IDENTITY_PITCH;
        }
        self.tag(pen, middle - IDENTITY_PITCH / 2.0);
    }

    fn tag(&self, pen: &mut Pen<'_>, y: f32) {
        if self.sheet.state == State::Draft {
            let text = both("common.draft");
            let width = pen.width(&[Span::new(&text, LABEL)]) + 2.4;
            pen.badge(&text, LABEL, IDENTITY_X, y, width, TAG_HEIGHT);
            return;
        }
        let key = match self.form.audience {
            Audience::Internal => "common.internal",
            Audience::Customer => "common.customer",
        };
        let text = [Span::new(both(key), SMALL_BOLD)];
        let width = pen.width(&text) + 2.4;
        pen.rect(IDENTITY_X, y, width, TAG_HEIGHT, FRAME);
        pen.say(&text, IDENTITY_X, width, y + TAG_HEIGHT / 2.0, Align::Centre);
    }
}

/// A tag says both languages on every form: whoever finds the sheet must understand it.
fn both(key: &str) -> String {
    format!("{} {}", t(Lang::Zh, key), t(Lang::En, key))
}
