//! Facts of a line: each share of a claim takes its own road, slot by slot (A-6). What stays, and what is reported ahead,
//! holds the end of the case and nothing else.

use crate::desk::Desk;
use crate::hand::{answer, planned};
use kesu_domain::case::{Body, CaseState, TaskState};
use kesu_domain::engine::{Blocked, Moment, Step, clocks};
use kesu_domain::manifest::covered;
use kesu_domain::time::Stamp;
use serde_json::{Value, json};

/// Shares as (liable, amount), and the rows that open for them.
#[test]
fn each_share_of_a_claim_takes_its_own_road() {
    type Shares = &'static [(&'static str, i64)];
    let table: &[(Shares, &[&str])] = &[
        (&[("company", 999_999)], &["small/1"]),
        (&[("company", 1_000_000)], &["big/1"]),
        (&[("contractor", 5_000_000)], &["contractor/1"]),
        (&[("contractor", 1), ("company", 999_999), ("company", 1_000_001)], &["contractor/1", "small/2", "big/3"]),
    ];
    for (shares, wanted) in table {
        let mut d = claiming();
        claimed(&mut d, shares);
        let open: Vec<String> = d.open_rows().into_iter().filter(|row| !row.contains("told:")).collect();
        assert_eq!(open, *wanted, "{shares:?}");
    }
}

#[test]
fn one_rejected_share_sends_the_claim_back_and_payment_waits_for_its_own_share() {
    let mut d = claiming();
    claimed(&mut d, &[("contractor", 1), ("company", 999_999)]);
    d.does("plant", "small", "2", json!({ "approval": { "answer": "approved" } }));
    assert!(d.open_rows().contains(&"pay/2".to_owned()), "share 2 is paid while share 1 is asked: {:?}", d.open_rows());
    let waits = Blocked::Waits { task: "for_contractor".into() };
    assert!(d.blocked("sales", "pay", "1").contains(&waits), "share 1 is not paid before it is approved");
    d.does("dept", "contractor", "1", json!({}));
    d.does("plant", "for_contractor", "1", json!({ "approval": { "answer": "rejected", "reason": "责任不清" } }));
    assert_eq!((d.stage(), d.case.head.round), ("claim", 2));
    claimed(&mut d, &[("company", 2_000_000)]);
    d.does("gm", "big", "1", json!({ "approval": { "answer": "approved" } }));
    assert_eq!(d.stage(), "close");
    d.does("qe", "close", "", json!({ "closure": { "text": "已赔付" } }));
    assert_eq!(d.stage(), "close", "what stays holds the end");
    d.does("sales", "pay", "1", json!({ "compensation": { "paid": 2_000_000 } }));
    assert_eq!(d.case.head.state, CaseState::Archived);
}

fn claiming() -> Desk {
    let mut d = planned();
    d.does("dept", "evaluate", "3", json!({ "evaluation": { "feasible": "yes" } }));
    d.does("sales", "note", "", json!({ "investigation": { "findings": "…" } }));
    d.does("plant", "agree", "", answer("approved"));
    assert_eq!(d.stage(), "claim");
    d
}

fn claimed(d: &mut Desk, shares: &[(&str, i64)]) {
    let line =
        |(i, (liable, amount)): (usize, &(&str, i64))| json!({ "id": i + 1, "liable": liable, "amount": amount });
    let lines: Vec<Value> = shares.iter().enumerate().map(line).collect();
    d.does("sales", "shares", "", json!({ "claim": { "shares": lines } }));
}

/// 补办: what is reported ahead lets the case go on, holds its end, and is made up in writing.
#[test]
fn what_is_reported_ahead_holds_the_end_of_the_case() {
    let mut d = planned();
    d.does("dept", "evaluate", "3", json!({ "evaluation": { "feasible": "yes" } }));
    d.does("sales", "note", "", json!({ "investigation": { "findings": "…" } }));
    d.fill("agree", "", &answer("approved"));
    assert_eq!(d.step("plant", "agree", "", Step::Reported, "电话同意"), Ok(()));
    claimed(&mut d, &[("company", 1)]);
    d.does("plant", "small", "1", json!({ "approval": { "answer": "approved" } }));
    d.does("sales", "pay", "1", json!({ "compensation": { "paid": 1 } }));
    d.does("qe", "close", "", json!({ "closure": { "text": "…" } }));
    assert_eq!(d.stage(), "close", "an open 补办 blocks closing");
    assert_eq!(d.act("plant", "agree", ""), Ok(()));
    assert_eq!(d.case.head.state, CaseState::Archived);
}

