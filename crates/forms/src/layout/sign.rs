//! The rows of boxes to sign at the foot of a page (forms-language § 4).

use super::body::Align;
use super::grid::{
    CELL, COUNTER_HEIGHT, COUNTERSIGNED, FRAME, LEFT, NUMBER, PAD_X, SIGN_HEIGHT, SIGNED, SMALL, SMALL_BOLD, TICK,
    TICK_TO_WORD, VALUE_EN, WIDTH,
};
use super::pen::Pen;
use super::speech::Speech;
use crate::draw::Draw;
use crate::font::Ruler;
use crate::picture::Picture;
use crate::text::{Line, Span, wrap};
use crate::view::{CounterSign, Opinion, SignBox, SignState};
use crate::words::{sentence, t};
use kesu_domain::text::Lang;

/// From one line of the meaning to the next, and how many a box of usual height holds.
const MEANING_PITCH: f32 = 2.8;
const MEANING_LINES: usize = 2;
/// The same of the lines below the name, and where the last of them stands above the foot of the box.
const FACT_PITCH: f32 = 3.3;
const FACT_LINES: usize = 2;
const LAST_FACT: f32 = 2.6;
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
    set: Vec<SetBox>,
}

/// A box to sign with its lines.
struct SetBox {
    role: Vec<Span>,
    tag: Option<Tag>,
    /// There is no room for the tag beside the role.
    tag_below: bool,
    meaning: Vec<Line>,
    /// Whose name stands in it; nobody's where it is to be signed by hand.
    name: Option<String>,
    /// Time, key; dates, digest and annex of a scan.
    facts: Vec<Line>,
}

/// How it was signed.
struct Tag {
    text: String,
    is_void: bool,
    width: f32,
}

/// Up to three boxes share a row in thirds, else four.
fn a_row(boxes: usize) -> usize {
    if boxes <= 3 { 3 } else { 4 }
}

impl SetBox {
    fn new(ruler: &Ruler, speech: Speech, of: &SignBox, inner: f32) -> SetBox {
        let wrapped = |spans: &[Span]| wrap(ruler, spans, inner);
        let width = |spans: &[Span]| wrap(ruler, spans, f32::MAX).iter().map(|line| line.width).fold(0.0, f32::max);
        let tag = tag_of(speech.first(), &of.state).map(|(text, is_void)| {
            let style = if is_void { SMALL_BOLD } else { SMALL };
            let width = width(&[Span::new(&text, style)]) + 1.8;
            Tag { text, is_void, width }
        });
        let beside = tag.as_ref().map_or(0.0, |tag| tag.width + 1.0);
        let mut role = vec![Span::new(speech.name(&of.role), NUMBER)];
        if speech.first() == Lang::Zh {
            role.extend(of.role.en.iter().map(|en| Span::new(format!("  {en}"), SMALL)));
        }
        if width(&role) + beside > inner {
            role.truncate(1);
        }
        let tag_below = width(&role) + beside > inner;
        let mut meaning = speech.words(&of.meaning, SMALL);
        meaning.iter_mut().flatten().for_each(|span| span.style = SMALL);
        let (name, facts) = said(speech.first(), &of.state);
        SetBox {
            role,
            tag,
            tag_below,
            meaning: meaning.iter().flat_map(|spans| wrapped(spans)).collect(),
            name,
            facts: facts.iter().flat_map(|fact| wrapped(&[Span::new(fact, SMALL)])).collect(),
        }
    }

    /// What it needs above the usual height.
    fn extra(&self) -> f32 {
        let upper = self.meaning.len() + usize::from(self.tag_below);
        upper.saturating_sub(MEANING_LINES) as f32 * MEANING_PITCH
            + self.facts.len().saturating_sub(FACT_LINES) as f32 * FACT_PITCH
    }
}

/// The tag of a state, and whether it stands white on black.
fn tag_of(lang: Lang, state: &SignState) -> Option<(String, bool)> {
    match state {
        SignState::Open => None,
        SignState::Electronic { .. } => Some((t(lang, "sign.electronic").to_owned(), false)),
        SignState::Voided { .. } => Some((t(lang, "sign.voided").to_owned(), true)),
        SignState::Scanned { recorded_by, .. } => {
            Some((sentence(lang, "sign.scanned", &[("who", recorded_by)]), false))
        }
    }
}

/// Whose name stands in a box, and the lines below it.
fn said(lang: Lang, state: &SignState) -> (Option<String>, Vec<String>) {
    match state {
        SignState::Open => (None, Vec::new()),
        SignState::Electronic { name, substitute, at, key, drawn: _ } => {
            let name = if *substitute { sentence(lang, "sign.substitute", &[("name", name)]) } else { name.clone() };
            (Some(name), vec![at.clone(), sentence(lang, "sign.key", &[("key", key)])])
        }
        SignState::Voided { name, at, key, signed, present } => {
            let key = sentence(lang, "sign.key_of", &[("key", key), ("signed", signed), ("present", present)]);
            (Some(name.clone()), vec![at.clone(), key])
        }
        SignState::Scanned { name, on_paper, recorded_by: _, scanned_at, digest, annex } => {
            let name = sentence(lang, "sign.by_hand", &[("name", name)]);
            let dates = sentence(lang, "sign.dates", &[("paper", on_paper), ("scan", scanned_at)]);
            let scan = sentence(lang, "sign.scan", &[("digest", digest), ("annex", annex)]);
            (Some(name), vec![dates, scan])
        }
    }
}

