//! Contacts: with the customer, and of the house with itself.

#![expect(missing_docs, reason = "where a field needs more than its name, the catalogue of words and a comment say it")]

use crate::choice::{Evaluated, Mood, Satisfied, YesNo};
use crate::id::LineId;
use crate::people::{FileDigest, Who};
use crate::text::{House, Told};
use crate::time::{Date, Stamp};

crate::fields! {
    /// A contact with the customer.
    pub struct Communication {
        /// How, when, with whom, by whom
        channel: String, at: Option<Stamp>, with: String, by: Option<Who>,
        text: Told, note: House,
        /// Mood, what was said to calm, what was promised, what was given
        mood: Option<Mood>, apology: House, promise: House, gift: House,
        files: Vec<FileDigest>,
    }
    /// A return visit or call after the reply.
    pub struct FollowUp {
        on: Option<Date>, by: Option<Who>, with: String,
        satisfied: Option<Satisfied>,
        /// 1 to 5
        score: Option<i64>,
        words: String,
    }
    /// A visit to the customer.
    pub struct Visit {
        planned_on: Option<Date>, on: Option<Date>, by: Option<Who>, with: String,
        findings: House, told: Told, files: Vec<FileDigest>,
    }
    /// A meeting about the case, or a joint consultation.
    pub struct Meeting {
        subject: String, on: Option<Date>, place: String, called_by: Option<Who>,
        attendants: Vec<Attendant>,
        minutes: House, decisions: House, files: Vec<FileDigest>,
    }
    /// Somebody who was asked to come.
    pub struct Attendant {
        /// Its number in this record
        id: LineId,
        who: Option<Who>, must: Option<YesNo>, came: Option<YesNo>,
    }
    /// How a running case stands, told at any time.
    pub struct ProgressReport {
        on: Option<Date>, by: Option<Who>, text: Told,
        /// What was adjusted, and why
        adjusted: House,
    }
    /// How well the house communicated, fed back, followed up.
    pub struct Assessment {
        about: Option<Evaluated>, on: Option<Date>, by: Option<Who>,
        /// 1 to 5
        score: Option<i64>,
        words: House, to_improve: House,
    }
    /// What a department reports back to the desk.
    pub struct Outcome {
        on: Option<Stamp>, by: Option<Who>, text: House, told: Told, files: Vec<FileDigest>,
    }
}
