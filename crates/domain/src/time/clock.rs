use super::due::{due_with, prolonged};
use super::pause::stops;
use super::stretch::{Stretch, within};
use super::{Calendar, Pause, Span, Stamp, UnknownYear, Which};
use serde::Serialize;
use ts_rs::TS;

/// All that decides until when something must be done. The date as it was first is not touched by any of it: it is evidence
/// and stays with the task (T-4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline {
    /// When the clock started.
    pub from: Stamp,
    /// How long.
    pub span: Span,
    /// A pause stops it; acknowledgement and containment cannot be paused (D-5).
    pub pausable: bool,
    /// Moved with reason and approval; for the department only, since the customer did not agree to it.
    pub moved: Option<MovedTo>,
    /// Until when the customer requires it, by any clock and through any pause: it wins when it is sooner (T-1).
    pub customers_own: Option<Stamp>,
}

/// A deadline moved (T-4). Who moved it knew the pauses begun until then: only later ones prolong it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MovedTo {
    /// The new deadline.
    pub to: Stamp,
    /// When that was said.
    pub at: Stamp,
}

/// What a clock shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Reading {
    /// Until when; in a pause it moves along.
    pub due: Stamp,
    /// Milliseconds left; negative: late by so many, without the time for which the clock stood since.
    pub left: i64,
    /// It stands: `left` does not change.
    pub stopped: bool,
}

impl Deadline {
    /// What this clock shows at `now`.
    ///
    /// # Errors
    /// A working day would lie in a year that is not known.
    pub fn read(
        &self,
        which: Which,
        pauses: &[Pause],
        now: Stamp,
        calendar: &Calendar,
    ) -> Result<Reading, UnknownYear> {
        let stops = if self.pausable { stops(pauses, which, now) } else { vec![] };
        let by = |stops: &[Stretch]| match self.moved.filter(|_| which == Which::House) {
            Some(moved) => {
                let first = stops.partition_point(|(begin, _)| *begin <= moved.at);
                Ok(prolonged(moved.to, moved.at, &stops[first..]))
            }
            None => due_with(self.from, self.span, stops, calendar),
        };
        let due = by(&stops)?;
        let paused = pauses.iter().any(|pause| {
            let counts = self.pausable && (which == Which::House || pause.customer_agreed);
            counts && pause.from <= now && pause.until.is_none_or(|until| now < until)
        });
        let standing = stops.iter().position(|(begin, end)| paused && *begin <= now && now <= *end);
        let ruled = match standing {
            // The time left is what was left when the clock stopped.
            Some(i) => Reading { due, left: left(by(&stops[..i])?, stops[i].0, &stops[..i]), stopped: true },
            None => Reading { due, left: left(due, now, &stops), stopped: paused },
        };
        let own = self.customers_own.map(|due| Reading { due, left: left(due, now, &[]), stopped: false });
        Ok(own.filter(|own| own.due < ruled.due).unwrap_or(ruled))
    }
}

fn left(due: Stamp, at: Stamp, stops: &[Stretch]) -> i64 {
    due.millis() - at.millis() + within(stops, due, at)
}
