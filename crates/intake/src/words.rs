//! Words: whether bytes are text at all, in which character set ever, and what kind of text.

use crate::kind::Kind;

/// How much of a long text is read to recognise it.
const ENOUGH: usize = 64 * 1024;

/// Whether it is text: UTF-8, UTF-16 with its mark, or what a Chinese Windows writes (GB 18030).
pub(crate) fn are(bytes: &[u8]) -> bool {
    if let [0xff, 0xfe, rest @ ..] | [0xfe, 0xff, rest @ ..] = bytes {
        return rest.len().is_multiple_of(2);
    }
    let head = &bytes[..bytes.len().min(ENOUGH)];
    let printed = |byte: &u8| *byte >= 0x20 && *byte != 0x7f || matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c);
    head.iter().all(printed) && (is_utf8(head) || is_gb18030(head))
}

/// What kind of text. A page of the web and a mail are known by their beginning; the other kinds are all words, and what
/// the extension says about them cannot be wrong.
pub(crate) fn kind(bytes: &[u8], extension: &str) -> Kind {
    let text: String = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_lowercase();
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let promised = Kind::promised(extension);
    if text.starts_with("<!doctype html") || text.starts_with("<html") {
        return Kind::Html;
    }
    if text.starts_with("<svg") || text.starts_with("<?xml") && text.contains("<svg") {
        return Kind::Svg;
    }
    match promised {
        Some(Kind::Eml) if is_head_of_mail(text) => Kind::Eml,
        Some(Kind::Html) if text.contains('<') || is_head_of_mail(text) => Kind::Html,
        Some(Kind::Xml) if text.starts_with('<') => Kind::Xml,
        Some(Kind::Csv) => Kind::Csv,
        _ => Kind::Text,
    }
}

/// The first line is `Name: something`, as in every mail.
fn is_head_of_mail(text: &str) -> bool {
    let name = text.lines().next().and_then(|line| line.split_once(':')).map(|(name, _)| name);
    name.is_some_and(|name| !name.is_empty() && name.bytes().all(|sign| sign.is_ascii_alphanumeric() || sign == b'-'))
}

/// A cut at the end of what was read may fall into a character.
fn is_utf8(bytes: &[u8]) -> bool {
    match std::str::from_utf8(bytes) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none() && bytes.len() == ENOUGH,
    }
}

/// One, two or four bytes a character, each in its range.
fn is_gb18030(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    loop {
        rest = match rest {
            [] => return true,
            [0x00..=0x7f, rest @ ..] => rest,
            [0x81..=0xfe, 0x40..=0x7e | 0x80..=0xfe, rest @ ..] => rest,
            [0x81..=0xfe, 0x30..=0x39, 0x81..=0xfe, 0x30..=0x39, rest @ ..] => rest,
            _ => return bytes.len() == ENOUGH && rest.len() < 4,
        };
    }
}
