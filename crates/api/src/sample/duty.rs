//! Duties of the sample: each was done in its time, but for the newest of each that is over.

use super::house::House;
use crate::app::App;
use crate::error::{ApiError, Result};
use kesu_domain::duty::{DutyState, Owed, owed};
use kesu_domain::engine::Moment;
use kesu_domain::house::HouseRecord;
use kesu_domain::id::AccountId;
use kesu_domain::people::Who;
use kesu_domain::procedure::{By, Duty, Proven};
use kesu_domain::record::{DutyDone, Record, RecordState};
use kesu_domain::text;
use kesu_domain::time::{Date, Stamp};
use std::collections::BTreeSet;

/// Writes what was done since the sample began.
pub(super) fn keep(app: &App, house: &House, begun: Stamp, now: Stamp) -> Result<()> {
    let since = begun.day(house.calendar.zone());
    let at = Moment { now, calendar: &house.calendar };
    app.folder.write(app.command(Some(house.account("qe")), "sample", now, None), |db| {
        for (_, p) in &house.procedures {
            for duty in &p.duties {
                let Some(by) = holder(house, p, duty) else { continue };
                let over = |one: &Owed| one.state == DutyState::Overdue;
                let mut late: Vec<Owed> = owed(duty, since, &BTreeSet::new(), &at).into_iter().filter(over).collect();
                late.pop();
                for one in late {
                    db.add(&done(house, p, duty, one.period, one.due_on, by))?;
                }
            }
        }
        Ok::<_, ApiError>(())
    })
}

fn done(house: &House, p: &Proven, duty: &Duty, period: String, on: Date, by: AccountId) -> HouseRecord {
    let record = Record::DutyDone(DutyDone {
        procedure: p.number.clone(),
        duty: duty.id.to_string(),
        period,
        done_on: Some(on),
        by: Some(Who::Account(by)),
        text: text::House("按期完成，资料已存档".into()),
        ..DutyDone::default()
    });
    HouseRecord { case: None, plant: Some(house.plant), follows: None, state: RecordState::Done, record }
}

/// Somebody who may do it.
fn holder(house: &House, p: &Proven, duty: &Duty) -> Option<AccountId> {
    let mut people = house.people.iter();
    let worker = people.find(|worker| {
        let standing = worker.seat.at(house.plant, &p.number);
        let holds =
            |by: &By| matches!(by, By::Role(role) if standing.actor().posts.iter().any(|post| post.role == *role));
        duty.by.iter().any(holds)
    });
    worker.map(|worker| worker.seat.account)
}
