//! Deadlines that may cross: a task that is due before what it waits for. A warning, because the work may still be quicker.

use super::place::Place;
use super::{Found, Why};
use crate::procedure::{Anchor, Procedure, Stage, StageId, Task};
use crate::time::Span;

pub(super) fn check(p: &Procedure, found: &mut Found) {
    for (s, stage) in p.stages.iter().enumerate() {
        for (t, task) in stage.tasks.iter().enumerate() {
            let here = stage.tasks.iter().filter(|first| task.after.contains(&first.id));
            let earlier = p.stages[..s].iter().filter(|first| leads_to(p, first, &stage.id));
            // The clock of a stage starts anew in each; the others run on from stage to stage.
            let earlier = earlier.flat_map(|first| &first.tasks).filter(|first| !first.stays && !is_local(first));
            for first in here.chain(earlier).filter(|first| may_cross(first, task)) {
                let at = Place::of("stage", s, &stage.id).named("task", t, &task.id).key("due");
                found.add(at, Why::MayCross { task: first.id.clone() });
            }
        }
    }
}

fn is_local(task: &Task) -> bool {
    task.due.as_ref().is_some_and(|due| due.from == Anchor::Entered)
}

fn leads_to(p: &Procedure, from: &Stage, to: &StageId) -> bool {
    let mut seen: Vec<&StageId> = vec![];
    let mut todo = vec![from];
    while let Some(stage) = todo.pop() {
        for next in stage.exits.iter().flat_map(|exit| &exit.to) {
            if next == to {
                return true;
            }
            if !seen.contains(&next) {
                seen.push(next);
                todo.extend(p.stage(next));
            }
        }
    }
    false
}

fn may_cross(first: &Task, second: &Task) -> bool {
    let (Some(first), Some(second)) = (&first.due, &second.due) else { return false };
    first.from == second.from && may_end_later(first.span, second.span)
}

/// Can the first span end after the second, begun together? Weekends are counted, holidays are not.
fn may_end_later(first: Span, second: Span) -> bool {
    match (first, second) {
        (Span::Hours(a), Span::Hours(b)) | (Span::Days(a), Span::Days(b)) | (Span::WorkDays(a), Span::WorkDays(b)) => {
            a > b
        }
        (Span::Hours(_) | Span::Days(_) | Span::WorkDays(_), _) => latest_hours(first) > earliest_hours(second),
    }
}

fn earliest_hours(span: Span) -> u32 {
    match span {
        Span::Hours(n) => n,
        Span::Days(n) | Span::WorkDays(n) => n * 24,
    }
}

fn latest_hours(span: Span) -> u32 {
    match span {
        Span::Hours(n) => n,
        Span::Days(n) => (n + 1) * 24,
        Span::WorkDays(n) => (n + 2 * (n / 5 + 1) + 1) * 24,
    }
}
