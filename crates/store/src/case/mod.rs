//! A case as rows: its head, sections, task rows and side records, each with its own revision (model §§ 3, 7).
//!
//! Two people in two sections never conflict, because a save writes only the rows that differ. Knows the shape of a case;
//! must never know what may be done with it.

mod load;
mod number;
mod save;
mod void;
mod written;

pub(crate) use load::plain;

use crate::journal::Hash;
use crate::record::{Kept, Rev};
use kesu_domain::case::{Case, RecordRow, SectionRow, TaskKey, TaskRow};
use kesu_domain::id::{CaseId, RecordId};
use kesu_domain::master::Signature;
use kesu_domain::record::RecordKind;
use kesu_domain::section::Kind;
use serde::{Deserialize, Serialize};

/// A case with where each of its rows stands.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// Its id.
    pub id: CaseId,
    /// The case; every row in it has its id.
    pub case: Case,
    /// Its signatures, oldest first.
    pub signatures: Vec<Kept<Signature>>,
    head: Stand,
    tasks: Vec<Stand>,
    sections: Vec<Stand>,
    records: Vec<Stand>,
}

/// Where a row stands: its revision, and the entry that wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stand {
    /// Id of the row.
    pub id: i64,
    /// Its revision.
    pub rev: Rev,
    /// The entry that wrote it.
    pub seq: i64,
    /// The digest of that entry: what a manifest names the row by.
    pub digest: Hash,
}

impl Loaded {
    /// The head.
    pub fn head(&self) -> Stand {
        self.head
    }
    /// The section of this kind, slot and round.
    pub fn section(&self, kind: Kind, slot: &str, round: u32) -> Option<Stand> {
        let is = |row: &&SectionRow| row.section.kind() == kind && row.slot == slot && row.round == round;
        stand_of(&self.sections, self.case.sections.iter().find(is)?)
    }
    /// The section of this kind that counts now.
    pub fn newest(&self, kind: Kind) -> Option<Stand> {
        stand_of(&self.sections, self.case.section(kind)?)
    }
    /// The task row of this key.
    pub fn task(&self, key: &TaskKey) -> Option<Stand> {
        stand_of(&self.tasks, self.case.task(key)?)
    }
    /// The side record of this id.
    pub fn record(&self, id: RecordId) -> Option<Stand> {
        self.records.iter().find(|stand| stand.id == id.0).copied()
    }
    /// The side record of this kind that was added last.
    pub fn last_record(&self, kind: RecordKind) -> Option<Stand> {
        stand_of(&self.records, self.case.records_of(kind).last()?)
    }
    /// The last entry that wrote one of its rows.
    fn last_seq(&self) -> i64 {
        let rows = self.tasks.iter().chain(&self.sections).chain(&self.records);
        rows.map(|stand| stand.seq).fold(self.head.seq, i64::max)
    }
}

fn stand_of<R: CaseRow>(stands: &[Stand], row: &R) -> Option<Stand> {
    let id = row.id()?;
    stands.iter().find(|stand| stand.id == id).copied()
}

/// A row of a case as it is kept: its body, with the case first (`load.rs` takes it off by its place).
#[derive(Serialize, Deserialize)]
struct Of<T> {
    case: CaseId,
    #[serde(flatten)]
    row: T,
}

/// What a section, a task row and a side record have in common.
trait CaseRow: Clone + PartialEq + Serialize {
    /// What errors call it, and its table.
    const TABLE: crate::schema::Table;
    fn id(&self) -> Option<i64>;
    fn set_id(&mut self, id: i64);
}

macro_rules! case_rows { ($( $T:ty => $Table:ident, $Id:path; )*) => { $(
    impl CaseRow for $T {
        const TABLE: crate::schema::Table = crate::schema::Table::$Table;
        fn id(&self) -> Option<i64> { self.id.map(|id| id.0) }
        fn set_id(&mut self, id: i64) { self.id = Some($Id(id)); }
    }
)* } }

case_rows! {
    SectionRow => Section, kesu_domain::id::SectionId;
    TaskRow => Task, kesu_domain::id::TaskRowId;
    RecordRow => Record, RecordId;
}
