//! Failed sign-ins beyond the lock, which are counted and not journaled (model § 7).

use super::Private;
use crate::error::Result;
use kesu_domain::time::Stamp;

impl Private {
    /// Notes a failure, and says how many there were since this moment, this one included.
    ///
    /// # Errors
    /// SQLite.
    pub fn note_attempt(&self, login: &str, now: Stamp, since: Stamp) -> Result<u32> {
        self.db()
            .prepare_cached("INSERT INTO attempt(login, at) VALUES(?1, ?2)")?
            .execute([login, &now.to_string()])?;
        self.attempts(login, since)
    }

    /// How often it failed since this moment.
    ///
    /// # Errors
    /// SQLite.
    pub fn attempts(&self, login: &str, since: Stamp) -> Result<u32> {
        let sql = "SELECT count(*) FROM attempt WHERE login = ?1 AND at >= ?2";
        Ok(self.db().prepare_cached(sql)?.query_row([login, &since.to_string()], |row| row.get(0))?)
    }

    /// Forgets the failures of this login: it signed in.
    ///
    /// # Errors
    /// SQLite.
    pub fn clear_attempts(&self, login: &str) -> Result<()> {
        self.db().prepare_cached("DELETE FROM attempt WHERE login = ?1")?.execute([login])?;
        Ok(())
    }
}
