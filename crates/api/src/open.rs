//! An open case, as handlers have it: the file as this person may see it, its procedure and its calendar.

use crate::door::{Reading, Writing};
use crate::error::{ApiError, Field, Result};
use crate::seat::Standing;
use kesu_domain::case::Case;
use kesu_domain::engine::{Moment, may_work};
use kesu_domain::id::{CaseId, PlantId, ProcedureId};
use kesu_domain::master::{Plant, ProcedureState, ProcedureText};
use kesu_domain::procedure::Proven;
use kesu_domain::time::{Calendar, Date};
use kesu_store::case::Loaded;
use kesu_store::record::Kept;
use std::collections::BTreeMap;
use std::sync::Arc;

/// An open case.
pub(crate) struct Open {
    pub(crate) procedure: Arc<Proven>,
    pub(crate) calendar: Arc<Calendar>,
    pub(crate) file: Loaded,
}

/// A version of a procedure, without its text.
#[derive(Debug)]
struct Version {
    id: ProcedureId,
    number: String,
    state: ProcedureState,
    was_issued: bool,
    is_dropped: bool,
    effective: Option<Date>,
}

impl Open {
    /// The case itself.
    pub(crate) fn case(&self) -> &Case {
        &self.file.case
    }
}

impl<'a> Reading<'a> {
    /// Opens a case; what this person may not see is not found.
    pub(crate) fn open(&self, id: CaseId) -> Result<Open> {
        let file = self.db.case(id)?;
        let procedure = self.db.procedure(file.case.head.procedure)?;
        let calendar = self.db.calendar(file.case.head.plant)?;
        Ok(Open { procedure, calendar, file })
    }

    /// Now, on that calendar.
    pub(crate) fn moment<'c>(&self, calendar: &'c Calendar) -> Moment<'c> {
        Moment { now: self.db.now, calendar }
    }

    /// What entitles this person in the case.
    pub(crate) fn standing(&self, open: &Open) -> Standing {
        self.seat.at(open.case().head.plant, &open.procedure.number)
    }

    /// Some procedure knows this role. A draft that can run is asked too: who is to put it in force holds a role of it. One
    /// that is broken knows nobody.
    pub(crate) fn has_role(&self, role: &str) -> Result<bool> {
        let of = |kept: &Version| match self.db.procedure(kept.id) {
            Err(error) if kept.was_issued => Err(error),
            Err(_) => Ok(false),
            Ok(p) => Ok(p.roles.iter().any(|known| known.id.as_str() == role)),
        };
        for kept in self.versions()?.iter().filter(|kept| !kept.is_dropped) {
            if of(kept)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The versions of procedures that the folder keeps, without their texts.
    fn versions(&self) -> Result<Arc<Vec<Version>>> {
        let read = || -> Result<Vec<Version>> {
            let all = self.db.list::<ProcedureText>(&[])?.into_iter();
            let heads = all.map(|Kept { id, body, .. }| Version {
                id,
                was_issued: body.was_issued(),
                is_dropped: body.is_dropped(),
                number: body.number,
                state: body.state,
                effective: body.effective,
            });
            Ok(heads.collect())
        };
        self.db.remembered(0, |_| true, read)
    }

    /// Of each number the version that is in force today: the one that took effect last; of the same day the one that was
    /// made last.
    pub(crate) fn in_force(&self) -> Result<BTreeMap<String, ProcedureId>> {
        let today = self.db.now.day(chrono_tz::Asia::Shanghai);
        let in_force =
            |kept: &&Version| kept.state == ProcedureState::Issued && kept.effective.is_none_or(|from| from <= today);
        let versions = self.versions()?;
        let mut all: Vec<_> = versions.iter().filter(in_force).collect();
        all.sort_by_key(|kept| (kept.effective, kept.id));
        Ok(all.into_iter().map(|kept| (kept.number.clone(), kept.id)).collect())
    }

    /// The procedure under which a new case runs: the version of that number in force, or of the only number.
    pub(crate) fn procedure_in_force(&self, number: Option<&str>) -> Result<(ProcedureId, Arc<Proven>)> {
        let all = self.in_force()?;
        let found = match number {
            Some(number) => all.get(number),
            None if all.len() > 1 => return Err(ApiError::Invalid { fields: vec![Field::missing("procedure")] }),
            None => all.values().next(),
        };
        let id = *found.ok_or_else(|| ApiError::not_found(format!("procedure {}", number.unwrap_or("in force"))))?;
        Ok((id, self.db.procedure(id)?))
    }

    /// The version of that number in force; where there is none, the one that was last.
    pub(crate) fn procedure_that_held(&self, number: &str) -> Result<Arc<Proven>> {
        let id = self.that_held(number)?.ok_or_else(|| ApiError::invalid("procedure", "unknown", number))?;
        Ok(self.db.procedure(id)?)
    }

    /// The same; none where no version of that number was ever issued.
    pub(crate) fn that_held(&self, number: &str) -> Result<Option<ProcedureId>> {
        let (number, versions) = (number.trim(), self.versions()?);
        let last = || versions.iter().rfind(|kept| kept.was_issued && kept.number == number).map(|kept| kept.id);
        Ok(self.in_force()?.remove(number).or_else(last))
    }

    /// The plant that was named, or that of this person's first post.
    pub(crate) fn plant(&self, named: Option<PlantId>) -> Result<Kept<Plant>> {
        let plant = named.or_else(|| self.seat.posts.first().map(|post| post.plant));
        let plant = plant.ok_or_else(|| ApiError::Invalid { fields: vec![Field::missing("plant")] })?;
        Ok(self.db.get::<Plant>(plant)?)
    }
}

impl Writing<'_, '_> {
    /// Opens a case; what this person may not see is not found.
    pub(crate) fn open(&self, id: CaseId) -> Result<Open> {
        self.reading().open(id)
    }

    /// This person holds a post of the procedure at that plant, and the case is not archived.
    pub(crate) fn working(&self, open: &Open) -> Result<()> {
        let blocked = may_work(&open.procedure, open.case(), &self.reading().standing(open).actor());
        if blocked.is_empty() { Ok(()) } else { Err(blocked.into()) }
    }

    /// Saves what came out. Rows that are as they were write nothing.
    pub(crate) fn save(&mut self, open: &Open, after: &Case) -> Result<Loaded> {
        Ok(self.db.save_case(&open.file, after, &open.procedure, &open.calendar)?)
    }

    /// The reason of this command, which somebody has to say.
    pub(crate) fn because(&mut self, reason: &str) -> Result<()> {
        if reason.trim().is_empty() {
            return Err(kesu_domain::engine::Blocked::NeedsReason.into());
        }
        self.db.because(reason);
        Ok(())
    }
}
