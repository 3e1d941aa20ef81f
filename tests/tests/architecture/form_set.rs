//! The form set as the page draws it: its tiers, its packages, and the one place where keys are heard.

use crate::{files, read, root, table, ticked};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The folder of the form set.
const SRC: &str = "ui/src/";

/// Every source of the form set: its path below [`SRC`], and its text.
fn sources() -> Vec<(String, String)> {
    let mut found = files(&["ui/src"], ".ts");
    found.extend(files(&["ui/src"], ".tsx"));
    found.into_iter().map(|(name, text)| (name[SRC.len()..].to_owned(), text)).collect()
}

/// What a source imports from its neighbours, as paths below [`SRC`]. What lies outside is left out.
fn imports(name: &str, text: &str) -> Vec<String> {
    let mut found = vec![];
    for (at, _) in text.match_indices("\".") {
        let before = text[..at].trim_end_matches(['(', ' ']);
        let Some(end) = text[at + 1..].find('"') else { continue };
        let path = &text[at + 1..at + 1 + end];
        if !(before.ends_with("from") || before.ends_with("import"))
            || !path.starts_with("./") && !path.starts_with("../")
        {
            continue;
        }
        let mut parts: Vec<&str> = name.split('/').collect();
        parts.pop();
        let mut is_outside = false;
        for part in path.split('/') {
            match part {
                "." => {}
                ".." => is_outside |= parts.pop().is_none(),
                part => parts.push(part),
            }
        }
        if !is_outside {
            found.push(parts.join("/"));
        }
    }
    found
}

/// The tier of a path. What stands beside the folders is made from the list, or the first file: it is no tier.
fn tier(path: &str) -> Option<&str> {
    path.split('/').next().filter(|tier| !tier.contains('.'))
}

/// Whether a path is a folder that says what it shows.
fn has_index(path: &str) -> bool {
    root().join(SRC).join(path).join("index.ts").is_file()
}

#[test]
fn the_form_set_uses_what_the_table_says() {
    let page = read("docs/ARCHITECTURE.md");
    let drawn: BTreeMap<String, BTreeSet<String>> = table(&page, "### Tiers of the form set")
        .iter()
        .map(|row| (ticked(row[0])[0].to_owned(), ticked(row[1]).into_iter().map(str::to_owned).collect()))
        .collect();
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (name, text) in sources() {
        let Some(mine) = tier(&name) else { continue };
        let used = found.entry(mine.to_owned()).or_default();
        used.extend(
            imports(&name, &text).iter().filter_map(|path| tier(path)).filter(|of| *of != mine).map(str::to_owned),
        );
    }
    assert_eq!(drawn, found, "left: the table; right: what the sources import");
}

/// A feature is known by its index, and so is a part of it that has one: what stands beside an index is its own.
#[test]
fn no_page_knows_the_insides_of_another() {
    // A list without a page, which the palette shows before the page of the settings is loaded.
    let open = ["features/settings/tabs"];
    let mut seen = 0;
    for (name, text) in sources() {
        let mine = name.strip_prefix("features/").and_then(|rest| rest.split('/').next());
        for path in imports(&name, &text) {
            let Some((other, inside)) =
                path.strip_prefix("features/").map(|rest| rest.split_once('/').unwrap_or((rest, "")))
            else {
                continue;
            };
            if mine != Some(other) {
                seen += 1;
                assert!(
                    inside.is_empty() || has_index(&path) || open.contains(&path.as_str()),
                    "{name} knows the insides of {path}"
                );
            }
        }
    }
    assert!(seen > 5, "the test sees no page that is imported");
}

#[test]
fn tauri_is_known_to_one_file() {
    let knowing: Vec<String> =
        sources().into_iter().filter(|(_, text)| text.contains("\"@tauri-apps/")).map(|(name, _)| name).collect();
    assert_eq!(knowing, ["transport/tauri.ts"]);
}

/// While an input method composes, its keys are its own. `ui/keys.ts` knows when; whoever asks which key it was goes through it.
#[test]
fn no_key_is_taken_from_an_input_method() {
    let mut seen = 0;
    for (name, text) in sources().iter().filter(|(name, _)| !name.starts_with("ui/keys") && !name.contains(".test.")) {
        assert!(!text.contains("onPressEnter"), "{name}: antd hears the Enter that ends a composition");
        if ["event.key ", "onKeyDown", "\"keydown\","].iter().any(|word| text.contains(word)) {
            // A dialog over the page has them from `covered.ts`, a list from `neighbours.ts`, which have them from `ui/keys.ts`.
            let own = ["/ui/keys\"", "/covered\"", "/neighbours\""].iter().any(|from| text.contains(from));
            // Whether somebody is there at all: which key it was is not asked.
            assert!(own || name == "features/session/idle.ts", "{name} hears keys without ui/keys.ts");
            seen += 1;
        }
    }
    assert!(seen > 10, "the test sees no source that hears keys");
}

/// What is shipped, and what only builds and tests, each with its reason.
#[test]
fn every_package_of_the_form_set_stands_in_the_page_and_why() {
    let page = read("docs/ARCHITECTURE.md");
    let mut drawn = BTreeMap::new();
    for row in table(&page, "### Packages of the form set") {
        assert!(row[2].len() > 8, "{} says no reason", row[0]);
        for name in ticked(row[0]) {
            assert!(drawn.insert(name.to_owned(), row[1].to_owned()).is_none(), "{name} stands twice");
        }
    }
    let manifest: Value = serde_json::from_str(&read("ui/package.json")).unwrap();
    let mut found = BTreeMap::new();
    for (group, place) in [("dependencies", "shipped"), ("devDependencies", "tools")] {
        found.extend(manifest[group].as_object().unwrap().keys().map(|name| (name.clone(), place.to_owned())));
    }
    assert_eq!(drawn, found, "left: the table; right: ui/package.json");
    for name in found.iter().filter(|(_, place)| *place == "shipped").map(|(name, _)| name) {
        let there = sources().iter().any(|(_, text)| text.contains(&format!("\"{name}")));
        assert!(there, "{name} is shipped and nothing imports it");
    }
}

#[test]
fn no_file_of_the_form_set_is_too_long() {
    for (name, text) in sources().into_iter().filter(|(name, _)| !name.ends_with(".gen.ts")) {
        let lines = text.lines().count();
        assert!(lines <= 300, "{name} has {lines} lines");
    }
}
