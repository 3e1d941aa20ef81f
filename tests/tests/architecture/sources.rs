//! What stands nowhere in the sources, and what stands in one place only.

use crate::{code, files};
use std::collections::BTreeSet;

#[test]
fn sql_stands_in_the_store_only() {
    let is_sql = |line: &str| {
        let words: Vec<&str> = line.split(|c: char| !c.is_ascii_alphabetic()).collect();
        let has = |word: &str| words.contains(&word);
        has("SELECT") || has("INSERT") && has("INTO") || has("DELETE") && has("FROM") || has("PRAGMA")
    };
    let mut in_store = 0;
    for (name, text) in files(&["crates", "src-tauri"], ".rs").iter().filter(|(name, _)| name.contains("/src/")) {
        for (at, line) in text.lines().enumerate().filter(|(_, line)| is_sql(code(line))) {
            assert!(name.starts_with("crates/store/"), "{name}:{}: {line}", at + 1);
            in_store += 1;
        }
    }
    assert!(in_store > 20, "the test sees no SQL where there is some");
}

/// What a crate must never know, as words that its sources do not hold.
#[test]
fn no_crate_names_what_it_must_never_know() {
    const PURE: &[&str] = &["std::env::", "std::fs", "std::net", "std::process", "SystemTime", "Instant::now"];
    let never: &[(&str, &[&str])] = &[
        ("crates/domain/src", PURE),
        ("crates/keys/src", PURE),
        ("crates/intake/src", PURE),
        ("crates/forms/src", PURE),
        (
            "crates/forms/src",
            &["kesu_domain::case", "kesu_domain::section", "kesu_domain::record", "kesu_domain::engine"],
        ),
        ("crates/store/src", &["std::env::", "std::net", "SystemTime::now", "Instant::now", "blockers(", "advance("]),
        ("crates/api/src", &["std::net", "rusqlite", "axum", "printpdf"]),
        ("crates/server/src", &["kesu_domain::procedure", "kesu_domain::engine", "kesu_domain::case"]),
        ("crates/cli/src", &["kesu_domain::engine"]),
        (
            "src-tauri/src",
            &["kesu_domain::engine", "kesu_domain::procedure", "kesu_domain::case", "kesu_api::call", "token"],
        ),
        ("tests/src", &["kesu_api", "kesu_store"]),
    ];
    for (folder, words) in never {
        for (name, text) in files(&[folder], ".rs") {
            for (at, line) in text.lines().enumerate() {
                let known = words.iter().find(|word| code(line).contains(**word));
                assert!(known.is_none(), "{name}:{} knows {}", at + 1, known.unwrap());
            }
        }
    }
}

/// The linter forbids the clock by its methods; a source of randomness is forbidden by its name.
#[test]
fn randomness_is_made_in_one_place() {
    let mut places = BTreeSet::new();
    for (name, text) in files(&["crates", "src-tauri"], ".rs").into_iter().filter(|(name, _)| name.contains("/src/")) {
        if text
            .lines()
            .any(|line| ["OsRng", "SysRng", "getrandom", "thread_rng"].iter().any(|word| code(line).contains(word)))
        {
            places.insert(name);
        }
    }
    assert_eq!(places, BTreeSet::from(["crates/api/src/machine.rs".to_owned()]));
}

/// Sentences stand in `words/`. What is Chinese in a source is a sign, a name of a place, or made-up content.
#[test]
fn no_sentence_for_a_user_stands_in_a_source() {
    let allowed = [
        // Where a line may break, and what stands between words.
        "crates/forms/src/",
        "crates/cli/src/speech.rs",
        "crates/cli/src/table.rs",
        // The signs by which published calendars mark a day off and a day of work.
        "crates/domain/src/time/import.rs",
        // What the synthetic people of a sample say.
        "crates/api/src/sample/",
        // Names that programs which copy folders give to them.
        "crates/store/src/place.rs",
    ];
    let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    for (name, text) in files(&["crates", "src-tauri", "xtask"], ".rs") {
        if !name.contains("/src/") || allowed.iter().any(|place| name.starts_with(place)) {
            continue;
        }
        for (at, line) in text.lines().enumerate() {
            assert!(!code(line).contains(han), "{name}:{}: {line}", at + 1);
        }
    }
}

#[test]
fn no_file_is_too_long() {
    for (name, text) in files(&["crates", "src-tauri", "tests", "xtask"], ".rs") {
        let lines = text.lines().count();
        assert!(lines <= 600, "{name} has {lines} lines");
    }
}
