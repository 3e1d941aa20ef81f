//! The published calendar beside the circulars of the State Council that it is made of: what each of them says, holiday by holiday.

use super::{day, published};

/// Of a year: first and last day off of each holiday, and the days worked for it.
type Circular = (&'static str, &'static [(&'static str, &'static str)], &'static [&'static str]);

/// As in the circular of that year.
const CIRCULARS: &[Circular] = &[
    (
        "2024",
        &[
            ("2024-01-01", "2024-01-01"),
            ("2024-02-10", "2024-02-17"),
            ("2024-04-04", "2024-04-06"),
            ("2024-05-01", "2024-05-05"),
            ("2024-06-10", "2024-06-10"),
            ("2024-09-15", "2024-09-17"),
            ("2024-10-01", "2024-10-07"),
        ],
        &[
            "2024-02-04",
            "2024-02-18",
            "2024-04-07",
            "2024-04-28",
            "2024-05-11",
            "2024-09-14",
            "2024-09-29",
            "2024-10-12",
        ],
    ),
    (
        "2025",
        &[
            ("2025-01-01", "2025-01-01"),
            ("2025-01-28", "2025-02-04"),
            ("2025-04-04", "2025-04-06"),
            ("2025-05-01", "2025-05-05"),
            ("2025-05-31", "2025-06-02"),
            ("2025-10-01", "2025-10-08"),
        ],
        &["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"],
    ),
    (
        "2026",
        &[
            ("2026-01-01", "2026-01-03"),
            ("2026-02-15", "2026-02-23"),
            ("2026-04-04", "2026-04-06"),
            ("2026-05-01", "2026-05-05"),
            ("2026-06-19", "2026-06-21"),
            ("2026-09-25", "2026-09-27"),
            ("2026-10-01", "2026-10-07"),
        ],
        &["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
    ),
];

#[test]
fn the_calendar_says_what_the_circulars_say() {
    use chrono::Datelike;
    let calendar = published();
    for (circular, holidays, worked) in CIRCULARS {
        let year: i32 = circular[..4].parse().expect("a year");
        let off: Vec<_> = holidays
            .iter()
            .flat_map(|(first, last)| {
                let (first, last) = (day(first), day(last));
                (0..).map(move |n| first.plus(n)).take_while(move |day| *day <= last)
            })
            .collect();
        let worked: Vec<_> = worked.iter().map(|text| day(text)).collect();
        assert!(worked.iter().all(|day| day.0.weekday().number_from_monday() > 5), "{circular}: weekends are made up");
        let first = day(&format!("{year}-01-01"));
        for day in (0..366).map(|n| first.plus(n)).filter(|day| day.year() == year) {
            let weekday = day.0.weekday().number_from_monday() <= 5;
            let wanted = worked.contains(&day) || weekday && !off.contains(&day);
            assert_eq!(calendar.is_working(day), Ok(wanted), "{circular}: {day}");
        }
    }
}
