//! The four doors (design § 4): what a handler is given is all that it can reach.
//!
//! A reading handler has one snapshot, a writing one a transaction that journals what it writes, a private one the private
//! file and nothing else: it holds no connection to the evidence, so that autosave never waits for it. Work that is slow
//! (keys, PDFs, files) is done by a `before` function, outside the transaction, and checked again inside.
//!
//! ```compile_fail
//! fn reach(door: &kesu_api::door::Private) {
//!     door.db.head().unwrap(); // a private door has no evidence to reach
//! }
//! ```

use crate::app::App;
use crate::error::Result;
use crate::seat::Seat;
use kesu_domain::id::AccountId;
use kesu_domain::time::Stamp;
use kesu_store::door::{Read, Write};

/// What a reading handler is given.
pub struct Reading<'a> {
    /// One snapshot.
    pub(crate) db: &'a Read<'a>,
    /// Who reads.
    pub(crate) seat: &'a Seat,
    pub(crate) app: &'a App,
}

/// What a writing handler is given.
pub struct Writing<'a, 'db> {
    /// One transaction.
    pub(crate) db: &'a mut Write<'db>,
    /// Who writes.
    pub(crate) seat: &'a Seat,
    pub(crate) app: &'a App,
    /// The session's token, if it is a session that writes.
    pub(crate) token: Option<&'a str>,
}

/// What a private handler is given: no evidence.
pub struct Private<'a> {
    /// The private file.
    pub(crate) work: &'a kesu_store::private::Private,
    /// Who it is; nobody before they have signed in.
    pub(crate) account: Option<AccountId>,
    /// The session's token, if there is one.
    pub(crate) token: Option<&'a str>,
    /// The machine or browser, as it called itself.
    pub(crate) device: &'a str,
    /// Now.
    pub(crate) now: Stamp,
}

/// What is done before a transaction is given: nothing is held while it works.
pub struct Desk<'a> {
    pub(crate) app: &'a App,
    /// Who calls; nobody before they have signed in.
    pub(crate) seat: Option<&'a Seat>,
}

impl Reading<'_> {
    /// Now, as the command saw it when it began.
    pub(crate) fn now(&self) -> Stamp {
        self.db.now
    }
}

impl Writing<'_, '_> {
    /// Now, as the command saw it when it began.
    pub(crate) fn now(&self) -> Stamp {
        self.db.now
    }
    /// Who writes.
    pub(crate) fn account(&self) -> AccountId {
        self.seat.account
    }
    /// The same transaction, to read what it has written so far.
    pub(crate) fn reading(&self) -> Reading<'_> {
        Reading { db: self.db, seat: self.seat, app: self.app }
    }
}

impl Private<'_> {
    /// Who it is.
    pub(crate) fn somebody(&self) -> Result<AccountId> {
        use crate::permission::Permission::SignedIn;
        self.account.ok_or(crate::error::ApiError::Forbidden { needs: SignedIn })
    }
}

macro_rules! read {
    ($call:expr, $handler:path) => {{
        let request = $call.parse()?;
        let seat = $call.somebody()?;
        let app = $call.app;
        let response = app.folder.read(Some(seat.account), app.machine.now(), |db| {
            $handler(&$crate::door::Reading { db, seat: &seat, app }, request)
        })?;
        $crate::list::answer(&response)
    }};
}

macro_rules! write {
    ($call:expr, $handler:path) => {{
        let request = $call.parse()?;
        let (app, token) = ($call.app, $call.caller.token.as_deref());
        let response = app.folder.write($call.command(), |db| {
            let seat = $call.still(db)?;
            $handler(&mut $crate::door::Writing { db, seat: &seat, app, token }, request)
        })?;
        $crate::list::answer(&response)
    }};
    ($call:expr, $handler:path, $before:path) => {{
        let request = $call.parse()?;
        let (app, token) = ($call.app, $call.caller.token.as_deref());
        let ready = $before(&$call.desk(), &request)?;
        let response = app.folder.write($call.command(), |db| {
            let seat = $call.still(db)?;
            $handler(&mut $crate::door::Writing { db, seat: &seat, app, token }, request, ready)
        })?;
        $crate::list::answer(&response)
    }};
}

macro_rules! signed {
    ($call:expr, $handler:path) => {{
        let request = $call.parse()?;
        let seat = $call.somebody()?;
        let (app, token) = ($call.app, $call.caller.token.as_deref());
        let answer = match $crate::password::open_own(app, &seat, $crate::signing::Asks::password(&request))? {
            $crate::password::Tried::Right(key) => {
                let response = app.folder.write($call.command(), |db| {
                    let seat = $call.still(db)?;
                    $crate::password::must_count(db, &key)?;
                    $handler(&mut $crate::door::Writing { db, seat: &seat, app, token }, request, &key)
                })?;
                $crate::signing::Answer::Done(response)
            }
            $crate::password::Tried::Wrong { left } => $crate::signing::Answer::Wrong { left },
            $crate::password::Tried::Locked { until } => $crate::signing::Answer::Locked { until },
        };
        $crate::list::answer(&answer)
    }};
}

macro_rules! private {
    ($call:expr, $handler:path) => {{
        let request = $call.parse()?;
        $crate::list::answer(&$handler(&$call.private(), request)?)
    }};
    ($call:expr, $handler:path, $before:path) => {{
        let request = $call.parse()?;
        let ready = $before(&$call.desk(), &request)?;
        $crate::list::answer(&$handler(&$call.private(), request, ready)?)
    }};
}

pub(crate) use {private, read, signed, write};

impl crate::list::Call<'_> {
    /// The columns that all entries of this command share.
    pub(crate) fn command(&self) -> kesu_store::door::Command {
        let request = self.request.as_ref().map(|id| id.0.clone());
        self.app.command(self.seat.as_ref().map(|seat| seat.account), self.name, self.app.machine.now(), request)
    }
    /// What a `before` function is given.
    pub(crate) fn desk(&self) -> Desk<'_> {
        Desk { app: self.app, seat: self.seat.as_ref() }
    }
    /// What a private handler is given.
    pub(crate) fn private(&self) -> Private<'_> {
        Private {
            work: &self.app.private,
            account: self.seat.as_ref().map(|seat| seat.account),
            token: self.caller.token.as_deref(),
            device: &self.caller.device,
            now: self.app.machine.now(),
        }
    }
}
