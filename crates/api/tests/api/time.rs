//! What time asks: deadlines as the case shows them, an entered calendar, reminders, the board, the day of one person.

use crate::desk::{Desk, PASSWORD};
use chrono::NaiveDateTime;
use chrono_tz::Asia::Shanghai;
use kesu_api::machine::Machine;
use kesu_domain::master::{ProcedureState, ProcedureText};
use kesu_domain::procedure::BUILTIN;
use kesu_domain::time::Stamp;
use kesu_store::door::Command;
use kesu_store::error::Error;
use kesu_store::folder::Folder;
use serde_json::{Value, json};

/// Sets the clock by the wall clock of the plant. Whoever was signed in has been idle too long and signs in again.
fn clock(desk: &mut Desk, local: &str) {
    desk.machine.set(at(local));
    for login in ["admin", "sales", "qe", "dept", "plant", "gm", "reader"] {
        desk.sign_in(login, PASSWORD);
    }
}

fn at(local: &str) -> Stamp {
    Stamp::at_local(NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M").expect("a local time"), Shanghai)
}

/// A moment of an answer by the wall clock of the plant.
fn local(value: &Value) -> String {
    let text = value.as_str().unwrap_or_default();
    text.parse::<Stamp>().map(|at| at.local(Shanghai).format("%Y-%m-%d %H:%M").to_string()).unwrap_or_default()
}

fn of_task<'a>(rows: &'a Value, task: &str) -> &'a Value {
    rows.as_array()
        .and_then(|rows| rows.iter().find(|row| row["key"]["task"] == task || row["task"]["task"] == task))
        .unwrap_or(&Value::Null)
}

/// Until when a task is due, as the case shows it: by the department's clock and by the customer's.
fn due(view: &Value, task: &str) -> (String, String) {
    let clock = of_task(&view["clocks"], task);
    (local(&clock["due"]), local(&clock["customer_due"]))
}

/// P-KS took effect in November; here it is in force from ever.
fn always_in_force(desk: &Desk) {
    let (number, text) = BUILTIN.iter().find(|(number, _)| *number == "P-KS").expect("P-KS is built in");
    let (zone, machine) = ("+08:00".into(), "still".into());
    let now = desk.machine.now();
    let command = Command { actor: None, now, action: "test", reason: String::new(), request: None, zone, machine };
    let (text, version, state) = (text.replace("\"A/0\"", "\"A/1\""), "A/1".into(), ProcedureState::Issued);
    let issued = ProcedureText { number: (*number).into(), version, text, state, approved_by: None, effective: None };
    let folder = Folder::open(&desk.data, Box::new(|bytes| bytes.fill(3))).expect("a second process");
    folder.write::<_, Error>(command, |w| w.add(&issued)).expect("issued");
}

/// Shifts of the plant, 08:00–12:00 and 13:30–17:30, in a year whose days were published.
fn with_shifts(desk: &Desk) {
    let shifts = json!([{"from": "08:00:00", "until": "12:00:00"}, {"from": "13:30:00", "until": "17:30:00"}]);
    let year = json!({"plant": 1, "year": 2026, "off": [], "work": [], "shifts": shifts, "source": "厂令 2026-03"});
    desk.done("admin", "calendar_save", json!({"year": year}));
}

