//! What every form of the family has in its header and footer.

use super::Words;
use kesu_domain::time::Stamp;

/// The languages of the labels. Values stay as they were typed (design § 10).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormLang {
    /// 中文
    Zh,
    /// English
    En,
    /// 中文, and English below it
    Both,
}

/// Everything around the fields of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Of the labels.
    pub lang: FormLang,
    /// Whose form it is.
    pub plant: Plant,
    /// The number of the form in the plant's own list, from the procedure: `QR-KS-01`.
    pub form_no: String,
    /// Its version there: `B/1`.
    pub version: String,
    /// Draft, record, or paper to be filled by hand.
    pub state: State,
    /// A form for a customer stands without check code, digest and QR code (D-8); forms of the house always have them.
    pub unmarked: bool,
    /// How long it is kept: `15 年，至 2041-06-30`.
    pub retention: Words,
    /// When, by whom and where it was printed or issued.
    pub printed: Printed,
}

/// A plant as its forms show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plant {
    /// The company.
    pub name: Words,
    /// The plant within it.
    pub unit: Option<Words>,
    /// JPEG or PNG; an empty box where there is none.
    pub logo: Option<Vec<u8>>,
}

/// What the paper is worth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// Black tag, no code, no digest, empty boxes.
    Draft,
    /// A record: printing it again gives the same bytes.
    Issued(Issue),
    /// To be filled by hand: missing fields are free places, and the digest is that of the empty form.
    ByHand(Issue),
    /// Work paper of the day: no record, no code; what it says was so when it was printed.
    Working,
}

/// What makes a paper checkable (D-8).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// Which issue of the form: `r2`; of paper to be filled by hand the print number.
    pub number: String,
    /// The check code, for typing: `K7QM-2XRD-9FTA`.
    pub code: String,
    /// The content digest (model § 9).
    pub digest: [u8; 32],
    /// The last entry of the case; `None` for paper that belongs to no case yet.
    pub head: Option<Head>,
}

/// An entry of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Its number.
    pub seq: i64,
    /// Its hash.
    pub hash: [u8; 32],
}

/// The line at the foot that says who made this paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The moment, for the file's own data.
    pub at: Stamp,
    /// The same moment in the plant's zone, with its offset: `2026-06-16 16:42 +08:00`.
    pub local: String,
    /// Who.
    pub by: Words,
    /// On which PC; never on a customer's form.
    pub machine: Option<String>,
}

impl Sheet {
    /// What makes it checkable; `None` for a draft and for work paper.
    pub fn issue(&self) -> Option<&Issue> {
        match &self.state {
            State::Draft | State::Working => None,
            State::Issued(issue) | State::ByHand(issue) => Some(issue),
        }
    }
}