impl<'a> Boxes<'a> {
    pub(super) fn new(
        ruler: &Ruler,
        speech: Speech,
        signatures: &'a [SignBox],
        countersigned: &'a [CounterSign],
    ) -> Boxes<'a> {
        let inner = WIDTH / a_row(signatures.len()) as f32 - 2.0 * PAD_X;
        let set = signatures.iter().map(|of| SetBox::new(ruler, speech, of, inner)).collect();
        Boxes { speech, signatures, countersigned, set }
    }

    /// The height of one box to sign: one that needs more makes all of them taller.
    fn tall(&self) -> f32 {
        SIGN_HEIGHT + self.set.iter().map(SetBox::extra).fold(0.0, f32::max)
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
            let voided = matches!(of.state, SignState::Voided { .. });
            self.box_of(pen, &self.set[n], voided, drawn.get(n).copied().flatten(), place);
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

    fn box_of(&self, pen: &mut Pen<'_>, of: &SetBox, voided: bool, drawn: Option<(usize, &Picture)>, place: Place) {
        pen.say(&of.role, place.x, place.width, place.y + 2.8, Align::Left);
        let mut middle = place.y + FIRST_MEANING;
        if let Some(tag) = &of.tag {
            let (x, y) = if of.tag_below {
                middle += MEANING_PITCH + 0.9;
                (place.x, place.y + 4.7)
            } else {
                (place.x + place.width - tag.width + 0.4, place.y + 1.15)
            };
            draw_tag(pen, tag, x, y);
        }
        for line in &of.meaning {
            pen.line_of_text(line, place.x, place.width, middle, Align::Left);
            middle += MEANING_PITCH;
        }
        let Some(name) = &of.name else {
            self.ink(pen, place);
            return;
        };
        let first = place.y + place.height - LAST_FACT - (of.facts.len().max(1) - 1) as f32 * FACT_PITCH;
        for (n, line) in of.facts.iter().enumerate() {
            pen.line_of_text(line, place.x, place.width, first + n as f32 * FACT_PITCH, Align::Left);
        }
        let at = first - 4.4;
        let name = [Span::new(name, SIGNED)];
        pen.say(&name, place.x, place.width, at, Align::Left);
        let width = pen.width(&name);
        if voided {
            pen.rule((place.x - 0.6, at), (place.x + width + 0.6, at), FRAME);
        }
        if let Some((picture, read)) = drawn {
            let (w, h) = read.contained(DRAWN.0, DRAWN.1);
            let x = (place.x + width + 3.0).min(place.x + place.width - w);
            pen.draws.push(Draw::Image { x, y: at - h / 2.0, w, h, picture });
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
        let mut used = 0.0;
        if let Some((text, is_void)) = tag_of(lang, &of.state) {
            let style = if is_void { SMALL_BOLD } else { SMALL };
            let tag = Tag { width: pen.width(&[Span::new(&text, style)]) + 1.8, text, is_void };
            used = tag.width + 1.0;
            draw_tag(pen, &tag, place.x + place.width - tag.width + 0.4, place.y + 1.15);
        }
        let department = Span::new(self.speech.name(&of.department), NUMBER);
        let mut head = vec![Span { text: format!("{}  ", t(lang, "sign.countersign")), style: SMALL }, department];
        if pen.width(&head) + used > place.width {
            head.remove(0);
        }
        pen.say(&head, place.x, place.width - used, place.y + 2.6, Align::Left);
        let foot = place.y + place.height;
        let middle = place.y + 7.2;
        let mut x = place.x;
        let (name, facts) = said(lang, &of.state);
        if let Some(name) = name {
            let name = [Span::new(name, COUNTERSIGNED)];
            pen.say(&name, x, place.width, middle, Align::Left);
            let width = pen.width(&name);
            if matches!(of.state, SignState::Voided { .. }) {
                pen.rule((x - 0.6, middle), (x + width + 0.6, middle), FRAME);
            }
            x += width + 2.6;
        }
        for (opinion, key) in [(Opinion::Agrees, "sign.agrees"), (Opinion::Objects, "sign.objects")] {
            let ticked = of.opinion == Some(opinion);
            if of.opinion.is_some() && !ticked {
                continue;
            }
            let said = [Span::new(t(lang, key), VALUE_EN)];
            pen.draws.push(Draw::Tick { x, y: middle - TICK / 2.0, size: TICK, ticked });
            pen.say(&said, x + TICK + TICK_TO_WORD, place.width, middle, Align::Left);
            x += TICK + TICK_TO_WORD + pen.width(&said) + 2.6;
        }
        for (fact, up) in facts.iter().rev().zip([2.4, 5.6]) {
            pen.say(&[Span::new(fact, SMALL)], place.x, place.width, foot - up, Align::Left);
        }
        if facts.is_empty() {
            let said = [Span::new(t(lang, "sign.name_and_date"), SMALL)];
            let from = place.x + pen.width(&said) + 1.5;
            pen.say(&said, place.x, place.width, foot - 2.8, Align::Left);
            pen.rule((from, foot - 1.6), (place.x + place.width - 0.5, foot - 1.6), CELL);
        }
    }
}

fn draw_tag(pen: &mut Pen<'_>, tag: &Tag, x: f32, y: f32) {
    if tag.is_void {
        pen.badge(&tag.text, SMALL_BOLD, x, y, tag.width, TAG_HEIGHT);
    } else {
        pen.rect(x, y, tag.width, TAG_HEIGHT, CELL);
        pen.say(&[Span::new(&tag.text, SMALL)], x, tag.width, y + TAG_HEIGHT / 2.0, Align::Centre);
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
