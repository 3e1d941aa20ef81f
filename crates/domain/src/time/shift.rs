use super::pause::stops;
use super::{Calendar, Date, Pause, Span, Stamp, UnknownYear, Which, due::prolonged};
use chrono::NaiveTime;

/// To which side a moment is moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Ahead of it.
    Before,
    /// Behind it.
    After,
}

/// A moment so much before or after a deadline (T-3). Hours are hours; days keep the hour of the wall clock, working days land
/// on working days. Midnight ends the day before it: a working day after the end of Friday is the end of Monday.
///
/// # Errors
/// A working day would lie in a year that is not known.
pub fn shifted(at: Stamp, span: Span, side: Side, calendar: &Calendar) -> Result<Stamp, UnknownYear> {
    let sign = match side {
        Side::Before => -1,
        Side::After => 1,
    };
    let zone = calendar.zone();
    let day = at.plus_millis(-1).day(zone);
    let to = match span {
        Span::Hours(hours) => return Ok(at.plus_millis(sign * i64::from(hours) * 3_600_000)),
        Span::Days(days) => day.plus(sign * i64::from(days)),
        Span::WorkDays(days) => working(day, days, sign, calendar)?,
    };
    let midnight = |day: Date| day.0.and_time(NaiveTime::MIN);
    Ok(Stamp::at_local(midnight(to) + (at.local(zone) - midnight(day)), zone))
}

fn working(day: Date, days: u32, sign: i64, calendar: &Calendar) -> Result<Date, UnknownYear> {
    let (mut day, mut left) = (day, days);
    while left > 0 {
        day = day.plus(sign);
        if calendar.is_working(day)? {
            left -= 1;
        }
    }
    Ok(day)
}

/// A moment after a passed deadline, moved by the pauses in which the department's clock stood since then; `None` while a
/// pause lasts that began before it: nobody is pressed for what waits for somebody else.
pub fn pressed(moment: Stamp, due: Stamp, pauses: &[Pause]) -> Option<Stamp> {
    let over: Vec<Pause> = pauses.iter().filter(|pause| pause.until.is_some()).cloned().collect();
    let moment = prolonged(moment, due, &stops(&over, Which::House, Stamp::LAST));
    let lasts = pauses.iter().any(|pause| pause.until.is_none() && pause.from < moment);
    (!lasts).then_some(moment)
}
