//! `file_use`: the files that a case uses, for downloads.

use super::seen::FILES;
use crate::door::Read;
use crate::error::Result;
use kesu_domain::id::CaseId;
use kesu_domain::people::FileDigest;
use rusqlite::{Connection, params};
use std::collections::BTreeSet;

/// What signatures on paper and issued forms of a case bring along.
const BESIDE: &str = "SELECT body ->> '$.file' FROM issued WHERE case_id = ?1 AND body ->> '$.file' IS NOT NULL
  UNION SELECT body ->> '$.by.outside.scan' FROM signature
  WHERE case_id = ?1 AND body ->> '$.by.outside.scan' IS NOT NULL";

impl Read<'_> {
    /// The files of a case; none of one that the actor may not see.
    ///
    /// # Errors
    /// SQLite.
    pub fn files_of(&self, case: CaseId) -> Result<Vec<FileDigest>> {
        let sql = format!("SELECT f.file FROM {FILES} WHERE f.case_id = ?2 ORDER BY f.file");
        let mut query = self.db.prepare_cached(&sql)?;
        let found = query.query_map((&self.me()?.sight, case.0), |row| row.get::<_, String>(0))?;
        let all: Vec<String> = found.collect::<rusqlite::Result<_>>()?;
        Ok(all.iter().filter_map(|text| FileDigest::new(text)).collect())
    }

    /// The cases that use this file, of those that the actor may see: who sees one may have the file. A file that was taken
    /// in for a case belongs to it before anything names it.
    ///
    /// # Errors
    /// SQLite.
    pub fn case_of_file(&self, file: &FileDigest) -> Result<Vec<CaseId>> {
        let sql = format!("SELECT f.case_id FROM {FILES} WHERE f.file = ?2");
        let mut query = self.db.prepare_cached(&sql)?;
        let found = query.query_map((&self.me()?.sight, file.as_str()), |row| row.get(0))?;
        let mut all: BTreeSet<CaseId> = found.map(|id| id.map(CaseId)).collect::<rusqlite::Result<_>>()?;
        let row = self.find::<kesu_domain::master::File>(&[("sha256", &file.as_str())])?.map(|kept| kept.body);
        let brought =
            row.iter().flat_map(|row| row.case.into_iter().chain(row.also.iter().map(|brought| brought.case)));
        for case in brought {
            if self.case_seen(case)? {
                all.insert(case);
            }
        }
        Ok(all.into_iter().collect())
    }
}

/// After a signature or an issued form was added.
pub(crate) fn follow(db: &Connection, cases: &BTreeSet<CaseId>) -> Result<()> {
    for case in cases {
        for file in beside(db, *case)? {
            let sql = "INSERT OR IGNORE INTO file_use(file, case_id) VALUES(?1, ?2)";
            db.prepare_cached(sql)?.execute(params![file.as_str(), case.0])?;
        }
    }
    Ok(())
}

pub(super) fn beside(db: &Connection, case: CaseId) -> Result<BTreeSet<FileDigest>> {
    digests(db, BESIDE, case)
}

pub(super) fn write(db: &Connection, case: CaseId, files: &BTreeSet<FileDigest>) -> Result<()> {
    let mut insert = db.prepare_cached("INSERT INTO file_use(file, case_id) VALUES(?1, ?2)")?;
    for file in files {
        insert.execute(params![file.as_str(), case.0])?;
    }
    Ok(())
}

pub(super) fn stored(db: &Connection, case: CaseId) -> Result<BTreeSet<FileDigest>> {
    digests(db, "SELECT file FROM file_use WHERE case_id = ?1", case)
}

fn digests(db: &Connection, sql: &str, case: CaseId) -> Result<BTreeSet<FileDigest>> {
    let mut query = db.prepare_cached(sql)?;
    let found: Vec<String> = query.query_map([case.0], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(found.iter().filter_map(|text| FileDigest::new(text)).collect())
}