/// Registered on 29 September 10:00, two pauses: from 30 September 15:07 to 8 October 10:23, from 8 October 16:41 to 10 October 09:02.
/// Off are 1 to 7 October, Saturday 10 October is worked. The judgement has one working day, the samples two.
#[test]
fn two_pauses_over_national_day_as_the_case_shows_them() {
    let mut desk = Desk::at("2026-09-28T01:00:00.000Z");
    always_in_force(&desk);
    with_shifts(&desk);
    clock(&mut desk, "2026-09-29 10:00");
    let mut complaint = desk.complaint();
    complaint["samples"] = json!("yes");
    let case = desk.done("sales", "case_register", json!({"complaint": complaint}))["case"].clone();
    let shown = |desk: &Desk| {
        let view = desk.done("qe", "case_get", json!({"case": case}));
        [due(&view, "contain"), due(&view, "judge"), due(&view, "samples")]
    };
    let want = |house: [&str; 3], customer: [&str; 3]| {
        std::array::from_fn(|n| (format!("2026-{}", house[n]), format!("2026-{}", customer[n])))
    };
    let as_ruled = ["09-30 10:00", "09-30 17:30", "10-08 17:30"];
    assert_eq!(shown(&desk), want(as_ruled, as_ruled));

    clock(&mut desk, "2026-09-30 15:07");
    desk.done("qe", "case_pause", json!({"case": case, "reason": "等待客户寄回不良品", "holder": "customer"}));
    clock(&mut desk, "2026-10-05 12:00");
    let row = of_task(&desk.done("qe", "inbox_list", json!({}))["tasks"], "judge").clone();
    assert_eq!((&row["due"], &row["paused_with"]), (&Value::Null, &json!("customer")), "it stands, and is not overdue");
    let overdue = desk.done("qe", "board", json!({"overdue": true}))["tasks"].clone();
    let late: Vec<_> = overdue.as_array().expect("tasks").iter().map(|row| row["task"]["task"].clone()).collect();
    assert_eq!(late, ["contain"], "containment cannot be paused");

    clock(&mut desk, "2026-10-08 10:23");
    desk.done("qe", "case_resume", json!({"case": case}));
    assert_eq!(shown(&desk), want(["09-30 10:00", "10-08 17:30", "10-09 17:30"], as_ruled));

    clock(&mut desk, "2026-10-08 16:41");
    let agreed =
        json!({"case": case, "reason": "客户要求节后再议", "holder": "customer", "agreed": "邮件 2026-10-08 16:20"});
    desk.done("qe", "case_pause", agreed);
    clock(&mut desk, "2026-10-10 09:02");
    desk.done("qe", "case_resume", json!({"case": case}));
    // Of the customer's clock only the second pause: it began before the samples were due on 8 October 17:30.
    let customer = ["09-30 10:00", "09-30 17:30", "10-10 17:30"];
    assert_eq!(shown(&desk), want(["09-30 10:00", "10-10 17:30", "10-12 17:30"], customer));
    let row = of_task(&desk.done("qe", "inbox_list", json!({}))["tasks"], "judge").clone();
    assert_eq!(
        (local(&row["due"]), local(&row["customer_due"])),
        ("2026-10-10 17:30".into(), "2026-09-30 17:30".into())
    );
    let ball = desk.done("qe", "case_get", json!({"case": case}))["ball"].clone();
    let outside = ball["shares"].as_array().expect("shares").iter().find(|one| one["holder"]["party"] == "customer");
    let minutes = (7 * 24 * 60 + 19 * 60 + 16) + (24 * 60 + 16 * 60 + 21);
    assert_eq!(outside.expect("the customer held it")["millis"], json!(minutes * 60_000));
}

/// A year as a plant enters it, with all that the law says of every year.
const YEAR: &str = "2027-01-01,off\n2027-01-02,off\n2027-01-03,off\n2027-05-01,off\n2027-05-02,off\n2027-10-01,off\n2027-10-02,off\n2027-10-03,off\n";

#[test]
fn an_unknown_year_says_so_until_it_is_imported_and_then_every_list_follows() {
    let mut desk = Desk::at("2026-12-30T01:00:00.000Z");
    clock(&mut desk, "2026-12-31 10:00");
    let case = desk.register();
    let view = desk.view("qe", case);
    let judge = of_task(&view["clocks"], "judge");
    assert_eq!((&judge["due"], &judge["unknown_year"]), (&Value::Null, &json!(2027)), "nothing is guessed");
    let unknown =
        |desk: &Desk| of_task(&desk.done("qe", "inbox_list", json!({}))["tasks"], "judge")["unknown_year"].clone();
    assert_eq!(unknown(&desk), json!(2027));
    assert_eq!(desk.done("qe", "board", json!({}))["total"]["unknown_year"], json!(1));

    let import =
        |text: &str, rev: i64| json!({"plant": 1, "year": 2027, "text": text, "source": "厂令 2027-01", "rev": rev});
    let half = desk.refused("admin", "calendar_import", import("2027-01-01,off\n2027-02-31,off\n2027-01-04,work", 0));
    let said: Vec<_> = half["fields"].as_array().expect("fields").iter().map(|f| (&f["field"], &f["wrong"])).collect();
    assert_eq!(said, [(&json!("text.2"), &json!("bad_day")), (&json!("text.3"), &json!("worked_anyway"))]);
    let half = desk.refused("admin", "calendar_import", import("2027-01-01,off", 0));
    assert_eq!(half["fields"][0]["wrong"], "not_whole_year", "{half}");
    assert_eq!(desk.refused("qe", "calendar_import", import(YEAR, 0))["code"], "forbidden");
    assert_eq!(unknown(&desk), json!(2027), "nothing of it was taken");

    let saved = desk.done("admin", "calendar_import", import(YEAR, 0));
    assert_eq!((&saved["off"], &saved["open"], &saved["changed"]), (&json!(8), &json!(1), &json!(1)), "{saved}");
    let row = of_task(&desk.done("qe", "inbox_list", json!({}))["tasks"], "judge").clone();
    assert_eq!(
        (local(&row["due"]), &row["unknown_year"]),
        ("2027-01-05 00:00".into(), &Value::Null),
        "the end of Monday 4 January"
    );
    assert_eq!(due(&desk.view("qe", case), "judge").0, "2027-01-05 00:00");
    let again = desk.refused("admin", "calendar_import", import(YEAR, 0));
    assert_eq!(again["code"], "conflict", "what stands there is replaced knowingly: {again}");
    let longer = format!("{YEAR}2027-01-04,off\n");
    let saved = desk.done("admin", "calendar_import", import(&longer, 1));
    assert_eq!((&saved["rev"], &saved["changed"]), (&json!(2), &json!(1)));
    let row = of_task(&desk.done("qe", "inbox_list", json!({}))["tasks"], "judge").clone();
    assert_eq!(local(&row["due"]), "2027-01-06 00:00");
}

