//! `action`: planned actions of all cases, what is to be done first, what is over newest first.

use super::seen::ACTION;
use crate::door::Read;
use crate::error::Result;
use kesu_domain::derive::ActionRow;
use kesu_domain::id::{AccountId, CaseId, CustomerId, ProcedureId};
use kesu_domain::time::Date;
use rusqlite::types::{ToSql, Type};
use rusqlite::{Connection, Row, params};

/// A planned action with its case.
#[derive(Debug, Clone, PartialEq)]
pub struct ActionLine {
    /// Its case.
    pub case: CaseId,
    /// The action.
    pub row: ActionRow,
    /// 案件编号
    pub number: String,
    /// Under which version of a procedure.
    pub procedure: ProcedureId,
    /// 客户
    pub customer: Option<CustomerId>,
    /// What happened, in one line.
    pub summary: String,
    /// 等级
    pub severity: Option<String>,
    /// Where it stands in the list.
    pub place: ActionPlace,
}

/// A place in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionPlace {
    /// By which it is ordered: the deadline, or the day on which it was done.
    pub day: String,
    /// Its case.
    pub case: CaseId,
    /// Its line.
    pub line: i64,
}

/// Which actions.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ActionFilter {
    /// Those in which nobody has to do anything more; else those to be done.
    pub over: bool,
    /// Of this person.
    pub owner: Option<AccountId>,
}

/// Behind every day: no deadline.
const NEVER: &str = "9999-12-31";

const COLUMNS: &str =
    "line, kind, what, owner, owner_name, due, done_on, state, over, task, round, evidence, files, effect";

impl Read<'_> {
    /// Planned actions of cases that the actor may see: those to be done by deadline, those that are over newest first.
    ///
    /// # Errors
    /// SQLite.
    pub fn actions(&self, filter: &ActionFilter, after: Option<&ActionPlace>, limit: u32) -> Result<Vec<ActionLine>> {
        let me = self.me()?;
        let (owner, day, case, line) = (
            filter.owner.map(|id| id.0),
            after.map(|place| place.day.as_str()),
            after.map(|place| place.case.0),
            after.map(|place| place.line),
        );
        // Each condition only where it is asked, so that an index of the order is walked.
        let mut conditions = String::from("a.over = ?2");
        let mut values: Vec<&dyn ToSql> = vec![&me.sight, &filter.over, &limit];
        if owner.is_some() {
            values.push(&owner);
            conditions += &format!(" AND a.owner = ?{}", values.len());
        }
        if after.is_some() {
            let (than, first) = (if filter.over { "<" } else { ">" }, values.len() + 1);
            values.extend([&day as &dyn ToSql, &case, &line]);
            conditions += &format!(" AND (a.day, a.case_id, a.line) {than} (?{first}, ?{}, ?{})", first + 1, first + 2);
        }
        let way = if filter.over { "DESC" } else { "ASC" };
        let columns = COLUMNS.split(", ").map(|name| format!("a.{name}")).collect::<Vec<_>>().join(", ");
        let sql = format!(
            "SELECT {columns}, a.case_id, a.day, r.number, r.procedure, r.customer, r.summary, r.severity FROM {ACTION}
             WHERE {conditions} ORDER BY a.day {way}, a.case_id {way}, a.line {way} LIMIT ?3"
        );
        let mut query = self.db.prepare_cached(&sql)?;
        let found = query.query_map(values.as_slice(), |row| {
            let (action, case) = (read(row)?, CaseId(row.get(14)?));
            Ok(ActionLine {
                case,
                place: ActionPlace { day: row.get(15)?, case, line: action.line },
                row: action,
                number: row.get(16)?,
                procedure: ProcedureId(row.get(17)?),
                customer: row.get::<_, Option<i64>>(18)?.map(CustomerId),
                summary: row.get(19)?,
                severity: row.get(20)?,
            })
        })?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }
}

pub(super) fn write(db: &Connection, case: CaseId, rows: &[ActionRow]) -> Result<()> {
    let marks: String = (2..17).map(|n| format!(", ?{n}")).collect();
    let mut insert = db.prepare_cached(&format!("INSERT INTO action(case_id, {COLUMNS}, day) VALUES(?1{marks})"))?;
    for r in rows {
        let day = if r.over { r.done_on.or(r.due) } else { r.due };
        let day = day.map_or_else(|| if r.over { String::new() } else { NEVER.to_owned() }, |day| day.to_string());
        insert.execute(params![
            case.0,
            r.line,
            r.kind,
            r.what,
            r.owner.map(|id| id.0),
            r.owner_name,
            r.due.map(|day| day.to_string()),
            r.done_on.map(|day| day.to_string()),
            r.state,
            r.over,
            r.task,
            r.round,
            r.evidence,
            r.files,
            r.effect,
            day
        ])?;
    }
    Ok(())
}

/// In the order of their lines, as they are made.
pub(super) fn stored(db: &Connection, case: CaseId) -> Result<Vec<ActionRow>> {
    let sql = format!("SELECT {COLUMNS} FROM action WHERE case_id = ?1 ORDER BY line");
    let mut query = db.prepare_cached(&sql)?;
    let found = query.query_map([case.0], read)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

fn read(row: &Row) -> rusqlite::Result<ActionRow> {
    Ok(ActionRow {
        line: row.get(0)?,
        kind: row.get(1)?,
        what: row.get(2)?,
        owner: row.get::<_, Option<i64>>(3)?.map(AccountId),
        owner_name: row.get(4)?,
        due: day(row, 5)?,
        done_on: day(row, 6)?,
        state: row.get(7)?,
        over: row.get(8)?,
        task: row.get(9)?,
        round: row.get(10)?,
        evidence: row.get(11)?,
        files: row.get(12)?,
        effect: row.get(13)?,
    })
}

fn day(row: &Row, at: usize) -> rusqlite::Result<Option<Date>> {
    let text: Option<String> = row.get(at)?;
    let wrong = |text: &str| rusqlite::Error::FromSqlConversionFailure(at, Type::Text, text.to_owned().into());
    text.map(|text| text.parse().map_err(|_| wrong(&text))).transpose()
}
