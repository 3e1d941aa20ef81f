//! Errors of a command: one enum, tagged by `code`. A variant exists because the form acts on it (design § 4).
//!
//! Layers: the domain answers with data (`Blocked`), the store with its own enum, keys with theirs; here they become one of
//! these. What no form can act on is `internal`: written to the log with an incident id, and shown by that id only.

use kesu_domain::engine::Blocked;
use serde::Serialize;
use ts_rs::TS;

/// Why a command did not do what was asked.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum ApiError {
    /// There is no such thing, or none that this person may see.
    NotFound {
        /// What was looked for.
        what: String,
    },
    /// This person may not call this command at all, or nobody is signed in.
    Forbidden {
        /// What it would need.
        needs: crate::permission::Permission,
    },
    /// The procedure says no, and why.
    Refused {
        /// Every reason.
        blocked: Vec<Blocked>,
    },
    /// The request is not one that can be carried out.
    Invalid {
        /// Each field with what is wrong, as a code of the catalogue.
        fields: Vec<Field>,
    },
    /// Somebody else was first: the row has another revision now.
    Conflict {
        /// The revision that it has.
        current: i64,
    },
    /// This request was carried out before; nothing was written again.
    Replayed {
        /// The entry of the journal that it made.
        seq: i64,
    },
    /// Another process holds the folder; try again.
    Busy,
    /// The data folder cannot take it: read-only, full, newer, damaged, on a share.
    Folder {
        /// Which of these.
        why: String,
        /// Where, or how much.
        detail: String,
    },
    /// A fault of the program.
    Internal {
        /// Stands in the log beside the cause.
        incident: String,
    },
}

/// One field of a request that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Field {
    /// Path in the request.
    pub field: String,
    /// What is wrong with it: a code of the catalogue (`missing`, `unknown`, `taken`, `malformed`, …).
    pub wrong: String,
    /// What else there is to say: the text of the parser, the value that was found.
    pub detail: String,
}

/// What commands return.
pub type Result<T> = std::result::Result<T, ApiError>;

impl ApiError {
    /// One field is wrong.
    pub fn invalid(field: &str, wrong: &str, detail: impl Into<String>) -> ApiError {
        ApiError::Invalid { fields: vec![Field { field: field.into(), wrong: wrong.into(), detail: detail.into() }] }
    }
    /// There is no such thing.
    pub fn not_found(what: impl Into<String>) -> ApiError {
        ApiError::NotFound { what: what.into() }
    }
    /// A fault of the program: the cause goes to the log, its id to the caller.
    pub fn internal(cause: impl std::fmt::Display) -> ApiError {
        let incident = incident(&cause.to_string());
        tracing::error!(incident, %cause, "internal error");
        ApiError::Internal { incident }
    }
}

impl Field {
    /// Nothing stands in it.
    pub fn missing(field: &str) -> Field {
        Field { field: field.into(), wrong: "missing".into(), detail: String::new() }
    }
}

impl From<Blocked> for ApiError {
    fn from(blocked: Blocked) -> ApiError {
        ApiError::Refused { blocked: vec![blocked] }
    }
}

impl From<kesu_store::error::Error> for ApiError {
    fn from(cause: kesu_store::error::Error) -> ApiError {
        use kesu_store::error::Error;
        let why = cause.code();
        match cause {
            Error::NotFound(what) => ApiError::NotFound { what },
            Error::Conflict { current } => ApiError::Conflict { current },
            Error::Replayed { seq } => ApiError::Replayed { seq },
            Error::Taken { key } => ApiError::invalid(&key, "taken", ""),
            Error::TooLarge { most } => ApiError::invalid("file", "too_large", format!("> {most}")),
            Error::NotErasable { seq, why } => ApiError::invalid("seq", "not_erasable", format!("{seq}: {why}")),
            Error::Busy => ApiError::Busy,
            // The sentence of the catalogue says what is wrong; the detail only where, or how much.
            Error::ReadOnly(path) | Error::NoFolder(path) | Error::Exists(path) | Error::Shared { path, what: _ } => {
                ApiError::Folder { why: why.into(), detail: path.display().to_string() }
            }
            Error::Newer { found, known } => ApiError::Folder { why: why.into(), detail: format!("{found} > {known}") },
            Error::Damaged(detail) | Error::Backup(detail) => ApiError::Folder { why: why.into(), detail },
            Error::Full => ApiError::Folder { why: why.into(), detail: String::new() },
            // Nothing is put in force that was not proved: somebody wrote into the folder past the program.
            Error::Faulty { number, faults: _ } => ApiError::Folder { why: why.into(), detail: number },
            Error::Body { .. } | Error::Zone(_) | Error::Io { .. } | Error::Sqlite(_) => ApiError::internal(cause),
        }
    }
}

impl From<Vec<Blocked>> for ApiError {
    fn from(blocked: Vec<Blocked>) -> ApiError {
        ApiError::Refused { blocked }
    }
}

/// A short id made from the cause: the same fault has the same id, so that a log can be searched for it.
fn incident(cause: &str) -> String {
    let digest = <sha2::Sha256 as sha2::Digest>::digest(cause.as_bytes());
    digest[..5].iter().map(|byte| format!("{byte:02x}")).collect()
}