/// Received on 24 November 09:00; containment within 24 hours, one hour later the plant manager is told.
#[test]
fn what_is_late_is_pressed_until_it_is_done() {
    let mut desk = Desk::new();
    let case = desk.register();
    let pressed = |desk: &Desk, login: &str| desk.done(login, "inbox_list", json!({}))["pressed"].clone();
    let remind = local(&of_task(&desk.done("qe", "inbox_list", json!({}))["tasks"], "contain")["remind"]);
    assert_eq!(remind, "2026-11-25 01:00", "eight hours ahead");
    clock(&mut desk, "2026-11-25 09:59");
    assert_eq!(pressed(&desk, "plant"), json!([]), "not yet");
    clock(&mut desk, "2026-11-25 10:00");
    let rows = pressed(&desk, "plant");
    let row = &rows[0];
    assert_eq!(
        (&row["case"], &row["task"]["task"], &row["role"]),
        (&json!(case), &json!("contain"), &json!("plant")),
        "{rows}"
    );
    assert_eq!((local(&row["since"]), local(&row["due"])), ("2026-11-25 10:00".into(), "2026-11-25 09:00".into()));
    assert_eq!(pressed(&desk, "qe"), json!([]), "whoever is to do it has the task itself");
    let digest = desk.done("plant", "digest", json!({}));
    assert_eq!(digest["pressed"][0]["number"], row["number"]);
    let news = |desk: &Desk, login: &str| desk.app.news(&desk.caller(login)).expect("looked for");
    assert_eq!(news(&desk, "plant"), ["KS-2026-0001 已逾期，请催办"]);
    assert_eq!(news(&desk, "plant"), Vec::<String>::new(), "nothing is told twice");
    assert_eq!(news(&desk, "qe"), ["KS-2026-0001 即将到期"]);
    assert_eq!(desk.app.news(&kesu_api::app::Caller::default()).expect("nobody sits there"), Vec::<String>::new());
    desk.contain(case);
    assert_eq!(pressed(&desk, "plant"), json!([]), "what is done presses nobody");
}

#[test]
fn the_day_of_one_person() {
    let mut desk = Desk::new();
    let first = desk.register();
    clock(&mut desk, "2026-11-25 16:00");
    let second = desk.register();
    clock(&mut desk, "2026-11-26 08:30");
    let digest = desk.done("qe", "digest", json!({}));
    let cases = |part: &str| {
        let tasks = digest[part]["tasks"].as_array().expect("tasks").clone();
        let said: Vec<_> = tasks.iter().map(|row| (row["case"].clone(), row["task"]["task"].clone())).collect();
        assert_eq!(digest[part]["count"], json!(said.len()), "{part}");
        said
    };
    let row = |case: i64, task: &str| (json!(case), json!(task));
    assert_eq!(digest["day"], "2026-11-26");
    assert_eq!(cases("yesterday"), [row(first, "contain"), row(first, "judge")], "the end of the 25th is yesterday's");
    assert_eq!(cases("overdue"), [row(first, "contain"), row(first, "judge")]);
    assert_eq!(cases("today"), [row(second, "contain"), row(second, "judge")]);
    assert_eq!(cases("soon"), []);
    let digest = desk.done("qe", "digest", json!({"limit": 1}));
    assert_eq!(
        (&digest["overdue"]["count"], digest["overdue"]["tasks"].as_array().map(Vec::len)),
        (&json!(2), Some(1))
    );
}

