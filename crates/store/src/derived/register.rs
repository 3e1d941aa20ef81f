//! `register` 台账: one flat row a case, filtered and paged.

use super::inbox::stamp;
use super::search::Hits;
use super::seen::REGISTER;
use crate::door::Read;
use crate::error::Result;
use crate::journal::{self, Entry};
use kesu_domain::derive::RegisterRow;
use kesu_domain::id::{AccountId, CaseId, CustomerId, PlantId, ProcedureId};
use kesu_domain::time::{Date, Stamp};
use rusqlite::types::{ToSql, Type};
use rusqlite::{Connection, OptionalExtension, Row, params};

/// Which cases. What is left out filters nothing.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RegisterFilter {
    /// Where.
    pub plant: Option<PlantId>,
    /// Number of the procedure, in any version.
    pub procedure: Option<String>,
    /// Where it stands.
    pub stage: Option<String>,
    /// `open`, `settled`, `closed`, `archived`
    pub state: Option<String>,
    /// 客户
    pub customer: Option<CustomerId>,
    /// 类别
    pub class: Option<String>,
    /// 等级
    pub severity: Option<String>,
    /// 路径
    pub track: Option<String>,
    /// 判定
    pub verdict: Option<String>,
    /// 负责人
    pub owner: Option<AccountId>,
    /// First day of receipt, by the plant's wall calendar.
    pub received_from: Option<Date>,
    /// Last day of receipt.
    pub received_until: Option<Date>,
    /// Only with a task that is overdue now.
    pub overdue: bool,
    /// Words, separated by spaces; a case has all of them. Empty filters nothing.
    pub search: String,
}

/// Which part of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// The last row of the page before; `None` for the first page.
    pub after: Option<Place>,
    /// Rows at most.
    pub limit: u32,
}

/// A place in the list, which is ordered by receipt, newest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// When the case was received.
    pub received: Stamp,
    /// Which case.
    pub case: CaseId,
}

const COLUMNS: &str = "number, plant, procedure, stage, state, round, customer, class, severity, track, verdict, owner,
  customer_no, product, lot, defect_code, summary, received, received_on, registered, next_task, next_due, settled_at,
  closed_at, archived_at, confidential";

impl Read<'_> {
    /// The register, newest receipt first, of cases that the actor may see.
    ///
    /// # Errors
    /// SQLite.
    pub fn register(&self, filter: &RegisterFilter, page: &Page) -> Result<Vec<(CaseId, RegisterRow)>> {
        let mut asked = Asked { conditions: vec!["true".into()], values: vec![Box::new(self.me()?.sight.clone())] };
        asked.by(filter, self.now);
        if let Some(place) = page.after {
            let received = asked.value(place.received.to_string());
            let case = asked.value(place.case.0);
            asked.conditions.push(format!("(r.received, r.case_id) < ({received}, {case})"));
        }
        match self.hits(&filter.search)? {
            Hits::All => {}
            Hits::Few(cases) => {
                let cases = asked.value(cases);
                asked.conditions.push(format!("r.case_id IN (SELECT value FROM json_each({cases}))"));
            }
            Hits::Many { found, beside } => {
                let (found, beside) = (asked.value(found), asked.value(beside));
                // The plus: the list is walked in its order, rather than all hits sorted for one page.
                asked.conditions.push(super::search::among("+r.case_id", &found, &beside));
            }
        }
        let limit = asked.value(page.limit);
        let sql = format!(
            "SELECT r.case_id, {COLUMNS} FROM {REGISTER} WHERE {}
             ORDER BY r.received DESC, r.case_id DESC LIMIT {limit}",
            asked.conditions.join(" AND ")
        );
        let values: Vec<&dyn ToSql> = asked.values.iter().map(AsRef::as_ref).collect();
        let mut query = self.db.prepare_cached(&sql)?;
        let found = query.query_map(values.as_slice(), |row| Ok((CaseId(row.get(0)?), read(row)?)))?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }

    /// Everything that was written about a case, oldest first; nothing of one that the actor may not see.
    ///
    /// # Errors
    /// SQLite.
    pub fn timeline(&self, case: CaseId) -> Result<Vec<Entry>> {
        if !self.case_seen(case)? {
            return Ok(vec![]);
        }
        let sql = format!("SELECT {} FROM journal WHERE case_id = ?1 ORDER BY seq", journal::COLUMNS);
        let mut query = self.db.prepare_cached(&sql)?;
        let entries = query.query_map([case.0], Entry::read)?;
        Ok(entries.collect::<rusqlite::Result<_>>()?)
    }
}

/// A question to the register as it grows.
struct Asked {
    conditions: Vec<String>,
    values: Vec<Box<dyn ToSql>>,
}

