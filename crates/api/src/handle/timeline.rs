//! What happened to a case, entry by entry, and what a correction changed (I-13).

use crate::door::Reading;
use crate::error::Result;
use kesu_domain::id::{AccountId, CaseId};
use kesu_store::journal::Entry;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeSet;
use ts_rs::TS;

/// Which case.
#[derive(Debug, serde::Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GetTimeline {
    case: CaseId,
}

/// What happened, oldest first.
#[derive(Debug, Serialize, TS)]
pub struct Timeline {
    entries: Vec<TimelineEntry>,
}

/// One entry of the journal.
#[derive(Debug, Serialize, TS)]
pub struct TimelineEntry {
    seq: i64,
    /// First entry of the same command.
    tx: i64,
    at: String,
    zone: String,
    actor: AccountId,
    machine: String,
    action: String,
    reason: String,
    /// What it is about: `section`, `task`, `record`, …
    kind: String,
    subject: i64,
    rev: i64,
    hash: String,
    /// Of a section or record that was written before: each field that says something else now. Words that an erasure took
    /// out are not shown, and nothing that was beside them.
    changes: Vec<FieldChange>,
}

/// A field with what it said and what it says.
#[derive(Debug, PartialEq, Serialize, TS)]
pub struct FieldChange {
    /// `complaint.issue`; `extra.name` for a field of the procedure's own.
    field: String,
    #[ts(type = "unknown")]
    was: Value,
    #[ts(type = "unknown")]
    now: Value,
}

/// What happened to a case, entry by entry.
pub(crate) fn case_timeline(cx: &Reading, request: GetTimeline) -> Result<Timeline> {
    cx.open(request.case)?;
    // The same bytes brought into another case make the next revision of the file's row: nobody's business here.
    let own = |entry: &Entry| entry.kind != "file" || entry.rev == 1;
    let all: Vec<Entry> = cx.db.timeline(request.case)?.into_iter().filter(own).collect();
    let mut entries = vec![];
    for entry in &all {
        entries.push(TimelineEntry {
            seq: entry.seq,
            tx: entry.tx,
            at: entry.at.clone(),
            zone: entry.zone.clone(),
            actor: AccountId(entry.actor),
            machine: entry.machine.clone(),
            action: entry.action.clone(),
            reason: entry.reason.clone(),
            kind: entry.kind.clone(),
            subject: entry.subject,
            rev: entry.rev,
            hash: entry.hash.to_string(),
            changes: changes(cx, &all, entry)?,
        });
    }
    Ok(Timeline { entries })
}

/// What this entry changed of the revision before.
fn changes(cx: &Reading, all: &[Entry], entry: &Entry) -> Result<Vec<FieldChange>> {
    if entry.rev < 2 || !matches!(entry.kind.as_str(), "section" | "record") {
        return Ok(vec![]);
    }
    let is_before = |old: &&Entry| old.kind == entry.kind && old.subject == entry.subject && old.rev == entry.rev - 1;
    let before = all.iter().find(is_before).map(|old| cx.db.words(old.seq)).transpose()?.flatten();
    let (Some(before), Some(now)) = (before, cx.db.words(entry.seq)?) else { return Ok(vec![]) };
    let read = |text: &str| serde_json::from_str::<Value>(text).unwrap_or_default();
    let (before, now) = (read(&before), read(&now));
    let kind = now["kind"].as_str().unwrap_or_default();
    let mut out = differ(kind, &before["body"], &now["body"]);
    out.extend(differ("extra", &before["extra"], &now["extra"]));
    Ok(out)
}

/// The fields in which two bodies differ; one that is not there says nothing.
fn differ(of: &str, before: &Value, now: &Value) -> Vec<FieldChange> {
    let names = |body: &Value| body.as_object().into_iter().flatten().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    let names: BTreeSet<String> = names(before).into_iter().chain(names(now)).collect();
    let changed = names.into_iter().filter(|name| before[name] != now[name]);
    changed
        .map(|name| FieldChange { was: before[&name].clone(), now: now[&name].clone(), field: format!("{of}.{name}") })
        .collect()
}
