use super::{Break, Check};
use crate::error::{Error, Result};
use crate::files::{Files, digest_of};
use kesu_domain::people::FileDigest;

impl Check<'_> {
    /// Each claimed file against its name.
    pub(super) fn files(&mut self, files: &Files) -> Result<()> {
        let db = self.db;
        let mut query = db.prepare("SELECT sha256 FROM file WHERE seq > ?1 ORDER BY id")?;
        let mut rows = query.query([self.floor()])?;
        while let Some(row) = rows.next()? {
            // A row whose name is no digest was altered, and is named among the rows.
            let Some(file) = FileDigest::new(&row.get::<_, String>(0)?) else { continue };
            self.report.files += 1;
            let path = files.path(&file);
            match digest_of(&path) {
                Ok((digest, _)) if digest == file => {}
                Ok(_) => self.name(Break::File { file }),
                Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => {
                    if !self.erased_files.contains(&file) {
                        self.name(Break::FileMissing { file });
                    }
                }
                Err(cause) => return Err(Error::io(path)(cause)),
            }
        }
        Ok(())
    }
}
