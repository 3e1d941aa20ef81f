//! What can go wrong with a data folder, and which way leads out.
//!
//! The whole crate returns [`Error`]. Each variant has a `code` for the catalogue of words and, where there is one, a
//! [`WayOut`]: the sentences for the user are made elsewhere.

use crate::place::Shared;
use kesu_domain::proof::Fault;
use std::path::PathBuf;

/// What the store returns.
pub type Result<T> = std::result::Result<T, Error>;

/// Why the store did not do it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such row or file.
    #[error("no {0}")]
    NotFound(String),
    /// Somebody else was first: the row has another revision than the caller saw.
    #[error("the row has revision {current} now")]
    Conflict {
        /// The revision that it has.
        current: i64,
    },
    /// This request was carried out before; nothing was written again.
    #[error("the request was carried out before, as entry {seq}")]
    Replayed {
        /// Its first entry.
        seq: i64,
    },
    /// A key that must be unique is taken.
    #[error("{key} is taken")]
    Taken {
        /// Table and columns, as in `account.login`.
        key: String,
    },
    /// A file has more bytes than it may; nothing of it is kept.
    #[error("the file has more than {most} bytes")]
    TooLarge {
        /// The most that it may have.
        most: u64,
    },
    /// These words cannot be taken out of the journal.
    #[error("entry {seq} cannot be erased: {why}")]
    NotErasable {
        /// Which entry.
        seq: i64,
        /// Why.
        why: NotErasable,
    },
    /// Another process holds the database longer than we wait.
    #[error("the data folder is busy")]
    Busy,
    /// The folder cannot be written.
    #[error("the data folder is read-only: {0}")]
    ReadOnly(PathBuf),
    /// The disk is full.
    #[error("the disk of the data folder is full")]
    Full,
    /// A newer program wrote it.
    #[error("the data folder has version {found}, this program knows {known}")]
    Newer {
        /// Its version.
        found: i64,
        /// The newest that this program knows.
        known: i64,
    },
    /// It is no database, or a broken one.
    #[error("the data folder is damaged: {0}")]
    Damaged(String),
    /// It lies where several machines would write it.
    #[error("{path} lies on {what}")]
    Shared {
        /// Which kind of place.
        what: Shared,
        /// Where.
        path: PathBuf,
    },
    /// There is no data folder here.
    #[error("no data folder at {0}")]
    NoFolder(PathBuf),
    /// Something is here already, and is never written over.
    #[error("{0} is there already")]
    Exists(PathBuf),
    /// The backup is not what it says.
    #[error("the backup cannot be used: {0}")]
    Backup(String),
    /// A body cannot be read or written as what it should be.
    #[error("a body of {kind}: {cause}")]
    Body {
        /// Its table, or the event.
        kind: &'static str,
        /// What serde said.
        cause: serde_json::Error,
    },
    /// A procedure in the folder that cannot run.
    #[error("procedure {number} has {} faults", .faults.len())]
    Faulty {
        /// Number and version.
        number: String,
        /// What is wrong with it.
        faults: Vec<Fault>,
    },
    /// A plant names a zone that nobody knows.
    #[error("no zone {0}")]
    Zone(String),
    /// A file of the folder.
    #[error("{path}: {cause}")]
    Io {
        /// Which.
        path: PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
    /// Anything else from SQLite: a fault of the program.
    #[error("sqlite: {0}")]
    Sqlite(rusqlite::Error),
}

/// Why words stay in the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotErasable {
    /// No such entry, or its words are gone already.
    #[error("it has no words")]
    Nothing,
    /// A row still says it: the row gets a new revision first.
    #[error("a row still says it")]
    Current,
    /// The folder's own beginning, and erasures themselves.
    #[error("it is about the journal itself")]
    Journal,
}

