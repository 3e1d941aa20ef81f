//! The progress board 进度看板 (T-2): counts by stage and by holder, and the tasks behind them.

use super::register::limit;
use crate::door::{Reading, Writing};
use crate::error::{ApiError, Result};
pub use crate::view::case::CaseView;
use crate::view::case::case_view;
use kesu_domain::case::{Late, TaskKey};
use kesu_domain::derive::Holder;
use kesu_domain::engine;
use kesu_domain::id::{CaseId, CustomerId, PlantId, ProcedureId};
use kesu_domain::procedure::StageId;
use kesu_domain::time::{Date, Stamp};
use kesu_store::derived::{BoardCount, BoardFilter, BoardLine, When};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Which part of the board. Counts follow plant and procedure; the tasks below follow all of it.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct GetBoard {
    plant: Option<PlantId>,
    /// Number of the procedure, whatever version.
    procedure: Option<String>,
    stage: Option<String>,
    holder: Option<Holder>,
    /// Only what is past its deadline now.
    overdue: bool,
    /// 1 to 500; 100 when left out.
    limit: Option<u32>,
}

/// The board as it stands.
#[derive(Debug, Serialize, TS)]
pub struct Board {
    /// When it was read.
    at: Stamp,
    /// The end of this day at the plant: until then something falls due today.
    today_ends: Stamp,
    total: Waiting,
    /// In each stage, what is latest first.
    stages: Vec<StageWaiting>,
    /// With each holder, what is latest first.
    holders: Vec<HolderWaiting>,
    /// The tasks themselves, what falls due first on top.
    tasks: Vec<BoardTask>,
}

/// How much waits.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct Waiting {
    tasks: u64,
    overdue: u64,
    /// Falls due today and is not late yet.
    today: u64,
    /// Its clock stands: the ball is outside.
    paused: u64,
    /// Has no deadline because the calendar of its year is not entered.
    unknown_year: u64,
    /// Since when the oldest waits.
    oldest: Option<Stamp>,
    /// The first deadline.
    first_due: Option<Stamp>,
}

impl Waiting {
    fn add(&mut self, count: &BoardCount) {
        self.tasks += count.waiting;
        self.overdue += count.overdue;
        self.today += count.soon;
        self.paused += count.paused;
        self.unknown_year += count.unknown;
        self.oldest = [self.oldest, count.oldest].into_iter().flatten().min();
        self.first_due = [self.first_due, count.first_due].into_iter().flatten().min();
    }
    /// What is latest comes first, then what there is most of.
    fn order(&self) -> (std::cmp::Reverse<u64>, std::cmp::Reverse<u64>) {
        (std::cmp::Reverse(self.overdue), std::cmp::Reverse(self.tasks))
    }
}

/// What waits in one stage.
#[derive(Debug, Serialize, TS)]
pub struct StageWaiting {
    /// Number of the procedure.
    procedure: String,
    stage: StageId,
    waiting: Waiting,
}

/// What waits for one holder.
#[derive(Debug, Serialize, TS)]
pub struct HolderWaiting {
    holder: Holder,
    waiting: Waiting,
}

/// One open task with its case.
#[derive(Debug, Serialize, TS)]
pub struct BoardTask {
    case: CaseId,
    number: String,
    /// What happened, cut to one line.
    summary: String,
    customer: Option<CustomerId>,
    severity: Option<String>,
    procedure: ProcedureId,
    task: TaskKey,
    stage: StageId,
    holder: Holder,
    opened: Option<Stamp>,
    /// None while its clock stands, where there is no deadline, or where the calendar of its year is not entered.
    due: Option<Stamp>,
    paused: bool,
    unknown_year: Option<i32>,
    /// Why it is late, as far as anybody said.
    reason: String,
}

