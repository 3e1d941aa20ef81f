//! Told and read, passed on, co-signed, taken back, moved: as people do it through the list (A-4, A-5, I-6, T-4).

use crate::desk::{Desk, PASSWORD, whys};
use serde_json::{Value, json};

/// The tasks in somebody's inbox as `task/slot`.
fn inbox(desk: &Desk, login: &str) -> Vec<String> {
    let list = desk.done(login, "inbox_list", json!({}));
    let rows = list["tasks"].as_array().expect("tasks").clone();
    let text = |value: &Value| value.as_str().unwrap_or("").to_owned();
    rows.iter().map(|row| format!("{}/{}", text(&row["task"]["task"]), text(&row["task"]["slot"]))).collect()
}

/// The row of a task in this slot, as this person sees it.
fn row(desk: &Desk, login: &str, case: i64, task: &str, slot: &str) -> Value {
    let view = desk.view(login, case);
    let rows = view["tasks"].as_array().expect("tasks").clone();
    let found = rows.into_iter().rev().find(|row| row["row"]["task"] == task && row["row"]["slot"] == slot);
    found.unwrap_or_else(|| panic!("no row {task}/{slot}"))
}

fn key(task: &str, slot: &str, round: u32) -> Value {
    json!({"task": task, "slot": slot, "round": round})
}

fn sign(desk: &Desk, login: &str, case: i64, key: &Value) -> Value {
    let shown = desk.done(login, "task_manifest", json!({"case": case, "task": key}));
    let (digest, head) = (&shown["digest"], &shown["head"]);
    let request = json!({"case": case, "task": key, "digest": digest, "head": head, "password": PASSWORD});
    let answer = desk.done(login, "case_sign", request);
    assert_eq!(answer["is"], "done", "{answer}");
    answer["done"].clone()
}

/// The reason of the last entry of a case.
fn last_reason(desk: &Desk, case: i64) -> String {
    let entries = desk.done("qe", "case_timeline", json!({"case": case}))["entries"].clone();
    entries.as_array().and_then(|all| all.last()).and_then(|entry| entry["reason"].as_str()).unwrap_or("").to_owned()
}

#[test]
fn who_is_told_of_a_major_complaint_reads_it_in_the_inbox() {
    let desk = Desk::new();
    let case = desk.register();
    desk.section("qe", case, "judge", "validity", json!({"verdict": "established", "reason": "理由成立"}));
    desk.section("qe", case, "judge", "level", json!({"severity": "major", "track": "8d"}));
    desk.task("qe", case, "judge");
    assert_eq!(inbox(&desk, "gm"), ["judge/told:gm"]);
    assert_eq!(inbox(&desk, "plant"), ["judge/told:plant"]);
    assert_eq!(row(&desk, "plant", case, "judge", "told:plant")["fills"], json!([]), "nothing is to be filled");
    let due = |login: &str| desk.done(login, "inbox_list", json!({}))["tasks"][0]["due"].clone();
    assert_eq!((due("plant"), due("gm")), (json!("2026-11-25T16:00:00.000Z"), json!(null)), "a notice is never late");
    let told = key("judge", "told:plant", 1);
    for (login, name, payload) in [
        ("sales", "task_do", json!({"case": case, "task": told})),
        ("plant", "task_do", json!({"case": case, "task": told, "step": "not_needed", "reason": "不看"})),
        ("plant", "task_manifest", json!({"case": case, "task": told})),
        ("sales", "task_excuse", json!({"case": case, "task": told, "reason": "代看"})),
        ("plant", "task_pass", json!({"case": case, "task": told, "to": desk.accounts["gm"], "reason": "代看"})),
    ] {
        assert_eq!(desk.refused(login, name, payload)["code"], "refused", "{login} {name}");
    }
    let view = desk.done("plant", "task_do", json!({"case": case, "task": told}));
    assert_eq!(view["head"]["stage"], desk.view("qe", case)["head"]["stage"]);
    assert_eq!(inbox(&desk, "plant"), Vec::<String>::new());
    assert_eq!(
        row(&desk, "qe", case, "judge", "told:plant")["row"]["done_by"],
        json!({"account": desk.accounts["plant"]})
    );
}

