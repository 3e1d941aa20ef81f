//! Tiny real files of every kind.

use image::{ImageFormat, RgbImage};
use std::io::{Cursor, Write as _};
use zip::write::{SimpleFileOptions, ZipWriter};

pub(crate) fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(vec![]);
    RgbImage::from_fn(width, height, |x, y| image::Rgb([x as u8 * 40, y as u8 * 40, 90]))
        .write_to(&mut out, format)
        .unwrap();
    out.into_inner()
}

pub(crate) fn png() -> Vec<u8> {
    picture(6, 4, ImageFormat::Png)
}

pub(crate) fn jpeg() -> Vec<u8> {
    picture(6, 4, ImageFormat::Jpeg)
}

/// The same with an EXIF segment that says how the camera was held.
pub(crate) fn jpeg_held(orientation: u8) -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0]);
    let mut out = vec![0xff, 0xd8, 0xff, 0xe1];
    out.extend((exif.len() as u16 + 2).to_be_bytes());
    out.extend(exif);
    out.extend(&jpeg()[2..]);
    out
}

/// A valid head that promises so many pixels, and next to nothing behind it.
pub(crate) fn png_promising(width: u32, height: u32) -> Vec<u8> {
    let mut out = png();
    out[16..20].copy_from_slice(&width.to_be_bytes());
    out[20..24].copy_from_slice(&height.to_be_bytes());
    let sum = crc32(&out[12..29]);
    out[29..33].copy_from_slice(&sum.to_be_bytes());
    out
}

/// The frame header of a JPEG changed likewise.
pub(crate) fn jpeg_promising(width: u16, height: u16) -> Vec<u8> {
    let mut out = jpeg();
    let frame = out.windows(2).position(|two| two == [0xff, 0xc0]).unwrap();
    out[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
    out[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
    out
}

pub(crate) fn zip_of(names: &[&str]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(vec![]));
    for name in names {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(b"<x/>").unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A compound document as far as it is looked at: its mark, and one entry of the directory.
pub(crate) fn compound_with(stream: &str) -> Vec<u8> {
    let mut out = vec![0; 1024];
    out[..8].copy_from_slice(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    let name: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
    out[512..512 + name.len()].copy_from_slice(&name);
    out
}

pub(crate) fn program() -> Vec<u8> {
    let mut out = b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0".to_vec();
    out.resize(128, 0);
    out.extend(b"PE\0\0");
    out
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| sum >> 1 ^ if sum & 1 == 1 { 0xedb8_8320 } else { 0 })
    })
}
