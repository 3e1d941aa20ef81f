//! Bytes beside the list: uploads in, files and issued papers out. Each transport streams them its own way; who may is
//! decided here.

use crate::app::{App, Caller};
use crate::door::Reading;
use crate::error::{ApiError, Result};
use crate::handle::digest;
use crate::handle::paper::{self, FormLanguage};
use crate::permission::Permission;
use crate::seat::Seat;
use kesu_domain::id::{CaseId, PlantId};
use kesu_domain::master::{ControlledDocument, File, Issued};
use kesu_domain::people::FileDigest;
use kesu_intake::{Looked, Refused};
use kesu_store::private::Upload;
use std::io::Read;

/// The most bytes that one file may have; transports refuse a longer one before they read it.
pub const LARGEST: u64 = kesu_intake::LARGEST;

/// A file that was received; it belongs to nothing yet, and goes after seven days unless a case claims it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Received {
    /// Its SHA-256.
    pub file: FileDigest,
    /// Its size.
    pub bytes: u64,
}

impl App {
    /// Takes a file in. The same bytes are kept once.
    ///
    /// # Errors
    /// `forbidden`; `invalid` when it is too large or empty; `folder` when the disk is full.
    pub fn receive(&self, caller: &Caller, name: &str, from: &mut dyn Read) -> Result<Received> {
        let seat = self.allowed(caller, Permission::Work)?;
        let now = self.machine.now();
        let stored = self.folder.keep_file(now, LARGEST, from)?;
        if stored.bytes == 0 {
            return Err(ApiError::invalid("file", "empty", name));
        }
        let name = kesu_intake::clean_name(name);
        let bytes = i64::try_from(stored.bytes).map_err(ApiError::internal)?;
        let (account, file) = (seat.account, stored.digest.clone());
        self.private.note_upload(&Upload { account, file, name, media_type: String::new(), bytes, at: now })?;
        Ok(Received { file: stored.digest, bytes: stored.bytes })
    }

    /// Opens a file of a case that this person may see, or of a controlled document.
    ///
    /// # Errors
    /// `not_found`, also for what may not be seen; `forbidden` for whoever is not signed in.
    pub fn fetch(&self, caller: &Caller, digest: &FileDigest) -> Result<(File, std::fs::File)> {
        let seat = self.allowed(caller, Permission::Read)?;
        let row = self.folder.read(Some(seat.account), self.machine.now(), |db| {
            let row = db.find::<File>(&[("sha256", &digest.as_str())])?;
            let row = row.map(|kept| kept.body).ok_or_else(|| not_found(digest))?;
            // A controlled document is there to be read by everybody (M-9), under its own name.
            if let Some(kept) = db.list::<ControlledDocument>(&[("file", &digest.as_str())])?.pop() {
                return Ok(File { case: None, also: vec![], name: kept.body.name, ..row });
            }
            let cases = db.case_of_file(digest)?;
            let first = cases.first().ok_or_else(|| not_found(digest))?;
            let known = cases.iter().find_map(|case| row.of(*case));
            Ok::<_, ApiError>(known.unwrap_or_else(|| File { case: Some(*first), also: vec![], ..row }))
        })?;
        Ok((row, self.folder.open_file(digest)?))
    }

    /// The bytes of an issued form, by the check code that is printed on it.
    ///
    /// # Errors
    /// `not_found`, also for a case that may not be seen.
    pub fn paper(&self, caller: &Caller, code: &str) -> Result<(Issued, Vec<u8>)> {
        let seat = self.allowed(caller, Permission::Read)?;
        let code = code.trim().to_uppercase();
        let issued = self.folder.read(Some(seat.account), self.machine.now(), |db| {
            let found = db.find::<Issued>(&[("code", &code)])?.map(|kept| kept.body);
            let found = found.ok_or_else(|| ApiError::not_found(format!("paper {code}")))?;
            db.case(found.case).map_err(|_| ApiError::not_found(format!("paper {code}")))?;
            Ok::<_, ApiError>(found)
        })?;
        let mut bytes = vec![];
        self.folder.open_file(&issued.file)?.read_to_end(&mut bytes).map_err(ApiError::internal)?;
        Ok((issued, bytes))
    }

    /// A form of a case as it would print now, as a draft: its name and bytes. Nothing is kept; what is signed is shown so.
    ///
    /// # Errors
    /// `not_found` for a case that may not be seen, a form that its procedure does not have, or no such language.
    pub fn preview(&self, caller: &Caller, case: CaseId, form: &str, language: &str) -> Result<(String, Vec<u8>)> {
        let seat = self.allowed(caller, Permission::Read)?;
        let language = FormLanguage::named(language).ok_or_else(|| ApiError::not_found(format!("paper {form}")))?;
        self.folder.read(Some(seat.account), self.machine.now(), |db| {
            paper::preview(&Reading { db, seat: &seat, app: self }, case, form, language)
        })
    }

    /// The morning sheet of a plant, as this person may see it: its name and bytes. Nothing is kept.
    ///
    /// # Errors
    /// `not_found` for a plant or a language that is not there; `forbidden`.
    pub fn morning(&self, caller: &Caller, plant: PlantId, language: &str) -> Result<(String, Vec<u8>)> {
        let seat = self.allowed(caller, Permission::Read)?;
        let language = FormLanguage::named(language).ok_or_else(|| ApiError::not_found("the morning sheet"))?;
        self.folder.read(Some(seat.account), self.machine.now(), |db| {
            crate::form::morning(&Reading { db, seat: &seat, app: self }, plant, language)
        })
    }

    /// One's own deadlines as an iCalendar file.
    ///
    /// # Errors
    /// `forbidden`.
    pub fn ical(&self, caller: &Caller) -> Result<String> {
        let seat = self.allowed(caller, Permission::Read)?;
        self.folder.read(Some(seat.account), self.machine.now(), |db| {
            let said = digest::ical(&Reading { db, seat: &seat, app: self }, digest::GetIcal::default())?;
            Ok::<_, ApiError>(said.text)
        })
    }

    /// Who calls, if their posts give that permission.
    pub(crate) fn allowed(&self, caller: &Caller, needs: Permission) -> Result<Seat> {
        let seat = Seat::of(self, caller)?.ok_or(ApiError::Forbidden { needs: Permission::SignedIn })?;
        if needs.given_by(&seat.posts) { Ok(seat) } else { Err(ApiError::Forbidden { needs }) }
    }
}

/// What the bytes are, or why they are refused.
pub(crate) fn look(name: &str, bytes: &[u8]) -> Result<Looked> {
    kesu_intake::look(name, bytes)
        .map_err(|refused: Refused| ApiError::invalid("file", refused.code(), refused.to_string()))
}

fn not_found(digest: &FileDigest) -> ApiError {
    ApiError::not_found(format!("file {}", digest.as_str()))
}
