//! Lists: what waits for this person, and the register 台账.

use crate::door::Reading;
use crate::error::{ApiError, Result};
use kesu_domain::case::TaskKey;
use kesu_domain::derive::{ActionRow, Press, RegisterRow, VOID_ASKED};
use kesu_domain::id::{AccountId, CaseId, CustomerId, PlantId, ProcedureId};
use kesu_domain::procedure::{RoleId, StageId};
use kesu_domain::time::{Date, Stamp};
use kesu_store::derived;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The longest page.
const LONGEST: u32 = 500;

/// How many.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListInbox {
    /// 1 to 500; 100 when left out.
    #[serde(default = "hundred")]
    limit: u32,
}

fn hundred() -> u32 {
    100
}

/// Open tasks, and what is pressed.
#[derive(Debug, Serialize, TS)]
pub struct Inbox {
    tasks: Vec<InboxTask>,
    /// 催办: tasks of others that are late, told to a role of this person. They go when the task is done.
    pressed: Vec<PressedTask>,
}

/// A task of somebody else that is late.
#[derive(Debug, Serialize, TS)]
pub struct PressedTask {
    case: CaseId,
    number: String,
    /// What happened, cut to one line.
    summary: String,
    customer: Option<CustomerId>,
    severity: Option<String>,
    task: TaskKey,
    stage: StageId,
    procedure: ProcedureId,
    /// The role that is told.
    role: Option<RoleId>,
    /// Since when.
    since: Stamp,
    /// The deadline that was missed.
    due: Stamp,
}

impl From<derived::ReminderLine> for PressedTask {
    fn from(line: derived::ReminderLine) -> PressedTask {
        PressedTask {
            case: line.case,
            number: line.number,
            summary: line.summary,
            customer: line.customer,
            severity: line.severity,
            task: line.key,
            stage: line.stage.into(),
            procedure: line.procedure,
            role: line.role,
            since: line.since,
            due: line.due,
        }
    }
}

/// An open task with its case.
#[derive(Debug, Serialize, TS)]
pub struct InboxTask {
    case: CaseId,
    number: String,
    /// What happened, cut to one line.
    summary: String,
    customer: Option<CustomerId>,
    severity: Option<String>,
    class: Option<String>,
    task: TaskKey,
    stage: StageId,
    opened: Option<Stamp>,
    due: Option<Stamp>,
    /// By the customer's clock.
    customer_due: Option<Stamp>,
    procedure: ProcedureId,
    /// First product line, as said.
    product: String,
    lot: String,
    /// Who answers for the case.
    owner: Option<AccountId>,
    /// The first reminder: from then on the row says that its deadline is near.
    remind: Option<Stamp>,
    /// A pause stops its clock, so that it has no deadline: the ball is with whom it names.
    paused_with: Option<String>,
    /// It has no deadline because the calendar of this year is not entered.
    unknown_year: Option<i32>,
}

/// Lists open tasks of this person, the one that falls due first on top, and what is pressed, the newest on top.
pub(crate) fn inbox_list(cx: &Reading, request: ListInbox) -> Result<Inbox> {
    let limit = limit(request.limit)?;
    let mut tasks: Vec<InboxTask> = vec![];
    for line in cx.db.inbox(limit)? {
        // Whoever asks for a void number does not approve it, whatever roles they hold.
        if line.key.task.as_str() == VOID_ASKED {
            let asked = cx.db.case(line.case)?.case.head.void_asked;
            if asked.is_some_and(|asked| asked.by == cx.seat.account) {
                continue;
            }
        }
        tasks.push(line.into());
    }
    let pressed = cx.db.reminders(Press::Escalate, limit)?.into_iter().map(PressedTask::from).collect();
    Ok(Inbox { tasks, pressed })
}

impl From<derived::InboxLine> for InboxTask {
    fn from(line: derived::InboxLine) -> InboxTask {
        InboxTask {
            case: line.case,
            number: line.number,
            summary: line.summary,
            customer: line.customer,
            severity: line.severity,
            class: line.class,
            task: line.key,
            stage: line.stage.into(),
            opened: line.opened,
            due: line.due,
            customer_due: line.customer_due,
            procedure: line.procedure,
            product: line.product,
            lot: line.lot,
            owner: line.owner,
            remind: line.remind,
            paused_with: line.paused_with,
            unknown_year: line.unknown_year,
        }
    }
}

/// Which cases.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct ListRegister {
    plant: Option<PlantId>,
    /// Number of the procedure, e.g. `P-KS`, whatever version.
    procedure: Option<String>,
    stage: Option<String>,
    /// `open`, `settled`, `closed`, `archived`, `withdrawn`, `merged`, `void`
    state: Option<String>,
    customer: Option<CustomerId>,
    class: Option<String>,
    severity: Option<String>,
    track: Option<String>,
    verdict: Option<String>,
    owner: Option<AccountId>,
    /// Received on this day at the plant, or later.
    from: Option<Date>,
    /// Received on this day at the plant, or earlier.
    until: Option<Date>,
    /// An open task is past its deadline now.
    overdue: bool,
    /// Not closed yet: in whatever state before that.
    #[ts(optional)]
    unclosed: Option<bool>,
    /// In which this person took that part.
    #[ts(optional)]
    mine: Option<Mine>,
    /// Words that all stand in the case, in whatever field or round; two Chinese characters are enough.
    search: String,
    /// 1 to 500; 100 when left out.
    limit: Option<u32>,
    /// Goes on behind this row of the page before.
    after: Option<Behind>,
    /// Passes over so many rows first.
    #[ts(optional)]
    skip: Option<u32>,
    /// Newest receipt first, when left out.
    #[ts(optional)]
    order: Option<Order>,
    /// Says how many there are, too.
    #[ts(optional)]
    count: Option<bool>,
}

