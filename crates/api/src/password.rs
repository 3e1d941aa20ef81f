//! Trying a password: it is right when it opens the key (model § 9). Failures up to the lock are journaled, later ones
//! only counted in the private file (model § 7).

use crate::app::App;
use crate::error::{ApiError, Result};
use crate::handle::setting::Security;
use crate::permission::Permission;
use crate::seat::Seat;
use crate::signing::Typed;
use kesu_domain::id::{AccountId, KeyId};
use kesu_domain::master::{Account, AccountState, Key};
use kesu_domain::time::Stamp;
use kesu_keys::OpenKey;
use kesu_store::door::Read;
use kesu_store::journal::Event;
use kesu_store::record::Kept;
use serde::Serialize;

/// So much of a login is looked at; nobody has a longer one.
const LONGEST_LOGIN: usize = 64;

/// An opened key: who holds one has just typed the password.
pub(crate) struct Opened {
    pub(crate) id: KeyId,
    pub(crate) kept: Kept<Key>,
    pub(crate) key: OpenKey,
}

/// How a try ended.
pub(crate) enum Tried {
    Right(Box<Opened>),
    Wrong { left: u32 },
    Locked { until: Stamp },
}

/// The body of a journaled failure: the login as typed.
#[derive(Serialize)]
struct Failed<'a> {
    login: &'a str,
    failures: u32,
}

/// Opens the key of whoever is signed in.
pub(crate) fn open_own(app: &App, seat: &Seat, typed: &Typed) -> Result<Tried> {
    let account = app.folder.read(None, app.machine.now(), |db| db.get::<Account>(seat.account))?;
    try_password(app, &account.body.login, typed)
}

/// Tries a password for a login. One that nobody has takes as long and is counted as well, so that a login cannot be
/// guessed by the answer.
pub(crate) fn try_password(app: &App, login: &str, typed: &Typed) -> Result<Tried> {
    let now = app.machine.now();
    let (security, key) =
        app.folder.read(None, now, |db| Ok::<_, ApiError>((Security::of(db)?, key_of_login(db, login)?)))?;
    let since = now.plus_millis(-security.lock_millis());
    let login: String = login.chars().take(LONGEST_LOGIN).collect();
    let login = login.as_str();
    if app.private.attempts(login, since)? >= security.lock_after {
        return Ok(Tried::Locked { until: now.plus_millis(security.lock_millis()) });
    }
    let opened = match &key {
        Some(kept) => {
            kesu_keys::open(&kept.body.sealed, &kept.body.public, &typed.password()).map_err(ApiError::internal)?
        }
        None => {
            kesu_keys::pretend(&typed.password(), app.cost);
            None
        }
    };
    // Opening takes long, and other tries have failed meanwhile: what was begun before the lock is answered by it.
    let now = app.machine.now();
    let since = now.plus_millis(-security.lock_millis());
    match (opened, key) {
        (Some(_), Some(_)) if app.private.attempts(login, since)? >= security.lock_after => {
            Ok(Tried::Locked { until: now.plus_millis(security.lock_millis()) })
        }
        (Some(opened), Some(kept)) => {
            app.private.clear_attempts(login)?;
            Ok(Tried::Right(Box::new(Opened { id: kept.id, kept, key: opened })))
        }
        (_, key) => failed(app, login, key.is_some(), since, now, &security),
    }
}

/// Counts a failure. One for a login that nobody has is no evidence of anything, and whoever is not signed in cannot fill
/// the journal with it.
fn failed(app: &App, login: &str, known: bool, since: Stamp, now: Stamp, security: &Security) -> Result<Tried> {
    let failures = app.private.note_attempt(login, now, since)?;
    if known && failures <= security.lock_after {
        let command = app.command(None, "sign_in", now, None);
        app.folder.write(command, |db| {
            db.event(Event::SignIn, None, &Failed { login, failures }).map(drop).map_err(ApiError::from)
        })?;
    }
    match security.lock_after.saturating_sub(failures) {
        0 => Ok(Tried::Locked { until: now.plus_millis(security.lock_millis()) }),
        left => Ok(Tried::Wrong { left }),
    }
}

/// The key that was opened before the transaction still counts inside it: nobody has reset or closed the account meanwhile.
pub(crate) fn must_count(db: &Read, opened: &Opened) -> Result<()> {
    let account = opened.kept.body.account;
    let active = db.get::<Account>(account)?.body.state == AccountState::Active;
    let current = current_key(db, account)?.is_some_and(|kept| kept.id == opened.id && kept.rev == opened.kept.rev);
    if active && current { Ok(()) } else { Err(ApiError::Forbidden { needs: Permission::SignedIn }) }
}

/// The key that counts now of an account that may sign in.
fn key_of_login(db: &Read, login: &str) -> Result<Option<Kept<Key>>> {
    let account = db.find::<Account>(&[("login", &login)])?;
    let active = account.filter(|kept| kept.body.state == AccountState::Active);
    active.map_or(Ok(None), |kept| current_key(db, kept.id))
}

/// The key that counts now of an account.
pub(crate) fn current_key(db: &Read, account: AccountId) -> Result<Option<Kept<Key>>> {
    let keys = db.list::<Key>(&[("account_id", &account.0)])?;
    Ok(keys.into_iter().rfind(|kept| kept.body.until.is_none()))
}