#[test]
fn the_board_counts_what_each_person_may_see() {
    let mut desk = Desk::new();
    let open = desk.register();
    let secret = json!({"complaint": desk.complaint(), "confidential": true});
    let secret = desk.done("sales", "case_register", secret)["case"].clone();
    clock(&mut desk, "2026-11-25 12:00");
    let totals = |desk: &Desk, login: &str, asked: Value| {
        let board = desk.done(login, "board", asked);
        let total = &board["total"];
        let rows = board["tasks"].as_array().map_or(0, Vec::len);
        (total["tasks"].clone(), total["overdue"].clone(), total["today"].clone(), rows)
    };
    assert_eq!(totals(&desk, "qe", json!({})), (json!(4), json!(2), json!(2), 4), "who takes part counts both");
    assert_eq!(totals(&desk, "gm", json!({})), (json!(2), json!(1), json!(1), 2), "of the other nothing is known");
    assert_eq!(totals(&desk, "qe", json!({"procedure": "P-XX"})), (json!(0), json!(0), json!(0), 0));
    let board = desk.done("gm", "board", json!({"stage": "intake", "holder": {"role": "qe"}}));
    assert_eq!(board["tasks"].as_array().map(Vec::len), Some(1), "{board}");
    assert_eq!(board["tasks"][0]["task"]["task"], "contain");
    let stages: Vec<_> = board["stages"].as_array().expect("stages").iter().map(|one| one["stage"].clone()).collect();
    assert_eq!(stages, ["intake", "judge"], "counts stay whole; what is late first");
    assert_eq!(board["holders"][0]["holder"], json!({"role": "qe"}));
    assert_eq!(local(&board["stages"][0]["waiting"]["oldest"]), "2026-11-24 09:00");
    let late = |task: &str, reason: &str| json!({"case": open, "task": desk.key(open, task), "reason": reason});
    assert_eq!(desk.refused("qe", "task_late", late("judge", "忙"))["fields"][0]["wrong"], "not_late");
    assert_eq!(desk.refused("qe", "task_late", late("contain", " "))["code"], "refused", "a reason is said");
    assert_eq!(desk.refused("reader", "task_late", late("contain", "忙"))["code"], "forbidden");
    desk.done("qe", "task_late", late("contain", "中转仓盘点人手不足，下午补齐"));
    let reason = desk.done("gm", "board", json!({"overdue": true}))["tasks"][0]["reason"].clone();
    assert_eq!(reason, "中转仓盘点人手不足，下午补齐");
    desk.done("qe", "case_pause", json!({"case": open, "reason": "等待客户", "holder": "customer"}));
    let board = desk.done("gm", "board", json!({}));
    let holders: Vec<_> =
        board["holders"].as_array().expect("holders").iter().map(|one| one["holder"].clone()).collect();
    assert_eq!(holders, [json!({"role": "qe"}), json!({"party": "customer"})]);
    assert_eq!(board["total"]["paused"], json!(1), "{secret} is nobody's business here");
}

/// Lines, folded as RFC 5545 says.
fn unfolded(text: &str) -> Vec<String> {
    assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']), "lines end in CRLF");
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "no line has more than 75 bytes");
    text.replace("\r\n ", "").split("\r\n").filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

