//! From a paragraph to lines of a width.

use super::breaks::breaks;
use super::line::{Line, Sign};
use super::{Span, Style, is_han, is_latin};
use crate::font::Ruler;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Between Han and Latin, in em.
const QUARTER: f32 = 0.25;
/// What rounding may add to a full line, in millimetres.
const SLACK: f32 = 0.01;
/// After these a code that is too long is broken first (forms-language § 5.8).
const CODE_JOINTS: &str = "-/@._";

/// Sets spans as one text, ragged right; `\n` within them begins a new paragraph. At least one line comes back.
pub(crate) fn wrap(ruler: &Ruler, spans: &[Span], width: f32) -> Vec<Line> {
    let Some(fallback) = spans.first().map(|span| span.style) else { return Vec::new() };
    let mut lines = Vec::new();
    for paragraph in paragraphs(spans) {
        let style = paragraph.first().map_or(fallback, |(_, style)| *style);
        let text: String = paragraph.iter().map(|(sign, _)| sign).collect();
        let signs = measure(ruler, &paragraph);
        if signs.is_empty() {
            lines.push(Line::empty(style));
        } else {
            let ranges = Filling { text: &text, signs: &signs, width }.lines();
            lines.extend(ranges.into_iter().map(|range| Line::of(ruler, &signs[range])));
        }
    }
    lines
}

fn paragraphs(spans: &[Span]) -> Vec<Vec<(char, Style)>> {
    let mut out = vec![Vec::new()];
    for (sign, style) in spans.iter().flat_map(|span| span.text.chars().map(|sign| (sign, span.style))) {
        match (sign, out.last_mut()) {
            ('\n', _) | (_, None) => out.push(Vec::new()),
            (_, Some(paragraph)) => paragraph.push((sign, style)),
        }
    }
    out
}

fn measure(ruler: &Ruler, paragraph: &[(char, Style)]) -> Vec<Sign> {
    let mut at = 0;
    let mut before: Option<char> = None;
    let signs = paragraph.iter().map(|&(char, style)| {
        let parts = before.is_some_and(|last| (is_han(last) && is_latin(char)) || (is_latin(last) && is_han(char)));
        let gap = if parts { QUARTER * style.em() } else { 0.0 };
        let sign = Sign { at, char, style, advance: ruler.glyph(style.weight, char).advance * style.em(), gap };
        at += char.len_utf8();
        before = Some(char);
        sign
    });
    signs.collect()
}

/// One paragraph on its way into lines; ranges are places in `signs`.
struct Filling<'a> {
    text: &'a str,
    signs: &'a [Sign],
    width: f32,
}

impl Filling<'_> {
    fn lines(&self) -> Vec<Range<usize>> {
        let places = self.places(breaks(self.text));
        let mut lines = Vec::new();
        let (mut start, mut end) = (0, 0);
        for place in places.iter().copied() {
            if self.fits(start..place) {
                end = place;
                continue;
            }
            if end > start {
                lines.push(start..end);
                start = end;
            }
            while !self.fits(start..place) {
                let cut = self.emergency(start..place);
                lines.push(start..cut);
                start = cut;
            }
            end = place;
        }
        lines.push(start..end);
        self.pull_down(&mut lines, &places);
        lines
    }

    /// Byte places as places in `signs`.
    fn places(&self, bytes: Vec<usize>) -> Vec<usize> {
        bytes.into_iter().map(|byte| self.signs.partition_point(|sign| sign.at < byte)).collect()
    }

    fn fits(&self, range: Range<usize>) -> bool {
        let signs = &self.signs[range];
        let kept = signs.iter().rposition(|sign| sign.char != ' ').map_or(0, |last| last + 1);
        let gaps: f32 = signs[..kept].iter().skip(1).map(|sign| sign.gap).sum();
        signs[..kept].iter().map(|sign| sign.advance).sum::<f32>() + gaps <= self.width + SLACK
    }

    /// Where a word that is wider than the line is cut: behind a joint, else between two graphemes; always goes on.
    fn emergency(&self, range: Range<usize>) -> usize {
        let fitting = (range.start + 1..range.end).take_while(|cut| self.fits(range.start..*cut)).last();
        let Some(last) = fitting else { return range.start + 1 };
        let joint = (range.start + 1..=last).rev().find(|cut| CODE_JOINTS.contains(self.signs[cut - 1].char));
        joint.unwrap_or_else(|| {
            let graphemes = self.places(self.text.grapheme_indices(true).map(|(at, _)| at).collect());
            graphemes.into_iter().rev().find(|cut| *cut > range.start && *cut <= last).unwrap_or(last)
        })
    }

    /// A paragraph never ends on a line with a single Han character.
    fn pull_down(&self, lines: &mut [Range<usize>], places: &[usize]) {
        let [.., before, last] = lines else { return };
        let signs = &self.signs[last.clone()];
        let lonely =
            signs.iter().filter(|sign| is_han(sign.char)).count() == 1 && !signs.iter().any(|sign| is_latin(sign.char));
        let cut = places.iter().rev().copied().find(|place| before.contains(place) && *place > before.start);
        if let Some(cut) = cut.filter(|cut| lonely && self.fits(*cut..last.end)) {
            before.end = cut;
            last.start = cut;
        }
    }
}
