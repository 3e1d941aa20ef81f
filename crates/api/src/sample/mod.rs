//! `kesu sample`: a folder with synthetic cases, for tests, benches and the first look.
//!
//! Owns: who and what is in the sample, and how its cases go. The same seed gives the same cases: all chance is thrown by
//! dice of its own, and days are counted back from the day on which the sample is made. Salts and keys are the machine's.
//!
//! Full cases go step by step through the handlers, a command a step, in the order of time, so that the clock of the
//! journal never goes back. Short ones are closed the simple way, made on paper and written as they are closed: twelve rows,
//! twelve entries. No procedure is named here: a new one of the library has cases in every stage as soon as it is there.
//!
//! The plant is called 示例工厂 and its unit 示例数据, so that every printed form says what it is.

mod content;
mod desk;
mod dice;
mod duty;
mod house;
mod pace;
mod paper;
mod story;
mod tell;
mod walk;
mod write;

use crate::app::App;
use crate::error::{ApiError, Result};
use crate::folder::{Cost, NewFolder, init};
use crate::machine::Machine;
use dice::Dice;
use house::{House, PLANT};
use kesu_domain::procedure::StageId;
use kesu_domain::time::{Date, Stamp};
use kesu_store::bulk::Bulk;
use kesu_store::case::Loaded;
use pace::{back, hour_of, works};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, VecDeque};
use std::path::Path;
use std::sync::Arc;
use walk::{Goal, Run};

const DAY: i64 = 86_400_000;
/// So long before today the sample begins.
const SPAN: i64 = 730 * DAY;
/// Commands in one transaction. What lists read of a case is made once for each transaction that touches it; the write-ahead
/// log stays below 200 MB.
const BATCH: usize = 6_000;
/// A working day, for short cases.
const SHIFT: i64 = 570 * 60_000;

/// What is asked for.
#[derive(Clone)]
pub struct Sample {
    /// How many cases.
    pub cases: u64,
    /// How many of them go every step with all their records; not more than `cases`.
    pub full: u64,
    /// The same seed gives the same cases.
    pub seed: u64,
    /// Of all accounts.
    pub password: String,
}

impl Sample {
    /// About how much disk it takes, measured (docs/QUALITY.md).
    pub fn bytes(&self) -> u64 {
        let full = self.full.min(self.cases);
        full * BYTES_FULL + (self.cases - full) * bytes_per_case()
    }
}

/// What a full case takes on disk.
const BYTES_FULL: u64 = 100_000;

/// What a short case takes on disk, its part of indexes and search included: measured at 100,000 cases.
pub fn bytes_per_case() -> u64 {
    16_000
}

/// Makes a sample in a directory that is not there, or empty. `progress` is told cases done, of how many.
///
/// # Errors
/// `invalid` for a short password; `folder` when something is there already, or the disk is full.
pub fn make(dir: &Path, sample: &Sample, machine: Arc<dyn Machine>, progress: &mut dyn FnMut(u64, u64)) -> Result<()> {
    let now = machine.now();
    let begun = now.plus_millis(-SPAN);
    let then: Arc<dyn Machine> = Arc::new(Then { machine, now: begun });
    let new = NewFolder { org: PLANT, admin: "admin", password: &sample.password };
    init(dir, &new, Arc::clone(&then), Cost::DEFAULT)?;
    let app = App::open(dir, then)?;
    let house = House::furnish(&app, "admin", &sample.password, sample.seed, begun)?;
    let mut making = Making::new(&app, &house, sample, begun, now)?;
    let mut shown = 0;
    while !making.is_over() {
        app.folder.bulk(|bulk| making.batch(bulk))?;
        if making.done != shown {
            shown = making.done;
            progress(making.done, sample.cases);
        }
    }
    duty::keep(&app, &house, begun, now)
}

/// The machine as it was when the sample begins: its clock stands, chance and names are its own.
struct Then {
    machine: Arc<dyn Machine>,
    now: Stamp,
}

impl Machine for Then {
    fn now(&self) -> Stamp {
        self.now
    }
    fn zone(&self) -> String {
        self.machine.zone()
    }
    fn name(&self) -> String {
        self.machine.name()
    }
    fn random(&self, bytes: &mut [u8]) {
        self.machine.random(bytes);
    }
}

/// A full case before it begins.
struct Planned {
    received: Stamp,
    index: u64,
    procedure: usize,
    goal: Goal,
}

