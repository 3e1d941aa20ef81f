//! A procedure's own fields are looked at like the built-in ones; files count in the case into which they were brought.

use crate::desk::{Desk, said};
use kesu_api::machine::Machine;
use kesu_domain::master::{ProcedureState, ProcedureText};
use kesu_domain::procedure::BUILTIN;
use kesu_store::door::Command;
use kesu_store::error::Error;
use kesu_store::folder::Folder;
use serde_json::{Value, json};

const PNG: &[u8] = include_bytes!("../data/scan.png");

const FIELDS: &str = r#"
[[field]]
section = "containment"
name = "note"
label = { zh = "备注", en = "Note" }
type = "text"

[[field]]
section = "containment"
name = "torque"
label = { zh = "扭矩", en = "Torque" }
type = "number"

[[field]]
section = "containment"
name = "line"
label = { zh = "产线", en = "Line" }
type = "choice"
words = [{ code = "a", zh = "一线", en = "Line A" }, { code = "b", zh = "二线", en = "Line B" }]

[[field]]
section = "containment"
name = "foreman"
label = { zh = "班长", en = "Foreman" }
type = "person"

[[field]]
section = "containment"
name = "picture"
label = { zh = "照片", en = "Picture" }
type = "file"
"#;

/// P-KS in a version with fields of its own is in force.
fn with_own_fields() -> Desk {
    let desk = Desk::new();
    let (number, text) = BUILTIN.iter().find(|(number, _)| *number == "P-KS").expect("P-KS is built in");
    let text = format!("{}\n{FIELDS}", text.replace("\"A/0\"", "\"A/1\""));
    let now = desk.machine.now();
    let (zone, machine) = ("+08:00".into(), "still".into());
    let command = Command { actor: None, now, action: "test", reason: String::new(), request: None, zone, machine };
    let (number, version, state) = ((*number).into(), "A/1".into(), ProcedureState::Issued);
    let effective = Some("2026-11-24".parse().expect("a day"));
    let issued = ProcedureText { number, version, text, state, approved_by: None, effective };
    let folder = Folder::open(&desk.data, Box::new(|bytes| bytes.fill(3))).expect("a second process");
    folder.write::<_, Error>(command, |w| w.add(&issued)).expect("issued");
    desk
}

/// A file that this person brought into this case.
fn brought(desk: &Desk, login: &str, case: i64, name: &str) -> String {
    let received = desk.app.receive(&desk.caller(login), name, &mut &PNG[..]).expect("received");
    desk.done(login, "file_claim", json!({"case": case, "file": received.file}));
    received.file.as_str().to_owned()
}

/// Saves the containment of a case with these files and own fields.
fn contain(desk: &Desk, case: i64, files: Value, extra: Value) -> Result<Value, Value> {
    let places = json!([{"place": "finished", "stock": 120, "checked": 120, "ng": 4}]);
    let section = json!({"kind": "containment", "body": {"places": places}});
    let note = json!({"kind": "communication", "body": {"text": {"zh": "电话", "en": ""}, "files": files}});
    desk.call("qe", "record_save", json!({"case": case, "rev": 0, "state": "open", "body": note}))
        .map_err(|error| said(&error))?;
    let rev = desk.view("qe", case)["sections"]
        .as_array()
        .and_then(|rows| rows.iter().find(|row| row["row"]["kind"] == "containment"))
        .map_or(json!(0), |row| row["rev"].clone());
    let request =
        json!({"case": case, "task": desk.key(case, "contain"), "rev": rev, "section": section, "extra": extra});
    desk.call("qe", "section_save", request).map_err(|error| said(&error))
}

#[test]
fn own_fields_are_looked_at_like_all_others() {
    let desk = with_own_fields();
    let (case, other) = (desk.register(), desk.register());
    let (file, foreign) = (brought(&desk, "qe", case, "焊缝.png"), "f".repeat(64));
    let fine = json!({"note": {"text": "停机两小时"}, "torque": {"number": 40}, "line": {"choice": "b"},
        "foreman": {"person": {"account": desk.accounts["qe"]}}, "picture": {"file": file}});
    contain(&desk, case, json!([]), fine).expect("saved");
    let table = [
        ("note", json!({"text": "很".repeat(100_001)}), "too_long"),
        ("torque", json!({"number": -1}), "out_of_range"),
        ("torque", json!({"number": i64::MAX}), "out_of_range"),
        ("torque", json!({"text": "forty"}), "malformed"),
        ("line", json!({"choice": "z"}), "unknown"),
        ("foreman", json!({"person": {"account": 999}}), "unknown"),
        ("foreman", json!({"person": {"name": "很".repeat(100_001)}}), "too_long"),
        ("picture", json!({"file": foreign}), "unknown"),
        ("nothing", json!({"text": "?"}), "unknown"),
    ];
    for (name, answer, wrong) in table {
        let error = contain(&desk, case, json!([]), json!({name: answer})).expect_err(name);
        let field = &error["fields"][0];
        assert_eq!((&field["field"], &field["wrong"]), (&json!(format!("extra.{name}")), &json!(wrong)), "{error}");
    }
    let error = contain(&desk, other, json!([]), json!({"picture": {"file": file}})).expect_err("another case's file");
    assert_eq!(error["fields"][0]["wrong"], "unknown", "{error}");
}

#[test]
fn a_file_counts_in_the_case_into_which_it_was_brought() {
    let desk = Desk::new();
    let (first, second) = (desk.register(), desk.register());
    let file = brought(&desk, "sales", first, "绿洲物业 投诉.png");
    contain(&desk, first, json!([file]), json!({})).expect("a file of this case");
    let error = contain(&desk, second, json!([file]), json!({})).expect_err("a file of another case");
    let field = &error["fields"][0];
    assert_eq!((&field["field"], &field["wrong"]), (&json!("communication.files"), &json!("unknown")), "{error}");
    let mut complaint = desk.complaint();
    complaint["files"] = json!([file]);
    let error = desk.refused("sales", "case_register", json!({"complaint": complaint}));
    assert_eq!(error["fields"][0]["wrong"], "unknown", "a new case has no files yet: {error}");
    brought(&desk, "gm", second, "scan.png");
    contain(&desk, second, json!([file]), json!({})).expect("the same bytes, brought here too");
    let files = desk.done("qe", "file_list", json!({"case": second}))["files"].clone();
    assert_eq!(files[0]["name"], "scan.png", "how another case calls it is not told: {files}");
    assert_eq!((&files[0]["case"], files[0].get("also")), (&json!(second), None), "{files}");
    let files = desk.done("qe", "file_list", json!({"case": first}))["files"].clone();
    assert_eq!((&files[0]["name"], &files[0]["case"]), (&json!("绿洲物业 投诉.png"), &json!(first)), "{files}");
}
