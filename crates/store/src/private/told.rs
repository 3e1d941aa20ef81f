//! What somebody was told by a notification of the system: never the same twice, on this machine.

use super::Private;
use crate::error::Result;
use kesu_domain::id::AccountId;
use kesu_domain::time::Stamp;
use rusqlite::params;

/// What was told so long ago is forgotten: its task is done, or it stands on every board.
const KEPT: i64 = 400 * 24 * 3_600_000;

impl Private {
    /// Notes that this person is told this. False when they were told before.
    ///
    /// # Errors
    /// SQLite.
    pub fn tell_once(&self, account: AccountId, item: &str, now: Stamp) -> Result<bool> {
        let db = self.db();
        db.prepare_cached("DELETE FROM told WHERE at < ?1")?.execute([now.plus_millis(-KEPT).to_string()])?;
        let sql = "INSERT OR IGNORE INTO told(account, item, at) VALUES(?1, ?2, ?3)";
        Ok(db.prepare_cached(sql)?.execute(params![account.0, item, now.to_string()])? > 0)
    }
}