impl Asked {
    /// Takes a value, and returns the parameter that stands for it.
    fn value(&mut self, value: impl ToSql + 'static) -> String {
        self.values.push(Box::new(value));
        format!("?{}", self.values.len())
    }

    fn is<T: ToSql + Clone + 'static>(&mut self, column: &str, value: Option<&T>) {
        if let Some(value) = value {
            let value = self.value(value.clone());
            self.conditions.push(format!("r.{column} = {value}"));
        }
    }

    fn by(&mut self, filter: &RegisterFilter, now: Stamp) {
        self.is("plant", filter.plant.map(|id| id.0).as_ref());
        self.is("stage", filter.stage.as_ref());
        self.is("state", filter.state.as_ref());
        self.is("customer", filter.customer.map(|id| id.0).as_ref());
        self.is("class", filter.class.as_ref());
        self.is("severity", filter.severity.as_ref());
        self.is("track", filter.track.as_ref());
        self.is("verdict", filter.verdict.as_ref());
        self.is("owner", filter.owner.map(|id| id.0).as_ref());
        if let Some(number) = &filter.procedure {
            let number = self.value(number.clone());
            self.conditions.push(format!("r.procedure IN (SELECT id FROM procedure WHERE number = {number})"));
        }
        // The day counts; the moment, a day wider than any zone, lets the index of the order find where it begins.
        if let Some(day) = filter.received_from {
            let (on, at) = (self.value(day.to_string()), self.value(day.plus(-1).to_string()));
            self.conditions.push(format!("r.received_on >= {on} AND r.received >= {at}"));
        }
        if let Some(day) = filter.received_until {
            let (on, at) = (self.value(day.to_string()), self.value(day.plus(2).to_string()));
            self.conditions.push(format!("r.received_on <= {on} AND r.received < {at}"));
        }
        if filter.overdue {
            let now = self.value(now.to_string());
            self.conditions.push(format!("r.next_due < {now}"));
        }
    }
}

pub(super) fn write(db: &Connection, case: CaseId, r: &RegisterRow) -> Result<()> {
    let marks: String = (2..28).map(|n| format!(", ?{n}")).collect();
    let sql = format!("INSERT OR REPLACE INTO register(case_id, {COLUMNS}) VALUES(?1{marks})");
    let text = |at: Option<Stamp>| at.map(|at| at.to_string());
    db.prepare_cached(&sql)?.execute(params![
        case.0,
        r.number,
        r.plant.0,
        r.procedure.0,
        r.stage,
        r.state,
        r.round,
        r.customer.map(|id| id.0),
        r.class,
        r.severity,
        r.track,
        r.verdict,
        r.owner.map(|id| id.0),
        r.customer_no,
        r.product,
        r.lot,
        r.defect_code,
        r.summary,
        r.received.to_string(),
        r.received_on.to_string(),
        r.registered.to_string(),
        r.next_task,
        text(r.next_due),
        text(r.settled_at),
        text(r.closed_at),
        text(r.archived_at),
        r.confidential
    ])?;
    Ok(())
}

pub(super) fn stored(db: &Connection, case: CaseId) -> Result<Option<RegisterRow>> {
    let sql = format!("SELECT case_id, {COLUMNS} FROM register WHERE case_id = ?1");
    Ok(db.prepare_cached(&sql)?.query_row([case.0], read).optional()?)
}

/// The row; the case stands before it.
fn read(row: &Row) -> rusqlite::Result<RegisterRow> {
    let wrong = |at: usize, cause: String| rusqlite::Error::FromSqlConversionFailure(at, Type::Text, cause.into());
    let there = |at: usize| stamp(row, at)?.ok_or_else(|| wrong(at, "no moment".into()));
    let on: String = row.get(19)?;
    Ok(RegisterRow {
        number: row.get(1)?,
        plant: PlantId(row.get(2)?),
        procedure: ProcedureId(row.get(3)?),
        stage: row.get(4)?,
        state: row.get(5)?,
        round: row.get(6)?,
        customer: row.get::<_, Option<i64>>(7)?.map(CustomerId),
        class: row.get(8)?,
        severity: row.get(9)?,
        track: row.get(10)?,
        verdict: row.get(11)?,
        owner: row.get::<_, Option<i64>>(12)?.map(AccountId),
        customer_no: row.get(13)?,
        product: row.get(14)?,
        lot: row.get(15)?,
        defect_code: row.get(16)?,
        summary: row.get(17)?,
        received: there(18)?,
        received_on: on.parse().map_err(|_| wrong(19, on.clone()))?,
        registered: there(20)?,
        next_task: row.get(21)?,
        next_due: stamp(row, 22)?,
        settled_at: stamp(row, 23)?,
        closed_at: stamp(row, 24)?,
        archived_at: stamp(row, 25)?,
        confidential: row.get(26)?,
    })
}
