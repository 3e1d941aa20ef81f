//! The engine on P-KS: the way of a case, its loops, and what must not be possible.

use crate::desk::Desk;
use kesu_domain::case::CaseState;
use kesu_domain::engine::{Blocked, Moment, Step, clocks};
use kesu_domain::procedure::BUILTIN;
use serde_json::{Value, json};

fn desk() -> Desk {
    Desk::open(BUILTIN[0].1, crate::desk::calendar())
}

fn complaint(class: &str) -> Value {
    json!({ "complaint": { "customer": 1, "channel": "phone", "received_at": "2026-11-24T01:00:00.000Z", "class": class,
        "words": { "zh": "400 只果皮箱两个月内 12 只焊缝生锈，要求全部更换" }, "acknowledged": "yes", "samples": "no" } })
}

fn judged(verdict: &str, track: &str) -> Value {
    json!({ "validity": { "verdict": verdict, "reason": "焊缝未清理，理由成立；全部更换不合理" }, "level": { "severity": "serious", "track": track } })
}

/// Registered and contained, in front of the judgement.
fn registered() -> Desk {
    let mut d = desk();
    d.does("sales", "register", "", complaint("quality"));
    d.does(
        "qe",
        "contain",
        "",
        json!({ "containment": { "places": [{ "id": 1, "place": "finished", "checked": 60, "ng": 2 }] } }),
    );
    d
}

/// As far as the measures, on this track.
pub(crate) fn at_measures(track: &str) -> Desk {
    let mut d = registered();
    d.does("qe", "judge", "", judged("partly", track));
    if track == "8d" {
        d.does("qe", "team", "", json!({ "team": { "leader": { "account": 2 }, "members": [{ "id": 1, "who": { "account": 2 } },
            { "id": 2, "who": { "account": 3 } }, { "id": 3, "who": { "account": 4 } }] }, "problem": { "statement": "焊缝锈蚀" } }));
    }
    d.does(
        "qe",
        "issue",
        "",
        json!({ "capa": { "source": "complaint", "fact": "12/400 锈蚀", "reply_due": "2026-12-01" } }),
    );
    analysed(&mut d);
    d
}

fn analysed(d: &mut Desk) {
    d.does(
        "qe",
        "analyse",
        "",
        json!({ "causes": { "whys": [{ "id": 1, "branch": "occurrence", "cause": "喷砂机停修" }] } }),
    );
    d.does("qe", "responsible", "", json!({ "responsibility": { "departments": [3] } }));
}

pub(crate) fn planned(d: &mut Desk, cost: i64) {
    d.does("dept", "measures", "", json!({ "actions": { "lines": [{ "id": 1, "kind": "corrective", "what": "恢复喷砂", "owner": { "account": 3 }, "due": "2026-12-10" }] } }));
    d.does("qe", "plan", "", json!({ "plan": { "remedy": "exchange", "told": { "zh": "更换 12 只" }, "cost": cost } }));
    d.does("dept", "evaluate_dept", "3", json!({ "evaluation": { "feasible": "yes" } }));
}

pub(crate) fn approved(d: &mut Desk) {
    let yes = json!({ "approval": { "answer": "approved" } });
    d.does("plant", "approve", "", yes.clone());
    if d.at("approve") {
        d.does("gm", "approve_gm_level", "", yes);
    }
}

pub(crate) fn replied(d: &mut Desk, answer: &str) {
    d.does(
        "sales",
        "reply",
        "",
        json!({ "reply": { "text": { "zh": "已更换" }, "sent_at": "2026-11-25T01:00:00.000Z", "answer": answer } }),
    );
}

pub(crate) fn checked(d: &mut Desk, verdict: &str) {
    d.does(
        "qe",
        "check",
        "",
        json!({ "effectiveness": { "criterion": "0 锈蚀", "sample": 50, "after": "0/50", "verdict": verdict } }),
    );
}

fn implemented(d: &mut Desk) {
    d.does(
        "dept",
        "implement",
        "1",
        json!({ "action_progress": { "text": "已恢复", "done_on": "2026-12-08", "evidence": "首件记录" } }),
    );
}

#[test]
fn containment_never_waits_for_validity() {
    let mut d = desk();
    d.does("sales", "register", "", complaint("quality"));
    assert_eq!((d.stage(), d.open_rows()), ("judge", vec!["contain".to_owned(), "judge".into()]));
    d.does("qe", "judge", "", judged("not_established", "simple"));
    d.does("sales", "explain", "", json!({ "explanation": { "told": { "zh": "属正常磨损" }, "accepted": "yes" } }));
    assert_eq!(d.stage(), "explain", "the end of the case waits for the containment");
    d.does(
        "qe",
        "contain",
        "",
        json!({ "containment": { "places": [{ "id": 1, "place": "finished", "checked": 0 }] } }),
    );
    assert_eq!((d.stage(), d.case.head.state), ("archive", CaseState::Archived));
}

