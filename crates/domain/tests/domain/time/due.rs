use super::{BERLIN, SHANGHAI, at, local, pauses, published, year};
use kesu_domain::time::{Calendar, Span, SpanError, UnknownYear, Which, due};

/// `want` is local; 24:00 is written as 00:00 of the next day. An unknown year is written as `2027?`.
struct Case<'a> {
    why: &'a str,
    from: &'a str,
    span: &'a str,
    pauses: &'a [&'a str],
    want: &'a str,
}

fn check(calendar: &Calendar, which: Which, now: &str, cases: &[Case]) {
    let zone = calendar.zone();
    for case in cases {
        let span: Span = case.span.parse().expect("a span");
        let paused = pauses(zone, case.pauses);
        let said = due(at(zone, case.from), span, &paused, which, at(zone, now), calendar);
        let said = said.map_or_else(|UnknownYear { year }| format!("{year}?"), |due| local(zone, due));
        assert_eq!(said, case.want, "{}: {} from {}", case.why, case.span, case.from);
    }
}

macro_rules! cases { ($($why:literal: $from:literal + $span:literal, $pauses:expr => $want:literal)*) => {
    &[$(Case { why: $why, from: $from, span: $span, pauses: &$pauses, want: $want }),*]
} }

#[test]
fn hours_run_through_and_days_end_with_the_day() {
    check(
        &published(),
        Which::House,
        "2026-11-24 10:00",
        cases! {
            "through the night": "2026-11-24 10:00" + "24h", [] => "2026-11-25 10:00"
            "through the holiday": "2026-09-30 16:00" + "24h", [] => "2026-10-01 16:00"
            "shorter than the rest of the day": "2026-11-24 10:00" + "2h", [] => "2026-11-24 12:00"
            "this day": "2026-11-24 10:00" + "0d", [] => "2026-11-25 00:00"
            "this working day, on a Sunday": "2026-11-22 10:00" + "0wd", [] => "2026-11-24 00:00"
            "calendar days over a weekend": "2026-11-20 20:00" + "2d", [] => "2026-11-23 00:00"
            "working days from Friday evening": "2026-11-20 20:00" + "2wd", [] => "2026-11-25 00:00"
            "received on a Saturday": "2026-11-21 09:00" + "1wd", [] => "2026-11-24 00:00"
            "over National Day": "2026-09-30 16:00" + "1wd", [] => "2026-10-09 00:00"
            "Saturday after it is made up": "2026-09-30 16:00" + "3wd", [] => "2026-10-11 00:00"
            "and Sunday is not": "2026-09-30 16:00" + "4wd", [] => "2026-10-13 00:00"
            "calendar days do not move off it": "2026-09-30 16:00" + "2d", [] => "2026-10-03 00:00"
            "Sunday before Mid-Autumn is made up": "2026-09-18 16:00" + "1wd", [] => "2026-09-21 00:00"
        },
    );
}

