//! The procedure with small numbers in place of names.

use super::super::place::Place;
use super::super::tasks::{holder, waits_for};
use super::TooMany;
use super::said::{Asked, Condition, condition};
use crate::path::{Path, Target};
use crate::procedure::{ARCHIVE, Anchor, Bound, By, End, Procedure, Stage, Task, TaskId};
use crate::section::Nature;

/// What a task can stand on: one bit of a set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Ground {
    Field(Path),
    Written(Target),
    Done(TaskId),
}

/// A signature of a task over one target: one bit of a set.
pub(super) struct Signature {
    pub(super) stage: usize,
    pub(super) task: usize,
    pub(super) target: Target,
    pub(super) place: Place,
}

pub(super) struct Map {
    pub(super) stages: Vec<Scene>,
    pub(super) asked: Vec<Asked>,
    pub(super) grounds: Vec<Ground>,
    pub(super) signatures: Vec<Signature>,
    /// Stages to which a case can be taken back by hand.
    pub(super) reopen: Vec<usize>,
    /// For each stage and, last, the archive: bits of the facts that somebody will still ask for.
    pub(super) live: Vec<u128>,
}

/// One stage.
pub(super) struct Scene {
    pub(super) tasks: Vec<Part>,
    pub(super) exits: Vec<Way>,
    /// Bits of the facts that it decides, and of those that it asks for.
    pub(super) made: u128,
    pub(super) asks: u128,
    /// Facts decided here: which, and by which tasks.
    pub(super) deciders: Vec<(usize, u64)>,
    /// Bits of its own signatures.
    pub(super) signed: u128,
}

/// One task.
#[derive(Default)]
pub(super) struct Part {
    pub(super) stays: bool,
    pub(super) optional: bool,
    pub(super) ahead: bool,
    pub(super) each: bool,
    /// Tasks that are over before it opens: directly, and all of them.
    pub(super) waits: u64,
    pub(super) before: u64,
    pub(super) when: Condition,
    /// Facts that it decides and that are asked for.
    pub(super) decides: Vec<usize>,
    /// What it stands on, and where that is said.
    pub(super) stands: Vec<(usize, Place)>,
    pub(super) stands_bits: u128,
    /// What is there when it is done.
    pub(super) gives: u128,
    /// Its signatures, and those of others over what it fills.
    pub(super) signs: u128,
    pub(super) changes: u128,
    /// Whether it was done before the stage is left makes a difference.
    pub(super) matters: bool,
}

/// One exit. A stage of the number of all stages is the archive.
pub(super) struct Way {
    pub(super) to: Vec<usize>,
    pub(super) when: Condition,
    pub(super) now: bool,
    pub(super) ends: Vec<End>,
    pub(super) reopens: bool,
}

impl Map {
    pub(super) fn of(p: &Procedure) -> Result<Map, TooMany> {
        let asked = Asked::all(p)?;
        let mut map = Map { stages: vec![], asked, grounds: vec![], signatures: vec![], reopen: vec![], live: vec![] };
        map.reopen = p.reopen.iter().map(|reopen| index(p, reopen.to.as_str())).collect();
        map.sign(p);
        let stands: Vec<Vec<Vec<(usize, Place)>>> = p
            .stages
            .iter()
            .enumerate()
            .map(|(s, stage)| {
                let at = |t: usize, task: &Task| Place::of("stage", s, &stage.id).named("task", t, &task.id);
                stage.tasks.iter().enumerate().map(|(t, task)| map.stand(task, &at(t, task))).collect()
            })
            .collect();
        if map.grounds.len() > 128 || map.signatures.len() > 128 || p.stages.iter().any(|s| s.tasks.len() > 64) {
            return Err(TooMany);
        }
        for ((s, stage), stands) in p.stages.iter().enumerate().zip(stands) {
            let scene = map.scene(p, s, stage, stands);
            map.stages.push(scene);
        }
        map.live = map.liveness();
        Ok(map)
    }

    fn sign(&mut self, p: &Procedure) {
        for (s, stage) in p.stages.iter().enumerate() {
            for (t, task) in stage.tasks.iter().enumerate() {
                self.signatures.extend(task.covers().iter().enumerate().map(|(c, target)| {
                    let place = Place::of("stage", s, &stage.id).named("task", t, &task.id);
                    Signature { stage: s, task: t, target: *target, place: place.key("signs").item("covers", c) }
                }));
            }
        }
    }