/// What somebody can do about an error of the folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WayOut {
    /// Close the other program, or wait.
    Wait,
    /// Give this user the right to write there.
    AllowWriting,
    /// Free some space.
    FreeSpace,
    /// Install the newer program.
    UpdateProgram,
    /// Restore the last backup.
    Restore,
    /// Choose a folder on a disk of this machine.
    ChooseLocalFolder,
    /// Make a folder there first, or choose another one.
    ChooseOtherFolder,
}

impl Error {
    /// A word for programs; stable.
    pub fn code(&self) -> &'static str {
        match self {
            Error::NotFound(_) => "not_found",
            Error::Conflict { .. } => "conflict",
            Error::Replayed { .. } => "replayed",
            Error::Taken { .. } => "taken",
            Error::TooLarge { .. } => "too_large",
            Error::NotErasable { .. } => "not_erasable",
            Error::Busy => "busy",
            Error::ReadOnly(_) => "read_only",
            Error::Full => "full",
            Error::Newer { .. } => "newer",
            Error::Damaged(_) => "damaged",
            Error::Shared { .. } => "shared",
            Error::NoFolder(_) => "no_folder",
            Error::Exists(_) => "exists",
            Error::Backup(_) => "backup",
            Error::Body { .. } => "body",
            Error::Faulty { .. } => "faulty",
            Error::Zone(_) => "zone",
            Error::Io { .. } => "io",
            Error::Sqlite(_) => "sqlite",
        }
    }

    /// What somebody can do about it; `None` where it is not about the folder.
    pub fn way_out(&self) -> Option<WayOut> {
        match self {
            Error::Busy => Some(WayOut::Wait),
            Error::ReadOnly(_) => Some(WayOut::AllowWriting),
            Error::Full => Some(WayOut::FreeSpace),
            Error::Newer { .. } => Some(WayOut::UpdateProgram),
            Error::Damaged(_) => Some(WayOut::Restore),
            Error::Shared { .. } => Some(WayOut::ChooseLocalFolder),
            Error::NoFolder(_) | Error::Exists(_) => Some(WayOut::ChooseOtherFolder),
            Error::NotFound(_)
            | Error::Conflict { .. }
            | Error::Replayed { .. }
            | Error::Taken { .. }
            | Error::TooLarge { .. }
            | Error::NotErasable { .. }
            | Error::Backup(_)
            | Error::Body { .. }
            | Error::Faulty { .. }
            | Error::Zone(_)
            | Error::Io { .. }
            | Error::Sqlite(_) => None,
        }
    }

    /// An error of the file system about this path.
    pub(crate) fn io(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Error {
        let path = path.into();
        move |cause| match cause.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Error::Full,
            std::io::ErrorKind::ReadOnlyFilesystem | std::io::ErrorKind::PermissionDenied => Error::ReadOnly(path),
            _ => Error::Io { path, cause },
        }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(cause: rusqlite::Error) -> Error {
        use rusqlite::{ErrorCode as Code, ffi};
        let extended = cause.sqlite_error().map_or(0, |e| e.extended_code);
        match cause.sqlite_error_code() {
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Error::Busy,
            Some(Code::ReadOnly) => Error::ReadOnly(PathBuf::new()),
            Some(Code::DiskFull) => Error::Full,
            // The shared memory file could not grow: SQLite reports a full disk this way in WAL mode.
            Some(_) if extended == ffi::SQLITE_IOERR_SHMSIZE => Error::Full,
            Some(Code::DatabaseCorrupt | Code::NotADatabase) => Error::Damaged(cause.to_string()),
            Some(_) | None => match taken(&cause) {
                Some(key) => Error::Taken { key },
                None => Error::Sqlite(cause),
            },
        }
    }
}

/// The columns of a broken uniqueness, which SQLite tells only in its message.
fn taken(cause: &rusqlite::Error) -> Option<String> {
    let rusqlite::Error::SqliteFailure(code, Some(message)) = cause else { return None };
    let unique = [rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE, rusqlite::ffi::SQLITE_CONSTRAINT_PRIMARYKEY];
    let columns = message.split_once(": ").map(|(_, columns)| columns.to_owned());
    columns.filter(|_| unique.contains(&code.extended_code))
}
