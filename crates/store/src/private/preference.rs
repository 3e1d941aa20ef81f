//! Preferences: how somebody likes the screen.

use super::Private;
use crate::error::Result;
use kesu_domain::id::AccountId;
use rusqlite::{OptionalExtension, params};

impl Private {
    /// What this person chose under this name.
    ///
    /// # Errors
    /// SQLite.
    pub fn preference(&self, account: AccountId, name: &str) -> Result<Option<String>> {
        let sql = "SELECT value FROM preference WHERE account = ?1 AND name = ?2";
        Ok(self.db().prepare_cached(sql)?.query_row(params![account.0, name], |row| row.get(0)).optional()?)
    }

    /// Keeps what this person chose.
    ///
    /// # Errors
    /// SQLite.
    pub fn set_preference(&self, account: AccountId, name: &str, value: &str) -> Result<()> {
        let sql = "INSERT OR REPLACE INTO preference(account, name, value) VALUES(?1, ?2, ?3)";
        self.db().prepare_cached(sql)?.execute(params![account.0, name, value])?;
        Ok(())
    }
}
