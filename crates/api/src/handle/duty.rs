//! Duties 定期工作: what recurs without a case (T-5). What is owed is computed from the procedures in force; what was done is
//! a record of the house.

pub use super::Kept;
use crate::door::{Reading, Writing};
use crate::error::{ApiError, Field, Result};
use crate::refers::{self, Where};
use crate::seat::Seat;
use kesu_domain::duty::{DutyState, Owed, Period, owed, periods};
use kesu_domain::engine::Blocked;
use kesu_domain::house::HouseRecord;
use kesu_domain::id::{PlantId, ProcedureId, RecordId};
use kesu_domain::master::{Account, Plant, ProcedureState, ProcedureText};
use kesu_domain::people::Who;
use kesu_domain::procedure::{By, Duty, Every, Proven, TaskId};
use kesu_domain::record::{DutyDone, Record, RecordKind, RecordState};
use kesu_domain::text::{House, Names};
use kesu_domain::time::{Date, Stamp};
use kesu_store::record::{self, Rev};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use ts_rs::TS;

/// So many of those that are done are shown.
const LAST: usize = 50;

/// Nothing more is needed.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListDuties {}

/// Duties of this person.
#[derive(Debug, Serialize, TS)]
pub struct Duties {
    /// Not done; overdue ones first, then by their day.
    open: Vec<DutyLine>,
    /// Done last, newest first, of the plants where this person has a post.
    done: Vec<DoneLine>,
}

/// One period of a duty that is to be done.
#[derive(Debug, Serialize, TS)]
pub struct DutyLine {
    plant: PlantId,
    /// The version in force.
    procedure: ProcedureId,
    /// 文件编号
    number: String,
    duty: TaskId,
    name: Names,
    every: Every,
    /// Who may do it.
    by: Vec<By>,
    /// Who is told of it.
    tells: Vec<By>,
    #[serde(flatten)]
    owed: Owed,
}

/// One period that was done.
#[derive(Debug, Serialize, TS)]
pub struct DoneLine {
    record: RecordId,
    plant: PlantId,
    #[serde(flatten)]
    done: DutyDone,
}

/// Duties of this person that are not done, and those done last.
pub(crate) fn duty_list(cx: &Reading, _: ListDuties) -> Result<Duties> {
    let records = done(cx)?;
    let mut open = vec![];
    for force in in_force(cx)?.values() {
        for plant in cx.db.list::<Plant>(&[])? {
            let calendar = cx.db.calendar(plant.id)?;
            let mine = force.procedure.duties.iter().filter(|duty| is_for(cx.seat, plant.id, &force.procedure, duty));
            for duty in mine {
                let over = over(&records, plant.id, &force.procedure.number, duty);
                let owed = owed(duty, force.since, &over, &cx.moment(&calendar));
                open.extend(owed.into_iter().map(|owed| line(plant.id, force, duty, owed)));
            }
        }
    }
    open.sort_by_key(|line| (line.owed.state != DutyState::Overdue, line.owed.due));
    let here: BTreeSet<PlantId> = cx.seat.posts.iter().map(|post| post.plant).collect();
    let done = records.into_iter().rev().filter(|(_, plant, _)| here.contains(plant)).take(LAST);
    let done = done.map(|(record, plant, done)| DoneLine { record, plant, done }).collect();
    Ok(Duties { open, done })
}

fn line(plant: PlantId, force: &InForce, duty: &Duty, owed: Owed) -> DutyLine {
    DutyLine {
        plant,
        procedure: force.id,
        number: force.procedure.number.clone(),
        duty: duty.id.clone(),
        name: duty.name.clone(),
        every: duty.every,
        by: duty.by.clone(),
        tells: duty.tells.iter().map(|tell| tell.to.clone()).collect(),
        owed,
    }
}

