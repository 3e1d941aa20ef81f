//! Uploads: who brought which file, until a row claims it. The bytes are in `files/` already.

use super::Private;
use crate::error::Result;
use kesu_domain::id::AccountId;
use kesu_domain::people::FileDigest;
use kesu_domain::time::Stamp;
use rusqlite::{Row, params};

/// A file that somebody brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// Who.
    pub account: AccountId,
    /// Which file.
    pub file: FileDigest,
    /// Under which name.
    pub name: String,
    /// e.g. `image/jpeg`
    pub media_type: String,
    /// Size.
    pub bytes: i64,
    /// When.
    pub at: Stamp,
}

impl Private {
    /// Notes an upload; the same file again takes the newer name.
    ///
    /// # Errors
    /// SQLite.
    pub fn note_upload(&self, upload: &Upload) -> Result<()> {
        let sql = "INSERT OR REPLACE INTO upload(account, sha256, name, media_type, bytes, at)
                   VALUES(?1, ?2, ?3, ?4, ?5, ?6)";
        self.db().prepare_cached(sql)?.execute(params![
            upload.account.0,
            upload.file.as_str(),
            upload.name,
            upload.media_type,
            upload.bytes,
            upload.at.to_string()
        ])?;
        Ok(())
    }

    /// What this person brought, newest first.
    ///
    /// # Errors
    /// SQLite.
    pub fn uploads(&self, account: AccountId) -> Result<Vec<Upload>> {
        let sql = "SELECT account, sha256, name, media_type, bytes, at FROM upload WHERE account = ?1
                   ORDER BY at DESC, sha256";
        let db = self.db();
        let mut query = db.prepare_cached(sql)?;
        let rows = query.query_map([account.0], read)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Forgets an upload of everybody: a row claims the file, or it is gone.
    ///
    /// # Errors
    /// SQLite.
    pub fn forget_upload(&self, file: &FileDigest) -> Result<()> {
        self.db().prepare_cached("DELETE FROM upload WHERE sha256 = ?1")?.execute([file.as_str()])?;
        Ok(())
    }
}

fn read(row: &Row) -> rusqlite::Result<Upload> {
    let name: String = row.get(1)?;
    let wrong = || rusqlite::Error::InvalidColumnType(1, name.clone(), rusqlite::types::Type::Text);
    Ok(Upload {
        account: AccountId(row.get(0)?),
        file: FileDigest::new(&name).ok_or_else(wrong)?,
        name: row.get(2)?,
        media_type: row.get(3)?,
        bytes: row.get(4)?,
        at: super::session::stamp(row, 5)?,
    })
}