#[test]
fn pauses_prolong() {
    check(
        &published(),
        Which::House,
        "2026-11-30 10:00",
        cases! {
            "over night": "2026-11-24 10:00" + "24h", ["2026-11-24 18:00 – 2026-11-25 08:00"] => "2026-11-26 00:00"
            "within two hours": "2026-11-24 10:00" + "2h", ["2026-11-24 11:00 – 2026-11-24 11:30"] => "2026-11-24 12:30"
            "begun before the receipt": "2026-11-24 10:00" + "2h", ["2026-11-24 08:00 – 2026-11-24 11:00"] => "2026-11-24 13:00"
            "over before the receipt": "2026-11-24 10:00" + "2h", ["2026-11-24 08:00 – 2026-11-24 09:00"] => "2026-11-24 12:00"
            "begun at the deadline": "2026-11-24 10:00" + "2h", ["2026-11-24 12:00 – 2026-11-24 18:00"] => "2026-11-24 12:00"
            "the second begins before the moved deadline": "2026-11-24 10:00" + "4h",
                ["2026-11-24 12:00 – 2026-11-24 13:00", "2026-11-24 14:30 – 2026-11-24 16:00"] => "2026-11-24 16:30"
            "overlapping ones count once, in any order": "2026-11-24 10:00" + "8h",
                ["2026-11-24 14:00 – 2026-11-24 16:00", "2026-11-24 12:00 – 2026-11-24 15:00"] => "2026-11-24 22:00"
            "one within the other": "2026-11-24 10:00" + "8h",
                ["2026-11-24 12:00 – 2026-11-24 16:00", "2026-11-24 13:00 – 2026-11-24 14:00"] => "2026-11-24 22:00"
            "an end before its beginning is none": "2026-11-24 10:00" + "8h",
                ["2026-11-24 13:00 – 2026-11-24 12:00"] => "2026-11-24 18:00"
            "an open one counts until now": "2026-11-24 10:00" + "24h", ["2026-11-25 09:00 –"] => "2026-11-30 11:00"
            "within a day costs no day": "2026-11-24 10:00" + "1d", ["2026-11-25 09:00 – 2026-11-25 17:00"] => "2026-11-26 00:00"
            "a day and a night on the day of receipt": "2026-11-23 09:00" + "2wd",
                ["2026-11-23 10:00 – 2026-11-24 10:00"] => "2026-11-27 00:00"
            "begun on the last day": "2026-11-24 10:00" + "1d", ["2026-11-25 10:00 – 2026-11-27 10:00"] => "2026-11-28 00:00"
            "begun after the last day": "2026-11-24 10:00" + "1d", ["2026-11-26 10:00 – 2026-11-28 10:00"] => "2026-11-26 00:00"
            "a weekend costs no working day": "2026-11-19 10:00" + "3wd",
                ["2026-11-21 10:00 – 2026-11-22 20:00"] => "2026-11-25 00:00"
            "but calendar days": "2026-11-19 10:00" + "3d", ["2026-11-21 10:00 – 2026-11-22 20:00"] => "2026-11-24 00:00"
        },
    );
}

#[test]
fn a_hold_over_national_day() {
    check(
        &published(),
        Which::House,
        "2026-11-30 10:00",
        cases! {
            "hours": "2026-09-30 09:00" + "24h", ["2026-09-30 15:00 – 2026-10-09 10:00"] => "2026-10-10 04:00"
            "30 September and 8 October are lost": "2026-09-30 09:00" + "2wd",
                ["2026-09-30 15:00 – 2026-10-09 10:00"] => "2026-10-13 00:00"
            "within the holiday nothing is": "2026-09-30 09:00" + "2wd",
                ["2026-10-02 09:00 – 2026-10-06 09:00"] => "2026-10-10 00:00"
            "two, one of them over the make-up Saturday": "2026-09-30 09:00" + "2wd",
                ["2026-10-01 09:00 – 2026-10-09 09:00", "2026-10-10 09:00 – 2026-10-11 09:00"] => "2026-10-13 00:00"
            "calendar days are lost in it": "2026-09-30 09:00" + "2d",
                ["2026-10-02 09:00 – 2026-10-06 09:00"] => "2026-10-07 00:00"
        },
    );
}

