//! Procedures 规程 as the folder keeps them: the list, one version, the library of the program (M-6).
//!
//! A draft may be broken: it is shown as far as it can be read. What is issued was proved. How one becomes the other:
//! [`edit`], [`see`], [`issue`]; how a running case comes to a newer version: [`shift`].

mod edit;
mod issue;
mod see;
mod shift;

pub use edit::{CopyProcedure, SaveProcedure};
pub(crate) use edit::{procedure_copy, procedure_draft_save, readable};
pub use issue::{IssueProcedure, WithdrawProcedure};
pub(crate) use issue::{procedure_issue, procedure_withdraw};
pub use see::{CheckProcedure, Checked, CompareProcedures, Compared, FaultView};
pub(crate) use see::{procedure_check, procedure_compare};
pub use shift::MoveCase;
pub(crate) use shift::case_move;

use crate::door::{Reading, Writing};
use crate::error::{ApiError, Result};
pub use crate::handle::Kept;
pub use crate::view::case::CaseView;
use kesu_domain::id::{AccountId, ProcedureId};
use kesu_domain::master::{ProcedureState, ProcedureText};
use kesu_domain::procedure::{BUILTIN, Procedure, load, read};
use kesu_domain::text::Names;
use kesu_domain::time::{Date, Stamp};
use kesu_store::record::Rev;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Nothing more is needed.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListProcedures {}

/// The versions that this folder keeps.
#[derive(Debug, Serialize, TS)]
pub struct Procedures {
    procedures: Vec<ProcedureLine>,
}

/// One version.
#[derive(Debug, Serialize, TS)]
pub struct ProcedureLine {
    id: ProcedureId,
    rev: i64,
    number: String,
    version: String,
    title: Names,
    state: ProcedureState,
    effective: Option<Date>,
    /// New cases of this number run on it today.
    in_force: bool,
    /// Who wrote it last, and when.
    written_by: Option<AccountId>,
    /// When it was written last.
    written_at: Option<Stamp>,
    /// Who approved it here.
    approved_by: Option<AccountId>,
}

/// Lists versions. Drafts that were dropped are none.
pub(crate) fn procedure_list(cx: &Reading, _: ListProcedures) -> Result<Procedures> {
    let mut procedures = vec![];
    for kept in cx.db.list::<ProcedureText>(&[])? {
        if kept.body.is_dropped() {
            continue;
        }
        let written = edit::last_written(cx.db, kept.id)?;
        let in_force = cx.procedure_in_force(Some(&kept.body.number)).is_ok_and(|(id, _)| id == kept.id);
        procedures.push(ProcedureLine {
            id: kept.id,
            rev: kept.rev.0,
            title: title(cx, kept.id, &kept.body),
            number: kept.body.number,
            version: kept.body.version,
            state: kept.body.state,
            effective: kept.body.effective,
            in_force,
            written_by: written.map(|(who, _)| who),
            written_at: written.map(|(_, at)| at),
            approved_by: kept.body.approved_by,
        });
    }
    Ok(Procedures { procedures })
}

/// The title as far as the text can be read; else the number.
fn title(cx: &Reading, id: ProcedureId, body: &ProcedureText) -> Names {
    let read = || read(&body.text).ok().map(|procedure| procedure.title);
    let proven = match body.state {
        ProcedureState::Draft => None,
        ProcedureState::Issued | ProcedureState::Withdrawn => cx.db.procedure(id).ok().map(|p| p.title.clone()),
    };
    proven.or_else(read).unwrap_or_else(|| Names { zh: body.number.clone(), en: body.number.clone() })
}

/// Which version.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GetProcedure {
    procedure: ProcedureId,
}

/// One version, read and as text.
#[derive(Debug, Serialize, TS)]
pub struct ProcedureView {
    id: ProcedureId,
    rev: i64,
    state: ProcedureState,
    procedure: Procedure,
    /// The TOML, byte for byte.
    text: String,
}

/// Shows a version. A draft that cannot be read is shown by `procedure_check`.
pub(crate) fn procedure_get(cx: &Reading, request: GetProcedure) -> Result<ProcedureView> {
    let kept = cx.db.get::<ProcedureText>(request.procedure)?;
    let procedure = edit::readable(&kept.body.text)?;
    Ok(ProcedureView { id: kept.id, rev: kept.rev.0, state: kept.body.state, procedure, text: kept.body.text })
}

/// Nothing more is needed.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListLibrary {}

/// The procedures that come with the program.
#[derive(Debug, Serialize, TS)]
pub struct Library {
    procedures: Vec<LibraryLine>,
}

/// One of them.
#[derive(Debug, Serialize, TS)]
pub struct LibraryLine {
    number: String,
    version: String,
    title: Names,
    purpose: Names,
    scope: Names,
    /// The proposed prefix of its cases.
    prefix: String,
    /// How many stages it has.
    stages: u32,
    /// How many tasks.
    tasks: u32,
    /// This folder keeps that version.
    adopted: Option<ProcedureId>,
}

/// Lists the library of the program.
pub(crate) fn procedure_library(cx: &Reading, _: ListLibrary) -> Result<Library> {
    let mut procedures = vec![];
    for (number, text) in BUILTIN {
        let p = read(text).map_err(|fault| ApiError::internal(format!("{number} is not read: {fault:?}")))?;
        let adopted = cx.db.find::<ProcedureText>(&[("number", &p.number), ("version", &p.version)])?;
        procedures.push(LibraryLine {
            stages: count(p.stages.len()),
            tasks: count(p.tasks().count()),
            adopted: adopted.map(|kept| kept.id),
            number: p.number,
            version: p.version,
            title: p.title,
            purpose: p.purpose,
            scope: p.scope,
            prefix: p.prefix,
        });
    }
    Ok(Library { procedures })
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Which one of the library.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AdoptProcedure {
    number: String,
}

/// Puts a procedure of the library in force, as the program carries it.
pub(crate) fn procedure_adopt(cx: &mut Writing, request: AdoptProcedure) -> Result<Kept> {
    let body = builtin(&request.number, Some(cx.account()))?;
    if let Some(known) = cx.db.find::<ProcedureText>(&[("number", &body.number), ("version", &body.version)])? {
        return Err(ApiError::invalid("number", "taken", format!("{} {}", known.body.number, known.body.version)));
    }
    let id = cx.db.add(&body)?;
    Ok(Kept::row(id, Rev(1)))
}

/// A procedure of the library, issued.
pub(crate) fn builtin(number: &str, approved_by: Option<AccountId>) -> Result<ProcedureText> {
    let text = of_library(number)?;
    let proven = load(text).map_err(|faults| ApiError::internal(format!("{number} is not proved: {faults:?}")))?;
    Ok(ProcedureText {
        number: proven.number.clone(),
        version: proven.version.clone(),
        text: text.to_owned(),
        state: ProcedureState::Issued,
        approved_by,
        effective: Some(proven.effective),
    })
}

/// The text of a procedure of the library.
fn of_library(number: &str) -> Result<&'static str> {
    let text = BUILTIN.iter().find(|(known, _)| *known == number).map(|(_, text)| *text);
    text.ok_or_else(|| ApiError::not_found(format!("procedure {number}")))
}
