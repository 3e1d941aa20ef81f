//! The rows of boxes to sign at the foot of a page (forms-language § 4).

use super::body::Align;
use super::grid::{
    CELL, COUNTER_HEIGHT, COUNTERSIGNED, FRAME, GUIDE, LEFT, NUMBER, PAD_X, SIGN_HEIGHT, SIGNED, SMALL, SMALL_BOLD,
    TICK, TICK_TO_WORD, VALUE_EN, WIDTH,
};
use super::pen::Pen;
use super::speech::Speech;
use crate::draw::Draw;
use crate::font::Ruler;
use crate::picture::Picture;
use crate::text::{Line, Span, wrap};
use crate::view::{CounterSign, Opinion, SignBox, SignState};
use crate::words::{sentence, t};

/// From one line of the meaning to the next, and how many a box of usual height holds.
const MEANING_PITCH: f32 = 2.8;
const MEANING_LINES: usize = 2;
const FIRST_MEANING: f32 = 6.0;
const TAG_HEIGHT: f32 = 3.3;
/// A drawn name at most.
const DRAWN: (f32, f32) = (20.0, 8.0);

/// The names that were drawn by hand, by the place of the box they stand in.
pub(super) type Drawn<'a> = Vec<Option<(usize, &'a Picture)>>;

/// All boxes, set.
pub(super) struct Boxes<'a> {
    pub(super) speech: Speech,
    pub(super) signatures: &'a [SignBox],
    pub(super) countersigned: &'a [CounterSign],
    meanings: Vec<Vec<Line>>,
}

/// Up to three boxes share a row in thirds, else four.
fn a_row(boxes: usize) -> usize {
    if boxes <= 3 { 3 } else { 4 }
}