/// What is made up after the case went back is about the case as it was: its clock runs from the work of its round, and its
/// signature covers what was proposed then (T-1, A-4).
#[test]
fn what_is_made_up_of_an_earlier_round_is_about_that_round() {
    let mut d = planned();
    let ordered = d.now;
    let agree = d.key("agree", "");
    d.fill("agree", "", &answer("rejected"));
    d.now = ordered.plus_millis(3_600_000);
    assert_eq!(d.step("plant", "agree", "", Step::Reported, "电话不同意"), Ok(()));
    let told = d.now;
    assert_eq!((d.stage(), d.case.head.round), ("plan", 2), "the answer by phone sends it back");

    // It waits for nothing of the new round, and only for the answer that was given.
    let task = d.procedure.task(&"agree".into()).expect("a task").clone();
    d.fill_at(&agree, &task, &answer("approved"));
    let refused = Err(vec![Blocked::SaidOtherwise { field: "approval.answer".into() }]);
    assert_eq!(d.act_on("plant", &agree), refused);

    d.now = ordered.plus_millis(50 * 3_600_000);
    d.does("qe", "departments", "", json!({ "responsibility": { "departments": [3] } }));
    d.does("qe", "order", "", json!({ "plan": { "text": "部分更换", "cost": 2 } }));
    let due = |d: &Desk| -> Vec<(u32, Option<Stamp>)> {
        let clocks = clocks(&d.procedure, &d.case, &Moment { now: d.now, calendar: &d.calendar });
        let agree = clocks.into_iter().filter(|clock| clock.key.task == "agree");
        agree.map(|clock| (clock.key.round, clock.due)).collect()
    };
    let end_of = |day: &str| day.parse::<Stamp>().ok();
    let (first, second) = (end_of("2026-11-26T16:00:00.000Z"), end_of("2026-11-27T16:00:00.000Z"));
    assert_eq!(due(&d), [(1, first), (2, second)], "two days from the first plan, one from the second");

    let targets = d.procedure.task(&"agree".into()).expect("a task").covers().to_vec();
    let plans = |d: &Desk| -> Vec<u32> {
        let row = d.case.task(&agree).expect("its row");
        let case = d.case.behind(row);
        let rounds = covered(&case, &targets).into_iter().filter_map(|body| match body {
            Body::Section(row) => Some(row.round),
            _ => None,
        });
        rounds.collect()
    };
    assert_eq!(plans(&d), [1], "it is the first plan that was not agreed to");

    d.now = ordered.plus_millis(51 * 3_600_000);
    d.fill_at(&agree, &task, &answer("rejected"));
    assert_eq!(d.act_on("plant", &agree), Ok(()));
    let row = d.case.task(&agree).expect("its row").clone();
    assert_eq!((row.state, d.case.head.round), (TaskState::Done, 2), "nothing goes back twice");
    let reported = row.reported.as_ref().expect("it says that it was told ahead");
    assert_eq!((reported.at, reported.reason.as_str(), row.answered_at()), (told, "电话不同意", Some(told)));
}

/// A rejection by phone goes where it says (A-4).
#[test]
fn a_rejection_by_phone_goes_to_the_stage_that_it_names() {
    const ONE: &str = r#"{ to = ["plan"], now = true, when = { approval = "rejected" } },
  { to = ["plan"], when = { approval = "approved", feasible = "no" } },"#;
    let text = crate::hand::CHAIN.replacen(ONE, &ONE.replacen(r#"["plan"]"#, r#"["plan", "judge"]"#, 1), 1);
    assert_ne!(text, crate::hand::CHAIN);
    let mut d = crate::hand::planned_on(&text);
    let mut said = answer("rejected");
    said["approval"]["back_to"] = json!("judge");
    d.fill("agree", "", &said);
    assert_eq!(d.step("plant", "agree", "", Step::Reported, "电话不同意"), Ok(()));
    assert_eq!(d.stage(), "judge");
}

/// The case went on by the answer that was given by phone: another one in writing is a reopening (model § 5).
#[test]
fn what_is_made_up_says_what_was_said_by_phone() {
    let mut d = planned();
    d.does("dept", "evaluate", "3", json!({ "evaluation": { "feasible": "yes" } }));
    d.does("sales", "note", "", json!({ "investigation": { "findings": "…" } }));
    d.fill("agree", "", &answer("approved"));
    assert_eq!(d.step("plant", "agree", "", Step::Reported, "电话同意"), Ok(()));
    let went_to = d.stage().to_owned();
    let mut otherwise = answer("rejected");
    otherwise["approval"]["reason"] = json!("书面上不同意");
    d.fill("agree", "", &otherwise);
    let refused = Err(vec![Blocked::SaidOtherwise { field: "approval.answer".into() }]);
    assert_eq!(d.act("plant", "agree", ""), refused);
    claimed(&mut d, &[("company", 1)]);
    assert_eq!(d.stage(), went_to, "what is written meanwhile turns nothing");
    d.fill("agree", "", &answer("approved"));
    assert_eq!(d.act("plant", "agree", ""), Ok(()));
}
