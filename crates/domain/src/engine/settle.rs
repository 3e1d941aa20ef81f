//! Settling: opens what may start, skips what the facts exclude, leaves the stage when nothing is left in it.

use super::Moment;
use super::blocked::is_clear;
use super::due::first_due;
use super::known::{holds, is_over, undecided};
use super::told::tell;
use crate::case::{Case, CaseState, Head, Reopened, TaskRow, TaskState};
use crate::fields::Seen;
use crate::procedure::{ARCHIVE, End, Exit, Procedure, Stage, StageId, Task};
use crate::section::Kind;

impl Head {
    /// The case has not ended after all.
    pub(super) fn take_ends_back(&mut self) {
        self.state = CaseState::Open;
        self.settled_at = None;
        self.closed_at = None;
        self.archived_at = None;
    }
    fn reach(&mut self, end: End, at: &Moment) {
        match end {
            End::Customer => {
                self.settled_at = Some(at.now);
                self.state = CaseState::Settled;
            }
            End::Case => {
                self.closed_at = Some(at.now);
                self.state = CaseState::Closed;
            }
        }
    }
}

/// Runs to a fixed point. It ends because rows only move forward within a round, and an exit needs something new to be said.
pub(super) fn settle(p: &Procedure, c: &mut Case, at: &Moment) {
    while open_and_skip(p, c, at) || tell(p, c, at) || take_exit(p, c, at) {}
}

/// Enters a stage: on the way already means going back, which begins the next round and sets aside what was signed since.
pub(super) fn enter(p: &Procedure, c: &mut Case, to: &StageId, at: &Moment) {
    if let Some(i) = c.head.way.iter().position(|stage| stage == to) {
        let cut = c.head.way.split_off(i);
        c.head.round += 1;
        let signs = |row: &TaskRow| p.task(&row.task).is_some_and(|task| task.signs.is_some());
        let done = |row: &&mut TaskRow| matches!(row.state, TaskState::Done | TaskState::Ahead) && !row.is_told();
        for row in c.tasks.iter_mut().filter(|row| cut.contains(&row.stage)).filter(done) {
            row.set_aside = signs(row) || row.state == TaskState::Ahead;
        }
        let set_aside: Vec<_> = c.tasks.iter().filter(|row| row.set_aside).map(TaskRow::key).collect();
        c.voided.retain(|void| !set_aside.contains(void));
    }
    c.head.way.push(to.clone());
    c.head.stage = to.clone();
    // What is told stands until it is read; in the archive it is read-only like everything.
    let left = |row: &&mut TaskRow| if row.is_told() { *to == ARCHIVE } else { row.stage == *to };
    for row in c.tasks.iter_mut().filter(left).filter(|row| !row.state.is_over()) {
        row.state = TaskState::Superseded;
    }
    if *to == ARCHIVE {
        c.head.state = CaseState::Archived;
        c.head.archived_at = Some(at.now);
        // Its number counts: there is nothing left to ask.
        c.head.void_asked = None;
    }
    let round = c.head.round;
    let new = p.stage(to).into_iter().flat_map(|stage| &stage.tasks);
    c.tasks.extend(new.map(|task| TaskRow::new(to, task, "", round)));
}

/// What is left behind is superseded, and with it what stayed but waited for it; what stays open stays.
pub(super) fn leave(p: &Procedure, c: &mut Case) {
    let stays = |row: &TaskRow| row.is_told() || p.task(&row.task).is_some_and(|task| task.stays);
    for row in c.tasks.iter_mut().filter(|row| !row.state.is_over()) {
        if !stays(row) {
            row.state = TaskState::Superseded;
        }
    }
    while let Some(i) = c.tasks.iter().position(|row| waits_for_nothing(p, c, row)) {
        c.tasks[i].state = TaskState::Superseded;
    }
}

/// It stayed, and waits for a row that was left behind.
fn waits_for_nothing(p: &Procedure, c: &Case, row: &TaskRow) -> bool {
    let Some(task) = p.task(&row.task).filter(|_| row.state == TaskState::Waiting) else { return false };
    task.after.iter().any(|first| {
        let enough = p.task(first).is_some_and(|first| first.quorum.is_some());
        let same = |other: &TaskRow| other.line().is_empty() || row.line().is_empty() || other.line() == row.line();
        !enough && c.rows(first).any(|other| other.state == TaskState::Superseded && same(other))
    })
}