#[test]
fn ones_own_deadlines_for_a_calendar() {
    let desk = Desk::new();
    desk.register();
    let read = || {
        let said = desk.done("qe", "ical", json!({}));
        assert_eq!(said["events"], json!(2));
        unfolded(said["text"].as_str().expect("a text"))
    };
    let lines = read();
    let opens = lines.iter().filter(|line| line.starts_with("BEGIN:")).count();
    let closes = lines.iter().filter(|line| line.starts_with("END:")).count();
    assert_eq!((opens, closes, lines[0].as_str()), (3, 3, "BEGIN:VCALENDAR"));
    assert_eq!(lines.last().map(String::as_str), Some("END:VCALENDAR"));
    for line in &lines {
        let name = line.split([':', ';']).next().unwrap_or_default();
        assert!(!name.is_empty() && name.chars().all(|c| c.is_ascii_uppercase() || c == '-'), "{line}");
    }
    let values = |name: &str| -> Vec<String> {
        let of = |line: &String| line.strip_prefix(name).and_then(|rest| rest.strip_prefix(':')).map(str::to_owned);
        lines.iter().filter_map(of).collect()
    };
    assert_eq!(values("DTSTART"), ["20261125T010000Z", "20261125T160000Z"], "moments in UTC");
    assert_eq!(values("DTSTAMP"), ["20261124T010000Z"; 2]);
    assert_eq!(values("SUMMARY")[0], "KS-2026-0001 库存确认与围堵");
    assert!(lines.iter().all(|line| !line.contains("焊缝")), "what a case is about leaves the house with no calendar");
    let uids = values("UID");
    assert!(uids[0] != uids[1] && uids.iter().all(|uid| uid.ends_with(".kesu")), "{uids:?}");
    desk.machine.pass(60_000);
    let again = read();
    assert!(uids.iter().all(|uid| again.contains(&format!("UID:{uid}"))), "the same task keeps its name");
}

#[test]
fn the_morning_sheet_has_one_page() {
    let mut desk = Desk::new();
    for _ in 0..12 {
        desk.register();
    }
    clock(&mut desk, "2026-11-25 09:30");
    for language in ["zh", "en", "both"] {
        let (name, bytes) =
            desk.app.morning(&desk.caller("plant"), kesu_domain::id::PlantId(1), language).expect("drawn");
        assert!(name.ends_with("2026-11-25.pdf") && bytes.starts_with(b"%PDF"), "{name}");
        let is_page = |at: usize| bytes[at..].starts_with(b"/Type/Page") && bytes.get(at + 10) != Some(&b's');
        assert_eq!((0..bytes.len()).filter(|at| is_page(*at)).count(), 1, "{language}");
    }
    assert!(desk.app.morning(&desk.caller("plant"), kesu_domain::id::PlantId(9), "zh").is_err());
}

/// The days of a plant end elsewhere from now on: what lists keep follows.
#[test]
fn deadlines_follow_the_zone_of_the_plant() {
    let desk = Desk::at("2026-11-23T17:00:00.000Z");
    let received = |desk: &Desk| desk.done("qe", "register_list", json!({}))["rows"][0]["received_on"].clone();
    desk.register();
    let row = |desk: &Desk| of_task(&desk.done("qe", "inbox_list", json!({}))["tasks"], "judge").clone();
    assert_eq!(row(&desk)["unknown_year"], Value::Null);
    assert_eq!(received(&desk), "2026-11-24");
    let plant = desk.done("qe", "master_list", json!({"of": "plant"}))["rows"][0].clone();
    let mut body = plant["row"].clone();
    body["body"]["zone"] = json!("Europe/Berlin");
    desk.done("admin", "plant_save", json!({"id": plant["id"], "rev": plant["rev"], "row": body}));
    assert_eq!(row(&desk)["unknown_year"], json!(2026), "China's calendar is not theirs");
    assert_eq!(received(&desk), "2026-11-23", "it was evening there");
}

/// A row of the calendar is that of its plant and year, for good.
#[test]
fn a_year_of_the_calendar_stays_that_year() {
    let desk = Desk::new();
    let year = |year: i32| json!({"plant": 1, "year": year, "off": [], "work": [], "shifts": [], "source": "厂令"});
    let kept = desk.done("admin", "calendar_save", json!({"year": year(2026)}));
    let other = json!({"id": kept["id"], "rev": kept["rev"], "year": year(2027)});
    assert_eq!(desk.refused("admin", "calendar_save", other)["fields"][0]["wrong"], "not_the_same");
    for never in [1999, 20_267, -1] {
        let refused = desk.refused("admin", "calendar_save", json!({"year": year(never)}));
        assert_eq!(refused["fields"][0]["wrong"], "no_such_year", "{never}");
        let import = json!({"plant": 1, "year": never, "text": "", "source": "厂令", "rev": 0});
        assert_eq!(desk.refused("admin", "calendar_import", import)["fields"][0]["wrong"], "no_such_year", "{never}");
    }
}
