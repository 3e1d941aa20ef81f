//! Duties: which periods are owed when (T-5).

use crate::desk::calendar;
use kesu_domain::duty::{DutyState, Period, owed};
use kesu_domain::engine::Moment;
use kesu_domain::procedure::{Duty, Every};
use kesu_domain::time::{Calendar, CalendarYear, Date, Stamp};
use std::collections::BTreeSet;

fn date(text: &str) -> Date {
    text.parse().expect("a day")
}

fn duty(every: Every, day: u8) -> Duty {
    let name = kesu_domain::text::Names { zh: "定期".into(), en: "Duty".into() };
    Duty { id: "duty".into(), name, by: vec![], every, day, tells: vec![], source: "test".into() }
}

/// What is owed at that moment, as `period until state`.
fn says(duty: &Duty, since: &str, done: &[&str], now: &str, calendar: &Calendar) -> Vec<String> {
    let now: Stamp = now.parse().expect("a stamp");
    let done: BTreeSet<String> = done.iter().map(|name| (*name).to_owned()).collect();
    let rows = owed(duty, date(since), &done, &Moment { now, calendar });
    let word = |state: DutyState| match state {
        DutyState::Open => "open",
        DutyState::Due => "due",
        DutyState::Overdue => "overdue",
    };
    rows.iter().map(|row| format!("{} {} {}", row.period, row.due_on, word(row.state))).collect()
}

#[test]
fn a_day_lies_in_one_period_and_its_name_leads_back() {
    let table = [
        (Every::Week, "2026-11-29", "2026-W48", "2026-11-23", "2026-11-29"),
        (Every::Week, "2026-11-30", "2026-W49", "2026-11-30", "2026-12-06"),
        // The last days of a year belong to the week that the next one begins with, and the other way round.
        (Every::Week, "2025-12-31", "2026-W01", "2025-12-29", "2026-01-04"),
        (Every::Week, "2027-01-01", "2026-W53", "2026-12-28", "2027-01-03"),
        (Every::Month, "2028-02-29", "2028-02", "2028-02-01", "2028-02-29"),
        (Every::Month, "2026-12-31", "2026-12", "2026-12-01", "2026-12-31"),
        (Every::Quarter, "2026-10-01", "2026-Q4", "2026-10-01", "2026-12-31"),
        (Every::Quarter, "2026-03-31", "2026-Q1", "2026-01-01", "2026-03-31"),
        (Every::Year, "2026-07-01", "2026", "2026-01-01", "2026-12-31"),
    ];
    for (every, day, name, first, last) in table {
        let period = Period::of(every, date(day));
        assert_eq!((period.name().as_str(), period.first, period.last), (name, date(first), date(last)), "{day}");
        assert_eq!(Period::named(every, name), Some(period));
        assert_eq!(period.next().first, date(last).plus(1), "none is left out");
    }
    for (every, name) in [
        (Every::Week, "2026-W54"),
        (Every::Week, "2026-48"),
        (Every::Week, "2026-W0"),
        (Every::Month, "2026-13"),
        (Every::Month, "2026-1"),
        (Every::Month, "2026-11-01"),
        (Every::Quarter, "2026-Q0"),
        (Every::Quarter, "2026-Q5"),
        (Every::Year, "2026-"),
        (Every::Year, "jetzt"),
    ] {
        assert_eq!(Period::named(every, name), None, "{name}");
    }
}

#[test]
fn a_period_opens_falls_due_and_is_late() {
    let weekly = duty(Every::Week, 5);
    let table: &[(&str, &[&str], &[&str])] = &[
        // Into force on Tuesday; Friday is the day. 23:59 at the plant is 15:59 by UTC.
        ("2026-11-24T01:00:00.000Z", &[], &["2026-W48 2026-11-27 open"]),
        ("2026-11-27T15:59:59.999Z", &[], &["2026-W48 2026-11-27 due"]),
        ("2026-11-27T16:00:00.000Z", &[], &["2026-W48 2026-11-27 overdue"]),
        ("2026-11-29T16:00:00.000Z", &[], &["2026-W48 2026-11-27 overdue", "2026-W49 2026-12-04 open"]),
        ("2026-11-29T16:00:00.000Z", &["2026-W48"], &["2026-W49 2026-12-04 open"]),
        ("2026-11-29T16:00:00.000Z", &["2026-W48", "2026-W49"], &[]),
        ("2026-11-01T16:00:00.000Z", &[], &[]),
    ];
    for (now, done, wanted) in table {
        assert_eq!(says(&weekly, "2026-11-24", done, now, &calendar()), *wanted, "{now}");
    }
}

#[test]
fn nobody_is_late_with_what_did_not_yet_hold() {
    let table = [
        (Every::Month, 5, "2026-11-24", "2026-11-30T01:00:00.000Z", vec![]),
        (Every::Month, 5, "2026-11-05", "2026-11-06T01:00:00.000Z", vec!["2026-11 2026-11-05 overdue"]),
        (Every::Month, 5, "2026-11-24", "2026-12-01T01:00:00.000Z", vec!["2026-12 2026-12-05 open"]),
        (Every::Quarter, 90, "2026-11-24", "2026-11-24T01:00:00.000Z", vec!["2026-Q4 2026-12-29 open"]),
        (Every::Quarter, 10, "2026-11-24", "2026-12-31T01:00:00.000Z", vec![]),
        (Every::Year, 31, "2026-11-24", "2026-12-31T15:00:00.000Z", vec![]),
        (Every::Year, 31, "2026-11-24", "2026-12-31T16:00:00.000Z", vec!["2027 2027-01-31 open"]),
        // A day beyond the end of the month is its last.
        (
            Every::Month,
            31,
            "2026-01-01",
            "2026-03-01T01:00:00.000Z",
            vec!["2026-01 2026-01-31 overdue", "2026-02 2026-02-28 overdue", "2026-03 2026-03-31 open"],
        ),
    ];
    for (every, day, since, now, wanted) in table {
        assert_eq!(says(&duty(every, day), since, &[], now, &calendar()), wanted, "{every:?} {day} since {since}");
    }
}

/// Where the plant entered its shifts, the day ends with the last of them.
#[test]
fn the_day_ends_with_the_last_shift() {
    let shifts = serde_json::json!([{ "from": "08:00:00", "until": "17:30:00" }]);
    let year: CalendarYear = serde_json::from_value(serde_json::json!({
        "plant": 1, "year": 2026, "off": [], "work": [], "shifts": shifts, "source": "厂历",
    }))
    .expect("a year");
    let calendar = Calendar::new(chrono_tz::Asia::Shanghai, &[year]);
    let weekly = duty(Every::Week, 5);
    let at = |now: &str| says(&weekly, "2026-11-24", &[], now, &calendar);
    assert_eq!(at("2026-11-27T09:29:00.000Z"), ["2026-W48 2026-11-27 due"]);
    assert_eq!(at("2026-11-27T09:30:00.000Z"), ["2026-W48 2026-11-27 overdue"]);
}
