//! Files beside the list: in, claimed, out, and what is refused (I-5).

use crate::desk::{Desk, said};
use serde_json::json;
use std::io::Read;

const PNG: &[u8] = include_bytes!("../data/scan.png");

#[test]
fn a_picture_goes_in_and_comes_out_unaltered() {
    let desk = Desk::new();
    let case = desk.register();
    let received = desk.app.receive(&desk.caller("sales"), "../../焊缝 生锈.png", &mut &PNG[..]).expect("received");
    let claimed = desk.done("sales", "file_claim", json!({"case": case, "file": received.file}));
    assert_eq!(claimed["file"]["media_type"], "image/png");
    assert_eq!(claimed["file"]["name"], "焊缝 生锈.png", "no path of another machine");
    let (row, mut file) = desk.app.fetch(&desk.caller("gm"), &received.file).expect("fetched");
    let mut bytes = vec![];
    file.read_to_end(&mut bytes).expect("read");
    assert_eq!((bytes.as_slice(), row.bytes), (PNG, PNG.len() as i64));
    let again = desk.app.receive(&desk.caller("qe"), "other.png", &mut &PNG[..]).expect("received");
    assert_eq!(again, received, "the same bytes are kept once");
}

#[test]
fn lying_empty_and_foreign_files_are_refused() {
    let desk = Desk::new();
    let case = desk.register();
    let empty = said(&desk.app.receive(&desk.caller("sales"), "a.txt", &mut &b""[..]).expect_err("empty"));
    assert_eq!(empty["fields"][0]["wrong"], "empty");
    let program = desk
        .app
        .receive(&desk.caller("sales"), "photo.jpg", &mut &b"MZ\x90\0\x03\0\0\0 not a picture"[..])
        .expect("kept for now");
    let error = desk.refused("sales", "file_claim", json!({"case": case, "file": program.file}));
    assert_eq!(error["code"], "invalid");
    let theirs = desk.app.receive(&desk.caller("qe"), "scan.png", &mut &PNG[..]).expect("received");
    let error = desk.refused("sales", "file_claim", json!({"case": case, "file": theirs.file}));
    assert_eq!(error["code"], "not_found", "what somebody else brought is theirs to claim");
    assert_eq!(
        said(&desk.app.receive(&desk.caller("reader"), "a.png", &mut &PNG[..]).expect_err("a reader"))["code"],
        "forbidden"
    );
    assert_eq!(said(&desk.app.fetch(&desk.caller("nobody"), &theirs.file).expect_err("nobody"))["code"], "forbidden");
}

#[test]
fn a_file_of_a_confidential_case_is_not_there_for_others() {
    let mut desk = Desk::new();
    desk.hire("other", "外人", "gm");
    let case = desk.register();
    let received = desk.app.receive(&desk.caller("sales"), "scan.png", &mut &PNG[..]).expect("received");
    desk.done("sales", "file_claim", json!({"case": case, "file": received.file}));
    desk.done(
        "sales",
        "case_confide",
        json!({"case": case, "confidential": true, "participants": [], "reason": "涉及人员"}),
    );
    assert!(desk.app.fetch(&desk.caller("sales"), &received.file).is_ok());
    assert_eq!(said(&desk.app.fetch(&desk.caller("other"), &received.file).expect_err("hidden"))["code"], "not_found");
}

#[test]
fn a_file_that_nothing_names_yet_stands_in_its_case_and_in_no_other() {
    let desk = Desk::new();
    let (case, other) = (desk.register(), desk.register());
    let received = desk.app.receive(&desk.caller("sales"), "焊缝.png", &mut &PNG[..]).expect("received");
    desk.done("sales", "file_claim", json!({"case": case, "file": received.file}));
    let names = |case: i64| -> Vec<String> {
        let files = desk.done("gm", "file_list", json!({ "case": case }))["files"].clone();
        files.as_array().expect("files").iter().filter_map(|file| file["name"].as_str().map(str::to_owned)).collect()
    };
    assert_eq!((names(case), names(other)), (vec!["焊缝.png".to_owned()], vec![]));
    let kinds = |case: i64| -> usize {
        let entries = desk.done("gm", "case_timeline", json!({ "case": case }))["entries"].clone();
        entries.as_array().expect("entries").iter().filter(|entry| entry["action"] == "file_claim").count()
    };
    assert_eq!((kinds(case), kinds(other)), (1, 0), "its coming in stands in the timeline");
    let again = desk.app.receive(&desk.caller("qe"), "同一张.png", &mut &PNG[..]).expect("received");
    desk.done("qe", "file_claim", json!({"case": other, "file": again.file}));
    assert_eq!(kinds(case), 1, "that it also came into another case does not");
}

#[test]
fn evidence_of_another_case_is_not_there() {
    let desk = Desk::new();
    let (case, other) = (desk.register(), desk.register());
    let received = desk.app.receive(&desk.caller("sales"), "scan.png", &mut &PNG[..]).expect("received");
    desk.done("sales", "file_claim", json!({"case": other, "file": received.file}));
    let behalf = json!({"who": {"name": "库管老吴"}, "source": "电话", "files": [received.file]});
    let request = json!({"case": case, "task": desk.key(case, "contain"), "behalf": behalf});
    let error = desk.refused("qe", "task_do", request);
    assert_eq!(
        (&error["fields"][0]["field"], &error["fields"][0]["wrong"]),
        (&json!("behalf.files"), &json!("unknown"))
    );
}
