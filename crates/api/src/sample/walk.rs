//! How a case goes its way: who does what next, when, and with which words, until it is where it should be.
//!
//! Asks the engine who may, and knows no procedure: where a case is to go is a stage, and the words that lead there are
//! those of the exits.

use super::dice::Dice;
use super::house::House;
use super::pace::{at_work, done_at};
use super::story::Story;
use super::write::{Body, Scene, Written, write};
use crate::error::Result;
use kesu_domain::case::{Case, CaseState, Extra, TaskKey, TaskRow, TaskState};
use kesu_domain::engine::{Blocked, Step, blockers, fact};
use kesu_domain::fact::Fact;
use kesu_domain::procedure::{ARCHIVE, Exit, Procedure, Proven, StageId, Task};
use kesu_domain::record::Record;
use kesu_domain::section::{Complaint, Section};
use kesu_domain::time::Stamp;
use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

/// Steps after which a case is left where it is: no way is that long, unless a procedure turns in circles.
const LONGEST: usize = 160;
const MINUTE: i64 = 60_000;

/// Where a case is to go.
#[derive(Clone, PartialEq)]
pub(super) enum Goal {
    /// To the archive by whatever way the dice choose.
    Archive,
    /// To the archive the shortest way, doing each task at the next of these moments.
    Quick(VecDeque<Stamp>),
    /// To this stage, to stay there.
    Stage(StageId),
}

/// One command to come.
pub(super) struct Act {
    pub(super) at: Stamp,
    /// Which of the people.
    pub(super) who: usize,
    pub(super) does: Does,
}

