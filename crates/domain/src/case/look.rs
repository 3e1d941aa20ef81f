//! What is asked of a case again and again. No rules here: those are the engine's.

use super::{Case, Extra, Hand, RecordRow, RowId, SectionRow, TaskKey, TaskRow, TaskState};
use crate::fields::{FieldType, Seen};
use crate::id::AccountId;
use crate::path::{Path, Target};
use crate::people::Who;
use crate::procedure::{Task, TaskId};
use crate::record::RecordKind;
use crate::section::{Kind, Nature, Section};
use std::borrow::Cow;
use std::collections::BTreeMap;

impl TaskRow {
    /// Its key.
    pub fn key(&self) -> TaskKey {
        TaskKey { task: self.task.clone(), slot: self.slot.clone(), round: self.round }
    }
    /// Is it this one?
    pub fn is(&self, key: &TaskKey) -> bool {
        self.task == key.task && self.slot == key.slot && self.round == key.round
    }
}

impl TaskKey {
    /// The slot of the decision that this task row fills.
    pub fn decision_slot(&self) -> String {
        format!("{}/{}", self.task, self.slot)
    }
}

impl Hand {
    /// Who recorded it.
    pub fn by(&self) -> AccountId {
        match self {
            Hand::Behalf { by, .. } | Hand::Paper { by, .. } => *by,
        }
    }
}

/// A body with the answers beside it: a section row or a record row.
#[derive(Debug, Clone, Copy)]
pub enum Body<'a> {
    /// Of a section.
    Section(&'a SectionRow),
    /// Of a side record.
    Record(&'a RecordRow),
}

impl<'a> Body<'a> {
    /// The field is filled, be it built in or the procedure's own.
    pub fn filled(self, field: &str) -> bool {
        let own = |extra: &BTreeMap<String, Extra>| extra.get(field).is_some_and(Extra::filled);
        match self {
            Body::Section(row) => row.section.filled(field) || own(&row.extra),
            Body::Record(row) => row.record.filled(field) || own(&row.extra),
        }
    }
    /// What stands in the field.
    pub fn seen(self, field: &str) -> Seen<'a> {
        match self {
            Body::Section(row) => row.section.seen(field),
            Body::Record(row) => row.record.seen(field),
        }
    }
    /// What stands at `list.name` of one line.
    pub fn seen_in(self, path: &str, line: i64) -> Seen<'a> {
        match self {
            Body::Section(row) => row.section.seen_in(path, line),
            Body::Record(row) => row.record.seen_in(path, line),
        }
    }
    /// What it is a body of.
    pub fn target(self) -> Target {
        match self {
            Body::Section(row) => Target::Section(row.section.kind()),
            Body::Record(row) => Target::Record(row.record.kind()),
        }
    }
    /// Its row; none of one that is not saved yet.
    pub fn row(self) -> Option<RowId> {
        match self {
            Body::Section(row) => row.id.map(RowId::Section),
            Body::Record(row) => row.id.map(RowId::Record),
        }
    }
}