    fn ground(&mut self, ground: Ground) -> usize {
        self.grounds.iter().position(|known| *known == ground).unwrap_or_else(|| {
            self.grounds.push(ground);
            self.grounds.len() - 1
        })
    }

    /// Whatever has to be there when the task opens (what is told, when it is done).
    fn stand(&mut self, task: &Task, at: &Place) -> Vec<(usize, Place)> {
        let mut all: Vec<(Ground, Place)> = vec![];
        for (i, by) in task.by.iter().enumerate() {
            all.extend(bound(by).map(|path| (Ground::Field(path), at.clone().item("by", i))));
        }
        for (i, tell) in task.tells.iter().enumerate() {
            let told = bound(&tell.to).filter(|path| !task.needs.contains(path));
            all.extend(told.map(|path| (Ground::Field(path), at.clone().item("tells", i))));
        }
        if let Some(list) = &task.each {
            let holder = holder(list).filter(|_| task.by.contains(&By::Each));
            let fields = holder.into_iter().chain([list.clone()]);
            all.extend(fields.map(|path| (Ground::Field(path), at.clone().key("each"))));
        }
        for (due, key) in [(&task.due, "due"), (&task.ahead, "ahead")] {
            let place = || at.clone().key(key).key("from");
            match due.as_ref().map(|due| &due.from) {
                Some(Anchor::Done(first)) => all.push((Ground::Done(first.clone()), place())),
                Some(Anchor::Field(path)) => all.push((Ground::Field(path.clone()), place())),
                Some(Anchor::Received | Anchor::Registered | Anchor::Entered) | None => {}
            }
        }
        for (c, target) in task.covers().iter().enumerate().filter(|(_, target)| !task.fills.contains(target)) {
            all.push((Ground::Written(*target), at.clone().key("signs").item("covers", c)));
        }
        all.extend(task.of.iter().map(|of| (Ground::Done(of.clone()), at.clone().key("of"))));
        all.into_iter().map(|(ground, place)| (self.ground(ground), place)).collect()
    }

    fn scene(&self, p: &Procedure, s: usize, stage: &Stage, stands: Vec<Vec<(usize, Place)>>) -> Scene {
        let mut tasks: Vec<Part> = stage
            .tasks
            .iter()
            .zip(stands)
            .enumerate()
            .map(|(t, (task, stands))| self.part(stage, (s, t), task, stands))
            .collect();
        let deciders: Vec<(usize, u64)> = (0..self.asked.len())
            .map(|fact| (fact, mask(tasks.iter().map(|part| part.decides.contains(&fact)))))
            .filter(|(_, who)| *who != 0)
            .collect();
        let matters = |part: &Part| !part.decides.is_empty() || part.signs | part.changes != 0;
        let ahead_of = tasks.iter().filter(|part| matters(part)).fold(0, |all, part| all | part.before);
        for (t, part) in tasks.iter_mut().enumerate() {
            part.matters = matters(part) || ahead_of >> t & 1 == 1;
        }
        let way = |exit: &crate::procedure::Exit| Way {
            to: exit.to.iter().map(|to| index(p, to.as_str())).collect(),
            when: condition(&self.asked, &exit.when),
            now: exit.now,
            ends: exit.ends.clone(),
            reopens: exit.reopens,
        };
        let exits: Vec<Way> = stage.exits.iter().map(way).collect();
        let bits = |condition: &Condition| condition.iter().fold(0, |all, (fact, _)| all | self.asked[*fact].bits);
        let asks = tasks.iter().map(|part| bits(&part.when)).chain(exits.iter().map(|exit| bits(&exit.when)));
        Scene {
            made: deciders.iter().fold(0, |all, (fact, _)| all | self.asked[*fact].bits),
            asks: asks.fold(0, |all, one| all | one),
            deciders,
            signed: self.signatures_where(|signature| signature.stage == s),
            tasks,
            exits,
        }
    }

