//! Files outside the data folder: where one may be written, and how. The folder itself is written by the store only.
//!
//! Must never know: what the bytes are about.

use crate::error::{ApiError, Result};
use crate::machine::{Machine as _, RealMachine};
use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};

/// A name in a folder that is there, and is not the data folder or within it, whichever way it is written.
///
/// # Errors
/// `invalid`: `unwritable`, `inside_folder`.
pub fn place(path: &Path, data: &Path) -> Result<()> {
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

/// Writes a file whole or not at all: into a new neighbour first, then renamed.
///
/// # Errors
/// `invalid`: `unwritable`; what `fill` returns.
pub fn write<T>(path: &Path, fill: impl FnOnce(&mut File) -> Result<T>) -> Result<T> {
    let part = path.with_file_name(format!(".{}.part", RealMachine.uuid()));
    let opened = OpenOptions::new().write(true).create_new(true).open(&part);
    let filled = opened.map_err(|_| wrong(path, "unwritable")).and_then(|mut file| {
        let filled = fill(&mut file)?;
        let kept = file.sync_all().and_then(|()| std::fs::rename(&part, path));
        kept.map_err(|_| wrong(path, "unwritable"))?;
        Ok(filled)
    });
    if filled.is_err() {
        // Nothing half-written stays; that it was never there is fine too.
        drop(std::fs::remove_file(&part));
    }
    filled
}

fn wrong(path: &Path, wrong: &str) -> ApiError {
    ApiError::invalid("file", wrong, path.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::place;
    use std::path::Path;

    #[test]
    fn places_inside_the_folder_are_seen_through_any_spelling() {
        let here = std::env::current_dir().expect("tests run somewhere");
        let table = [
            ("src/x.pdf", "src", false),
            ("./src/handle/../x.pdf", "src", false),
            ("src/handle/x.pdf", "src", false),
            ("x.pdf", "src", true),
            ("src/handle/../../x.pdf", "src", true),
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
}
