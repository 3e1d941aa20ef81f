//! The list itself: permission comes first, and everywhere.

use crate::desk::{Desk, said, whys};
use kesu_api::app::{Caller, RequestId};
use kesu_api::permission::Permission;
use kesu_api::{COMMANDS, Door};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// A payload that fits nothing: whoever is let through to parsing would show it.
const NONSENSE: &str = r#"{"no such field": true}"#;

#[test]
fn without_a_session_nothing_but_signing_in() {
    let desk = Desk::new();
    for command in COMMANDS {
        for token in [None, Some("0".repeat(64)), Some(String::new())] {
            let caller = Caller { token, device: String::new() };
            let error = said(&desk.send(&caller, command.name, None, NONSENSE).expect_err("refused"));
            let expected = if command.permission == Permission::Open { "invalid" } else { "forbidden" };
            assert_eq!(error["code"], expected, "{}: {error}", command.name);
        }
    }
}

#[test]
fn who_lacks_the_permission_is_refused_before_the_payload_is_read() {
    let desk = Desk::new();
    let rows = [
        ("reader", [true, true, true, false, false]),
        ("sales", [true, true, true, true, false]),
        ("gm", [true, true, true, true, false]),
        ("admin", [true, true, true, false, true]),
    ];
    for (login, may) in rows {
        for command in COMMANDS.iter().filter(|command| command.name != "sign_out") {
            let error = said(&desk.send(&desk.caller(login), command.name, None, NONSENSE).expect_err("refused"));
            let allowed = may[command.permission as usize];
            assert_eq!(
                error["code"],
                if allowed { "invalid" } else { "forbidden" },
                "{login} {}: {error}",
                command.name
            );
        }
    }
}

#[test]
fn the_matrix_of_doors_and_permissions_was_reviewed() {
    let open: Vec<_> = COMMANDS.iter().filter(|c| c.permission == Permission::Open).map(|c| c.name).collect();
    assert_eq!(open, ["sign_in"]);
    let admin: Vec<_> = COMMANDS.iter().filter(|c| c.permission == Permission::Admin).map(|c| c.name).collect();
    assert_eq!(
        admin,
        [
            "account_list",
            "account_add",
            "account_save",
            "account_reset",
            "account_endorse",
            "post_save",
            "plant_save",
            "calendar_save",
            "calendar_import",
            "setting_save",
            "procedure_adopt"
        ]
    );
    let signed: Vec<_> = COMMANDS.iter().filter(|c| c.door == Door::Signed).map(|c| c.name).collect();
    assert_eq!(signed, ["password_change", "account_add", "account_reset", "account_endorse", "case_sign"]);
    let private: Vec<_> = COMMANDS.iter().filter(|c| c.door == Door::Private).map(|c| c.name).collect();
    assert_eq!(
        private,
        ["sign_in", "sign_out", "draft_save", "draft_list", "draft_drop", "preference_save", "preference_get"]
    );
    let names: BTreeSet<_> = COMMANDS.iter().map(|c| c.name).collect();
    assert_eq!(names.len(), COMMANDS.len(), "a name stands once");
    for command in COMMANDS {
        assert!(command.about.ends_with('.') && !command.about.starts_with(' '), "{}", command.name);
        let writes =
            command.name.ends_with("_save") || command.name.ends_with("_do") || command.name.ends_with("_register");
        assert!(!writes || command.door != Door::Read, "{} writes through a reading door", command.name);
    }
}

#[test]
fn bad_calls_are_named() {
    let desk = Desk::new();
    let table: &[(&str, Value, &str)] = &[
        ("no_such_command", json!({}), "not_found"),
        ("case_get", json!([1, 2]), "invalid"),
        ("case_get", json!({"case": "seven"}), "invalid"),
        ("case_get", json!({"case": 7, "surprise": 1}), "invalid"),
        ("case_get", json!({"case": 4711}), "not_found"),
        ("case_get", json!({"number": "KS-1999-0001"}), "not_found"),
        ("case_get", json!({}), "invalid"),
        ("register_list", json!({"limit": 0}), "invalid"),
        ("register_list", json!({"limit": 100_000}), "invalid"),
        ("section_save", json!({"case": 1, "rev": 0, "section": {"kind": "no_such", "body": {}}}), "invalid"),
        ("form_check", json!({"code": "AAAA-BBBB-CCCC"}), "not_found"),
        ("master_save", json!({"row": {"kind": "customer", "body": {"code": " ", "name": {}}}}), "invalid"),
        (
            "master_save",
            json!({"row": {"kind": "customer", "body": {"code": "C001", "name": {"zh": "重复"}}}}),
            "invalid",
        ),
        (
            "master_save",
            json!({"id": 99, "rev": 1, "row": {"kind": "customer", "body": {"code": "C9", "name": {"zh": "无"}}}}),
            "not_found",
        ),
        ("calendar_get", json!({"plant": 99, "year": 2026}), "not_found"),
    ];
    for (name, payload, code) in table {
        let error = desk.refused("sales", name, payload.clone());
        assert_eq!(error["code"], *code, "{name} {payload}: {error}");
        if *code == "invalid" {
            let fields = error["fields"].as_array().expect("fields");
            assert!(!fields.is_empty() && fields.iter().all(|f| f["wrong"] != ""), "{error}");
        }
    }
    for bad in ["", "short", "with blanks in it", &"x".repeat(65), "slash/slash/slash"] {
        assert!(RequestId::new(bad).is_err(), "{bad}");
    }
}

