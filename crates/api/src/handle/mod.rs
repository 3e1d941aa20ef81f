//! What the commands do, a file for each group of the list.

pub mod account;
pub mod board;
pub mod calendar;
pub mod case;
pub mod case_end;
pub mod digest;
pub mod document;
pub mod draft;
pub mod duty;
pub mod master;
pub mod paper;
pub mod people;
pub mod post;
pub mod procedure;
pub mod register;
pub mod section;
pub mod session;
pub mod setting;
pub mod suggestion;
pub mod task;
mod task_hand;
pub mod timeline;
pub mod upload;

use kesu_store::record::Rev;
use serde::Serialize;
use ts_rs::TS;

/// What a save gives back where nothing else is to be said.
#[derive(Debug, Serialize, TS)]
pub struct Kept {
    /// The row; 0 where it has none.
    id: i64,
    /// The revision that it has now.
    rev: i64,
}

impl Kept {
    /// A row in its revision.
    pub(crate) fn row(id: impl Into<i64>, rev: Rev) -> Kept {
        Kept { id: id.into(), rev: rev.0 }
    }
    /// Something without a row.
    pub(crate) fn nothing() -> Kept {
        Kept { id: 0, rev: 0 }
    }
}
