//! Own work: who made what is to be approved, and who has merely recorded it.

use crate::desk::{Desk, account};
use crate::engine::{at_measures, planned};
use kesu_domain::case::{Case, Hand, RowId, TaskRow, TaskState, Written};
use kesu_domain::engine::Blocked;
use kesu_domain::id::SectionId;
use kesu_domain::people::Who;
use kesu_domain::section::Kind;
use kesu_domain::time::Stamp;
use serde_json::json;

/// Planned and evaluated: the plant manager is asked to approve. Sections have ids, as the store gives them.
fn to_be_approved() -> Desk {
    let mut d = at_measures("capa");
    planned(&mut d, 1);
    d.fill("approve", "", &json!({ "approval": { "answer": "approved" } }));
    for (i, row) in d.case.sections.iter_mut().enumerate() {
        row.id = Some(SectionId(i as i64 + 1));
    }
    d
}

fn row<'a>(case: &'a mut Case, task: &str) -> &'a mut TaskRow {
    case.tasks.iter_mut().rfind(|row| row.task == task).expect("a row")
}

fn wrote(case: &mut Case, who: &str, kind: Kind, at: Stamp) {
    let id = case.section(kind).and_then(|row| row.id).expect("a saved section");
    case.written.push(Written { row: RowId::Section(id), by: account(who), at });
}

fn recorded(case: &mut Case, task: &str, by: &str) {
    let hand = Hand::Behalf { source: "电话".into(), files: vec![], by: account(by) };
    row(case, task).hand = Some(hand);
}

#[test]
fn who_wrote_it_and_who_did_it_never_approves_it_who_recorded_it_may() {
    type Story = fn(&mut Case, Stamp);
    let table: &[(&str, Option<&str>, Story)] = &[
        ("nothing is known of the writers", None, |_, _| {}),
        ("wrote what a colleague handed in", Some("measures"), |c, at| wrote(c, "plant", Kind::Actions, at)),
        ("wrote the first draft, a colleague went on", Some("measures"), |c, at| {
            wrote(c, "plant", Kind::Actions, at.plus_millis(-2));
            wrote(c, "dept", Kind::Actions, at.plus_millis(-1));
        }),
        ("somebody else wrote", None, |c, at| wrote(c, "gm", Kind::Actions, at)),
        ("wrote what is not covered", None, |c, at| wrote(c, "plant", Kind::Containment, at)),
        ("corrected the plan after it was handed in", Some("plan"), |c, at| {
            wrote(c, "plant", Kind::Plan, at.plus_millis(9));
        }),
        ("typed it for somebody else, and recorded that", None, |c, at| {
            wrote(c, "plant", Kind::Actions, at);
            recorded(c, "measures", "plant");
        }),
        ("corrected the typing later", None, |c, at| {
            wrote(c, "plant", Kind::Actions, at.plus_millis(9));
            recorded(c, "measures", "plant");
        }),
        ("wrote it, a third person recorded it for the department", Some("measures"), |c, at| {
            wrote(c, "plant", Kind::Actions, at);
            recorded(c, "measures", "qe");
        }),
        ("typed it for somebody else, who handed it in again unchanged", None, |c, at| {
            wrote(c, "plant", Kind::Actions, at.plus_millis(-9));
            let mut first = row(c, "measures").clone();
            first.done_at = Some(at.plus_millis(-8));
            let before = c.tasks.iter().position(|row| row.task == "measures").expect("a row");
            c.tasks.insert(before, first);
            let hand = Hand::Behalf { source: "电话".into(), files: vec![], by: account("plant") };
            c.tasks[before].hand = Some(hand);
        }),
        ("did it", Some("measures"), |c, _| row(c, "measures").done_by = Some(Who::Account(account("plant")))),
        ("reported it ahead", Some("measures"), |c, _| {
            let row = row(c, "measures");
            row.done_by = Some(Who::Account(account("plant")));
            row.state = TaskState::Ahead;
        }),
        ("left it undone", None, |c, _| {
            let row = row(c, "measures");
            row.done_by = Some(Who::Account(account("plant")));
            row.state = TaskState::NotNeeded;
        }),
    ];
    for (what, own, story) in table {
        let mut d = to_be_approved();
        let at = d.now;
        story(&mut d.case, at);
        let expected: Vec<Blocked> = own.iter().map(|task| Blocked::OwnWork { task: (*task).into() }).collect();
        assert_eq!(d.blocked("plant", "approve", ""), expected, "{what}");
    }
}

#[test]
fn a_record_that_was_opened_by_hand_is_its_writers() {
    let mut d = to_be_approved();
    let text = d.procedure.tasks().find(|(_, task)| task.id == "check").map(|(_, task)| task.covers().to_vec());
    assert!(text.is_some_and(|covers| covers.len() == 2), "actions and their progress");
    let mut check = row(&mut d.case, "approve").clone();
    check.task = "check".into();
    d.case.tasks.push(check);
    d.fill(
        "check",
        "",
        &json!({ "effectiveness": { "criterion": "0", "sample": 5, "after": "0", "verdict": "effective" } }),
    );
    let record = json!({ "state": "done", "kind": "action_progress", "body": { "text": "已恢复" } });
    let mut record: kesu_domain::case::RecordRow = serde_json::from_value(record).expect("a record");
    let id = kesu_domain::id::RecordId(7);
    record.id = Some(id);
    d.case.records.push(record);
    assert_eq!(d.blocked("plant", "check", ""), []);
    d.case.written.push(Written { row: RowId::Record(id), by: account("plant"), at: d.now });
    assert_eq!(d.blocked("plant", "check", ""), [Blocked::OwnWork { task: "implement".into() }]);
    assert_eq!(d.blocked("qe", "check", ""), []);
}
