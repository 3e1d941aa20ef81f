//! What is made of the list and committed: a difference is a failure, `cargo xtask types` writes it anew.

use std::path::Path;

fn check(path: &str, made: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path);
    if std::env::var_os("KESU_WRITE_TYPES").is_some() {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
        std::fs::write(&path, made).expect("the file can be written");
    }
    let there = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(there == made, "{} is not what the list says: run `cargo xtask types`", path.display());
}

#[test]
fn the_typescript_file_is_the_list() {
    let made = kesu_api::types::typescript();
    assert!(made.contains("export type ApiError"), "errors are typed");
    assert!(!made.contains("CLASH"), "every type has a name of its own");
    check("ui/src/types.gen.ts", &made);
}

#[test]
fn the_registry_file_is_the_registry_of_fields() {
    let made = kesu_api::types::registry();
    assert!(made.contains(r#"{ name: "customer", is: "customer" }"#), "fields are named with what they hold");
    check("ui/src/fields.gen.ts", &made);
}

#[test]
fn the_reference_page_is_the_list() {
    check("docs/COMMANDS.md", &kesu_api::reference::page());
}
