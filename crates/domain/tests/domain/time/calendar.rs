use super::{BERLIN, HOUR, SHANGHAI, at, day, published, year};
use kesu_domain::time::{Calendar, CalendarYear, DayFault, Shift, UnknownYear};

#[test]
fn the_published_calendar_is_whole() {
    let calendar = published();
    // Working days per year, counted with PyPI chinese-calendar 1.11.0.
    let counted = [
        (2015, 249),
        (2016, 250),
        (2017, 249),
        (2018, 250),
        (2019, 250),
        (2020, 249),
        (2021, 250),
        (2022, 249),
        (2023, 249),
        (2024, 251),
        (2025, 248),
        (2026, 248),
    ];
    for (year, want) in counted {
        let mut at = day(&format!("{year}-01-01"));
        let mut days = 0;
        while at.year() == year {
            days += u32::from(calendar.is_working(at).expect("a known year"));
            at = at.plus(1);
        }
        assert_eq!(days, want, "{year}");
    }
    assert!(!calendar.knows(2014) && !calendar.knows(2027));
    assert_eq!(calendar.is_working(day("2027-01-04")), Err(UnknownYear { year: 2027 }));
}

#[test]
fn the_plants_own_days_win() {
    let own = [
        year(2027, &["2026-12-31"], &[], &[]),
        year(2026, &["2026-11-24", "2026-10-10"], &["2026-11-22", "2026-10-02", "2026-12-31"], &[]),
    ];
    let (published, plant) = (published(), Calendar::new(SHANGHAI, &own));
    for (text, by_state, by_plant) in [
        ("2026-11-24", true, false),
        ("2026-11-22", false, true),
        ("2026-10-02", false, true),
        ("2026-10-10", true, false),
        ("2026-10-01", false, false),
        ("2026-11-25", true, true),
        // The circular of the next year reaches back, and is the later word.
        ("2026-12-31", true, false),
    ] {
        assert_eq!(published.is_working(day(text)), Ok(by_state), "published {text}");
        assert_eq!(plant.is_working(day(text)), Ok(by_plant), "plant {text}");
    }
}

#[test]
fn working_days_are_counted_on() {
    for (from, n, want) in [
        ("2026-09-30", 0, Ok("2026-09-30")),
        ("2026-09-30", 1, Ok("2026-10-08")),
        ("2026-09-30", 3, Ok("2026-10-10")),
        ("2026-11-21", 1, Ok("2026-11-23")),
        ("2026-12-31", 1, Err(UnknownYear { year: 2027 })),
    ] {
        assert_eq!(published().plus_working(day(from), n), want.map(day), "{n} after {from}");
    }
}

#[test]
fn working_time_lies_within_the_shifts() {
    let two = [("08:00", "12:00"), ("13:00", "17:00")];
    let handing_over = [("06:00", "14:00"), ("13:30", "22:00"), ("21:30", "06:30")];
    for (why, hours, from, until, want) in [
        ("noon is out", &two[..], "2026-11-24 10:00", "2026-11-24 15:00", 4 * HOUR),
        ("night is out", &two, "2026-11-24 16:00", "2026-11-25 09:00", 2 * HOUR),
        ("a weekend is out", &two, "2026-11-20 16:00", "2026-11-23 09:00", 2 * HOUR),
        ("a make-up Saturday is in", &two, "2026-10-09 16:00", "2026-10-12 08:00", 9 * HOUR),
        ("all in the night", &two, "2026-11-24 18:00", "2026-11-24 20:00", 0),
        ("backwards", &two, "2026-11-24 15:00", "2026-11-24 10:00", 0),
        ("handing over counts once", &handing_over, "2026-11-24 00:00", "2026-11-25 00:00", 24 * HOUR),
        (
            "Friday's night shift runs into Saturday",
            &handing_over,
            "2026-11-20 22:00",
            "2026-11-23 00:00",
            17 * HOUR / 2,
        ),
        ("asked on Saturday morning", &handing_over, "2026-11-21 05:00", "2026-11-21 12:00", 3 * HOUR / 2),
        ("Sunday's does not run into Monday", &handing_over, "2026-11-23 00:00", "2026-11-23 07:00", HOUR),
        ("without shifts the whole day", &[], "2026-11-20 12:00", "2026-11-23 06:00", 18 * HOUR),
    ] {
        let calendar = Calendar::new(SHANGHAI, &[year(2026, &[], &[], hours)]);
        let said = calendar.working_millis(at(SHANGHAI, from), at(SHANGHAI, until));
        assert_eq!(said, Ok(want), "{why}");
    }
    let over = published().working_millis(at(SHANGHAI, "2026-12-31 12:00"), at(SHANGHAI, "2027-01-01 12:00"));
    assert_eq!(over, Err(UnknownYear { year: 2027 }));
    let changing = Calendar::without_public(BERLIN, &[year(2026, &[], &["2026-03-29", "2026-10-25"], &[])]);
    for (from, until, want) in
        [("2026-03-29 00:00", "2026-03-30 00:00", 23 * HOUR), ("2026-10-25 00:00", "2026-10-26 00:00", 25 * HOUR)]
    {
        assert_eq!(changing.working_millis(at(BERLIN, from), at(BERLIN, until)), Ok(want), "{from}");
    }
}

#[test]
fn a_year_is_read_strictly_and_its_days_are_looked_at() {
    let text = r#"{"plant":1,"year":2027,"off":["2027-01-01","2027-02-30"],"work":[],"source":"x"}"#;
    assert!(serde_json::from_str::<CalendarYear>(text).is_err(), "there is no 30 February");
    let text = text
        .replace(r#","2027-02-30""#, "")
        .replace("\"source\"", r#""shifts":[{"from":"20:00","until":"04:00:00"}],"source""#);
    let read: CalendarYear = serde_json::from_str(&text).expect("a year");
    let again: Vec<Shift> = serde_json::from_value(serde_json::to_value(&read.shifts).expect("JSON")).expect("shifts");
    assert_eq!(again, read.shifts);
    assert_eq!(read.faults(), []);
    let wrong = year(2027, &["2026-12-31", "2026-11-30", "2027-05-01"], &["2028-01-01", "2027-05-01"], &[]);
    let want = [
        DayFault::OtherYear(day("2026-11-30")),
        DayFault::OtherYear(day("2028-01-01")),
        DayFault::BothWays(day("2027-05-01")),
    ];
    assert_eq!(wrong.faults(), want);
}
