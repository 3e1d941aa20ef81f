//! What is known of a case: the facts, as the latest tasks that decide them have said.

use crate::case::{Case, TaskKey, TaskRow, TaskState};
use crate::choice::Amount;
use crate::fact::Fact;
use crate::fields::Seen;
use crate::procedure::{By, Procedure, Stage, Task, TaskId, When};
use std::collections::BTreeMap;

/// The word of a fact, if it is known.
///
/// Only a task that demands the field decides it. Those of the present stage go before earlier ones. The worst word said
/// counts, and at once; a better one when all that were asked, or a quorum of them, have spoken.
pub fn fact<'p>(p: &'p Procedure, c: &Case, fact: Fact) -> Option<&'p str> {
    let words = p.words(fact);
    let best = words.last().copied();
    let mut said: Vec<&str> = vec![];
    let mut open = false;
    for task in deciders(p, c, fact) {
        let rows: Vec<&TaskRow> = c.rows(&task.id).collect();
        let answers: Vec<&str> = rows.iter().filter_map(|row| answer(p, c, task, row, fact)).collect();
        // Whoever was asked beside them counts for no quorum, and is waited for whatever the others said.
        let for_it = |row: &&&TaskRow| row.is_own() && answer(p, c, task, row, fact) == best;
        let enough = task.quorum.is_some_and(|q| rows.iter().filter(for_it).count() >= usize::from(q));
        open |= rows.iter().any(|row| !row.state.is_over() && (!enough || !row.is_own()));
        said.extend(answers);
    }
    let worst = words.iter().copied().find(|word| said.contains(word))?;
    (Some(worst) == words.first().copied() || !open).then_some(worst)
}

/// Who takes this case in hand by the procedure's table (I-6); nobody where no rule of it fits, or a fact is not known yet.
pub fn desk<'p>(p: &'p Procedure, c: &Case) -> Option<&'p By> {
    p.desks.iter().find(|desk| holds(p, c, &desk.when, "")).map(|desk| &desk.by)
}

/// All of these facts are known and have one of the words; a fact of a line is that of the line which the slot names.
pub(super) fn holds(p: &Procedure, c: &Case, when: &When, slot: &str) -> bool {
    let word = |asked: Fact| match asked.list() {
        None => fact(p, c, asked),
        Some(_) => fact_of_line(p, c, asked, slot),
    };
    when.iter().all(|(asked, words)| word(*asked).is_some_and(|word| words.contain(word)))
}

/// What was said of one line, once the task that demands it of every line is done.
fn fact_of_line<'p>(p: &'p Procedure, c: &Case, fact: Fact, slot: &str) -> Option<&'p str> {
    let (target, field) = fact.place();
    let line = slot.parse().ok()?;
    deciders(p, c, fact).into_iter().find_map(|task| {
        let row = c.rows(&task.id).find(|row| matches!(row.state, TaskState::Done | TaskState::Ahead))?;
        word_of(p, fact, c.filled_by(task, &row.key(), target)?.seen_in(field, line))
    })
}

/// Another task of the present stage may still decide one of these facts.
pub(super) fn undecided(p: &Procedure, c: &Case, when: &When, asks: &TaskId) -> bool {
    let Some(stage) = p.stage(&c.head.stage) else { return false };
    let open = |fact: &Fact| {
        stage.tasks.iter().any(|t| t.id != *asks && !t.stays && t.decides_fact(*fact) && !is_over(c, &t.id))
    };
    when.keys().any(open)
}

/// Every row of the task, in its latest round, is over; a task that never had a row is not.
pub(super) fn is_over(c: &Case, task: &TaskId) -> bool {
    let mut rows = c.rows(task).peekable();
    rows.peek().is_some() && rows.all(|row| row.state.is_over())
}

/// The tasks whose word counts: of the present stage; else of the stage that spoke last.
fn deciders<'p>(p: &'p Procedure, c: &Case, fact: Fact) -> Vec<&'p Task> {
    let decides = |stage: &'p Stage| stage.tasks.iter().filter(move |t| !t.stays && t.decides_fact(fact));
    if let Some(here) =
        p.stage(&c.head.stage).map(|stage| decides(stage).collect::<Vec<_>>()).filter(|here| !here.is_empty())
    {
        return here;
    }
    let last = |task: &Task| c.tasks.iter().rposition(|row| row.task == task.id && !row.is_told());
    let latest = p
        .stages
        .iter()
        .filter_map(|stage| decides(stage).filter_map(last).max().map(|at| (at, stage)))
        .max_by_key(|(at, _)| *at);
    latest.map_or(vec![], |(_, stage)| decides(stage).filter(|task| last(task).is_some()).collect())
}

/// What a row has said of a fact. What was said by phone counts as it was said, whatever is written meanwhile.
fn answer<'p>(p: &'p Procedure, c: &Case, task: &Task, row: &TaskRow, fact: Fact) -> Option<&'p str> {
    match row.state {
        TaskState::Done => written(p, c, task, &row.key(), fact),
        TaskState::Ahead => {
            let said = row.reported.as_ref()?.said.get(&fact)?;
            p.words(fact).into_iter().find(|word| word == said)
        }
        TaskState::Waiting | TaskState::Open | TaskState::Skipped | TaskState::NotNeeded | TaskState::Superseded => {
            None
        }
    }
}

/// The word of a fact as it stands in what a task fills.
pub(super) fn written<'p>(p: &'p Procedure, c: &Case, task: &Task, key: &TaskKey, fact: Fact) -> Option<&'p str> {
    let (target, field) = fact.place();
    word_of(p, fact, c.filled_by(task, key, target)?.seen(field))
}

/// All that a task would say now.
pub(super) fn answers(p: &Procedure, c: &Case, task: &Task, key: &TaskKey) -> BTreeMap<Fact, String> {
    let of = |fact: Fact| written(p, c, task, key, fact).map(|word| (fact, word.to_owned()));
    task.decides().filter_map(of).collect()
}

fn word_of<'p>(p: &'p Procedure, fact: Fact, seen: Seen) -> Option<&'p str> {
    match seen {
        Seen::Word(word) => Some(word),
        Seen::Number(amount) => Some(p.word_of(fact, Amount(amount))),
        Seen::Nothing | Seen::Text(_) | Seen::Date(_) | Seen::Stamp(_) | Seen::Who(_) | Seen::Ids(_) => None,
    }
}
