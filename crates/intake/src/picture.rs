//! Pictures that forms draw: size and orientation from the head, then the whole picture once, so that a form never
//! meets one that it cannot draw.

use crate::kind::Kind;
use crate::look::MOST_PIXELS;
use crate::refused::Refused;
use image::codecs::jpeg::JpegDecoder;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use std::io::Cursor;

/// A picture, as it is seen.
pub(crate) struct Picture {
    /// Pixels across, upright.
    pub(crate) width: u32,
    /// Pixels down, upright.
    pub(crate) height: u32,
    /// As EXIF counts, 1 to 8.
    pub(crate) orientation: u8,
}

/// Size and orientation. The head is judged before anything is decoded: a small file may promise any number of pixels.
pub(crate) fn look(kind: Kind, bytes: &[u8]) -> Result<Picture, Refused> {
    let broken = || Refused::Damaged { is: kind.media_type() };
    let damaged = |_| broken();
    let (format, promised) = match kind {
        Kind::Png => (ImageFormat::Png, promised_by_png(bytes)),
        _ => (ImageFormat::Jpeg, promised_by_jpeg(bytes)),
    };
    let (width, height) = promised.ok_or_else(broken)?;
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(Refused::TooManyPixels { width, height, limit: MOST_PIXELS });
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    // Sixteen bits a channel is the most that either format has.
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_PIXELS * 8);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(damaged)?;
    let orientation = decoder.orientation().map_err(damaged)?.to_exif();
    if kind == Kind::Jpeg && breaks_off(bytes) {
        return Err(broken());
    }
    DynamicImage::from_decoder(decoder).map_err(damaged)?;
    let (width, height) = if orientation >= 5 { (height, width) } else { (width, height) };
    Ok(Picture { width, height, orientation })
}

/// The first chunk of a PNG stands at a fixed place and begins with width and height.
fn promised_by_png(bytes: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    Some((number(16)?, number(20)?))
}

/// The decoder of JPEG reads no more than the head to say this, and allocates nothing for it.
fn promised_by_jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    JpegDecoder::new(Cursor::new(bytes)).ok().map(|decoder| decoder.dimensions())
}

/// A JPEG that ends before its end mark: decoders fill the rest with grey and say nothing.
fn breaks_off(bytes: &[u8]) -> bool {
    let scan = start_of_scan(bytes);
    !scan.is_some_and(|scan| scan.windows(2).any(|two| two == [0xff, 0xd9]))
}

/// What follows the first start of a scan; segments before it, among them a thumbnail with an end mark of its own, are
/// stepped over by their length.
fn start_of_scan(bytes: &[u8]) -> Option<&[u8]> {
    let mut rest = bytes.get(2..)?;
    loop {
        let [0xff, marker, tail @ ..] = rest else { return None };
        match marker {
            0xda => return Some(tail),
            0xff => rest = rest.get(1..)?,
            _ => rest = tail.get(usize::from(u16::from_be_bytes([*tail.first()?, *tail.get(1)?]))..)?,
        }
    }
}
