//! The house as `docs/ARCHITECTURE.md` draws it, compared with the house as it stands: who depends on whom, what stands
//! nowhere, and that the pages name things that exist.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails there")]

use kesu_domain::fact::Fact;
use kesu_domain::record::RecordKind;
use kesu_domain::section::Kind;
use kesu_domain::text::Lang;
use kesu_domain::words::catalogue;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

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
                if path.file_name().is_some_and(|name| name != "target") {
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

/// For each member of the workspace what it depends on: the crates of the house, and the others.
struct Depends {
    house: BTreeMap<String, BTreeSet<String>>,
    others: BTreeMap<String, BTreeSet<String>>,
    /// Named by tests and benches only.
    dev: BTreeSet<String>,
}

fn depends() -> Depends {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let args = ["metadata", "--no-deps", "--offline", "--format-version", "1"];
    let said = Command::new(cargo).args(args).current_dir(root()).output().unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let said: Value = serde_json::from_slice(&said.stdout).unwrap();
    let mut out = Depends { house: BTreeMap::new(), others: BTreeMap::new(), dev: BTreeSet::new() };
    for package in said["packages"].as_array().unwrap() {
        let name = package["name"].as_str().unwrap().to_owned();
        let house = out.house.entry(name.clone()).or_default();
        for one in package["dependencies"].as_array().unwrap() {
            let on = one["name"].as_str().unwrap().to_owned();
            if !one["kind"].is_null() {
                out.dev.insert(on);
            } else if one["path"].is_null() {
                out.others.entry(on).or_default().insert(name.clone());
            } else {
                house.insert(on);
            }
        }
    }
    out
}

#[test]
fn crates_depend_as_the_table_says() {
    let page = read("docs/ARCHITECTURE.md");
    let rows = table(&page, "## Who may use whom");
    let drawn: BTreeMap<String, BTreeSet<String>> = rows
        .iter()
        .map(|row| (ticked(row[0])[0].to_owned(), ticked(row[1]).into_iter().map(str::to_owned).collect()))
        .collect();
    assert_eq!(drawn, depends().house, "left: the table; right: what cargo says");
}

/// The column says where each crate of others is used; so rusqlite is in the store only, cryptography in keys only.
#[test]
fn every_foreign_crate_stands_where_the_page_says_and_why() {
    let page = read("docs/ARCHITECTURE.md");
    let mut found = depends();
    for only_dev in found.dev.iter().filter(|name| !found.house.contains_key(*name)) {
        found.others.entry(only_dev.clone()).or_default();
    }
    let mut drawn = BTreeMap::new();
    for row in table(&page, "## Dependencies") {
        assert!(row[2].len() > 8, "{} says no reason", row[0]);
        let users: BTreeSet<String> = ticked(row[1]).into_iter().map(str::to_owned).collect();
        for name in ticked(row[0]) {
            assert!(drawn.insert(name.to_owned(), users.clone()).is_none(), "{name} stands twice");
        }
    }
    assert_eq!(drawn, found.others, "left: the table; right: what cargo says");
}

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

/// The invariants of the page name the tests that prove them.
#[test]
fn every_invariant_names_a_test_that_exists() {
    let sources = files(&["crates", "tests"], ".rs");
    let page = read("docs/ARCHITECTURE.md");
    for row in table(&page, "## Invariants") {
        let proofs = ticked(row[1]);
        assert!(!proofs.is_empty(), "{} names no proof", row[0]);
        for proof in proofs {
            let there = if let Some(path) = proof.strip_prefix("compile_fail ") {
                read(path).contains("```compile_fail")
            } else if let Some(rule) = proof.strip_prefix("clippy ") {
                read("Cargo.toml").contains(&format!("{rule} = \"warn\""))
            } else if let Some(rule) = proof.strip_prefix("rustc ") {
                read("Cargo.toml").contains(&format!("{rule} = \"forbid\""))
            } else {
                let signature = format!("fn {proof}(");
                sources.iter().any(|(_, text)| text.contains(&signature))
            };
            assert!(there, "{} is proved by {proof}, which is not there", row[0]);
        }
    }
}

/// Whoever is sent to a page finds it.
#[test]
fn every_page_that_is_named_exists() {
    let root = root();
    let mut seen = 0;
    for (name, text) in files(&["crates", "tests", "xtask"], ".rs") {
        for page in text.split(['`', ' ', '(', ')', '"', ',', ':']).filter(|word| word.starts_with("docs/")) {
            let page = page.trim_end_matches('.');
            if page.ends_with(".md") {
                seen += 1;
                assert!(root.join(page).is_file(), "{name} sends to {page}");
            }
        }
    }
    assert!(seen > 4, "the test sees no page that is named");
    let mut pages = files(&["docs"], ".md");
    pages.extend(["README.md", "README.zh.md"].map(|name| (name.to_owned(), read(name))));
    for (name, text) in pages {
        let here = root.join(&name).parent().unwrap().to_owned();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let link = link.split('#').next().unwrap();
            assert!(link.contains("://") || here.join(link).exists(), "{name} links to {link}");
        }
        // A path in backticks is one of the workspace.
        for path in ticked(&text) {
            let is_path =
                ["crates/", "tests/", "docs/", "words/", "xtask/", "ui/"].iter().any(|top| path.starts_with(top));
            if is_path && !path.contains(['<', '*', '{', ' ', '…']) {
                assert!(root.join(path).exists(), "{name} names {path}");
            }
        }
    }
}

/// The page of the command line shows every verb, and no other.
#[test]
fn the_page_of_the_command_line_has_every_verb() {
    let args = read("crates/cli/src/args.rs");
    let (_, verbs) = args.split_once("enum Verb {").unwrap();
    let (verbs, _) = verbs.split_once("\n}").unwrap();
    let known: BTreeSet<String> =
        verbs.lines().filter_map(|line| line.trim().split_once('(')).map(|(name, _)| name.to_lowercase()).collect();
    let page = read("docs/CLI.md");
    let shown = page.lines().filter_map(|line| line.strip_prefix("kesu ")).filter_map(|line| line.split(' ').next());
    assert_eq!(shown.map(str::to_owned).collect::<BTreeSet<_>>(), known);
}

/// Each thing of the domain stands in the glossary, with its Chinese word in the same row.
#[test]
fn the_glossary_has_every_term() {
    let page = read("docs/GLOSSARY.md");
    let words = catalogue(Lang::Zh);
    let below =
        |group: &Value| group.as_object().unwrap().iter().map(|(k, v)| (k.clone(), v.clone())).collect::<Vec<_>>();
    let mut terms: Vec<(String, Value)> = vec![];
    terms.extend(Kind::ALL.iter().map(|kind| (kind.name().to_owned(), words["section"][kind.name()]["_"].clone())));
    terms
        .extend(RecordKind::ALL.iter().map(|kind| (kind.name().to_owned(), words["record"][kind.name()]["_"].clone())));
    terms.extend(Fact::ALL.iter().map(|fact| (fact.name().to_owned(), words["fact"][fact.name()].clone())));
    for group in [&words["state"]["case"], &words["state"]["task"], &words["state"]["record"], &words["bound"]] {
        terms.extend(below(group));
    }
    for group in [&words["docs"]["end"], &words["docs"]["does"], &words["choice"]["track"], &words["choice"]["meaning"]]
    {
        terms.extend(below(group));
    }
    for (name, word) in terms {
        let word = word.as_str().unwrap();
        let there = page.lines().any(|row| row.contains(&format!("| {word} |")) && row.contains(&format!("`{name}`")));
        assert!(there, "no row for {word} `{name}`");
    }
}
