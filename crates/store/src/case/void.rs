//! Which signatures are void: computed each time, never stored (model §§ 9, 10).
//!
//! The rule: a signature holds while each row that its manifest names still has the digest that it names, and while its
//! manifest names each row that its task covers: what is added to the covered is signed by nobody. Of a section that is
//! carried from round to round, the row that counts now must be the named one: who writes it anew in a later round has
//! rewritten what was signed just as who writes over it. A decision is held against its own row, a record against the row
//! of its id. The engine leaves out what was set aside. Words that an erasure took out void nothing: revisions that an
//! erasing command wrote are looked through to the one before.

use super::{Loaded, Stand};
use crate::error::Result;
use crate::journal::{Event, Hash};
use crate::schema::Table;
use kesu_domain::case::{Body, Case, TaskKey};
use kesu_domain::id::RecordId;
use kesu_domain::manifest::{Manifest, ManifestRow, covered};
use kesu_domain::procedure::Procedure;
use kesu_domain::record::RecordKind;
use kesu_domain::section::{Kind, Nature};
use rusqlite::{Connection, OptionalExtension, params};

/// The task rows whose latest signature is void. It does not matter whether it was given by account or on paper.
pub(super) fn voided(db: &Connection, loaded: &Loaded, p: &Procedure) -> Result<Vec<TaskKey>> {
    let (mut seen, mut void): (Vec<TaskKey>, Vec<TaskKey>) = (vec![], vec![]);
    for signature in loaded.signatures.iter().rev().map(|kept| &kept.body) {
        let key = TaskKey { task: signature.task.clone(), slot: signature.slot.clone(), round: signature.round };
        if seen.contains(&key) {
            continue;
        }
        seen.push(key.clone());
        // A text that is no manifest, or one for another task row, names nothing that still holds.
        let signed = Manifest::read(&signature.manifest).filter(|signed| signed.task == key);
        let mut holds = signed.as_ref().is_some_and(|signed| names_all(p, &loaded.case, signed));
        for row in signed.iter().flat_map(|signed| &signed.rows) {
            holds &= row_holds(db, loaded, row)?;
        }
        if !holds {
            void.push(key);
        }
    }
    void.reverse();
    Ok(void)
}

/// It names each row that its task covers now.
fn names_all(p: &Procedure, case: &Case, signed: &Manifest) -> bool {
    let targets = p.task(&signed.task.task).map(|task| task.covers()).unwrap_or_default();
    covered(case, targets).into_iter().all(|body| {
        signed.rows.iter().any(|named| match body {
            // Of work the newest round is held against the named one: below.
            Body::Section(row) => {
                let is_same = named.kind == row.section.kind().name() && named.slot == row.slot;
                is_same && (row.section.kind().nature() == Nature::Work || named.round == row.round)
            }
            Body::Record(row) => {
                let named_id = named.slot.parse().ok().map(RecordId);
                named.kind == row.record.kind().name() && named_id == row.id
            }
        })
    })
}

fn row_holds(db: &Connection, loaded: &Loaded, row: &ManifestRow) -> Result<bool> {
    let (table, now) = match (Kind::named(&row.kind), RecordKind::named(&row.kind)) {
        (Some(kind), _) => (
            Table::Section,
            match kind.nature() {
                Nature::Work => loaded.newest(kind),
                Nature::Decision => loaded.section(kind, &row.slot, row.round),
            },
        ),
        (None, Some(_)) => (Table::Record, row.slot.parse().ok().and_then(|id| loaded.record(RecordId(id)))),
        (None, None) => return Ok(false),
    };
    let (Some(now), Ok(signed)) = (now, row.digest.parse::<Hash>()) else { return Ok(false) };
    Ok(now.digest == signed || before_erasure(db, table, now)? == Some(signed))
}

/// The digest of the last revision that no erasing command wrote; `None` when the present one is such a revision.
fn before_erasure(db: &Connection, table: Table, now: Stand) -> Result<Option<Hash>> {
    let sql = "SELECT j.digest, EXISTS (SELECT 1 FROM journal e WHERE e.kind = ?4 AND e.tx = j.tx) FROM journal j
               WHERE j.kind = ?1 AND j.subject = ?2 AND j.rev = ?3";
    let mut query = db.prepare_cached(sql)?;
    let (mut rev, mut looked_through) = (now.rev.0, false);
    while rev > 0 {
        let found: Option<([u8; 32], bool)> = query
            .query_row(params![table.name(), now.id, rev, Event::Erasure.name()], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        match found {
            Some((_, true)) => looked_through = true,
            Some((digest, false)) => return Ok(looked_through.then_some(Hash(digest))),
            None => return Ok(None),
        }
        rev -= 1;
    }
    Ok(None)
}
