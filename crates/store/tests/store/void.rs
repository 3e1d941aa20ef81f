//! Which signatures are void (model §§ 9, 10): a covered row was rewritten or added after it was signed.

use crate::house::at;
use crate::works::{Works, complaint, key, row, section, signature, works};
use kesu_domain::case::{Case, RecordRow, TaskKey};
use kesu_domain::id::{AccountId, CaseId, RecordId};
use kesu_domain::manifest::{Manifest, ManifestRow};
use kesu_domain::master::Signer;
use kesu_domain::people::FileDigest;
use kesu_domain::record::RecordState;
use kesu_domain::section::Kind;
use kesu_store::erase::Erasure;
use serde_json::json;

/// A manifest of the complaint, the validity (a decision of round 1) and the first record, as they stand.
fn manifest(works: &Works, id: CaseId, task: &TaskKey) -> String {
    let loaded = works.load(id);
    let decision = loaded.section(Kind::Validity, "judge/", 1).unwrap();
    let named = [
        ("complaint", String::new(), loaded.newest(Kind::Complaint).unwrap()),
        ("validity", "judge/".into(), decision),
        ("capa", "1".into(), loaded.record(RecordId(1)).unwrap()),
    ];
    let rows = named.into_iter().map(|(kind, slot, stand)| ManifestRow {
        kind: kind.into(),
        slot,
        round: if kind == "capa" { 0 } else { 1 },
        rev: stand.rev.0,
        digest: stand.digest.to_string(),
    });
    text_of(works, task, rows.collect())
}

fn text_of(works: &Works, task: &TaskKey, rows: Vec<ManifestRow>) -> String {
    let text = |text: &str| text.to_owned();
    let head = works.house.folder.head().unwrap().to_string();
    let (case, procedure, form, version) = (text("KS-2026-0001"), text("P-KS A/0"), String::new(), String::new());
    let (folder, language, task, issue, files) = (text("f"), text("zh"), task.clone(), None, vec![]);
    Manifest { folder, case, form, version, language, procedure, task, issue, rows, files, head }.text()
}

fn signed(paper: bool) -> (Works, CaseId, TaskKey) {
    let works = works();
    let id = works.register("焊缝生锈", 1);
    let saved = works.change(id, |case| {
        let mut validity = row(section("validity", json!({ "reason": "焊缝未清理" })), 1);
        validity.slot = "judge/".into();
        case.sections.push(validity);
        let record = serde_json::from_value(json!({ "kind": "capa", "body": { "fact": "12/400" } })).unwrap();
        let (number, state, extra) = (Some("CA-2026-0001".into()), RecordState::Open, Default::default());
        case.records.push(RecordRow { id: None, number, of: None, state, record, extra, gone: Default::default() });
    });
    let key = key(&saved.case, "register");
    let mut one = signature(id, &key, manifest(&works, id, &key));
    if paper {
        let scan = FileDigest::new(&"ab".repeat(32)).unwrap();
        let (name, of) = ("王厂长".into(), String::new());
        let on = at(0).day(works.calendar.zone());
        one.by = Signer::Outside { name, of, on, scan, witness: AccountId(1) };
        one.account = None;
    }
    works.house.write(|w| w.add(&one));
    (works, id, key)
}

#[test]
fn a_signature_is_void_when_what_it_covers_was_rewritten() {
    type Edit = fn(&mut Case);
    let table: &[(&str, bool, Edit)] = &[
        ("nothing", false, |_| {}),
        ("the section written over", true, |case| case.sections[0].section = complaint("别的")),
        ("the decision written over", true, |case| {
            case.sections[1].section = section("validity", json!({ "reason": "另一个" }));
        }),
        ("the work written anew in a later round", true, |case| case.sections.push(row(complaint("别的"), 2))),
        ("a decision of a later round", false, |case| {
            let mut later = row(section("validity", json!({})), 2);
            later.slot = "judge/".into();
            case.sections.push(later);
        }),
        ("the record written over", true, |case| case.records[0].state = RecordState::Done),
        ("a section that is not covered", false, |case| case.sections.push(row(section("containment", json!({})), 1))),
        ("the head", false, |case| case.head.round = 2),
    ];
    for paper in [false, true] {
        for (what, void, edit) in table {
            let (works, id, key) = signed(paper);
            assert_eq!(works.load(id).case.voided, []);
            let saved = works.change(id, edit);
            let expected: Vec<TaskKey> = void.then(|| key.clone()).into_iter().collect();
            assert_eq!(saved.case.voided, expected, "{what}");
            assert_eq!(works.load(id).case.voided, expected, "{what}, read anew");
            assert_eq!(saved.signatures.len(), 1);
        }
    }
}

