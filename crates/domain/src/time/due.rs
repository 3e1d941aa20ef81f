use super::pause::stops;
use super::stretch::Stretch;
use super::{Calendar, Date, Pause, Span, Stamp, UnknownYear, Which};

/// Until when, by this clock (T-1, D-5).
///
/// **Hours** run through nights and holidays, and are prolonged by the time that the clock stood: a pause counts when it
/// begins before the deadline as prolonged so far.
///
/// **Days and working days** count as the Civil Code counts periods (art. 201, 203): the day of the anchor is not counted,
/// whatever its hour, and the last day lasts until work ends ([`Calendar::end_of`]). So `2wd` from a Friday evening is Tuesday,
/// when the last shift ends. A day that ended while the clock stood is not counted either; where this befell the rest of
/// the anchor's own day, one day is added. Calendar days do not move off a holiday: they are the customer's way of counting.
/// `0d`, `0wd` is the end of this day, or where no work is left in it, of the next one that counts.
///
/// An open pause counts until `now`: while it lasts the deadline moves along.
///
/// # Errors
/// A working day would lie in a year that is not known.
pub fn due(
    from: Stamp,
    span: Span,
    pauses: &[Pause],
    which: Which,
    now: Stamp,
    calendar: &Calendar,
) -> Result<Stamp, UnknownYear> {
    due_with(from, span, &stops(pauses, which, now), calendar)
}

/// The same, with the stretches in which the clock stands.
pub(super) fn due_with(from: Stamp, span: Span, stops: &[Stretch], calendar: &Calendar) -> Result<Stamp, UnknownYear> {
    match span {
        Span::Hours(hours) => Ok(prolonged(from.plus_millis(i64::from(hours) * 3_600_000), from, stops)),
        Span::Days(days) => day_end(from, days, stops, calendar, |_| Ok(true)),
        Span::WorkDays(days) => day_end(from, days, stops, calendar, |day| calendar.is_working(day)),
    }
}

/// A moment moved by the time for which the clock stood, since `from` and before the moment itself.
pub(super) fn prolonged(due: Stamp, from: Stamp, stops: &[Stretch]) -> Stamp {
    stops.iter().fold(due, |due, (begin, end)| {
        let counts = *begin < due && *end > from;
        if counts { due.plus_millis(end.millis() - begin.max(&from).millis()) } else { due }
    })
}

fn day_end(
    from: Stamp,
    days: u32,
    stops: &[Stretch],
    calendar: &Calendar,
    counts: impl Fn(Date) -> Result<bool, UnknownYear>,
) -> Result<Stamp, UnknownYear> {
    let stood = |at: Stamp| stops.iter().any(|(begin, end)| *begin.max(&from) < at && at <= *end);
    let mut day = from.day(calendar.zone());
    let mut end = calendar.end_of(day);
    let mut left = days;
    if days == 0 {
        if end > from && !stood(end) && counts(day)? {
            return Ok(end);
        }
        left = 1;
    } else if stood(end) && counts(day)? {
        left += 1;
    }
    while left > 0 && end < Stamp::LAST {
        day = day.plus(1);
        end = calendar.end_of(day);
        if counts(day)? && !stood(end) {
            left -= 1;
        }
    }
    Ok(end)
}
