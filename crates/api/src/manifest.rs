//! Which rows a signature or a form is about, in the revision that stands now (model § 9).

use crate::open::Open;
use kesu_domain::case::TaskKey;
use kesu_domain::derive;
use kesu_domain::manifest::{Manifest, ManifestRow};
use kesu_domain::path::Target;
use kesu_domain::procedure::Task;
use kesu_domain::section::{Kind, Nature};

/// The rows of these targets that count now.
pub(crate) fn rows(open: &Open, targets: &[Target]) -> Vec<ManifestRow> {
    let mut out: Vec<ManifestRow> = vec![];
    for target in targets {
        match target {
            Target::Section(kind) => {
                if let Some(row) = open.case().section(*kind) {
                    out.extend(section_row(open, *kind, &row.slot, row.round));
                }
            }
            Target::Record(kind) => {
                let ids = open.case().records_of(*kind).filter_map(|row| row.id);
                out.extend(ids.filter_map(|id| {
                    let stand = open.file.record(id)?;
                    let (rev, digest) = (stand.rev.0, stand.digest.to_string());
                    Some(ManifestRow { kind: kind.name().into(), slot: id.to_string(), round: 0, rev, digest })
                }));
            }
        }
    }
    out.sort();
    out.dedup();
    out
}

/// What signing this task row is about: what the procedure says that it covers, and what the signer says by it.
pub(crate) fn rows_of_task(open: &Open, task: &Task, key: &TaskKey) -> Vec<ManifestRow> {
    let mut out = rows(open, task.covers());
    for target in &task.fills {
        match target {
            Target::Section(kind) if kind.nature() == Nature::Decision => {
                out.extend(section_row(open, *kind, &key.decision_slot(), key.round));
            }
            Target::Section(_) | Target::Record(_) => out.extend(rows(open, &[*target])),
        }
    }
    out.sort();
    out.dedup();
    out
}

/// A manifest over these rows, on this form (empty: on the screen), with the journal at `head`.
pub(crate) fn manifest(
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
        rows,
        files: derive::files(open.case()).into_iter().collect(),
        head: head.to_owned(),
    }
}

fn section_row(open: &Open, kind: Kind, slot: &str, round: u32) -> Option<ManifestRow> {
    let stand = open.file.section(kind, slot, round)?;
    let (rev, digest) = (stand.rev.0, stand.digest.to_string());
    Some(ManifestRow { kind: kind.name().into(), slot: slot.to_owned(), round, rev, digest })
}
