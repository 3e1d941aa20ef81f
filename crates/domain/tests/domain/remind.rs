//! Reminders, escalations, the ball and the board, on P-KS (T-2, T-3, D-5).

use crate::desk::{Desk, calendar};
use chrono_tz::Asia::Shanghai;
use kesu_domain::derive::{Holder, Press, ball, inbox, reminders, waits};
use kesu_domain::engine::{Moment, clocks};
use kesu_domain::procedure::BUILTIN;
use kesu_domain::time::{Calendar, Pause, Stamp};
use serde_json::json;

fn desk() -> Desk {
    let mut d = Desk::open(BUILTIN[0].1, calendar());
    d.does(
        "sales",
        "register",
        "",
        json!({ "complaint": { "customer": 1, "channel": "phone", "received_at": "2026-11-24T01:00:00.000Z", "class": "quality",
            "words": { "zh": "400 只果皮箱两个月内 12 只焊缝生锈" }, "acknowledged": "yes", "samples": "no" } }),
    );
    d
}

fn local(at: Stamp) -> String {
    at.local(Shanghai).format("%m-%d %H:%M").to_string()
}

fn at(text: &str) -> Stamp {
    let local = chrono::NaiveDateTime::parse_from_str(&format!("2026-{text}"), "%Y-%m-%d %H:%M").expect("a local time");
    Stamp::at_local(local, Shanghai)
}

/// Task, what is said, to whom, when.
fn said(d: &Desk, calendar: &Calendar) -> Vec<(String, &'static str, String, String)> {
    let clocks = clocks(&d.procedure, &d.case, &Moment { now: d.now, calendar });
    let all = reminders(&d.procedure, &d.case, &clocks, calendar).into_iter().map(|one| {
        let press = match one.press {
            Press::Remind => "remind",
            Press::Escalate => "escalate",
        };
        let to: Vec<_> = one.tokens.into_iter().filter(|token| !token.contains('/')).collect();
        (one.key.task.to_string(), press, to.join(" "), local(one.since))
    });
    all.filter(|(task, ..)| task == "contain").collect()
}

fn pause(from: &str, until: Option<&str>) -> Pause {
    let (reason, holder) = ("等待客户寄回不良品".into(), "customer".into());
    Pause { from: at(from), until: until.map(at), reason, holder, customer_agreed: false, evidence: None }
}

/// Received 24 November 09:00: containment within 24 hours, reminder 8 hours ahead, one hour after it the plant manager is told.
#[test]
fn what_is_near_is_said_to_its_holder_and_what_is_late_to_whom_the_rule_names() {
    let mut d = desk();
    let calendar = calendar();
    let want = [
        ("contain".to_owned(), "remind", "role:qe@1".to_owned(), "11-25 01:00".to_owned()),
        ("contain".to_owned(), "escalate", "role:plant@1".to_owned(), "11-25 10:00".to_owned()),
    ];
    assert_eq!(said(&d, &calendar), want);
    d.now = at("12-20 10:00");
    assert_eq!(said(&d, &calendar), want, "moments follow from the case, whenever they are asked for");
    d.case.head.pauses = vec![pause("11-24 12:00", None)];
    assert_eq!(said(&d, &calendar), want, "containment cannot be paused");
    d.does(
        "qe",
        "contain",
        "",
        json!({ "containment": { "places": [{ "id": 1, "place": "finished", "checked": 60, "ng": 2 }] } }),
    );
    assert_eq!(said(&d, &calendar), [], "what is done presses nobody");
}

/// Lists are made when a case is saved and read much later: nothing in them may move with the clock.
#[test]
fn what_lists_keep_does_not_depend_on_when_it_is_made() {
    let mut d = desk();
    let calendar = calendar();
    for pauses in [
        vec![],
        vec![pause("11-24 12:00", None)],
        vec![pause("11-24 12:00", Some("11-25 12:00"))],
        vec![pause("11-30 12:00", None)],
        vec![pause("11-24 12:00", Some("11-25 12:00")), pause("11-25 15:00", None)],
    ] {
        d.case.head.pauses = pauses;
        let made = |now| {
            let clocks = clocks(&d.procedure, &d.case, &Moment { now, calendar: &calendar });
            let reminders = reminders(&d.procedure, &d.case, &clocks, &calendar);
            (inbox(&d.procedure, &d.case, &clocks, &reminders), waits(&d.procedure, &d.case, &clocks), reminders)
        };
        let first = made(at("11-30 12:30"));
        for later in ["11-30 12:31", "12-05 00:00", "12-30 23:59"] {
            assert_eq!(made(at(later)), first, "{:?} at {later}", d.case.head.pauses);
        }
    }
}

