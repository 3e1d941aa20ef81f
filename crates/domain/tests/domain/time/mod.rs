//! Deadlines, clocks and the working calendar (T-1, T-4, D-5), as tables in local time.

mod calendar;
mod clock;
mod due;
mod import;
mod laws;
mod notices;
mod shift;

use chrono::NaiveDateTime;
use chrono_tz::Tz;
use kesu_domain::id::PlantId;
use kesu_domain::time::{Calendar, CalendarYear, Date, Pause, Shift, Stamp};

const SHANGHAI: Tz = chrono_tz::Asia::Shanghai;
const BERLIN: Tz = chrono_tz::Europe::Berlin;
const HOUR: i64 = 3_600_000;

fn at(zone: Tz, local: &str) -> Stamp {
    Stamp::at_local(NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M").expect("a local time"), zone)
}

fn local(zone: Tz, stamp: Stamp) -> String {
    stamp.local(zone).format("%Y-%m-%d %H:%M").to_string()
}

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

/// `"2026-11-24 10:00 – 2026-11-24 12:00"`, open when nothing follows the dash; with `✓` the customer agreed.
fn pause(zone: Tz, text: &str) -> Pause {
    let (agreed, times) = text.strip_suffix(" ✓").map_or((false, text), |times| (true, times));
    let (from, until) = times.split_once(" –").expect("from – until");
    Pause {
        from: at(zone, from),
        until: (!until.is_empty()).then(|| at(zone, until.trim())),
        reason: "waits for samples".into(),
        holder: "customer".into(),
        customer_agreed: agreed,
        evidence: None,
    }
}

fn pauses(zone: Tz, all: &[&str]) -> Vec<Pause> {
    all.iter().map(|text| pause(zone, text)).collect()
}

fn shifts(all: &[(&str, &str)]) -> Vec<Shift> {
    let time = |text: &str| text.parse().expect("a time of day");
    all.iter().map(|(from, until)| Shift { from: time(from), until: time(until) }).collect()
}

fn year(year: i32, off: &[&str], work: &[&str], hours: &[(&str, &str)]) -> CalendarYear {
    let days = |all: &[&str]| all.iter().map(|text| day(text)).collect();
    CalendarYear {
        plant: PlantId(1),
        year,
        off: days(off),
        work: days(work),
        shifts: shifts(hours),
        source: "plant order".into(),
    }
}

fn published() -> Calendar {
    Calendar::new(SHANGHAI, &[])
}
