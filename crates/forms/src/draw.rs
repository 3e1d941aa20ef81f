//! The drawing: what stands where on which page, before any file format.
//!
//! Owns: the list of drawing operations. All measures are millimetres from the top left corner of the page, unless a field
//! says otherwise. Must never know: who draws it; no type of a PDF library stands here.

use crate::font::FaceId;
use crate::picture::Picture;

/// Every page of one form.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Drawing {
    /// In order.
    pub(crate) pages: Vec<Page>,
    /// What [`Draw::Image`] refers to.
    pub(crate) pictures: Vec<Picture>,
    /// What it is, in a line: title and numbers.
    pub(crate) subject: String,
    /// Characters that no embedded font has: drawn as 〓 (forms-language § 5.8).
    pub(crate) missing: Vec<char>,
}

/// One page, portrait A4.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Page {
    /// In the order in which they are painted.
    pub(crate) draws: Vec<Draw>,
}

/// What an operation is painted with. There is no grey and no colour (forms-language § 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ink {
    /// Text, rules.
    Black,
    /// Text on a black badge.
    White,
}

/// One operation.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Draw {
    /// Words of one face and size on one baseline.
    Text {
        /// Left end.
        x: f32,
        /// Baseline.
        y: f32,
        /// How wide it is set.
        width: f32,
        /// Points.
        size: f32,
        /// Which font.
        face: FaceId,
        /// Black, or white on a badge.
        ink: Ink,
        /// Texts, each with the space before it in em.
        runs: Vec<(f32, String)>,
    },
    /// A filled rectangle.
    Fill {
        /// Left.
        x: f32,
        /// Top.
        y: f32,
        /// Width.
        w: f32,
        /// Height.
        h: f32,
    },
    /// A filled shape with straight sides.
    Shape {
        /// Its corners.
        corners: Vec<(f32, f32)>,
    },
    /// A straight line.
    Line {
        /// One end.
        from: (f32, f32),
        /// The other end.
        to: (f32, f32),
        /// Thickness.
        weight: f32,
        /// Length of a dash and of the gap after it; solid where `None`.
        dash: Option<(f32, f32)>,
    },
    /// The outline of a rectangle.
    Rect {
        /// Left.
        x: f32,
        /// Top.
        y: f32,
        /// Width.
        w: f32,
        /// Height.
        h: f32,
        /// Thickness.
        weight: f32,
    },
    /// ☐ or ☑ as a shape, because few fonts draw them alike.
    Tick {
        /// Left.
        x: f32,
        /// Top.
        y: f32,
        /// Side.
        size: f32,
        /// With a tick in it.
        ticked: bool,
    },
    /// A picture.
    Image {
        /// Left.
        x: f32,
        /// Top.
        y: f32,
        /// Width.
        w: f32,
        /// Height.
        h: f32,
        /// Which of the drawing's pictures.
        picture: usize,
    },
    /// A QR code, painted as rectangles.
    Code {
        /// Left.
        x: f32,
        /// Top.
        y: f32,
        /// Side.
        size: f32,
        /// How many modules a row has.
        modules: usize,
        /// Row by row; `true` is black.
        dark: Vec<bool>,
        /// What it says.
        says: String,
    },
}