#[test]
fn a_service_complaint_has_nothing_to_contain() {
    let mut d = desk();
    d.does("sales", "register", "", complaint("service"));
    assert_eq!(d.open_rows(), ["judge"]);
}

/// D-5: each action runs against the date that was planned for it, not against one date of all.
#[test]
fn each_action_is_due_on_its_own_date() {
    let mut d = at_measures("8d");
    let line = |id: i64, due: &str| json!({ "id": id, "kind": "corrective", "what": "恢复喷砂", "owner": { "account": 3 }, "due": due });
    d.does("dept", "measures", "", json!({ "actions": { "lines": [line(1, "2026-12-10"), line(2, "2027-01-05")] } }));
    d.does(
        "qe",
        "plan",
        "",
        json!({ "plan": { "remedy": "exchange", "told": { "zh": "更换 12 只" }, "cost": 100_000 } }),
    );
    d.does("dept", "evaluate_dept", "3", json!({ "evaluation": { "feasible": "yes" } }));
    for (who, member) in [("qe", "1"), ("plant", "3")] {
        d.does(who, "evaluate_team", member, json!({ "evaluation": { "feasible": "yes" } }));
    }
    approved(&mut d);
    replied(&mut d, "accepted");
    let due = |d: &Desk, slot: &str| {
        let at = Moment { now: d.now, calendar: &d.calendar };
        let clocks = clocks(&d.procedure, &d.case, &at);
        clocks.into_iter().find(|clock| clock.key == d.key("implement", slot)).and_then(|clock| clock.due)
    };
    // The whole day is theirs: until midnight in China.
    assert_eq!(due(&d, "1"), Some("2026-12-10T16:00:00.000Z".parse().unwrap()));
    assert_eq!(due(&d, "2"), Some("2027-01-05T16:00:00.000Z".parse().unwrap()));
}

#[test]
fn the_8d_track_with_every_loop_reaches_the_archive() {
    let mut d = registered();
    d.does("qe", "judge", "", judged("pending", "8d"));
    d.does("qe", "inquire", "", json!({ "investigation": { "findings": "金相剖切" } }));
    d.does("qe", "judge", "", judged("not_established", "simple"));
    d.does("sales", "explain", "", json!({ "explanation": { "told": { "zh": "…" }, "accepted": "no" } }));
    d.does("plant", "objection", "", judged("pending", "8d"));
    assert_eq!(d.stage(), "objection");
    d.does("plant", "objection", "", judged("partly", "8d"));
    d.does("qe", "team", "", json!({ "team": { "leader": { "account": 2 }, "members": [{ "id": 1, "who": { "account": 2 } },
        { "id": 2, "who": { "account": 3 } }, { "id": 3, "who": { "account": 4 } }] }, "problem": { "statement": "焊缝锈蚀" } }));
    d.does(
        "qe",
        "issue",
        "",
        json!({ "capa": { "source": "complaint", "fact": "12/400", "reply_due": "2026-12-01" } }),
    );
    analysed(&mut d);
    let no = json!({ "evaluation": { "feasible": "no", "reason": "未覆盖流出" } });
    d.does("dept", "measures", "", json!({ "actions": { "lines": [{ "id": 1, "kind": "corrective", "what": "恢复喷砂", "owner": { "account": 3 }, "due": "2026-12-10" }] } }));
    d.does("qe", "evaluate_team", "1", no);
    assert_eq!(d.stage(), "measures", "one no is enough");
    assert_eq!(d.case.head.round, 4);
    planned(&mut d, 500_000);
    d.does("qe", "evaluate_team", "1", json!({ "evaluation": { "feasible": "yes" } }));
    assert!(d.at("measures"));
    d.does("plant", "evaluate_team", "3", json!({ "evaluation": { "feasible": "yes" } }));
    assert!(d.at("approve"), "two of the three are the quorum");
    d.fill("approve", "", &json!({ "approval": { "answer": "rejected" } }));
    let asked =
        [Blocked::Missing { field: "approval.reason".into() }, Blocked::Missing { field: "approval.back_to".into() }];
    assert_eq!(d.blocked("plant", "approve", ""), asked);
    d.does(
        "plant",
        "approve",
        "",
        json!({ "approval": { "answer": "rejected", "reason": "原因未到系统层", "back_to": "cause" } }),
    );
    assert!(d.at("cause"));
    analysed(&mut d);
    again(&mut d);
    approved(&mut d);
    replied(&mut d, "not_accepted");
    assert!(d.at("measures"));
    again(&mut d);
    approved(&mut d);
    replied(&mut d, "accepted");
    implemented(&mut d);
    checked(&mut d, "unclear");
    assert!(d.at("effect"));
    checked(&mut d, "not_effective");
    assert!(d.at("issue"));
    d.does("qe", "issue", "", json!({ "capa": { "source": "repeat", "fact": "再次锈蚀", "reply_due": "2027-01-10" } }));
    analysed(&mut d);
    again(&mut d);
    approved(&mut d);
    replied(&mut d, "accepted");
    implemented(&mut d);
    checked(&mut d, "effective");
    assert_eq!(d.step("qe", "standardise", "", Step::NotNeeded, ""), Err(vec![Blocked::NeedsReason]));
    d.does("qe", "standardise", "", json!({ "standardisation": { "proposal": "焊后清理写入作业指导书" } }));
    d.does(
        "sales",
        "visit",
        "",
        json!({ "follow_up": { "on": "2027-03-01", "satisfied": "not_satisfied", "words": "仍有顾虑" } }),
    );
    assert!(d.at("cause"));
    analysed(&mut d);
    again(&mut d);
    approved(&mut d);
    replied(&mut d, "exhausted");
    implemented(&mut d);
    checked(&mut d, "effective");
    assert_eq!(d.step("qe", "standardise", "", Step::NotNeeded, "已在上一轮完成"), Ok(()));
    d.does(
        "sales",
        "visit",
        "",
        json!({ "follow_up": { "on": "2027-04-01", "satisfied": "satisfied", "words": "满意" } }),
    );
    assert_eq!(d.case.head.state, CaseState::Settled);
    d.does("qe", "summary", "", json!({ "summary": { "text": "设备停修须走变更评审" } }));
    d.does("plant", "close", "", json!({ "closure": { "text": "同意结案", "confirmed": "yes" } }));
    assert_eq!((d.stage(), d.case.head.state), ("archive", CaseState::Archived));
    assert_eq!(d.blocked("plant", "close", ""), [Blocked::ReadOnly]);
}

