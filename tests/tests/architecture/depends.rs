//! Who depends on whom, and on what of others: the tables of the page, compared with what cargo says.

use crate::{read, root, table, ticked};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

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
