//! What the `signed` door answers: a wrong password is an answer and no error, or it would roll back its own counting.

use kesu_domain::time::Stamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The answer of a command that asks for the password again.
#[derive(Debug, Serialize, TS)]
#[serde(tag = "is", content = "done", rename_all = "snake_case")]
#[ts(rename = "Asked")]
pub enum Answer<T> {
    /// It was the right one, and the command is done.
    Done(T),
    /// Wrong. So many tries are left before the account is locked.
    Wrong {
        /// Tries left.
        left: u32,
    },
    /// Too many wrong ones.
    Locked {
        /// Until when.
        until: Stamp,
    },
}

/// A request that carries the password.
pub(crate) trait Asks {
    /// What was typed.
    fn password(&self) -> &Typed;
}

/// A password on its way in. It is never shown, logged or written back.
#[derive(Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "string")]
pub struct Typed(pub(crate) String);

impl std::fmt::Debug for Typed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("…")
    }
}

impl Typed {
    /// As the keys take it.
    pub(crate) fn password(&self) -> kesu_keys::Password {
        kesu_keys::Password::typed(self.0.clone())
    }
}
