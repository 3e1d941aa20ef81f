//! The engine: ask and act share one function (design § 5, model § 6).
//!
//! [`blockers`] answers "may I, and if not why"; [`advance`] asks it, marks the task and settles the case: opens what may
//! start, skips what the facts exclude, takes the one exit that fits, until nothing moves. It returns the new case and
//! writes nothing. Must never know: who asks over which transport, how a case is stored, what time it is.

mod act;
mod blocked;
mod due;
mod hand;
mod hand_over;
mod known;
mod may;
mod moving;
mod own;
mod settle;
mod shift;
mod told;
mod whole;

pub use act::{Doing, advance, begin, corrected, excuse, reopen};
pub use blocked::{Blocked, blockers, may_save, may_work};
pub use due::{Clock, clocks, rule};
pub use hand::{Offer, ask, offers, pass, take_back};
pub use hand_over::hand_over;
pub use known::{desk, fact};
pub use may::Actor;
pub use moving::{Moving, move_due};
pub use shift::{Gone, shift};
pub use whole::{Withdrawal, approve_void, ask_void, may_void, merge, refuse_void, withdraw};

use crate::time::{Calendar, Stamp};

/// When something happens, and on which calendar.
#[derive(Debug, Clone, Copy)]
pub struct Moment<'a> {
    /// Now.
    pub now: Stamp,
    /// The plant's.
    pub calendar: &'a Calendar,
}

/// What is done with a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Done.
    Done,
    /// 不需要: only where optional, with a reason.
    NotNeeded,
    /// 补办: reported ahead, with a reason.
    Reported,
}
