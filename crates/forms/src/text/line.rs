//! A line that has been set.

use super::Style;
use crate::font::{FaceId, Ruler};

/// Signs of one style and one face that are drawn in one go.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Piece {
    /// From the left end of the line, in millimetres.
    pub(crate) x: f32,
    pub(crate) width: f32,
    pub(crate) face: FaceId,
    pub(crate) style: Style,
    /// Texts, each with the space before it in em.
    pub(crate) runs: Vec<(f32, String)>,
}

/// One line of a paragraph.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Line {
    pub(crate) pieces: Vec<Piece>,
    pub(crate) width: f32,
    /// The em of its largest style, in millimetres.
    pub(crate) em: f32,
    /// Distance from the line above it, in millimetres.
    pub(crate) pitch: f32,
}

/// A character with its measure, between wrapping and drawing.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sign {
    /// Byte place in the paragraph.
    pub(super) at: usize,
    pub(super) char: char,
    pub(super) style: Style,
    /// Advance in millimetres.
    pub(super) advance: f32,
    /// ¼ em before it, in millimetres; dropped at the head of a line.
    pub(super) gap: f32,
}

impl Line {
    /// A line without a sign, which still takes its height.
    pub(super) fn empty(style: Style) -> Line {
        Line { pieces: Vec::new(), width: 0.0, em: style.em(), pitch: style.pitch }
    }

    /// Signs side by side; trailing spaces are left out.
    pub(super) fn of(ruler: &Ruler, signs: &[Sign]) -> Line {
        let kept = signs.iter().rposition(|sign| sign.char != ' ').map_or(0, |last| last + 1);
        let mut line = Line::default();
        for (n, sign) in signs[..kept].iter().enumerate() {
            line.push(ruler, sign, if n == 0 { 0.0 } else { sign.gap });
        }
        line
    }

    fn push(&mut self, ruler: &Ruler, sign: &Sign, gap: f32) {
        let glyph = ruler.glyph(sign.style.weight, sign.char);
        let em = sign.style.em();
        self.em = self.em.max(em);
        self.pitch = self.pitch.max(sign.style.pitch);
        match self.pieces.last_mut() {
            Some(piece) if piece.face == glyph.face && piece.style == sign.style => {
                match piece.runs.last_mut() {
                    Some((_, text)) if gap == 0.0 => text.push(glyph.sign),
                    Some(_) | None => piece.runs.push((gap / em, glyph.sign.to_string())),
                }
                piece.width += gap + sign.advance;
            }
            Some(_) | None => self.pieces.push(Piece {
                x: self.width + gap,
                width: sign.advance,
                face: glyph.face,
                style: sign.style,
                runs: vec![(0.0, glyph.sign.to_string())],
            }),
        }
        self.width += gap + sign.advance;
    }
}
