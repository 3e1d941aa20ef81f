//! Page, grid, styles and rules in numbers (forms-language §§ 1, 2). Millimetres, from the top left of A4.

use crate::font::Weight::{Bold, Regular};
use crate::text::Style;

/// Left and right end of the text area.
pub(crate) const LEFT: f32 = 18.0;
pub(crate) const RIGHT: f32 = 198.0;
pub(crate) const WIDTH: f32 = RIGHT - LEFT;
/// The 24 columns.
pub(crate) const COLUMNS: u8 = 24;
pub(crate) const MODULE: f32 = 7.5;

pub(crate) const HEADER_TOP: f32 = 10.0;
pub(crate) const HEADER_RULE: f32 = 32.0;
pub(crate) const BODY_TOP: f32 = 34.0;
/// Where the body ends on a page without boxes to sign, and the air above each row of them.
pub(crate) const BODY_END: f32 = 274.0;
pub(crate) const FOOT_GAP: f32 = 2.0;
pub(crate) const SIGN_HEIGHT: f32 = 24.0;
pub(crate) const COUNTER_HEIGHT: f32 = 18.0;
pub(crate) const FOOTER_RULE: f32 = 276.0;

pub(crate) const PAD_X: f32 = 1.5;
pub(crate) const PAD_Y: f32 = 1.9;
pub(crate) const PAD_HEAD: f32 = 1.0;
pub(crate) const ROW: f32 = 7.0;
pub(crate) const ROW_PAIR: f32 = 11.0;
pub(crate) const HEAD_ROW: f32 = 5.5;
pub(crate) const HEAD_ROW_PAIR: f32 = 8.4;
pub(crate) const BAR: f32 = 6.5;
/// The bar of D0 … D8.
pub(crate) const BAR_D: f32 = 7.5;
pub(crate) const HAND_LINE: f32 = 7.5;
pub(crate) const HAND_EXTRA: f32 = 0.5;
pub(crate) const HAND_ROW: f32 = 9.3;
/// A row that is taller may break at a line.
pub(crate) const TALL: f32 = 60.0;

/// Rules.
pub(crate) const FRAME: f32 = 0.35;
pub(crate) const CELL: f32 = 0.18;
pub(crate) const HEAVY: f32 = 0.7;
pub(crate) const GUIDE: f32 = 0.15;
pub(crate) const DOTS: Option<(f32, f32)> = Some((0.15, 0.9));

/// A box to tick.
pub(crate) const TICK: f32 = 2.8;
pub(crate) const TICK_TO_WORD: f32 = 0.8;
pub(crate) const OPTION_GAP: f32 = 2.6;

pub(crate) const TITLE: Style = Style::new(15.0, Bold, 7.0);
pub(crate) const TITLE_MIDDLE: Style = Style::new(11.0, Bold, 5.4);
pub(crate) const TITLE_LONG: Style = Style::new(10.0, Bold, 4.6);
pub(crate) const TITLE_EN: Style = Style::new(8.0, Regular, 3.6);
pub(crate) const SECTION: Style = Style::new(9.5, Bold, 4.5);
pub(crate) const SECTION_D: Style = Style::new(10.0, Bold, 4.5);
pub(crate) const VALUE: Style = Style::new(9.0, Regular, 4.5);
pub(crate) const VALUE_BOLD: Style = Style::new(9.0, Bold, 4.5);
pub(crate) const PLANT: Style = Style::new(9.0, Bold, 3.9);
pub(crate) const VALUE_EN: Style = Style::new(7.5, Regular, 3.6);
pub(crate) const VALUE_EN_BOLD: Style = Style::new(7.5, Bold, 3.6);
pub(crate) const LABEL: Style = Style::new(7.5, Bold, 3.6);
pub(crate) const LABEL_EN: Style = Style::new(6.5, Regular, 3.6);
pub(crate) const HINT: Style = Style::new(7.5, Regular, 3.3);
pub(crate) const HINT_BOLD: Style = Style::new(7.5, Bold, 3.3);
pub(crate) const CAPTION: Style = Style::new(7.0, Regular, 3.3);
pub(crate) const TWIG_EN: Style = Style::new(6.0, Regular, 2.6);
pub(crate) const TINY: Style = Style::new(5.0, Regular, 2.2);
pub(crate) const SMALL: Style = Style::new(6.5, Regular, 3.3);
pub(crate) const SMALL_BOLD: Style = Style::new(6.5, Bold, 3.3);
pub(crate) const NUMBER: Style = Style::new(8.5, Bold, 4.2);
pub(crate) const SIGNED: Style = Style::new(12.0, Bold, 5.0);
pub(crate) const COUNTERSIGNED: Style = Style::new(10.0, Bold, 4.5);
