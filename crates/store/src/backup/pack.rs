use super::{FORMAT, MANIFEST, Manifest, Part};
use crate::error::{Error, Result};
use crate::files::copy;
use crate::folder::{DATABASE, Folder};
use crate::open::{private_file, sync_dir};
use kesu_domain::people::FileDigest;
use rusqlite::Connection;
use rusqlite::backup::Backup;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Pages that are copied before other connections get their turn.
const PAGES: i32 = 4096;

impl Folder {
    /// Writes a backup to a file that is not there yet. Others may read and write meanwhile.
    ///
    /// # Errors
    /// [`Error::Exists`], [`Error::Full`], [`Error::ReadOnly`], [`Error::Io`]; then no file is left behind.
    pub fn backup(&self, to: &Path) -> Result<Manifest> {
        if to.exists() {
            return Err(Error::Exists(to.to_owned()));
        }
        let (part, snapshot) = (beside(to, ".part"), beside(to, ".snapshot"));
        let made = self.pack(&part, &snapshot).and_then(|manifest| {
            std::fs::rename(&part, to).map_err(Error::io(to))?;
            sync_dir(std::path::absolute(to).map_err(Error::io(to))?.parent().unwrap_or(to))?;
            Ok(manifest)
        });
        // The part is gone when all went well; the error that is reported is the one that matters.
        drop((std::fs::remove_file(&part), std::fs::remove_file(&snapshot)));
        made
    }

    fn pack(&self, part: &Path, snapshot: &Path) -> Result<Manifest> {
        let copy_of_db = self.copy_database(snapshot)?;
        let mut manifest = Manifest {
            format: FORMAT.into(),
            folder: self.id().to_owned(),
            head: crate::journal::head(&copy_of_db)?,
            missing: vec![],
            parts: vec![],
        };
        let mut zip = ZipWriter::new(private_file(part)?);
        let mut database = File::open(snapshot).map_err(Error::io(snapshot))?;
        manifest.parts.push(add(&mut zip, part, DATABASE.into(), &mut database, CompressionMethod::Deflated)?);
        let mut query = copy_of_db.prepare("SELECT sha256 FROM file ORDER BY sha256")?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let Some(digest) = FileDigest::new(&row.get::<_, String>(0)?) else { continue };
            match self.files.open(&digest) {
                // Photos and PDFs are compressed already.
                Ok(mut file) => {
                    let name = format!("files/{}/{}", &digest.as_str()[..2], digest.as_str());
                    manifest.parts.push(add(&mut zip, part, name, &mut file, CompressionMethod::Stored)?);
                }
                Err(Error::NotFound(_)) => manifest.missing.push(digest),
                Err(other) => return Err(other),
            }
        }
        let text = serde_json::to_vec_pretty(&manifest).map_err(|cause| Error::Backup(cause.to_string()))?;
        zip.start_file(MANIFEST, SimpleFileOptions::default()).map_err(zipped(part))?;
        zip.write_all(&text).map_err(Error::io(part))?;
        zip.finish().map_err(zipped(part))?.sync_all().map_err(Error::io(part))?;
        Ok(manifest)
    }

    /// A copy of the evidence as it stood at one moment, in one file.
    fn copy_database(&self, to: &Path) -> Result<Connection> {
        private_file(to)?;
        let mut target = Connection::open(to)?;
        self.snapshot(|source| {
            let backup = Backup::new(source, &mut target)?;
            backup.run_to_completion(PAGES, Duration::ZERO, None)?;
            Ok::<_, Error>(())
        })?;
        target.pragma_update(None, "journal_mode", "DELETE")?;
        Ok(target)
    }
}

fn add(zip: &mut ZipWriter<File>, path: &Path, name: String, from: &mut File, how: CompressionMethod) -> Result<Part> {
    let large = from.metadata().map_err(Error::io(path))?.len() > u64::from(u32::MAX / 2);
    let options = SimpleFileOptions::default().compression_method(how).large_file(large).unix_permissions(0o600);
    zip.start_file(name.as_str(), options).map_err(zipped(path))?;
    let (sha256, bytes) = copy(from, zip).map_err(Error::io(path))?;
    Ok(Part { name, bytes, sha256 })
}

fn zipped(path: &Path) -> impl FnOnce(zip::result::ZipError) -> Error {
    let path = path.to_owned();
    move |cause| match cause {
        zip::result::ZipError::Io(cause) => Error::io(path)(cause),
        other => Error::Backup(other.to_string()),
    }
}

fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    name.into()
}
