//! Signatures: what they cover, and that nobody approves their own work.

use super::place::Place;
use super::tasks::waits_for;
use super::{Found, Why};
use crate::path::Target;
use crate::procedure::{By, Does, Procedure, Stage, Task};
use crate::section::{Kind, Nature};

pub(super) fn check(p: &Procedure, found: &mut Found) {
    for (s, stage) in p.stages.iter().enumerate() {
        for (t, task) in stage.tasks.iter().enumerate() {
            let at = Place::of("stage", s, &stage.id).named("task", t, &task.id);
            approval(task, &at, found);
            for (c, target) in task.covers().iter().enumerate() {
                let at = at.clone().key("signs").item("covers", c);
                covered(p, stage, task, *target, &at, found);
            }
        }
    }
}

fn approval(task: &Task, at: &Place, found: &mut Found) {
    let approves = task.does == Does::Approve;
    if !approves && task.fills.contains(&Target::Section(Kind::Approval)) {
        found.add(at.clone().key("does"), Why::NotApproving {});
    }
    if approves && task.optional {
        found.add(at.clone().key("optional"), Why::OptionalApproval {});
    }
    if task.covers().is_empty() && (approves || task.signs.is_some()) {
        found.add(at.clone().key("signs"), Why::CoversNothing {});
    }
}

fn covered(p: &Procedure, stage: &Stage, signer: &Task, target: Target, at: &Place, found: &mut Found) {
    let first = before(stage, signer);
    let judges = matches!(signer.does, Does::Approve | Does::Verify);
    for (place, filler) in p.tasks().filter(|(_, task)| task.fills.contains(&target)) {
        let task = || filler.id.clone();
        if filler.id == signer.id {
            if task_rows_share(signer, target) {
                found.add(at.clone(), Why::Unawaited { task: task(), target });
            }
            if !judges {
                continue;
            }
        }
        if let Some(by) = signer.by.iter().find(|by| judges && same_people(by, signer, filler)) {
            found.add(at.clone(), Why::OwnApproval { by: by.clone(), task: task(), target });
        }
        if filler.stays && filler.id != signer.id {
            found.add(at.clone(), Why::StaysOpen { task: task(), target });
        } else if place.id == stage.id && filler.id != signer.id && !first.contains(&&filler.id) {
            found.add(at.clone(), Why::Unawaited { task: task(), target });
        }
    }
}

/// Several rows of the task fill one section: the last of them changes what the others signed.
fn task_rows_share(task: &Task, target: Target) -> bool {
    task.each.is_some() && matches!(target, Target::Section(kind) if kind.nature() == Nature::Work)
}

/// The same role, or the same people of the same list.
fn same_people(by: &By, signer: &Task, filler: &Task) -> bool {
    filler.by.contains(by) && (*by != By::Each || signer.each == filler.each)
}

/// The tasks that are over before this one opens.
fn before<'a>(stage: &'a Stage, task: &'a Task) -> Vec<&'a crate::procedure::TaskId> {
    let mut seen = vec![];
    let mut todo: Vec<&Task> = waits_for(stage, task).collect();
    while let Some(other) = todo.pop() {
        if !seen.contains(&&other.id) {
            seen.push(&other.id);
            todo.extend(waits_for(stage, other));
        }
    }
    seen
}
