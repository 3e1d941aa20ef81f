//! The proof of a procedure before it is used (D-11, model § 5 "Proof").
//!
//! Two parts. *Names*: what can be seen at one look: ids, roles, fields, words, who signs what. Then every *walk* a case
//! can take, with the facts said, the fields filled, the ends reached and the signatures given. A fault is data with a
//! place; its sentence stands in the catalogue `words/fault.*.json`.
//!
//! Must never know: a case, a person, a date. That a post is empty or a quorum cannot be reached is found elsewhere.
//!
//! How to add a fault: a row in `why.rs`, its two sentences in the catalogue, a broken variant in `tests/domain/proof.rs`.

mod crossing;
mod names;
pub mod place;
mod signing;
mod tasks;
mod walk;
mod why;

pub use why::Why;

use crate::procedure::Procedure;
use place::Place;
use serde::Serialize;
use ts_rs::TS;

/// Something that is wrong with a procedure, or (a warning) may be.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Fault {
    /// The place in the tree: `stage judge, task judge, needs[2]`. Places in a list count from 1.
    pub at: String,
    /// The line of the text, from 1, where the procedure was read from one.
    pub line: Option<u32>,
    /// What is wrong.
    #[serde(flatten)]
    pub why: Why,
    /// The same place, to find its line by.
    #[serde(skip)]
    #[ts(skip)]
    place: Place,
}

impl Fault {
    /// The place as a form knows it, counted from 0: `stage.3.task.0.needs.1`. Empty where the text could not be read.
    pub fn path(&self) -> String {
        self.place.path()
    }
}

/// Everything that is wrong with it; empty means that it can run. The walks begin only when the names are right.
pub fn faults(p: &Procedure) -> Vec<Fault> {
    let mut found = Found::default();
    names::check(p, &mut found);
    tasks::check(p, &mut found);
    signing::check(p, &mut found);
    if found.0.is_empty() {
        walk::check(p, &mut found);
    }
    found.0
}

/// What does not stop it, but should be looked at: deadlines that may cross.
pub fn warnings(p: &Procedure) -> Vec<Fault> {
    let mut found = Found::default();
    crossing::check(p, &mut found);
    found.0
}

/// The faults found so far, each once.
#[derive(Default)]
struct Found(Vec<Fault>);

impl Found {
    fn add(&mut self, place: Place, why: Why) {
        let fault = Fault { at: place.to_string(), line: None, why, place };
        if !self.0.contains(&fault) {
            self.0.push(fault);
        }
    }
}