#[test]
fn a_retry_writes_nothing_again() {
    let desk = Desk::new();
    let payload = json!({"complaint": desk.complaint()}).to_string();
    let caller = desk.caller("sales");
    let first = desk.send(&caller, "case_register", Some("5f0c-retry-1"), &payload).expect("registered");
    let before = desk.done("sales", "register_list", json!({}))["rows"].as_array().expect("rows").len();
    let again = said(&desk.send(&caller, "case_register", Some("5f0c-retry-1"), &payload).expect_err("replayed"));
    assert_eq!(again["code"], "replayed");
    let timeline = desk.done("sales", "case_timeline", json!({"case": first["case"]}));
    assert_eq!(again["seq"], timeline["entries"][0]["tx"], "it points at the command that was carried out");
    let after = desk.done("sales", "register_list", json!({}))["rows"].as_array().expect("rows").len();
    assert_eq!(before, after);
}

/// A request id of somebody else tells nothing, and swallows no write.
#[test]
fn a_strangers_request_is_no_retry() {
    let desk = Desk::new();
    let payload = json!({"complaint": desk.complaint()}).to_string();
    desk.send(&desk.caller("sales"), "case_register", Some("5f0c-retry-1"), &payload).expect("registered");
    let note = json!({"code": "C002", "name": {"zh": "环卫所", "en": ""}, "address": ""});
    let note = json!({"row": {"kind": "customer", "body": note}}).to_string();
    desk.send(&desk.caller("qe"), "master_save", Some("5f0c-retry-1"), &note).expect("written, and not replayed");
    let again = said(&desk.send(&desk.caller("qe"), "master_save", Some("5f0c-retry-1"), &note).expect_err("replayed"));
    assert_eq!(again["code"], "replayed");
}

#[test]
fn refusals_carry_every_reason() {
    let desk = Desk::new();
    let case = desk.register();
    let refusal = desk.refused("sales", "task_do", json!({"case": case, "task": desk.key(case, "judge")}));
    assert_eq!(refusal["code"], "refused");
    let whys = whys(&refusal);
    assert!(whys.contains(&"needs_role".to_owned()) && whys.contains(&"missing".to_owned()), "{whys:?}");
}

/// What is wrong with a field is a code; each that the source names has its words, and no words are left over.
#[test]
fn every_code_of_a_wrong_field_has_its_words() {
    use kesu_domain::text::Lang;
    fn sources(dir: &std::path::Path, out: &mut String) {
        for entry in std::fs::read_dir(dir).expect("a folder of sources") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                sources(&path, out);
            } else {
                out.push_str(&std::fs::read_to_string(&path).expect("a source"));
            }
        }
    }
    let crates = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut text = String::new();
    for name in ["api/src", "intake/src", "cli/src", "server/src"] {
        sources(&crates.join(name), &mut text);
    }
    let catalogue = kesu_domain::words::catalogue(Lang::Zh)["wrong"].as_object().expect("a group");
    for code in catalogue.keys() {
        assert!(text.contains(&format!("\"{code}\"")), "nothing says `{code}` any more");
    }
    let named = text.split("ApiError::invalid(").skip(1).map(str::trim_start).filter(|call| call.starts_with('"'));
    for call in named {
        let literals: Vec<&str> = call.split(';').next().unwrap_or("").split('"').skip(1).step_by(2).take(2).collect();
        if let [field, code] = literals.as_slice()
            && !field.contains(' ')
            && code.chars().all(|c| c.is_ascii_lowercase() || c == '_' || c.is_ascii_digit())
            && !code.is_empty()
        {
            assert!(catalogue.contains_key(*code), "`{code}` has no words");
        }
    }
}
