//! The house as `docs/ARCHITECTURE.md` draws it, compared with the house as it stands: who depends on whom, what stands
//! nowhere, and that the pages name things that exist.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails there")]

mod depends;
mod form_set;
mod pages;
mod requirements;
mod sources;

use std::path::{Path, PathBuf};

/// The workspace.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|cause| panic!("{path}: {cause}"))
}

/// Every file below these folders that ends so: its path in the workspace, and its text.
fn files(folders: &[&str], end: &str) -> Vec<(String, String)> {
    fn gather(folder: &Path, end: &str, out: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                if path.file_name().is_some_and(|name| name != "target" && name != "node_modules" && name != "dist") {
                    gather(&path, end, out);
                }
            } else if path.to_str().is_some_and(|name| name.ends_with(end)) {
                out.push(path);
            }
        }
    }
    let root = root();
    let mut found = vec![];
    for folder in folders {
        gather(&root.join(folder), end, &mut found);
    }
    assert!(!found.is_empty(), "nothing in {folders:?}");
    let named = |path: PathBuf| {
        let name = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
        (name, std::fs::read_to_string(path).unwrap())
    };
    found.into_iter().map(named).collect()
}

/// A line without its comment.
fn code(line: &str) -> &str {
    line.split_once("//").map_or(line, |(code, _)| code)
}

/// What stands between backticks.
fn ticked(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// The rows of the table under a heading, cell by cell, without its head.
fn table<'a>(page: &'a str, heading: &str) -> Vec<Vec<&'a str>> {
    let (_, below) = page.split_once(heading).unwrap_or_else(|| panic!("no heading {heading}"));
    let rows = below.lines().skip_while(|line| !line.starts_with('|')).take_while(|line| line.starts_with('|'));
    let rows: Vec<_> = rows.skip(2).map(|row| row.trim_matches('|').split('|').map(str::trim).collect()).collect();
    assert!(!rows.is_empty(), "no table under {heading}");
    rows
}
