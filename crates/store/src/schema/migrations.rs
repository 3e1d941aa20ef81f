//! Migrations of `kesu.db`. A released one is never changed; the snapshot `tests/store/schema.sql` sees to it.

use super::Table;
use crate::error::{Error, Result};
use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};
use std::collections::BTreeMap;

const JOURNAL: &str = include_str!("journal.sql");
const DERIVED: &str = include_str!("derived.sql");

/// Every migration, oldest first. `user_version` counts them.
fn all() -> Vec<String> {
    let sacred = Table::ALL.iter().map(|table| table.ddl());
    let evidence = std::iter::once(JOURNAL.to_owned()).chain(sacred).collect::<Vec<_>>().join("\n");
    vec![evidence, DERIVED.to_owned()]
}

/// Brings the database up to this program's version. The caller holds the lock of the folder.
pub(crate) fn migrate(db: &mut Connection) -> Result<()> {
    let steps = all();
    let known = steps.len() as i64;
    let found: i64 = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found > known {
        return Err(Error::Newer { found, known });
    }
    if found <= 0 && !objects(db)?.is_empty() {
        return Err(Error::Damaged(format!("its version is {found}, and it is not empty")));
    }
    let steps = Migrations::new(steps.iter().map(|sql| M::up(sql)).collect());
    steps.to_latest(db).map_err(|cause| match cause {
        rusqlite_migration::Error::RusqliteError { query: _, err } => Error::from(err),
        other => Error::Damaged(other.to_string()),
    })
}

/// What the schema of this version must be: name of each object and its SQL.
pub(crate) fn expected() -> Result<BTreeMap<String, String>> {
    let mut db = Connection::open_in_memory()?;
    migrate(&mut db)?;
    objects(&db)
}

/// What the schema of this file is. Objects that SQLite makes by itself have no SQL and are left out.
pub(crate) fn objects(db: &Connection) -> Result<BTreeMap<String, String>> {
    let mut query = db.prepare("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")?;
    let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
