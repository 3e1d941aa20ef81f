//! The data folder: `kesu.db` (evidence), `files/`, `work.db` (private, see [`crate::private`]) and `kesu.lock`, which
//! is held while a folder is made or brought up to date. Two processes on one folder are safe.
//!
//! One writer connection, a few readers. The folder id is the body of the first entry of the journal: it is evidence
//! like everything else, and a restored folder keeps it.

use crate::bulk::Bulk;
use crate::derived;
use crate::door::{Command, Random, Read, Write};
use crate::erase::erasures;
use crate::error::{Error, Result};
use crate::files::{Files, Stored};
use crate::journal::{Event, Head};
use crate::known::Known;
use crate::open::{Use, check_header, connect, private_dir, private_file};
use crate::{place, schema};
use kesu_domain::id::AccountId;
use kesu_domain::people::FileDigest;
use kesu_domain::time::Stamp;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Name of the evidence.
pub(crate) const DATABASE: &str = "kesu.db";
/// Name of the lock.
const LOCK: &str = "kesu.lock";
/// How much of the file is mapped while all of it is read, in bytes; SQLite copies what lies beyond.
const MAPPED: i64 = 2 << 30;
/// Readers that stay open between reads.
const READERS: usize = 4;

/// An open data folder.
pub struct Folder {
    dir: PathBuf,
    id: String,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
    random: Box<Random>,
    known: Known,
    pub(crate) files: Files,
}

/// The body of the first entry.
#[derive(Serialize, Deserialize)]
struct Beginning {
    folder: String,
}

impl Folder {
    /// Makes a data folder in a directory that is not there, or empty. `id` is a new UUID; it is in every manifest.
    /// Of two processes that do it at once one succeeds, and the other finds that it [`Error::Exists`].
    ///
    /// # Errors
    /// [`Error::Exists`], [`Error::Shared`], [`Error::ReadOnly`], [`Error::Full`].
    pub fn create(dir: &Path, id: &str, command: Command, random: Box<Random>) -> Result<Folder> {
        place::check(dir)?;
        private_dir(dir)?;
        if holds_others(dir)? {
            return Err(Error::Exists(dir.to_owned()));
        }
        let _lock = lock(dir)?;
        private_file(&dir.join(DATABASE))?;
        let mut writer = writer(dir)?;
        schema::migrate(&mut writer)?;
        if folder_id(&writer)?.is_some() {
            return Err(Error::Exists(dir.to_owned()));
        }
        let folder = Folder::with(dir, id.to_owned(), writer, random);
        folder.write(command, |w| w.event(Event::Folder, None, &Beginning { folder: id.to_owned() }))?;
        Ok(folder)
    }

    /// Opens a data folder, and brings it up to this program's version.
    ///
    /// # Errors
    /// [`Error::NoFolder`], [`Error::Shared`], [`Error::ReadOnly`], [`Error::Newer`], [`Error::Damaged`],
    /// [`Error::Busy`], [`Error::Full`].
    pub fn open(dir: &Path, random: Box<Random>) -> Result<Folder> {
        if !dir.join(DATABASE).is_file() {
            return Err(Error::NoFolder(dir.to_owned()));
        }
        place::check(dir)?;
        let _lock = lock(dir)?;
        let mut writer = writer(dir)?;
        schema::migrate(&mut writer)?;
        let id = folder_id(&writer)?.ok_or_else(|| Error::NoFolder(dir.to_owned()))?;
        Ok(Folder::with(dir, id, writer, random))
    }

    fn with(dir: &Path, id: String, writer: Connection, random: Box<Random>) -> Folder {
        let (writer, readers) = (Mutex::new(writer), Mutex::default());
        Folder { dir: dir.to_owned(), id, writer, readers, random, known: Known::default(), files: Files::new(dir) }
    }

    /// Where it is.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// The UUID that it was made with. Outside the folder a thing is (folder id, table, id).
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Reads in one snapshot.
    ///
    /// # Errors
    /// What `f` returns, or the folder cannot be read.
    pub fn read<T, E: From<Error>>(
        &self,
        actor: Option<AccountId>,
        now: Stamp,
        f: impl FnOnce(&Read) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        self.snapshot(|db| f(&Read::new(db, &self.known, actor, now)))
    }

