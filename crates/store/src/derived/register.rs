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
use std::collections::BTreeMap;

/// Which cases. What is left out filters nothing.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RegisterFilter {
    /// Where.
    pub plant: Option<PlantId>,
    /// Number of the procedure, in any version.
    pub procedure: Option<String>,
    /// Where it stands.
    pub stage: Option<String>,
    /// `open`, `settled`, `closed`, `archived`, `withdrawn`, `merged`, `void`
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
    /// Only those that are not closed yet.
    pub unclosed: bool,
    /// Only those in which the actor took this part.
    pub mine: Option<Part>,
    /// Words, separated by spaces; a case has all of them. Empty filters nothing.
    pub search: String,
}

/// What the actor had to do with a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// 我发起的: registered it.
    Registered,
    /// 已处理: did a task of it, or recorded one for somebody else.
    Did,
}

/// In which order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// Newest receipt first.
    #[default]
    Received,
    /// What falls due first, first; cases without a deadline are left out.
    Due,
}

/// How many cases a filter finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// All of them.
    pub cases: u64,
    /// Those with a task that is overdue now.
    pub overdue: u64,
}

/// Which part of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// In which order.
    pub order: Order,
    /// The last row of the page before; `None` for the first page.
    pub after: Option<Place>,
    /// So many rows are passed over first: a place in the middle of a list whose length is known.
    pub skip: u32,
    /// Rows at most.
    pub limit: u32,
}

/// A place in the list, by either order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// When the case was received.
    pub received: Stamp,
    /// When its next task falls due.
    pub due: Option<Stamp>,
    /// Which case.
    pub case: CaseId,
}

const COLUMNS: &str = "number, plant, procedure, stage, state, round, customer, class, severity, track, verdict, owner,
  customer_no, product, lot, defect_code, summary, received, received_on, registered, next_task, next_due, settled_at,
  closed_at, archived_at, confidential";

impl Read<'_> {
    /// A page of the register of cases that the actor may see.
    ///
    /// # Errors
    /// SQLite.
    pub fn register(&self, filter: &RegisterFilter, page: &Page) -> Result<Vec<(CaseId, RegisterRow)>> {
        let mut asked = self.asked(filter, page.order)?;
        if let Some(place) = page.after {
            let case = asked.value(place.case.0);
            let (column, at, than) = match page.order {
                Order::Received => ("received", Some(place.received), "<"),
                Order::Due => ("next_due", place.due, ">"),
            };
            let at = asked.value(at.map(|at| at.to_string()));
            asked.conditions.push(format!("(r.{column}, r.case_id) {than} ({at}, {case})"));
        }
        let (limit, skip) = (asked.value(page.limit), asked.value(page.skip));
        let order = match page.order {
            // The plus: the few that are overdue are found by their deadlines and sorted, rather than the list walked for them.
            Order::Received if filter.overdue => "+r.received DESC, r.case_id DESC",
            Order::Received => "r.received DESC, r.case_id DESC",
            Order::Due => "r.next_due, r.case_id",
        };
        let sql = format!(
            "SELECT r.case_id, {COLUMNS} FROM {REGISTER} WHERE {} ORDER BY {order} LIMIT {limit} OFFSET {skip}",
            asked.conditions.join(" AND ")
        );
        let mut query = self.db.prepare_cached(&sql)?;
        let found = query.query_map(asked.all().as_slice(), |row| Ok((CaseId(row.get(0)?), read(row)?)))?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }

    /// How many cases a filter finds: as many as the pages in that order have rows.
    ///
    /// # Errors
    /// SQLite.
    pub fn register_count(&self, filter: &RegisterFilter, order: Order) -> Result<Count> {
        let mut asked = self.asked(filter, order)?;
        let now = asked.value(self.now.to_string());
        let sql = format!(
            "SELECT count(*), coalesce(sum(r.next_due < {now}), 0) FROM {REGISTER} WHERE {}",
            asked.conditions.join(" AND ")
        );
        let mut query = self.db.prepare_cached(&sql)?;
        let number = |row: &Row, at| row.get::<_, i64>(at).map(i64::unsigned_abs);
        let found = query
            .query_row(asked.all().as_slice(), |row| Ok(Count { cases: number(row, 0)?, overdue: number(row, 1)? }))?;
        Ok(found)
    }

    fn asked(&self, filter: &RegisterFilter, order: Order) -> Result<Asked> {
        let listed = match order {
            Order::Received => "true",
            Order::Due => "r.next_due IS NOT NULL",
        };
        let values: Vec<Box<dyn ToSql>> = vec![Box::new(self.me()?.sight.clone())];
        let few = filter.unclosed || filter.overdue;
        let mut asked = Asked { few, conditions: vec![listed.into()], values };
        asked.by(filter, self.now);
        if let Some(part) = filter.mine {
            let account = asked.value(self.actor.map(|id| id.0));
            let only = if part == Part::Registered { " AND h.registered" } else { "" };
            asked
                .conditions
                .push(format!("r.case_id IN (SELECT h.case_id FROM hand h WHERE h.account = {account}{only})"));
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
        Ok(asked)
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
    /// Of cases that are not closed yet, or overdue: few of many.
    few: bool,
    conditions: Vec<String>,
    values: Vec<Box<dyn ToSql>>,
}

impl Asked {
    /// Takes a value, and returns the parameter that stands for it.
    fn value(&mut self, value: impl ToSql + 'static) -> String {
        self.values.push(Box::new(value));
        format!("?{}", self.values.len())
    }

    fn all(&self) -> Vec<&dyn ToSql> {
        self.values.iter().map(AsRef::as_ref).collect()
    }

    fn is<T: ToSql + Clone + 'static>(&mut self, column: &str, value: Option<&T>) {
        if let Some(value) = value {
            let value = self.value(value.clone());
            // The plus: of all that somebody answers for few are still open. Those are found by their state or their
            // deadline, and the rest is asked of them.
            let r = if self.few { "+r" } else { "r" };
            self.conditions.push(format!("{r}.{column} = {value}"));
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
        if filter.unclosed {
            self.conditions.push("r.state IN ('open', 'settled')".into());
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

/// Whose hands the case went through.
pub(super) fn write_hands(db: &Connection, case: CaseId, hands: &BTreeMap<AccountId, bool>) -> Result<()> {
    let mut insert = db.prepare_cached("INSERT INTO hand(account, case_id, registered) VALUES(?1, ?2, ?3)")?;
    for (account, registered) in hands {
        insert.execute(params![account.0, case.0, registered])?;
    }
    Ok(())
}

pub(super) fn stored_hands(db: &Connection, case: CaseId) -> Result<BTreeMap<AccountId, bool>> {
    let mut query = db.prepare_cached("SELECT account, registered FROM hand WHERE case_id = ?1")?;
    let found = query.query_map([case.0], |row| Ok((AccountId(row.get(0)?), row.get(1)?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
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