/// A full case on its way.
struct Live {
    run: Run,
    /// As it stood when its last task was over.
    known: Option<Loaded>,
}

struct Making<'a> {
    app: &'a App,
    house: &'a House,
    seed: u64,
    now: Stamp,
    /// Full cases that have not begun, the next one last.
    planned: Vec<Planned>,
    live: BTreeMap<u64, Live>,
    /// When the next step of a live case is due.
    next: BinaryHeap<Reverse<(Stamp, u64)>>,
    short: Short,
    done: u64,
}

/// The short cases: closed one after the other, over all working days.
struct Short {
    days: Vec<Date>,
    of: u64,
    written: u64,
}

impl Short {
    /// When the next one is closed.
    fn next(&self, house: &House) -> Option<Stamp> {
        if self.written >= self.of {
            return None;
        }
        let all = self.days.len() as i128 * i128::from(SHIFT);
        let at = (i128::from(self.written) * all / i128::from(self.of)) as i64;
        let day = self.days.get((at / SHIFT) as usize)?;
        let opened = Stamp::at_local(day.0.and_hms_opt(8, 15, 0)?, house.calendar.zone());
        Some(opened.plus_millis(at % SHIFT))
    }
}

impl<'a> Making<'a> {
    fn new(app: &'a App, house: &'a House, sample: &Sample, begun: Stamp, now: Stamp) -> Result<Making<'a>> {
        let full = sample.full.min(sample.cases);
        let zone = house.calendar.zone();
        let (first, last) = (begun.day(zone).plus(21), now.day(zone).plus(-1));
        let days: Vec<Date> = (0..)
            .map(|n| first.plus(n))
            .take_while(|day| *day <= last)
            .filter(|day| works(&house.calendar, *day))
            .collect();
        let mut planned = vec![];
        for index in 0..full {
            planned.push(plan(house, sample.seed, index, begun, now)?);
        }
        planned.sort_by_key(|one| Reverse((one.received, one.index)));
        let (live, next) = (BTreeMap::new(), BinaryHeap::new());
        let short = Short { days, of: sample.cases - full, written: 0 };
        Ok(Making { app, house, seed: sample.seed, now, planned, live, next, short, done: 0 })
    }

    fn is_over(&self) -> bool {
        self.planned.is_empty() && self.next.is_empty() && self.short.written >= self.short.of
    }

    /// So many commands, in the order of time.
    fn batch(&mut self, bulk: &mut Bulk) -> Result<()> {
        for _ in 0..BATCH {
            self.begin_those_due();
            let step = self.next.peek().map(|Reverse(next)| *next);
            let short = self.short.next(self.house);
            match (step, short) {
                (None, None) => break,
                (Some((at, index)), short) if short.is_none_or(|short| at <= short) => {
                    self.next.pop();
                    self.step(bulk, index)?;
                }
                (_, Some(closed)) => self.write_short(bulk, closed)?,
                (Some(_), None) => break,
            }
        }
        Ok(())
    }

    /// Full cases whose complaint comes in before anything else happens.
    fn begin_those_due(&mut self) {
        while let Some(one) = self.planned.last() {
            let others = self.next.peek().map(|Reverse((at, _))| *at);
            let first = [others, self.short.next(self.house)].into_iter().flatten().min();
            if first.is_some_and(|first| first < one.received) {
                return;
            }
            if let Some(one) = self.planned.pop() {
                let dice = Dice::new(self.seed, one.index);
                let run = Run::new(self.house, one.procedure, one.goal, one.received, dice);
                self.next.extend(run.acts.front().map(|act| Reverse((act.at, one.index))));
                self.live.insert(one.index, Live { run, known: None });
            }
        }
    }

    fn step(&mut self, bulk: &mut Bulk, index: u64) -> Result<()> {
        let Some(mut live) = self.live.remove(&index) else { return Ok(()) };
        let Some(act) = live.run.acts.pop_front() else { return Ok(()) };
        let (at, number) = (act.at, &self.house.procedures[live.run.procedure].1.number);
        let last = live.run.acts.is_empty();
        let now = desk::carry_out(self.app, self.house, bulk, number, live.known.as_ref(), act, last)?;
        live.known = now.or(live.known);
        let goes_on = match &live.known {
            Some(known) if last => live.run.plan(self.house, &known.case, at, self.now)?,
            _ => true,
        };
        if let Some(act) = live.run.acts.front().filter(|_| goes_on) {
            self.next.push(Reverse((act.at, index)));
            self.live.insert(index, live);
        } else {
            self.done += 1;
        }
        Ok(())
    }

    /// A case that was closed at that moment, with all that came before.
    fn write_short(&mut self, bulk: &mut Bulk, closed: Stamp) -> Result<()> {
        let house = self.house;
        let mut dice = Dice::new(self.seed, u64::MAX / 2 + self.short.written);
        let (calendar, day) = (&house.calendar, closed.day(house.calendar.zone()));
        let judged_on = back(calendar, day, dice.between(0, 3));
        let registered_on = back(calendar, judged_on, dice.between(0, 2));
        let judged = hour_of(calendar, judged_on, &mut dice).min(closed.plus_millis(-25 * 60_000));
        let registered = hour_of(calendar, registered_on, &mut dice).min(judged.plus_millis(-20 * 60_000));
        let received = registered.plus_millis(-dice.between(3, 55) * 60_000);
        let times = VecDeque::from([registered, judged, closed]);
        let mut run = Run::new(house, 0, Goal::Quick(times), received, dice);
        let (mut case, _) = paper::rehearse(house, &mut run, self.now)?;
        let p = &house.procedures[0].1;
        let sales = house.account("sales");
        bulk.command(self.app.command(Some(sales), "sample", closed, None), |db| {
            let year = received.day(calendar.zone()).year();
            case.head.number = db.next_number(&p.prefix, house.plant, year)?;
            db.add_case(p, &case, calendar)?;
            Ok::<_, ApiError>(())
        })?;
        self.short.written += 1;
        self.done += 1;
        Ok(())
    }
}