/// The judgement is due in two working days and stands in a pause; it was late already in a pause that began after its deadline.
#[test]
fn a_clock_that_stands_has_no_deadline_in_lists_and_one_that_was_late_keeps_it() {
    let mut d = desk();
    let calendar = calendar();
    let judge = |d: &Desk| {
        let clocks = clocks(&d.procedure, &d.case, &Moment { now: at("12-20 10:00"), calendar: &calendar });
        let rows = waits(&d.procedure, &d.case, &clocks);
        let row = rows.into_iter().find(|row| row.key.task.as_str() == "judge").expect("it is open");
        (row.due.map(local), row.holder, row.paused)
    };
    d.does(
        "qe",
        "contain",
        "",
        json!({ "containment": { "places": [{ "id": 1, "place": "finished", "checked": 60, "ng": 2 }] } }),
    );
    let qe = Holder::Role("qe".into());
    assert_eq!(judge(&d), (Some("11-26 00:00".into()), qe, false));
    d.case.head.pauses = vec![pause("11-25 12:00", None)];
    let outside = Holder::Party("customer".into());
    assert_eq!(judge(&d), (None, outside.clone(), true));
    d.case.head.pauses = vec![pause("11-30 12:00", None)];
    assert_eq!(judge(&d), (Some("11-26 00:00".into()), outside, true), "late, and waiting for somebody else");
}

#[test]
fn each_moment_knows_who_holds_the_ball() {
    let mut d = desk();
    d.now = at("11-24 15:00");
    d.does(
        "qe",
        "contain",
        "",
        json!({ "containment": { "places": [{ "id": 1, "place": "finished", "checked": 60, "ng": 2 }] } }),
    );
    d.case.head.pauses = vec![pause("11-25 09:00", Some("11-26 10:30"))];
    d.now = at("11-26 16:00");
    d.does(
        "qe",
        "judge",
        "",
        json!({ "validity": { "verdict": "partly", "reason": "焊缝未清理" }, "level": { "severity": "serious", "track": "simple" } }),
    );
    let ball = ball(&d.procedure, &d.case, at("11-27 08:00"));
    let text = |holder: &Holder| serde_json::to_value(holder).expect("JSON").to_string();
    let said: Vec<_> = ball
        .stretches
        .iter()
        .map(|one| {
            let task = one.task.as_ref().map_or(String::new(), |task| task.task.to_string());
            (local(one.from), one.until.map(local).unwrap_or_default(), text(&one.holder), task)
        })
        .collect();
    let row =
        |from: &str, until: &str, holder: &str, task: &str| (from.into(), until.into(), holder.into(), task.into());
    assert_eq!(
        said,
        [
            row("11-24 09:00", "11-24 15:00", r#"{"role":"qe"}"#, "contain"),
            row("11-24 15:00", "11-25 09:00", r#"{"role":"qe"}"#, "judge"),
            row("11-25 09:00", "11-26 10:30", r#"{"party":"customer"}"#, ""),
            row("11-26 10:30", "11-26 16:00", r#"{"role":"qe"}"#, "judge"),
            row("11-26 16:00", "", r#"{"role":"sales"}"#, "settle"),
        ]
    );
    let shares: Vec<_> = ball.shares.iter().map(|share| (text(&share.holder), share.millis / 60_000)).collect();
    let minutes = |days: i64, hours: i64, minutes: i64| (days * 24 + hours) * 60 + minutes;
    assert_eq!(
        shares,
        [
            (r#"{"role":"qe"}"#.to_owned(), minutes(1, 5, 30)),
            (r#"{"party":"customer"}"#.to_owned(), minutes(1, 1, 30)),
            (r#"{"role":"sales"}"#.to_owned(), minutes(0, 16, 0)),
        ]
    );
}
