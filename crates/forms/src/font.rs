//! The embedded faces and what every sign of them measures.
//!
//! Owns: which face draws a character, its glyph and advance, and the list of characters that no face has (platform.md,
//! "PDF with printpdf"). Must never know: pages, cells, PDF.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

/// The two weights of the one family (forms-language § 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Weight {
    /// 400
    Regular,
    /// 700
    Bold,
}

/// One font file that can be embedded.
pub(crate) struct Face {
    /// The whole file.
    pub(crate) data: &'static [u8],
    /// PostScript name, without the tag of a subset.
    pub(crate) name: &'static str,
    parsed: ttf_parser::Face<'static>,
    units_per_em: f32,
}

/// Where a face stands in [`faces`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct FaceId(pub(crate) usize);

/// A character as it will be drawn.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Glyph {
    pub(crate) face: FaceId,
    /// What is drawn: the character itself, or 〓 in its place.
    pub(crate) sign: char,
    /// Advance in em.
    pub(crate) advance: f32,
}

/// Stands where no face has the character.
const MISSING: char = '〓';

static FACES: LazyLock<Vec<Face>> = LazyLock::new(|| {
    let face = |data: &'static [u8], name| {
        let parsed = ttf_parser::Face::parse(data, 0).expect("the embedded fonts are TrueType: a test draws with them");
        Face { data, name, units_per_em: f32::from(parsed.units_per_em()), parsed }
    };
    vec![
        face(include_bytes!("../fonts/NotoSansSC-Regular.ttf"), "NotoSansSC-Regular"),
        face(include_bytes!("../fonts/NotoSansSC-Bold.ttf"), "NotoSansSC-Bold"),
    ]
});

/// All faces, in the order of their ids.
pub(crate) fn faces() -> &'static [Face] {
    &FACES
}

impl Face {
    /// The glyph of a character, if the face has one.
    pub(crate) fn glyph_id(&self, sign: char) -> Option<u16> {
        self.parsed.glyph_index(sign).map(|glyph| glyph.0)
    }

    fn advance(&self, sign: char) -> Option<f32> {
        let glyph = self.parsed.glyph_index(sign)?;
        Some(f32::from(self.parsed.glyph_hor_advance(glyph)?) / self.units_per_em)
    }
}

impl Weight {
    /// The faces to ask, best first: a lighter or heavier sign is better than none.
    fn chain(self) -> [FaceId; 2] {
        match self {
            Weight::Regular => [FaceId(0), FaceId(1)],
            Weight::Bold => [FaceId(1), FaceId(0)],
        }
    }
}

/// Measures the signs of one document, and remembers those that nobody could draw.
#[derive(Default)]
pub(crate) struct Ruler {
    known: RefCell<HashMap<(Weight, char), Glyph>>,
    missing: RefCell<BTreeSet<char>>,
}

impl Ruler {
    /// The sign of this weight; 〓, and a line in [`Ruler::missing`], where no face has it.
    pub(crate) fn glyph(&self, weight: Weight, sign: char) -> Glyph {
        *self.known.borrow_mut().entry((weight, sign)).or_insert_with(|| {
            find(weight, sign).unwrap_or_else(|| {
                self.missing.borrow_mut().insert(sign);
                find(weight, MISSING).expect("the embedded fonts hold 〓: a test reports a rare character with it")
            })
        })
    }

    /// Every character that was asked for and that no face has.
    pub(crate) fn missing(&self) -> Vec<char> {
        self.missing.borrow().iter().copied().collect()
    }
}

fn find(weight: Weight, sign: char) -> Option<Glyph> {
    weight.chain().into_iter().find_map(|face| {
        let advance = FACES[face.0].advance(sign)?;
        Some(Glyph { face, sign, advance })
    })
}
