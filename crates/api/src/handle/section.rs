//! The two commands that save what people type: sections and side records. Saving never refuses what is incomplete.

use crate::door::Writing;
use crate::error::{ApiError, Result};
use crate::open::Open;
use crate::refers::{self, Where};
use crate::view::warn::{Warning, of_assignment};
use kesu_domain::case::{Extra, RecordRow, SectionRow, TaskKey};
use kesu_domain::engine::{Moment, corrected, fact, may_save, may_work};
use kesu_domain::fact::Fact;
use kesu_domain::id::{CaseId, RecordId, SectionId};
use kesu_domain::path::Target;
use kesu_domain::procedure::Procedure;
use kesu_domain::record::{Record, RecordKind, RecordState};
use kesu_domain::section::{Assignment, Kind, Nature, Section};
use kesu_store::case::Loaded;
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
    /// What should be looked at.
    warnings: Vec<Warning>,
}

/// Saves a section of a case. Two people in two sections never conflict.
pub(crate) fn section_save(cx: &mut Writing, request: SaveSection) -> Result<Saved> {
    let open = cx.open(request.case)?;
    let kind = request.section.kind();
    let target = Target::Section(kind);
    let standing = cx.reading().standing(&open);
    let blocked =
        may_save(&open.procedure, open.case(), &standing.actor(), target, request.task.as_ref(), &request.reason);
    if !blocked.is_empty() {
        return Err(blocked.into());
    }
    let at = Where { cx: &cx.reading(), case: Some(request.case) };
    refers::check_extra(&at, &open.procedure.fields, target, &request.extra)?;
    let (slot, round) = match (kind.nature(), &request.task) {
        (Nature::Work, _) => (String::new(), open.case().head.round),
        (Nature::Decision, Some(key)) => (key.decision_slot(), key.round),
        (Nature::Decision, None) => return Err(ApiError::invalid("task", "missing", kind.name())),
    };
    let mut section = request.section;
    let shown_row = open.case().sections.iter().filter(|row| row.section.kind() == kind);
    let shown_row = match kind.nature() {
        Nature::Work => shown_row.max_by_key(|row| row.round),
        Nature::Decision => shown_row.into_iter().find(|row| row.slot == slot && row.round == round),
    };
    let gone = section.number_lines(shown_row.map(|row| (&row.section, &row.gone)));
    refers::check(&Where { cx: &cx.reading(), case: Some(request.case) }, &section)?;
    let known = open.file.section(kind, &slot, round);
    let shown = if kind.nature() == Nature::Work { open.file.newest(kind) } else { known };
    let current = shown.map_or(0, |row| row.rev.0);
    if current != request.rev {
        return Err(ApiError::Conflict { current });
    }
    let mut after = open.case().clone();
    match known.and_then(|row| after.sections.iter_mut().find(|section| section.id == Some(SectionId(row.id)))) {
        Some(row) => {
            row.section = section;
            (row.extra, row.gone) = (request.extra, gone);
        }
        None => {
            let (slot, extra) = (slot.clone(), request.extra);
            after.sections.push(SectionRow { id: None, slot, round, section, extra, gone });
        }
    }
    cx.db.because(&request.reason);
    let saved = cx.save(&open, &after)?;
    follow(cx, &open, &saved, target)?;
    let said = saved.section(kind, &slot, round);
    let assigns: Option<&Assignment> = saved.case.get(Kind::Assignment).filter(|_| kind == Kind::Assignment);
    let warnings = assigns.map(|said| of_assignment(&cx.reading(), said)).transpose()?.unwrap_or_default();
    Ok(Saved { rev: said.map_or(current, |row| row.rev.0), warnings })
}

