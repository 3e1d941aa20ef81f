//! The verbs of the data folder itself: make, check, mend, back up, restore, recover. They need no account; whoever may
//! run them can read the folder's files anyway.

use crate::app::{App, command, random};
use crate::error::{ApiError, Field, Result};
use crate::handle::procedure::builtin;
use crate::machine::Machine;
use crate::password::current_key;
use crate::permission::ADMIN;
use kesu_domain::id::AccountId;
use kesu_domain::master::{Account, AccountState, Key, Plant};
use kesu_domain::people::{FileDigest, Post};
use kesu_domain::text::{Lang, Names};
pub use kesu_keys::Cost;
use kesu_store::door::Write;
use kesu_store::folder::Folder;
use kesu_store::journal::Event;
pub use kesu_store::schema::Table;
use kesu_store::verify;
pub use kesu_store::verify::Break;
use serde::Serialize;
use std::path::Path;
use std::sync::Arc;

/// The number of the one procedure that is switched on at first run.
const FIRST: &str = "P-KS";

/// What a new folder begins with, where little is known.
pub struct NewFolder<'a> {
    /// The company, as printed in the head of the forms.
    pub org: &'a str,
    /// Login of the administrator.
    pub admin: &'a str,
    /// Their password.
    pub password: &'a str,
}

/// What a new folder begins with.
pub struct Founding<'a> {
    /// The company, as printed in the head of the forms.
    pub plant: Names,
    /// Login of the administrator.
    pub login: &'a str,
    /// Their name; the login where it is empty.
    pub name: &'a str,
    /// The language in which the program speaks to them.
    pub language: Lang,
    /// Their password.
    pub password: &'a str,
}

/// Makes a data folder: a plant, an administrator with a key, and P-KS in force.
///
/// # Errors
/// As [`found`].
pub fn init(dir: &Path, new: &NewFolder, machine: Arc<dyn Machine>, cost: Cost) -> Result<()> {
    if new.org.trim().is_empty() || new.admin.trim().is_empty() {
        let empty = [("org", new.org), ("admin", new.admin)].into_iter().filter(|(_, value)| value.trim().is_empty());
        return Err(ApiError::Invalid { fields: empty.map(|(field, _)| Field::missing(field)).collect() });
    }
    let plant = Names { zh: new.org.to_owned(), en: String::new() };
    let new = Founding { plant, login: new.admin, name: "", language: Lang::Zh, password: new.password };
    found(dir, &new, machine, cost)
}

/// Makes a data folder: a plant, an administrator with a key, and P-KS in force.
///
/// # Errors
/// `invalid` for an empty name or a short password; `folder` when something is there already, or the place will not do.
pub fn found(dir: &Path, new: &Founding, machine: Arc<dyn Machine>, cost: Cost) -> Result<()> {
    let (zh, en, login) = (new.plant.zh.trim(), new.plant.en.trim(), new.login.trim());
    // A plant with a name in one language has a name.
    let named = if zh.is_empty() { en } else { zh };
    let empty = [("plant", named), ("login", login)].into_iter().filter(|(_, value)| value.is_empty());
    let fields: Vec<Field> = empty.map(|(field, _)| Field::missing(field)).collect();
    if !fields.is_empty() {
        return Err(ApiError::Invalid { fields });
    }
    let password = acceptable(new.password)?;
    let key = kesu_keys::new_pair(&|bytes| machine.random(bytes), &password, cost).map_err(ApiError::internal)?;
    let now = machine.now();
    let folder = Folder::create(dir, &machine.uuid(), command(&*machine, None, "init", now, None), random(&machine))?;
    folder.write(command(&*machine, None, "init", now, None), |db| {
        let name = Names { zh: zh.to_owned(), en: en.to_owned() };
        let (zone, currency) = ("Asia/Shanghai".to_owned(), "CNY".to_owned());
        let plant = db.add(&Plant {
            code: "P1".into(),
            name,
            unit: Names::default(),
            zone,
            currency,
            logo: None,
            in_charge: None,
            contacts: vec![],
        })?;
        let called = new.name.trim();
        let name = if called.is_empty() { login } else { called }.to_owned();
        let (login, language) = (login.to_owned(), new.language);
        let account = db.add(&Account {
            name,
            login,
            state: AccountState::Active,
            language,
            position: String::new(),
            skills: vec![],
        })?;
        add_key(db, account, key, "first")?;
        let role = ADMIN.into();
        let (procedure, department, from, until, deputy_for) = (None, None, None, None, None);
        db.add(&Post { account, role, procedure, plant, department, from, until, deputy_for })?;
        db.add(&builtin(FIRST, None)?)?;
        Ok(())
    })
}

fn add_key(db: &mut Write, account: AccountId, new: kesu_keys::NewKey, why: &str) -> Result<()> {
    let from = db.now;
    let (fingerprint, public, exchange, sealed) = (new.fingerprint, new.public, new.exchange, new.sealed);
    let (until, endorsed, why) = (None, None, why.to_owned());
    db.add(&Key { account, fingerprint, public, exchange, from, until, why, endorsed, sealed })?;
    Ok(())
}

fn acceptable(text: &str) -> Result<kesu_keys::Password> {
    let password = kesu_keys::Password::typed(text.to_owned());
    if password.is_acceptable() { Ok(password) } else { Err(ApiError::invalid("password", "too_short", "8")) }
}

