//! Reads a case whole: head, tasks, sections, records, signatures. Must never know what any of them means.

use super::{CaseRow, Loaded, Of, Stand, void, written};
use crate::door::{Read, Write};
use crate::error::{Error, Result};
use crate::journal::Hash;
use crate::record::Rev;
use kesu_domain::case::{Case, Head};
use kesu_domain::id::{AccountId, CaseId};
use rusqlite::{Connection, Row};
use serde::de::DeserializeOwned;

impl Write<'_> {
    /// The cases that are not over in which this account may be named, whole, whoever asks: what somebody leaves is handed
    /// over whether the one who says so sees it or not. For writing alone; nothing of it is shown.
    ///
    /// # Errors
    /// SQLite, or [`Error::Body`].
    pub fn cases_that_name(&self, account: AccountId) -> Result<Vec<Loaded>> {
        // Bodies are looked through for the number only: whether it is this account there, the domain says.
        let sql = "SELECT c.id FROM cases c WHERE c.state IN ('open', 'settled', 'closed') AND (
             EXISTS (SELECT 1 FROM section s WHERE s.case_id = c.id AND s.body LIKE ?1)
             OR EXISTS (SELECT 1 FROM task t WHERE t.case_id = c.id AND t.body LIKE ?1)
             OR EXISTS (SELECT 1 FROM record r WHERE r.case_id = c.id AND r.body LIKE ?1)
             OR c.body LIKE ?1) ORDER BY c.id";
        let mut query = self.db.prepare(sql)?;
        let found = query.query_map([format!("%{account}%")], |row| row.get(0).map(CaseId))?;
        let mut all = vec![];
        for id in found {
            if let Some(mut loaded) = plain(self.db, id?)? {
                self.sign(&mut loaded)?;
                all.push(loaded);
            }
        }
        Ok(all)
    }
}

impl Read<'_> {
    /// The case of that id, whole, with its signatures and which of them are void.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none, or the actor may not see it; [`Error::Body`].
    pub fn case(&self, id: CaseId) -> Result<Loaded> {
        if self.case_seen(id)?
            && let Some(mut loaded) = plain(self.db, id)?
        {
            self.sign(&mut loaded)?;
            return Ok(loaded);
        }
        Err(Error::NotFound(format!("case {id}")))
    }

    /// Reads the signatures and who wrote what, and computes which signatures are void.
    pub(super) fn sign(&self, loaded: &mut Loaded) -> Result<()> {
        loaded.signatures = self.list(&[("case_id", &loaded.id.0)])?;
        let p = self.procedure(loaded.case.head.procedure)?;
        loaded.case.voided = void::voided(self.db, loaded, &p)?;
        // Who wrote what decides who may still judge it: in the archive nobody does.
        if loaded.case.head.archived_at.is_none() {
            loaded.case.written = written::of(self.db, loaded.id)?;
        }
        Ok(())
    }
}

/// The case without its signatures, whoever asks.
pub(crate) fn plain(db: &Connection, id: CaseId) -> Result<Option<Loaded>> {
    let sql =
        "SELECT r.id, r.rev, r.seq, j.digest, r.body FROM cases r JOIN journal j ON j.seq = r.seq WHERE r.id = ?1";
    let mut query = db.prepare_cached(sql)?;
    let mut found = query.query([id.0])?;
    let Some(row) = found.next()? else { return Ok(None) };
    let (head_stand, head): (Stand, Head) = (stand(row)?, body(row, "cases")?);
    let (tasks, task_rows) = rows(db, id)?;
    let (sections, section_rows) = rows(db, id)?;
    let (records, record_rows) = rows(db, id)?;
    let case =
        Case { head, tasks: task_rows, sections: section_rows, records: record_rows, voided: vec![], written: vec![] };
    Ok(Some(Loaded { id, case, signatures: vec![], head: head_stand, tasks, sections, records }))
}

/// The rows of one kind in the order in which they were made, and where each stands.
fn rows<R: CaseRow + DeserializeOwned>(db: &Connection, case: CaseId) -> Result<(Vec<Stand>, Vec<R>)> {
    let table = R::TABLE.name();
    let sql = format!(
        "SELECT r.id, r.rev, r.seq, j.digest, r.body FROM {table} r JOIN journal j ON j.seq = r.seq
         WHERE r.case_id = ?1 ORDER BY r.id"
    );
    let mut query = db.prepare_cached(&sql)?;
    let mut found = query.query([case.0])?;
    let (mut stands, mut rows) = (vec![], vec![]);
    while let Some(row) = found.next()? {
        let stand = stand(row)?;
        let mut kept = of_case(row, table)?;
        R::set_id(&mut kept, stand.id);
        stands.push(stand);
        rows.push(kept);
    }
    Ok((stands, rows))
}

/// The row as the domain knows it. [`Of`] writes the case before it: taken off as text, nothing has to be kept aside until
/// the whole was looked through for it.
fn of_case<R: DeserializeOwned>(row: &Row, kind: &'static str) -> Result<R> {
    let text = row.get_ref(4)?.as_str().map_err(rusqlite::Error::from)?;
    let rest = text.strip_prefix("{\"case\":").and_then(|rest| rest.split_once(','));
    let rest = rest.filter(|(id, _)| id.bytes().all(|byte| byte.is_ascii_digit()));
    let read = match rest {
        Some((_, rest)) => serde_json::from_str(&format!("{{{rest}")),
        None => serde_json::from_str(text).map(|of: Of<R>| of.row),
    };
    read.map_err(|cause| Error::Body { kind, cause })
}

fn stand(row: &Row) -> rusqlite::Result<Stand> {
    Ok(Stand { id: row.get(0)?, rev: Rev(row.get(1)?), seq: row.get(2)?, digest: Hash(row.get(3)?) })
}

fn body<T: DeserializeOwned>(row: &Row, kind: &'static str) -> Result<T> {
    let text = row.get_ref(4)?.as_str().map_err(rusqlite::Error::from)?;
    serde_json::from_str(text).map_err(|cause| Error::Body { kind, cause })
}