#[test]
fn a_confidential_case_is_seen_by_those_who_are_told_of_it() {
    let desk = Desk::new();
    let request = json!({"complaint": desk.complaint(), "confidential": true});
    let case = desk.done("sales", "case_register", request)["case"].as_i64().expect("an id");
    assert_eq!(desk.refused("gm", "case_get", json!({"case": case}))["code"], "not_found", "nobody told them");
    desk.section("qe", case, "judge", "validity", json!({"verdict": "established", "reason": "理由成立"}));
    desk.section("qe", case, "judge", "level", json!({"severity": "major", "track": "8d"}));
    desk.task("qe", case, "judge");
    assert_eq!(desk.view("gm", case)["head"]["confidential"], true);
}

#[test]
fn an_approval_is_passed_to_a_colleague_and_stands_in_no_other_inbox() {
    let mut desk = Desk::new();
    desk.hire("vice", "副厂长", "plant");
    let case = desk.register();
    desk.until_approval(case);
    let approve = desk.key(case, "approve");
    assert!(inbox(&desk, "vice").contains(&"approve/".to_owned()));
    let pass = |who: &str, to: &str, reason: &str| {
        let request = json!({"case": case, "task": approve, "to": desk.accounts[to], "reason": reason});
        desk.call(who, "task_pass", request)
    };
    for (who, to, reason, wanted) in [
        ("plant", "gm", "出差", "not_them"),
        ("plant", "vice", "", "needs_reason"),
        ("sales", "vice", "出差", "needs_role"),
    ] {
        let refusal = crate::desk::said(&pass(who, to, reason).expect_err("refused"));
        assert_eq!(whys(&refusal), [wanted], "{who} to {to}");
    }
    assert_eq!(row(&desk, "plant", case, "approve", "")["offers"], json!(["pass", "ask"]));
    pass("plant", "vice", "出差三天").expect("passed");
    assert_eq!(last_reason(&desk, case), "出差三天");
    assert!(!inbox(&desk, "plant").contains(&"approve/".to_owned()));
    assert!(inbox(&desk, "vice").contains(&"approve/".to_owned()));
    assert_eq!(row(&desk, "plant", case, "approve", "")["blocked"][0]["why"], "given");
    let save = json!({"case": case, "task": approve, "rev": 0, "section": {"kind": "approval", "body": {"answer": "approved"}}});
    desk.done("vice", "section_save", save);
    let refusal = crate::desk::said(&desk.try_sign("plant", case, "approve").expect_err("refused"));
    assert_eq!(whys(&refusal), ["given"]);
    let view = sign(&desk, "vice", case, &approve);
    assert_eq!(view["head"]["stage"], "reply");
}

#[test]
fn whoever_is_asked_to_sign_beside_signs_in_a_row_of_their_own() {
    let desk = Desk::new();
    let case = desk.register();
    desk.until_approval(case);
    let approve = desk.key(case, "approve");
    let ask = json!({"case": case, "task": approve, "to": desk.accounts["gm"], "reason": "金额接近限额，请总经理会签"});
    let own = json!({"case": case, "task": approve, "to": desk.accounts["dept"], "reason": "会签"});
    assert_eq!(whys(&desk.refused("plant", "task_ask", own)), ["not_them"], "who planned the measures signs nothing");
    desk.done("plant", "task_ask", ask);
    let slot = format!("added:{}", desk.accounts["gm"]);
    assert_eq!(inbox(&desk, "gm"), [format!("approve/{slot}")]);
    desk.section("plant", case, "approve", "approval", json!({"answer": "approved"}));
    let view = sign(&desk, "plant", case, &approve);
    assert_eq!(view["head"]["stage"], "approve", "the stage waits");
    let added = key("approve", &slot, 1);
    let save =
        json!({"case": case, "task": added, "rev": 0, "section": {"kind": "approval", "body": {"answer": "approved"}}});
    desk.done("gm", "section_save", save);
    assert_eq!(
        whys(&desk.refused("plant", "task_do", json!({"case": case, "task": added}))),
        ["given", "needs_signature"]
    );
    let view = sign(&desk, "gm", case, &added);
    assert_eq!(view["head"]["stage"], "reply");
    let slots: Vec<_> =
        view["signatures"].as_array().expect("signatures").iter().map(|s| s["task"]["slot"].clone()).collect();
    assert_eq!(slots, [json!(""), json!(""), json!(""), json!(slot)]);
    assert_eq!(last_reason(&desk, case), "", "the reason belongs to the asking");
}