/// What was done for one period.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DoDuty {
    /// 文件编号
    number: String,
    duty: TaskId,
    /// `2026-W48`, `2026-11`, `2026-Q4`, `2026`
    period: String,
    /// Where; the plant of the caller's post when left out.
    #[serde(default)]
    plant: Option<PlantId>,
    /// Today when left out.
    #[serde(default)]
    done_on: Option<Date>,
    /// By whom; the caller when left out.
    #[serde(default)]
    by: Option<Who>,
    /// What was done.
    text: String,
    /// What was decided.
    #[serde(default)]
    decisions: String,
    /// Who got a copy beside those whom the procedure names.
    #[serde(default)]
    told: String,
}

/// Records a period as done, with who got a copy: whoever holds the posts that the procedure names, and who else is named.
pub(crate) fn duty_done(cx: &mut Writing, request: DoDuty) -> Result<Kept> {
    let reading = cx.reading();
    let mut all = in_force(&reading)?;
    let force = all.remove(&request.number).ok_or_else(|| ApiError::invalid("number", "unknown", &request.number))?;
    let duty = force.procedure.duties.iter().find(|duty| duty.id == request.duty);
    let duty = duty.ok_or_else(|| ApiError::invalid("duty", "unknown", request.duty.to_string()))?;
    let plant = reading.plant(request.plant)?.id;
    if !is_for(cx.seat, plant, &force.procedure, duty) {
        return Err(Blocked::NeedsRole { by: duty.by.clone() }.into());
    }
    let today = cx.now().day(cx.db.calendar(plant)?.zone());
    let period = period(duty, &request.period, force.since, today)?;
    if over(&done(&reading)?, plant, &request.number, duty).contains(&request.period) {
        return Err(ApiError::invalid("period", "done_already", &request.period));
    }
    if request.text.trim().is_empty() {
        return Err(ApiError::Invalid { fields: vec![Field::missing("text")] });
    }
    let done_on = request.done_on.unwrap_or(today);
    if done_on > today {
        return Err(ApiError::invalid("done_on", "in_the_future", done_on.to_string()));
    }
    if done_on < period.first {
        return Err(ApiError::invalid("done_on", "not_begun", done_on.to_string()));
    }
    let record = Record::DutyDone(DutyDone {
        procedure: request.number,
        duty: request.duty.to_string(),
        period: request.period,
        done_on: Some(done_on),
        by: Some(request.by.unwrap_or(Who::Account(cx.account()))),
        text: House(request.text.trim().to_owned()),
        decisions: House(request.decisions.trim().to_owned()),
        told: told(&reading, &force.procedure, duty, plant, today, request.told.trim())?,
        files: vec![],
    });
    refers::check_record(&Where { cx: &reading, case: None }, &record)?;
    let body = HouseRecord { case: None, plant: Some(plant), follows: None, state: RecordState::Done, record };
    Ok(Kept::row(cx.db.add(&body)?, Rev(1)))
}

/// The period that is meant: it has begun, and the procedure held in it.
fn period(duty: &Duty, name: &str, since: Date, today: Date) -> Result<Period> {
    let named = Period::named(duty.every, name).ok_or_else(|| ApiError::invalid("period", "malformed", name))?;
    if named.first > today {
        return Err(ApiError::invalid("period", "not_begun", name));
    }
    if periods(duty, since, today).any(|period| period == named) {
        Ok(named)
    } else {
        Err(ApiError::invalid("period", "before_in_force", name))
    }
}

/// Whom the procedure names, by role and name: 厂长：陈刚.
fn told(cx: &Reading, p: &Proven, duty: &Duty, plant: PlantId, today: Date, more: &str) -> Result<String> {
    let mut out = vec![];
    for tell in &duty.tells {
        if let By::Role(role) = &tell.to {
            let mut names = vec![];
            for account in cx.db.holders(role, plant, &p.number, today)? {
                names.push(cx.db.get::<Account>(account)?.body.name);
            }
            let known = p.roles.iter().find(|known| known.id == *role);
            let called = known.map_or(role.to_string(), |role| role.name.zh.clone());
            out.push(if names.is_empty() { called } else { format!("{called}：{}", names.join("、")) });
        }
    }
    out.extend(Some(more.to_owned()).filter(|more| !more.is_empty()));
    Ok(out.join("；"))
}

