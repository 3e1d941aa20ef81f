//! A draft is put in force, or a version taken out of it.
//!
//! Whoever holds in the procedure a role that approves may do either; where no role approves, any role of it. The version in
//! force is asked, or the last one that was to be: a draft does not choose who approves it. Nobody approves what they wrote last; where
//! the house has one account, they say why in writing.

use super::edit::{last_written, readable};
use crate::door::Writing;
use crate::error::{ApiError, Field, Result};
use crate::handle::Kept;
use kesu_domain::engine::Blocked;
use kesu_domain::id::ProcedureId;
use kesu_domain::master::{Account, AccountState, ProcedureState, ProcedureText};
use kesu_domain::procedure::{By, Change, Does, Procedure, load};
use kesu_domain::text::Names;
use kesu_domain::time::Date;
use kesu_store::record::{Kept as Row, Rev};
use serde::Deserialize;
use ts_rs::TS;

/// A draft that is to be in force.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct IssueProcedure {
    procedure: ProcedureId,
    /// The revision that was read.
    rev: i64,
    /// From when: today or later.
    effective: Date,
    /// Clause and content of the change, for the change record.
    change: Names,
    /// Why somebody approves what they wrote themselves, where nobody else is there.
    #[serde(default)]
    reason: String,
}

/// Proves a draft and puts it in force: change record, approver and day are written into it. Running cases keep their version.
pub(crate) fn procedure_issue(cx: &mut Writing, request: IssueProcedure) -> Result<Kept> {
    let kept = cx.db.get::<ProcedureText>(request.procedure)?;
    if kept.body.state != ProcedureState::Draft {
        return Err(ApiError::invalid("procedure", "not_draft", kept.body.version));
    }
    if kept.rev.0 != request.rev {
        return Err(ApiError::Conflict { current: kept.rev.0 });
    }
    if request.change.zh.trim().is_empty() && request.change.en.trim().is_empty() {
        return Err(ApiError::Invalid { fields: vec![Field::missing("change")] });
    }
    let today = cx.now().day(chrono_tz::Asia::Shanghai);
    if request.effective < today {
        return Err(ApiError::invalid("effective", "before_today", request.effective.to_string()));
    }
    let mut p = readable(&kept.body.text)?;
    match cx.reading().that_held(&p.number)? {
        Some(id) => approves(cx, &*cx.db.procedure(id)?)?,
        None => approves(cx, &p)?,
    }
    let writer = another_wrote(cx, &kept, &request.reason)?;
    p.approver = cx.db.get::<Account>(cx.account())?.body.name;
    p.effective = request.effective;
    let approved = p.approver.clone();
    p.changes.push(Change { version: p.version.clone(), what: request.change, by: writer, approved, on: today });
    let text = p.to_toml();
    if let Err(faults) = load(&text) {
        return Err(ApiError::invalid("procedure", "not_proved", faults.len().to_string()));
    }
    let body = ProcedureText {
        text,
        state: ProcedureState::Issued,
        approved_by: Some(cx.account()),
        effective: Some(request.effective),
        ..kept.body
    };
    Ok(Kept::row(request.procedure, cx.db.put(request.procedure, Rev(request.rev), &body)?))
}

/// A version that is not to be in force any more.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WithdrawProcedure {
    procedure: ProcedureId,
    /// The revision that was read.
    rev: i64,
    /// Why.
    reason: String,
}

/// Takes a version out of force, or drops a draft: no new case runs on it, running ones keep it.
pub(crate) fn procedure_withdraw(cx: &mut Writing, request: WithdrawProcedure) -> Result<Kept> {
    cx.because(&request.reason)?;
    let kept = cx.db.get::<ProcedureText>(request.procedure)?;
    match kept.body.state {
        ProcedureState::Withdrawn => return Err(ApiError::invalid("procedure", "withdrawn_already", "")),
        ProcedureState::Issued => approves(cx, &readable(&kept.body.text)?)?,
        ProcedureState::Draft => {}
    }
    // The next draft takes the version that this one was to have.
    let version = match kept.body.state {
        ProcedureState::Draft => format!("{}{}{}", kept.body.version, ProcedureText::DROPPED, kept.id),
        ProcedureState::Issued | ProcedureState::Withdrawn => kept.body.version.clone(),
    };
    let body = ProcedureText { state: ProcedureState::Withdrawn, version, ..kept.body };
    Ok(Kept::row(request.procedure, cx.db.put(request.procedure, Rev(request.rev), &body)?))
}

/// This person holds a role of it that approves; where none does, any role of it.
pub(super) fn approves(cx: &Writing, p: &Procedure) -> Result<()> {
    let by = p.tasks().filter(|(_, task)| task.does == Does::Approve).flat_map(|(_, task)| task.by.iter().cloned());
    let mut by: Vec<By> = by.filter(|by| matches!(by, By::Role(_))).collect();
    if by.is_empty() {
        by = p.roles.iter().map(|role| By::Role(role.id.clone())).collect();
    }
    by.sort();
    by.dedup();
    let number = |of: &Option<String>| of.as_ref().is_none_or(|of| *of == p.number);
    let held = cx.seat.posts.iter().any(|post| number(&post.procedure) && by.contains(&By::Role(post.role.clone())));
    if held { Ok(()) } else { Err(Blocked::NeedsRole { by }.into()) }
}

/// Who wrote it last: somebody else, or the only one here, who says why. Their name stands in the change record.
fn another_wrote(cx: &mut Writing, kept: &Row<ProcedureText>, reason: &str) -> Result<String> {
    let writer = last_written(cx.db, kept.id)?.map_or(cx.account(), |(writer, _)| writer);
    if writer == cx.account() {
        let here = cx.db.list::<Account>(&[])?;
        if here.iter().filter(|kept| kept.body.state == AccountState::Active).count() > 1 {
            return Err(ApiError::invalid("procedure", "own_text", ""));
        }
        cx.because(reason)?;
    } else {
        cx.db.because(reason);
    }
    Ok(cx.db.get::<Account>(writer)?.body.name)
}
