use super::{Break, Check};
use crate::error::Result;
use crate::schema;

impl Check<'_> {
    /// The structure of the file, and everything with which the database refuses what is not journaled.
    pub(super) fn guards(&mut self) -> Result<()> {
        let mut query = self.db.prepare("PRAGMA quick_check(20)")?;
        let said: Vec<String> = query.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        for what in said.into_iter().filter(|what| what != "ok") {
            self.name(Break::Damaged { what });
        }
        let mut expected = schema::expected()?;
        for (name, sql) in schema::objects(self.db)? {
            if expected.remove(&name).as_ref() != Some(&sql) {
                self.name(Break::Guard { name });
            }
        }
        for name in expected.into_keys() {
            self.name(Break::Guard { name });
        }
        Ok(())
    }
}