/// What is done.
pub(super) enum Does {
    Register { complaint: Box<Complaint>, confidential: bool },
    Section { key: TaskKey, section: Box<Section>, extra: BTreeMap<String, Extra>, reason: &'static str },
    Record { key: TaskKey, record: Box<Record>, extra: BTreeMap<String, Extra>, reason: &'static str },
    Task { key: TaskKey, step: Step, reason: &'static str },
    Sign { key: TaskKey },
}

/// A case on its way.
pub(super) struct Run {
    /// Which of the procedures.
    pub(super) procedure: usize,
    pub(super) story: Story,
    goal: Goal,
    dice: Dice,
    /// What comes next; when nothing does, [`Run::plan`] is asked.
    pub(super) acts: VecDeque<Act>,
    aim: Option<Aim>,
    steps: usize,
}

/// The exit that is to be taken from a stage in a round, and the words that lead there.
struct Aim {
    stage: StageId,
    round: u32,
    to: StageId,
    several: bool,
    wishes: BTreeMap<Fact, String>,
}

impl Run {
    /// A case that comes in at that moment and is registered a little later.
    pub(super) fn new(house: &House, procedure: usize, goal: Goal, received: Stamp, mut dice: Dice) -> Run {
        let p = &house.procedures[procedure].1;
        let quick = matches!(goal, Goal::Quick(_));
        let story = Story::new(house, quick, received.day(house.calendar.zone()), &mut dice);
        let mut complaint = story.complaint(house, received, quick, &mut dice);
        if let (Goal::Stage(stage), Some(first)) = (&goal, p.stages.first())
            && first.id == *stage
        {
            // What registration can do without, and its task cannot: the case stays in its first stage.
            (complaint.acknowledged, complaint.samples) = (None, None);
        }
        let confidential = !quick && dice.percent(2);
        let mut run = Run { procedure, story, goal, dice, acts: VecDeque::new(), aim: None, steps: 0 };
        let late = run.dice.between(4, 50) * MINUTE;
        let at = run.given().unwrap_or_else(|| at_work(&house.calendar, received.plus_millis(late), &mut run.dice));
        let fresh = super::paper::begin(house, procedure, &complaint, at);
        let able = fresh.tasks.first().map(|row| able(house, p, &fresh, row)).unwrap_or_default();
        let who = if able.len() > 1 && run.dice.percent(25) { able[1] } else { able.first().copied().unwrap_or(0) };
        run.acts.push_back(Act { at, who, does: Does::Register { complaint: Box::new(complaint), confidential } });
        run
    }

    fn given(&mut self) -> Option<Stamp> {
        if let Goal::Quick(times) = &mut self.goal { times.pop_front() } else { None }
    }

    /// Plans the next task of a case that stands so since `last`. False when it has arrived, nobody can do anything, or it
    /// would be after `until`.
    pub(super) fn plan(&mut self, house: &House, case: &Case, last: Stamp, until: Stamp) -> Result<bool> {
        let p = Arc::clone(&house.procedures[self.procedure].1);
        let arrived = matches!(&self.goal, Goal::Stage(stage) if case.head.stage == *stage);
        self.steps += 1;
        if arrived || case.head.state == CaseState::Archived || self.steps > LONGEST {
            return Ok(false);
        }
        let Some((row, task, who)) = self.choose(house, &p, case) else { return Ok(false) };
        self.take_aim(&p, case);
        let at = match self.given() {
            Some(at) => at,
            None => {
                let opened = row.opened.unwrap_or(last);
                let at = done_at(opened, row.first_due, &mut self.dice);
                let soonest = last.plus_millis(self.dice.between(4, 45) * MINUTE);
                at_work(&house.calendar, at.max(soonest), &mut self.dice)
            }
        };
        if at > until {
            return Ok(false);
        }
        self.fill(house, &p, case, row, task, who, at)?;
        Ok(self.acts.back().is_some_and(|act| act.at <= until) || {
            self.acts.clear();
            false
        })
    }

    /// One of the tasks that somebody can do. What holds the end of a case open is done early, mostly.
    fn choose<'a>(&mut self, house: &House, p: &'a Proven, case: &'a Case) -> Option<(&'a TaskRow, &'a Task, usize)> {
        // Of what somebody is merely told a hurried story says nothing.
        let quick = matches!(self.goal, Goal::Quick(_));
        let open = case.tasks.iter().filter(|row| matches!(row.state, TaskState::Open | TaskState::Ahead));
        let open = open.filter(|row| !quick || !row.is_told());
        let able: Vec<_> =
            open.filter_map(|row| Some((row, p.task(&row.task)?, *able(house, p, case, row).first()?))).collect();
        let early: Vec<_> = able.iter().filter(|(_, task, _)| task.stays).collect();
        if !early.is_empty() && self.dice.percent(75) {
            return Some(*early[self.dice.below(early.len())]);
        }
        (!able.is_empty()).then(|| able[self.dice.below(able.len())])
    }

    #[expect(clippy::too_many_arguments, reason = "one task of one case, by one person, at one moment")]
    fn fill(
        &mut self,
        house: &House,
        p: &Procedure,
        case: &Case,
        row: &TaskRow,
        task: &Task,
        who: usize,
        at: Stamp,
    ) -> Result<()> {
        let key = row.key();
        let quick = matches!(self.goal, Goal::Quick(_));
        if row.is_told() {
            self.acts.push_back(Act { at, who, does: Does::Task { key, step: Step::Done, reason: "" } });
            return Ok(());
        }
        if task.optional && self.dice.percent(30) {
            let does =
                Does::Task { key, step: Step::NotNeeded, reason: "照片与记录已足够，本案不需要。" };
            self.acts.push_back(Act { at, who, does });
            return Ok(());
        }
        let nothing = BTreeMap::new();
        let aim = self.aim.as_ref();
        let scene = Scene {
            house,
            procedure: p,
            case,
            story: &self.story,
            task,
            key: &key,
            who: house.people[who].seat.account,
            at,
            wishes: aim.map_or(&nothing, |aim| &aim.wishes),
            back_to: aim.filter(|aim| aim.several).map(|aim| &aim.to),
        };
        let reason = if case.head.round > 1 { "按上一轮意见修订" } else { "" };
        let mut at = at;
        for Written { body, extra } in write(&scene, &mut self.dice)? {
            let key = key.clone();
            let does = match body {
                Body::Section(section) => Does::Section { key, section, extra, reason },
                Body::Record(record) => Does::Record { key, record, extra, reason },
            };
            self.acts.push_back(Act { at, who, does });
            if !quick {
                at = at.plus_millis(self.dice.between(1, 12) * MINUTE + self.dice.between(0, 59_999));
            }
        }
        let does = match &task.signs {
            Some(_) => Does::Sign { key },
            None => Does::Task { key, step: Step::Done, reason: "" },
        };
        self.acts.push_back(Act { at, who, does });
        Ok(())
    }

    /// Chooses the exit of this stage and round, once.
    fn take_aim(&mut self, p: &Proven, case: &Case) {
        let head = &case.head;
        if self.aim.as_ref().is_some_and(|aim| aim.stage == head.stage && aim.round == head.round) {
            return;
        }
        let Some(stage) = p.stage(&head.stage) else { return };
        let possible = |exit: &&Exit| {
            exit.when.iter().all(|(f, words)| {
                let here = stage.tasks.iter().any(|task| !task.stays && task.decides_fact(*f));
                here || fact(p, case, *f).is_some_and(|word| words.contain(word))
            })
        };
        let ways: Vec<(&Exit, &StageId)> =
            stage.exits.iter().filter(possible).flat_map(|exit| exit.to.iter().map(move |to| (exit, to))).collect();
        if ways.is_empty() {
            return;
        }
        let archive = StageId::from(ARCHIVE);
        let far = |to: &StageId| hops(p, to, &archive) as u64;
        let (exit, to) = match &self.goal {
            Goal::Stage(goal) => {
                let least = ways.iter().map(|(_, to)| hops(p, to, goal)).min().unwrap_or(0);
                let best: Vec<_> = ways.iter().filter(|(_, to)| hops(p, to, goal) == least).collect();
                *best[self.dice.below(best.len())]
            }
            // Of two that are as short the last, which is said with the better words.
            Goal::Quick(_) => ways.iter().rev().min_by_key(|(_, to)| far(to)).copied().unwrap_or(ways[0]),
            Goal::Archive if head.round > 2 => {
                ways.iter().rev().min_by_key(|(_, to)| far(to)).copied().unwrap_or(ways[0])
            }
            // Onward mostly; back now and then.
            Goal::Archive => {
                let onward = |to: &StageId| !head.way.contains(to);
                let weight = |(_, to): &(&Exit, &StageId)| if onward(to) { 5 * (2 + far(to).min(12)) } else { 1 };
                let weights: Vec<u64> = ways.iter().map(weight).collect();
                ways[self.dice.weighed(&weights)]
            }
        };
        let mut wishes = BTreeMap::new();
        for (f, words) in &exit.when {
            let words = words.list();
            let best = words.iter().max_by_key(|word| p.words(*f).iter().position(|known| known == word));
            let best = best.filter(|_| matches!(self.goal, Goal::Quick(_)) || self.dice.percent(75));
            wishes.insert(*f, best.unwrap_or(&words[self.dice.below(words.len())]).clone());
        }
        let several = exit.to.len() > 1;
        self.aim = Some(Aim { stage: head.stage.clone(), round: head.round, to: to.clone(), several, wishes });
    }
}

/// The people who can do this, once it is filled.
fn able(house: &House, p: &Proven, case: &Case, row: &TaskRow) -> Vec<usize> {
    let can = |n: &usize| {
        let standing = house.people[*n].seat.at(house.plant, &p.number);
        let missing = |b: &Blocked| matches!(b, Blocked::Missing { .. });
        blockers(p, case, &standing.actor(), &row.key()).iter().all(missing)
    };
    (0..house.people.len()).filter(can).collect()
}

/// How many exits lie between two stages.
fn hops(p: &Procedure, from: &StageId, to: &StageId) -> usize {
    let mut seen = vec![from.clone()];
    let mut edge = vec![from.clone()];
    for n in 0..=p.stages.len() {
        if edge.contains(to) {
            return n;
        }
        let exits = edge.iter().filter_map(|id| p.stage(id)).flat_map(|stage| &stage.exits);
        let mut next = vec![];
        for id in exits.flat_map(|exit| &exit.to) {
            if !seen.contains(id) {
                seen.push(id.clone());
                next.push(id.clone());
            }
        }
        edge = next;
    }
    usize::from(u8::MAX)
}
