//! Planned actions as lists show them, and whose hands a case went through.

use crate::desk::{Desk, account};
use crate::engine::{approved, at_measures, checked, planned, replied};
use kesu_domain::derive::{ActionRow, actions, hands};
use serde_json::json;

fn rows(d: &Desk) -> Vec<ActionRow> {
    actions(&d.procedure, &d.case, d.calendar.zone())
}

/// State, over, day on which it was done, evidence, effect: of the one action, from the plan to its effect.
fn stand(d: &Desk) -> (String, bool, Option<String>, String, Option<String>) {
    let row = rows(d).into_iter().next().expect("one action");
    (row.state, row.over, row.done_on.map(|day| day.to_string()), row.evidence, row.effect)
}

#[test]
fn an_action_is_planned_carried_out_and_verified() {
    let mut d = at_measures("capa");
    assert_eq!(rows(&d), []);
    planned(&mut d, 1);
    let row = rows(&d).remove(0);
    assert_eq!((row.line, row.kind.as_deref(), row.what.as_str()), (1, Some("corrective"), "恢复喷砂"));
    assert_eq!((row.owner, row.due.map(|day| day.to_string())), (Some(account("dept")), Some("2026-12-10".into())));
    assert_eq!(stand(&d), ("planned".into(), false, None, String::new(), None));
    approved(&mut d);
    replied(&mut d, "accepted");
    assert_eq!(stand(&d), ("open".into(), false, None, String::new(), None));
    let done = json!({ "action_progress": { "text": "已恢复", "done_on": "2026-12-01", "evidence": "点检表\n三张" } });
    d.does("dept", "implement", "1", done);
    assert_eq!(stand(&d), ("done".into(), true, Some("2026-12-01".into()), "点检表 三张".into(), None));
    checked(&mut d, "effective");
    assert_eq!(stand(&d).4.as_deref(), Some("effective"));
}

#[test]
fn hands_are_those_who_did_a_task_and_who_registered_is_marked() {
    let mut d = at_measures("capa");
    planned(&mut d, 1);
    let all: Vec<_> = hands(&d.case).into_iter().collect();
    assert_eq!(all, [(account("sales"), true), (account("qe"), false), (account("dept"), false)]);
}
