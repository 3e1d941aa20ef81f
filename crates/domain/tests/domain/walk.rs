//! What the proof promises, seen from the engine: whatever is said, and in whatever order, a case is never stuck and is
//! never archived without what its procedure demands (D-11). Of every procedure of the library.

use crate::desk::{Desk, calendar};
use crate::proof::SITE;
use crate::staff::{Person, staff};
use crate::walker::{Dice, step};
use kesu_domain::case::{CaseState, TaskState};
use kesu_domain::choice::Choice;
use kesu_domain::engine::{Blocked, Moment, Step, reopen};
use kesu_domain::path::{Path, Target};
use kesu_domain::procedure::{BUILTIN, TaskId};
use kesu_domain::section::Kind;
use proptest::prelude::*;
use serde_json::json;

/// Enough for the dice to run out; then everybody says the best word, and the case must come home.
const STEPS: usize = 1000;

/// By hand, to any stage that the procedure lets; by whoever may.
fn take_back(d: &mut Desk, people: &[Person], dice: &mut Dice<'_>) {
    let rules: Vec<_> = d.procedure.reopen.iter().filter(|rule| d.case.head.way.contains(&rule.to)).collect();
    let Some(to) = (!rules.is_empty()).then(|| dice.pick(&rules).to.clone()) else { return };
    let at = Moment { now: d.now, calendar: &d.calendar };
    let taken = people.iter().find_map(|who| reopen(&d.procedure, &d.case, &who.actor(), &to, &at).ok());
    d.case = taken.expect("a stage on the way, and somebody who may");
}

/// Nothing that was demanded is missing, and nothing is left open.
fn check_archived(d: &Desk) {
    let c = &d.case;
    assert_eq!(c.head.state, CaseState::Archived);
    assert!(c.head.settled_at.is_some() && c.head.closed_at.is_some(), "both ends were reached");
    for row in &c.tasks {
        assert!(row.state.is_over() && row.state != TaskState::Ahead, "{} is {:?}", row.task, row.state);
        let task = d.procedure.task(&row.task).expect("a task of the procedure");
        let empty =
            |path: &&Path| !c.filled_by(task, &row.key(), path.target).is_some_and(|body| body.filled(&path.field));
        if row.state == TaskState::Done && !row.is_told() {
            assert_eq!(task.needs.iter().find(empty), None, "{} was done without", row.task);
        }
        if row.state == TaskState::NotNeeded {
            assert!(task.optional && !row.reason.is_empty());
        }
    }
    for (stage, task) in d.procedure.tasks().filter(|(stage, _)| c.head.way.contains(&stage.id)) {
        let mut rows = c.rows(&task.id).peekable();
        assert!(rows.peek().is_some(), "{} of {} was never asked for", task.id, stage.id);
        let approves = task.fills.contains(&Target::Section(Kind::Approval));
        for row in rows.filter(|row| approves && row.state == TaskState::Done && !row.set_aside) {
            let said = c.decision(Kind::Approval, &row.key()).map(|row| row.section.seen("answer"));
            let yes = kesu_domain::choice::Answer::Approved.word();
            assert_eq!(said, Some(kesu_domain::fields::Seen::Word(yes)), "{} stands", row.task);
        }
    }
}

fn walk(text: &str, throws: &[u8]) {
    let mut d = Desk::open(text, calendar());
    let people = staff(&d.procedure);
    let mut dice = Dice::new(throws);
    for _ in 0..STEPS {
        if d.case.head.state == CaseState::Archived {
            check_archived(&d);
            if !dice.one_in(2) {
                return;
            }
            take_back(&mut d, &people, &mut dice);
        } else if dice.one_in(12) {
            take_back(&mut d, &people, &mut dice);
        }
        if d.case.head.state != CaseState::Archived {
            let moves = step(&mut d, &people, &mut dice);
            assert!(moves, "{} is stuck in {} with {:?}", d.procedure.number, d.stage(), d.open_rows());
        }
    }
    assert_eq!(d.case.head.state, CaseState::Archived, "it never came home from {}", d.stage());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn whatever_is_said_a_case_is_never_stuck_and_never_archived_without_what_is_demanded(
        throws in prop::collection::vec(any::<u8>(), 0..400)
    ) {
        for (_, text) in BUILTIN {
            walk(text, &throws);
        }
    }
}

/// Reported by phone: the answer is said, what else is demanded is made up later.
#[test]
fn what_is_reported_ahead_carries_its_answer() {
    let mut d = Desk::open(&for_the_desk(), calendar());
    d.does("sales", "take_in", "", json!({ "complaint": { "customer": 1, "samples": "no" } }));
    d.does("qe", "order", "", json!({ "plan": { "text": "…", "due": "2026-12-01", "cost": 1 } }));
    let said = d.step("plant", "agree", "", Step::Reported, "电话");
    assert_eq!(said, Err(vec![Blocked::Missing { field: "approval.answer".into() }]));
    d.fill("agree", "", &json!({ "approval": { "answer": "approved" } }));
    assert_eq!(d.step("plant", "agree", "", Step::Reported, "电话"), Ok(()));
    assert!(d.at("work"));
    assert_eq!(d.case.rows(&TaskId::from("agree")).next().map(|row| row.state), Some(TaskState::Ahead));
}

/// The site procedure with the people of the desk, and without its own field.
fn for_the_desk() -> String {
    let people = [("rep", "sales"), ("engineer", "qe"), ("boss", "plant")];
    let text = people
        .iter()
        .fold(SITE.to_owned(), |text, (role, who)| text.replace(&format!("\"{role}\""), &format!("\"{who}\"")));
    text.replace(", \"complaint.site\"", "")
}
