//! `wait`: what waits where and for whom, one row an open task. Counts are taken of what the actor sees.

use super::inbox::stamp;
use super::seen::{WAIT, WAIT_WITH_CASE};
use crate::door::Read;
use crate::error::{Error, Result};
use kesu_domain::case::{Case, TaskKey};
use kesu_domain::derive::{Holder, WaitRow};
use kesu_domain::id::{CaseId, CustomerId, PlantId, ProcedureId};
use kesu_domain::time::Stamp;
use rusqlite::types::{ToSql, Type};
use rusqlite::{Connection, Row, params};

/// Which open tasks. What is left out filters nothing.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BoardFilter {
    /// Where.
    pub plant: Option<PlantId>,
    /// Number of the procedure, in any version.
    pub procedure: Option<String>,
    /// The stage of the task.
    pub stage: Option<String>,
    /// For whom it waits.
    pub holder: Option<Holder>,
    /// Only with such a deadline.
    pub when: When,
}

/// Which deadlines.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum When {
    /// Any, or none.
    #[default]
    Ever,
    /// Past now.
    Overdue,
    /// From now until that moment, which is not part of it.
    Until(Stamp),
}

/// What waits in one stage for one holder.
#[derive(Debug, Clone, PartialEq)]
pub struct BoardCount {
    /// Number of the procedure.
    pub procedure: String,
    /// The stage.
    pub stage: String,
    /// For whom.
    pub holder: Holder,
    /// All of it.
    pub waiting: u64,
    /// Past its deadline now.
    pub overdue: u64,
    /// Falls due from now until the moment that was asked.
    pub soon: u64,
    /// Its clock stands.
    pub paused: u64,
    /// Has no deadline because the calendar does not know its year.
    pub unknown: u64,
    /// Since when the oldest waits.
    pub oldest: Option<Stamp>,
    /// The first deadline.
    pub first_due: Option<Stamp>,
}

/// One open task with its case.
#[derive(Debug, Clone, PartialEq)]
pub struct BoardLine {
    /// Its case.
    pub case: CaseId,
    /// 案件编号
    pub number: String,
    /// What happened, in one line.
    pub summary: String,
    /// 客户
    pub customer: Option<CustomerId>,
    /// 等级
    pub severity: Option<String>,
    /// Under which version of a procedure.
    pub version: ProcedureId,
    /// The task.
    pub row: WaitRow,
}

impl Read<'_> {
    /// How much waits in each stage for each holder; `soon` ends at that moment.
    ///
    /// # Errors
    /// SQLite.
    pub fn board_counts(&self, filter: &BoardFilter, soon: Stamp) -> Result<Vec<BoardCount>> {
        let (sight, now, soon) = (self.me()?.sight.clone(), self.now.to_string(), soon.to_string());
        let mut asked =
            Asked { conditions: "true".into(), values: vec![Box::new(sight), Box::new(now), Box::new(soon)] };
        asked.by(filter)?;
        let sql = format!(
            "SELECT w.procedure, w.stage, w.holder, count(*), coalesce(sum(w.due < ?2), 0),
               coalesce(sum(w.due < ?3), 0), sum(w.paused), count(w.unknown_year), min(w.opened), min(w.due)
             FROM {WAIT} WHERE {} GROUP BY w.procedure, w.stage, w.holder",
            asked.conditions
        );
        let mut query = self.db.prepare_cached(&sql)?;
        let number = |row: &Row, at| row.get::<_, i64>(at).map(i64::unsigned_abs);
        let found = query.query_map(asked.all().as_slice(), |row| {
            let (overdue, until_then) = (number(row, 4)?, number(row, 5)?);
            Ok(BoardCount {
                procedure: row.get(0)?,
                stage: row.get(1)?,
                holder: holder(row, 2)?,
                waiting: number(row, 3)?,
                overdue,
                // One comparison a row less than asking for both ends.
                soon: until_then.saturating_sub(overdue),
                paused: number(row, 6)?,
                unknown: number(row, 7)?,
                oldest: stamp(row, 8)?,
                first_due: stamp(row, 9)?,
            })
        })?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }

    /// Open tasks of cases that the actor sees, what is due first on top.
    ///
    /// # Errors
    /// SQLite.
    pub fn board_lines(&self, filter: &BoardFilter, limit: u32) -> Result<Vec<BoardLine>> {
        let (sight, now) = (self.me()?.sight.clone(), self.now.to_string());
        let mut asked =
            Asked { conditions: "true".into(), values: vec![Box::new(sight), Box::new(now), Box::new(limit)] };
        asked.by(filter)?;
        let sql = format!(
            "SELECT w.case_id, w.task, w.slot, w.round, w.stage, w.procedure, w.holder, w.opened, w.due, w.paused,
               w.unknown_year, w.reason, r.number, r.summary, r.customer, r.severity, r.procedure
             FROM {WAIT_WITH_CASE} WHERE {} ORDER BY w.due IS NULL, w.due, w.case_id LIMIT ?3",
            asked.conditions
        );
        let mut query = self.db.prepare_cached(&sql)?;
        let found = query.query_map(asked.all().as_slice(), |row| {
            Ok(BoardLine {
                case: CaseId(row.get(0)?),
                row: read(row, 1)?,
                number: row.get(12)?,
                summary: row.get(13)?,
                customer: row.get::<_, Option<i64>>(14)?.map(CustomerId),
                severity: row.get(15)?,
                version: ProcedureId(row.get(16)?),
            })
        })?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }
}