/// What this person had to do with a case.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Mine {
    /// 我发起的
    Registered,
    /// 已处理
    Done,
}

/// In which order.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// Newest receipt first.
    Received,
    /// What falls due first, first; cases without a deadline are left out.
    Due,
}

/// The last row of a page.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Behind {
    received: Stamp,
    case: CaseId,
    #[serde(default)]
    due: Option<Stamp>,
}

/// A page of the register, in the order that was asked.
#[derive(Debug, Serialize, TS)]
pub struct RegisterPage {
    rows: Vec<RegisterLine>,
    /// Where the next page goes on; none when this was the last.
    next: Option<Behind>,
    /// How many cases there are by this filter, and how many of them are overdue; where that was asked.
    count: Option<Counted>,
}

/// How many.
#[derive(Debug, Serialize, TS)]
pub struct Counted {
    cases: u64,
    overdue: u64,
}

/// One case.
#[derive(Debug, Serialize, TS)]
pub struct RegisterLine {
    case: CaseId,
    #[serde(flatten)]
    row: RegisterRow,
}

/// A page of cases.
pub(crate) fn register_list(cx: &Reading, request: ListRegister) -> Result<RegisterPage> {
    let limit = limit(request.limit.unwrap_or(hundred()))?;
    let filter = derived::RegisterFilter {
        plant: request.plant,
        procedure: request.procedure,
        stage: request.stage,
        state: request.state,
        customer: request.customer,
        class: request.class,
        severity: request.severity,
        track: request.track,
        verdict: request.verdict,
        owner: request.owner,
        received_from: request.from,
        received_until: request.until,
        overdue: request.overdue,
        unclosed: request.unclosed == Some(true),
        mine: request.mine.map(|mine| match mine {
            Mine::Registered => derived::Part::Registered,
            Mine::Done => derived::Part::Did,
        }),
        search: request.search,
    };
    let page = derived::Page {
        order: match request.order.unwrap_or(Order::Received) {
            Order::Received => derived::Order::Received,
            Order::Due => derived::Order::Due,
        },
        limit,
        skip: request.skip.unwrap_or(0),
        after: request.after.map(|Behind { received, case, due }| derived::Place { received, due, case }),
    };
    let rows = cx.db.register(&filter, &page)?;
    let full = rows.len() == limit as usize;
    let behind =
        |(case, row): &(CaseId, RegisterRow)| Behind { received: row.received, case: *case, due: row.next_due };
    let next = rows.last().filter(|_| full).map(behind);
    let count = if request.count == Some(true) { Some(cx.db.register_count(&filter, page.order)?) } else { None };
    let count = count.map(|derived::Count { cases, overdue }| Counted { cases, overdue });
    Ok(RegisterPage { rows: rows.into_iter().map(|(case, row)| RegisterLine { case, row }).collect(), next, count })
}

/// Which planned actions.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct ListActions {
    /// Those in which nobody has to do anything more, newest first; else those to be done, what falls due first on top.
    over: bool,
    /// Of this person.
    owner: Option<AccountId>,
    /// 1 to 500; 100 when left out.
    limit: Option<u32>,
    /// Goes on behind this row of the page before.
    after: Option<BehindAction>,
}

/// The last row of a page of actions.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BehindAction {
    day: String,
    case: CaseId,
    line: i64,
}

/// A page of planned actions.
#[derive(Debug, Serialize, TS)]
pub struct ActionPage {
    rows: Vec<ActionLine>,
    /// Where the next page goes on; none when this was the last.
    next: Option<BehindAction>,
}

/// One planned action with its case.
#[derive(Debug, Serialize, TS)]
pub struct ActionLine {
    case: CaseId,
    number: String,
    procedure: ProcedureId,
    customer: Option<CustomerId>,
    /// What happened, cut to one line.
    summary: String,
    severity: Option<String>,
    action: ActionRow,
}

/// Planned actions of all cases that this person may see.
pub(crate) fn action_list(cx: &Reading, request: ListActions) -> Result<ActionPage> {
    let limit = limit(request.limit.unwrap_or(hundred()))?;
    let filter = derived::ActionFilter { over: request.over, owner: request.owner };
    let after = request.after.map(|BehindAction { day, case, line }| derived::ActionPlace { day, case, line });
    let lines = cx.db.actions(&filter, after.as_ref(), limit)?;
    let full = lines.len() == limit as usize;
    let place = lines.last().filter(|_| full).map(|line| line.place.clone());
    let next = place.map(|derived::ActionPlace { day, case, line }| BehindAction { day, case, line });
    let rows = lines.into_iter().map(|line| ActionLine {
        case: line.case,
        number: line.number,
        procedure: line.procedure,
        customer: line.customer,
        summary: line.summary,
        severity: line.severity,
        action: line.row,
    });
    Ok(ActionPage { rows: rows.collect(), next })
}

pub(super) fn limit(asked: u32) -> Result<u32> {
    let fine = (1..=LONGEST).contains(&asked);
    if fine { Ok(asked) } else { Err(ApiError::invalid("limit", "out_of_range", format!("1–{LONGEST}"))) }
}
