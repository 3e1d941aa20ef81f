//! Lists: what waits for this person, and the register 台账.

use crate::door::Reading;
use crate::error::{ApiError, Result};
use kesu_domain::case::TaskKey;
use kesu_domain::derive::RegisterRow;
use kesu_domain::id::{AccountId, CaseId, CustomerId, PlantId};
use kesu_domain::procedure::StageId;
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

/// Open tasks.
#[derive(Debug, Serialize, TS)]
pub struct Inbox {
    tasks: Vec<InboxTask>,
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
}

/// Lists open tasks of this person, the one that falls due first on top.
pub(crate) fn inbox_list(cx: &Reading, request: ListInbox) -> Result<Inbox> {
    let lines = cx.db.inbox(limit(request.limit)?)?.into_iter().map(|line| InboxTask {
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
    });
    Ok(Inbox { tasks: lines.collect() })
}

/// Which cases.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct ListRegister {
    plant: Option<PlantId>,
    /// Number of the procedure, e.g. `P-KS`, whatever version.
    procedure: Option<String>,
    stage: Option<String>,
    /// `open`, `settled`, `closed`, `archived`
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
    /// Words that all stand in the case, in whatever field or round; two Chinese characters are enough.
    search: String,
    /// 1 to 500; 100 when left out.
    limit: Option<u32>,
    /// Goes on behind this row of the page before.
    after: Option<Behind>,
}

/// The last row of a page.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Behind {
    received: Stamp,
    case: CaseId,
}

/// A page of the register, newest receipt first.
#[derive(Debug, Serialize, TS)]
pub struct RegisterPage {
    rows: Vec<RegisterLine>,
    /// Where the next page goes on; none when this was the last.
    next: Option<Behind>,
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
        search: request.search,
    };
    let page = derived::Page {
        limit,
        after: request.after.map(|behind| derived::Place { received: behind.received, case: behind.case }),
    };
    let rows = cx.db.register(&filter, &page)?;
    let full = rows.len() == limit as usize;
    let next = rows.last().filter(|_| full).map(|(case, row)| Behind { received: row.received, case: *case });
    Ok(RegisterPage { rows: rows.into_iter().map(|(case, row)| RegisterLine { case, row }).collect(), next })
}

fn limit(asked: u32) -> Result<u32> {
    let fine = (1..=LONGEST).contains(&asked);
    if fine { Ok(asked) } else { Err(ApiError::invalid("limit", "out_of_range", format!("1–{LONGEST}"))) }
}
