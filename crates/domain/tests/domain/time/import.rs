use super::day;
use kesu_domain::time::{LineWrong, read_days};

/// A year as nobody has published it yet: made up for the test.
const YEAR: &str = "日期,安排
# 厂内通知 2027-01
2027-01-01,休
2027/1/2,off
20270103,放假

2027-02-06,班
2027-05-01,off
2027-05-02,off
2027-10-01,off\r
2027-10-02,off
2027-10-03,off
2026-12-31,off
";

#[test]
fn lines_are_read_as_people_write_them() {
    let days = read_days(YEAR, 2027, true).expect("a whole year");
    assert_eq!(days.len(), 10);
    for (text, works) in [("2027-01-02", false), ("2027-01-03", false), ("2027-02-06", true), ("2026-12-31", false)] {
        assert_eq!(days.get(&day(text)), Some(&works), "{text}");
    }
}

#[test]
fn whole_days_of_an_icalendar_file_are_read() {
    let event = |from: &str, until: &str, more: &str| {
        format!("BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:{from}\r\nDTEND;VALUE=DATE:{until}\r\n{more}\r\nEND:VEVENT\r\n")
    };
    let text = [
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n".to_owned(),
        event("20270101", "20270104", "SUMMARY:元旦（休）"),
        event("20270206", "20270207", "SUMMARY:春节\r\n （班）"),
        event("20270501", "20270503", "SUMMARY:劳动节\r\nX-APPLE-SPECIAL-DAY:WORK-HOLIDAY"),
        "BEGIN:VEVENT\r\nDTSTART:20271001T000000Z\r\nSUMMARY:国庆节 休\r\nEND:VEVENT\r\n".to_owned(),
        event("20271002", "20271004", "SUMMARY:国庆节 休"),
        "END:VCALENDAR\r\n".to_owned(),
    ]
    .concat();
    let days = read_days(&text, 2027, true).expect("a whole year");
    let off = days.values().filter(|works| !**works).count();
    assert_eq!((off, days.len()), (8, 9));
    assert_eq!(days.get(&day("2027-02-06")), Some(&true), "a folded summary is one");
}

#[test]
fn every_wrong_line_is_named_and_nothing_is_taken() {
    let text = "2027-02-30,off
2027-01-04
2027-01-05,maybe
2028-01-01,off
2026-11-30,off
2027-01-01,off
2027-01-01,work
2027-01-01,off
2027-03-01,work
someday,off";
    let faults = read_days(text, 2027, true).expect_err("refused");
    let said: Vec<_> = faults.iter().map(|fault| (fault.line, fault.wrong)).collect();
    let want = [
        (1, LineWrong::BadDay),
        (2, LineWrong::NoKind),
        (3, LineWrong::NoKind),
        (4, LineWrong::OtherYear),
        (5, LineWrong::OtherYear),
        (7, LineWrong::WorkedAnyway),
        (8, LineWrong::Twice),
        (9, LineWrong::WorkedAnyway),
        (10, LineWrong::BadDay),
    ];
    assert_eq!(said, want);
    let events = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270101\nSUMMARY:元旦\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:20270101\n\
        DTEND:20270301\nSUMMARY:休\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:休\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:20270501\nSUMMARY:休";
    let said: Vec<_> =
        read_days(events, 2027, false).expect_err("refused").iter().map(|fault| (fault.line, fault.wrong)).collect();
    let want = [(2, LineWrong::NoKind), (6, LineWrong::TooLong), (11, LineWrong::BadDay), (14, LineWrong::Unfinished)];
    assert_eq!(said, want);
}

#[test]
fn half_a_year_is_no_year() {
    let half = "2027-01-01,off\n2027-05-01,off\n2027-05-02,off";
    let said: Vec<_> = read_days(half, 2027, true).expect_err("refused").into_iter().map(|fault| fault.text).collect();
    assert_eq!(said, ["2027-10-01", "2027-10-02", "2027-10-03"]);
    assert!(read_days(half, 2027, false).is_ok(), "elsewhere other days are off");
    let nothing: Vec<_> =
        read_days("# 空", 2027, false).expect_err("refused").iter().map(|fault| fault.wrong).collect();
    assert_eq!(nothing, [LineWrong::Nothing]);
}
