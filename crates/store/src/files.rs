//! Files by their SHA-256: written, fsynced, renamed to their digest, *then* claimed by a row of the table `file`
//! (model § 10). Never altered. What no row has claimed for seven days goes; what a row claims goes only by erasure.
//!
//! How large a file may be is said by the caller; of one that is larger nothing is kept. The age of a file is told by the caller's clock too: it is written
//! into the file's modification time.

use crate::door::Random;
use crate::error::{Error, Result};
use crate::open::{private_dir, private_file, sync_dir};
use kesu_domain::people::FileDigest;
use kesu_domain::time::Stamp;
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// How long an upload waits for a row that claims it, in milliseconds.
const UNCLAIMED: i64 = 7 * 24 * 3_600_000;

/// A file that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// Its name.
    pub digest: FileDigest,
    /// Its size.
    pub bytes: u64,
}

/// The folder `files` of a data folder.
#[derive(Debug, Clone)]
pub(crate) struct Files {
    dir: PathBuf,
}

impl Files {
    pub(crate) fn new(folder: &Path) -> Files {
        Files { dir: folder.join("files") }
    }

    /// Writes what is read, under its digest. A file that is there already is kept as it is, and counts as new.
    pub(crate) fn keep(&self, now: Stamp, random: &Random, most: u64, from: &mut dyn Read) -> Result<Stored> {
        let waiting = self.dir.join("tmp");
        private_dir(&waiting)?;
        let mut name = [0; 16];
        random(&mut name);
        let part = waiting.join(hex(&name));
        let stored = self.write(now, &part, most, from);
        if stored.is_err() {
            // The error that is reported is the one that matters; a leftover goes with the unclaimed files.
            drop(std::fs::remove_file(&part));
        }
        stored
    }

    fn write(&self, now: Stamp, part: &Path, most: u64, from: &mut dyn Read) -> Result<Stored> {
        let mut out = private_file(part)?;
        let (digest, bytes) = copy(&mut from.take(most.saturating_add(1)), &mut out).map_err(Error::io(part))?;
        if bytes > most {
            return Err(Error::TooLarge { most });
        }
        out.set_modified(time_of(now)).and_then(|()| out.sync_all()).map_err(Error::io(part))?;
        drop(out);
        let path = self.path(&digest);
        if digest_of(&path).is_ok_and(|(there, _)| there == digest) {
            let file = File::options().append(true).open(&path).map_err(Error::io(&path))?;
            file.set_modified(time_of(now)).map_err(Error::io(&path))?;
            std::fs::remove_file(part).map_err(Error::io(part))?;
            return Ok(Stored { digest, bytes });
        }
        let dir = path.parent().unwrap_or(&self.dir);
        private_dir(dir)?;
        std::fs::rename(part, &path).map_err(Error::io(&path))?;
        sync_dir(dir)?;
        sync_dir(&self.dir)?;
        Ok(Stored { digest, bytes })
    }

    pub(crate) fn open(&self, digest: &FileDigest) -> Result<File> {
        let path = self.path(digest);
        File::open(&path).map_err(|cause| match cause.kind() {
            std::io::ErrorKind::NotFound => Error::NotFound(format!("file {}", digest.as_str())),
            _ => Error::io(&path)(cause),
        })
    }

    pub(crate) fn path(&self, digest: &FileDigest) -> PathBuf {
        self.dir.join(&digest.as_str()[..2]).join(digest.as_str())
    }

    /// Every kept file that no row claims.
    pub(crate) fn unclaimed(&self, db: &Connection) -> Result<Vec<FileDigest>> {
        let mut claimed = db.prepare_cached("SELECT 1 FROM file WHERE sha256 = ?1")?;
        let mut found = vec![];
        for path in entries(&self.dir)?.iter().filter(|path| path.is_dir()) {
            let names = entries(path)?.into_iter().filter_map(|path| FileDigest::new(path.file_name()?.to_str()?));
            for digest in names {
                if !claimed.exists([digest.as_str()])? {
                    found.push(digest);
                }
            }
        }
        found.sort();
        Ok(found)
    }

    /// Removes what nobody has claimed for seven days, and leftovers of writing that broke off. The caller holds the
    /// writer's place, so that nothing is claimed meanwhile.
    pub(crate) fn sweep(&self, db: &Connection, now: Stamp) -> Result<Vec<FileDigest>> {
        let mut gone = vec![];
        for digest in self.unclaimed(db)? {
            if is_old(&self.path(&digest), now) {
                remove(&self.path(&digest))?;
                gone.push(digest);
            }
        }
        for part in entries(&self.dir.join("tmp"))?.iter().filter(|part| is_old(part, now)) {
            remove(part)?;
        }
        Ok(gone)
    }

    /// Removes these files.
    pub(crate) fn erase(&self, files: &[FileDigest]) -> Result<()> {
        files.iter().try_for_each(|file| remove(&self.path(file)))
    }
}

/// The digest and the size of the bytes of a file.
pub(crate) fn digest_of(path: &Path) -> std::io::Result<(FileDigest, u64)> {
    copy(&mut File::open(path)?, &mut std::io::sink())
}

/// Copies bytes and says their digest and how many they were.
pub(crate) fn copy(from: &mut dyn Read, to: &mut dyn Write) -> std::io::Result<(FileDigest, u64)> {
    let (mut hash, mut bytes, mut buffer) = (Sha256::new(), 0, vec![0; 1 << 16]);
    loop {
        let n = match from.read(&mut buffer) {
            Ok(0) => break,
            Ok(n) => n,
            Err(cause) if cause.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(cause) => return Err(cause),
        };
        hash.update(&buffer[..n]);
        to.write_all(&buffer[..n])?;
        bytes += n as u64;
    }
    let digest = FileDigest::new(&hex(&hash.finalize())).ok_or(std::io::ErrorKind::InvalidData)?;
    Ok((digest, bytes))
}

/// What lies in a directory; nothing when it is not there.
fn entries(dir: &Path) -> Result<Vec<PathBuf>> {
    match std::fs::read_dir(dir) {
        Ok(all) => all.map(|entry| Ok(entry.map_err(Error::io(dir))?.path())).collect(),
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => Ok(vec![]),
        Err(cause) => Err(Error::io(dir)(cause)),
    }
}

fn remove(path: &Path) -> Result<()> {
    match std::fs::remove_file(path) {
        Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => Err(Error::io(path)(cause)),
        Ok(()) | Err(_) => Ok(()),
    }
}

fn is_old(path: &Path, now: Stamp) -> bool {
    let written = std::fs::metadata(path).and_then(|file| file.modified());
    written.is_ok_and(|written| written <= time_of(now.plus_millis(-UNCLAIMED)))
}

fn time_of(at: Stamp) -> SystemTime {
    let millis = Duration::from_millis(at.millis().unsigned_abs());
    if at.millis() < 0 { SystemTime::UNIX_EPOCH - millis } else { SystemTime::UNIX_EPOCH + millis }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
