//! The data folder of a program that stays open: which one it is, whether it is there, and what is done to it as a whole.
//!
//! A terminal names its folder each time. A window or a server has one from its start, which may not be there yet: then it
//! is made here, once, by whoever sits before the machine. What settings ask of the whole folder is for administrators.
//!
//! Must never know: windows, HTTP.

mod place;

pub use place::of_this_user;

use crate::app::{App, Caller};
use crate::breaks;
use crate::error::{ApiError, Result};
use crate::folder::{self, BackedUp, Checked, Cost, Founding, Scope};
use crate::machine::Machine;
use crate::outside;
use crate::permission::Permission;
use crate::sample::{self, Sample};
use crate::signing::Typed;
use kesu_domain::text::{Lang, Names};
use place::{remember, wrong};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Cases of the sample that a first run offers: enough to fill every list, made in seconds.
const SAMPLE: u64 = 60;

/// So many breaks are named one by one; the count says how many there are.
const NAMED: usize = 500;

/// The data folder of a program that stays open.
pub struct Home {
    open: Mutex<Place>,
    doing: Mutex<Option<Doing>>,
    machine: Arc<dyn Machine>,
    cost: Cost,
    /// Where the choice of another folder is remembered, if it may be chosen at all.
    choice: Option<PathBuf>,
}

struct Place {
    dir: PathBuf,
    app: Option<Arc<App>>,
}

/// How a data folder is.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FolderView {
    /// In one word.
    pub state: FolderState,
    /// Where it is, or will be.
    pub path: String,
    /// Why it cannot be opened; nothing when it can.
    pub why: Option<ApiError>,
    /// What is being done to it as a whole.
    pub doing: Option<Doing>,
    /// Whether another place can be chosen.
    pub movable: bool,
}

/// How a data folder is, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FolderState {
    /// There is none: it can be made.
    None,
    /// Open.
    Ready,
    /// Broken: to be restored from a backup.
    Damaged,
    /// A newer program wrote it.
    Newer,
    /// It cannot be opened for another reason: busy, read-only, on a share.
    Unfit,
}

/// What is being done to the whole folder, and how far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Doing {
    /// What.
    pub what: Work,
    /// How much is done: cases of a sample, breaks that were found.
    pub done: u64,
    /// Of how much; 0 where nobody knows.
    pub of: u64,
}

/// What is done to a whole folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Work {
    /// It is being made.
    Init,
    /// It is being made with synthetic cases.
    Sample,
    /// It is being checked.
    Verify,
    /// It is being backed up.
    Backup,
}

/// What the first run asks.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InitFolder {
    /// Where, if another place was chosen.
    #[serde(default)]
    pub path: Option<PathBuf>,
    /// The company, as printed in the head of the forms.
    #[serde(default)]
    pub plant: Names,
    /// Login of the administrator.
    #[serde(default)]
    pub login: String,
    /// Their name; the login where it is empty.
    #[serde(default)]
    pub name: String,
    /// Their password; of a sample, that of all accounts.
    pub password: Typed,
    /// The language in which the program speaks to them.
    #[serde(default)]
    pub language: Lang,
    /// With synthetic cases, marked as a sample; plant and administrator are the sample's own.
    #[serde(default)]
    pub sample: bool,
}

/// The folder was made.
#[derive(Debug, Serialize)]
pub struct FolderMade {
    /// With what one signs in now.
    pub login: String,
    /// How it is.
    pub folder: FolderView,
}

/// How much is checked.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct VerifyFolder {
    /// The derived tables too.
    pub derived: bool,
}

/// What was checked and found.
#[derive(Debug, Serialize)]
pub struct Verified {
    #[serde(flatten)]
    checked: Checked,
    /// The first breaks, each with its kind under `is`, and the data of its sentence.
    found: Vec<Value>,
}

impl Home {
    /// This folder, wherever it is, for as long as the program runs.
    pub fn at(dir: &Path, machine: Arc<dyn Machine>, cost: Cost) -> Home {
        let open = Mutex::new(Place { dir: dir.to_owned(), app: None });
        Home { open, doing: Mutex::default(), machine, cost, choice: None }
    }

