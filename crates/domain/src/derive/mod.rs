//! What lists, inboxes and searches read: pure functions of a case, made again whenever it is saved (model §§ 1, 3).
//!
//! How to add a derived column: a field in the row struct here, a column of the same name in the store's `derived` schema.

mod action;
mod ball;
mod board;
mod files;
mod inbox;
mod register;
mod remind;
mod search;
mod spell;

pub use action::{ActionRow, actions, hands};
pub use ball::{Ball, Held, Holder, Stretch, ball, holder};
pub use board::{WaitRow, waits};
pub use files::files;
pub use inbox::{InboxRow, Token, VOID_ASKED, inbox, participants, tokens_of};
pub use register::{RegisterRow, register};
pub use remind::{Press, Reminder, reminders};
pub use search::{fold, search_text};
pub use spell::{spelled, spelled_from_each};

/// How much of a text stands in a list, in characters.
const SHORT: usize = 80;

/// The beginning of a text, as one line of a list.
fn one_line(text: &str) -> String {
    let flat: Vec<&str> = text.split_whitespace().collect();
    flat.join(" ").chars().take(SHORT).collect()
}
