//! What lists, inboxes and searches read: pure functions of a case, made again whenever it is saved (model §§ 1, 3).
//!
//! How to add a derived column: a field in the row struct here, a column of the same name in the store's `derived` schema.

mod files;
mod inbox;
mod register;
mod search;

pub use files::files;
pub use inbox::{InboxRow, Token, inbox, participants, tokens_of};
pub use register::{RegisterRow, register};
pub use search::{fold, search_text};
