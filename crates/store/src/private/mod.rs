//! The private file `work.db`: drafts, sessions, attempts, preferences, uploads, what was told. Never evidence: losing it loses no
//! record (model § 1). Autosave never waits for evidence, so this door holds no connection to it.
//!
//! A private file that cannot be read is set aside and begun anew.

mod attempt;
mod draft;
mod preference;
mod session;
mod told;
mod upload;

use crate::error::{Error, Result};
use crate::folder::{lock, unpoisoned};
use crate::open::{Use, check_header, connect, private_file};
pub use draft::{Draft, DraftKey};
use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};
pub use session::{Seal, Session};
use std::path::Path;
use std::sync::{Mutex, MutexGuard};
pub use upload::Upload;

const DATABASE: &str = "work.db";

/// The private file of an open data folder.
pub struct Private {
    db: Mutex<Connection>,
    set_aside: bool,
}

impl Private {
    /// Opens the private file of this data folder, or begins one.
    ///
    /// # Errors
    /// [`Error::ReadOnly`], [`Error::Full`], [`Error::Busy`], [`Error::Newer`].
    pub fn open(dir: &Path) -> Result<Private> {
        let path = dir.join(DATABASE);
        // Two processes may begin at once: whoever comes second finds the work done.
        let _lock = lock(dir)?;
        let (db, set_aside) = match begin(&path) {
            Err(Error::Damaged(_)) => {
                set_aside(&path)?;
                (begin(&path)?, true)
            }
            begun => (begun?, false),
        };
        Ok(Private { db: Mutex::new(db), set_aside })
    }

    /// The file could not be read and was set aside: drafts are lost and everybody signs in again.
    pub fn was_set_aside(&self) -> bool {
        self.set_aside
    }

    fn db(&self) -> MutexGuard<'_, Connection> {
        unpoisoned(&self.db)
    }
}

fn begin(path: &Path) -> Result<Connection> {
    private_file(path)?;
    check_header(path)?;
    let mut db = connect(path, Use::Private)?;
    let steps =
        vec![M::up(include_str!("work.sql")), M::up(include_str!("session.sql")), M::up(include_str!("told.sql"))];
    let known = steps.len() as i64;
    let found: i64 = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found > known {
        return Err(Error::Newer { found, known });
    }
    match Migrations::new(steps).to_latest(&mut db) {
        Ok(()) => Ok(db),
        Err(rusqlite_migration::Error::RusqliteError { query: _, err }) => Err(err.into()),
        Err(other) => Err(Error::Damaged(other.to_string())),
    }
}

/// Keeps the broken file beside the new one, in case somebody wants to look for a draft in it.
fn set_aside(path: &Path) -> Result<()> {
    for end in ["-wal", "-shm"] {
        let mut beside = path.as_os_str().to_owned();
        beside.push(end);
        drop(std::fs::remove_file(beside));
    }
    std::fs::rename(path, path.with_extension("damaged")).map_err(Error::io(path))
}
