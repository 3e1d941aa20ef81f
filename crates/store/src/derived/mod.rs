//! Derived tables: what lists, inboxes and searches read (model §§ 1, 3, 8). Made by the pure functions of
//! [`kesu_domain::derive`] in the transaction that saves the case; the search index follows right after the commit.
//!
//! Nothing here is evidence: [`Folder::rebuild`](crate::folder::Folder::rebuild) makes all of it again. `seen` is the only
//! source of cases for readers; a test reads the SQL of this crate.

mod action;
mod board;
mod files;
mod inbox;
mod rebuild;
mod register;
mod remind;
mod rows;
mod search;
mod seen;

pub use action::{ActionFilter, ActionLine, ActionPlace};
pub use board::{BoardCount, BoardFilter, BoardLine, When};
pub(crate) use files::follow as files_follow;
pub use inbox::{Between, InboxLine};
pub use rebuild::Followed;
pub(crate) use rebuild::{make_again, next_ids};
pub use register::{Count, Order, Page, Part, Place, RegisterFilter};
pub use remind::ReminderLine;
pub(crate) use rows::{Rows, TABLES, replace, stored, strays};
pub(crate) use search::{Words, forget_words, index_marked, index_saved, is_indexed, words};
pub(crate) use seen::Me;
