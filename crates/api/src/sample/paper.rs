//! The same steps on paper: through the engine, and into no folder. A case is rehearsed so, to learn how long it takes;
//! and a short one is made so, and written down when it is over.

use super::house::House;
use super::walk::{Act, Does, Run};
use crate::error::{ApiError, Result};
use kesu_domain::case::{Case, Head, RecordRow, SectionRow, TaskKey};
use kesu_domain::engine::{self, Doing, Moment, Step};
use kesu_domain::record::RecordState;
use kesu_domain::section::{Complaint, Nature};
use kesu_domain::time::Stamp;

/// A case that was just taken in; its first task is not done.
pub(super) fn begin(house: &House, procedure: usize, complaint: &Complaint, at: Stamp) -> Case {
    let (id, p) = &house.procedures[procedure];
    let received = complaint.received_at.unwrap_or(at);
    let head = Head::new(String::new(), house.plant, *id, received, at);
    let mut case = engine::begin(p, head, &Moment { now: at, calendar: &house.calendar });
    let section = complaint.clone().into();
    case.sections.push(SectionRow {
        id: None,
        slot: String::new(),
        round: 1,
        section,
        extra: Default::default(),
        gone: Default::default(),
    });
    case
}

/// Goes the whole way, as far as `until`. Returns the case and when it came to rest.
pub(super) fn rehearse(house: &House, run: &mut Run, until: Stamp) -> Result<(Case, Stamp)> {
    let mut case: Option<Case> = None;
    let mut last = until;
    loop {
        while let Some(act) = run.acts.pop_front() {
            last = act.at;
            case = Some(apply(house, run.procedure, case, act)?);
        }
        let Some(so_far) = &case else { return Err(ApiError::internal("a case without a registration")) };
        if !run.plan(house, so_far, last, until)? {
            return case.map(|case| (case, last)).ok_or_else(|| ApiError::internal("no case"));
        }
    }
}

fn apply(house: &House, procedure: usize, case: Option<Case>, act: Act) -> Result<Case> {
    let p = &house.procedures[procedure].1;
    let standing = house.people[act.who].seat.at(house.plant, &p.number);
    let at = Moment { now: act.at, calendar: &house.calendar };
    let done = |case: &Case, key: &TaskKey, step, reason: &str, signed| {
        let doing = Doing { step, hand: None, signed, reason };
        engine::advance(p, case, &standing.actor(), key, &doing, &at)
    };
    let Some(mut case) = case else {
        let Does::Register { complaint, .. } = act.does else {
            return Err(ApiError::internal("a case begins with its registration"));
        };
        let mut case = begin(house, procedure, &complaint, act.at);
        case.head.participants.push(house.people[act.who].seat.account);
        let first = case.tasks.first().map(kesu_domain::case::TaskRow::key);
        let settled = first.and_then(|key| done(&case, &key, Step::Done, "", false).ok());
        return Ok(settled.unwrap_or(case));
    };
    match act.does {
        Does::Register { .. } => {}
        Does::Section { key, mut section, extra, .. } => {
            let gone = section.number_lines(None);
            let (slot, round) = match section.kind().nature() {
                Nature::Work => (String::new(), case.head.round),
                Nature::Decision => (key.decision_slot(), key.round),
            };
            let kind = section.kind();
            let same = |row: &SectionRow| row.section.kind() == kind && row.slot == slot && row.round == round;
            case.sections.retain(|row| !same(row));
            case.sections.push(SectionRow { id: None, slot, round, section: *section, extra, gone });
        }
        Does::Record { key, mut record, extra, .. } => {
            let gone = record.number_lines(None);
            let kind = record.kind();
            let begun = p.task(&key.task).and_then(|task| case.record_of(task, &key, kind));
            let of = begun.and_then(|row| row.of.clone()).unwrap_or(key);
            case.records.retain(|row| !(row.record.kind() == kind && row.of.as_ref() == Some(&of)));
            let state = RecordState::Done;
            case.records.push(RecordRow { id: None, number: None, of: Some(of), state, record: *record, extra, gone });
        }
        Does::Task { key, step, reason } => return Ok(done(&case, &key, step, reason, false)?),
        Does::Sign { key } => return Ok(done(&case, &key, Step::Done, "", true)?),
    }
    Ok(case)
}
