use super::{Break, Check};
use crate::case::plain;
use crate::derived::{Rows, is_indexed, next_ids, stored, strays};
use crate::door::Read;
use crate::error::Result;
use crate::known::Known;
use kesu_domain::time::Stamp;

impl Check<'_> {
    /// Each derived row against what the case says: all are functions of the rows, since what moves with the clock is in none.
    /// The search index keeps no text, so that a case is in it is all that can be asked of it.
    pub(super) fn derived(&mut self, known: &Known, now: Stamp) -> Result<()> {
        let read = Read::new(self.db, known, None, now);
        for (table, case) in strays(self.db)? {
            self.name(Break::Derived { table, case });
        }
        let mut last = 0;
        loop {
            let ids = next_ids(self.db, last)?;
            let Some(newest) = ids.last() else { return Ok(()) };
            last = newest.0;
            for id in ids {
                let Some(loaded) = plain(self.db, id)? else { continue };
                self.report.rows += 1;
                let procedure = read.procedure(loaded.case.head.procedure)?;
                let calendar = read.calendar(loaded.case.head.plant)?;
                let made = Rows::made(self.db, id, &loaded.case, &procedure, &calendar, now)?;
                for table in made.differ(&stored(self.db, id)?) {
                    self.name(Break::Derived { table, case: id });
                }
                if !is_indexed(self.db, id)? {
                    self.name(Break::Derived { table: "search", case: id });
                }
            }
        }
    }
}
