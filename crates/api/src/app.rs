//! The open data folder with the machine that it runs on. One for the whole process; every thread may call it.

use crate::error::{ApiError, Result};
use crate::machine::Machine;
use kesu_domain::id::AccountId;
use kesu_domain::time::Stamp;
use kesu_keys::Cost;
use kesu_store::door::Command;
use kesu_store::folder::Folder;
use kesu_store::private::Private;
use std::path::Path;
use std::sync::Arc;

/// An open data folder.
pub struct App {
    pub(crate) folder: Folder,
    pub(crate) private: Private,
    pub(crate) machine: Arc<dyn Machine>,
    pub(crate) cost: Cost,
}

/// Who calls, as the transport knows it.
#[derive(Debug, Clone, Default)]
pub struct Caller {
    /// The token of a session; none before signing in.
    pub token: Option<String>,
    /// The machine or browser, as it calls itself: for the list of sessions, never trusted.
    pub device: String,
}

/// Made by the client, unique in the journal for each account: a write that is sent twice is carried out once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestId(pub(crate) String);

impl RequestId {
    /// The longest id that is taken.
    pub const LONGEST: usize = 64;

    /// Checks it: 8 to 64 letters, digits, dashes; so that it can stand in a header and in the journal.
    ///
    /// # Errors
    /// `invalid`.
    pub fn new(text: &str) -> Result<RequestId> {
        let fine = (8..=RequestId::LONGEST).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        fine.then(|| RequestId(text.to_owned())).ok_or_else(|| ApiError::invalid("request", "malformed", text))
    }
}

impl App {
    /// Opens a data folder, and brings it up to this program's version.
    ///
    /// # Errors
    /// `folder` with the reason, `busy`.
    pub fn open(dir: &Path, machine: Arc<dyn Machine>) -> Result<App> {
        App::with_cost(dir, machine, Cost::DEFAULT)
    }

    /// The same with another price of a password guess: tests and samples take a cheap one.
    ///
    /// # Errors
    /// As [`App::open`].
    pub fn with_cost(dir: &Path, machine: Arc<dyn Machine>, cost: Cost) -> Result<App> {
        let folder = Folder::open(dir, random(&machine))?;
        Ok(App { folder, private: Private::open(dir)?, machine, cost })
    }

    /// The machine that it runs on.
    pub fn machine(&self) -> &dyn Machine {
        &*self.machine
    }

    /// The UUID of the folder.
    pub fn folder_id(&self) -> &str {
        self.folder.id()
    }

    pub(crate) fn command(
        &self,
        actor: Option<AccountId>,
        action: &'static str,
        now: Stamp,
        request: Option<String>,
    ) -> Command {
        command(&*self.machine, actor, action, now, request)
    }

    /// A new token, or anything else that nobody can guess.
    pub(crate) fn secret(&self) -> String {
        let mut bytes = [0; 32];
        self.machine.random(&mut bytes);
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// Who writes what, when and where.
pub(crate) fn command(
    machine: &dyn Machine,
    actor: Option<AccountId>,
    action: &'static str,
    now: Stamp,
    request: Option<String>,
) -> Command {
    Command { actor, now, action, reason: String::new(), request, zone: machine.zone(), machine: machine.name() }
}

/// The machine's randomness as the store takes it.
pub(crate) fn random(machine: &Arc<dyn Machine>) -> Box<kesu_store::door::Random> {
    let machine = Arc::clone(machine);
    Box::new(move |bytes| machine.random(bytes))
}
