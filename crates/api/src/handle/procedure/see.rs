//! What is wrong with a procedure, whom it lacks, and in what two versions differ.

use super::edit::{readable, text_of};
use crate::door::Reading;
use crate::error::{ApiError, Result};
use crate::staffing::{Gap, gaps_in};
use kesu_domain::id::ProcedureId;
use kesu_domain::master::ProcedureText;
use kesu_domain::procedure::{Difference, Procedure, differences, load, read};
use kesu_domain::proof::{Fault, warnings};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is proved: one of the three.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CheckProcedure {
    /// A version that the folder keeps.
    #[serde(default)]
    procedure: Option<ProcedureId>,
    /// A text.
    #[serde(default)]
    text: Option<String>,
    /// As forms have it.
    #[serde(default)]
    typed: Option<Procedure>,
}

/// What the proof says. Without faults it can be issued; warnings and gaps should be looked at.
#[derive(Debug, Serialize, TS)]
pub struct Checked {
    faults: Vec<FaultView>,
    warnings: Vec<FaultView>,
    /// Whom it lacks here today.
    gaps: Vec<Gap>,
    /// As it is read; nothing where the text cannot be read.
    procedure: Option<Procedure>,
    /// As text.
    text: String,
    /// The revision of the version that is kept; 0 of what is being typed.
    rev: i64,
}

/// A fault with its place as a form knows it.
#[derive(Debug, Serialize, TS)]
pub struct FaultView {
    /// Steps from the root, counted from 0: `stage.3.task.0.needs.1`; empty where the text could not be read.
    path: String,
    #[serde(flatten)]
    fault: Fault,
}

impl From<Fault> for FaultView {
    fn from(fault: Fault) -> FaultView {
        FaultView { path: fault.path(), fault }
    }
}

/// Proves a version, a text, or what is being typed. Nothing is written.
pub(crate) fn procedure_check(cx: &Reading, request: CheckProcedure) -> Result<Checked> {
    let (text, rev) = match request.procedure {
        Some(id) => cx.db.get::<ProcedureText>(id).map(|kept| (kept.body.text, kept.rev.0))?,
        None => (text_of(request.text, request.typed.as_ref())?, 0),
    };
    let view = |faults: Vec<Fault>| faults.into_iter().map(FaultView::from).collect();
    let (procedure, faults): (Option<Procedure>, _) = match load(&text) {
        Ok(proven) => (Some(Procedure::clone(&proven)), vec![]),
        Err(faults) => (read(&text).ok(), faults),
    };
    // What is broken crosses nothing yet, and needs nobody.
    let (crossing, gaps) = match procedure.as_ref().filter(|_| faults.is_empty()) {
        Some(p) => (warnings(p), gaps_in(cx.db, cx.now(), p)?),
        None => (vec![], vec![]),
    };
    Ok(Checked { faults: view(faults), warnings: view(crossing), gaps, procedure, text, rev })
}

/// Two versions.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CompareProcedures {
    /// The earlier one.
    a: ProcedureId,
    /// The later one.
    b: ProcedureId,
}

/// In what they differ, and both, so that what differs can be called by its name.
#[derive(Debug, Serialize, TS)]
pub struct Compared {
    differences: Vec<Difference>,
    before: Procedure,
    after: Procedure,
}

/// Compares two versions by stage, task and field.
pub(crate) fn procedure_compare(cx: &Reading, request: CompareProcedures) -> Result<Compared> {
    let text = |id| Ok::<_, ApiError>(cx.db.get::<ProcedureText>(id)?.body.text);
    let (before, after) = (readable(&text(request.a)?)?, readable(&text(request.b)?)?);
    Ok(Compared { differences: differences(&before, &after), before, after })
}
