//! `reminder`: what is said ahead of deadlines and after them, by token. Which of it has come is the reader's to say.

use super::inbox::stamp;
use super::seen::REMINDER;
use crate::door::Read;
use crate::error::Result;
use kesu_domain::case::TaskKey;
use kesu_domain::derive::{Press, Reminder};
use kesu_domain::id::{CaseId, CustomerId, ProcedureId};
use kesu_domain::procedure::RoleId;
use kesu_domain::time::Stamp;
use rusqlite::types::Type;
use rusqlite::{Connection, Row, params};
use std::collections::{BTreeMap, BTreeSet};

/// Something that has come for the actor.
#[derive(Debug, Clone, PartialEq)]
pub struct ReminderLine {
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
    pub procedure: ProcedureId,
    /// Which task row.
    pub key: TaskKey,
    /// The stage to which it belongs.
    pub stage: String,
    /// What is said.
    pub press: Press,
    /// The role to which an escalation goes.
    pub role: Option<RoleId>,
    /// Since when.
    pub since: Stamp,
    /// The deadline.
    pub due: Stamp,
}

impl Read<'_> {
    /// What has come for the actor by now, newest first: of several that say the same of one task, the newest.
    ///
    /// # Errors
    /// SQLite.
    pub fn reminders(&self, press: Press, limit: u32) -> Result<Vec<ReminderLine>> {
        let me = self.me()?;
        let sql = format!(
            "SELECT m.case_id, m.task, m.slot, m.round, m.stage, m.role, m.since, m.due, r.number, r.summary, r.customer,
               r.severity, r.procedure FROM {REMINDER} WHERE m.token = ?2 AND m.press = ?3 AND m.since <= ?4
             ORDER BY m.since DESC, m.case_id LIMIT ?5"
        );
        let mut query = self.db.prepare_cached(&sql)?;
        let mut lines: Vec<ReminderLine> = vec![];
        for token in &me.tokens {
            let values = params![me.sight, token, word(press), self.now.to_string(), limit];
            for line in query.query_map(values, |row| line(row, press))? {
                lines.push(line?);
            }
        }
        lines.sort_by(|a, b| (b.since, a.case, &a.key).cmp(&(a.since, b.case, &b.key)));
        let mut seen = BTreeSet::new();
        lines.retain(|line| seen.insert((line.case, line.key.clone())));
        lines.truncate(limit as usize);
        Ok(lines)
    }
}

fn line(row: &Row, press: Press) -> rusqlite::Result<ReminderLine> {
    Ok(ReminderLine {
        case: CaseId(row.get(0)?),
        key: TaskKey { task: row.get::<_, String>(1)?.into(), slot: row.get(2)?, round: row.get(3)? },
        stage: row.get(4)?,
        role: row.get::<_, Option<String>>(5)?.map(RoleId::from),
        since: there(row, 6)?,
        due: there(row, 7)?,
        number: row.get(8)?,
        summary: row.get(9)?,
        customer: row.get::<_, Option<i64>>(10)?.map(CustomerId),
        severity: row.get(11)?,
        procedure: ProcedureId(row.get(12)?),
        press,
    })
}

fn there(row: &Row, at: usize) -> rusqlite::Result<Stamp> {
    stamp(row, at)?.ok_or_else(|| rusqlite::Error::FromSqlConversionFailure(at, Type::Text, "no moment".into()))
}

fn word(press: Press) -> &'static str {
    match press {
        Press::Remind => "remind",
        Press::Escalate => "escalate",
    }
}

pub(super) fn write(db: &Connection, case: CaseId, rows: &[Reminder]) -> Result<()> {
    let sql = "INSERT INTO reminder(case_id, task, slot, round, token, press, role, stage, since, due)
               VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
    let mut insert = db.prepare_cached(sql)?;
    for row in rows {
        let TaskKey { task, slot, round } = &row.key;
        for token in &row.tokens {
            insert.execute(params![
                case.0,
                task.as_str(),
                slot,
                round,
                token,
                word(row.press),
                row.role.as_ref().map(RoleId::as_str),
                row.stage.as_str(),
                row.since.to_string(),
                row.due.to_string()
            ])?;
        }
    }
    Ok(())
}

/// As they stand, the tokens of each gathered again.
pub(super) fn stored(db: &Connection, case: CaseId) -> Result<Vec<Reminder>> {
    let sql = "SELECT task, slot, round, press, role, stage, since, due, token FROM reminder WHERE case_id = ?1";
    let mut query = db.prepare_cached(sql)?;
    let mut found = query.query([case.0])?;
    let mut out: BTreeMap<_, Reminder> = BTreeMap::new();
    while let Some(row) = found.next()? {
        let key = TaskKey { task: row.get::<_, String>(0)?.into(), slot: row.get(1)?, round: row.get(2)? };
        let press = if row.get::<_, String>(3)? == word(Press::Remind) { Press::Remind } else { Press::Escalate };
        let role = row.get::<_, Option<String>>(4)?.map(RoleId::from);
        let (since, due) = (there(row, 6)?, there(row, 7)?);
        let stage = row.get::<_, String>(5)?.into();
        let one = out.entry((since, key.clone(), press, role.clone()));
        let one = one.or_insert_with(|| Reminder { key, stage, press, role, since, due, tokens: BTreeSet::new() });
        one.tokens.insert(row.get(8)?);
    }
    Ok(out.into_values().collect())
}
