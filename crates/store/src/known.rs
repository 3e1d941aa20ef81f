//! What rules need of master data: procedures that were proved, calendars of plants, who holds a role.

use crate::door::Read;
use crate::error::{Error, Result};
use crate::folder::unpoisoned;
use crate::memo::Memo;
use chrono_tz::Tz;
use kesu_domain::id::{AccountId, PlantId, ProcedureId};
use kesu_domain::master::{Plant, ProcedureText};
use kesu_domain::people::Post;
use kesu_domain::procedure::{Proven, RoleId, load};
use kesu_domain::time::{Calendar, CalendarYear, Date};
use rusqlite::OptionalExtension;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

/// Zones in which the published Chinese calendar holds; plants elsewhere enter their own years.
const CHINA: &[Tz] = &[Tz::Asia__Shanghai, Tz::Asia__Urumqi, Tz::Asia__Chongqing, Tz::Asia__Harbin, Tz::PRC];

/// What is known of master data, so that it need not be read again.
#[derive(Default)]
pub(crate) struct Known {
    /// By id and revision: the proof takes far longer than everything else that a command does.
    procedures: Mutex<BTreeMap<ProcedureId, (i64, Arc<Proven>)>>,
    pub(crate) memo: Memo,
}

impl Read<'_> {
    /// A version of a procedure, proved.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Faulty`] for a draft that cannot run.
    pub fn procedure(&self, id: ProcedureId) -> Result<Arc<Proven>> {
        let mut query = self.db.prepare_cached("SELECT rev FROM procedure WHERE id = ?1")?;
        let rev: Option<i64> = query.query_row([id.0], |row| row.get(0)).optional()?;
        let rev = rev.ok_or_else(|| Error::NotFound(format!("procedure {id}")))?;
        if let Some((_, known)) = unpoisoned(&self.known.procedures).get(&id).filter(|(known, _)| *known == rev) {
            return Ok(Arc::clone(known));
        }
        let ProcedureText { number, version, text, .. } = self.get::<ProcedureText>(id)?.body;
        let proven = load(&text).map_err(|faults| Error::Faulty { number: format!("{number} {version}"), faults })?;
        let proven = Arc::new(proven);
        unpoisoned(&self.known.procedures).insert(id, (rev, Arc::clone(&proven)));
        Ok(proven)
    }

    /// The working calendar of a plant, in its zone.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Zone`].
    pub fn calendar(&self, plant: PlantId) -> Result<Arc<Calendar>> {
        self.remembered(
            plant.0,
            |_| true,
            || {
                let name = self.get::<Plant>(plant)?.body.zone;
                let zone = name.parse().map_err(|_| Error::Zone(name))?;
                let years: Vec<CalendarYear> =
                    self.list::<CalendarYear>(&[("plant", &plant.0)])?.into_iter().map(|kept| kept.body).collect();
                Ok(if CHINA.contains(&zone) {
                    Calendar::new(zone, &years)
                } else {
                    Calendar::without_public(zone, &years)
                })
            },
        )
    }

    /// The zone of a plant.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Zone`].
    pub fn zone(&self, plant: PlantId) -> Result<Tz> {
        Ok(self.calendar(plant)?.zone())
    }

    /// Who holds this role on this day, at this plant, in this procedure.
    ///
    /// # Errors
    /// SQLite, or [`Error::Body`].
    pub fn holders(&self, role: &RoleId, plant: PlantId, procedure: &str, day: Date) -> Result<Vec<AccountId>> {
        let posts = self.list::<Post>(&[("role", &role.as_str()), ("plant", &plant.0)])?;
        let hold = posts.into_iter().filter(|post| post.body.holds(day, plant, procedure));
        let accounts: BTreeSet<AccountId> = hold.map(|post| post.body.account).collect();
        Ok(accounts.into_iter().collect())
    }
}
