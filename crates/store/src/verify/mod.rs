//! `verify`: names every change, made behind the program's back, that alters, adds or removes a sacred row, an entry,
//! a body, a claimed file or a guard of the database (model § 2). It streams: what it finds goes to a sink one by one,
//! and memory does not grow with the journal.
//!
//! What it cannot see by itself is a whole chain computed anew, or cut short: for that a head is remembered outside the
//! folder and asked for with [`Folder::holds`].

mod beside;
mod breaks;
mod chain;
mod columns;
mod derived;
mod files;
mod guards;
mod rows;

use crate::erase::erasures;
use crate::error::Result;
use crate::folder::Folder;
use crate::journal::Head;
pub use breaks::Break;
use kesu_domain::people::FileDigest;
use kesu_domain::time::Stamp;
use rusqlite::{Connection, OptionalExtension};
use std::collections::{BTreeMap, BTreeSet};

/// How much is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Everything.
    Full,
    /// Entries after this one, and the rows and files that they wrote: the check at start.
    Since(i64),
    /// Derived tables against what the rows say, and SQLite's own check of the whole file. They are no evidence: what
    /// differs is mended by [`Folder::rebuild`]. The moment is now.
    Derived(Stamp),
}

/// What was checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Report {
    /// Where the journal ends.
    pub head: Head,
    /// Entries that were read.
    pub entries: u64,
    /// Rows that were held against their entries.
    pub rows: u64,
    /// Claimed files that were read.
    pub files: u64,
    /// Breaks that were named.
    pub breaks: u64,
}

/// One run over one snapshot.
struct Check<'a> {
    db: &'a Connection,
    /// Entries after this one.
    since: i64,
    /// Entries whose words an erasure entry takes out, and that entry. Few: one for each revision that named a person.
    erased: BTreeMap<i64, i64>,
    erased_files: BTreeSet<FileDigest>,
    report: Report,
    sink: &'a mut dyn FnMut(Break),
}

impl Folder {
    /// Checks the folder, and hands each break to `sink`, in the order in which it is found.
    ///
    /// # Errors
    /// The database is too damaged to be read to its end.
    pub fn verify(&self, scope: Scope, sink: &mut dyn FnMut(Break)) -> Result<Report> {
        self.fresh_snapshot(|db| {
            let head = crate::journal::head(db)?;
            let since = match scope {
                Scope::Full | Scope::Derived(_) => 0,
                Scope::Since(seq) => seq,
            };
            let all = erasures(db)?;
            let erased = all.iter().flat_map(|(by, erasure)| erasure.seqs.iter().map(|seq| (*seq, *by))).collect();
            let erased_files = all.iter().flat_map(|(_, erasure)| erasure.files.iter().cloned()).collect();
            let report = Report { head, entries: 0, rows: 0, files: 0, breaks: 0 };
            let mut check = Check { db, since, erased, erased_files, report, sink };
            if let Scope::Derived(now) = scope {
                check.structure()?;
                check.derived(self.known(), now)?;
                return Ok(check.report);
            }
            if scope == Scope::Full {
                check.guards()?;
            }
            let tallies = check.chain()?;
            check.rows(&tallies)?;
            check.files(&self.files)?;
            Ok(check.report)
        })
    }

    /// Is the journal still the one that had this head? `None` when it is.
    ///
    /// # Errors
    /// SQLite.
    pub fn holds(&self, head: &Head) -> Result<Option<Break>> {
        if head.seq == 0 {
            return Ok(None);
        }
        let sql = "SELECT hash FROM journal WHERE seq = ?1";
        let found: Option<Vec<u8>> = self
            .snapshot(|db| Ok::<_, crate::error::Error>(db.query_row(sql, [head.seq], |row| row.get(0)).optional()?))?;
        Ok(match found {
            None => Some(Break::HeadMissing { seq: head.seq }),
            Some(hash) if hash != head.hash.0 => Some(Break::HeadOther { seq: head.seq }),
            Some(_) => None,
        })
    }
}

impl Check<'_> {
    /// Above which number entries and rows are read. A full run leaves out none: numbers below 1 are what nobody here
    /// writes, and so what somebody else did.
    fn floor(&self) -> i64 {
        if self.since == 0 { i64::MIN } else { self.since }
    }

    fn name(&mut self, found: Break) {
        self.report.breaks += 1;
        (self.sink)(found);
    }
}
