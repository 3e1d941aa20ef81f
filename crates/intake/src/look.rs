//! The one look that every file gets before it is kept.

use crate::kind::Kind;
use crate::refused::Refused;
use crate::{name, picture, sniff};

/// The most bytes that one file may have.
pub const LARGEST: u64 = 100 * 1024 * 1024;

/// The most pixels that one picture may have; decoded, they take four bytes each.
pub const MOST_PIXELS: u64 = 80_000_000;

/// What a file turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looked {
    /// The name under which it is kept: no path, no sign that a system refuses.
    pub name: String,
    /// What is in it.
    pub kind: Kind,
    /// The same, as HTTP and mail call it.
    pub media_type: &'static str,
    /// Its length.
    pub bytes: u64,
    /// Width and height of a picture that can be drawn, as it is seen: upright.
    pub pixels: Option<(u32, u32)>,
    /// How the stored pixels are turned to be upright: 1 to 8, as EXIF counts; 1 is as stored.
    pub orientation: u8,
}

/// Looks at a whole file: what it is goes by its content; its name must not say otherwise.
pub fn look(name: &str, bytes: &[u8]) -> Result<Looked, Refused> {
    let length = bytes.len() as u64;
    if bytes.is_empty() {
        return Err(Refused::Empty);
    }
    if length > LARGEST {
        return Err(Refused::TooLarge { bytes: length, limit: LARGEST });
    }
    let name = name::clean_name(name);
    let extension = name::extension(&name);
    if let Some(what) = sniff::program(bytes).or_else(|| name::starts_programs(&extension)) {
        return Err(Refused::Executable { what: what.to_owned() });
    }
    let kind = sniff::kind(bytes, &extension)?;
    if Kind::promised(&extension).is_some_and(|promised| promised != kind) {
        return Err(Refused::Lies { says: extension, is: kind.media_type() });
    }
    let picture = if kind.is_drawn() { Some(picture::look(kind, bytes)?) } else { None };
    Ok(Looked {
        name,
        kind,
        media_type: kind.media_type(),
        bytes: length,
        pixels: picture.as_ref().map(|picture| (picture.width, picture.height)),
        orientation: picture.map_or(1, |picture| picture.orientation),
    })
}
