//! The pen: lines of text, rules and shapes as drawing operations.

use super::body::Align;
use crate::draw::{Draw, Ink};
use crate::font::Ruler;
use crate::text::{Line, Span, Style, wrap};

/// From the middle of a Han sign down to its baseline, in em.
const MIDDLE: f32 = 0.38;

/// Draws on one page.
pub(super) struct Pen<'a> {
    pub(super) ruler: &'a Ruler,
    pub(super) draws: Vec<Draw>,
}

impl<'a> Pen<'a> {
    pub(super) fn new(ruler: &'a Ruler) -> Pen<'a> {
        Pen { ruler, draws: Vec::new() }
    }

    /// A line with its middle at this height, between `x` and `x + width`.
    pub(super) fn line_of_text(&mut self, line: &Line, x: f32, width: f32, middle: f32, align: Align) {
        self.inked(line, x, width, middle, align, Ink::Black);
    }

    fn inked(&mut self, line: &Line, x: f32, width: f32, middle: f32, align: Align, ink: Ink) {
        let start = match align {
            Align::Left => x,
            Align::Centre => x + (width - line.width) / 2.0,
            Align::Right => x + width - line.width,
        };
        for piece in &line.pieces {
            self.draws.push(Draw::Text {
                x: start + piece.x,
                y: middle + MIDDLE * line.em,
                width: piece.width,
                size: piece.style.size,
                face: piece.face,
                ink,
                runs: piece.runs.clone(),
            });
        }
    }

    /// Lines one below the other, the middle of the first at this height; the middle of the next free line comes back.
    pub(super) fn lines(&mut self, lines: &[Line], x: f32, width: f32, middle: f32, align: Align) -> f32 {
        let mut at = middle;
        for (n, line) in lines.iter().enumerate() {
            if n > 0 {
                at += line.pitch;
            }
            self.line_of_text(line, x, width, at, align);
        }
        at + lines.last().map_or(0.0, |line| line.pitch)
    }

    /// Spans wrapped to a width, with the middle of the first line at this height; the middle of the next line comes back.
    pub(super) fn say(&mut self, spans: &[Span], x: f32, width: f32, middle: f32, align: Align) -> f32 {
        let lines = wrap(self.ruler, spans, width);
        self.lines(&lines, x, width, middle, align)
    }

    /// How wide these spans are on one line.
    pub(super) fn width(&self, spans: &[Span]) -> f32 {
        wrap(self.ruler, spans, f32::MAX).iter().map(|line| line.width).fold(0.0, f32::max)
    }

    /// White words on a black rectangle.
    pub(super) fn badge(&mut self, text: &str, style: Style, x: f32, y: f32, w: f32, h: f32) {
        self.draws.push(Draw::Fill { x, y, w, h });
        for line in wrap(self.ruler, &[Span::new(text, style)], f32::MAX) {
            self.inked(&line, x, w, y + h / 2.0, Align::Centre, Ink::White);
        }
    }

    pub(super) fn rule(&mut self, from: (f32, f32), to: (f32, f32), weight: f32) {
        self.draws.push(Draw::Line { from, to, weight, dash: None });
    }

    pub(super) fn dotted(&mut self, from: (f32, f32), to: (f32, f32), weight: f32) {
        self.draws.push(Draw::Line { from, to, weight, dash: super::grid::DOTS });
    }

    pub(super) fn rect(&mut self, x: f32, y: f32, w: f32, h: f32, weight: f32) {
        self.draws.push(Draw::Rect { x, y, w, h, weight });
    }
}
