//! Names inside the stages: what tasks demand, wait for and count from, and where exits lead.

use super::names::{is_field, one, people};
use super::place::Place;
use super::{Found, Why};
use crate::choice::{Answer, Choice};
use crate::fact::Fact;
use crate::fields::FieldType;
use crate::path::{Path, Target};
use crate::procedure::{ARCHIVE, Anchor, By, Does, Due, Procedure, Stage, Task, When};

pub(super) fn check(p: &Procedure, found: &mut Found) {
    for (s, stage) in p.stages.iter().enumerate() {
        let at = Place::of("stage", s, &stage.id);
        for (t, task) in stage.tasks.iter().enumerate() {
            check_task(p, stage, task, &at.clone().named("task", t, &task.id), found);
        }
        exits(p, stage, &at, found);
    }
}

fn check_task(p: &Procedure, stage: &Stage, task: &Task, at: &Place, found: &mut Found) {
    people(p, &task.by, at, found);
    for (i, tell) in task.tells.iter().enumerate() {
        one(p, &tell.to, at.clone().item("tells", i), found);
        words(p, &tell.when, task.each.as_ref(), &at.clone().item("tells", i), found);
    }
    words(p, &task.when, task.each.as_ref(), at, found);
    demands(p, task, at, found);
    order(stage, task, at, found);
    cited(p, task, at, found);
    lines(task, at, found);
    if let Some(due) = &task.due {
        clock(p, due, task.each.as_ref(), &at.clone().key("due"), found);
    }
    if let Some(ahead) = &task.ahead {
        clock(p, ahead, task.each.as_ref(), &at.clone().key("ahead"), found);
        if task.does == Does::Send || task.stays {
            found.add(at.clone().key("ahead"), Why::NeverAhead {});
        }
    }
    if let Some(of) = &task.of {
        let makes = |other: &Task| {
            other.id != task.id && other.fills.iter().any(|t| task.fills.contains(t) && matches!(t, Target::Record(_)))
        };
        match p.task(of) {
            None => found.add(at.clone().key("of"), Why::UnknownTask { task: of.clone() }),
            Some(other) if !makes(other) => found.add(at.clone().key("of"), Why::NoRecordOf { task: of.clone() }),
            Some(_) => {}
        }
    }
}

fn demands(p: &Procedure, task: &Task, at: &Place, found: &mut Found) {
    for (i, path) in task.needs.iter().enumerate() {
        if !is_field(p, path) {
            found.add(at.clone().item("needs", i), Why::UnknownField { field: path.clone() });
        } else if !task.fills.contains(&path.target) {
            found.add(at.clone().item("needs", i), Why::DemandsUnfilled { field: path.clone() });
        }
    }
}

fn cited(p: &Procedure, task: &Task, at: &Place, found: &mut Found) {
    for (i, id) in task.cites.iter().enumerate().filter(|(_, id)| !p.refers_to.iter().any(|known| known.id == **id)) {
        found.add(at.clone().item("cites", i), Why::UnknownDocument { document: id.clone() });
    }
}

fn order(stage: &Stage, task: &Task, at: &Place, found: &mut Found) {
    for (i, first) in task.after.iter().enumerate() {
        if !stage.tasks.iter().any(|other| other.id == *first) {
            found.add(at.clone().item("after", i), Why::OtherStage { task: first.clone() });
        }
    }
    if waits_for_itself(stage, task) {
        found.add(at.clone(), Why::Circle { task: task.id.clone() });
    }
}

/// A task waits for those in `after`, and for those that decide the facts of its `when`.
pub(super) fn waits_for<'a>(stage: &'a Stage, task: &'a Task) -> impl Iterator<Item = &'a Task> {
    let decides = |other: &Task| !other.stays && task.when.keys().any(|fact| other.decides_fact(*fact));
    stage.tasks.iter().filter(move |other| task.after.contains(&other.id) || other.id != task.id && decides(other))
}

fn waits_for_itself(stage: &Stage, task: &Task) -> bool {
    let mut seen: Vec<&Task> = vec![];
    let mut todo: Vec<&Task> = waits_for(stage, task).collect();
    while let Some(other) = todo.pop() {
        if other.id == task.id {
            return true;
        }
        if !seen.iter().any(|known| known.id == other.id) {
            seen.push(other);
            todo.extend(waits_for(stage, other));
        }
    }
    false
}