/// How much is checked.
#[derive(Debug, Clone, Copy, Default)]
pub struct Scope {
    /// Only entries after this one, and what they wrote.
    pub since: Option<i64>,
    /// The derived tables too; they are no evidence and can be made again.
    pub derived: bool,
}

/// What was checked.
#[derive(Debug, Clone, Serialize)]
pub struct Checked {
    /// Where the journal ends: `seq-hash`. To be remembered outside the folder.
    pub head: String,
    /// Entries that were read.
    pub entries: u64,
    /// Rows that were held against their entries.
    pub rows: u64,
    /// Claimed files that were read.
    pub files: u64,
    /// Breaks that were named.
    pub breaks: u64,
}

/// Checks a folder; each break goes to `sink` in words of its own and as data.
///
/// # Errors
/// `folder` when it is too damaged to be read to its end.
pub fn verify(
    dir: &Path,
    machine: Arc<dyn Machine>,
    scope: Scope,
    sink: &mut dyn FnMut(&verify::Break),
) -> Result<Checked> {
    let folder = Folder::open(dir, random(&machine))?;
    let range = scope.since.map_or(verify::Scope::Full, verify::Scope::Since);
    let report = folder.verify(range, &mut |found| sink(&found))?;
    let mut breaks = report.breaks;
    if scope.derived {
        breaks += folder.verify(verify::Scope::Derived(machine.now()), &mut |found| sink(&found))?.breaks;
    }
    let (entries, rows, files) = (report.entries, report.rows, report.files);
    Ok(Checked { head: report.head.to_string(), entries, rows, files, breaks })
}

/// Makes again what can be made again: derived tables and the search index. Removes what nobody claims.
///
/// # Errors
/// `folder`, `busy`.
pub fn rebuild(dir: &Path, machine: Arc<dyn Machine>) -> Result<()> {
    let folder = Folder::open(dir, random(&machine))?;
    folder.rebuild(machine.now())?;
    folder.sweep(machine.now())?;
    Ok(())
}

/// What a backup holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BackedUp {
    /// Where its journal ends: `seq-hash`. To be remembered elsewhere.
    pub head: String,
    /// Claimed files that the folder does not have any more, and so the backup has not either.
    pub missing: Vec<FileDigest>,
}

/// Writes a backup: one file with a snapshot of the evidence and its files. It is kept although files were missing.
///
/// # Errors
/// `folder` when the file is there already, or the disk is full; nothing is left then.
pub fn backup(dir: &Path, to: &Path, machine: Arc<dyn Machine>) -> Result<BackedUp> {
    let folder = Folder::open(dir, random(&machine))?;
    let manifest = folder.backup(to)?;
    Ok(BackedUp { head: manifest.head.to_string(), missing: manifest.missing })
}

/// Makes a folder from a backup, and journals the head that it came from.
///
/// # Errors
/// `folder` when the backup is not whole, or something is there already; nothing is left then.
pub fn restore(from: &Path, dir: &Path, machine: Arc<dyn Machine>) -> Result<()> {
    let head = kesu_store::backup::restore(from, dir)?.head;
    let folder = Folder::open(dir, random(&machine))?;
    folder.write(command(&*machine, None, "restore", machine.now(), None), |db| {
        db.event(Event::Restore, None, &Restored { head: head.to_string() }).map(drop).map_err(ApiError::from)
    })
}

/// The body of a journaled restore.
#[derive(Serialize)]
struct Restored {
    head: String,
}

/// The body of a journaled recovery.
#[derive(Serialize)]
struct Recovered<'a> {
    login: &'a str,
}

/// A new password and key for an administrator, on the machine itself: journaled, and shown until another endorses it.
///
/// # Errors
/// `not_found`; `invalid` when the account is no administrator's.
pub fn recover(dir: &Path, login: &str, password: &str, machine: Arc<dyn Machine>, cost: Cost) -> Result<()> {
    let password = acceptable(password)?;
    let key = kesu_keys::new_pair(&|bytes| machine.random(bytes), &password, cost).map_err(ApiError::internal)?;
    let app = App::with_cost(dir, Arc::clone(&machine), cost)?;
    let login = login.trim();
    let account = app.folder.write(app.command(None, "recover", machine.now(), None), |db| {
        let account = db.find::<Account>(&[("login", &login)])?;
        let account = account.ok_or_else(|| ApiError::not_found(format!("account {login}")))?;
        let posts = db.list::<Post>(&[("account_id", &account.id.0)])?;
        if !posts.iter().any(|post| post.body.role == ADMIN) {
            return Err(ApiError::invalid("admin", "no_admin", login));
        }
        db.event(Event::Recovery, None, &Recovered { login })?;
        if account.body.state != AccountState::Active {
            let body = Account { state: AccountState::Active, ..account.body };
            db.put(account.id, account.rev, &body)?;
        }
        if let Some(old) = current_key(db, account.id)? {
            let mut body = old.body;
            body.until = Some(db.now);
            db.put(old.id, old.rev, &body)?;
        }
        add_key(db, account.id, key, "recovered")?;
        Ok(account.id)
    })?;
    app.private.delete_sessions(account)?;
    app.private.clear_attempts(login)?;
    Ok(())
}
