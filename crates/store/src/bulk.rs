//! Many commands in one transaction: what a sample or an import writes, with the chain that single commands would have
//! made. See [`Folder::bulk`](crate::folder::Folder::bulk).

use crate::derived;
use crate::door::{Command, Random, Write};
use crate::error::{Error, Result};
use crate::files::Files;
use crate::journal::Head;
use crate::known::Known;
use kesu_domain::id::CaseId;
use kesu_domain::time::Stamp;
use rusqlite::Connection;
use std::collections::BTreeSet;

/// An open transaction of many commands.
pub struct Bulk<'a> {
    db: &'a Connection,
    random: &'a Random,
    files: &'a Files,
    known: &'a Known,
    head: Option<Head>,
    touched: BTreeSet<CaseId>,
    last: Option<Stamp>,
}

impl<'a> Bulk<'a> {
    pub(crate) fn begin(db: &'a Connection, random: &'a Random, files: &'a Files, known: &'a Known) -> Bulk<'a> {
        Bulk { db, random, files, known, head: None, touched: BTreeSet::new(), last: None }
    }

    /// Carries out one command: all of it, or nothing when `f` returns an error. It sees every case, whoever acts. Words are
    /// not erased in here.
    ///
    /// # Errors
    /// What `f` returns; [`Error::Replayed`].
    pub fn command<T, E: From<Error>>(
        &mut self,
        command: Command,
        f: impl FnOnce(&mut Write) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let run = |sql: &str| -> Result<()> {
            self.db.prepare_cached(sql)?.execute([])?;
            Ok(())
        };
        let now = command.now;
        run("SAVEPOINT command")?;
        let mut write = Write::begin(self.db, command, self.random, self.files, self.known)?.one_of_many(self.head);
        let out = f(&mut write);
        let after = write.over();
        if out.is_ok() {
            run("RELEASE command")?;
            self.head = after.head;
            self.last = self.last.max(Some(now));
            self.touched.extend(after.touched);
        } else {
            run("ROLLBACK TO command")?;
            run("RELEASE command")?;
        }
        out
    }

    /// What lists read of the cases that were written.
    pub(crate) fn finish(self) -> Result<()> {
        let Some(now) = self.last else { return Ok(()) };
        derived::make_again(self.db, self.known, now, self.touched)
    }
}