impl TaskRow {
    /// A row that waits.
    pub(super) fn new(stage: &StageId, task: &Task, slot: &str, round: u32) -> TaskRow {
        TaskRow {
            id: None,
            stage: stage.clone(),
            task: task.id.clone(),
            slot: slot.to_owned(),
            round,
            state: TaskState::Waiting,
            opened: None,
            first_due: None,
            moved: vec![],
            done_at: None,
            done_by: None,
            deputy_for: None,
            hand: None,
            reason: String::new(),
            reported: None,
            excuse: None,
            set_aside: false,
            passed: None,
            asked: None,
            taken_back: vec![],
            late: vec![],
        }
    }
}

fn open_and_skip(p: &Procedure, c: &mut Case, at: &Moment) -> bool {
    let mut moved = false;
    for (stage, task) in p.tasks().filter(|(stage, task)| stage.id == c.head.stage || task.stays).collect::<Vec<_>>() {
        let Some(round) = c.rows(&task.id).next().map(|row| row.round) else { continue };
        let here = stage.id == c.head.stage;
        let is_spread = |row: &TaskRow| !row.slot.is_empty() || row.state == TaskState::Skipped;
        let before = |first| is_over(c, first) || p.same_list(task, first) && c.rows(first).all(is_spread);
        let ready = task.after.iter().all(before) && !undecided(p, c, &task.when, &task.id);
        moved |= ready && spread(c, task, round);
        let current = |row: &TaskRow| row.task == task.id && row.round == round && !row.is_told();
        for i in (0..c.tasks.len()).filter(|i| current(&c.tasks[*i])).collect::<Vec<_>>() {
            let row = &c.tasks[i];
            // What stayed keeps the answer that it had when its stage was left.
            let movable = match row.state {
                TaskState::Waiting => true,
                TaskState::Open | TaskState::Skipped => here && !is_empty_list(task, row),
                TaskState::Ahead | TaskState::Done | TaskState::NotNeeded | TaskState::Superseded => false,
            };
            if movable {
                moved |= turn(p, c, task, i, ready, at);
            }
        }
        moved |= close_quorum(c, task, round);
    }
    moved
}

/// A task for each of a list: the one waiting row becomes a row for each. No line, nothing to do. What a list that was
/// taken back had asked for already, and its new form asks for again, goes on in the row that it had.
fn spread(c: &mut Case, task: &Task, round: u32) -> bool {
    let Some(list) = &task.each else { return false };
    let waits = |row: &TaskRow| {
        row.task == task.id && row.round == round && row.slot.is_empty() && row.state == TaskState::Waiting
    };
    let Some(i) = c.tasks.iter().position(waits) else { return false };
    let mut ids = c.ids(list);
    // Who is named twice is asked once.
    let mut seen = std::collections::BTreeSet::new();
    ids.retain(|id| seen.insert(*id));
    let row = c.tasks[i].clone();
    ids.retain(|id| {
        let slot = id.to_string();
        let known =
            c.tasks.iter_mut().find(|known| known.task == row.task && known.round == round && known.slot == slot);
        let is_new = known.is_none();
        if let Some(known) = known {
            known.state = TaskState::Waiting;
        }
        is_new
    });
    let Some((first, others)) = ids.split_first() else {
        c.tasks[i].state = TaskState::Skipped;
        return true;
    };
    c.tasks[i].slot = first.to_string();
    c.tasks.extend(others.iter().map(|id| TaskRow { id: None, slot: id.to_string(), ..row.clone() }));
    true
}

fn is_empty_list(task: &Task, row: &TaskRow) -> bool {
    task.each.is_some() && row.slot.is_empty()
}

