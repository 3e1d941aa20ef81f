//! Files outside the data folder: what is read from them, and what is written to them, is looked at before anything is
//! done. The folder itself is written by the store only, and nothing of the user's is written over.
//!
//! Must never know: what the bytes are about.

use crate::fault::Fault;
use crate::out::Result;
use kesu_api::error::ApiError;
use kesu_api::machine::{Machine, RealMachine};
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

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
    place(path, data)?;
    match OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(_) => std::fs::remove_file(path).map_err(|_| wrong(path, "unwritable")),
        Err(cause) if cause.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(_) => Err(wrong(path, "unwritable")),
    }
}

/// A place where a PDF can be written: nothing is there, or an older PDF.
pub(crate) fn paper(path: &Path, data: &Path) -> Result<()> {
    place(path, data)?;
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

/// Writes a file whole or not at all: into a new neighbour first, then renamed.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let part = path.with_file_name(format!(".{}.part", RealMachine.uuid()));
    let written = OpenOptions::new().write(true).create_new(true).open(&part).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()?;
        std::fs::rename(&part, path)
    });
    written.map_err(|_| {
        // Nothing half-written stays; that it was never there is fine too.
        drop(std::fs::remove_file(&part));
        wrong(path, "unwritable")
    })
}

/// A name in a folder that is there, and is not the data folder or within it, whichever way it is written.
fn place(path: &Path, data: &Path) -> Result<()> {
    let name = path.file_name().ok_or_else(|| wrong(path, "unwritable"))?;
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let parent = parent.canonicalize().ok().filter(|parent| parent.is_dir());
    let parent = parent.ok_or_else(|| wrong(path, "unwritable"))?;
    // No data folder: what is asked of it says so.
    let Ok(data) = data.canonicalize() else { return Ok(()) };
    let mut ways: Vec<PathBuf> = vec![parent.join(name)];
    ways.extend(path.canonicalize());
    if ways.iter().any(|way| way.starts_with(&data)) { Err(wrong(path, "inside_folder")) } else { Ok(()) }
}

fn wrong(path: &Path, wrong: &str) -> Fault {
    ApiError::invalid("file", wrong, path.display().to_string()).into()
}

#[cfg(test)]
mod tests {
    use super::{paper, place, readable};
    use std::path::Path;

    #[test]
    fn places_inside_the_folder_are_seen_through_any_spelling() {
        let here = std::env::current_dir().unwrap();
        let table = [
            ("src/x.pdf", "src", false),
            ("./src/verb/../x.pdf", "src", false),
            ("src/verb/x.pdf", "src", false),
            ("x.pdf", "src", true),
            ("src/verb/../../x.pdf", "src", true),
            ("nowhere/x.pdf", "src", false),
            ("Cargo.toml/x.pdf", "src", false),
            ("..", "src", false),
            ("x.pdf", "nowhere", true),
        ];
        for (path, data, fine) in table {
            assert_eq!(place(&here.join(path), &here.join(data)).is_ok(), fine, "{path} beside {data}");
            assert_eq!(place(Path::new(path), Path::new(data)).is_ok(), fine, "{path} beside {data}");
        }
    }

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
