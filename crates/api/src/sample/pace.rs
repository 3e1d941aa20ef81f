//! When things happen: in working hours, mostly before their deadline, sometimes after it.

use super::dice::Dice;
use chrono::{NaiveTime, Timelike};
use kesu_domain::time::{Calendar, Date, Stamp};

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;

/// Is the plant at work on this day? A year that nobody published has five-day weeks here: a sample is no evidence of holidays.
pub(super) fn works(calendar: &Calendar, day: Date) -> bool {
    let weekday = chrono::Datelike::weekday(&day.0).number_from_monday();
    calendar.is_working(day).unwrap_or(weekday <= 5)
}

/// A moment of this day at work.
pub(super) fn hour_of(calendar: &Calendar, day: Date, dice: &mut Dice) -> Stamp {
    let (hour, minute) = (dice.between(8, 16), dice.between(0, 59));
    let time = NaiveTime::from_hms_opt(hour.unsigned_abs() as u32, minute.unsigned_abs() as u32, 0).unwrap_or_default();
    Stamp::at_local(day.0.and_time(time), calendar.zone()).plus_millis(dice.between(0, 59_999))
}

/// This moment, or the next at which somebody is at work.
pub(super) fn at_work(calendar: &Calendar, at: Stamp, dice: &mut Dice) -> Stamp {
    let local = at.local(calendar.zone());
    let day = at.day(calendar.zone());
    if works(calendar, day) && (8..18).contains(&local.hour()) {
        return at;
    }
    let early = works(calendar, day) && local.hour() < 8;
    let mut next = if early { day } else { day.plus(1) };
    while !works(calendar, next) {
        next = next.plus(1);
    }
    let opened =
        Stamp::at_local(next.0.and_time(NaiveTime::from_hms_opt(8, 0, 0).unwrap_or_default()), calendar.zone());
    opened.plus_millis(dice.between(5 * 60_000, 150 * 60_000))
}

/// So many working days before a day.
pub(super) fn back(calendar: &Calendar, day: Date, days: i64) -> Date {
    let (mut day, mut left) = (day, days);
    while left > 0 {
        day = day.plus(-1);
        left -= i64::from(works(calendar, day));
    }
    day
}

/// When a task is done that could be done since `opened` and is due then: a few are late.
pub(super) fn done_at(opened: Stamp, due: Option<Stamp>, dice: &mut Dice) -> Stamp {
    let length = due.map_or(DAY, |due| (due.millis() - opened.millis()).max(HOUR));
    let late = dice.percent(7);
    let share = if late { dice.between(102, 150) } else { dice.between(6, 88) };
    opened.plus_millis(length / 100 * share)
}

/// So many days after a moment, as a day.
pub(super) fn day_after(calendar: &Calendar, at: Stamp, days: i64) -> Date {
    at.plus_millis(days * DAY).day(calendar.zone())
}
