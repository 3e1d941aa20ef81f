//! Opening a connection: everything that a connection is told, in one place.

use crate::error::{Error, Result};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::fs::{File, OpenOptions};
use std::path::Path;
use std::time::Duration;

/// How long a writer waits for another process before it says `busy`.
const WAIT: Duration = Duration::from_secs(5);

/// The first bytes of every SQLite file.
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    /// Writes evidence: each commit is on the disk before it is answered.
    Evidence,
    /// Reads evidence.
    Reading,
    /// Writes what may be lost with the power: the private file.
    Private,
}

/// Opens an existing database.
pub(crate) fn connect(path: &Path, purpose: Use) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(path, flags).map_err(|cause| at(path, cause))?;
    db.busy_timeout(WAIT)?;
    prepare(&db, purpose).map_err(|cause| at(path, cause))?;
    Ok(db)
}

fn prepare(db: &Connection, purpose: Use) -> rusqlite::Result<()> {
    // No schema of a foreign file may call functions with side effects, and none is written behind SQL's back.
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    db.pragma_update(None, "journal_mode", "WAL")?;
    let synchronous = if purpose == Use::Private { "NORMAL" } else { "FULL" };
    db.pragma_update(None, "synchronous", synchronous)?;
    db.pragma_update(None, "foreign_keys", true)?;
    // Without it INSERT OR REPLACE walks past the triggers that refuse to delete (tried).
    db.pragma_update(None, "recursive_triggers", true)?;
    db.pragma_update(None, "cell_size_check", true)?;
    // Erased words leave no trace in free pages.
    db.pragma_update(None, "secure_delete", true)?;
    db.pragma_update(None, "temp_store", "MEMORY")?;
    db.pragma_update(None, "cache_size", -16_384)?;
    db.pragma_update(None, "query_only", purpose == Use::Reading)?;
    db.set_prepared_statement_cache_capacity(256);
    Ok(())
}

/// Looks at the first bytes: SQLite reports a strange file late, and a short one not at all.
pub(crate) fn check_header(path: &Path) -> Result<()> {
    use std::io::Read;
    let mut file = File::open(path).map_err(Error::io(path))?;
    let mut head = [0; 16];
    let length = file.metadata().map_err(Error::io(path))?.len();
    match file.read_exact(&mut head) {
        Ok(()) if &head == MAGIC => Ok(()),
        Err(_) if length == 0 => Ok(()),
        Ok(()) | Err(_) => Err(Error::Damaged(format!("{} is no database", path.display()))),
    }
}

/// Makes an empty file that only this user can read, or opens the one that is there.
pub(crate) fn private_file(path: &Path) -> Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(Error::io(path))
}

/// Makes a directory, and those above it, that only this user can enter.
pub(crate) fn private_dir(path: &Path) -> Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(Error::io(path))
}

/// Makes renames in a directory survive a loss of power. Windows keeps them by itself.
pub(crate) fn sync_dir(path: &Path) -> Result<()> {
    if cfg!(unix) {
        File::open(path).and_then(|dir| dir.sync_all()).map_err(Error::io(path))?;
    }
    Ok(())
}

fn at(path: &Path, cause: rusqlite::Error) -> Error {
    match Error::from(cause) {
        Error::ReadOnly(_) => Error::ReadOnly(path.to_owned()),
        Error::Sqlite(cause) if cause.sqlite_error_code() == Some(rusqlite::ErrorCode::CannotOpen) => {
            let denied = std::fs::OpenOptions::new().write(true).open(path).map(drop);
            denied.map_or_else(Error::io(path), |()| Error::Sqlite(cause))
        }
        other => other,
    }
}