/// Reads the board.
pub(crate) fn board(cx: &Reading, request: GetBoard) -> Result<Board> {
    let limit = limit(request.limit.unwrap_or(100))?;
    let all = BoardFilter { plant: request.plant, procedure: request.procedure, ..BoardFilter::default() };
    let today_ends = day_end(cx, request.plant, 0)?;
    let counts = cx.db.board_counts(&all, today_ends)?;
    let when = if request.overdue { When::Overdue } else { When::Ever };
    let shown = BoardFilter { stage: request.stage, holder: request.holder, when, ..all };
    let tasks = cx.db.board_lines(&shown, limit)?.into_iter().map(BoardTask::from).collect();
    let mut total = Waiting::default();
    let mut stages: BTreeMap<(&str, &str), Waiting> = BTreeMap::new();
    let mut holders: BTreeMap<&Holder, Waiting> = BTreeMap::new();
    for count in &counts {
        total.add(count);
        stages.entry((&count.procedure, &count.stage)).or_default().add(count);
        holders.entry(&count.holder).or_default().add(count);
    }
    let mut stages: Vec<StageWaiting> = stages
        .into_iter()
        .map(|((procedure, stage), waiting)| StageWaiting { procedure: procedure.into(), stage: stage.into(), waiting })
        .collect();
    stages.sort_by_key(|one| one.waiting.order());
    let mut holders: Vec<HolderWaiting> =
        holders.into_iter().map(|(holder, waiting)| HolderWaiting { holder: holder.clone(), waiting }).collect();
    holders.sort_by_key(|one| one.waiting.order());
    Ok(Board { at: cx.now(), today_ends, total, stages, holders, tasks })
}

impl From<BoardLine> for BoardTask {
    fn from(line: BoardLine) -> BoardTask {
        BoardTask {
            case: line.case,
            number: line.number,
            summary: line.summary,
            customer: line.customer,
            severity: line.severity,
            procedure: line.version,
            task: line.row.key,
            stage: line.row.stage,
            holder: line.row.holder,
            opened: line.row.opened,
            due: line.row.due,
            paused: line.row.paused,
            unknown_year: line.row.unknown_year,
            reason: line.row.reason,
        }
    }
}

/// Why a task is late.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SayLate {
    case: CaseId,
    task: TaskKey,
    reason: String,
}

/// Says why an open task is past its deadline. It moves nothing, and stands on the board until the task is done.
pub(crate) fn task_late(cx: &mut Writing, request: SayLate) -> Result<CaseView> {
    cx.because(&request.reason)?;
    let open = cx.open(request.case)?;
    cx.working(&open)?;
    let (now, by) = (cx.now(), cx.account());
    let clocks = engine::clocks(&open.procedure, open.case(), &cx.reading().moment(&open.calendar));
    let is_late = |clock: &engine::Clock| clock.key == request.task && clock.due.is_some_and(|due| due < now);
    let mut after = open.case().clone();
    let row = after.tasks.iter_mut().find(|row| row.is(&request.task));
    let Some(row) = row.filter(|_| clocks.iter().any(is_late)) else {
        return Err(ApiError::invalid("task", "not_late", request.task.task.as_str()));
    };
    row.late.push(Late { by, reason: request.reason.trim().to_owned(), at: now });
    cx.save(&open, &after)?;
    case_view(&cx.reading(), request.case)
}

/// The day of this person's plant, or of the one that was named.
pub(super) fn today(cx: &Reading, plant: Option<PlantId>) -> Result<(Date, chrono_tz::Tz)> {
    let plant = plant.or_else(|| cx.seat.posts.first().map(|post| post.plant));
    let zone = plant.map_or(Ok(chrono_tz::Asia::Shanghai), |plant| cx.db.zone(plant))?;
    Ok((cx.now().day(zone), zone))
}

/// The end of the day so many days from today. A deadline at midnight ends the day before it: so the end is just behind it.
pub(super) fn day_end(cx: &Reading, plant: Option<PlantId>, days: i64) -> Result<Stamp> {
    let (day, zone) = today(cx, plant)?;
    let midnight = day.plus(days + 1).0.and_time(chrono::NaiveTime::MIN);
    Ok(Stamp::at_local(midnight, zone).plus_millis(1))
}
