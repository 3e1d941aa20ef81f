//! The published Chinese calendar: days off and make-up working days, as data. It ends with the last published year.

use super::Date;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

#[derive(Deserialize)]
struct Data {
    years: BTreeMap<i32, Year>,
}

#[derive(Deserialize)]
struct Year {
    off: Vec<String>,
    work: Vec<String>,
}

/// Day off (`false`) or make-up working day (`true`), by date; and the years that are known.
pub(super) struct Holidays {
    pub(super) days: BTreeMap<Date, bool>,
    pub(super) years: Vec<i32>,
}

pub(super) static CHINA: LazyLock<Holidays> = LazyLock::new(|| {
    let data: Data = serde_json::from_str(include_str!("../../data/holidays-cn.json"))
        .expect("the committed data is read in a test");
    let day = |year: &i32, text: &String| {
        format!("{year:04}-{text}").parse::<Date>().expect("the committed data holds dates")
    };
    let mut days = BTreeMap::new();
    for (year, lists) in &data.years {
        days.extend(lists.off.iter().map(|text| (day(year, text), false)));
        days.extend(lists.work.iter().map(|text| (day(year, text), true)));
    }
    Holidays { days, years: data.years.into_keys().collect() }
});
