//! The working calendar of a plant: a year shown, saved day by day, or read from the text of a circular (T-1).
//!
//! A changed calendar reaches what is open at once: deadlines, reminders and escalations follow in the same transaction.

use super::master::save;
use crate::door::{Reading, Writing};
use crate::error::{ApiError, Field, Result};
use kesu_domain::id::{CalendarId, PlantId};
use kesu_domain::master::Plant;
use kesu_domain::time::{CalendarYear, Date, LineFault, LineWrong, Shift, read_days};
use kesu_store::derived::Followed;
use kesu_store::record::Kept;
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;
use ts_rs::TS;

/// Years of which a calendar can be entered.
const YEARS: RangeInclusive<i32> = 2000..=2099;

/// Which year of which plant.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GetCalendar {
    plant: PlantId,
    year: i32,
}

/// A year of the working calendar.
#[derive(Debug, Serialize, TS)]
pub struct CalendarView {
    /// The plant's own row, if it has one.
    id: Option<CalendarId>,
    rev: i64,
    own: Option<CalendarYear>,
    /// Published, or entered by the plant. If not, deadlines that reach into it say so; nothing is guessed.
    known: bool,
    /// Every working day of the year as it counts now; empty when the year is not known.
    working: Vec<Date>,
}

/// Shows a year of the calendar.
pub(crate) fn calendar_get(cx: &Reading, request: GetCalendar) -> Result<CalendarView> {
    let calendar = cx.db.calendar(request.plant)?;
    let own = own(cx, request.plant, request.year)?;
    let first =
        Date::new(request.year, 1, 1).ok_or_else(|| ApiError::invalid("year", "unknown", request.year.to_string()))?;
    let days = (0..366).map(|n| first.plus(n)).filter(|day| day.year() == request.year);
    let working = days.filter(|day| calendar.is_working(*day).unwrap_or(false)).collect();
    Ok(CalendarView {
        id: own.as_ref().map(|kept| kept.id),
        rev: own.as_ref().map_or(0, |kept| kept.rev.0),
        known: calendar.knows(request.year),
        own: own.map(|kept| kept.body),
        working,
    })
}

fn own(cx: &Reading, plant: PlantId, year: i32) -> Result<Option<Kept<CalendarYear>>> {
    Ok(cx.db.find::<CalendarYear>(&[("plant", &plant.0), ("year", &year)])?)
}

/// A year of a plant; new, or in the revision that was on the screen.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveCalendar {
    #[serde(default)]
    id: Option<i64>,
    #[serde(default)]
    rev: i64,
    year: CalendarYear,
}

/// A year that was saved, and whom it reached.
#[derive(Debug, Serialize, TS)]
pub struct CalendarSaved {
    id: i64,
    rev: i64,
    /// Days off that the plant says.
    off: usize,
    /// Make-up working days that it says.
    work: usize,
    /// Cases with something open at the plant.
    open: u64,
    /// Those of them in which a deadline, a reminder or an escalation is another now.
    changed: u64,
}

/// Saves a year of a plant's own calendar.
pub(crate) fn calendar_save(cx: &mut Writing, request: SaveCalendar) -> Result<CalendarSaved> {
    cx.db.get::<Plant>(request.year.plant)?;
    check_year(request.year.year)?;
    if let Some(id) = request.id {
        // Another plant or year is another row: this one would leave its own without a calendar.
        let before = cx.db.get::<CalendarYear>(CalendarId(id))?.body;
        if (before.plant, before.year) != (request.year.plant, request.year.year) {
            return Err(ApiError::invalid("year", "not_the_same", before.year.to_string()));
        }
    }
    let fields: Vec<Field> = request
        .year
        .faults()
        .iter()
        .map(|fault| Field { field: "year".into(), wrong: "bad_day".into(), detail: fault.to_string() })
        .collect();
    if !fields.is_empty() {
        return Err(ApiError::Invalid { fields });
    }
    kept(cx, request.id, request.rev, &request.year)
}

/// A year of which somebody could know the holidays.
fn check_year(year: i32) -> Result<()> {
    if YEARS.contains(&year) { Ok(()) } else { Err(ApiError::invalid("year", "no_such_year", year.to_string())) }
}

fn kept(cx: &mut Writing, id: Option<i64>, rev: i64, year: &CalendarYear) -> Result<CalendarSaved> {
    let saved = save(cx, id, rev, year)?;
    let Followed { open, changed } = cx.db.deadlines_follow(year.plant)?;
    Ok(CalendarSaved { id: saved.id, rev: saved.rev, off: year.off.len(), work: year.work.len(), open, changed })
}

/// A whole year as a text: lines `2027-01-01,off` and `2027-02-06,work`, or an iCalendar file with events of whole days.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportCalendar {
    plant: PlantId,
    year: i32,
    text: String,
    /// Who said so: number of the circular, order of the plant.
    source: String,
    /// Of the plant's own row for this year, if it has one: what is imported takes its place. Shifts stay.
    #[serde(default)]
    rev: i64,
}

/// Takes in a year of days off and make-up days, all of it or nothing.
pub(crate) fn calendar_import(cx: &mut Writing, request: ImportCalendar) -> Result<CalendarSaved> {
    let ImportCalendar { plant, year, text, source, rev } = request;
    if source.trim().is_empty() {
        return Err(ApiError::Invalid { fields: vec![Field::missing("source")] });
    }
    check_year(year)?;
    let china = cx.db.calendar(plant)?.is_public();
    let days = read_days(&text, year, china)
        .map_err(|faults| ApiError::Invalid { fields: faults.into_iter().map(field).collect() })?;
    let own = own(&cx.reading(), plant, year)?;
    let shifts = match &own {
        Some(own) => own.body.shifts.clone(),
        None => newest_shifts(cx, plant)?,
    };
    let of = |works: bool| days.iter().filter(|(_, worked)| **worked == works).map(|(day, _)| *day).collect();
    let body = CalendarYear { plant, year, off: of(false), work: of(true), shifts, source: source.trim().to_owned() };
    kept(cx, own.map(|own| own.id.0), rev, &body)
}

/// The shifts of the plant's newest year: who enters the next one has not changed them by that.
fn newest_shifts(cx: &Writing, plant: PlantId) -> Result<Vec<Shift>> {
    let years = cx.db.list::<CalendarYear>(&[("plant", &plant.0)])?;
    Ok(years.into_iter().max_by_key(|kept| kept.body.year).map(|kept| kept.body.shifts).unwrap_or_default())
}

fn field(fault: LineFault) -> Field {
    let wrong = match fault.wrong {
        LineWrong::BadDay => "bad_day",
        LineWrong::NoKind => "no_kind",
        LineWrong::OtherYear => "other_year",
        LineWrong::Twice => "twice",
        LineWrong::WorkedAnyway => "worked_anyway",
        LineWrong::Unfinished => "unfinished",
        LineWrong::TooLong => "too_long",
        LineWrong::Nothing => "empty",
        LineWrong::NotWhole => "not_whole_year",
    };
    let place = if fault.line == 0 { "text".to_owned() } else { format!("text.{}", fault.line) };
    Field { field: place, wrong: wrong.into(), detail: fault.text }
}
