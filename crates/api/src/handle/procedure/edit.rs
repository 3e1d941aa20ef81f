//! A procedure is written: copied from one that is there, and saved as a draft. A draft may be broken. Nothing runs on it.

use super::of_library;
use crate::door::Writing;
use crate::error::{ApiError, Field, Result};
use crate::handle::Kept;
use kesu_domain::id::{AccountId, ProcedureId};
use kesu_domain::master::{Account, ProcedureState, ProcedureText};
use kesu_domain::procedure::{Procedure, read};
use kesu_domain::proof::Fault;
use kesu_domain::text::Names;
use kesu_domain::time::Stamp;
use kesu_store::door::Read;
use kesu_store::record::Rev;
use serde::Deserialize;
use ts_rs::TS;

/// The longest procedure that is kept.
const LONGEST: usize = 1 << 20;
/// The version of a procedure that nobody has issued before.
const FIRST: &str = "A/0";
/// Cases are numbered with it, and people say it on the telephone.
const LONGEST_PREFIX: usize = 6;

/// What is copied, and what the copy is called.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CopyProcedure {
    /// A version that the folder keeps.
    #[serde(default)]
    procedure: Option<ProcedureId>,
    /// Or the number of one in the library.
    #[serde(default)]
    library: Option<String>,
    /// 文件编号 of the copy. One that is there already: the copy is its next version.
    number: String,
    /// Prefix of its cases.
    prefix: String,
    /// What it is called.
    title: Names,
}

/// Makes a draft of a version, or of one of the library.
pub(crate) fn procedure_copy(cx: &mut Writing, request: CopyProcedure) -> Result<Kept> {
    let text = match (request.procedure, &request.library) {
        (Some(id), _) => cx.db.get::<ProcedureText>(id)?.body.text,
        (None, Some(number)) => of_library(number)?.to_owned(),
        (None, None) => return Err(ApiError::Invalid { fields: vec![Field::missing("procedure")] }),
    };
    let mut p = readable(&text)?;
    p.number = request.number.trim().to_owned();
    p.prefix = request.prefix.trim().to_owned();
    p.title = request.title;
    check_head(&p)?;
    let versions = cx.db.list::<ProcedureText>(&[("number", &p.number)])?;
    if versions.is_empty() {
        p.changes.clear();
    }
    let versions = versions.iter().filter(|kept| !kept.body.is_dropped());
    p.version = next_version(&versions.map(|kept| kept.body.version.as_str()).collect::<Vec<_>>());
    p.author = cx.db.get::<Account>(cx.account())?.body.name;
    p.approver.clear();
    let body = ProcedureText {
        number: p.number.clone(),
        version: p.version.clone(),
        text: p.to_toml(),
        state: ProcedureState::Draft,
        approved_by: None,
        effective: None,
    };
    Ok(Kept::row(cx.db.add(&body)?, Rev(1)))
}

/// A draft as it stands on the screen.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveProcedure {
    procedure: ProcedureId,
    /// The revision that was on the screen.
    rev: i64,
    /// As text, which is kept byte for byte.
    #[serde(default)]
    text: Option<String>,
    /// Or as forms have it, which is written as text: comments of an earlier text are not kept.
    #[serde(default)]
    typed: Option<Procedure>,
}

/// Saves a draft. It may be broken: what is wrong with it, `procedure_check` says.
pub(crate) fn procedure_draft_save(cx: &mut Writing, request: SaveProcedure) -> Result<Kept> {
    let kept = cx.db.get::<ProcedureText>(request.procedure)?;
    if kept.body.state != ProcedureState::Draft {
        return Err(ApiError::invalid("procedure", "not_draft", kept.body.version));
    }
    let text = text_of(request.text, request.typed.as_ref())?;
    let said = read(&text).ok();
    if let Some(p) = &said {
        check_head(p)?;
    }
    // What cannot be read is kept under the number that it had.
    let (number, version) =
        said.map_or((kept.body.number.clone(), kept.body.version.clone()), |p| (p.number, p.version));
    let body = ProcedureText { number, version, text, ..kept.body };
    Ok(Kept::row(request.procedure, cx.db.put(request.procedure, Rev(request.rev), &body)?))
}

/// The text that was sent, or that of what was sent as forms have it.
pub(super) fn text_of(text: Option<String>, typed: Option<&Procedure>) -> Result<String> {
    let text = text.or_else(|| typed.map(Procedure::to_toml));
    let text = text.ok_or_else(|| ApiError::Invalid { fields: vec![Field::missing("text")] })?;
    if text.len() > LONGEST {
        return Err(ApiError::invalid("text", "too_large", format!("{} MiB", LONGEST >> 20)));
    }
    Ok(text)
}

/// A text that can be read.
pub(crate) fn readable(text: &str) -> Result<Procedure> {
    let line = |fault: Fault| fault.line.map(|line| line.to_string()).unwrap_or_default();
    read(text).map_err(|fault| ApiError::invalid("procedure", "unreadable", line(*fault)))
}

/// Who wrote it last, and when: copying and saving is writing, issuing is not.
pub(super) fn last_written(db: &Read<'_>, id: ProcedureId) -> Result<Option<(AccountId, Stamp)>> {
    let writes = |action: &str| action == "procedure_copy" || action == "procedure_draft_save";
    let last = db.history::<ProcedureText>(id)?.into_iter().rfind(|entry| writes(&entry.action));
    Ok(last.and_then(|entry| Some((AccountId(entry.actor), entry.at.parse().ok()?))))
}

/// What a number of cases and a document are made of.
fn check_head(p: &Procedure) -> Result<()> {
    let mut fields = vec![];
    let mut wrong = |field: &str, wrong: &str, detail: &str| {
        fields.push(Field { field: field.into(), wrong: wrong.into(), detail: detail.into() });
    };
    for (field, text) in [("number", &p.number), ("version", &p.version), ("prefix", &p.prefix)] {
        if text.trim().is_empty() {
            wrong(field, "missing", "");
        }
    }
    if p.title.zh.trim().is_empty() && p.title.en.trim().is_empty() {
        wrong("title", "missing", "");
    }
    if p.version.contains(ProcedureText::DROPPED) {
        wrong("version", "bad_version", &p.version);
    }
    let plain = p.prefix.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    if !p.prefix.is_empty() && (!plain || p.prefix.len() > LONGEST_PREFIX) {
        wrong("prefix", "bad_prefix", &p.prefix);
    }
    if fields.is_empty() { Ok(()) } else { Err(ApiError::Invalid { fields }) }
}

/// `A/0`, then `A/1`; of other ways to count the same with `/1` behind it.
fn next_version(known: &[&str]) -> String {
    let Some(last) = known.last() else { return FIRST.to_owned() };
    let (letter, n) = last.rsplit_once('/').and_then(|(a, n)| Some((a, n.parse::<u32>().ok()?))).unwrap_or((last, 0));
    let free = (n.saturating_add(1)..).map(|n| format!("{letter}/{n}")).find(|next| !known.contains(&next.as_str()));
    free.unwrap_or_else(|| FIRST.to_owned())
}
