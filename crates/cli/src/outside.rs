//! Files outside the data folder: what is read from them, and what is written to them, is looked at before anything is
//! done. The folder itself is written by the store only, and nothing of the user's is written over.
//!
//! Must never know: what the bytes are about.

use crate::fault::Fault;
use crate::out::Result;
use kesu_api::error::ApiError;
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::path::Path;

/// How every PDF begins.
const PDF: &[u8] = b"%PDF-";

/// A file that can be read.
pub(crate) fn readable(path: &Path) -> Result<()> {
    // A pipe would be waited for, and a folder cannot be read: only a file is opened.
    let file = std::fs::metadata(path).is_ok_and(|about| about.is_file()) && File::open(path).is_ok();
    if file { Ok(()) } else { Err(wrong(path, "unreadable")) }
}

/// A place where a backup can be written. That nothing is there yet, the store sees to.
pub(crate) fn backup(path: &Path, data: &Path) -> Result<()> {
    kesu_api::outside::place(path, data)?;
    match OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(_) => std::fs::remove_file(path).map_err(|_| wrong(path, "unwritable")),
        Err(cause) if cause.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(_) => Err(wrong(path, "unwritable")),
    }
}

/// A place where a PDF can be written: nothing is there, or an older PDF.
pub(crate) fn paper(path: &Path, data: &Path) -> Result<()> {
    kesu_api::outside::place(path, data)?;
    let about = match std::fs::symlink_metadata(path) {
        Err(cause) if cause.kind() == ErrorKind::NotFound => return Ok(()),
        Err(_) => return Err(wrong(path, "unwritable")),
        Ok(about) => about,
    };
    let mut head = [0; PDF.len()];
    let is_pdf =
        about.is_file() && File::open(path).and_then(|mut file| file.read_exact(&mut head)).is_ok() && head == PDF;
    if is_pdf { Ok(()) } else { Err(wrong(path, "not_pdf")) }
}

/// Writes a file whole or not at all.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    Ok(kesu_api::outside::write(path, |file| file.write_all(bytes).map_err(|_| refused(path, "unwritable")))?)
}

fn wrong(path: &Path, wrong: &str) -> Fault {
    refused(path, wrong).into()
}

fn refused(path: &Path, wrong: &str) -> ApiError {
    ApiError::invalid("file", wrong, path.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::{paper, readable};
    use std::path::Path;

    #[test]
    fn what_is_no_pdf_is_not_written_over() {
        let data = Path::new("nowhere");
        for (path, fine) in [("Cargo.toml", false), ("src", false), ("/dev/null", false), ("new.pdf", true)] {
            assert_eq!(paper(Path::new(path), data).is_ok(), fine, "{path}");
        }
        for (path, fine) in [("Cargo.toml", true), ("src", false), ("new.pdf", false)] {
            assert_eq!(readable(Path::new(path)).is_ok(), fine, "{path}");
        }
    }
}