    fn part(&self, stage: &Stage, (s, t): (usize, usize), task: &Task, stands: Vec<(usize, Place)>) -> Part {
        let asked = |fact| self.asked.iter().position(|a| a.fact == fact);
        let (waits, before) = waiting(stage, task);
        let base = Part {
            stays: task.stays,
            optional: task.optional,
            ahead: task.ahead.is_some(),
            each: task.each.is_some(),
            waits,
            before,
            when: condition(&self.asked, &task.when),
            stands_bits: stands.iter().fold(0, |all, (ground, _)| all | 1 << ground),
            stands,
            signs: self.signatures_where(|signature| (signature.stage, signature.task) == (s, t)),
            ..Part::default()
        };
        // What stays open gives nothing that anybody may count on; that it fills nothing signed is a matter of names.
        if task.stays {
            return base;
        }
        Part {
            decides: task.decides().filter_map(asked).collect(),
            gives: mask_wide(self.grounds.iter().map(|ground| gives(task, ground))),
            changes: self.signatures_where(|signature| {
                (signature.stage, signature.task) != (s, t) && rewrites(task, signature.target)
            }),
            ..base
        }
    }

    fn signatures_where(&self, which: impl Fn(&Signature) -> bool) -> u128 {
        mask_wide(self.signatures.iter().map(which))
    }

    /// A fact is live in a stage when it, or one that may follow, asks for it before one decides it anew.
    fn liveness(&self) -> Vec<u128> {
        let archive = self.stages.len();
        let mut live = vec![0; archive + 1];
        loop {
            let by_hand = self.reopen.iter().fold(0, |all, to| all | live[*to]);
            let next: Vec<u128> = (0..=archive)
                .map(|s| {
                    let Some(scene) = self.stages.get(s) else { return by_hand };
                    let later = scene.exits.iter().flat_map(|exit| &exit.to).fold(by_hand, |all, to| all | live[*to]);
                    (scene.asks | later) & !scene.made
                })
                .collect();
            if next == live {
                return live;
            }
            live = next;
        }
    }
}

/// The field that says who is bound, or, of lines, who each of them is.
fn bound(by: &By) -> Option<Path> {
    let path = match by {
        By::Bound(bound) | By::Head(bound) => Bound::path(*bound)?,
        By::Anyone | By::Role(_) | By::Each => return None,
    };
    Some(holder(&path).unwrap_or(path))
}

fn gives(task: &Task, ground: &Ground) -> bool {
    match ground {
        Ground::Done(id) => task.id == *id,
        Ground::Written(target) => task.fills.contains(target),
        // A field of every line is only there where there are lines.
        Ground::Field(path) => task.needs.iter().any(|need| {
            need == path
                || need.target == path.target
                    && need.field.strip_prefix(path.field.as_str()).is_some_and(|rest| rest.starts_with('.'))
        }),
    }
}

/// It writes into the very row that was signed: the section that is carried along, or the record that it goes on with. A
/// decision or a record of its own is another row.
fn rewrites(task: &Task, target: Target) -> bool {
    let carried = match target {
        Target::Section(kind) => kind.nature() == Nature::Work,
        Target::Record(_) => task.of.is_some(),
    };
    carried && task.fills.contains(&target)
}

fn waiting(stage: &Stage, task: &Task) -> (u64, u64) {
    let position = |other: &Task| stage.tasks.iter().position(|t| t.id == other.id);
    let direct = |task: &Task| waits_for(stage, task).filter_map(position).fold(0_u64, |all, t| all | 1 << t);
    let waits = direct(task);
    let mut before = waits;
    loop {
        let more = ones(before).fold(before, |all, t| all | direct(&stage.tasks[t]));
        if more == before {
            return (waits, before);
        }
        before = more;
    }
}

/// The places of the bits that are set.
pub(super) fn ones(mask: u64) -> impl Iterator<Item = usize> {
    (0..64).filter(move |t| mask >> t & 1 == 1)
}

fn mask(bits: impl Iterator<Item = bool>) -> u64 {
    bits.enumerate().fold(0, |all, (i, is)| all | u64::from(is) << i)
}

fn mask_wide(bits: impl Iterator<Item = bool>) -> u128 {
    bits.enumerate().fold(0, |all, (i, is)| all | u128::from(is) << i)
}

fn index(p: &Procedure, stage: &str) -> usize {
    if stage == ARCHIVE {
        return p.stages.len();
    }
    p.stages.iter().position(|other| other.id == *stage).unwrap_or(p.stages.len())
}
