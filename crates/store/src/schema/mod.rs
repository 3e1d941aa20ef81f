//! The shape of `kesu.db`: the journal, the one list of sacred tables, and the migrations that make them.
//!
//! Migrations are append-only; all pending ones run in one transaction; they change DDL and derived tables and never a
//! sacred body, which would no longer equal its entry (model § 2).

mod migrations;
mod tables;

pub(crate) use migrations::{expected, migrate, objects};
pub use tables::Table;
