//! A desk for stories: a case, the people around it, and short words for what they do.

use kesu_domain::case::{Case, Head, RecordRow, SectionRow, TaskKey, TaskState};
use kesu_domain::engine::{Actor, Blocked, Doing, Moment, Step, advance, begin, blockers};
use kesu_domain::id::{AccountId, DepartmentId, PlantId, ProcedureId};
use kesu_domain::people::{Post, Who};
use kesu_domain::procedure::{Proven, Task, TaskId, load};
use kesu_domain::record::{Record, RecordState};
use kesu_domain::section::{Nature, Section};
use kesu_domain::time::{Calendar, Stamp};
use serde_json::{Value, json};

pub(crate) struct Desk {
    pub(crate) procedure: Proven,
    pub(crate) case: Case,
    pub(crate) calendar: Calendar,
    pub(crate) now: Stamp,
}

/// The people of the stories: account, role, department.
pub(crate) const PEOPLE: &[(&str, i64, i64)] =
    &[("sales", 1, 1), ("qe", 2, 2), ("dept", 3, 3), ("plant", 4, 4), ("gm", 5, 5)];

pub(crate) fn account(name: &str) -> AccountId {
    AccountId(PEOPLE.iter().find(|(n, ..)| *n == name).expect("a person of the story").1)
}

pub(crate) fn post(name: &str) -> Post {
    let (role, account, department) = PEOPLE.iter().find(|(n, ..)| *n == name).expect("a person of the story");
    Post {
        account: AccountId(*account),
        role: (*role).into(),
        procedure: None,
        plant: PlantId(1),
        department: Some(DepartmentId(*department)),
        from: None,
        until: None,
        deputy_for: None,
    }
}

impl Desk {
    pub(crate) fn open(text: &str, calendar: Calendar) -> Desk {
        let procedure = load(text).expect("the procedure is proved");
        let now: Stamp = "2026-11-24T01:00:00.000Z".parse().expect("a stamp");
        let head = Head::new("KS-2026-0001".into(), PlantId(1), ProcedureId(1), now, now);
        let case = begin(&procedure, head, &Moment { now, calendar: &calendar });
        Desk { procedure, case, calendar, now }
    }

    pub(crate) fn stage(&self) -> &str {
        self.case.head.stage.as_str()
    }

    pub(crate) fn key(&self, task: &str, slot: &str) -> TaskKey {
        let id = TaskId::from(task);
        let round = self.case.rows(&id).next().map_or(0, |row| row.round);
        TaskKey { task: id, slot: slot.into(), round }
    }

    /// Writes into whatever the task fills: `{"validity": {…}, "level": {…}}`.
    pub(crate) fn fill(&mut self, task: &str, slot: &str, bodies: &Value) {
        let task = self.procedure.task(&task.into()).expect("a task of the procedure").clone();
        self.fill_at(&self.key(task.id.as_str(), slot), &task, bodies);
    }

    /// The same for the row of this key. A task that goes on with the record of another one writes into that.
    pub(crate) fn fill_at(&mut self, key: &TaskKey, task: &Task, bodies: &Value) {
        for (kind, body) in bodies.as_object().expect("an object") {
            let tagged = json!({ "kind": kind, "body": body });
            if let Ok(section) = serde_json::from_value::<Section>(tagged.clone()) {
                let decision = section.kind().nature() == Nature::Decision;
                let (slot, round) =
                    if decision { (key.decision_slot(), key.round) } else { (String::new(), self.case.head.round) };
                self.case
                    .sections
                    .retain(|row| !(row.section.kind() == section.kind() && row.slot == slot && row.round == round));
                self.case.sections.push(SectionRow {
                    id: None,
                    slot,
                    round,
                    section,
                    extra: Default::default(),
                    gone: Default::default(),
                });
            } else {
                let record: Record = serde_json::from_value(tagged).expect("a section or a record");
                let is_kind = |row: &RecordRow| row.record.kind() == record.kind();
                let goes_on = |row: &&mut RecordRow| {
                    let of = row.of.as_ref().filter(|of| of.round <= key.round);
                    is_kind(row) && task.of.is_some() && of.map(|of| &of.task) == task.of.as_ref()
                };
                if let Some(row) = self.case.records.iter_mut().rfind(goes_on) {
                    row.record = record;
                    continue;
                }
                self.case.records.retain(|row| !(is_kind(row) && row.of.as_ref() == Some(key)));
                self.case.records.push(RecordRow {
                    id: None,
                    number: None,
                    of: Some(key.clone()),
                    state: RecordState::Done,
                    record,
                    extra: Default::default(),
                    gone: Default::default(),
                });
            }
        }
    }

    pub(crate) fn blocked(&self, who: &str, task: &str, slot: &str) -> Vec<Blocked> {
        let (person, posts) = (Who::Account(account(who)), [post(who)]);
        blockers(
            &self.procedure,
            &self.case,
            &Actor { who: &person, posts: &posts, heads: &[], recorded_by: None },
            &self.key(task, slot),
        )
    }

    pub(crate) fn step(
        &mut self,
        who: &str,
        task: &str,
        slot: &str,
        step: Step,
        reason: &str,
    ) -> Result<(), Vec<Blocked>> {
        let (person, posts) = (Who::Account(account(who)), [post(who)]);
        let actor = Actor { who: &person, posts: &posts, heads: &[], recorded_by: None };
        let doing = Doing { step, hand: None, signed: true, reason };
        let at = Moment { now: self.now, calendar: &self.calendar };
        self.case = advance(&self.procedure, &self.case, &actor, &self.key(task, slot), &doing, &at)?;
        Ok(())
    }

    /// Fills and does it.
    pub(crate) fn does(&mut self, who: &str, task: &str, slot: &str, bodies: Value) {
        self.fill(task, slot, &bodies);
        let done = self.step(who, task, slot, Step::Done, "");
        assert_eq!(done, Ok(()), "{who} does {task} {slot} in {}", self.stage());
    }

    /// Open rows as `task` or `task/slot`, in their order.
    pub(crate) fn open_rows(&self) -> Vec<String> {
        let open = self.case.tasks.iter().filter(|row| row.state == TaskState::Open);
        open.map(|row| if row.slot.is_empty() { row.task.to_string() } else { format!("{}/{}", row.task, row.slot) })
            .collect()
    }

    pub(crate) fn at(&self, stage: &str) -> bool {
        self.case.head.stage == stage
    }
}

/// The published calendar, in the plant's zone.
pub(crate) fn calendar() -> Calendar {
    Calendar::new(chrono_tz::Asia::Shanghai, &[])
}
