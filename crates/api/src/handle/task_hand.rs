//! What is done with a task beside doing it: passed on 转审, one more asked to sign 加签, taken back 撤回, its deadline moved.

use crate::door::Writing;
use crate::error::{ApiError, Result};
use crate::open::Open;
use crate::seat::Standing;
use crate::view::case::{CaseView, case_view};
use kesu_domain::case::{Case, TaskKey};
use kesu_domain::engine::{self, Moment, Moving};
use kesu_domain::id::{AccountId, CaseId};
use kesu_domain::master::{Account, AccountState};
use kesu_domain::people::Who;
use kesu_domain::time::Stamp;
use serde::Deserialize;
use ts_rs::TS;

/// A task for one account.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PassTask {
    case: CaseId,
    task: TaskKey,
    /// Who does it instead. Whoever passed it takes it back by naming themselves.
    to: AccountId,
    /// Why.
    reason: String,
}

/// Passes an open task to somebody else who may do it. It waits for that account alone.
pub(crate) fn task_pass(cx: &mut Writing, request: PassTask) -> Result<CaseView> {
    let PassTask { case, task, to, reason } = request;
    with(cx, case, &reason, |cx, open, at| {
        let (who, to) = (cx.reading().standing(open), standing_of(cx, open, to)?);
        Ok(engine::pass(&open.procedure, open.case(), &who.actor(), &task, &to.actor(), &reason, at)?)
    })
}

/// One more signer.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AskTask {
    case: CaseId,
    task: TaskKey,
    /// Who is asked to sign beside the holder, whatever post they hold.
    to: AccountId,
    /// Why.
    reason: String,
}

/// Asks one more account to sign what is approved, verified or decided. The stage waits for it.
pub(crate) fn task_ask(cx: &mut Writing, request: AskTask) -> Result<CaseView> {
    let AskTask { case, task, to, reason } = request;
    with(cx, case, &reason, |cx, open, at| {
        let (who, to) = (cx.reading().standing(open), standing_of(cx, open, to)?);
        Ok(engine::ask(&open.procedure, open.case(), &who.actor(), &task, &to.actor(), &reason, at)?)
    })
}

/// A task that was done.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WithdrawTask {
    case: CaseId,
    task: TaskKey,
    /// Why.
    reason: String,
}

/// Takes back what one did, until somebody has answered it; or the question to one more signer.
pub(crate) fn task_withdraw(cx: &mut Writing, request: WithdrawTask) -> Result<CaseView> {
    let WithdrawTask { case, task, reason } = request;
    with(cx, case, &reason, |cx, open, at| {
        let who = cx.reading().standing(open);
        Ok(engine::take_back(&open.procedure, open.case(), &who.actor(), &task, &reason, at)?)
    })
}

/// A new deadline.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MoveTask {
    case: CaseId,
    task: TaskKey,
    /// Until when; after now.
    to: Stamp,
    /// Why.
    reason: String,
    /// Who asked for it. The caller approves.
    #[serde(default)]
    asked_by: Option<AccountId>,
    /// Where the customer's agreement stands. Needed when it is later than the customer's own date.
    #[serde(default)]
    agreed: Option<String>,
}

/// Moves the deadline of an open task; the first one is kept (T-4). Whoever does the task approves no later date for it.
pub(crate) fn task_move(cx: &mut Writing, request: MoveTask) -> Result<CaseView> {
    let MoveTask { case, task, to, reason, asked_by, agreed } = request;
    if to <= cx.now() {
        return Err(ApiError::invalid("to", "in_the_past", to.to_string()));
    }
    with(cx, case, &reason, |cx, open, at| {
        if let Some(asked_by) = asked_by {
            cx.db.get::<Account>(asked_by)?;
        }
        let who = cx.reading().standing(open);
        let moving = Moving { to, reason: &reason, asked_by, agreed: agreed.as_deref() };
        Ok(engine::move_due(&open.procedure, open.case(), &who.actor(), &task, &moving, at)?)
    })
}

/// Opens the case, changes it, saves it, for a reason.
fn with(
    cx: &mut Writing,
    case: CaseId,
    reason: &str,
    change: impl FnOnce(&Writing, &Open, &Moment) -> Result<Case>,
) -> Result<CaseView> {
    let open = cx.open(case)?;
    let at = Moment { now: cx.now(), calendar: &open.calendar };
    let after = change(cx, &open, &at)?;
    cx.because(reason)?;
    cx.save(&open, &after)?;
    case_view(&cx.reading(), case)
}

/// What entitles somebody who was chosen; their account is in use.
fn standing_of(cx: &Writing, open: &Open, account: AccountId) -> Result<Standing> {
    let chosen = cx.db.get::<Account>(account)?.body;
    if chosen.state != AccountState::Active {
        return Err(ApiError::invalid("to", "account_closed", chosen.login));
    }
    let plant = open.case().head.plant;
    cx.seat.records_for(cx.db, &Who::Account(account), cx.now(), plant, &open.procedure.number)
}
