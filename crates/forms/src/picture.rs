//! Pictures as a page takes them: upright, JPEG left as it is, a turned one set again, everything else as plain pixels.

use crate::error::FormError;
use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageReader};
use std::io::Cursor;

/// The long side of what was turned or is no JPEG, in pixels: more than a photo of 57 mm shows in print.
const MOST: u32 = 1600;
/// Of a JPEG that is set again.
const QUALITY: u8 = 88;

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
        let frame = jpeg_frame(file);
        if let Some(Frame { width, height, components, is_whole }) = frame {
            if !is_whole {
                return Err(FormError::Picture { what: what.to_owned(), reason: "its end is missing".to_owned() });
            }
            let mut decoder = JpegDecoder::new(Cursor::new(file)).map_err(refused)?;
            let upright = decoder.orientation().map_err(refused)? == Orientation::NoTransforms;
            if upright && matches!(components, 1 | 3) {
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
        if pixels.width().max(pixels.height()) > MOST {
            pixels = pixels.resize(MOST, MOST, FilterType::Triangle);
        }
        pixels.apply_orientation(turn);
        let (width, height) = (pixels.width(), pixels.height());
        if frame.is_none() {
            return Ok(Picture { width, height, body: Body::Rgb(on_white(&pixels)) });
        }
        let mut file = Vec::new();
        let encoder = JpegEncoder::new_with_quality(&mut file, QUALITY);
        pixels.to_rgb8().write_with_encoder(encoder).map_err(refused)?;
        Ok(Picture { width, height, body: Body::Jpeg { file, grey: false } })
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

/// The frame header of a JPEG.
struct Frame {
    width: u32,
    height: u32,
    components: u8,
    /// A file that was cut off lacks its end, which readers forgive; looking for it is cheaper than reading every pixel.
    is_whole: bool,
}

/// `None` for a file that is no JPEG.
fn jpeg_frame(file: &[u8]) -> Option<Frame> {
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
            let is_whole = tail.windows(2).rev().any(|pair| pair == [0xff, 0xd9]);
            return Some(Frame { width: two(5)?, height: two(3)?, components: *tail.get(7)?, is_whole });
        }
        rest = tail.get(length..)?;
    }
}