impl Case {
    /// The case that a row is about: as it was in the row's round where the case went back behind it, else as it is.
    pub fn behind(&self, row: &TaskRow) -> Cow<'_, Case> {
        if !row.set_aside {
            return Cow::Borrowed(self);
        }
        let mut then = self.clone();
        then.tasks.retain(|other| other.round <= row.round);
        then.sections.retain(|section| section.round <= row.round);
        then.records.retain(|record| record.of.as_ref().is_none_or(|of| of.round <= row.round));
        Cow::Owned(then)
    }
    /// The row of that key.
    pub fn task(&self, key: &TaskKey) -> Option<&TaskRow> {
        self.tasks.iter().find(|row| row.is(key))
    }
    /// The rows of a task in its latest round, without those of who is merely told.
    pub fn rows<'a>(&'a self, task: &'a TaskId) -> impl Iterator<Item = &'a TaskRow> + 'a {
        let of_task = move |row: &&TaskRow| row.task == *task && !row.is_told();
        let latest = self.tasks.iter().rfind(of_task).map(|row| row.round);
        self.tasks.iter().filter(of_task).filter(move |row| Some(row.round) == latest)
    }
    /// The section of that kind that counts now: of work the newest round, of decisions the latest written.
    pub fn section(&self, kind: Kind) -> Option<&SectionRow> {
        self.sections.iter().filter(|row| row.section.kind() == kind).max_by_key(|row| row.round)
    }
    /// The body of the section that counts now, typed.
    pub fn get<'a, T>(&'a self, kind: Kind) -> Option<&'a T>
    where
        &'a T: TryFrom<&'a Section>,
    {
        self.section(kind).and_then(|row| <&T>::try_from(&row.section).ok())
    }
    /// Records of a kind, oldest first.
    pub fn records_of(&self, kind: RecordKind) -> impl Iterator<Item = &RecordRow> {
        self.records.iter().filter(move |row| row.record.kind() == kind)
    }
    /// The row of a decision: of this task row, in its round.
    pub fn decision(&self, kind: Kind, key: &TaskKey) -> Option<&SectionRow> {
        let slot = key.decision_slot();
        self.sections.iter().find(|row| row.section.kind() == kind && row.round == key.round && row.slot == slot)
    }
    /// What stands in a field of the section that counts now, or of the latest record of that kind.
    pub fn seen(&self, path: &Path) -> Seen<'_> {
        self.body(path.target).map_or(Seen::Nothing, |body| body.seen(&path.field))
    }
    /// What stands at a path: of a field of lines, in the line that a task's row is for.
    pub fn seen_of(&self, path: &Path, line: &str) -> Seen<'_> {
        match (path.list(), line.parse()) {
            (Some(_), Ok(line)) => self.body(path.target).map_or(Seen::Nothing, |body| body.seen_in(&path.field, line)),
            (Some(_), Err(_)) => Seen::Nothing,
            (None, _) => self.seen(path),
        }
    }
    fn body(&self, target: Target) -> Option<Body<'_>> {
        match target {
            Target::Section(kind) => self.section(kind).map(Body::Section),
            Target::Record(kind) => self.records_of(kind).last().map(Body::Record),
        }
    }
    /// The ids in a list, in its order: lines, departments, people.
    pub fn ids(&self, path: &Path) -> Vec<i64> {
        match self.seen(path) {
            Seen::Ids(ids) => ids,
            Seen::Number(id) => vec![id],
            Seen::Nothing | Seen::Word(_) | Seen::Text(_) | Seen::Date(_) | Seen::Stamp(_) | Seen::Who(_) => vec![],
        }
    }
    /// What a task row fills or has filled at this target: its own decision or record, or the work of the case.
    pub fn filled_by(&self, task: &Task, key: &TaskKey, target: Target) -> Option<Body<'_>> {
        match target {
            Target::Section(kind) => match kind.nature() {
                Nature::Work => self.section(kind),
                Nature::Decision => self.decision(kind, key),
            }
            .map(Body::Section),
            Target::Record(kind) => self.record_of(task, key, kind).map(Body::Record),
        }
    }
    /// The record that a task row fills or has filled: its own, or the one that it goes on with.
    pub fn record_of(&self, task: &Task, key: &TaskKey, kind: RecordKind) -> Option<&RecordRow> {
        let mine = |row: &&RecordRow| {
            row.of.as_ref().is_some_and(|of| match &task.of {
                // What was recorded in a later round is not what this row went on with.
                Some(other) => of.task == *other && of.round <= key.round,
                None => of == key,
            })
        };
        self.records_of(kind).filter(mine).last()
    }
    /// Whom the entry `slot` of a list names: the person in the first field of that type of the line (`who`, `owner`), or
    /// the account itself.
    pub fn line_holder(&self, list: &Path, slot: &str) -> Option<Who> {
        let id = slot.parse::<i64>().ok()?;
        match list.target.field(&list.field)? {
            FieldType::List(FieldType::Account) => Some(Who::Account(AccountId(id))),
            FieldType::Lines(line) => {
                let holder = line.iter().find(|field| field.is == FieldType::Who)?;
                let path = format!("{}.{}", list.field, holder.name);
                let seen = match list.target {
                    Target::Section(kind) => self.section(kind)?.section.seen_in(&path, id),
                    Target::Record(kind) => self.records_of(kind).last()?.record.seen_in(&path, id),
                };
                match seen {
                    Seen::Who(who) => Some(who.clone()),
                    Seen::Nothing
                    | Seen::Word(_)
                    | Seen::Text(_)
                    | Seen::Number(_)
                    | Seen::Date(_)
                    | Seen::Stamp(_)
                    | Seen::Ids(_) => None,
                }
            }
            _ => None,
        }
    }
    /// Does the list hold departments?
    pub fn is_department_list(&self, list: &Path) -> bool {
        list.target.field(&list.field) == Some(FieldType::List(&FieldType::Department))
    }
    /// Is this row's signature void? One that was set aside or taken back is not asked.
    pub fn is_void(&self, row: &TaskRow) -> bool {
        row.state == TaskState::Done && !row.set_aside && self.voided.iter().any(|key| row.is(key))
    }
}