/// A number in force: the version under which new cases run, and since when some version of it is in force here.
struct InForce {
    id: ProcedureId,
    procedure: Arc<Proven>,
    since: Date,
}

/// Every number of which a version is in force today.
fn in_force(cx: &Reading) -> Result<BTreeMap<String, InForce>> {
    let today = cx.now().day(chrono_tz::Asia::Shanghai);
    let mut since: BTreeMap<String, Date> = BTreeMap::new();
    for kept in cx.db.list::<ProcedureText>(&[])? {
        let ProcedureText { number, effective, .. } = &kept.body;
        let Some(issued) = issued_on(cx, &kept)? else { continue };
        let from = effective.map_or(issued, |effective| effective.max(issued));
        since.entry(number.clone()).and_modify(|first| *first = from.min(*first)).or_insert(from);
    }
    let mut out = BTreeMap::new();
    for (number, id) in cx.in_force()? {
        let since = since.get(&number).copied().unwrap_or(today);
        out.insert(number, InForce { id, procedure: cx.db.procedure(id)?, since });
    }
    Ok(out)
}

/// The day on which this folder put the version in force; a draft never was.
fn issued_on(cx: &Reading, kept: &record::Kept<ProcedureText>) -> Result<Option<Date>> {
    #[derive(Deserialize)]
    struct Standing {
        state: ProcedureState,
    }
    if !kept.body.was_issued() {
        return Ok(None);
    }
    for entry in cx.db.history::<ProcedureText>(kept.id)? {
        let words = cx.db.words(entry.seq)?.unwrap_or_default();
        let issued = serde_json::from_str::<Standing>(&words).is_ok_and(|said| said.state == ProcedureState::Issued);
        if issued && let Ok(at) = entry.at.parse::<Stamp>() {
            return Ok(Some(at.day(chrono_tz::Asia::Shanghai)));
        }
    }
    Ok(None)
}

/// It means this person, by a post at that plant; anyone: whoever holds a post of the procedure.
fn is_for(seat: &Seat, plant: PlantId, p: &Proven, duty: &Duty) -> bool {
    let standing = seat.at(plant, &p.number);
    let posts = standing.actor().posts;
    duty.by.iter().any(|by| match by {
        By::Anyone => posts.iter().any(|post| p.roles.iter().any(|role| role.id == post.role)),
        By::Role(role) => posts.iter().any(|post| post.role == *role),
        // The proof lets no duty name whom only a case knows.
        By::Bound(_) | By::Head(_) | By::Each => false,
    })
}

/// Every duty that was done, oldest first.
fn done(cx: &Reading) -> Result<Vec<(RecordId, PlantId, DutyDone)>> {
    let (none, kind) = (None::<i64>, RecordKind::DutyDone.name());
    let kept = cx.db.list::<HouseRecord>(&[("case_id", &none), ("kind", &kind)])?;
    let read = |kept: record::Kept<HouseRecord>| match kept.body.record {
        Record::DutyDone(done) => Some((kept.id, kept.body.plant?, done)),
        _ => None,
    };
    Ok(kept.into_iter().filter_map(read).collect())
}

/// The periods of a duty that were done at that plant.
fn over(records: &[(RecordId, PlantId, DutyDone)], plant: PlantId, number: &str, duty: &Duty) -> BTreeSet<String> {
    let same = |done: &DutyDone| done.procedure == number && duty.id.as_str() == done.duty;
    records.iter().filter(|(_, at, done)| *at == plant && same(done)).map(|(_, _, done)| done.period.clone()).collect()
}
