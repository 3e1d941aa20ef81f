//! Puts the built form set into the program: a list of the files of `ui/dist` with their bytes. Where nothing is built
//! the list is empty.
//!
//! The files are copied first, so that a build of the form set that begins meanwhile takes none away. The folder is made
//! where it is not there: cargo looks at nothing that is not there, and would run this again each time.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").ok_or(io::ErrorKind::NotFound)?);
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?);
    let dist = root.join("../../ui/dist");
    fs::create_dir_all(&dist)?;
    println!("cargo:rerun-if-changed={}", dist.display());
    let copies = out.join("dist");
    if copies.exists() {
        fs::remove_dir_all(&copies)?;
    }
    fs::create_dir_all(&copies)?;
    let mut files = vec![];
    // A form set without its first page is one that is being built, or none.
    if dist.join("index.html").is_file() {
        gather(&dist, &mut files)?;
    }
    let named = |file: PathBuf| -> io::Result<(String, PathBuf)> {
        let name = file.strip_prefix(&dist).map_err(io::Error::other)?;
        Ok((name.to_str().ok_or(io::ErrorKind::InvalidData)?.replace('\\', "/"), file))
    };
    let mut files = files.into_iter().map(named).collect::<io::Result<Vec<_>>>()?;
    // As text, as the program looks for them: paths are sorted another way.
    files.sort();
    let mut list = String::from("&[\n");
    for (at, (name, file)) in files.iter().enumerate() {
        let copy = copies.join(at.to_string());
        fs::copy(file, &copy)?;
        let _ = writeln!(list, "    ({name:?}, include_bytes!({:?})),", copy.display().to_string());
    }
    list.push_str("]\n");
    fs::write(out.join("pages.rs"), list)
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        // Maps of sources are for browsers of developers.
        let is_map = path.extension().is_some_and(|end| end == "map");
        if path.is_dir() {
            gather(&path, files)?;
        } else if !is_map {
            files.push(path);
        }
    }
    Ok(())
}