/// National Day 2026: 1 to 7 October off, Sunday 20 September and Saturday 10 October worked.
#[test]
fn two_pauses_over_national_day_and_its_make_up_days_to_the_minute() {
    let hours = [("08:00", "12:00"), ("13:30", "17:30")];
    let calendar = Calendar::new(SHANGHAI, &[year(2026, &[], &[], &hours)]);
    let before_and_after = ["2026-09-30 15:00 – 2026-10-09 09:20", "2026-10-10 16:00 – 2026-10-11 08:30"];
    let to_the_minute = ["2026-09-30 15:07 – 2026-10-08 10:23", "2026-10-08 20:41 – 2026-10-10 09:02"];
    let within = ["2026-10-01 08:00 – 2026-10-04 08:00", "2026-10-05 08:00 – 2026-10-07 17:30"];
    let make_up = ["2026-09-20 09:00 – 2026-09-20 18:00", "2026-10-10 09:00 – 2026-10-10 18:00"];
    check(
        &calendar,
        Which::House,
        "2026-11-30 10:00",
        cases! {
            "hours": "2026-09-30 09:00" + "24h", to_the_minute => "2026-10-10 16:37"
            "the first alone": "2026-09-30 09:00" + "24h", [to_the_minute[0]] => "2026-10-09 04:16"
            "of five ends of work three were lost": "2026-09-29 10:00" + "2wd", before_and_after => "2026-10-12 17:30"
            "no pause": "2026-09-29 10:00" + "2wd", [] => "2026-10-08 17:30"
            "in the holiday nothing is lost": "2026-09-29 10:00" + "2wd", within => "2026-10-08 17:30"
            "the make-up Sunday is lost as a day of work": "2026-09-18 10:00" + "8wd", make_up => "2026-10-08 17:30"
            "and counted where nothing stands": "2026-09-18 10:00" + "8wd", [] => "2026-09-30 17:30"
            "in front of the make-up Saturday": "2026-10-08 10:00" + "2wd", make_up => "2026-10-12 17:30"
        },
    );
    check(
        &calendar,
        Which::Customer,
        "2026-11-30 10:00",
        cases! {
            "nobody asked the customer": "2026-09-30 09:00" + "24h", to_the_minute => "2026-10-01 09:00"
            "days neither": "2026-09-29 10:00" + "2wd", before_and_after => "2026-10-08 17:30"
        },
    );
}

#[test]
fn the_customers_clock_stops_only_where_the_customer_agreed() {
    let side_by_side = ["2026-11-24 11:00 – 2026-11-24 13:00", "2026-11-24 14:00 – 2026-11-24 15:00 ✓"];
    let from = "2026-11-24 10:00";
    for (which, want) in [(Which::House, "2026-11-24 21:00"), (Which::Customer, "2026-11-24 19:00")] {
        let case = Case { why: "side by side", from, span: "8h", pauses: &side_by_side, want };
        check(&published(), which, "2026-11-30 10:00", &[case]);
    }
}

#[test]
fn work_ends_with_the_last_shift() {
    let hours = [("08:00", "12:00"), ("13:00", "17:00")];
    let calendar = Calendar::new(SHANGHAI, &[year(2026, &["2026-11-26"], &[], &hours)]);
    check(
        &calendar,
        Which::House,
        "2026-11-30 10:00",
        cases! {
            "next working day": "2026-11-24 10:00" + "1wd", [] => "2026-11-25 17:00"
            "received after work": "2026-11-24 20:00" + "1wd", [] => "2026-11-25 17:00"
            "no work is left today": "2026-11-24 20:00" + "0wd", [] => "2026-11-25 17:00"
            "the plant's day off": "2026-11-24 20:00" + "2wd", [] => "2026-11-27 17:00"
            "a day off has no shifts": "2026-11-24 20:00" + "2d", [] => "2026-11-27 00:00"
            "it never ends while the clock stands": "2026-11-24 10:00" + "1wd",
                ["2026-11-25 10:00 – 2026-11-25 18:00"] => "2026-11-27 17:00"
            "a pause after work costs nothing": "2026-11-23 10:00" + "2wd",
                ["2026-11-24 17:30 – 2026-11-25 07:00"] => "2026-11-25 17:00"
            "hours ask for no shifts": "2026-11-24 16:00" + "4h", [] => "2026-11-24 20:00"
        },
    );
    let night = Calendar::new(SHANGHAI, &[year(2026, &[], &[], &[("08:00", "20:00"), ("20:00", "04:00")])]);
    check(
        &night,
        Which::House,
        "2026-11-30 10:00",
        cases! {
            "the night shift ends the next morning": "2026-11-24 10:00" + "1wd", [] => "2026-11-26 04:00"
            "on Saturday morning": "2026-11-26 10:00" + "1wd", [] => "2026-11-28 04:00"
        },
    );
}

