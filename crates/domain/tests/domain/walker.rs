//! Somebody of a procedure's staff does one of the tasks that are open, with whatever the dice say. Any procedure.

use crate::desk::Desk;
use crate::staff::{NAMED, Person};
use kesu_domain::case::{Body, Extra, TaskKey, TaskRow, TaskState};
use kesu_domain::engine::{Blocked, Doing, Moment, Step, advance, blockers, excuse};
use kesu_domain::fields::FieldType;
use kesu_domain::path::{Path, Target};
use kesu_domain::people::{FileDigest, Who};
use kesu_domain::procedure::{ExtraType, Procedure, Task};
use kesu_domain::section::Nature;
use serde_json::{Map, Value, json};

/// Dice that end in the best word.
pub(crate) struct Dice<'a> {
    left: std::slice::Iter<'a, u8>,
}

impl<'a> Dice<'a> {
    pub(crate) fn new(throws: &'a [u8]) -> Dice<'a> {
        Dice { left: throws.iter() }
    }
    pub(crate) fn pick<'b, T>(&mut self, of: &'b [T]) -> &'b T {
        &of[self.left.next().map_or(of.len() - 1, |n| usize::from(*n) % of.len())]
    }
    pub(crate) fn one_in(&mut self, n: u8) -> bool {
        self.left.next().is_some_and(|thrown| thrown % n == 0)
    }
}

/// Something that may stand in a field of this type. An amount reaches a limit, or just does not: the least comes last.
fn value(p: &Procedure, is: FieldType, dice: &mut Dice<'_>) -> Value {
    match is {
        FieldType::Text | FieldType::House => json!("…"),
        FieldType::Told => json!({ "zh": "…" }),
        FieldType::Choice(words) => json!(dice.pick(words)),
        FieldType::Tick => json!(true),
        FieldType::Number => json!(3),
        FieldType::Amount => {
            let mut amounts: Vec<i64> = p.limits.iter().flat_map(|limit| [limit.from.0, limit.from.0 - 1]).collect();
            amounts.sort_unstable_by_key(|amount| -amount);
            amounts.push(1);
            json!(dice.pick(&amounts))
        }
        FieldType::Date => json!("2026-12-01"),
        FieldType::Stamp => json!("2026-11-24T01:00:00.000Z"),
        FieldType::Who => json!({ "account": dice.pick(&NAMED) }),
        FieldType::Account => json!(dice.pick(&NAMED)),
        FieldType::Department | FieldType::Customer | FieldType::Person | FieldType::Product | FieldType::Line => {
            json!(dice.pick(&NAMED))
        }
        FieldType::File => json!("0".repeat(64)),
        FieldType::List(of) => json!([value(p, *of, dice)]),
        FieldType::Lines(_) => json!([]),
    }
}

/// Everything that the task demands of built-in fields, over what stands there, and a rejection's reason and way.
fn answers(d: &Desk, task: &Task, row: &TaskRow, dice: &mut Dice<'_>) -> Value {
    let p: &Procedure = &d.procedure;
    let stands = |target: Target| match d.case.filled_by(task, &row.key(), target) {
        Some(Body::Section(row)) => json!(row.section)["body"].take(),
        Some(Body::Record(row)) => json!(row.record)["body"].take(),
        None => json!({}),
    };
    let mut bodies = Map::new();
    for path in &task.needs {
        let body = bodies.entry(path.target.name()).or_insert_with(|| stands(path.target));
        let Some(is) = path.target.field(&path.field) else { continue };
        match path.field.split_once('.') {
            None if matches!(is, FieldType::Lines(_)) => {
                // Who goes on with a list strikes lines out of it, and leaves in the others what somebody else was asked for.
                let lines = *dice.pick(&[1, 3, 2]);
                let stand = body[&path.field].as_array().cloned().unwrap_or_default();
                let new = || (1..=lines).map(|id| json!({ "id": id })).collect();
                let kept: Vec<Value> = if stand.is_empty() { new() } else { stand.into_iter().take(lines).collect() };
                body[&path.field] = json!(kept);
            }
            None => body[&path.field] = value(p, is, dice),
            Some((list, field)) => {
                for line in body[list].as_array_mut().expect("the list is demanded before its lines") {
                    line[field] = value(p, is, dice);
                }
            }
        }
    }
    if let Some(approval) = bodies.get_mut("approval") {
        let ways = p.stage(&row.stage).into_iter().flat_map(|stage| &stage.exits);
        let ways: Vec<&str> =
            ways.filter(|exit| exit.to.len() > 1).flat_map(|exit| &exit.to).map(|to| to.as_str()).collect();
        approval["reason"] = json!("…");
        if !ways.is_empty() {
            approval["back_to"] = json!(dice.pick(&ways));
        }
    }
    Value::Object(bodies)
}

