//! The pages name things that exist: proofs, pages, paths, verbs, terms.

use crate::{files, read, root, table, ticked};
use kesu_domain::fact::Fact;
use kesu_domain::record::RecordKind;
use kesu_domain::section::Kind;
use kesu_domain::text::Lang;
use kesu_domain::words::catalogue;
use serde_json::Value;
use std::collections::BTreeSet;

/// Whether a path is of a test of the form set.
fn is_ui_test(path: &str) -> bool {
    path.starts_with("ui/") && [".test.ts", ".test.tsx", ".e2e.ts"].iter().any(|end| path.ends_with(end))
}

/// The invariants of the page name the tests that prove them.
#[test]
fn every_invariant_names_a_test_that_exists() {
    let sources = files(&["crates", "tests", "src-tauri"], ".rs");
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
            } else if let Some(rule) = proof.strip_prefix("biome ") {
                read("ui/biome.json").contains(&format!("\"{rule}\""))
            } else if let Some((path, title)) = proof.split_once(": ") {
                // A test of the form set: its file, and its title as it stands there.
                is_ui_test(path) && read(path).contains(&format!("\"{title}\""))
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
