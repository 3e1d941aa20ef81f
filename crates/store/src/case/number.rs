//! Numbers: the highest of a prefix, plant and year, and one (model § 10). Cases and records are never deleted, so no
//! number returns.
//!
//! The first plant of a folder is not named in its numbers: `KS-2026-0001`. Every other one is, by its code, so that numbers
//! are unique in the folder: `KS-P2-2026-0001`. From 10000 on a number has five digits.

use crate::door::{Read, Write};
use crate::error::{Error, Result};
use kesu_domain::id::{CaseId, PlantId};
use kesu_domain::master::Plant;
use kesu_domain::record::RecordKind;
use rusqlite::{OptionalExtension, ToSql};

/// Digits that a number has at least, and at most.
const DIGITS: (usize, usize) = (4, 9);

impl Read<'_> {
    /// The case of that number.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none, or the actor may not see it.
    pub fn case_of_number(&self, number: &str) -> Result<CaseId> {
        let mut query = self.db.prepare_cached("SELECT id FROM cases WHERE number = ?1")?;
        let found = query.query_row([number], |row| row.get(0).map(CaseId)).optional()?;
        let not_found = || Error::NotFound(format!("case {number}"));
        let id = found.ok_or_else(not_found)?;
        if self.case_seen(id)? { Ok(id) } else { Err(not_found()) }
    }
}

impl Write<'_> {
    /// The next number of cases. It is taken by adding a case under it in this transaction.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such plant.
    pub fn next_number(&self, prefix: &str, plant: PlantId, year: i32) -> Result<String> {
        let stem = self.stem(prefix, plant, year)?;
        let sql = "SELECT number FROM cases WHERE length(number) = ?1 AND number > ?2 AND number < ?3
                   ORDER BY number DESC LIMIT 1";
        self.next(&stem, sql, &[])
    }

    /// The next number of records of this kind; `None` where the kind carries none.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such plant.
    pub fn next_record_number(&self, kind: RecordKind, plant: PlantId, year: i32) -> Result<Option<String>> {
        let Some(prefix) = kind.prefix() else { return Ok(None) };
        let stem = self.stem(prefix, plant, year)?;
        let sql = "SELECT number FROM record WHERE kind = ?4 AND length(number) = ?1 AND number > ?2 AND number < ?3
                   ORDER BY number DESC LIMIT 1";
        self.next(&stem, sql, &[&kind.name()]).map(Some)
    }

    fn stem(&self, prefix: &str, plant: PlantId, year: i32) -> Result<String> {
        let code = self.get::<Plant>(plant)?.body.code;
        let first: i64 = self.db.prepare_cached("SELECT min(id) FROM plant")?.query_row([], |row| row.get(0))?;
        Ok(if first == plant.0 { format!("{prefix}-{year}-") } else { format!("{prefix}-{code}-{year}-") })
    }

    /// Lengths are tried from the longest, because 10000 sorts before 9999. Each is one step in an index.
    fn next(&self, stem: &str, sql: &str, more: &[&dyn ToSql]) -> Result<String> {
        let mut query = self.db.prepare_cached(sql)?;
        // The sign after the digits in ASCII.
        let end = format!("{stem}:");
        for digits in (DIGITS.0..=DIGITS.1).rev() {
            let length = (stem.chars().count() + digits) as i64;
            let mut values: Vec<&dyn ToSql> = vec![&length, &stem, &end];
            values.extend(more);
            let last: Option<String> = query.query_row(values.as_slice(), |row| row.get(0)).optional()?;
            let last = last.as_deref().and_then(|number| number.strip_prefix(stem));
            if let Some(number) = last.and_then(|digits| digits.parse::<u32>().ok()) {
                return Ok(format!("{stem}{:04}", number + 1));
            }
        }
        Ok(format!("{stem}0001"))
    }
}