#[test]
fn signed_again_it_holds_again() {
    let (works, id, key) = signed(false);
    works.change(id, |case| case.sections[0].section = complaint("别的"));
    assert_eq!(works.load(id).case.voided, std::slice::from_ref(&key));
    works.house.write(|w| w.add(&signature(id, &key, manifest(&works, id, &key))));
    assert_eq!(works.load(id).case.voided, []);
    for text in ["no manifest".into(), manifest(&works, id, &TaskKey { round: 2, ..key.clone() })] {
        works.house.write(|w| w.add(&signature(id, &key, text)));
        assert_eq!(works.load(id).case.voided, std::slice::from_ref(&key), "the text of no task row, or of another");
        works.house.write(|w| w.add(&signature(id, &key, manifest(&works, id, &key))));
        assert_eq!(works.load(id).case.voided, []);
    }
}

/// `check` covers the actions and how far they are: what is added to them afterwards was signed by nobody.
#[test]
fn a_signature_is_void_when_what_it_covers_has_grown() {
    type Edit = fn(&mut Case);
    fn record(case: &mut Case, kind: &str) {
        let record = serde_json::from_value(json!({ "state": "done", "kind": kind, "body": {} })).unwrap();
        case.records.push(record);
    }
    let table: &[(&str, bool, Edit)] = &[
        ("nothing", false, |_| {}),
        ("a section where there was none", true, |case| case.sections.push(row(section("actions", json!({})), 1))),
        ("one more record", true, |case| record(case, "action_progress")),
        ("a section that is not covered", false, |case| case.sections.push(row(section("plan", json!({})), 1))),
        ("a record that is not covered", false, |case| record(case, "capa")),
    ];
    let key = TaskKey { task: "check".into(), slot: String::new(), round: 1 };
    for (what, void, edit) in table {
        let works = works();
        let id = works.register("焊缝生锈", 1);
        works.change(id, |case| record(case, "action_progress"));
        let stand = works.load(id).record(RecordId(1)).unwrap();
        let (kind, slot, digest) = ("action_progress".into(), "1".into(), stand.digest.to_string());
        let named = ManifestRow { kind, slot, round: 0, rev: stand.rev.0, digest };
        works.house.write(|w| w.add(&signature(id, &key, text_of(&works, &key, vec![named]))));
        assert_eq!(works.load(id).case.voided, []);
        let saved = works.change(id, edit);
        let expected: Vec<TaskKey> = void.then(|| key.clone()).into_iter().collect();
        assert_eq!(saved.case.voided, expected, "{what}");
        assert_eq!(works.load(id).case.voided, expected, "{what}, read anew");
    }
}

/// Words that are erased later leave the signature as it was; a rewriting before them still shows.
#[test]
fn an_erasing_revision_voids_nothing() {
    for (rewritten, void) in [(false, false), (true, true)] {
        let (works, id, key) = signed(false);
        if rewritten {
            works.change(id, |case| case.sections[0].section = complaint("别的"));
        }
        let before = works.load(id);
        let mut after = before.case.clone();
        after.sections[0].section = complaint("");
        let stand = before.newest(Kind::Complaint).unwrap();
        works.house.write(|w| {
            works.save_in(w, &before, &after)?;
            let (asked_by, ground) = ("the person".into(), "PIPL 47".into());
            w.erase(&Erasure { asked_by, ground, seqs: vec![stand.seq], files: vec![] })
        });
        let expected: Vec<TaskKey> = void.then(|| key.clone()).into_iter().collect();
        assert_eq!(works.load(id).case.voided, expected, "rewritten before: {rewritten}");
        assert_eq!(works.house.breaks(), []);
    }
}
