//! Containers: what is inside a ZIP or a compound document says which kind of document it is.

use crate::kind::Kind;
use crate::refused::Refused;
use std::io::Cursor;
use zip::ZipArchive;

/// An Office document or plain archive; only the table of contents is read, nothing is unpacked.
pub(crate) fn zip(bytes: &[u8]) -> Result<Kind, Refused> {
    let damaged = |_| Refused::Damaged { is: Kind::Zip.media_type() };
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let holds = |start: &[u8]| archive.file_names_raw().any(|name| name.starts_with(start));
    Ok(match () {
        () if holds(b"META-INF/MANIFEST.MF") => {
            return Err(Refused::Executable { what: "program of Java".to_owned() });
        }
        () if !holds(b"[Content_Types].xml") => {
            if holds(b"mimetype") && holds(b"content.xml") {
                Kind::OpenDocument
            } else {
                Kind::Zip
            }
        }
        () if holds(b"word/") => Kind::Docx,
        () if holds(b"xl/") => Kind::Xlsx,
        () if holds(b"ppt/") => Kind::Pptx,
        () => Kind::Zip,
    })
}

/// Streams by which a compound document is known.
const STREAMS: &[(&str, Kind)] = &[
    ("__properties_version1.0", Kind::Msg),
    ("WordDocument", Kind::Doc),
    ("Workbook", Kind::Xls),
    ("Book", Kind::Xls),
    ("PowerPoint Document", Kind::Ppt),
];

/// An old Office document, or a mail of Outlook. New Office files under a password are such a container too: nothing
/// can be seen in them, so that their extension has to be believed.
pub(crate) fn compound(bytes: &[u8], extension: &str) -> Kind {
    // An entry of the directory begins with its name in UTF-16, at a multiple of its own size, 128 bytes.
    let has = |stream: &str| {
        let name: Vec<u8> = stream.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
        bytes.chunks(128).any(|entry| entry.starts_with(&name))
    };
    let found = STREAMS.iter().find(|(stream, _)| has(stream)).map(|(_, kind)| *kind);
    let locked = || Kind::promised(extension).filter(|_| has("EncryptedPackage")).filter(|kind| is_office(*kind));
    found.or_else(locked).unwrap_or(Kind::Compound)
}

fn is_office(kind: Kind) -> bool {
    matches!(kind, Kind::Docx | Kind::Xlsx | Kind::Pptx)
}
