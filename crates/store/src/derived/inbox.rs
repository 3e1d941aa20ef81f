//! `inbox`: open tasks by token. How many days are left is the reader's to say: rows hold deadlines only.

use super::seen::INBOX;
use crate::door::Read;
use crate::error::{Error, Result};
use kesu_domain::case::TaskKey;
use kesu_domain::derive::InboxRow;
use kesu_domain::id::{AccountId, CaseId, CustomerId, ProcedureId};
use kesu_domain::time::Stamp;
use rusqlite::types::{ToSql, Type};
use rusqlite::{Connection, Row, params};
use std::collections::BTreeSet;

/// An open task that the actor may do.
#[derive(Debug, Clone, PartialEq)]
pub struct InboxLine {
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
    /// 类别
    pub class: Option<String>,
    /// Which task row.
    pub key: TaskKey,
    /// The stage to which it belongs.
    pub stage: String,
    /// Since when.
    pub opened: Option<Stamp>,
    /// Until when.
    pub due: Option<Stamp>,
    /// Until when by the customer's clock.
    pub customer_due: Option<Stamp>,
    /// Under which version of a procedure.
    pub procedure: ProcedureId,
    /// First product line, as said.
    pub product: String,
    /// 批号
    pub lot: String,
    /// Who answers for the case.
    pub owner: Option<AccountId>,
    /// The first reminder before the deadline.
    pub remind: Option<Stamp>,
    /// A pause stops its clock: the ball is with whom it names.
    pub paused_with: Option<String>,
    /// The calendar does not know this year: there is no deadline until somebody enters it.
    pub unknown_year: Option<i32>,
}

/// Deadlines from a moment until another; the second is not part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Between {
    /// None: from ever.
    pub from: Option<Stamp>,
    /// The end.
    pub until: Stamp,
}

impl Read<'_> {
    /// The open tasks of the actor, what is due first comes first; each once, though several posts entitle to it. The
    /// program itself has none.
    ///
    /// # Errors
    /// SQLite.
    pub fn inbox(&self, limit: u32) -> Result<Vec<InboxLine>> {
        self.inbox_of(None, limit)
    }

    /// Those of them that fall due between two moments.
    ///
    /// # Errors
    /// SQLite.
    pub fn inbox_due(&self, between: Between, limit: u32) -> Result<Vec<InboxLine>> {
        self.inbox_of(Some(between), limit)
    }

    /// How many of them fall due between two moments.
    ///
    /// # Errors
    /// SQLite.
    pub fn inbox_due_count(&self, between: Between) -> Result<u64> {
        let me = self.me()?;
        let tokens = serde_json::to_string(&me.tokens).map_err(|cause| Error::Body { kind: "tokens", cause })?;
        let sql = format!(
            "SELECT count(*) FROM (SELECT DISTINCT i.case_id, i.task, i.slot, i.round FROM {INBOX}
               WHERE i.token IN (SELECT value FROM json_each(?2)) AND (i.due IS NULL) = 0 AND i.due >= ?3 AND i.due < ?4)"
        );
        let (from, until) = (between.from.map(|at| at.to_string()).unwrap_or_default(), between.until.to_string());
        let count: i64 = self.db.prepare_cached(&sql)?.query_row((&me.sight, tokens, from, until), |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }

    fn inbox_of(&self, between: Option<Between>, limit: u32) -> Result<Vec<InboxLine>> {
        let me = self.me()?;
        let within = if between.is_some() { "AND (i.due IS NULL) = 0 AND i.due >= ?4 AND i.due < ?5" } else { "" };
        let sql = format!(
            "SELECT i.case_id, i.task, i.slot, i.round, i.stage, i.opened, i.due, r.number, r.summary, r.customer,
               r.severity, r.class, i.customer_due, r.procedure, r.product, r.lot, r.owner, i.remind, i.paused_with,
               i.unknown_year FROM {INBOX} WHERE i.token = ?2 {within} ORDER BY i.due IS NULL, i.due, i.case_id LIMIT ?3"
        );
        let mut query = self.db.prepare_cached(&sql)?;
        let from = between.and_then(|between| between.from).map(|at| at.to_string()).unwrap_or_default();
        let until = between.map(|between| between.until.to_string());
        // The first of all are among the first of each token: so no token's thousands are sorted for a page.
        let mut lines: Vec<InboxLine> = vec![];
        for token in &me.tokens {
            let mut values: Vec<&dyn ToSql> = vec![&me.sight, token, &limit];
            if let Some(until) = &until {
                values.extend([&from as &dyn ToSql, until]);
            }
            let found = query.query_map(values.as_slice(), line)?;
            for line in found {
                lines.push(line?);
            }
        }
        lines.sort_by(|a, b| (a.due.is_none(), a.due, a.case, &a.key).cmp(&(b.due.is_none(), b.due, b.case, &b.key)));
        let mut seen = BTreeSet::new();
        lines.retain(|line| seen.insert((line.case, line.key.clone())));
        lines.truncate(limit as usize);
        Ok(lines)
    }
}