#[test]
fn a_signature_that_is_taken_back_is_shown_and_counts_no_more() {
    let desk = Desk::new();
    let case = desk.register();
    desk.until_approval(case);
    let rejected = json!({"answer": "rejected", "reason": "费用太高", "back_to": "measures"});
    desk.section("plant", case, "approve", "approval", rejected);
    desk.sign("plant", case, "approve");
    desk.sign("dept", case, "measures");
    let measures = desk.key(case, "measures");
    let back = |reason: &str| json!({"case": case, "task": measures, "reason": reason});
    assert_eq!(whys(&desk.refused("qe", "task_withdraw", back("写错"))), ["not_yours"]);
    assert_eq!(whys(&desk.refused("dept", "task_withdraw", back(""))), ["needs_reason"]);
    desk.machine.pass(60_000);
    let view = desk.done("dept", "task_withdraw", back("责任人写错"));
    let aside = |view: &Value| {
        let all = view["signatures"].as_array().expect("signatures").clone();
        let mine = all.into_iter().filter(|s| s["task"]["task"] == "measures" && s["task"]["round"] == 2);
        mine.map(|s| s["set_aside"] == true).collect::<Vec<_>>()
    };
    assert_eq!(aside(&view), [true]);
    assert_eq!(row(&desk, "dept", case, "measures", "")["row"]["state"], "open");
    assert_eq!(last_reason(&desk, case), "责任人写错");
    desk.machine.pass(60_000);
    assert_eq!(aside(&desk.sign("dept", case, "measures")), [true, false]);
    desk.task("sales", case, "plan");
    desk.section("dept", case, "evaluate_dept", "evaluation", json!({"feasible": "yes"}));
    desk.task("dept", case, "evaluate_dept");
    let late = desk.refused("dept", "task_withdraw", back("再改"));
    assert!(whys(&late).contains(&"not_now".to_owned()), "the case has left the stage: {late}");
}

#[test]
fn a_deadline_is_moved_with_a_reason_by_somebody_above() {
    let desk = Desk::new();
    let case = desk.register();
    desk.until_approval(case);
    let approve = desk.key(case, "approve");
    let first = row(&desk, "gm", case, "approve", "")["row"]["first_due"].clone();
    let later = json!({"case": case, "task": approve, "to": "2026-12-04T08:00:00.000Z", "reason": "等第三方检测报告", "asked_by": desk.accounts["plant"]});
    assert_eq!(whys(&desk.refused("plant", "task_move", later.clone())), ["own_deadline", "needs_role"]);
    let mut past = later.clone();
    past["to"] = json!("2026-11-23T08:00:00.000Z");
    assert_eq!(desk.refused("gm", "task_move", past)["fields"][0]["wrong"], "in_the_past");
    let view = desk.done("gm", "task_move", later);
    let clock = view["clocks"].as_array().expect("clocks").iter().find(|c| c["key"]["task"] == "approve").cloned();
    let clock = clock.expect("a clock");
    assert_eq!((&clock["due"], &clock["first_due"]), (&json!("2026-12-04T08:00:00.000Z"), &first));
    let list = desk.done("plant", "inbox_list", json!({}));
    let due = list["tasks"]
        .as_array()
        .expect("tasks")
        .iter()
        .find(|t| t["task"]["task"] == "approve")
        .map(|t| t["due"].clone());
    assert_eq!(due, Some(json!("2026-12-04T08:00:00.000Z")), "the inbox goes by the moved one");
    assert_eq!(last_reason(&desk, case), "等第三方检测报告");
}
