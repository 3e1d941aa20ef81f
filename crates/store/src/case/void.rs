//! Which signatures are void: computed each time, never stored (model §§ 9, 10).
//!
//! The rule: a signature holds while each row that its manifest names still has the digest that it names. Of a section that
//! is carried from round to round, the row that counts now must be the named one: who writes it anew in a later round has
//! rewritten what was signed just as who writes over it. A decision is held against its own row, a record against the row
//! of its id. The engine leaves out what was set aside. Words that an erasure took out void nothing: revisions that an
//! erasing command wrote are looked through to the one before.

use super::{Loaded, Stand};
use crate::error::Result;
use crate::journal::{Event, Hash};
use crate::schema::Table;
use kesu_domain::case::TaskKey;
use kesu_domain::id::RecordId;
use kesu_domain::manifest::{Manifest, ManifestRow};
use kesu_domain::record::RecordKind;
use kesu_domain::section::{Kind, Nature};
use rusqlite::{Connection, OptionalExtension, params};

/// The task rows whose latest signature is void. It does not matter whether it was given by account or on paper.
pub(super) fn voided(db: &Connection, loaded: &Loaded) -> Result<Vec<TaskKey>> {
    let (mut seen, mut void): (Vec<TaskKey>, Vec<TaskKey>) = (vec![], vec![]);
    for signature in loaded.signatures.iter().rev().map(|kept| &kept.body) {
        let key = TaskKey { task: signature.task.clone(), slot: signature.slot.clone(), round: signature.round };
        if seen.contains(&key) {
            continue;
        }
        seen.push(key.clone());
        // A text that is no manifest names nothing that still holds.
        let rows = Manifest::read(&signature.manifest).map(|manifest| manifest.rows);
        let mut holds = rows.is_some();
        for row in rows.iter().flatten() {
            holds &= row_holds(db, loaded, row)?;
        }
        if !holds {
            void.push(key);
        }
    }
    void.reverse();
    Ok(void)
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