/// Answers to the fields that the procedure declares, where the task demands them.
fn own_fields(d: &mut Desk, task: &Task, key: &TaskKey) {
    let own = |path: &Path| {
        let field = d.procedure.fields.iter().find(|field| field.section == path.target && field.name == path.field)?;
        let answer = match field.is {
            ExtraType::Text => Extra::Text("…".into()),
            ExtraType::Number => Extra::Number(3),
            ExtraType::Date => Extra::Date("2026-12-01".parse().expect("a date")),
            ExtraType::Choice => Extra::Choice(field.words[0].code.clone()),
            ExtraType::YesNo => Extra::YesNo(true),
            ExtraType::Person => Extra::Person(Who::Name("…".into())),
            ExtraType::File => Extra::File(FileDigest::new(&"0".repeat(64)).expect("a digest")),
        };
        Some((path.target, field.name.clone(), answer))
    };
    let answers: Vec<_> = task.needs.iter().filter_map(own).collect();
    for (target, name, answer) in answers {
        match target {
            Target::Section(kind) => {
                let round = d.case.section(kind).map(|row| row.round);
                let slot = if kind.nature() == Nature::Decision { key.decision_slot() } else { String::new() };
                let row = d.case.sections.iter_mut().rfind(|row| row.section.kind() == kind && row.slot == slot);
                let row = row.filter(|row| Some(row.round) == round).expect("it was filled just now");
                row.extra.insert(name, answer);
            }
            Target::Record(kind) => {
                let row = d.case.records.iter_mut().rfind(|row| row.record.kind() == kind);
                row.expect("it was filled just now").extra.insert(name, answer);
            }
        }
    }
}

fn blocked(d: &Desk, who: &Person, row: &TaskRow) -> Vec<Blocked> {
    blockers(&d.procedure, &d.case, &who.actor(), &row.key())
}

/// Somebody does one of the open tasks; false when nobody can do any.
pub(crate) fn step(d: &mut Desk, people: &[Person], dice: &mut Dice<'_>) -> bool {
    let is_open = |row: &&TaskRow| matches!(row.state, TaskState::Open | TaskState::Ahead);
    let open: Vec<TaskRow> = d.case.tasks.iter().filter(is_open).cloned().collect();
    let mut able = vec![];
    for row in &open {
        let is_missing = |b: &Blocked| matches!(b, Blocked::Missing { .. });
        let who = people.iter().find(|who| blocked(d, who, row).iter().all(is_missing));
        able.extend(who.map(|who| (row, who)));
    }
    // What is merely read moves nothing: a case that waits for readers alone is stuck.
    if able.iter().all(|(row, _)| row.is_told()) {
        return excused(d, people, &open);
    }
    let (row, who) = *dice.pick(&able);
    let task = d.procedure.task(&row.task).expect("a task of the procedure").clone();
    let done = if row.is_told() {
        act(d, who, row, Step::Done, "")
    } else if task.optional && dice.one_in(2) {
        act(d, who, row, Step::NotNeeded, "…")
    } else {
        // Made up in writing, it says what was said before: for another answer the case is taken back by hand (model § 5).
        if row.state != TaskState::Ahead {
            let answers = answers(d, &task, row, dice);
            d.fill_at(&row.key(), &task, &answers);
            own_fields(d, &task, &row.key());
        }
        let ahead = task.ahead.is_some() && row.state == TaskState::Open && dice.one_in(2);
        act(d, who, row, if ahead { Step::Reported } else { Step::Done }, if ahead { "电话" } else { "" })
    };
    assert_eq!(done, Ok(()), "{:?} does {} {} in {}", who.role, row.task, row.slot, d.stage());
    true
}

fn act(d: &mut Desk, who: &Person, row: &TaskRow, step: Step, reason: &str) -> Result<(), Vec<Blocked>> {
    let doing = Doing { step, hand: None, signed: true, reason };
    let at = Moment { now: d.now, calendar: &d.calendar };
    d.case = advance(&d.procedure, &d.case, &who.actor(), &row.key(), &doing, &at)?;
    d.now = d.now.plus_millis(1000);
    Ok(())
}

/// Nobody can, since everybody who may has a part in it: somebody else says in writing why one of them does it all the same.
fn excused(d: &mut Desk, people: &[Person], open: &[TaskRow]) -> bool {
    let at = Moment { now: d.now, calendar: &d.calendar };
    for row in open.iter().filter(|row| row.excuse.is_none() && !row.is_told()) {
        let own = |b: &Blocked| matches!(b, Blocked::OwnWork { .. } | Blocked::Subject | Blocked::Missing { .. });
        if people.iter().any(|who| blocked(d, who, row).iter().all(own)) {
            let leave = people
                .iter()
                .find_map(|by| excuse(&d.procedure, &d.case, &by.actor(), &row.key(), "别无他人", &at).ok());
            d.case = leave.expect("somebody has no part in it");
            return true;
        }
    }
    false
}
