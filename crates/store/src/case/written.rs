//! Who wrote the sections and records of a case: every revision, by the journal. What an erasing command wrote was written
//! by whoever had written it before.

use crate::error::Result;
use crate::journal::Event;
use crate::schema::Table;
use kesu_domain::case::{RowId, Written};
use kesu_domain::id::{AccountId, CaseId, RecordId, SectionId};
use rusqlite::{Connection, params};

/// All writings of the case, oldest first.
pub(super) fn of(db: &Connection, case: CaseId) -> Result<Vec<Written>> {
    let sql = "SELECT j.kind = ?2, j.subject, j.actor, j.at FROM journal j
               WHERE j.case_id = ?1 AND j.kind IN (?2, ?3)
                 AND NOT EXISTS (SELECT 1 FROM journal e WHERE e.kind = ?4 AND e.tx = j.tx)
               ORDER BY j.seq";
    let mut query = db.prepare_cached(sql)?;
    let kinds = (Table::Section.name(), Table::Record.name(), Event::Erasure.name());
    let mut found = query.query(params![case.0, kinds.0, kinds.1, kinds.2])?;
    let mut all = vec![];
    while let Some(row) = found.next()? {
        let (is_section, subject): (bool, i64) = (row.get(0)?, row.get(1)?);
        let subject = if is_section { RowId::Section(SectionId(subject)) } else { RowId::Record(RecordId(subject)) };
        let text: String = row.get(3)?;
        let at = text.parse().map_err(|cause: String| {
            rusqlite::Error::FromSqlConversionFailure(3, rusqlite::types::Type::Text, cause.into())
        })?;
        all.push(Written { row: subject, by: AccountId(row.get(2)?), at });
    }
    Ok(all)
}
