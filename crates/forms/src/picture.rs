//! Pictures as a page takes them: upright, JPEG left as it is, everything else as plain pixels.

use crate::error::FormError;
use image::codecs::jpeg::JpegDecoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageReader};
use std::io::Cursor;

/// A picture that has been read.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Picture {
    /// Pixels, upright.
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) body: Body,
}

/// How the pixels are kept.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Body {
    /// The file itself.
    Jpeg { file: Vec<u8>, grey: bool },
    /// Three bytes a pixel, row by row.
    Rgb(Vec<u8>),
}

impl Picture {
    /// Reads a JPEG or PNG; `what` names it in the error.
    pub(crate) fn read(what: &str, file: &[u8]) -> Result<Picture, FormError> {
        let refused = |e: image::ImageError| FormError::Picture { what: what.to_owned(), reason: e.to_string() };
        if let Some((width, height, components @ (1 | 3))) = jpeg_frame(file) {
            let mut decoder = JpegDecoder::new(Cursor::new(file)).map_err(refused)?;
            if decoder.orientation().map_err(refused)? == Orientation::NoTransforms {
                return Ok(Picture { width, height, body: Body::Jpeg { file: file.to_vec(), grey: components == 1 } });
            }
        }
        let reader = ImageReader::new(Cursor::new(file))
            .with_guessed_format()
            .map_err(image::ImageError::IoError)
            .map_err(refused)?;
        let mut decoder = reader.into_decoder().map_err(refused)?;
        let turn = decoder.orientation().map_err(refused)?;
        let mut pixels = DynamicImage::from_decoder(decoder).map_err(refused)?;
        pixels.apply_orientation(turn);
        let (width, height) = (pixels.width(), pixels.height());
        Ok(Picture { width, height, body: Body::Rgb(on_white(&pixels)) })
    }

    /// The largest size within these millimetres that keeps its proportion.
    pub(crate) fn contained(&self, w: f32, h: f32) -> (f32, f32) {
        let ratio = self.width.max(1) as f32 / self.height.max(1) as f32;
        if ratio > w / h { (w, w / ratio) } else { (h * ratio, h) }
    }
}

/// Paper is white: what is transparent shows it.
fn on_white(pixels: &DynamicImage) -> Vec<u8> {
    let over = |part: u8, alpha: u8| {
        let (part, alpha) = (u32::from(part), u32::from(alpha));
        ((part * alpha + 255 * (255 - alpha) + 127) / 255) as u8
    };
    pixels.to_rgba8().pixels().flat_map(|p| [over(p[0], p[3]), over(p[1], p[3]), over(p[2], p[3])]).collect()
}

/// Width, height and number of components of a JPEG, from its frame header; `None` for any other file.
fn jpeg_frame(file: &[u8]) -> Option<(u32, u32, u8)> {
    let mut rest = file.strip_prefix(&[0xff, 0xd8])?;
    loop {
        let [0xff, marker, tail @ ..] = rest else { return None };
        if *marker == 0xff {
            rest = &rest[1..];
            continue;
        }
        let length = usize::from(u16::from_be_bytes([*tail.first()?, *tail.get(1)?]));
        if matches!(marker, 0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf) {
            let two = |at: usize| Some(u32::from(u16::from_be_bytes([*tail.get(at)?, *tail.get(at + 1)?])));
            return Some((two(5)?, two(3)?, *tail.get(7)?));
        }
        rest = tail.get(length..)?;
    }
}
