//! How long the engine takes to say why somebody may not: what a screen asks of every open task, and a save of every form.
//! Of each procedure of the library the slowest question in a long case; the goal is 50 µs. And how long the proof of all of
//! them takes. Run on a quiet machine:
//! `cargo bench -p kesu-domain --bench engine`.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a bench that cannot go on says so by failing")]

#[path = "../tests/domain/desk.rs"]
#[expect(dead_code, reason = "stories need more of it")]
mod desk;
#[path = "../tests/domain/staff.rs"]
mod staff;
#[path = "../tests/domain/walker.rs"]
mod walker;

use criterion::Criterion;
use desk::Desk;
use kesu_domain::case::{CaseState, TaskKey, TaskState, Written};
use kesu_domain::engine::{Moment, blockers, clocks, offers};
use kesu_domain::procedure::BUILTIN;
use staff::Person;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// A long case: the dice lead it back and on until they run out or it is archived, and every section has many writers.
fn long(text: &str, people: &[Person]) -> (Desk, TaskKey, usize) {
    let mut seed: u32 = 7;
    let throws: Vec<u8> = std::iter::repeat_with(|| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 24) as u8
    })
    .take(600)
    .collect();
    let mut dice = walker::Dice::new(&throws);
    let mut d = Desk::open(text, desk::calendar());
    let mut worst: Option<(Duration, Desk, TaskKey, usize)> = None;
    while d.case.head.state != CaseState::Archived && d.case.tasks.len() < 400 {
        written(&mut d);
        for (key, who) in questions(&d, people) {
            let took = took(&d, &people[who], &key);
            if worst.as_ref().is_none_or(|(known, ..)| took > *known) {
                let (case, calendar) = (d.case.clone(), d.calendar.clone());
                let procedure = kesu_domain::procedure::load(text).unwrap();
                worst = Some((took, Desk { procedure, case, calendar, now: d.now }, key, who));
            }
        }
        if !walker::step(&mut d, people, &mut dice) {
            break;
        }
    }
    let (_, d, key, who) = worst.unwrap();
    (d, key, who)
}

/// Each section was written five times, and has an id as the store gives it.
fn written(d: &mut Desk) {
    let (at, mut all) = (d.now, vec![]);
    for (n, row) in d.case.sections.iter_mut().enumerate() {
        let id = kesu_domain::id::SectionId(n as i64 + 1);
        row.id = Some(id);
        let by = kesu_domain::id::AccountId(1);
        all.extend((0..5).map(|_| Written { row: kesu_domain::case::RowId::Section(id), by, at }));
    }
    d.case.written = all;
}

fn questions(d: &Desk, people: &[Person]) -> Vec<(TaskKey, usize)> {
    let open = d.case.tasks.iter().filter(|row| matches!(row.state, TaskState::Open | TaskState::Waiting));
    open.flat_map(|row| (0..people.len()).map(|who| (row.key(), who))).collect()
}

/// The best of fifty: what else the machine did meanwhile is no answer.
fn took(d: &Desk, who: &Person, key: &TaskKey) -> Duration {
    let once = || {
        let started = Instant::now();
        black_box(blockers(&d.procedure, &d.case, &who.actor(), key));
        started.elapsed()
    };
    (0..50).map(|_| once()).min().unwrap()
}

fn main() {
    let mut criterion =
        Criterion::default().configure_from_args().sample_size(30).measurement_time(Duration::from_secs(2));
    // What `kesu procedure check` does with the whole library: read and proved, one after the other. The goal is a second.
    criterion.bench_function("proof of all", |b| {
        b.iter(|| BUILTIN.iter().filter(|(_, text)| kesu_domain::procedure::load(black_box(text)).is_ok()).count());
    });
    for (number, text) in BUILTIN {
        let procedure = kesu_domain::procedure::load(text).unwrap();
        let people = staff::staff(&procedure);
        let (d, key, who) = long(text, &people);
        let actor = people[who].actor();
        println!("{number}: {} of {} task rows, {} sections", key.task, d.case.tasks.len(), d.case.sections.len());
        criterion.bench_function(&format!("blockers/{number}"), |b| {
            b.iter(|| blockers(&d.procedure, &d.case, &actor, black_box(&key)));
        });
        criterion.bench_function(&format!("offers/{number}"), |b| {
            b.iter(|| offers(&d.procedure, &d.case, &actor, black_box(&key)));
        });
        criterion.bench_function(&format!("clocks/{number}"), |b| {
            let at = Moment { now: d.now, calendar: &d.calendar };
            b.iter(|| clocks(&d.procedure, black_box(&d.case), &at));
        });
    }
    criterion.final_summary();
}