/// Where a full case is to go, and when it comes in, so that it is there by now. It is rehearsed to learn how long it takes.
fn plan(house: &House, seed: u64, index: u64, begun: Stamp, now: Stamp) -> Result<Planned> {
    let (procedure, goal) = aim_of(house, index);
    let mut dice = Dice::new(seed.rotate_left(17), index);
    let zone = house.calendar.zone();
    let longest = now.plus_millis(100 * SPAN);
    let rehearse = |received: Stamp| {
        let mut run = Run::new(house, procedure, goal.clone(), received, Dice::new(seed, index));
        paper::rehearse(house, &mut run, longest).map(|(_, ended)| ended)
    };
    let earliest = begun.plus_millis(dice.between(1, 20) * DAY);
    let moment = dice.between(0, 9 * 3_600_000);
    let morning = |at: Stamp| {
        let day = at.day(zone).0.and_time(chrono::NaiveTime::from_hms_opt(8, 0, 0).unwrap_or_default());
        Stamp::at_local(day, zone).plus_millis(moment)
    };
    let mut received = morning(now.plus_millis(-400 * DAY));
    let took = rehearse(received)?.millis() - received.millis();
    let rests = match &goal {
        Goal::Stage(_) => dice.between(2 * 3_600_000, 5 * DAY),
        Goal::Archive | Goal::Quick(_) => dice.between(3_600_000, SPAN - 30 * DAY),
    };
    received = morning(now.plus_millis(-rests - took)).max(earliest);
    for _ in 0..8 {
        let over = rehearse(received)?.millis() - now.millis();
        if over <= 0 {
            break;
        }
        received = morning(received.plus_millis(-over - DAY)).max(earliest);
    }
    Ok(Planned { received, index, procedure, goal })
}

/// The first cases take turns between the archive and every stage of every procedure; of the others one in five is under
/// way.
fn aim_of(house: &House, index: u64) -> (usize, Goal) {
    let stages: Vec<(usize, StageId)> = house
        .procedures
        .iter()
        .enumerate()
        .flat_map(|(n, (_, p))| p.stages.iter().map(move |stage| (n, stage.id.clone())))
        .collect();
    let all = stages.len() as u64;
    let under_way = if index < 2 * all {
        index.is_multiple_of(2).then_some(index / 2)
    } else {
        index.is_multiple_of(5).then_some(index / 5)
    };
    match under_way {
        Some(n) => {
            let (procedure, stage) = stages[(n % all) as usize].clone();
            (procedure, Goal::Stage(stage))
        }
        None => ((index / 2) as usize % house.procedures.len(), Goal::Archive),
    }
}
