//! The two commands that save what people type: sections and side records. Saving never refuses what is incomplete.

use crate::door::Writing;
use crate::error::{ApiError, Result};
use kesu_domain::case::{Extra, RecordRow, SectionRow, TaskKey};
use kesu_domain::engine::{Blocked, may_save};
use kesu_domain::id::{CaseId, LineId, RecordId};
use kesu_domain::path::Target;
use kesu_domain::record::{Record, RecordState};
use kesu_domain::section::{Nature, Section};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// A section as it stands on the screen.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveSection {
    case: CaseId,
    /// The task row for which it is filled. A decision needs it.
    #[serde(default)]
    task: Option<TaskKey>,
    /// The revision that was on the screen; 0 for a section that was not there.
    rev: i64,
    /// Kind and body, whole.
    section: Section,
    /// Answers to the procedure's own fields.
    #[serde(default)]
    extra: BTreeMap<String, Extra>,
    /// Why a registered fact is corrected, or what was signed is changed.
    #[serde(default)]
    reason: String,
}

/// What a save gives back.
#[derive(Debug, Serialize, TS)]
pub struct Saved {
    /// The revision that it has now; the same as before when nothing had changed.
    rev: i64,
}

/// Saves a section of a case. Two people in two sections never conflict.
pub fn section_save(cx: &mut Writing, request: SaveSection) -> Result<Saved> {
    let open = cx.open(request.case)?;
    let kind = request.section.kind();
    let blocked = may_save(&open.procedure, &open.file.case, &cx.actor(), Target::Section(kind), request.task.as_ref(), &request.reason);
    if !blocked.is_empty() {
        return Err(blocked.into());
    }
    check_extra(&open.procedure, Target::Section(kind), &request.extra)?;
    let (slot, round) = match (kind.nature(), &request.task) {
        (Nature::Work, _) => (String::new(), open.file.case.head.round),
        (Nature::Decision, Some(key)) => (key.decision_slot(), key.round),
        (Nature::Decision, None) => return Err(ApiError::invalid("task", "missing", kind.name())),
    };
    let mut section = request.section;
    section.number_lines();
    let known = open.file.section(kind, &slot, round);
    let shown = if kind.nature() == Nature::Work { open.file.newest(kind) } else { known };
    let current = shown.map_or(0, |row| row.rev.0);
    if current != request.rev {
        return Err(ApiError::Conflict { current });
    }
    let mut after = open.file.case.clone();
    match known.and_then(|row| after.sections.iter_mut().find(|section| section.id == Some(row.id))) {
        Some(row) => {
            row.section = section;
            row.extra = request.extra;
        }
        None => after.sections.push(SectionRow { id: None, slot: slot.clone(), round, section, extra: request.extra }),
    }
    cx.noting(&request.reason);
    let saved = cx.save(&open, &after)?;
    Ok(Saved { rev: saved.section(kind, &slot, round).map_or(current, |row| row.rev.0) })
}

/// A side record as it stands on the screen.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveRecord {
    case: CaseId,
    /// `None` opens a new one.
    #[serde(default)]
    record: Option<RecordId>,
    /// The task row for which it is filled; `None` for one opened by hand.
    #[serde(default)]
    task: Option<TaskKey>,
    /// The revision that was on the screen; 0 for a new one.
    rev: i64,
    /// Where it stands.
    state: RecordState,
    /// Kind and body, whole.
    body: Record,
    /// Answers to the procedure's own fields.
    #[serde(default)]
    extra: BTreeMap<String, Extra>,
    /// Why what is signed is changed.
    #[serde(default)]
    reason: String,
}

/// What a saved record gives back.
#[derive(Debug, Serialize, TS)]
pub struct SavedRecord {
    /// Which record.
    record: RecordId,
    /// Its own number, where its kind carries one.
    number: Option<String>,
    /// The revision that it has now.
    rev: i64,
}

/// Saves a side record of a case; gives a new one its number.
pub fn record_save(cx: &mut Writing, request: SaveRecord) -> Result<SavedRecord> {
    let open = cx.open(request.case)?;
    let kind = request.body.kind();
    if request.task.is_some() || !open.file.case.head.state.takes_records() {
        let blocked = may_save(&open.procedure, &open.file.case, &cx.actor(), Target::Record(kind), request.task.as_ref(), &request.reason);
        if !blocked.is_empty() {
            return Err(blocked.into());
        }
    }
    check_extra(&open.procedure, Target::Record(kind), &request.extra)?;
    let mine = |row: &&RecordRow| match (request.record, &request.task) {
        (Some(id), _) => row.id == Some(id),
        (None, Some(key)) => row.record.kind() == kind && row.of.as_ref() == Some(key),
        (None, None) => false,
    };
    let mut after = open.file.case.clone();
    let found = after.records.iter().find(mine).and_then(|row| row.id);
    if request.record.is_some() && found.is_none() {
        return Err(ApiError::not_found("record"));
    }
    let current = found.and_then(|id| open.file.record(id)).map_or(0, |row| row.rev.0);
    if current != request.rev {
        return Err(ApiError::Conflict { current });
    }
    match after.records.iter_mut().find(|row| row.id.is_some() && row.id == found) {
        Some(row) => {
            row.record = request.body;
            row.state = request.state;
            row.extra = request.extra;
        }
        None => {
            let number = cx.next_record_number(kind, &open)?;
            after.records.push(RecordRow { id: None, number, of: request.task, state: request.state, record: request.body, extra: request.extra });
        }
    }
    cx.noting(&request.reason);
    let saved = cx.save(&open, &after)?;
    let row = found.and_then(|id| saved.record(id)).or_else(|| saved.last_record(kind)).ok_or_else(|| ApiError::internal("a saved record is not there"))?;
    Ok(SavedRecord { record: row.id, number: saved.case.records.iter().find(|r| r.id == Some(row.id)).and_then(|r| r.number.clone()), rev: row.rev.0 })
}

/// Only fields that the procedure declares for this section.
fn check_extra(p: &kesu_domain::procedure::Procedure, target: Target, extra: &BTreeMap<String, Extra>) -> Result<()> {
    match extra.keys().find(|name| !p.fields.iter().any(|field| field.section == target && field.name == **name)) {
        Some(name) => Err(ApiError::invalid(&format!("extra.{name}"), "unknown", target.name())),
        None => Ok(()),
    }
}

/// Lines that can be numbered.
pub(crate) trait Line {
    fn id(&mut self) -> &mut LineId;
}

impl Line for kesu_domain::section::ProductLine {
    fn id(&mut self) -> &mut LineId {
        &mut self.id
    }
}

/// New lines (number 0) get the next numbers.
pub(crate) fn number_lines<T: Line>(lines: &mut [T]) {
    let mut last = lines.iter_mut().map(|line| line.id().0).max().unwrap_or(0);
    for line in lines {
        if line.id().0 == 0 {
            last += 1;
            *line.id() = LineId(last);
        }
    }
}

const _: Option<Blocked> = None;