fn line(row: &Row) -> rusqlite::Result<InboxLine> {
    Ok(InboxLine {
        case: CaseId(row.get(0)?),
        key: TaskKey { task: row.get::<_, String>(1)?.into(), slot: row.get(2)?, round: row.get(3)? },
        stage: row.get(4)?,
        opened: stamp(row, 5)?,
        due: stamp(row, 6)?,
        number: row.get(7)?,
        summary: row.get(8)?,
        customer: row.get::<_, Option<i64>>(9)?.map(CustomerId),
        severity: row.get(10)?,
        class: row.get(11)?,
        customer_due: stamp(row, 12)?,
        procedure: ProcedureId(row.get(13)?),
        product: row.get(14)?,
        lot: row.get(15)?,
        owner: row.get::<_, Option<i64>>(16)?.map(AccountId),
        remind: stamp(row, 17)?,
        paused_with: row.get(18)?,
        unknown_year: row.get(19)?,
    })
}

/// A moment in a plain column.
pub(super) fn stamp(row: &Row, at: usize) -> rusqlite::Result<Option<Stamp>> {
    let text: Option<String> = row.get(at)?;
    text.map(|text| {
        text.parse().map_err(|cause: String| rusqlite::Error::FromSqlConversionFailure(at, Type::Text, cause.into()))
    })
    .transpose()
}

/// The order in which rows are compared.
pub(super) fn in_order(mut rows: Vec<InboxRow>) -> Vec<InboxRow> {
    rows.sort_by(|a, b| (&a.key, &a.token).cmp(&(&b.key, &b.token)));
    rows
}

pub(super) fn write(db: &Connection, case: CaseId, rows: &[InboxRow]) -> Result<()> {
    let sql =
        "INSERT INTO inbox(case_id, task, slot, round, token, stage, opened, due, customer_due, remind, paused_with,
                 unknown_year) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12)";
    let mut insert = db.prepare_cached(sql)?;
    for row in rows {
        let [opened, due, customer, remind] =
            [row.opened, row.due, row.customer_due, row.remind].map(|at| at.map(|at| at.to_string()));
        let TaskKey { task, slot, round } = &row.key;
        insert.execute(params![
            case.0,
            task.as_str(),
            slot,
            round,
            row.token,
            row.stage.as_str(),
            opened,
            due,
            customer,
            remind,
            row.paused_with,
            row.unknown_year
        ])?;
    }
    Ok(())
}

pub(super) fn stored(db: &Connection, case: CaseId) -> Result<Vec<InboxRow>> {
    let sql = "SELECT task, slot, round, token, stage, opened, due, customer_due, remind, paused_with, unknown_year
               FROM inbox WHERE case_id = ?1";
    let mut query = db.prepare_cached(sql)?;
    let found = query.query_map([case.0], |row| {
        Ok(InboxRow {
            key: TaskKey { task: row.get::<_, String>(0)?.into(), slot: row.get(1)?, round: row.get(2)? },
            token: row.get(3)?,
            stage: row.get::<_, String>(4)?.into(),
            opened: stamp(row, 5)?,
            due: stamp(row, 6)?,
            customer_due: stamp(row, 7)?,
            remind: stamp(row, 8)?,
            paused_with: row.get(9)?,
            unknown_year: row.get(10)?,
        })
    })?;
    Ok(in_order(found.collect::<rusqlite::Result<_>>()?))
}
