//! Cases as rows: what a save writes, with whom it conflicts, which numbers are given.

use crate::house::{at, code, command};
use crate::works::{SALES, complaint, key, row, section, works};
use kesu_domain::id::{CaseId, PlantId, RecordId};
use kesu_domain::record::{Record, RecordKind, RecordState};
use kesu_domain::section::Kind;
use kesu_store::error::Error;
use kesu_store::record::Rev;
use serde_json::json;

#[test]
fn a_case_is_read_back_as_it_was_added() {
    let works = works();
    let case = works.begun("KS-2026-0001", "焊缝生锈", at(1));
    let id = works.house.write(|w| w.add_case(&works.procedure, &case, &works.calendar));
    let loaded = works.read(Some(SALES), |r| r.case(id));
    assert_eq!(works.read(Some(SALES), |r| r.case_of_number("KS-2026-0001")), id);
    let mut bare = loaded.case.clone();
    bare.tasks.iter_mut().for_each(|row| row.id = None);
    bare.sections.iter_mut().for_each(|row| row.id = None);
    bare.written = vec![];
    assert_eq!(bare, case);
    assert_eq!(loaded.head().rev, Rev(1));
    let complaint = loaded.section(Kind::Complaint, "", 1).unwrap();
    assert_eq!((Some(complaint), complaint.rev), (loaded.newest(Kind::Complaint), Rev(1)));
    let entry = works.read(None, |r| r.entry(complaint.seq));
    assert_eq!((entry.digest, entry.case_id, entry.kind.as_str()), (complaint.digest, Some(id.0), "section"));
    assert!(loaded.task(&key(&case, "contain")).is_some());
    assert!(loaded.section(Kind::Validity, "", 1).is_none());
    let timeline = works.read(Some(SALES), |r| r.timeline(id));
    assert_eq!(timeline.len(), 1 + case.tasks.len() + case.sections.len());
    assert_eq!((works.house.breaks(), works.derived_breaks()), (vec![], vec![]));
}

#[test]
fn a_save_writes_what_differs_and_nothing_else() {
    let works = works();
    let id = works.register("焊缝生锈", 1);
    let entries = || works.read(None, |r| r.count_entries());
    let count = entries();
    let same = works.change(id, |_| {});
    assert_eq!((entries(), same.head().rev), (count, Rev(1)), "equal bytes write nothing");
    let saved = works.change(id, |case| case.sections[0].section = complaint("焊缝生锈，全部更换"));
    assert_eq!((entries(), saved.newest(Kind::Complaint).unwrap().rev), (count + 1, Rev(2)));
    let saved = works.change(id, |case| case.sections.push(row(section("containment", json!({})), 1)));
    assert_eq!((entries(), saved.newest(Kind::Containment).unwrap().rev), (count + 2, Rev(1)));
    let read = works.load(id);
    assert_eq!(saved.case, read.case, "what a save returns is what is read");
    assert_eq!(saved.newest(Kind::Containment), read.newest(Kind::Containment));
}

#[test]
fn two_people_in_two_sections_never_conflict() {
    let works = works();
    let id = works.register("焊缝生锈", 1);
    works.change(id, |case| case.sections.push(row(section("containment", json!({})), 1)));
    let (mine, theirs) = (works.load(id), works.load(id));
    let mut a = mine.case.clone();
    a.sections[0].section = complaint("甲");
    works.save(&mine, &a).unwrap();
    let mut b = theirs.case.clone();
    b.sections[1].section =
        section("containment", json!({ "places": [{ "id": 1, "place": "finished", "checked": 60, "ng": 2 }] }));
    let saved = works.save(&theirs, &b).unwrap();
    assert_eq!(saved.newest(Kind::Containment).unwrap().rev, Rev(2));
    b.sections[0].section = complaint("乙");
    let entries = works.read(None, |r| r.count_entries());
    assert!(matches!(works.save(&theirs, &b), Err(Error::Conflict { current: 2 })));
    assert_eq!(works.read(None, |r| r.count_entries()), entries, "nothing of a refused save stays");
    assert_eq!((works.house.breaks(), works.derived_breaks()), (vec![], vec![]));
}

#[test]
fn rows_are_never_left_out_nor_written_twice() {
    let works = works();
    let id = works.register("焊缝生锈", 1);
    let before = works.load(id);
    let mut after = before.case.clone();
    after.sections.clear();
    assert_eq!(code(works.save(&before, &after)), "not_found");
    let mut after = before.case.clone();
    after.sections.push(row(complaint("again"), 1));
    assert_eq!(code(works.save(&before, &after)), "taken");
    let mut twice = works.begun("KS-2026-0001", "another", at(2));
    twice.head.number = "KS-2026-0001".into();
    let taken = works.house.folder.write(command("test"), |w| w.add_case(&works.procedure, &twice, &works.calendar));
    assert_eq!(code(taken), "taken");
    assert_eq!(code(works.house.folder.read(None, at(0), |r| r.case(CaseId(99)))), "not_found");
}

#[test]
fn side_records_are_rows_with_numbers_of_their_own() {
    let works = works();
    let id = works.register("焊缝生锈", 1);
    let record: Record = serde_json::from_value(json!({ "kind": "capa", "body": { "fact": "12/400" } })).unwrap();
    let number = works.house.write(|w| w.next_record_number(RecordKind::Capa, PlantId(1), 2026));
    assert_eq!(number.as_deref(), Some("CA-2026-0001"));
    let saved = works.change(id, |case| {
        case.records.push(kesu_domain::case::RecordRow {
            id: None,
            number,
            of: None,
            state: RecordState::Open,
            record,
            extra: Default::default(),
            gone: Default::default(),
        });
    });
    assert_eq!(saved.record(RecordId(1)), saved.last_record(RecordKind::Capa));
    assert_eq!(saved.record(RecordId(1)).unwrap().rev, Rev(1));
    assert_eq!(works.load(id).case, saved.case);
    let next = |kind, plant| works.house.write(|w| w.next_record_number(kind, PlantId(plant), 2026));
    assert_eq!(next(RecordKind::Capa, 1).as_deref(), Some("CA-2026-0002"));
    assert_eq!(next(RecordKind::Capa, 2).as_deref(), Some("CA-P2-2026-0001"));
    assert_eq!(next(RecordKind::Sample, 1), None);
}

#[test]
fn the_next_number_is_the_highest_and_one() {
    let works = works();
    let next = |plant, year| works.house.write(|w| w.next_number("KS", PlantId(plant), year));
    assert_eq!(next(1, 2026), "KS-2026-0001");
    for number in ["KS-2026-0007", "KS-2026-9999", "KS-2026-10000", "KS-P2-2026-0031", "KS-2025-0400", "KSX-2026-0500"]
    {
        let case = works.begun(number, "x", at(1));
        works.house.write(|w| w.add_case(&works.procedure, &case, &works.calendar));
    }
    let table = [
        ((1, 2026), "KS-2026-10001"),
        ((2, 2026), "KS-P2-2026-0032"),
        ((1, 2025), "KS-2025-0401"),
        ((1, 2027), "KS-2027-0001"),
    ];
    for ((plant, year), number) in table {
        assert_eq!(next(plant, year), number);
    }
    assert_eq!(code(works.house.folder.write(command("test"), |w| w.next_number("KS", PlantId(9), 2026))), "not_found");
}
