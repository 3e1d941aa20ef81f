//! Which rows a signature or a form is about, in the revision that stands now (model § 9).

use crate::open::Open;
use kesu_domain::case::{Body, Case, TaskKey};
use kesu_domain::derive;
use kesu_domain::manifest::{Manifest, ManifestRow, covered};
use kesu_domain::path::Target;
use kesu_domain::procedure::{Task, TaskId};
use kesu_domain::section::{Kind, Nature};
use std::borrow::Cow;

/// The rows of these targets that count now.
pub(crate) fn rows(open: &Open, targets: &[Target]) -> Vec<ManifestRow> {
    rows_in(open, open.case(), targets)
}

/// The same, in a case that may be the one of an earlier round.
fn rows_in(open: &Open, case: &Case, targets: &[Target]) -> Vec<ManifestRow> {
    let mut out: Vec<ManifestRow> = covered(case, targets).into_iter().filter_map(|body| row_of(open, body)).collect();
    out.sort();
    out.dedup();
    out
}

/// The rows that signing this task row covers, beside what the signer says by it. What is made up of an earlier round is
/// about what stood there then.
pub(crate) fn rows_covered(open: &Open, task: &Task, key: &TaskKey) -> Vec<ManifestRow> {
    rows_in(open, &about(open, key), task.covers())
}

/// What signing this task row is about: what the procedure says that it covers, and what the signer says by it.
pub(crate) fn rows_of_task(open: &Open, task: &Task, key: &TaskKey) -> Vec<ManifestRow> {
    let case = about(open, key);
    let mut out = rows_in(open, &case, task.covers());
    for target in &task.fills {
        match target {
            Target::Section(kind) if kind.nature() == Nature::Decision => {
                out.extend(section_row(open, *kind, &key.decision_slot(), key.round));
            }
            Target::Section(_) | Target::Record(_) => out.extend(rows_in(open, &case, &[*target])),
        }
    }
    out.sort();
    out.dedup();
    out
}

fn about<'a>(open: &'a Open, key: &TaskKey) -> Cow<'a, Case> {
    open.case().task(key).map_or(Cow::Borrowed(open.case()), |row| open.case().behind(row))
}

/// A manifest over these rows, of this task row, with the journal at `head`. Signed on the screen it stands on no form.
pub(crate) fn of_task(folder: &str, open: &Open, key: &TaskKey, rows: Vec<ManifestRow>, head: &str) -> Manifest {
    Manifest { task: key.clone(), ..of_form(folder, open, ("", "", ""), rows, head) }
}

/// A manifest over these rows, on this form: number, version and language. It names the round in which it is printed, so
/// that a paper of an earlier round is known for one.
pub(crate) fn of_form(
    folder: &str,
    open: &Open,
    on: (&str, &str, &str),
    rows: Vec<ManifestRow>,
    head: &str,
) -> Manifest {
    let (form, version, language) = on;
    Manifest {
        folder: folder.to_owned(),
        case: open.case().head.number.clone(),
        form: form.to_owned(),
        version: version.to_owned(),
        language: language.to_owned(),
        procedure: format!("{} {}", open.procedure.number, open.procedure.version),
        task: TaskKey { task: TaskId::default(), slot: String::new(), round: open.case().head.round },
        issue: None,
        rows,
        files: derive::files(open.case()).into_iter().collect(),
        head: head.to_owned(),
    }
}

fn row_of(open: &Open, body: Body) -> Option<ManifestRow> {
    match body {
        Body::Section(row) => section_row(open, row.section.kind(), &row.slot, row.round),
        Body::Record(row) => {
            let id = row.id?;
            let stand = open.file.record(id)?;
            let (rev, digest) = (stand.rev.0, stand.digest.to_string());
            Some(ManifestRow { kind: row.record.kind().name().into(), slot: id.to_string(), round: 0, rev, digest })
        }
    }
}

fn section_row(open: &Open, kind: Kind, slot: &str, round: u32) -> Option<ManifestRow> {
    let stand = open.file.section(kind, slot, round)?;
    let (rev, digest) = (stand.rev.0, stand.digest.to_string());
    Some(ManifestRow { kind: kind.name().into(), slot: slot.to_owned(), round, rev, digest })
}
