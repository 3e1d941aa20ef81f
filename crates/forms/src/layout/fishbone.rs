//! The diagram of possible causes: a spine, bones, twigs, and what is to be explained (forms-language § 3).

use super::body::Align;
use super::grid::{CELL, FRAME, HEAVY, HINT, HINT_BOLD, LABEL, TWIG_EN, VALUE_BOLD};
use super::pen::Pen;
use super::set::{height, paragraphs};
use super::speech::Speech;
use crate::draw::Draw;
use crate::font::Ruler;
use crate::text::{Line, wrap};
use crate::view::f03::{Bone, Cause, Fishbone, Standing};

const WIDTH: f32 = 176.0;
/// The box with the name of a bone.
const NAME: (f32, f32) = (24.0, 5.4);
/// Middles of the first and last name, and how far a bone leans.
const FIRST: f32 = 30.0;
const LAST: f32 = 118.0;
const LEAN: f32 = 17.5;
/// The box with the effect.
const HEAD: (f32, f32) = (32.0, 18.0);
/// A twig with one line of text, and what a half has besides its twigs.
const TWIG: f32 = 7.2;
const TWIGS: usize = 2;
const BETWEEN: f32 = 3.6;
const TWIG_PITCH: f32 = 2.9;

/// A diagram that has been set.
#[derive(Clone)]
pub(super) struct Diagram {
    effect: Vec<Line>,
    upper: Half,
    lower: Half,
}

/// The bones on one side of the spine.
#[derive(Clone)]
struct Half {
    bones: Vec<SetBone>,
    /// Height of the first, second, … twig of every bone; counted from the names to the spine.
    twigs: Vec<f32>,
}

#[derive(Clone)]
struct SetBone {
    middle: f32,
    twig: f32,
    name: Vec<Line>,
    causes: Vec<Vec<Line>>,
}

impl Diagram {
    pub(super) fn new(ruler: &Ruler, speech: Speech, fishbone: &Fishbone) -> Diagram {
        let effect = speech.words(&fishbone.effect, VALUE_BOLD);
        let effect = paragraphs(ruler, &effect, HEAD.0 - 3.0);
        let columns = fishbone.bones.len().div_ceil(2);
        let (upper, lower) = fishbone.bones.split_at(columns);
        let half = |bones: &[Bone]| Half::new(ruler, speech, bones, columns);
        Diagram { effect, upper: half(upper), lower: half(lower) }
    }

    pub(super) fn height(&self) -> f32 {
        self.upper.height() + self.lower.height()
    }

    /// Draws it with its top left corner here.
    pub(super) fn paint(&self, pen: &mut Pen<'_>, (x, y): (f32, f32)) {
        let spine = y + self.upper.height();
        let head = x + WIDTH - HEAD.0;
        pen.rule((x + 4.0, spine), (head - 3.0, spine), HEAVY);
        pen.draws
            .push(Draw::Shape { corners: vec![(head, spine), (head - 4.0, spine - 1.6), (head - 4.0, spine + 1.6)] });
        let tall = HEAD.1.max(height(&self.effect) + 4.0);
        pen.rect(head, spine - tall / 2.0, HEAD.0, tall, FRAME);
        let first = spine - height(&self.effect) / 2.0 + self.effect.first().map_or(0.0, |line| line.em / 2.0);
        pen.lines(&self.effect, head, HEAD.0, first, Align::Centre);
        self.upper.paint(pen, x, spine, -1.0);
        self.lower.paint(pen, x, spine, 1.0);
    }
}

impl Half {
    fn new(ruler: &Ruler, speech: Speech, bones: &[Bone], columns: usize) -> Half {
        let step = if columns > 3 { (LAST - FIRST) / (columns - 1) as f32 } else { (LAST - FIRST) / 2.0 };
        let twig = step - 13.0;
        let set = |(n, bone): (usize, &Bone)| SetBone {
            middle: FIRST + n as f32 * step,
            twig,
            name: wrap(ruler, &speech.beside(&bone.name, (LABEL, TWIG_EN)), NAME.0 - 1.0),
            causes: bone.causes.iter().map(|cause| set_cause(ruler, speech, cause, twig)).collect(),
        };
        let bones: Vec<SetBone> = bones.iter().enumerate().map(set).collect();
        let most = bones.iter().map(|bone| bone.causes.len()).max().unwrap_or_default().max(TWIGS);
        let tall = |n: usize| {
            let lines = bones.iter().filter_map(|bone| bone.causes.get(n)).map(|lines| height(lines) + 2.6);
            lines.fold(TWIG, f32::max)
        };
        let twigs = (0..most).map(tall).collect();
        Half { bones, twigs }
    }

    fn height(&self) -> f32 {
        NAME.1 + self.twigs.iter().sum::<f32>() + BETWEEN
    }

    /// `side` is -1 above the spine and 1 below it.
    fn paint(&self, pen: &mut Pen<'_>, x: f32, spine: f32, side: f32) {
        let tall = self.height();
        let outer = spine + side * tall;
        for bone in &self.bones {
            let middle = x + bone.middle;
            let top = if side < 0.0 { outer } else { outer - NAME.1 };
            pen.rect(middle - NAME.0 / 2.0, top, NAME.0, NAME.1, FRAME);
            let first = top + NAME.1 / 2.0 - (bone.name.len().max(1) - 1) as f32 * 1.2;
            pen.lines(&bone.name, middle - NAME.0 / 2.0, NAME.0, first, Align::Centre);
            let inner = outer - side * NAME.1;
            pen.rule((middle, inner), (middle + LEAN, spine), FRAME);
            let along = |y: f32| middle + LEAN * (y - inner) / (spine - inner);
            let mut taken = 0.0;
            for (lines, height_of_twig) in bone.causes.iter().zip(&self.twigs) {
                let at = if side < 0.0 { inner + taken + height_of_twig } else { inner - taken - 1.2 };
                taken += height_of_twig;
                let (from, to) = (along(at) - bone.twig, along(at));
                pen.rule((from, at), (to, at), CELL);
                let first = at - 1.2 - height(lines) + lines.first().map_or(0.0, |line| line.em / 2.0);
                pen.lines(lines, from + 0.4, bone.twig, first, Align::Left);
            }
        }
    }
}

/// A cause above its twig, English below the Chinese. More lines reach higher up, where the bone leans nearer.
fn set_cause(ruler: &Ruler, speech: Speech, cause: &Cause, width: f32) -> Vec<Line> {
    let (mark, style) = match cause.standing {
        Standing::Open => ("", HINT),
        Standing::Excluded => ("○ ", HINT),
        Standing::Confirmed => ("● ", HINT_BOLD),
    };
    let mut said = speech.words(&cause.words, style);
    for (n, span) in said.iter_mut().flatten().enumerate() {
        if n == 0 {
            span.text.insert_str(0, mark);
        } else {
            span.style = TWIG_EN;
        }
        span.style.pitch = TWIG_PITCH;
    }
    let lines = paragraphs(ruler, &said, width - 3.5);
    if lines.len() > 1 { paragraphs(ruler, &said, width - 7.0) } else { lines }
}
