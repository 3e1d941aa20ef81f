//! The day of one person (T-3): what time asks of them, and their deadlines for the calendar on their phone.

use super::board::{day_end, today};
use super::register::{InboxTask, PressedTask, limit};
use crate::door::Reading;
use crate::error::Result;
use crate::ical::{Event, calendar};
use kesu_domain::derive::Press;
use kesu_domain::master::Account;
use kesu_domain::time::{Date, Stamp};
use kesu_domain::words;
use kesu_store::derived::Between;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How much of it.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct GetDigest {
    /// Tasks in each part at most, 1 to 500; 50 when left out. Counts are whole.
    limit: Option<u32>,
}

/// The day of one person.
#[derive(Debug, Serialize, TS)]
pub struct Digest {
    /// Today, at the plant.
    day: Date,
    at: Stamp,
    /// What fell due yesterday and is still open.
    yesterday: DigestPart,
    /// What falls due today, from now on.
    today: DigestPart,
    /// What falls due in the three days after today.
    soon: DigestPart,
    /// All that is overdue.
    overdue: DigestPart,
    /// 催办: late tasks of others that are told to a role of this person, the newest first.
    pressed: Vec<PressedTask>,
}

/// Tasks of this person, the one that falls due first on top.
#[derive(Debug, Serialize, TS)]
pub struct DigestPart {
    /// How many there are in all.
    count: u64,
    tasks: Vec<InboxTask>,
}

/// Reads the day.
pub(crate) fn digest(cx: &Reading, request: GetDigest) -> Result<Digest> {
    let limit = limit(request.limit.unwrap_or(50))?;
    let part = |from: Option<Stamp>, until: Stamp| -> Result<DigestPart> {
        let between = Between { from, until };
        let tasks = cx.db.inbox_due(between, limit)?;
        let full = tasks.len() == limit as usize;
        let count = if full { cx.db.inbox_due_count(between)? } else { tasks.len() as u64 };
        Ok(DigestPart { count, tasks: tasks.into_iter().map(InboxTask::from).collect() })
    };
    let (now, ends) = (cx.now(), |days| day_end(cx, None, days));
    Ok(Digest {
        day: today(cx, None)?.0,
        at: now,
        yesterday: part(Some(ends(-2)?), ends(-1)?.min(now))?,
        today: part(Some(now), ends(0)?)?,
        soon: part(Some(ends(0)?), ends(3)?)?,
        overdue: part(None, now)?,
        pressed: cx.db.reminders(Press::Escalate, limit)?.into_iter().map(PressedTask::from).collect(),
    })
}

/// One's own deadlines.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct GetIcal {}

/// An iCalendar file.
#[derive(Debug, Serialize, TS)]
pub struct Ical {
    /// Its text, with lines of at most 75 bytes.
    pub(crate) text: String,
    /// How many deadlines stand in it.
    pub(crate) events: usize,
}

/// The most deadlines that one file carries.
const MOST: u32 = 2_000;

/// One's own deadlines: number of the case and name of the task. What a case is about leaves the house with no calendar (M-7).
pub(crate) fn ical(cx: &Reading, _: GetIcal) -> Result<Ical> {
    let lang = cx.db.get::<Account>(cx.seat.account)?.body.language;
    let mut events = vec![];
    for line in cx.db.inbox(MOST)? {
        let Some(due) = line.due else { continue };
        let p = cx.db.procedure(line.procedure)?;
        let task =
            p.task(&line.key.task).map_or_else(|| line.key.task.to_string(), |task| task.name.get(lang).to_owned());
        let stage = p.stage(&line.stage.into()).map(|stage| stage.name.get(lang).to_owned());
        let of = [line.key.task.as_str(), line.key.slot.as_str(), &line.key.round.to_string()].join(".");
        events.push(Event {
            uid: format!("{}.{of}@{}.kesu", line.case, cx.app.folder_id()),
            due,
            summary: format!("{} {task}", line.number),
            description: stage.unwrap_or_default(),
        });
    }
    let name = words::word(lang, "time.calendar").unwrap_or_default();
    Ok(Ical { text: calendar(name, cx.now(), &events), events: events.len() })
}