fn lines(task: &Task, at: &Place, found: &mut Found) {
    let by_each = task.by.contains(&By::Each);
    match &task.each {
        None if by_each => found.add(at.clone().key("by"), Why::EachOfNothing {}),
        None => {}
        Some(list) if !has_slots(list) => {
            found.add(at.clone().key("each"), Why::NoList { field: list.clone() });
        }
        Some(list) if by_each && !names_people(list) => {
            found.add(at.clone().key("each"), Why::NoHolder { field: list.clone() });
        }
        Some(_) => {}
    }
    if task.each.is_some() && task.of.is_some() {
        found.add(at.clone().key("of"), Why::EachOf {});
    }
    if task.quorum.is_some_and(|quorum| quorum == 0 || task.each.is_none()) {
        found.add(at.clone().key("quorum"), Why::NoQuorum {});
    }
}

/// Its items have ids, by which slots name them.
fn has_slots(list: &Path) -> bool {
    match list.target.field(&list.field) {
        Some(FieldType::Lines(line)) => line.iter().any(|field| field.is == FieldType::Line && field.name == "id"),
        Some(FieldType::List(FieldType::Department | FieldType::Account | FieldType::Line)) => true,
        Some(_) | None => false,
    }
}

fn names_people(list: &Path) -> bool {
    match list.target.field(&list.field) {
        Some(FieldType::List(FieldType::Department | FieldType::Account)) => true,
        Some(_) | None => holder(list).is_some(),
    }
}

/// The field of its lines that says whose line it is; none where it holds no lines.
pub(super) fn holder(list: &Path) -> Option<Path> {
    let Some(FieldType::Lines(line)) = list.target.field(&list.field) else { return None };
    let who = line.iter().find(|field| field.is == FieldType::Who)?;
    Some(Path { target: list.target, field: format!("{}.{}", list.field, who.name) })
}

fn clock(p: &Procedure, due: &Due, each: Option<&Path>, at: &Place, found: &mut Found) {
    match &due.from {
        Anchor::Received | Anchor::Registered | Anchor::Entered => {}
        Anchor::Done(task) if p.task(task).is_none() => {
            found.add(at.clone().key("from"), Why::UnknownTask { task: task.clone() });
        }
        Anchor::Done(_) => {}
        Anchor::Field(path) => match path.target.field(&path.field) {
            Some(FieldType::Date | FieldType::Stamp) => {
                // Of many lines none is the date of the task, unless the task is for each of them.
                if path.list().is_some_and(|list| each != Some(&list)) {
                    found.add(at.clone().key("from"), Why::DateOfLines { field: path.clone() });
                }
            }
            None if !is_field(p, path) => {
                found.add(at.clone().key("from"), Why::UnknownField { field: path.clone() });
            }
            Some(_) | None => found.add(at.clone().key("from"), Why::NoDate { field: path.clone() }),
        },
    }
    for (i, later) in due.escalate.iter().enumerate() {
        one(p, &By::Role(later.to.clone()), at.clone().item("escalate", i), found);
    }
}

/// The words exist, and somebody says them; those of a line are asked by a task for each of these lines.
pub(super) fn words(p: &Procedure, when: &When, each: Option<&Path>, at: &Place, found: &mut Found) {
    for (fact, asked) in when {
        let known = p.words(*fact);
        if asked.list().is_empty() {
            found.add(at.clone().key("when"), Why::Nothing { list: "when".into() });
        }
        if let Some(list) = fact.list().filter(|list| each.is_none_or(|each| each != list)) {
            found.add(at.clone().key("when"), Why::OfLines { fact: *fact, field: list });
        }
        for word in asked.list().iter().filter(|word| !known.contains(&word.as_str())) {
            found.add(at.clone().key("when"), Why::UnknownWord { fact: *fact, word: word.clone() });
        }
        if !p.tasks().any(|(_, task)| !task.stays && task.decides_fact(*fact)) {
            found.add(at.clone().key("when"), Why::Undecided { fact: *fact });
        }
    }
}

fn exits(p: &Procedure, stage: &Stage, at: &Place, found: &mut Found) {
    if stage.exits.is_empty() {
        found.add(at.clone().key("exit"), Why::Nothing { list: "exit".into() });
    }
    for (i, exit) in stage.exits.iter().enumerate() {
        let at = at.clone().item("exit", i);
        words(p, &exit.when, None, &at, found);
        if exit.to.is_empty() {
            found.add(at.clone().key("to"), Why::Nothing { list: "to".into() });
        }
        for (n, to) in exit.to.iter().enumerate().filter(|(_, to)| **to != ARCHIVE && p.stage(to).is_none()) {
            found.add(at.clone().item("to", n), Why::UnknownStage { stage: to.clone() });
        }
        let rejected = exit.when.get(&Fact::Approval).is_some_and(|said| said.list() == [Answer::Rejected.word()]);
        let chosen = rejected && stage.tasks.iter().any(|task| !task.stays && task.decides_fact(Fact::Approval));
        if exit.to.len() > 1 && !chosen {
            found.add(at.key("to"), Why::NobodyChooses {});
        }
    }
}
