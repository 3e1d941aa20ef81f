//! From words to lines.
//!
//! Owns: what may stand in a text, where a line may break (forms-language § 2) and what a line measures. Must never know:
//! cells, pages, languages of a form.

mod breaks;
mod clean;
mod line;
mod wrap;

pub(crate) use clean::clean;
pub(crate) use line::Line;
pub(crate) use wrap::wrap;

use crate::font::Weight;

/// Millimetres of one typographic point.
const MM_PER_PT: f32 = 25.4 / 72.0;

/// How a text is set (forms-language § 2).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Style {
    /// Points.
    pub(crate) size: f32,
    pub(crate) weight: Weight,
    /// From line to line, in millimetres.
    pub(crate) pitch: f32,
}

impl Style {
    pub(crate) const fn new(size: f32, weight: Weight, pitch: f32) -> Style {
        Style { size, weight, pitch }
    }

    /// The em in millimetres.
    pub(crate) fn em(self) -> f32 {
        self.size * MM_PER_PT
    }
}

/// Words of one style within a paragraph.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Span {
    pub(crate) text: String,
    pub(crate) style: Style,
}

impl Span {
    pub(crate) fn new(text: impl AsRef<str>, style: Style) -> Span {
        Span { text: straight(clean(text.as_ref())), style }
    }
}

/// The curly quotes of the font are an em wide: good in Chinese, a hole in English, which takes straight ones.
fn straight(text: String) -> String {
    if !text.contains(['“', '”', '‘', '’']) {
        return text;
    }
    let is_chinese = text.chars().any(is_han);
    let signs: Vec<char> = text.chars().collect();
    let within_word = |at: usize| {
        let letter = |at: Option<usize>| at.and_then(|at| signs.get(at)).is_some_and(char::is_ascii_alphanumeric);
        letter(at.checked_sub(1)) && letter(Some(at + 1))
    };
    let turned = signs.iter().enumerate().map(|(at, sign)| match sign {
        '‘' | '’' if !is_chinese || within_word(at) => '\'',
        '“' | '”' if !is_chinese => '"',
        _ => *sign,
    });
    turned.collect()
}

/// A character of Han or kana script, set on the full em.
pub(crate) fn is_han(sign: char) -> bool {
    matches!(sign, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{3040}'..='\u{30ff}' | '\u{20000}'..='\u{3ffff}' | '々' | '〓')
}

/// A letter, digit or sign that is set off from Han by ¼ em.
pub(crate) fn is_latin(sign: char) -> bool {
    let enclosed = matches!(sign, '\u{2460}'..='\u{24ff}' | '\u{3000}'..='\u{33ff}' | '\u{ff00}'..='\u{ffef}');
    (sign.is_alphanumeric() && !is_han(sign) && !enclosed) || matches!(sign, '%' | '‰' | '℃' | '°')
}
