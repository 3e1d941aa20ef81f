//! Tables, indexes and triggers stand as they were written down; the file itself is asked only with the derived tables.

use super::{Break, Check};
use crate::error::{Error, Result};
use crate::schema;

impl Check<'_> {
    /// SQLite's own check of the whole file. The evidence is read to its last byte by the other checks; what is no evidence
    /// is asked for with the derived tables, and made again (model § 2).
    pub(super) fn structure(&mut self) -> Result<()> {
        let mut query = self.db.prepare("PRAGMA quick_check(20)")?;
        let said: Vec<String> = query.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        for what in said.into_iter().filter(|what| what != "ok") {
            self.name(Break::Damaged { what });
        }
        Ok(())
    }

    /// Each index of a table that has so many rows must lead to every one of them.
    pub(super) fn indexes(&mut self, table: &str, rows: u64) -> Result<()> {
        let mut query = self.db.prepare("SELECT name FROM pragma_index_list(?1) WHERE NOT partial")?;
        let names: Vec<String> = query.query_map([table], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        names.iter().try_for_each(|index| self.index(table, index, "true", rows))
    }

    /// This index must lead to as many rows.
    pub(super) fn index(&mut self, table: &str, index: &str, of: &str, rows: u64) -> Result<()> {
        // Not `count(*)`: SQLite counts by whichever index is the smallest. An index that cannot be read is no reason to
        // leave the rest unread.
        let sql = format!("SELECT coalesce(sum(1), 0) FROM {table} INDEXED BY {} WHERE {of}", quoted(index));
        let what = match self.number(&sql) {
            Ok(led) if led.unsigned_abs() == rows => return Ok(()),
            Ok(led) => format!("index {index} leads to {led} of {rows} rows"),
            Err(Error::Damaged(what)) => format!("index {index}: {what}"),
            Err(other) => return Err(other),
        };
        self.name(Break::Damaged { what });
        Ok(())
    }

    pub(super) fn number(&self, sql: &str) -> Result<i64> {
        Ok(self.db.query_row(sql, [], |row| row.get(0))?)
    }

    /// Everything with which the database refuses what is not journaled.
    pub(super) fn guards(&mut self) -> Result<()> {
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

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
