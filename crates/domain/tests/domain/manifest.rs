//! The manifest: read back as it was written, of one task row only, over every row that counts (model § 9).

use kesu_domain::case::{Body, Case, Head, SectionRow, TaskKey};
use kesu_domain::id::{PlantId, ProcedureId};
use kesu_domain::manifest::{Manifest, ManifestIssue, ManifestRow, covered};
use kesu_domain::path::Target;
use kesu_domain::people::FileDigest;
use kesu_domain::section::Kind;
use serde_json::json;

fn key(task: &str, slot: &str, round: u32) -> TaskKey {
    TaskKey { task: task.into(), slot: slot.into(), round }
}

fn manifest(task: TaskKey) -> Manifest {
    let text = |text: &str| text.to_owned();
    let row = ManifestRow { kind: text("actions"), slot: text(""), round: 2, rev: 3, digest: "ab".repeat(32) };
    Manifest {
        folder: text("f"),
        case: text("KS-2026-0001"),
        form: text("F-3"),
        version: text("A/0"),
        language: text("zh"),
        procedure: text("P-KS A/0"),
        task,
        issue: None,
        rows: vec![row],
        files: vec![FileDigest::new(&"cd".repeat(32)).expect("a digest")],
        head: text("9-ef"),
    }
}

#[test]
fn it_is_read_back_as_it_was_written() {
    let issue = ManifestIssue { code: "ABCD-EFGH-JKLM".into(), content: "12".repeat(32) };
    let table = [
        manifest(key("approve", "", 1)),
        manifest(key("evaluate_team", "3", 2)),
        manifest(key("", "", 4)),
        Manifest { issue: Some(issue), ..manifest(key("approve", "", 1)) },
        Manifest { rows: vec![], files: vec![], ..manifest(key("approve", "", 1)) },
    ];
    for one in table {
        let text = one.text();
        assert_eq!(Manifest::read(&text), Some(one), "{text}");
        let broken = [
            text.replace("manifest-2", "manifest-1"),
            text.replace("task\t", "tisk\t"),
            text.replace("head\t", "tail\t"),
        ];
        assert!(broken.iter().all(|text| Manifest::read(text).is_none()));
    }
}

#[test]
fn no_text_is_that_of_two_task_rows() {
    let rows = [
        key("approve", "", 1),
        key("approve", "", 2),
        key("approve", "1", 1),
        key("approve_gm_level", "", 1),
        key("approve\t1", "", 1),
    ];
    let mut texts: Vec<String> = rows.iter().map(|key| manifest(key.clone()).text()).collect();
    texts.sort();
    texts.dedup();
    assert_eq!(texts.len(), rows.len());
}

#[test]
fn every_row_that_counts_is_covered() {
    let at = "2026-11-24T01:00:00.000Z".parse().expect("a stamp");
    let head = Head::new("KS-2026-0001".into(), PlantId(1), ProcedureId(1), at, at);
    let mut case = Case { head, tasks: vec![], sections: vec![], records: vec![], voided: vec![], written: vec![] };
    for (kind, slot, round) in [
        ("plan", "", 1),
        ("plan", "", 2),
        ("evaluation", "dept/3", 1),
        ("evaluation", "dept/4", 1),
        ("evaluation", "team/1", 1),
        ("evaluation", "team/1", 2),
        ("evaluation", "team/2", 2),
        ("validity", "judge/", 1),
    ] {
        let section = serde_json::from_value(json!({ "kind": kind, "body": {} })).expect("a section");
        case.sections.push(SectionRow {
            id: None,
            slot: slot.into(),
            round,
            section,
            extra: Default::default(),
            gone: Default::default(),
        });
    }
    for _ in 0..2 {
        let record = json!({ "state": "open", "kind": "action_progress", "body": {} });
        case.records.push(serde_json::from_value(record).expect("a record"));
    }
    let table = [
        ("plan", vec!["/2"]),
        ("evaluation", vec!["dept/3/1", "dept/4/1", "team/1/2", "team/2/2"]),
        ("validity", vec!["judge//1"]),
        ("causes", vec![]),
        ("action_progress", vec!["record", "record"]),
        ("capa", vec![]),
    ];
    for (name, expected) in table {
        let target = Target::named(name).expect("a target");
        let said: Vec<String> = covered(&case, &[target])
            .into_iter()
            .map(|body| match body {
                Body::Section(row) => format!("{}/{}", row.slot, row.round),
                Body::Record(_) => "record".into(),
            })
            .collect();
        assert_eq!(said, expected, "{name}");
    }
    let both = [Target::Section(Kind::Plan), Target::Section(Kind::Validity)];
    assert_eq!(covered(&case, &both).len(), 2);
}
