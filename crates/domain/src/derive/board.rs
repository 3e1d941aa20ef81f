//! The progress board 进度看板: what waits where, for whom, since when, until when, and why it is late (T-2). One row an open task.

use super::ball::{Holder, holder};
use crate::case::{Case, TaskKey, TaskRow, TaskState};
use crate::engine::Clock;
use crate::procedure::{Procedure, StageId};
use crate::time::Stamp;

/// One open task of a case.
#[derive(Debug, Clone, PartialEq)]
pub struct WaitRow {
    /// Which task row.
    pub key: TaskKey,
    /// The stage to which it belongs.
    pub stage: StageId,
    /// Number of the procedure, whatever version.
    pub procedure: String,
    /// For whom it waits; while its clock stands, the party that the pause names.
    pub holder: Holder,
    /// Since when.
    pub opened: Option<Stamp>,
    /// Until when; none while its clock stands.
    pub due: Option<Stamp>,
    /// Its clock stands.
    pub paused: bool,
    /// The calendar does not know this year.
    pub unknown_year: Option<i32>,
    /// Why it is late, as far as anybody said: else the reason of the last moved deadline.
    pub reason: String,
}

/// What waits in a case.
pub fn waits(p: &Procedure, c: &Case, clocks: &[Clock]) -> Vec<WaitRow> {
    let mut out = vec![];
    for row in c.tasks.iter().filter(|row| matches!(row.state, TaskState::Open | TaskState::Ahead)) {
        // Who is merely told holds nothing up.
        let Some(task) = p.task(&row.task).filter(|_| !row.is_told()) else { continue };
        let clock = clocks.iter().find(|clock| row.is(&clock.key));
        let paused = clock.and_then(|clock| clock.paused_with.clone());
        out.push(WaitRow {
            key: row.key(),
            stage: row.stage.clone(),
            procedure: p.number.clone(),
            paused: paused.is_some(),
            holder: paused.map_or_else(|| holder(c, task, row), Holder::Party),
            opened: row.opened,
            due: clock.and_then(|clock| clock.fixed_due),
            unknown_year: clock.and_then(Clock::unknown_now),
            reason: reason(row),
        });
    }
    out
}

/// The last word on why it is late.
fn reason(row: &TaskRow) -> String {
    let said = row.late.last().map(|late| (late.at, &late.reason));
    let moved = row.moved.last().map(|moved| (moved.at, &moved.reason));
    said.into_iter().chain(moved).max_by_key(|(at, _)| *at).map(|(_, text)| super::one_line(text)).unwrap_or_default()
}
