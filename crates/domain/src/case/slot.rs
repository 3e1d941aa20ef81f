//! What a slot says. Rows of three sorts share one task:
//!
//! - The procedure's own: no slot, or that of a line, a department, a member.
//! - `told:plant`: read by those who are told that the task is done (已阅, 告知). It holds nothing, and nothing counts it:
//!   [`Case::rows`](super::Case::rows) leaves it out.
//! - `added:7`: signed by an account that was asked beside the holder (加签). The stage waits for it, and its word counts.
//!
//! Where the task is done once for each of a list, the slot of the row it stands beside follows: `told:each/3`.

use super::{TaskKey, TaskRow};
use crate::id::AccountId;
use crate::procedure::By;

const TOLD: &str = "told:";
const ADDED: &str = "added:";

/// The slot for those who are told, beside the row of that slot.
pub fn told_slot(to: &By, line: &str) -> String {
    beside(TOLD, &String::from(to.clone()), line)
}

/// The slot for one more signer, beside the row of that slot.
pub fn added_slot(who: AccountId, line: &str) -> String {
    beside(ADDED, &who.to_string(), line)
}

fn beside(sort: &str, name: &str, line: &str) -> String {
    if line.is_empty() { format!("{sort}{name}") } else { format!("{sort}{name}/{line}") }
}

/// The name after the sort, and the slot of the row beside which it stands.
fn read<'a>(slot: &'a str, sort: &str) -> Option<(&'a str, &'a str)> {
    slot.strip_prefix(sort).map(|rest| rest.split_once('/').unwrap_or((rest, "")))
}

fn line(slot: &str) -> &str {
    read(slot, TOLD).or_else(|| read(slot, ADDED)).map_or(slot, |(_, line)| line)
}

impl TaskKey {
    /// It is for those who are told.
    pub fn is_told(&self) -> bool {
        self.slot.starts_with(TOLD)
    }
    /// Of which line, department or member: its own slot, or that of the row beside which it stands.
    pub fn line(&self) -> &str {
        line(&self.slot)
    }
}

impl TaskRow {
    /// It is for those who are told.
    pub fn is_told(&self) -> bool {
        self.slot.starts_with(TOLD)
    }
    /// Who is told, where somebody is.
    pub fn told(&self) -> Option<By> {
        read(&self.slot, TOLD).map(|(to, _)| By::from(to.to_owned()))
    }
    /// The account that was asked to sign beside the holder.
    pub fn added(&self) -> Option<AccountId> {
        read(&self.slot, ADDED).and_then(|(who, _)| who.parse().ok()).map(AccountId)
    }
    /// The procedure made it: it stands beside no other.
    pub fn is_own(&self) -> bool {
        !self.is_told() && self.added().is_none()
    }
    /// Of which line, department or member: its own slot, or that of the row beside which it stands.
    pub fn line(&self) -> &str {
        line(&self.slot)
    }
}
