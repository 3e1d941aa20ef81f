//! The language of complaint handling, and its rules.
//!
//! Owns: the words of the field as types (sections, records, facts), the procedures as data, the proof of a
//! procedure, the engine that answers "may I, and if not why", and every pure function that reads a case.
//!
//! Must never know: files, databases, clocks, randomness, networks, keys, PDF. Whatever changes from one run to the
//! next is handed in. Errors: a rule that says no is data (`Blocked`, `Fault`), never a string to be matched.

pub mod case;
pub mod choice;
pub mod derive;
pub mod duty;
pub mod engine;
pub mod fact;
pub mod fields;
pub mod house;
pub mod id;
pub mod manifest;
pub mod master;
pub mod path;
pub mod people;
pub mod procedure;
pub mod proof;
pub mod record;
pub mod section;
pub mod text;
pub mod time;
pub mod words;