fn turn(p: &Procedure, c: &mut Case, task: &Task, i: usize, ready: bool, at: &Moment) -> bool {
    let line = c.tasks[i].line().to_owned();
    let clear = ready && task.after.iter().all(|first| is_clear(p, c, task, first, &line));
    let state = match (clear, holds(p, c, &task.when, &line)) {
        (false, _) => TaskState::Waiting,
        (true, true) => TaskState::Open,
        (true, false) => TaskState::Skipped,
    };
    if c.tasks[i].state == state {
        return false;
    }
    if state == TaskState::Open && c.tasks[i].opened.is_none() {
        let due = task.due.as_ref().and_then(|due| first_due(p, c, due, &c.tasks[i], at));
        c.tasks[i].opened = Some(at.now);
        c.tasks[i].first_due = due;
    }
    c.tasks[i].state = state;
    true
}

fn close_quorum(c: &mut Case, task: &Task, round: u32) -> bool {
    let Some(quorum) = task.quorum else { return false };
    // Whoever was asked beside them is waited for.
    let row_of = |row: &&mut TaskRow| row.task == task.id && row.round == round && row.is_own();
    let done = c.rows(&task.id).filter(|row| row.state == TaskState::Done && row.is_own()).count();
    if done < usize::from(quorum) {
        return false;
    }
    let mut moved = false;
    for row in c.tasks.iter_mut().filter(row_of).filter(|row| row.state == TaskState::Open) {
        row.state = TaskState::Superseded;
        moved = true;
    }
    moved
}

/// The one exit that fits: one that leaves at once, else one when the stage is over. The proof says that there is one.
fn take_exit(p: &Procedure, c: &mut Case, at: &Moment) -> bool {
    let Some(stage) = p.stage(&c.head.stage) else { return false };
    let over = stage.tasks.iter().filter(|task| !task.stays).all(|task| is_over(c, &task.id));
    let fits = |now: bool| stage.exits.iter().find(|exit| exit.now == now && holds(p, c, &exit.when, ""));
    let Some(exit) = fits(true).or_else(|| fits(false).filter(|_| over)) else { return false };
    let to = chosen(c, stage, exit);
    // What was set aside may be void and stands in nobody's way (model § 5).
    let is_void = |row: &TaskRow| c.is_void(row);
    if exit.ends.contains(&End::Case) && held(p, c).next().is_some() || to == ARCHIVE && c.tasks.iter().any(is_void) {
        return false;
    }
    leave(p, c);
    if exit.reopens {
        c.head.take_ends_back();
        c.head.reopened.extend(at_hand(c, &to, at));
    }
    for end in &exit.ends {
        c.head.reach(*end, at);
    }
    enter(p, c, &to, at);
    true
}

/// What the end of the case waits for: what stays open, and what is to be made up.
pub(super) fn held<'a>(p: &'a Procedure, c: &'a Case) -> impl Iterator<Item = &'a TaskRow> {
    c.tasks.iter().filter(|row| !row.is_told()).filter(|row| {
        row.state == TaskState::Ahead || !row.state.is_over() && p.task(&row.task).is_some_and(|task| task.stays)
    })
}

/// Of several stages the one that the latest rejection names.
fn chosen(c: &Case, stage: &Stage, exit: &Exit) -> StageId {
    let named = c
        .tasks
        .iter()
        .rev()
        .filter(|row| row.stage == stage.id && row.round == c.head.round)
        .filter(|row| matches!(row.state, TaskState::Done | TaskState::Ahead));
    let said = named.filter_map(|row| c.decision(Kind::Approval, &row.key())).find_map(|approval| {
        match approval.section.seen("back_to") {
            Seen::Text(to) => exit.to.iter().find(|stage| *stage == to),
            Seen::Nothing
            | Seen::Word(_)
            | Seen::Number(_)
            | Seen::Date(_)
            | Seen::Stamp(_)
            | Seen::Who(_)
            | Seen::Ids(_) => None,
        }
    });
    said.filter(|_| exit.to.len() > 1).unwrap_or(&exit.to[0]).clone()
}

/// Who did the task that took the ends back.
fn at_hand(c: &Case, to: &StageId, at: &Moment) -> Option<Reopened> {
    let done = |row: &&TaskRow| row.done_at.is_some() && !row.is_told();
    let last = c.tasks.iter().filter(done).max_by_key(|row| row.done_at)?;
    let by = last.done_by.as_ref().and_then(|who| who.account())?;
    Some(Reopened { at: at.now, to: to.clone(), by })
}