/// The cases in which something is open at this plant.
pub(super) fn open_cases(db: &Connection, plant: PlantId) -> Result<Vec<CaseId>> {
    let mut query = db.prepare_cached("SELECT DISTINCT case_id FROM wait WHERE plant = ?1 ORDER BY case_id")?;
    let found = query.query_map([plant.0], |row| row.get(0).map(CaseId))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// A question to the board; its second parameter is now.
struct Asked {
    conditions: String,
    values: Vec<Box<dyn ToSql>>,
}

impl Asked {
    fn all(&self) -> Vec<&dyn ToSql> {
        self.values.iter().map(AsRef::as_ref).collect()
    }

    fn is(&mut self, column: &str, value: Option<impl ToSql + 'static>) {
        if let Some(value) = value {
            self.values.push(Box::new(value));
            self.conditions += &format!(" AND w.{column} = ?{}", self.values.len());
        }
    }

    fn by(&mut self, filter: &BoardFilter) -> Result<()> {
        self.is("plant", filter.plant.map(|id| id.0));
        self.is("procedure", filter.procedure.clone());
        self.is("stage", filter.stage.clone());
        self.is("holder", filter.holder.as_ref().map(text).transpose()?);
        match filter.when {
            When::Ever => {}
            When::Overdue => self.conditions += " AND (w.due IS NULL) = 0 AND w.due < ?2",
            When::Until(until) => {
                self.values.push(Box::new(until.to_string()));
                let until = self.values.len();
                self.conditions += &format!(" AND (w.due IS NULL) = 0 AND w.due >= ?2 AND w.due < ?{until}");
            }
        }
        Ok(())
    }
}

/// A holder as the column has it: JSON of one spelling, so that equal ones are one group.
fn text(holder: &Holder) -> Result<String> {
    serde_json::to_string(holder).map_err(|cause| Error::Body { kind: "holder", cause })
}

fn holder(row: &Row, at: usize) -> rusqlite::Result<Holder> {
    let text = row.get_ref(at)?.as_str()?;
    serde_json::from_str(text).map_err(|cause| rusqlite::Error::FromSqlConversionFailure(at, Type::Text, cause.into()))
}

/// The order in which rows are compared.
pub(super) fn in_order(mut rows: Vec<WaitRow>) -> Vec<WaitRow> {
    rows.sort_by(|a, b| a.key.cmp(&b.key));
    rows
}

pub(super) fn write(db: &Connection, id: CaseId, case: &Case, rows: &[WaitRow]) -> Result<()> {
    let sql = "INSERT INTO wait(case_id, task, slot, round, plant, procedure, stage, holder, opened, due, paused, unknown_year,
                 reason, confidential) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)";
    let mut insert = db.prepare_cached(sql)?;
    for row in rows {
        let TaskKey { task, slot, round } = &row.key;
        insert.execute(params![
            id.0,
            task.as_str(),
            slot,
            round,
            case.head.plant.0,
            row.procedure,
            row.stage.as_str(),
            text(&row.holder)?,
            row.opened.map(|at| at.to_string()),
            row.due.map(|at| at.to_string()),
            row.paused,
            row.unknown_year,
            row.reason,
            case.head.confidential
        ])?;
    }
    Ok(())
}

pub(super) fn stored(db: &Connection, case: CaseId) -> Result<Vec<WaitRow>> {
    let sql = "SELECT task, slot, round, stage, procedure, holder, opened, due, paused, unknown_year, reason FROM wait
               WHERE case_id = ?1";
    let mut query = db.prepare_cached(sql)?;
    let found = query.query_map([case.0], |row| read(row, 0))?;
    Ok(in_order(found.collect::<rusqlite::Result<_>>()?))
}

/// The task, from this column on.
fn read(row: &Row, at: usize) -> rusqlite::Result<WaitRow> {
    Ok(WaitRow {
        key: TaskKey { task: row.get::<_, String>(at)?.into(), slot: row.get(at + 1)?, round: row.get(at + 2)? },
        stage: row.get::<_, String>(at + 3)?.into(),
        procedure: row.get(at + 4)?,
        holder: holder(row, at + 5)?,
        opened: stamp(row, at + 6)?,
        due: stamp(row, at + 7)?,
        paused: row.get(at + 8)?,
        unknown_year: row.get(at + 9)?,
        reason: row.get(at + 10)?,
    })
}
