use super::{FORMAT, MANIFEST, Manifest, Part};
use crate::error::{Error, Result};
use crate::files::copy;
use crate::folder::DATABASE;
use crate::open::{private_dir, private_file, sync_dir};
use crate::place;
use kesu_domain::people::FileDigest;
use rusqlite::{Connection, OpenFlags};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use zip::ZipArchive;

/// No manifest is longer: a line for each of a million files.
const MANIFEST_BYTES: u64 = 256 << 20;

/// Makes a data folder from a backup, in a directory that is not there, or empty: all of it after every digest was
/// checked, or nothing. The head in the manifest is the one that the caller journals as [`crate::journal::Event::Restore`].
///
/// # Errors
/// [`Error::Exists`], [`Error::Shared`], [`Error::Backup`] with what is wrong in it, [`Error::Full`].
pub fn restore(backup: &Path, dir: &Path) -> Result<Manifest> {
    place::check(dir)?;
    if std::fs::read_dir(dir).is_ok_and(|mut there| there.next().is_some()) || dir.is_file() {
        return Err(Error::Exists(dir.to_owned()));
    }
    let dir = std::path::absolute(dir).map_err(Error::io(dir))?;
    let mut name = dir.clone().into_os_string();
    name.push(".part");
    let part = PathBuf::from(name);
    if part.exists() {
        return Err(Error::Exists(part));
    }
    let made = unpack(backup, &part).and_then(|manifest| {
        if dir.exists() {
            std::fs::remove_dir(&dir).map_err(Error::io(&dir))?;
        }
        std::fs::rename(&part, &dir).map_err(Error::io(&dir))?;
        sync_dir(dir.parent().unwrap_or(&dir))?;
        Ok(manifest)
    });
    if made.is_err() {
        // Nothing half-written stays; the error that is reported is the one that matters.
        drop(std::fs::remove_dir_all(&part));
    }
    made
}

fn unpack(backup: &Path, into: &Path) -> Result<Manifest> {
    let file = File::open(backup).map_err(Error::io(backup))?;
    let mut zip = ZipArchive::new(file).map_err(|cause| Error::Backup(cause.to_string()))?;
    let manifest = manifest(&mut zip)?;
    private_dir(into)?;
    let mut dirs = BTreeSet::from([into.to_owned()]);
    for part in &manifest.parts {
        let to = into.join(&part.name);
        let dir = to.parent().unwrap_or(into).to_owned();
        private_dir(&dir)?;
        dirs.extend(dir.ancestors().take_while(|above| above.starts_with(into)).map(Path::to_owned));
        unpack_part(&mut zip, part, &to)?;
    }
    dirs.iter().try_for_each(|dir| sync_dir(dir))?;
    check_head(&into.join(DATABASE), &manifest)?;
    Ok(manifest)
}

/// The manifest, once it is seen to name every part of the zip, and no other place than a data folder has.
fn manifest(zip: &mut ZipArchive<File>) -> Result<Manifest> {
    let wrong = |what: &str| Error::Backup(what.to_owned());
    let file = zip.by_name(MANIFEST).map_err(|_| wrong("it has no manifest"))?;
    let mut text = String::new();
    file.take(MANIFEST_BYTES).read_to_string(&mut text).map_err(|_| wrong("its manifest cannot be read"))?;
    let manifest: Manifest =
        serde_json::from_str(&text).map_err(|cause| Error::Backup(format!("manifest: {cause}")))?;
    if manifest.format != FORMAT {
        return Err(Error::Backup(format!("its format is {}, this program reads {FORMAT}", manifest.format)));
    }
    let names: BTreeSet<&str> = manifest.parts.iter().map(|part| part.name.as_str()).collect();
    if let Some(strange) = names.iter().find(|name| !is_ours(name)) {
        return Err(Error::Backup(format!("{strange} is no part of a data folder")));
    }
    if !names.contains(DATABASE) || names.len() != manifest.parts.len() || names.len() + 1 != zip.len() {
        return Err(wrong("its manifest does not name what is in it"));
    }
    Ok(manifest)
}

/// `kesu.db`, or `files/ab/<digest that begins with ab>`.
fn is_ours(name: &str) -> bool {
    let file = name.strip_prefix("files/").and_then(|rest| rest.split_once('/'));
    name == DATABASE || file.is_some_and(|(dir, file)| FileDigest::new(file).is_some() && dir == &file[..2])
}

fn unpack_part(zip: &mut ZipArchive<File>, part: &Part, to: &Path) -> Result<()> {
    let wrong = |what: &str| Error::Backup(format!("{}: {what}", part.name));
    let from = zip.by_name(&part.name).map_err(|cause| wrong(&cause.to_string()))?;
    let mut out = private_file(to)?;
    let copied = copy(&mut from.take(part.bytes + 1), &mut out).map_err(|cause| match Error::io(to)(cause) {
        // What the zip itself cannot read comes as an error without a number of the system.
        Error::Io { cause, .. } if cause.raw_os_error().is_none() => wrong(&cause.to_string()),
        other => other,
    });
    let (digest, bytes) = copied?;
    if digest != part.sha256 || bytes != part.bytes {
        return Err(wrong("it was altered"));
    }
    out.sync_all().map_err(Error::io(to))
}

/// The database in the backup ends where the manifest says.
fn check_head(database: &Path, manifest: &Manifest) -> Result<()> {
    let db = Connection::open_with_flags(database, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let head = crate::journal::head(&db).map_err(|cause| Error::Backup(cause.to_string()))?;
    if head == manifest.head { Ok(()) } else { Err(Error::Backup(format!("its journal ends at {head}"))) }
}