    /// Carries out one command: all of it, or nothing when `f` returns an error.
    ///
    /// # Errors
    /// What `f` returns; [`Error::Replayed`] before `f` is called; [`Error::Busy`], [`Error::Full`].
    pub fn write<T, E: From<Error>>(
        &self,
        command: Command,
        f: impl FnOnce(&mut Write) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let mut db = unpoisoned(&self.writer);
        let tx = db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(Error::from)?;
        let mut write = Write::begin(&tx, command, &*self.random, &self.files, &self.known)?;
        let out = f(&mut write)?;
        let after = write.over();
        derived::files_follow(&tx, &after.touched)?;
        let marked = derived::index_saved(&tx, &after.words)?;
        tx.commit().map_err(Error::from)?;
        if marked {
            // What fails here is done by the next command, and a search looks itself.
            drop(derived::index_marked(&mut db));
        }
        if after.erased {
            // The command is done, and the entry says what goes: what fails here is done again by the next sweep.
            drop(derived::forget_words(&db).and_then(|()| self.forget(&db)));
        }
        Ok(out)
    }

    /// Carries out many commands in one transaction, one after the other, each with its own actor, moment and entries: all
    /// of them, or nothing when `f` returns an error. For samples and imports: derived rows and the search index follow
    /// at the end, so lists do not show meanwhile what was written here; cases are found by their ids.
    ///
    /// # Errors
    /// What `f` returns; [`Error::Busy`], [`Error::Full`].
    pub fn bulk<T, E: From<Error>>(
        &self,
        f: impl FnOnce(&mut Bulk) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let mut db = unpoisoned(&self.writer);
        let tx = db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(Error::from)?;
        let mut bulk = Bulk::begin(&tx, &*self.random, &self.files, &self.known);
        let out = f(&mut bulk)?;
        bulk.finish()?;
        tx.commit().map_err(Error::from)?;
        Ok(out)
    }

    /// Where the journal ends: to be remembered outside the folder.
    ///
    /// # Errors
    /// SQLite.
    pub fn head(&self) -> Result<Head> {
        self.snapshot(crate::journal::head)
    }

    /// Keeps a file under its digest. It goes again after seven days unless a row of the table `file` claims it.
    ///
    /// # Errors
    /// [`Error::TooLarge`] when there are more than `most` bytes; [`Error::Full`], [`Error::ReadOnly`], [`Error::Io`];
    /// nothing is kept then.
    pub fn keep_file(&self, now: Stamp, most: u64, from: &mut dyn std::io::Read) -> Result<Stored> {
        self.files.keep(now, &*self.random, most, from)
    }

    /// Opens a kept file for reading.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn open_file(&self, digest: &FileDigest) -> Result<File> {
        self.files.open(digest)
    }

    /// Kept files that no row claims.
    ///
    /// # Errors
    /// SQLite, or the folder cannot be read.
    pub fn unclaimed_files(&self) -> Result<Vec<FileDigest>> {
        self.snapshot(|db| self.files.unclaimed(db))
    }

    /// Removes files that nobody has claimed for seven days, and what an interrupted erasure has left. Returns the
    /// unclaimed ones that went.
    ///
    /// # Errors
    /// [`Error::Busy`]; a file cannot be removed.
    pub fn sweep(&self, now: Stamp) -> Result<Vec<FileDigest>> {
        let mut db = unpoisoned(&self.writer);
        let gone = {
            // Holding the writer's place: nothing is claimed between looking and removing.
            let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            self.files.sweep(&tx, now)?
        };
        self.forget(&db)?;
        Ok(gone)
    }

    /// The writer's connection, and the procedures that were proved before: for what is made again from evidence.
    pub(crate) fn workshop(&self) -> (MutexGuard<'_, Connection>, &Known) {
        (unpoisoned(&self.writer), &self.known)
    }

    /// Procedures that were proved before.
    pub(crate) fn known(&self) -> &Known {
        &self.known
    }

    /// Runs `f` in one snapshot of the evidence.
    pub(crate) fn snapshot<T, E: From<Error>>(
        &self,
        f: impl FnOnce(&Connection) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let waiting = unpoisoned(&self.readers).pop();
        let mut db = waiting.map_or_else(|| connect(&self.dir.join(DATABASE), Use::Reading), Ok)?;
        let tx = db.transaction().map_err(Error::from)?;
        let out = f(&tx);
        drop(tx);
        let mut readers = unpoisoned(&self.readers);
        if readers.len() < READERS {
            readers.push(db);
        }
        out
    }

    /// Runs `f` in one snapshot of a connection that has read nothing before. SQLite's own check of a search index trusts what
    /// its connection remembers of it, and calls an index damaged that another connection has written since (tried, 3.53).
    pub(crate) fn fresh_snapshot<T>(&self, f: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        let mut db = connect(&self.dir.join(DATABASE), Use::Reading)?;
        // It reads every page once: mapped, none is copied first. The file is local, or the folder would not have opened.
        db.pragma_update(None, "mmap_size", MAPPED)?;
        let tx = db.transaction()?;
        f(&tx)
    }

    /// Removes erased files, and what the write-ahead log still holds of erased words.
    fn forget(&self, db: &Connection) -> Result<()> {
        for (_, erasure) in erasures(db)? {
            self.files.erase(&erasure.files)?;
        }
        db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(())
    }
}

