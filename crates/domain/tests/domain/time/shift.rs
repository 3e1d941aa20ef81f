use super::{SHANGHAI, at, local, pauses, published, year};
use kesu_domain::time::{Calendar, Side, UnknownYear, pressed, shifted};

#[test]
fn reminders_and_escalations_keep_the_hour_and_land_on_working_days() {
    let shifts = Calendar::new(SHANGHAI, &[year(2026, &[], &[], &[("08:00", "12:00"), ("13:30", "17:30")])]);
    let whole = published();
    for (why, calendar, due, span, side, want) in [
        ("hours through the night", &whole, "2026-11-25 02:00", "4h", Side::Before, "2026-11-24 22:00"),
        ("hours into the weekend", &whole, "2026-11-28 00:00", "4h", Side::After, "2026-11-28 04:00"),
        ("a day ahead", &whole, "2026-11-25 15:00", "1d", Side::Before, "2026-11-24 15:00"),
        ("a day after the end of a day", &whole, "2026-11-25 00:00", "1d", Side::After, "2026-11-26 00:00"),
        ("a working day after the end of Friday", &whole, "2026-11-28 00:00", "1wd", Side::After, "2026-12-01 00:00"),
        ("a working day ahead of Monday's end", &whole, "2026-11-24 00:00", "1wd", Side::Before, "2026-11-21 00:00"),
        ("after work on Friday", &shifts, "2026-11-27 17:30", "1wd", Side::After, "2026-11-30 17:30"),
        ("over National Day", &shifts, "2026-09-30 17:30", "1wd", Side::After, "2026-10-08 17:30"),
        ("the make-up Saturday counts", &shifts, "2026-10-09 17:30", "1wd", Side::After, "2026-10-10 17:30"),
        ("backwards over it", &shifts, "2026-10-12 17:30", "3wd", Side::Before, "2026-10-08 17:30"),
        ("none is the moment itself", &whole, "2026-11-25 00:00", "0wd", Side::After, "2026-11-25 00:00"),
    ] {
        let said = shifted(at(SHANGHAI, due), span.parse().expect("a span"), side, calendar).expect("a known year");
        assert_eq!(local(SHANGHAI, said), want, "{why}");
    }
    let over = shifted(at(SHANGHAI, "2026-12-31 17:00"), "1wd".parse().expect("a span"), Side::After, &whole);
    assert_eq!(over, Err(UnknownYear { year: 2027 }));
}

#[test]
fn nobody_is_pressed_for_what_waits_outside() {
    for (why, paused, want) in [
        ("no pause", &[][..], Some("2026-11-24 22:00")),
        ("over before the deadline", &["2026-11-24 10:00 – 2026-11-24 12:00"][..], Some("2026-11-24 22:00")),
        ("since the deadline", &["2026-11-24 19:00 – 2026-11-24 21:15"][..], Some("2026-11-25 00:15")),
        ("it lasts", &["2026-11-24 19:00 –"][..], None),
        ("begun when it had come", &["2026-11-24 23:00 –"][..], Some("2026-11-24 22:00")),
    ] {
        let (due, moment) = (at(SHANGHAI, "2026-11-24 18:00"), at(SHANGHAI, "2026-11-24 22:00"));
        let said = pressed(moment, due, &pauses(SHANGHAI, paused)).map(|at| local(SHANGHAI, at));
        assert_eq!(said.as_deref(), want, "{why}");
    }
}
