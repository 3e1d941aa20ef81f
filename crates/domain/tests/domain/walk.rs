//! What the proof promises, seen from the engine: whatever is said, and in whatever order, a case is never stuck and is
//! never archived without what its procedure demands (D-11).

use crate::desk::{Desk, PEOPLE, calendar};
use crate::proof::SITE;
use kesu_domain::case::{CaseState, TaskRow, TaskState};
use kesu_domain::choice::Choice;
use kesu_domain::engine::{Actor, Blocked, Moment, Step, reopen};
use kesu_domain::fields::FieldType;
use kesu_domain::path::{Path, Target};
use kesu_domain::people::Who;
use kesu_domain::procedure::{BUILTIN, Procedure, Task, TaskId};
use kesu_domain::section::Kind;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// Enough for the dice to run out; then everybody says the best word, and the case must come home.
const STEPS: usize = 200;

/// Dice that end in the best word.
struct Dice<'a> {
    left: std::slice::Iter<'a, u8>,
}

impl Dice<'_> {
    fn pick<'b, T>(&mut self, of: &'b [T]) -> &'b T {
        &of[self.left.next().map_or(of.len() - 1, |n| usize::from(*n) % of.len())]
    }
    fn one_in(&mut self, n: u8) -> bool {
        self.left.next().is_some_and(|thrown| thrown % n == 0)
    }
}

/// Something that may stand in a field of this type. Work is done by those who do not approve it.
fn value(is: FieldType, dice: &mut Dice<'_>) -> Value {
    match is {
        FieldType::Text | FieldType::House => json!("…"),
        FieldType::Told => json!({ "zh": "…" }),
        FieldType::Choice(words) => json!(dice.pick(words)),
        FieldType::Tick => json!(true),
        FieldType::Number => json!(3),
        FieldType::Amount => json!(dice.pick(&[2_000_000, 1_000_000, 999_999])),
        FieldType::Date => json!("2026-12-01"),
        FieldType::Stamp => json!("2026-11-24T01:00:00.000Z"),
        FieldType::Who => json!({ "account": dice.pick(&[1, 3]) }),
        FieldType::Account => json!(dice.pick(&[1, 3])),
        FieldType::Department | FieldType::Customer | FieldType::Person | FieldType::Product | FieldType::Line => {
            json!(dice.pick(&[1, 3]))
        }
        FieldType::File => json!("0".repeat(64)),
        FieldType::List(of) => json!([value(*of, dice)]),
        FieldType::Lines(_) => json!([]),
    }
}

/// Everything that the task demands, and a rejection's reason and way.
fn answers(p: &Procedure, task: &Task, stage: &str, dice: &mut Dice<'_>) -> Value {
    let mut bodies = Map::new();
    for path in &task.needs {
        let Some(is) = path.target.field(&path.field) else { continue };
        let body = bodies.entry(path.target.name()).or_insert_with(|| json!({}));
        match path.field.split_once('.') {
            None if matches!(is, FieldType::Lines(_)) => {
                let lines: Vec<Value> = (1..=*dice.pick(&[1, 3, 2])).map(|id| json!({ "id": id })).collect();
                body[&path.field] = json!(lines);
            }
            None => body[&path.field] = value(is, dice),
            Some((list, field)) => {
                for line in body[list].as_array_mut().expect("the list is demanded before its lines") {
                    line[field] = value(is, dice);
                }
            }
        }
    }
    if let Some(approval) = bodies.get_mut("approval") {
        let ways = p.stage(&stage.into()).into_iter().flat_map(|stage| &stage.exits);
        let ways: Vec<&str> =
            ways.filter(|exit| exit.to.len() > 1).flat_map(|exit| &exit.to).map(|to| to.as_str()).collect();
        approval["reason"] = json!("…");
        if !ways.is_empty() {
            approval["back_to"] = json!(dice.pick(&ways));
        }
    }
    Value::Object(bodies)
}

/// Somebody does one of the open tasks; false when nobody can do any.
fn step(d: &mut Desk, people: &[&str], dice: &mut Dice<'_>) -> bool {
    let open: Vec<TaskRow> = d.case.tasks.iter().filter(|row| row.state == TaskState::Open).cloned().collect();
    let stage = d.stage().to_owned();
    let mut able = vec![];
    for row in &open {
        let is_missing = |b: &Blocked| matches!(b, Blocked::Missing { .. });
        let who = people.iter().find(|who| d.blocked(who, row.task.as_str(), &row.slot).iter().all(is_missing));
        able.extend(who.map(|who| (row, *who)));
    }
    if able.is_empty() {
        return false;
    }
    let (row, who) = *dice.pick(&able);
    let task = d.procedure.task(&row.task).expect("a task of the procedure").clone();
    if task.optional && dice.one_in(2) {
        assert_eq!(d.step(who, row.task.as_str(), &row.slot, Step::NotNeeded, "…"), Ok(()));
        return true;
    }
    let answers = answers(&d.procedure, &task, &stage, dice);
    d.does(who, row.task.as_str(), &row.slot, answers);
    true
}

/// By hand, to any stage that the procedure lets; by whoever may.
fn take_back(d: &mut Desk, dice: &mut Dice<'_>) {
    let rules: Vec<_> = d.procedure.reopen.iter().filter(|rule| d.case.head.way.contains(&rule.to)).collect();
    let Some(to) = (!rules.is_empty()).then(|| dice.pick(&rules).to.clone()) else { return };
    let (who, posts) = (Who::Account(crate::desk::account("plant")), [crate::desk::post("plant")]);
    let actor = Actor { who: &who, posts: &posts, heads: &[], recorded_by: None };
    let at = Moment { now: d.now, calendar: &d.calendar };
    d.case = reopen(&d.procedure, &d.case, &actor, &to, &at).expect("a stage on the way");
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
        if row.state == TaskState::Done {
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
    let people: Vec<&str> = PEOPLE.iter().map(|(name, ..)| *name).collect();
    let mut dice = Dice { left: throws.iter() };
    for _ in 0..STEPS {
        if d.case.head.state == CaseState::Archived {
            check_archived(&d);
            if !dice.one_in(2) {
                return;
            }
            take_back(&mut d, &mut dice);
        } else if dice.one_in(12) {
            take_back(&mut d, &mut dice);
        }
        if d.case.head.state != CaseState::Archived {
            assert!(step(&mut d, &people, &mut dice), "stuck in {} with {:?}", d.stage(), d.open_rows());
        }
    }
    assert_eq!(d.case.head.state, CaseState::Archived, "it never came home from {}", d.stage());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn whatever_is_said_a_case_is_never_stuck_and_never_archived_without_what_is_demanded(
        throws in prop::collection::vec(any::<u8>(), 0..400)
    ) {
        walk(BUILTIN[0].1, &throws);
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
