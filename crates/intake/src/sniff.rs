//! What bytes are, by what stands in them.

use crate::kind::Kind;
use crate::refused::Refused;
use crate::{container, words};

/// Beginnings of programs.
const PROGRAMS: &[(&[u8], &str)] = &[
    (b"\x7fELF", "program of Linux"),
    (b"\xfe\xed\xfa\xce", "program of a Mac"),
    (b"\xfe\xed\xfa\xcf", "program of a Mac"),
    (b"\xce\xfa\xed\xfe", "program of a Mac"),
    (b"\xcf\xfa\xed\xfe", "program of a Mac"),
    (b"\xca\xfe\xba\xbe", "program of Java or a Mac"),
    (b"L\0\0\0\x01\x14\x02\0", "shortcut of Windows"),
    (b"#!", "script"),
];

/// Beginnings that say at once what a file is.
const BEGINNINGS: &[(&[u8], Kind)] = &[
    (b"\x89PNG\r\n\x1a\n", Kind::Png),
    (b"\xff\xd8\xff", Kind::Jpeg),
    (b"GIF87a", Kind::Gif),
    (b"GIF89a", Kind::Gif),
    (b"II*\0", Kind::Tiff),
    (b"MM\0*", Kind::Tiff),
    (b"Rar!\x1a\x07", Kind::Rar),
    (b"7z\xbc\xaf\x27\x1c", Kind::SevenZip),
    (b"\x1f\x8b\x08", Kind::Gzip),
    (b"\x1a\x45\xdf\xa3", Kind::Webm),
    (b"ID3", Kind::Mp3),
    (b"#!AMR", Kind::Amr),
    (b"OggS", Kind::Ogg),
    (b"AC10", Kind::Dwg),
    (b"{\\rtf", Kind::Rtf),
];

/// Which kind of program it is, if it is one.
pub(crate) fn program(bytes: &[u8]) -> Option<&'static str> {
    // Words may begin with MZ; a program of Windows has no text in its head. A phone's sound begins like a script.
    let windows = bytes.starts_with(b"MZ") && !words::are(bytes);
    let found = PROGRAMS.iter().find(|(head, _)| bytes.starts_with(head) && !bytes.starts_with(b"#!AMR"));
    if windows { Some("program of Windows") } else { found.map(|(_, what)| *what) }
}

/// What it is. The extension helps only where the content alone cannot say: a table and a note are both words.
pub(crate) fn kind(bytes: &[u8], extension: &str) -> Result<Kind, Refused> {
    if let Some((_, kind)) = BEGINNINGS.iter().find(|(head, _)| bytes.starts_with(head)) {
        return Ok(*kind);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return container::zip(bytes);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Ok(container::compound(bytes, extension));
    }
    if bytes[..bytes.len().min(1024)].windows(5).any(|five| five == b"%PDF-") {
        return Ok(Kind::Pdf);
    }
    if let Some(kind) = tagged(bytes) {
        return Ok(kind);
    }
    Ok(if words::are(bytes) { words::kind(bytes, extension) } else { Kind::Unknown })
}

/// Kinds whose name stands some bytes after the beginning.
fn tagged(bytes: &[u8]) -> Option<Kind> {
    let at = |from: usize, to: usize| bytes.get(from..to).unwrap_or_default();
    match (at(0, 4), at(8, 12)) {
        (b"RIFF", b"WEBP") => Some(Kind::Webp),
        (b"RIFF", b"WAVE") => Some(Kind::Wav),
        (b"RIFF", b"AVI ") => Some(Kind::Avi),
        (_, b"heic" | b"heix" | b"mif1" | b"msf1" | b"hevc") if at(4, 8) == b"ftyp" => Some(Kind::Heic),
        _ if at(4, 8) == b"ftyp" => Some(Kind::Mp4),
        // The size of a bitmap stands in its head; two letters alone would be too little.
        (head, _) if head.starts_with(b"BM") && at(2, 6) == (bytes.len() as u32).to_le_bytes() => Some(Kind::Bmp),
        // MPEG sound without tags: eleven set bits, layer III.
        ([0xff, second, ..], _) if second & 0xe6 == 0xe2 => Some(Kind::Mp3),
        _ => None,
    }
}
