//! `docs/REQUIREMENTS.md` is made from the tests: which test is there for which requirement.
//!
//! A row is proved by each test that cites its id: in its own comment or title, in the head of its file (then by all tests
//! of the file), or by each story of the procedure that it is. How to name a requirement: write its id where the test is.

use crate::{files, read, root};
use std::collections::{BTreeMap, BTreeSet};

/// The page: rows `| id | what | tests |`, of which the last column is made.
const PAGE: &str = "docs/REQUIREMENTS.md";

/// Where tests stand, and how their files end.
const TESTS: &[(&[&str], &str)] = &[
    (&["crates", "tests/tests"], ".rs"),
    (&["ui/src"], ".test.ts"),
    (&["ui/src"], ".test.tsx"),
    (&["ui/e2e"], ".e2e.ts"),
];

/// The ids that a text cites: `T-1`, `I-12`, `P-R008`, `C-JD`.
fn cited(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    let is_id = |word: &&str| {
        let (family, rest) = word.split_once('-').unwrap_or_default();
        family.len() == 1 && family.chars().all(|c| c.is_ascii_uppercase()) && !rest.is_empty()
    };
    // A form and a test of it share a letter and a number with the rows of forms.
    words.filter(is_id).map(str::to_owned).collect()
}

/// The comment at the head of a file.
fn head(text: &str) -> String {
    let is_head = |line: &&str| ["//!", "/**", " *", "//"].iter().any(|mark| line.starts_with(mark));
    text.lines().take_while(is_head).collect::<Vec<_>>().join("\n")
}

/// Ids by test: `file` or `file: name`.
fn of_sources() -> BTreeMap<String, BTreeSet<String>> {
    let mut proofs: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let sources = TESTS.iter().flat_map(|(folders, end)| files(folders, end));
    for (path, text) in sources.filter(|(path, _)| !path.ends_with(".rs") || path.contains("/tests/")) {
        for id in cited(&head(&text)) {
            proofs.entry(id).or_default().insert(format!("`{path}`"));
        }
        let lines: Vec<&str> = text.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            let Some(name) = named(&lines, at, line) else { continue };
            let above = lines[..at].iter().rev().take_while(|line| line.trim_start().starts_with("//"));
            let said = above.fold(name.clone(), |said, line| format!("{said} {line}"));
            for id in cited(&said) {
                proofs.entry(id).or_default().insert(format!("`{path}`: {name}"));
            }
        }
    }
    proofs
}

/// The name of the test that begins in this line.
fn named(lines: &[&str], at: usize, line: &str) -> Option<String> {
    if line.trim() == "#[test]" {
        let name = lines.get(at + 1)?.trim_start().strip_prefix("fn ")?;
        return Some(name.split('(').next()?.to_owned());
    }
    let title = line.trim_start().strip_prefix("test(\"")?;
    Some(title.split('"').next()?.to_owned())
}

/// Stories by the procedure that they are played under.
fn of_stories() -> BTreeMap<String, BTreeSet<String>> {
    let mut proofs: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (path, text) in files(&["tests/scenarios"], ".toml") {
        let number = text.lines().find_map(|line| line.strip_prefix("procedure = ")).unwrap_or_default();
        proofs.entry(number.trim_matches('"').to_owned()).or_default().insert(format!("`{path}`"));
    }
    proofs
}

/// The page with its last column made anew.
fn made(page: &str) -> String {
    let (tests, stories) = (of_sources(), of_stories());
    let mut out = String::new();
    for line in page.lines() {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let id = cells.get(1).copied().unwrap_or_default();
        let is_row = cells.len() == 5 && cited(id).contains(id);
        if is_row {
            let by = if id.starts_with("P-") { stories.get(id) } else { tests.get(id) };
            let by = by.map(|all| all.iter().cloned().collect::<Vec<_>>().join("; ")).unwrap_or_default();
            out.push_str(&format!("| {id} | {} | {by} |\n", cells[2]));
        } else {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

#[test]
fn the_page_of_requirements_is_what_the_tests_say() {
    let (page, path) = (read(PAGE), root().join(PAGE));
    let made = made(&page);
    if std::env::var_os("KESU_WRITE_TYPES").is_some() {
        std::fs::write(path, &made).unwrap();
        return;
    }
    assert!(page == made, "{PAGE} is not what the tests say: run `cargo xtask types`");
}

#[test]
fn every_row_of_the_page_has_its_test() {
    let page = made(&read(PAGE));
    let bare: Vec<&str> = page.lines().filter(|line| line.starts_with("| ") && line.ends_with("|  |")).collect();
    assert!(bare.is_empty(), "no test cites these rows: {bare:#?}");
}
