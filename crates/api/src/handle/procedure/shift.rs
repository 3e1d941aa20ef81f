//! A running case is moved to a newer version of its procedure (D-11, M-6).

use super::issue::approves;
use crate::door::Writing;
use crate::error::{ApiError, Field, Result};
use crate::view::case::{CaseView, case_view};
use kesu_domain::engine::{self, Gone, Moment};
use kesu_domain::id::{CaseId, ProcedureId};
use kesu_domain::master::ProcedureText;
use serde::Deserialize;
use ts_rs::TS;

/// A case, and the version under which it is to go on.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MoveCase {
    case: CaseId,
    /// A version of the same number, in force today.
    procedure: ProcedureId,
    /// Why.
    reason: String,
}

/// Moves a running case to the version of its procedure that is in force. What was done stays; the engine settles anew.
pub(crate) fn case_move(cx: &mut Writing, request: MoveCase) -> Result<CaseView> {
    cx.because(&request.reason)?;
    let open = cx.open(request.case)?;
    cx.working(&open)?;
    let number = cx.db.get::<ProcedureText>(request.procedure)?.body.number;
    if number != open.procedure.number {
        return Err(ApiError::invalid("procedure", "other_number", number));
    }
    let (in_force, procedure) = cx.reading().procedure_in_force(Some(&number))?;
    if in_force != request.procedure {
        return Err(ApiError::invalid("procedure", "not_in_force", ""));
    }
    if open.case().head.procedure == in_force {
        return Err(ApiError::invalid("procedure", "moved_already", ""));
    }
    approves(cx, &procedure)?;
    let at = Moment { now: cx.now(), calendar: &open.calendar };
    let after = engine::shift(&procedure, open.case(), in_force, &at).map_err(|gone| {
        let lang = kesu_domain::text::Lang::Zh;
        let say = |one: &Gone| {
            let stage = |id| open.procedure.stage(id).map_or_else(|| id.to_string(), |s| s.name.get(lang).to_owned());
            let task = |id| open.procedure.task(id).map_or_else(|| id.to_string(), |t| t.name.get(lang).to_owned());
            let (wrong, detail) = match one {
                Gone::Stage(id) => ("stage_gone", stage(id)),
                Gone::Task(id) => ("task_gone", task(id)),
                Gone::Stuck => ("would_be_stuck", String::new()),
            };
            Field { field: "procedure".into(), wrong: wrong.into(), detail }
        };
        ApiError::Invalid { fields: gone.iter().map(say).collect() }
    })?;
    cx.db.save_case(&open.file, &after, &procedure, &open.calendar)?;
    case_view(&cx.reading(), request.case)
}
