//! Procedures 规程 as the folder keeps them (M-6).

use crate::door::{Reading, Writing};
use crate::error::{ApiError, Result};
pub use crate::handle::Kept;
use kesu_domain::id::{AccountId, ProcedureId};
use kesu_domain::master::{ProcedureState, ProcedureText};
use kesu_domain::procedure::{BUILTIN, Procedure, load};
use kesu_domain::text::Names;
use kesu_domain::time::Date;
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
}

/// Lists versions.
pub(crate) fn procedure_list(cx: &Reading, _: ListProcedures) -> Result<Procedures> {
    let mut procedures = vec![];
    for kept in cx.db.list::<ProcedureText>(&[])? {
        procedures.push(ProcedureLine {
            id: kept.id,
            rev: kept.rev.0,
            title: cx.db.procedure(kept.id)?.title.clone(),
            number: kept.body.number,
            version: kept.body.version,
            state: kept.body.state,
            effective: kept.body.effective,
        });
    }
    Ok(Procedures { procedures })
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
    state: ProcedureState,
    procedure: Procedure,
    /// The TOML, byte for byte.
    text: String,
}

/// Shows a version.
pub(crate) fn procedure_get(cx: &Reading, request: GetProcedure) -> Result<ProcedureView> {
    let kept = cx.db.get::<ProcedureText>(request.procedure)?;
    let procedure = Procedure::clone(&*cx.db.procedure(kept.id)?);
    Ok(ProcedureView { id: kept.id, state: kept.body.state, procedure, text: kept.body.text })
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
    let text = BUILTIN.iter().find(|(known, _)| *known == number).map(|(_, text)| *text);
    let text = text.ok_or_else(|| ApiError::not_found(format!("procedure {number}")))?;
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
