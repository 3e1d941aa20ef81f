//! Journaled state in SQLite, and files by their SHA-256 (design § 7, model §§ 1–3, 7, 10).
//!
//! Owns: the data folder, the one row shape, the journal, `verify`, erasure, the files, backup and restore, and the
//! private file of drafts and sessions. The only crate that knows rusqlite.
//!
//! Must never know: what a rule says (it hands a case and its procedure to the domain's pure functions), permissions, passwords, forms, who asks over which transport; no clock and no
//! randomness either, both are handed in. No connection leaves this crate: whoever holds a [`door::Write`] can write
//! rows with their entries, and nothing else. Rows are the truth, the journal is the evidence, they commit together.
//!
//! Errors: one enum, [`error::Error`]; what a caller acts on has a variant and a code, the rest is `Sqlite`. What a
//! check finds is no error but data: [`verify::Break`].
//!
//! How to add a sacred table: a line in [`schema::Table`] and one in `rows.rs`; after the first release a migration. How to add
//! a derived column: see [`kesu_domain::derive`].

pub mod backup;
pub mod bulk;
pub mod case;
pub mod clock;
pub mod derived;
pub mod door;
pub mod erase;
pub mod error;
pub mod files;
pub mod folder;
pub mod journal;
mod known;
pub mod memo;
mod open;
pub mod place;
pub mod private;
pub mod record;
mod rows;
pub mod schema;
pub mod verify;