impl<'a> Boxes<'a> {
    pub(super) fn new(
        ruler: &Ruler,
        speech: Speech,
        signatures: &'a [SignBox],
        countersigned: &'a [CounterSign],
    ) -> Boxes<'a> {
        let inner = WIDTH / a_row(signatures.len()) as f32 - 2.0 * PAD_X;
        let meaning = |of: &SignBox| {
            let mut said = speech.words(&of.meaning, SMALL);
            said.iter_mut().flatten().for_each(|span| span.style = SMALL);
            said.iter().flat_map(|spans| wrap(ruler, spans, inner)).collect()
        };
        let meanings = signatures.iter().map(meaning).collect();
        Boxes { speech, signatures, countersigned, meanings }
    }

    /// The height of one box to sign: a meaning of many lines makes all of them taller.
    fn tall(&self) -> f32 {
        let most = self.meanings.iter().map(Vec::len).max().unwrap_or_default();
        SIGN_HEIGHT + most.saturating_sub(MEANING_LINES) as f32 * MEANING_PITCH
    }

    /// Of the sign-off rows together.
    pub(super) fn signed_height(&self) -> f32 {
        let boxes = self.signatures.len();
        boxes.div_ceil(a_row(boxes)) as f32 * self.tall()
    }

    /// Of the 会签 rows together.
    pub(super) fn countered_height(&self) -> f32 {
        self.countersigned.len().div_ceil(4) as f32 * COUNTER_HEIGHT
    }

    pub(super) fn sign_off(&self, pen: &mut Pen<'_>, drawn: &Drawn<'_>, top: f32) {
        let (per_row, tall) = (a_row(self.signatures.len()), self.tall());
        let width = WIDTH / per_row as f32;
        for (n, of) in self.signatures.iter().enumerate() {
            let (x, y) = (LEFT + (n % per_row) as f32 * width, top + (n / per_row) as f32 * tall);
            if n % per_row > 0 {
                pen.rule((x, y), (x, y + tall), CELL);
            }
            let place = Place { x: x + PAD_X, y, width: width - 2.0 * PAD_X, height: tall };
            self.box_of(pen, of, &self.meanings[n], drawn.get(n).copied().flatten(), place);
        }
        frame(pen, self.signatures.len(), per_row, top, tall);
    }

    pub(super) fn counter(&self, pen: &mut Pen<'_>, top: f32) {
        let width = WIDTH / 4.0;
        for (n, of) in self.countersigned.iter().enumerate() {
            let (x, y) = (LEFT + (n % 4) as f32 * width, top + (n / 4) as f32 * COUNTER_HEIGHT);
            if n % 4 > 0 {
                pen.rule((x, y), (x, y + COUNTER_HEIGHT), CELL);
            }
            self.countersign(pen, of, Place { x: x + PAD_X, y, width: width - 2.0 * PAD_X, height: COUNTER_HEIGHT });
        }
        frame(pen, self.countersigned.len(), 4, top, COUNTER_HEIGHT);
    }

    fn box_of(
        &self,
        pen: &mut Pen<'_>,
        of: &SignBox,
        meaning: &[Line],
        drawn: Option<(usize, &Picture)>,
        place: Place,
    ) {
        let used = self.tag(pen, &of.state, place);
        let mut role = vec![Span::new(self.speech.name(&of.role), NUMBER)];
        if self.speech.is_pair() || self.speech.first() == kesu_domain::text::Lang::Zh {
            let en = of.role.en.iter().map(|en| Span { text: format!("  {en}"), style: SMALL });
            role.extend(en);
        }
        while role.len() > 1 && pen.width(&role) + used > place.width {
            role.pop();
        }
        pen.say(&role, place.x, place.width, place.y + 2.8, Align::Left);
        for (n, line) in meaning.iter().enumerate() {
            let middle = place.y + FIRST_MEANING + n as f32 * MEANING_PITCH;
            pen.line_of_text(line, place.x, place.width, middle, Align::Left);
        }
        self.signer(pen, &of.state, drawn, place);
    }

    /// The tag at the right end of the first line; what it takes comes back.
    fn tag(&self, pen: &mut Pen<'_>, state: &SignState, place: Place) -> f32 {
        let lang = self.speech.first();
        let (text, voided) = match state {
            SignState::Open => return 0.0,
            SignState::Electronic { .. } => (t(lang, "sign.electronic").to_owned(), false),
            SignState::Voided { .. } => (t(lang, "sign.voided").to_owned(), true),
            SignState::Scanned { recorded_by, .. } => (sentence(lang, "sign.scanned", &[("who", recorded_by)]), false),
        };
        let text = [Span::new(text, if voided { SMALL_BOLD } else { SMALL })];
        let width = pen.width(&text) + 1.8;
        let (x, y) = (place.x + place.width - width + 0.4, place.y + 1.15);
        if voided {
            pen.badge(&text[0].text, SMALL_BOLD, x, y, width, TAG_HEIGHT);
        } else {
            pen.rect(x, y, width, TAG_HEIGHT, CELL);
            pen.say(&text, x, width, y + TAG_HEIGHT / 2.0, Align::Centre);
        }
        width + 1.0
    }

    /// Name, time and key; or lines for ink.
    fn signer(&self, pen: &mut Pen<'_>, state: &SignState, drawn: Option<(usize, &Picture)>, place: Place) {
        let lang = self.speech.first();
        let (foot, name_at) = (place.y + place.height, place.y + place.height - 10.4);
        let mut small = |text: String, up: f32| {
            pen.say(&[Span::new(text, SMALL)], place.x, place.width, foot - up, Align::Left);
        };
        let name = match state {
            SignState::Open => {
                self.ink(pen, place);
                return;
            }
            SignState::Electronic { name, substitute, at, key, drawn: _ } => {
                small(at.clone(), 6.0);
                small(sentence(lang, "sign.key", &[("key", key)]), 2.6);
                if *substitute { sentence(lang, "sign.substitute", &[("name", name)]) } else { name.clone() }
            }
            SignState::Voided { name, at, key, signed, present } => {
                small(at.clone(), 6.0);
                small(sentence(lang, "sign.key_of", &[("key", key), ("signed", signed), ("present", present)]), 2.6);
                name.clone()
            }
            SignState::Scanned { name, on_paper, recorded_by: _, scanned_at, digest, annex } => {
                small(sentence(lang, "sign.dates", &[("paper", on_paper), ("scan", scanned_at)]), 6.0);
                small(sentence(lang, "sign.scan", &[("digest", digest), ("annex", annex)]), 2.6);
                sentence(lang, "sign.by_hand", &[("name", name)])
            }
        };
        let name = [Span::new(name, SIGNED)];
        pen.say(&name, place.x, place.width, name_at, Align::Left);
        let width = pen.width(&name);
        if matches!(state, SignState::Voided { .. }) {
            pen.rule((place.x - 0.6, name_at), (place.x + width + 0.6, name_at), FRAME);
        }
        if let Some((picture, read)) = drawn {
            let (w, h) = read.contained(DRAWN.0, DRAWN.1);
            let x = (place.x + width + 3.0).min(place.x + place.width - w);
            pen.draws.push(Draw::Image { x, y: name_at - h / 2.0, w, h, picture });
        }
    }

    /// A line for the name with air above it, and one for the date.
    fn ink(&self, pen: &mut Pen<'_>, place: Place) {
        let end = place.x + place.width - 0.5;
        let foot = place.y + place.height;
        for (key, up) in [("sign.sign", 7.2), ("sign.date", 2.2)] {
            let said = self.speech.word(key, &[], (SMALL, SMALL));
            let from = place.x + pen.width(&said).max(8.0) + 1.5;
            pen.say(&said, place.x, place.width, foot - up - 0.8, Align::Left);
            pen.rule((from, foot - up + 0.4), (end, foot - up + 0.4), CELL);
        }
    }

    fn countersign(&self, pen: &mut Pen<'_>, of: &CounterSign, place: Place) {
        let lang = self.speech.first();
        let used = self.tag(pen, &of.state, place);
        let mut head = vec![Span::new(t(lang, "sign.countersign"), SMALL), Span { text: "  ".into(), style: SMALL }];
        head.push(Span::new(self.speech.name(&of.department), NUMBER));
        if pen.width(&head) + used > place.width {
            head.drain(..2);
        }
        pen.say(&head, place.x, place.width - used, place.y + 2.6, Align::Left);
        let foot = place.y + place.height;
        let mut x = place.x;
        let (name, first, second) = match &of.state {
            SignState::Open => (None, None, None),
            SignState::Electronic { name, at, key, .. } => {
                (Some(name.clone()), Some(at.clone()), Some(sentence(lang, "sign.key", &[("key", key)])))
            }
            SignState::Voided { name, at, key, signed, present } => {
                let key = sentence(lang, "sign.key_of", &[("key", key), ("signed", signed), ("present", present)]);
                (Some(name.clone()), Some(at.clone()), Some(key))
            }
            SignState::Scanned { name, on_paper, digest, annex, .. } => {
                let scan = sentence(lang, "sign.scan", &[("digest", digest), ("annex", annex)]);
                (Some(sentence(lang, "sign.by_hand", &[("name", name)])), Some(on_paper.clone()), Some(scan))
            }
        };
        let middle = place.y + 7.2;
        if let Some(name) = name {
            let name = [Span::new(name, COUNTERSIGNED)];
            pen.say(&name, x, place.width, middle, Align::Left);
            let width = pen.width(&name);
            if matches!(of.state, SignState::Voided { .. }) {
                pen.rule((x - 0.6, middle), (x + width + 0.6, middle), FRAME);
            }
            x += width + 2.6;
        }
        let all = [(Opinion::Agrees, "sign.agrees"), (Opinion::Objects, "sign.objects")];
        for (opinion, key) in all {
            let ticked = of.opinion == Some(opinion);
            if of.opinion.is_some() && !ticked {
                continue;
            }
            let said = [Span::new(t(lang, key), VALUE_EN)];
            pen.draws.push(Draw::Tick { x, y: middle - TICK / 2.0, size: TICK, ticked });
            pen.say(&said, x + TICK + TICK_TO_WORD, place.width, middle, Align::Left);
            x += TICK + TICK_TO_WORD + pen.width(&said) + 2.6;
        }
        match (first, second) {
            (Some(first), Some(second)) => {
                pen.say(&[Span::new(first, SMALL)], place.x, place.width, foot - 5.6, Align::Left);
                pen.say(&[Span::new(second, SMALL)], place.x, place.width, foot - 2.4, Align::Left);
            }
            _ => {
                let said = [Span::new(t(lang, "sign.name_and_date"), SMALL)];
                let from = place.x + pen.width(&said) + 1.5;
                pen.say(&said, place.x, place.width, foot - 2.8, Align::Left);
                pen.rule((from, foot - 1.6), (place.x + place.width - 0.5, foot - 1.6), GUIDE);
            }
        }
    }
}

/// Where the text of a box stands: without its padding at the sides.
#[derive(Debug, Clone, Copy)]
struct Place {
    x: f32,
    y: f32,
    width: f32,
    height: f32,
}

/// Rules around and between the rows; the places that no box takes stay within the frame.
fn frame(pen: &mut Pen<'_>, boxes: usize, per_row: usize, top: f32, tall: f32) {
    let rows = boxes.div_ceil(per_row);
    for row in 1..rows {
        let y = top + row as f32 * tall;
        pen.rule((LEFT, y), (LEFT + WIDTH, y), CELL);
    }
    let rest = boxes % per_row;
    if rest > 0 {
        let x = LEFT + rest as f32 * WIDTH / per_row as f32;
        pen.rule((x, top + (rows - 1) as f32 * tall), (x, top + rows as f32 * tall), CELL);
    }
    pen.rect(LEFT, top, WIDTH, rows as f32 * tall, FRAME);
}
