//! A running case goes on under another version of its procedure.

use super::Moment;
use super::settle::settle;
use crate::case::{Case, CaseState, TaskRow, TaskState};
use crate::id::ProcedureId;
use crate::procedure::{Proven, StageId, TaskId};

/// Why a case cannot go on under that version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gone {
    /// The version does not have the stage in which the case stands.
    Stage(StageId),
    /// It does not have a task that is still to be done, or has it in another stage.
    Task(TaskId),
    /// Nobody would have anything to do.
    Stuck,
}

/// Moves the case to this version. What was done stays as it is, with its deadlines; tasks that are new in the stage at hand
/// open; those of stages behind it do not.
///
/// # Errors
/// Everything that stands in the way.
pub fn shift(p: &Proven, c: &Case, id: ProcedureId, at: &Moment) -> Result<Case, Vec<Gone>> {
    let Some(stage) = p.stage(&c.head.stage) else { return Err(vec![Gone::Stage(c.head.stage.clone())]) };
    let left = |row: &&TaskRow| match row.state {
        TaskState::Waiting | TaskState::Open | TaskState::Ahead => true,
        TaskState::Done | TaskState::Skipped | TaskState::NotNeeded | TaskState::Superseded => false,
    };
    let stands =
        |row: &TaskRow| p.stage(&row.stage).is_some_and(|stage| stage.tasks.iter().any(|task| task.id == row.task));
    let mut gone: Vec<Gone> = c
        .tasks
        .iter()
        .filter(left)
        .filter(|row| row.is_own() && !stands(row))
        .map(|row| Gone::Task(row.task.clone()))
        .collect();
    gone.dedup();
    if !gone.is_empty() {
        return Err(gone);
    }
    let mut c = c.clone();
    c.head.procedure = id;
    // Who is still to be told of a task that is gone is told no more.
    for row in c.tasks.iter_mut().filter(|row| !row.is_own() && !row.state.is_over() && !stands(row)) {
        row.state = TaskState::Superseded;
    }
    let round = c.head.round;
    let fresh =
        stage.tasks.iter().filter(|task| !c.tasks.iter().any(|row| row.task == task.id && row.stage == stage.id));
    let fresh: Vec<TaskRow> = fresh.map(|task| TaskRow::new(&stage.id, task, "", round)).collect();
    c.tasks.extend(fresh);
    settle(p, &mut c, at);
    let waits = |row: &TaskRow| row.is_own() && matches!(row.state, TaskState::Open | TaskState::Ahead);
    if c.head.state != CaseState::Archived && !c.tasks.iter().any(waits) {
        return Err(vec![Gone::Stuck]);
    }
    Ok(c)
}
