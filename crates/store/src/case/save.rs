use super::{CaseRow, Loaded, Of, Stand, plain};
use crate::derived;
use crate::door::{Write, Written};
use crate::error::{Error, Result};
use crate::schema::Table;
use kesu_domain::case::Case;
use kesu_domain::id::CaseId;
use kesu_domain::procedure::Proven;
use kesu_domain::time::Calendar;
use rusqlite::Connection;
use serde::Serialize;

impl Write<'_> {
    /// Adds a case with all its rows, and what lists read of it.
    ///
    /// # Errors
    /// [`Error::Taken`] when its number is.
    pub fn add_case(&mut self, p: &Proven, case: &Case, calendar: &Calendar) -> Result<CaseId> {
        let (id, written) = self.add_text(Table::Cases, &text(&case.head, Table::Cases)?)?;
        let empty = Case { tasks: vec![], sections: vec![], records: vec![], ..case.clone() };
        let (head, id) = (stand(id, written), CaseId(id));
        let (signatures, tasks, sections, records) = (vec![], vec![], vec![], vec![]);
        let mut new = Loaded { id, case: empty, signatures, head, tasks, sections, records };
        self.save_rows(&mut new, case)?;
        self.derive(&new, p, calendar, |_| Ok(derived::Rows::default()))?;
        Ok(id)
    }

    /// Saves what differs between the case as it was read and as it is now: changed rows, and new ones, which have no id.
    /// What lists read of it follows in the same transaction. Returns the case as it stands.
    ///
    /// # Errors
    /// [`Error::Conflict`] when somebody else wrote a row that differs; the rows that are equal conflict with nobody.
    /// [`Error::NotFound`] when a row is left out: rows are never deleted.
    pub fn save_case(&mut self, before: &Loaded, after: &Case, p: &Proven, calendar: &Calendar) -> Result<Loaded> {
        let mut now = before.clone();
        let stale = self.was_written_since(before)?;
        if before.case.head != after.head {
            let body = text(&after.head, Table::Cases)?;
            if let Some(written) = self.put_text(Table::Cases, before.id.0, before.head.rev, &body)? {
                now.head = stand(before.id.0, written);
            }
            now.case.head = after.head.clone();
        }
        self.save_rows(&mut now, after)?;
        if stale {
            // Somebody else wrote other rows: lists read the case as it is, not as this one knew it.
            now = plain(self.db, before.id)?.ok_or_else(|| Error::NotFound(format!("case {}", before.id)))?;
        }
        self.derive(&now, p, calendar, |db| derived::stored(db, before.id))?;
        self.sign(&mut now)?;
        Ok(now)
    }

    /// Did somebody write a row of the case after it was read?
    fn was_written_since(&self, before: &Loaded) -> Result<bool> {
        let sql = "SELECT EXISTS (SELECT 1 FROM journal WHERE case_id = ?1 AND seq > ?2
                     AND kind IN ('cases', 'section', 'task', 'record'))";
        Ok(self.db.prepare_cached(sql)?.query_row([before.id.0, before.last_seq()], |row| row.get(0))?)
    }

    fn save_rows(&mut self, now: &mut Loaded, after: &Case) -> Result<()> {
        let id = now.id;
        self.save_kind(id, &mut now.case.tasks, &mut now.tasks, &after.tasks)?;
        self.save_kind(id, &mut now.case.sections, &mut now.sections, &after.sections)?;
        self.save_kind(id, &mut now.case.records, &mut now.records, &after.records)
    }

    fn save_kind<R: CaseRow>(
        &mut self,
        case: CaseId,
        rows: &mut Vec<R>,
        stands: &mut Vec<Stand>,
        after: &[R],
    ) -> Result<()> {
        let table = R::TABLE;
        let lost =
            |id: Option<i64>| Error::NotFound(format!("{} {} in its case", table.name(), id.unwrap_or_default()));
        if let Some(left_out) = rows.iter().find(|row| !after.iter().any(|one| one.id() == row.id())) {
            return Err(lost(left_out.id()));
        }
        for row in after {
            let Some(id) = row.id() else {
                let (id, written) = self.add_text(table, &text(&Of { case, row }, table)?)?;
                let mut added = row.clone();
                added.set_id(id);
                rows.push(added);
                stands.push(stand(id, written));
                continue;
            };
            let at = rows.iter().position(|old| old.id() == Some(id)).ok_or_else(|| lost(Some(id)))?;
            let known = stands.iter_mut().find(|stand| stand.id == id).ok_or_else(|| lost(Some(id)))?;
            if rows[at] != *row {
                if let Some(written) = self.put_text(table, id, known.rev, &text(&Of { case, row }, table)?)? {
                    *known = stand(id, written);
                }
                rows[at] = row.clone();
            }
        }
        Ok(())
    }

    /// What lists read of a case: now, or at the end of many commands.
    fn derive(
        &mut self,
        now: &Loaded,
        p: &Proven,
        calendar: &Calendar,
        old: impl FnOnce(&Connection) -> Result<derived::Rows>,
    ) -> Result<()> {
        if self.defers {
            self.touched.insert(now.id);
            return Ok(());
        }
        let words = derived::words(self.db, now.id, &now.case)?;
        self.words.push(words);
        derived::replace(self.db, now.id, &now.case, p, calendar, self.now, &old(self.db)?)
    }
}

fn stand(id: i64, written: Written) -> Stand {
    Stand { id, rev: written.rev, seq: written.seq, digest: written.digest }
}

fn text<T: Serialize>(body: &T, table: Table) -> Result<String> {
    serde_json::to_string(body).map_err(|cause| Error::Body { kind: table.name(), cause })
}
