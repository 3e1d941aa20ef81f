//! Procedures 规程 as the folder keeps them (M-6).

use crate::door::Reading;
use crate::error::Result;
use kesu_domain::id::ProcedureId;
use kesu_domain::master::{ProcedureState, ProcedureText};
use kesu_domain::procedure::Procedure;
use kesu_domain::text::Names;
use kesu_domain::time::Date;
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