#[test]
fn past_the_last_known_year_it_says_so() {
    let ends = cases! {
        "the last day is known": "2026-12-30 10:00" + "1wd", [] => "2027-01-01 00:00"
        "the next is not": "2026-12-30 10:00" + "2wd", [] => "2027?"
        "a pause pushes it over": "2026-12-30 10:00" + "1wd", ["2026-12-31 10:00 – 2027-01-01 10:00"] => "2027?"
        "hours need no calendar": "2026-12-31 10:00" + "24h", [] => "2027-01-01 10:00"
        "nor do calendar days": "2026-12-30 10:00" + "5d", [] => "2027-01-05 00:00"
        "before the first": "2014-12-30 10:00" + "1wd", [] => "2014?"
    };
    check(&published(), Which::House, "2027-01-02 10:00", ends);
    let entered = Calendar::new(SHANGHAI, &[year(2027, &["2027-01-01"], &["2027-01-02"], &[])]);
    check(
        &entered,
        Which::House,
        "2027-01-02 10:00",
        cases! {
            "the plant entered it": "2026-12-30 10:00" + "2wd", [] => "2027-01-03 00:00"
            "and no more": "2027-12-30 10:00" + "2wd", [] => "2028?"
        },
    );
}

#[test]
fn clocks_set_forward_and_back() {
    let calendar = Calendar::without_public(BERLIN, &[year(2026, &["2026-10-03"], &[], &[])]);
    check(
        &calendar,
        Which::House,
        "2026-11-30 10:00",
        cases! {
            "an hour is left out": "2026-03-28 12:00" + "24h", [] => "2026-03-29 13:00"
            "an hour comes twice": "2026-10-24 12:00" + "24h", [] => "2026-10-25 11:00"
            "a day is a day": "2026-03-28 12:00" + "1d", [] => "2026-03-30 00:00"
            "also the long one": "2026-10-24 12:00" + "1d", [] => "2026-10-26 00:00"
            "a pause through the short night": "2026-03-28 20:00" + "8h",
                ["2026-03-28 22:00 – 2026-03-29 06:00"] => "2026-03-29 12:00"
            "no Chinese holiday": "2026-09-30 12:00" + "1wd", [] => "2026-10-02 00:00"
            "only its own years": "2025-03-28 12:00" + "1wd", [] => "2025?"
        },
    );
}

#[test]
fn spans_are_read_and_written_as_text() {
    for text in ["24h", "0h", "2d", "2wd", "36500d"] {
        let span: Span = serde_json::from_value(text.into()).expect("a span");
        assert_eq!(serde_json::to_value(span).expect("text"), text);
    }
    let number = |text: &str| SpanError::Number(text.into());
    let unit = |text: &str| SpanError::Unit(text.into());
    let long = |text: &str| SpanError::TooLong(text.into());
    for (text, want) in [
        ("", number("")),
        ("-2d", number("-2d")),
        ("+2d", number("+2d")),
        ("wd", number("wd")),
        (" 2d", number(" 2d")),
        ("２d", number("２d")),
        ("2", unit("2")),
        ("2D", unit("2D")),
        ("1.5h", unit("1.5h")),
        ("2 d", unit("2 d")),
        ("2天", unit("2天")),
        ("36501d", long("36501d")),
        ("99999999999h", long("99999999999h")),
    ] {
        assert_eq!(text.parse::<Span>(), Err(want.clone()), "{text}");
        let said = serde_json::from_value::<Span>(text.into()).expect_err("refused").to_string();
        assert_eq!(said, want.to_string());
    }
}