    /// The folder of who sits before this machine: where the environment says; else the one they chose; else the usual place.
    ///
    /// # Errors
    /// `folder` when the environment names no place for data at all.
    pub fn of_this_user(machine: Arc<dyn Machine>, cost: Cost) -> Result<Home> {
        let (dir, choice) = of_this_user()?;
        Ok(Home { choice, ..Home::at(&dir, machine, cost) })
    }

    /// The open folder. It is opened when it is first asked for, and again after a failure.
    ///
    /// # Errors
    /// `folder`, `busy`.
    pub fn app(&self) -> Result<Arc<App>> {
        let mut open = self.open();
        if let Some(app) = &open.app {
            return Ok(Arc::clone(app));
        }
        let app = Arc::new(App::with_cost(&open.dir, Arc::clone(&self.machine), self.cost)?);
        open.app = Some(Arc::clone(&app));
        Ok(app)
    }

    /// Where it is.
    pub fn dir(&self) -> PathBuf {
        self.open().dir.clone()
    }

    /// How it is. While it is being made it is not looked into.
    pub fn state(&self) -> FolderView {
        let doing = *self.doing();
        let making = doing.is_some_and(|doing| matches!(doing.what, Work::Init | Work::Sample));
        let why = if making { None } else { self.app().err() };
        let state = match &why {
            _ if making => FolderState::None,
            None => FolderState::Ready,
            Some(ApiError::Folder { why, .. }) => match why.as_str() {
                "no_folder" => FolderState::None,
                "damaged" => FolderState::Damaged,
                "newer" => FolderState::Newer,
                _ => FolderState::Unfit,
            },
            Some(_) => FolderState::Unfit,
        };
        let why = why.filter(|_| state != FolderState::None);
        FolderView { state, path: self.dir().display().to_string(), why, doing, movable: self.choice.is_some() }
    }

    /// Takes another folder from now on, one that is there or one that will be made.
    ///
    /// # Errors
    /// `invalid` where the place is fixed, is no absolute path, or a folder is open already; it cannot be remembered.
    pub fn choose(&self, dir: &Path) -> Result<FolderView> {
        self.take(dir, true)?;
        Ok(self.state())
    }

    fn take(&self, dir: &Path, keep: bool) -> Result<()> {
        let mut open = self.open();
        if dir == open.dir {
            return Ok(());
        }
        let choice = self.choice.as_deref().filter(|_| open.app.is_none()).ok_or_else(|| wrong("unusable", dir))?;
        if !dir.is_absolute() {
            return Err(wrong("malformed", dir));
        }
        if keep {
            remember(choice, dir)?;
        }
        dir.clone_into(&mut open.dir);
        Ok(())
    }

    /// Makes the folder, where there is none.
    ///
    /// # Errors
    /// `invalid` for what was typed; `folder` where something is there already, or the place will not do; `busy`.
    pub fn init(&self, new: &InitFolder) -> Result<FolderMade> {
        if let Some(dir) = &new.path {
            // A sample is for looking around: the next start asks again.
            self.take(dir, !new.sample)?;
        }
        let dir = self.dir();
        match self.app() {
            Ok(_) => return Err(ApiError::Folder { why: "exists".into(), detail: dir.display().to_string() }),
            Err(ApiError::Folder { why, .. }) if why == "no_folder" => {}
            Err(cause) => return Err(cause),
        }
        let login = if new.sample { self.make_sample(&dir, new)? } else { self.make(&dir, new)? };
        Ok(FolderMade { login, folder: self.state() })
    }

    fn make(&self, dir: &Path, new: &InitFolder) -> Result<String> {
        let _doing = self.begin(Work::Init)?;
        let (plant, language, password) = (new.plant.clone(), new.language, &*new.password.0);
        let founding = Founding { plant, login: &new.login, name: &new.name, language, password };
        folder::found(dir, &founding, Arc::clone(&self.machine), self.cost)?;
        Ok(new.login.trim().to_owned())
    }