/// The measures once more, with the team's two voices.
fn again(d: &mut Desk) {
    planned(d, 500_000);
    d.does("qe", "evaluate_team", "1", json!({ "evaluation": { "feasible": "yes" } }));
    d.does("plant", "evaluate_team", "3", json!({ "evaluation": { "feasible": "yes" } }));
}

#[test]
fn a_limit_reached_counts_as_reached() {
    for (cost, stage) in [(999_999, "reply"), (1_000_000, "approve"), (1_000_001, "approve")] {
        let mut d = registered();
        d.does("qe", "judge", "", json!({ "validity": { "verdict": "established", "reason": "是" }, "level": { "severity": "ordinary", "track": "capa" } }));
        d.does("qe", "issue", "", json!({ "capa": { "source": "complaint", "fact": "x", "reply_due": "2026-12-01" } }));
        analysed(&mut d);
        planned(&mut d, cost);
        d.does("plant", "approve", "", json!({ "approval": { "answer": "approved" } }));
        assert_eq!(d.stage(), stage, "a plan of {cost}");
    }
}

#[test]
fn the_simple_track_takes_four_tasks() {
    let mut d = registered();
    d.does("qe", "judge", "", judged("established", "simple"));
    d.does(
        "sales",
        "settle",
        "",
        json!({ "reply": { "text": { "zh": "已补发" }, "answer": "accepted" }, "summary": { "text": "包装加护角" } }),
    );
    assert_eq!(d.stage(), "archive");
    assert_eq!(d.case.tasks.iter().filter(|row| row.done_by.is_some()).count(), 4);
}

#[test]
fn what_must_not_be_possible() {
    let mut d = at_measures("capa");
    assert_eq!(
        d.blocked("sales", "measures", "").len(),
        6,
        "role and five fields: {:?}",
        d.blocked("sales", "measures", "")
    );
    planned(&mut d, 1);
    d.fill("approve", "", &json!({ "approval": { "answer": "approved" } }));
    assert!(
        matches!(d.blocked("dept", "approve", "")[..], [Blocked::NeedsRole { .. }, Blocked::OwnWork { .. }]),
        "{:?}",
        d.blocked("dept", "approve", "")
    );
    d.does(
        "plant",
        "approve",
        "",
        json!({ "approval": { "answer": "rejected", "reason": "费用", "back_to": "measures" } }),
    );
    planned(&mut d, 1);
    let left_over = d.blocked("plant", "approve", "");
    assert_eq!(left_over, [Blocked::Missing { field: "approval.answer".into() }], "yesterday's answer is not today's");
}
