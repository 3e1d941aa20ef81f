//! The morning sheet 晨会单: what the day asks, on one page for the board in the corridor (D-5).

use super::{Entry, Words};

/// A morning of one plant.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MorningSheet {
    /// Which day.
    pub day: String,
    /// How many open tasks, overdue, due today, with a party outside, new since yesterday.
    pub totals: [Entry; 5],
    /// What is overdue, the latest first.
    pub overdue: Vec<MorningLine>,
    /// How many there are in all; the sheet has one page.
    pub overdue_in_all: usize,
    /// What falls due today.
    pub today: Vec<MorningLine>,
    /// How many there are in all.
    pub today_in_all: usize,
    /// For whom how much waits.
    pub holders: Vec<MorningHolder>,
    /// How many there are in all.
    pub holders_in_all: usize,
    /// What came in since yesterday morning.
    pub new: Vec<MorningCase>,
    /// How many there are in all.
    pub new_in_all: usize,
}

/// One open task.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MorningLine {
    /// 案件编号
    pub number: Entry,
    /// 客户
    pub customer: Entry,
    /// The task.
    pub task: Entry,
    /// For whom it waits.
    pub holder: Entry,
    /// Since when.
    pub since: Entry,
    /// Until when.
    pub due: Entry,
    /// By how long it is late, or why.
    pub late: Entry,
}

/// What waits for one party.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MorningHolder {
    /// Who.
    pub holder: Words,
    /// All of it, what is overdue of it, what falls due today.
    pub counts: [Entry; 3],
    /// Since when the oldest waits.
    pub oldest: Entry,
}

/// A case that came in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MorningCase {
    /// 案件编号
    pub number: Entry,
    /// 客户
    pub customer: Entry,
    /// What happened.
    pub words: Entry,
    /// When it was received.
    pub received: Entry,
}