    fn make_sample(&self, dir: &Path, new: &InitFolder) -> Result<String> {
        let _doing = self.begin(Work::Sample)?;
        let wanted = Sample { cases: SAMPLE, full: SAMPLE, seed: 1, password: new.password.0.clone() };
        sample::make(dir, &wanted, Arc::clone(&self.machine), &mut |done, of| self.at_work(done, of))?;
        Ok("admin".into())
    }

    /// Whether what concerns the whole folder is theirs to ask.
    ///
    /// # Errors
    /// `forbidden`.
    pub fn administers(&self, caller: &Caller) -> Result<()> {
        self.app()?.allowed(caller, Permission::Admin).map(drop)
    }

    /// Checks the folder.
    ///
    /// # Errors
    /// `forbidden`; `busy` while something else is done to it; `folder` when it is too damaged to be read to its end.
    pub fn verify(&self, caller: &Caller, asked: &VerifyFolder) -> Result<Verified> {
        self.administers(caller)?;
        let _doing = self.begin(Work::Verify)?;
        let (mut found, mut count) = (vec![], 0);
        let scope = Scope { since: None, derived: asked.derived };
        let checked = folder::verify(&self.dir(), Arc::clone(&self.machine), scope, &mut |one| {
            count += 1;
            self.at_work(count, 0);
            if found.len() < NAMED {
                found.push(breaks::data(one));
            }
        })?;
        Ok(Verified { checked, found })
    }

    /// Writes a backup to a new file outside the folder.
    ///
    /// # Errors
    /// `forbidden`; `busy`; `invalid` for a place within the folder or one that is not there; `folder` when the file is
    /// there already or the disk is full.
    pub fn backup(&self, caller: &Caller, to: &Path) -> Result<BackedUp> {
        self.administers(caller)?;
        let _doing = self.begin(Work::Backup)?;
        let dir = self.dir();
        outside::place(to, &dir)?;
        folder::backup(&dir, to, Arc::clone(&self.machine))
    }

    fn begin(&self, what: Work) -> Result<Busy<'_>> {
        let mut doing = self.doing();
        if doing.is_some() {
            return Err(ApiError::Busy);
        }
        *doing = Some(Doing { what, done: 0, of: 0 });
        Ok(Busy(self))
    }

    fn at_work(&self, done: u64, of: u64) {
        if let Some(doing) = &mut *self.doing() {
            (doing.done, doing.of) = (done, of);
        }
    }

    fn open(&self) -> MutexGuard<'_, Place> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn doing(&self) -> MutexGuard<'_, Option<Doing>> {
        self.doing.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Something is being done to the whole folder, until this is dropped.
struct Busy<'a>(&'a Home);

impl Drop for Busy<'_> {
    fn drop(&mut self) {
        *self.0.doing() = None;
    }
}

#[cfg(test)]
mod tests {
    use super::{FolderState, Home};
    use crate::folder::Cost;
    use crate::machine::RealMachine;
    use std::path::Path;
    use std::sync::Arc;

    #[test]
    fn a_choice_is_remembered_and_the_place_of_a_sample_is_not() {
        let dir = tempfile::tempdir().expect("a folder");
        let (choice, one, other) = (dir.path().join("a/folder.txt"), dir.path().join("one"), dir.path().join("other"));
        let kept = || std::fs::read_to_string(&choice).ok();
        let fixed = Home::at(&one, Arc::new(RealMachine), Cost::TEST);
        assert!(fixed.choose(&other).is_err() && fixed.choose(&one).is_ok() && fixed.dir() == one);
        let home = Home { choice: Some(choice.clone()), ..fixed };
        assert!(home.choose(Path::new("not/absolute")).is_err());
        assert_eq!(kept(), None);
        home.take(&other, false).expect("a place");
        assert_eq!((home.dir(), kept()), (other.clone(), None));
        let view = home.choose(&one).expect("a place");
        assert_eq!((view.state, view.why, view.movable), (FolderState::None, None, true));
        assert_eq!(kept().as_deref(), one.to_str());
    }
}
