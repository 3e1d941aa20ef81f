//! The doors: [`Read`] is one snapshot, [`Write`] one transaction that journals what it writes.
//!
//! Nobody outside this crate reaches a connection: a handler cannot write around the journal because it has nothing to
//! write with.

mod read;
mod write;

use kesu_domain::id::AccountId;
use kesu_domain::time::Stamp;
pub use read::Read;
pub use write::Write;
pub(crate) use write::Written;

/// Fills bytes with randomness that nobody can guess; in tests, with a sequence.
pub type Random = dyn Fn(&mut [u8]) + Send + Sync;

/// Who writes what, when, where and why: the columns that all entries of one command share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Command {
    /// Account; none for the program itself.
    pub actor: Option<AccountId>,
    /// Now.
    pub now: Stamp,
    /// Name of the command.
    pub action: &'static str,
    /// Why, where somebody had to say; empty elsewhere.
    pub reason: String,
    /// Made by the client: the same command that the same actor asks for again is not carried out again.
    pub request: Option<String>,
    /// Offset of the wall clock of this machine, e.g. `+08:00`.
    pub zone: String,
    /// Name of this machine.
    pub machine: String,
}
