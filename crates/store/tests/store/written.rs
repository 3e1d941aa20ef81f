//! Who wrote the sections and records of a case, as the journal says (A-8, model § 2).

use crate::house::{at, command};
use crate::works::{QE, SALES, complaint, row, section, works};
use kesu_domain::case::{RowId, Written};
use kesu_domain::id::{AccountId, RecordId, SectionId};
use kesu_domain::section::Kind;
use kesu_store::door::Command;
use kesu_store::erase::Erasure;
use serde_json::json;

#[test]
fn every_writing_of_a_case_has_its_writer() {
    let works = works();
    let (id, other) = (works.register("焊缝生锈", 1), works.register("别的", 2));
    let save = |actor: AccountId, minutes: i64, change: &dyn Fn(&mut kesu_domain::case::Case)| {
        let before = works.load(id);
        let mut after = before.case.clone();
        change(&mut after);
        let command = Command { actor: Some(actor), now: at(minutes), ..command("test") };
        works.house.folder.write(command, |w| works.save_in(w, &before, &after)).unwrap();
    };
    let first = works.load(id).case.written;
    assert_eq!(first.len(), 1, "the complaint");
    save(QE, 3, &|case| case.sections.push(row(section("causes", json!({})), 1)));
    save(QE, 4, &|_| {});
    save(SALES, 5, &|case| {
        case.sections[1].extra = [("own".into(), kesu_domain::case::Extra::YesNo(true))].into();
        let record = json!({ "state": "open", "kind": "capa", "body": {} });
        case.records.push(serde_json::from_value(record).unwrap());
    });
    save(QE, 6, &|case| case.tasks[0].reason = "no section".into());
    let causes = RowId::Section(SectionId(works.load(id).newest(Kind::Causes).unwrap().id));
    let written = |row, by, minutes| Written { row, by, at: at(minutes) };
    let expected =
        [first[0], written(causes, QE, 3), written(causes, SALES, 5), written(RowId::Record(RecordId(1)), SALES, 5)];
    assert_eq!(works.load(id).case.written, expected);
    assert_eq!(works.load(other).case.written.len(), 1, "of another case: its complaint");
    // Whoever takes words out has written none.
    let before = works.load(id);
    let mut after = before.case.clone();
    after.sections[0].section = complaint("");
    let seqs = vec![before.newest(Kind::Complaint).unwrap().seq];
    let saved = works.house.write(|w| {
        let saved = works.save_in(w, &before, &after)?;
        w.erase(&Erasure { asked_by: "the person".into(), ground: "PIPL 47".into(), seqs, files: vec![] })?;
        Ok(saved)
    });
    assert_eq!(saved.case.sections[0].section, complaint(""));
    assert_eq!(works.load(id).case.written, expected);
}
