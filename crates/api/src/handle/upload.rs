//! Files of a case (I-5), and those of the house itself. Bytes travel beside the list, see [`crate::file`]; here they become part of a case.

use crate::door::{Desk, Reading, Writing};
use crate::error::{ApiError, Result};
use crate::permission::Permission;
use kesu_domain::id::CaseId;
use kesu_domain::master::{Brought, File};
use kesu_domain::people::FileDigest;
use kesu_intake::Looked;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// An uploaded file, and for which case.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ClaimFile {
    case: CaseId,
    file: FileDigest,
}

/// It is part of the case.
#[derive(Debug, Serialize, TS)]
pub struct Claimed {
    file: File,
}

/// An upload that was looked into.
pub(crate) struct Ready {
    looked: Looked,
    bytes: i64,
}

/// Looks into the bytes: what it is, whatever it is called.
pub(crate) fn look(desk: &Desk, request: &ClaimFile) -> Result<Ready> {
    look_into(desk, &request.file)
}

/// The same for whatever claims an upload of this person.
pub(super) fn look_into(desk: &Desk, file: &FileDigest) -> Result<Ready> {
    let seat = desk.seat.ok_or(ApiError::Forbidden { needs: Permission::Work })?;
    let mine = desk.app.private.uploads(seat.account)?;
    let upload = mine.into_iter().find(|upload| upload.file == *file);
    let upload = upload.ok_or_else(|| ApiError::not_found(format!("upload {}", file.as_str())))?;
    let mut bytes = vec![];
    std::io::Read::read_to_end(&mut desk.app.folder.open_file(file)?, &mut bytes).map_err(ApiError::internal)?;
    let looked = crate::file::look(&upload.name, &bytes)?;
    Ok(Ready { looked, bytes: upload.bytes })
}

/// Makes an uploaded file part of a case. A file that is there already is not kept twice.
pub(crate) fn file_claim(cx: &mut Writing, request: ClaimFile, ready: Ready) -> Result<Claimed> {
    let open = cx.open(request.case)?;
    cx.working(&open)?;
    not_erased(cx, &request.file)?;
    let known = cx.db.find::<File>(&[("sha256", &request.file.as_str())])?;
    let file = match known {
        Some(kept) => {
            let (mut file, case, looked) = (kept.body, request.case, ready.looked);
            match file.of(case) {
                Some(_) => {}
                None if file.case.is_none() => (file.case, file.name) = (Some(case), looked.name),
                None => file.also.push(Brought { case, name: looked.name }),
            }
            cx.db.put(kept.id, kept.rev, &file)?;
            file
        }
        None => {
            let file = ready.file(request.file, Some(request.case));
            cx.db.add(&file)?;
            file
        }
    };
    let file = file.of(request.case).ok_or_else(|| ApiError::internal("a claimed file is not claimed"))?;
    Ok(Claimed { file })
}

/// Makes an uploaded file the house's own: it belongs to no case. One that is there already is not kept twice. Returns the
/// name under which it came now.
pub(super) fn keep(cx: &mut Writing, file: &FileDigest, ready: Ready) -> Result<String> {
    not_erased(cx, file)?;
    let name = ready.looked.name.clone();
    if cx.db.find::<File>(&[("sha256", &file.as_str())])?.is_none() {
        cx.db.add(&ready.file(file.clone(), None))?;
    }
    Ok(name)
}

impl Ready {
    fn file(self, sha256: FileDigest, case: Option<CaseId>) -> File {
        let Looked { media_type, pixels, name, .. } = self.looked;
        File { sha256, media_type: media_type.to_owned(), bytes: self.bytes, pixels, name, case, also: vec![] }
    }
}

fn not_erased(cx: &Writing, file: &FileDigest) -> Result<()> {
    if cx.db.is_erased(file)? { Err(ApiError::invalid("file", "erased", file.as_str())) } else { Ok(()) }
}

/// Which case.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListFiles {
    case: CaseId,
}

/// The files that a case uses.
#[derive(Debug, Serialize, TS)]
pub struct Files {
    files: Vec<File>,
}

/// Lists the files of a case.
pub(crate) fn file_list(cx: &Reading, request: ListFiles) -> Result<Files> {
    cx.open(request.case)?;
    let mut files = vec![];
    // Those that something names, and those that were brought and that nothing names yet.
    let mut digests: BTreeSet<FileDigest> = cx.db.files_of(request.case)?.into_iter().collect();
    digests.extend(cx.db.list::<File>(&[("case_id", &request.case.0)])?.into_iter().map(|kept| kept.body.sha256));
    for digest in digests {
        files.extend(cx.db.find::<File>(&[("sha256", &digest.as_str())])?.and_then(|kept| kept.body.of(request.case)));
    }
    Ok(Files { files })
}