/// A fact that was said already was corrected: what depends on it in the present stage follows (I-8, I-13). What was saved is
/// read anew before, so that a signature which it made void is known to be.
fn follow(cx: &mut Writing, open: &Open, saved: &Loaded, target: Target) -> Result<()> {
    let (p, before, after) = (&open.procedure, open.case(), &saved.case);
    let mut facts = Fact::ALL.iter().filter(|fact| fact.place().0 == target);
    if facts.any(|of| fact(p, before, *of) != fact(p, after, *of)) {
        let at = Moment { now: cx.now(), calendar: &open.calendar };
        let settled = corrected(p, after, &at);
        cx.db.save_case(saved, &settled, p, &open.calendar)?;
    }
    Ok(())
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

/// Saves a side record of a case; gives a new one its number. What a task fills, whoever may do the task may save; what
/// was opened by hand, everybody who works on the case.
pub(crate) fn record_save(cx: &mut Writing, request: SaveRecord) -> Result<SavedRecord> {
    let open = cx.open(request.case)?;
    let kind = request.body.kind();
    let target = Target::Record(kind);
    let found = find(&open, &request)?;
    let of = found.map_or_else(|| request.task.clone(), |row| row.of.clone());
    // Whoever goes on with the record of another task is asked about their own.
    let asked = request.task.clone().filter(|key| goes_on(&open.procedure, key)).or_else(|| of.clone());
    let blocked = match &asked {
        Some(key) => {
            let standing = cx.reading().standing(&open);
            may_save(&open.procedure, open.case(), &standing.actor(), target, Some(key), &request.reason)
        }
        None => may_work(&open.procedure, open.case(), &cx.reading().standing(&open).actor()),
    };
    if !blocked.is_empty() {
        return Err(blocked.into());
    }
    let at = Where { cx: &cx.reading(), case: Some(request.case) };
    refers::check_extra(&at, &open.procedure.fields, target, &request.extra)?;
    let id = found.and_then(|row| row.id);
    let current = id.and_then(|id| open.file.record(id)).map_or(0, |stand| stand.rev.0);
    if current != request.rev {
        return Err(ApiError::Conflict { current });
    }
    let mut body = request.body;
    let gone = body.number_lines(found.map(|row| (&row.record, &row.gone)));
    refers::check_record(&Where { cx: &cx.reading(), case: Some(request.case) }, &body)?;
    let number = match found {
        Some(row) => row.number.clone(),
        None => number_for(cx, &open, kind)?,
    };
    let row = RecordRow { id, number, of, state: request.state, record: body, extra: request.extra, gone };
    let mut after = open.case().clone();
    match after.records.iter_mut().find(|old| id.is_some() && old.id == id) {
        Some(old) => *old = row,
        None => after.records.push(row),
    }
    cx.db.because(&request.reason);
    let saved = cx.save(&open, &after)?;
    follow(cx, &open, &saved, target)?;
    // A new record is the one that was not there before.
    let known = |row: &&RecordRow| open.case().records.iter().any(|old| old.id == row.id);
    let row = saved.case.records.iter().find(|row| if id.is_some() { row.id == id } else { !known(row) });
    let row = row.ok_or_else(|| ApiError::internal("a saved record is not there"))?;
    let record = row.id.ok_or_else(|| ApiError::internal("a saved record has no id"))?;
    Ok(SavedRecord { record, number: row.number.clone(), rev: saved.record(record).map_or(1, |stand| stand.rev.0) })
}

/// The record that is meant: by id, or the one that this task row has made already.
fn find<'a>(open: &'a Open, request: &SaveRecord) -> Result<Option<&'a RecordRow>> {
    let kind = request.body.kind();
    let of_kind = |row: &&RecordRow| row.record.kind() == kind;
    let mut records = open.case().records.iter().filter(of_kind);
    match (request.record, &request.task) {
        (Some(id), _) => {
            records.find(|row| row.id == Some(id)).map(Some).ok_or_else(|| ApiError::not_found(format!("record {id}")))
        }
        (None, Some(key)) => Ok(open.procedure.task(&key.task).and_then(|task| open.case().record_of(task, key, kind))),
        (None, None) => Ok(None),
    }
}

/// It goes on with a record that another task made.
fn goes_on(p: &Procedure, key: &TaskKey) -> bool {
    p.task(&key.task).is_some_and(|task| task.of.is_some())
}

fn number_for(cx: &Writing, open: &Open, kind: RecordKind) -> Result<Option<String>> {
    let head = &open.case().head;
    let year = cx.now().day(open.calendar.zone()).year();
    Ok(cx.db.next_record_number(kind, head.plant, year)?)
}