/// The writer's connection, once the file is seen to be one of ours and writable.
fn writer(dir: &Path) -> Result<Connection> {
    let path = dir.join(DATABASE);
    check_header(&path)?;
    File::options().append(true).open(&path).map_err(Error::io(&path))?;
    connect(&path, Use::Evidence)
}

fn folder_id(db: &Connection) -> Result<Option<String>> {
    let sql = "SELECT c.body FROM journal j JOIN content c USING(seq) WHERE j.seq = 1 AND j.kind = ?1";
    let first: Option<String> = db.query_row(sql, [Event::Folder.name()], |row| row.get(0)).optional()?;
    let Some(first) = first else {
        // A journal that has entries and does not begin with its folder was not written by this program.
        let entries: bool = db.prepare("SELECT 1 FROM journal")?.exists([])?;
        return if entries { Err(Error::Damaged("the journal has no beginning".into())) } else { Ok(None) };
    };
    let beginning: Beginning =
        serde_json::from_str(&first).map_err(|cause| Error::Body { kind: Event::Folder.name(), cause })?;
    Ok(Some(beginning.folder))
}

/// Waits until nobody else makes or updates this folder.
pub(crate) fn lock(dir: &Path) -> Result<File> {
    let path = dir.join(LOCK);
    let file = private_file(&path)?;
    file.lock().map_err(Error::io(&path))?;
    Ok(file)
}

/// Something lies in the directory that an interrupted making of a folder does not leave.
fn holds_others(dir: &Path) -> Result<bool> {
    for entry in std::fs::read_dir(dir).map_err(Error::io(dir))? {
        let name = entry.map_err(Error::io(dir))?.file_name();
        let name = name.to_string_lossy();
        if name != LOCK && !name.starts_with(DATABASE) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A panic inside a command rolled its transaction back: what the lock guards is whole.
pub(crate) fn unpoisoned<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::{Break, Scope};
    use kesu_domain::master::Setting;

    fn command() -> Command {
        let now = "2026-11-22T05:00:00.000Z".parse().expect("a stamp");
        let (zone, machine) = ("+08:00".into(), "still".into());
        Command { actor: None, now, action: "test", reason: String::new(), request: None, zone, machine }
    }

    fn setting(n: usize) -> Setting {
        Setting { name: format!("setting {n}"), value: "x".repeat(3000).into() }
    }

    /// A full disk, as SQLite sees it: the file may not grow. Here and not among the tests outside, because the limit
    /// is one of a connection.
    #[test]
    fn a_full_disk_leaves_nothing_half() {
        let dir = tempfile::tempdir().expect("a temporary directory");
        let folder = Folder::create(&dir.path().join("data"), "id", command(), Box::new(|bytes| bytes.fill(7)))
            .expect("a new folder");
        let limit = |pages: i64| {
            unpoisoned(&folder.writer).pragma_update(None, "max_page_count", pages).expect("a limit");
        };
        let pages: i64 = folder
            .snapshot(|db| Ok::<_, Error>(db.query_row("PRAGMA page_count", [], |row| row.get(0))?))
            .expect("pages");
        limit(pages + 40);
        let write = |n: usize| {
            folder.write(command(), |w| (0..3).try_for_each(|k: usize| w.add(&setting(n * 3 + k)).map(drop)))
        };
        let full = (0..100).find_map(|n| write(n).err().map(|cause| (n, cause)));
        let (written, cause) = full.expect("the disk is full at some time");
        assert!(matches!(cause, Error::Full), "{cause:?}");
        assert_eq!(folder.head().expect("a head").seq, 1 + 3 * written as i64);
        limit(1_000_000);
        write(written).expect("room again");
        let mut breaks: Vec<Break> = vec![];
        folder.verify(Scope::Full, &mut |found| breaks.push(found)).expect("a check");
        assert_eq!(breaks, []);
    }
}
