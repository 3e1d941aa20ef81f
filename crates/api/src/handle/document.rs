//! Files of the controlled documents 受控文件 that procedures cite (M-9). One belongs to no case: everybody in the house
//! may read it, and each revision of which file it is stays in the journal.

pub use super::Kept;
use super::procedure::readable;
use super::upload::{Ready, keep, look_into};
use crate::door::{Desk, Reading, Writing};
use crate::error::{ApiError, Result};
use kesu_domain::engine::Blocked;
use kesu_domain::id::ProcedureId;
use kesu_domain::master::{ControlledDocument, File, ProcedureText};
use kesu_domain::people::{FileDigest, Post};
use kesu_domain::procedure::{By, Document};
use kesu_store::door::Read;
use kesu_store::record::{self, Rev};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The longest number or version of a document, in characters.
const LONGEST: usize = 100;

/// Whose.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListDocuments {
    procedure: ProcedureId,
}

/// What a procedure cites, in its order.
#[derive(Debug, Serialize, TS)]
pub struct Documents {
    documents: Vec<DocumentView>,
}

/// A cited document.
#[derive(Debug, Serialize, TS)]
pub struct DocumentView {
    /// As the procedure cites it.
    cited: Document,
    /// As the house keeps it; none until somebody brings its file.
    kept: Option<KeptDocument>,
}

/// Its file.
#[derive(Debug, Serialize, TS)]
pub struct KeptDocument {
    rev: i64,
    row: ControlledDocument,
    /// What the file is.
    media_type: String,
    bytes: i64,
}

/// Lists what a version of a procedure cites, with the files that the house keeps. A draft may be broken, and cites all the
/// same.
pub(crate) fn document_list(cx: &Reading, request: ListDocuments) -> Result<Documents> {
    let procedure = readable(&cx.db.get::<ProcedureText>(request.procedure)?.body.text)?;
    let mut documents = vec![];
    for cited in &procedure.refers_to {
        let kept = match of(cx.db, &procedure.number, &cited.id)? {
            Some(kept) => {
                let digest = kept.body.file.as_str();
                let file = cx.db.find::<File>(&[("sha256", &digest)])?.map(|kept| kept.body);
                let file = file.ok_or_else(|| ApiError::internal("the file of a document is not claimed"))?;
                let (media_type, bytes) = (file.media_type, file.bytes);
                Some(KeptDocument { rev: kept.rev.0, row: kept.body, media_type, bytes })
            }
            None => None,
        };
        documents.push(DocumentView { cited: cited.clone(), kept });
    }
    Ok(Documents { documents })
}

fn of(db: &Read, procedure: &str, document: &str) -> Result<Option<record::Kept<ControlledDocument>>> {
    Ok(db.find::<ControlledDocument>(&[("procedure", &procedure), ("document", &document)])?)
}

/// The file of a cited document; new, or over the revision that was on the screen.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveDocument {
    procedure: ProcedureId,
    /// Its id there.
    document: String,
    #[serde(default)]
    rev: i64,
    /// Number that the house gave it; empty: as cited.
    #[serde(default)]
    number: String,
    #[serde(default)]
    version: String,
    /// An upload of this person, or the file that is kept.
    file: FileDigest,
}

/// Looks into the upload; nothing where the file is one that the house keeps as a document already.
pub(crate) fn look(desk: &Desk, request: &SaveDocument) -> Result<Option<Ready>> {
    let now = desk.app.machine.now();
    let is_kept = desk.app.folder.read(None, now, |db| {
        let kept = db.list::<ControlledDocument>(&[("file", &request.file.as_str())])?;
        Ok::<_, ApiError>(!kept.is_empty())
    })?;
    (!is_kept).then(|| look_into(desk, &request.file)).transpose()
}

/// Keeps the file of a cited document, with its number and version. Whoever holds a post of the procedure brings it.
pub(crate) fn document_save(cx: &mut Writing, request: SaveDocument, ready: Option<Ready>) -> Result<Kept> {
    let procedure = cx.db.procedure(request.procedure)?;
    let is_ours = |post: &Post| {
        let fits = post.procedure.as_ref().is_none_or(|only| *only == procedure.number);
        fits && procedure.roles.iter().any(|role| role.id == post.role)
    };
    if !cx.seat.posts.iter().any(is_ours) {
        let by = procedure.roles.iter().map(|role| By::Role(role.id.clone())).collect();
        return Err(Blocked::NeedsRole { by }.into());
    }
    for (field, text) in [("number", &request.number), ("version", &request.version)] {
        if text.chars().count() > LONGEST {
            return Err(ApiError::invalid(field, "too_long", LONGEST.to_string()));
        }
    }
    if !procedure.refers_to.iter().any(|cited| cited.id == request.document) {
        return Err(ApiError::not_found(format!("document {}", request.document)));
    }
    let name = match ready {
        Some(ready) => keep(cx, &request.file, ready)?,
        None => cx
            .db
            .list::<ControlledDocument>(&[("file", &request.file.as_str())])?
            .pop()
            .map(|kept| kept.body.name)
            .unwrap_or_default(),
    };
    let known = of(cx.db, &procedure.number, &request.document)?;
    let body = ControlledDocument {
        procedure: procedure.number.clone(),
        document: request.document,
        number: request.number.trim().to_owned(),
        version: request.version.trim().to_owned(),
        file: request.file,
        name,
    };
    match known {
        // A new one where somebody was first is a conflict, and no second row.
        Some(known) => Ok(Kept::row(i64::from(known.id), cx.db.put(known.id, Rev(request.rev), &body)?)),
        None => Ok(Kept::row(i64::from(cx.db.add(&body)?), Rev(1))),
    }
}
