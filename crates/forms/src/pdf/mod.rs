//! A drawing as a PDF file: the one place that knows printpdf and lopdf (platform.md, "PDF with printpdf").
//!
//! Owns: subset fonts, pictures as they stand in a file, and what an archive asks of one (`archive`). Equal drawings give
//! equal bytes: no object gets a random name, and the moment comes from the sheet. Must never know: cells, forms, languages.

mod archive;
mod ops;
mod profile;

use crate::draw::{Draw, Drawing};
use crate::error::FormError;
use crate::font::{FaceId, faces};
use crate::picture::{Body, Picture};
use printpdf::{
    DictItem, ExternalStream, ExternalXObject, FontId, Mm, ParsedFont, PdfDocument, PdfFont, PdfPage, PdfSaveOptions,
    Px, RawImage, RawImageData, RawImageFormat, XObject, XObjectId,
};
use std::collections::{BTreeMap, BTreeSet};

pub(crate) use archive::About;

const WIDTH: f32 = 210.0;
const HEIGHT: f32 = 297.0;

/// Writes the file.
pub(crate) fn write(drawing: &Drawing, about: &About) -> Result<Vec<u8>, FormError> {
    let mut doc = PdfDocument::new(&about.title);
    for (face, signs) in used(drawing) {
        doc.resources.fonts.map.insert(font_id(face), PdfFont::new(subset(face, &signs)?));
    }
    for (n, picture) in drawing.pictures.iter().enumerate() {
        doc.resources.xobjects.map.insert(picture_id(n), x_object(picture));
    }
    let pages = drawing.pages.iter().map(|page| {
        let ops = ops::ops(&page.draws, &drawing.pictures, HEIGHT);
        PdfPage::new(Mm(WIDTH), Mm(HEIGHT), ops)
    });
    doc.with_pages(pages.collect());
    let options = PdfSaveOptions { image_optimization: None, ..PdfSaveOptions::default() };
    archive::finish(doc.to_lopdf_document(&options, &mut Vec::new()), about)
}

fn font_id(face: FaceId) -> FontId {
    FontId(format!("F{}", face.0))
}

fn picture_id(n: usize) -> XObjectId {
    XObjectId(format!("P{n}"))
}

/// The signs that each face has to draw.
fn used(drawing: &Drawing) -> BTreeMap<FaceId, BTreeSet<char>> {
    let mut used: BTreeMap<FaceId, BTreeSet<char>> = BTreeMap::new();
    for draw in drawing.pages.iter().flat_map(|page| &page.draws) {
        if let Draw::Text { face, runs, .. } = draw {
            used.entry(*face).or_default().extend(runs.iter().flat_map(|(_, text)| text.chars()));
        }
    }
    used
}

/// The face with no more glyphs than it needs. printpdf writes a font as it gets it, and reads its fields for the text
/// layer; the fields are there only while no crate turns its `text_layout` on.
fn subset(face: FaceId, signs: &BTreeSet<char>) -> Result<ParsedFont, FormError> {
    let refused = |why: String| FormError::Write(format!("font {}: {why}", faces()[face.0].name));
    let of = &faces()[face.0];
    let mut glyphs = subsetter::GlyphRemapper::new();
    let map: BTreeMap<u32, u16> =
        signs.iter().filter_map(|sign| Some((u32::from(*sign), glyphs.remap(of.glyph_id(*sign)?)))).collect();
    let small = subsetter::subset(of.data, 0, &glyphs).map_err(|e| refused(e.to_string()))?;
    let parsed = ParsedFont::from_bytes(&small, 0, &mut Vec::new());
    let mut font = parsed.ok_or_else(|| refused("its subset cannot be read".to_owned()))?;
    font.codepoint_to_glyph = map;
    let tag = char::from(b'A' + face.0 as u8);
    font.font_name = Some(format!("KESU{tag}{tag}+{}", of.name));
    Ok(font)
}

fn x_object(picture: &Picture) -> XObject {
    let (width, height) = (picture.width as usize, picture.height as usize);
    match &picture.body {
        Body::Rgb(pixels) => XObject::Image(RawImage {
            pixels: RawImageData::U8(pixels.clone()),
            width,
            height,
            data_format: RawImageFormat::RGB8,
            tag: Vec::new(),
        }),
        Body::Jpeg { file, grey } => {
            let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
            let space = if *grey { "DeviceGray" } else { "DeviceRGB" };
            let dict = [
                ("Type", name("XObject")),
                ("Subtype", name("Image")),
                ("Width", DictItem::Int(i64::from(picture.width))),
                ("Height", DictItem::Int(i64::from(picture.height))),
                ("ColorSpace", name(space)),
                ("BitsPerComponent", DictItem::Int(8)),
                ("Filter", name("DCTDecode")),
            ];
            let dict = dict.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
            let stream = ExternalStream { dict, content: file.clone(), compress: false };
            XObject::External(ExternalXObject { stream, width: Some(Px(width)), height: Some(Px(height)), dpi: None })
        }
    }
}
