//! Ends of cases that no procedure knows: 作废, 合并, 拆分, 撤诉 (I-12).

use crate::desk::{Desk, PASSWORD, whys};
use serde_json::{Value, json};

fn wrong(refusal: &Value) -> String {
    refusal["fields"][0]["wrong"].as_str().unwrap_or_else(|| panic!("{refusal}")).to_owned()
}

fn in_state(desk: &Desk, state: &str) -> Vec<i64> {
    let page = desk.done("qe", "register_list", json!({ "state": state }));
    page["rows"].as_array().expect("rows").iter().map(|row| row["case"].as_i64().expect("an id")).collect()
}

fn entry_of(desk: &Desk, case: i64, action: &str) -> Value {
    let timeline = desk.done("qe", "case_timeline", json!({ "case": case }));
    let entries = timeline["entries"].as_array().expect("entries").clone();
    entries.into_iter().rfind(|entry| entry["action"] == action).unwrap_or_else(|| panic!("no entry of {action}"))
}

/// Cases in whose inbox row this person finds that a number is to be declared void.
fn to_void(desk: &Desk, login: &str) -> Vec<i64> {
    let inbox = desk.done(login, "inbox_list", json!({}));
    let rows = inbox["tasks"].as_array().expect("tasks").iter().filter(|row| row["task"]["task"] == "void:asked");
    rows.map(|row| row["case"].as_i64().expect("an id")).collect()
}

#[test]
fn a_number_is_void_when_somebody_else_approves() {
    let desk = Desk::new();
    let case = desk.register();
    let step = |step: &str, reason: &str| json!({"case": case, "step": step, "reason": reason});
    assert_eq!(wrong(&desk.refused("plant", "case_void", step("approve", ""))), "not_asked");
    assert_eq!(whys(&desk.refused("sales", "case_void", step("ask", " "))), ["needs_reason"]);
    let asked = desk.done("sales", "case_void", step("ask", "测试录入，不是投诉"));
    assert_eq!(asked["head"]["void_asked"]["by"], desk.accounts["sales"]);
    assert_eq!(
        (to_void(&desk, "plant"), to_void(&desk, "sales")),
        (vec![case], vec![]),
        "whoever may approve finds it"
    );
    assert_eq!(wrong(&desk.refused("qe", "case_void", step("ask", "再申请"))), "asked_already");
    let own = whys(&desk.refused("sales", "case_void", step("approve", "")));
    assert_eq!(own, ["needs_role", "own_request"]);
    assert_eq!(whys(&desk.refused("gm", "case_void", step("approve", ""))), ["needs_role"]);
    assert_eq!(whys(&desk.refused("qe", "case_void", step("refuse", ""))), ["needs_reason"]);
    assert_eq!(desk.done("qe", "case_void", step("refuse", "是投诉"))["head"]["void_asked"], Value::Null);
    assert_eq!(to_void(&desk, "plant"), Vec::<i64>::new());
    desk.done("sales", "case_void", step("ask", "测试录入，不是投诉"));
    let void = desk.done("plant", "case_void", step("approve", ""));
    assert_eq!((&void["head"]["state"], &void["head"]["number"]), (&json!("void"), &json!("KS-2026-0001")));
    assert_eq!(entry_of(&desk, case, "case_void")["reason"], "测试录入，不是投诉");
    assert_eq!(in_state(&desk, "void"), [case]);
    assert_eq!(desk.done("qe", "inbox_list", json!({}))["tasks"], json!([]), "it waits for nobody");
    assert_eq!(desk.done("qe", "register_list", json!({"unclosed": true}))["rows"], json!([]));
    let next = desk.done("sales", "case_register", json!({"complaint": desk.complaint()}));
    assert_eq!(next["number"], "KS-2026-0002", "the number is not used again");
    let late = json!({"case": case, "rev": 0, "state": "open", "body": {"kind": "communication", "body": {}}});
    assert_eq!(whys(&desk.refused("sales", "record_save", late)), ["read_only"]);
}

/// Whoever is in charge of the plant approves, whatever roles the procedure names.
#[test]
fn who_is_in_charge_of_the_plant_approves() {
    let desk = Desk::new();
    let case = desk.register();
    let plant = desk.done("qe", "master_list", json!({"of": "plant"}))["rows"][0].clone();
    let mut body = plant["row"].clone();
    body["body"]["in_charge"] = json!(desk.accounts["gm"]);
    desk.done("admin", "plant_save", json!({"id": plant["id"], "rev": plant["rev"], "row": body}));
    let shut = json!({"case": case, "confidential": true, "participants": [], "reason": "涉及个人"});
    desk.done("qe", "case_confide", shut);
    desk.done("qe", "case_void", json!({"case": case, "step": "ask", "reason": "重复"}));
    assert_eq!(to_void(&desk, "gm"), [case], "also of a case that only those see who take part");
    assert_eq!(to_void(&desk, "qe"), Vec::<i64>::new(), "who asks may not approve, whatever roles they hold");
    let refused = desk.done("gm", "case_void", json!({"case": case, "step": "refuse", "reason": "不是重复"}));
    assert_eq!(refused["head"]["void_asked"], Value::Null, "and sees what became of it");
    desk.done("qe", "case_void", json!({"case": case, "step": "ask", "reason": "重复"}));
    assert_eq!(desk.view("gm", case)["void_blocked"], json!([]));
    let void = desk.done("gm", "case_void", json!({"case": case, "step": "approve"}));
    assert_eq!(void["head"]["stopped"]["asked_by"], desk.accounts["qe"]);
}

/// A case that came to its end has a number that counts: what was asked before is asked no more.
#[test]
fn in_the_archive_nobody_asks_for_a_void_number() {
    let desk = Desk::new();
    let case = desk.register();
    desk.judge(case, "simple");
    desk.contain(case);
    desk.done("qe", "case_void", json!({"case": case, "step": "ask", "reason": "重复"}));
    assert_eq!(to_void(&desk, "plant"), [case]);
    let body = json!({"text": {"zh": "已换货", "en": ""}, "answer": "accepted", "sent_at": "2026-11-24T01:00:00.000Z"});
    desk.section("sales", case, "settle", "reply", body);
    desk.section("sales", case, "settle", "summary", json!({"text": "加检"}));
    desk.task("sales", case, "settle");
    let head = desk.view("qe", case)["head"].clone();
    assert_eq!((&head["state"], &head["void_asked"]), (&json!("archived"), &Value::Null));
    assert_eq!(to_void(&desk, "plant"), Vec::<i64>::new());
}

#[test]
fn of_two_cases_one_leads_and_both_numbers_find_it() {
    let desk = Desk::new();
    let (leads, other) = (desk.register(), desk.register());
    let merge = |case: i64, other: i64| json!({"case": case, "other": other, "reason": "同一批货的两次来电"});
    assert_eq!(wrong(&desk.refused("qe", "case_merge", merge(leads, leads))), "same_case");
    let stranger = json!({"code": "C002", "name": {"zh": "环卫所", "en": ""}});
    let stranger = desk.done("sales", "master_save", json!({"row": {"kind": "customer", "body": stranger}}));
    let mut complaint = desk.complaint();
    complaint["customer"] = stranger["id"].clone();
    let foreign =
        desk.done("sales", "case_register", json!({ "complaint": complaint }))["case"].as_i64().expect("an id");
    assert_eq!(wrong(&desk.refused("qe", "case_merge", merge(leads, foreign))), "other_customer");
    let view = desk.done("qe", "case_merge", merge(leads, other));
    assert_eq!(view["head"]["links"]["merged"][0]["number"], "KS-2026-0002");
    let gone = desk.view("qe", other);
    assert_eq!(gone["head"]["state"], "merged");
    assert_eq!(gone["head"]["links"]["merged_into"]["number"], "KS-2026-0001");
    assert_eq!(gone["can_reopen"], json!([]), "it stays in the one that leads");
    for number in ["KS-2026-0001", "KS-2026-0002"] {
        let found =
            desk.done("qe", "register_list", json!({ "search": number }))["rows"].as_array().expect("rows").len();
        assert_eq!(found, 2, "{number}");
    }
    assert_eq!(in_state(&desk, "merged"), [other]);
    assert_eq!(whys(&desk.refused("qe", "case_merge", merge(leads, other))), ["read_only"], "not twice");
    assert_eq!(
        wrong(&desk.refused("qe", "case_void", json!({"case": leads, "step": "ask", "reason": "重复"}))),
        "leads_others"
    );
    assert_eq!(entry_of(&desk, other, "case_merge")["reason"], "同一批货的两次来电");
}

#[test]
fn a_confidential_case_is_not_told_by_a_link() {
    let mut desk = Desk::new();
    desk.hire("other", "外人", "gm");
    let (leads, other) = (desk.register(), desk.register());
    desk.done("qe", "case_merge", json!({"case": leads, "other": other, "reason": "同一件事"}));
    assert_eq!(desk.view("other", leads)["head"]["links"]["merged"].as_array().map(Vec::len), Some(1));
    let shut = desk.register();
    desk.done(
        "sales",
        "case_confide",
        json!({"case": shut, "confidential": true, "participants": [], "reason": "涉及人员"}),
    );
    desk.done("qe", "case_merge", json!({"case": leads, "other": shut, "reason": "同一件事"}));
    assert_eq!(
        desk.view("other", leads)["head"]["links"]["merged"].as_array().map(Vec::len),
        Some(1),
        "the one they see"
    );
    assert_eq!(desk.view("sales", leads)["head"]["links"]["merged"].as_array().map(Vec::len), Some(2));
}

#[test]
fn children_have_numbers_of_their_own_and_the_receipt_of_their_parent() {
    let desk = Desk::new();
    let mut complaint = desk.complaint();
    complaint["lines"] =
        json!([{"name": "户外垃圾桶", "lot": "L2609"}, {"name": "果皮箱", "lot": "L2610"}, {"name": "长椅"}]);
    let parent =
        desk.done("sales", "case_register", json!({ "complaint": complaint }))["case"].as_i64().expect("an id");
    desk.machine.pass(9 * 60_000);
    let split = |children: Value| json!({"case": parent, "reason": "三种产品，原因不同", "children": children});
    for (children, code) in [
        (json!([]), "missing"),
        (json!([{"lines": [9]}]), "unknown"),
        (json!([{"lines": [2]}, {"lines": [2]}]), "taken"),
        (json!([{"lines": [1, 2, 3]}]), "none_left"),
    ] {
        assert_eq!(wrong(&desk.refused("sales", "case_split", split(children))), code);
    }
    let done = desk.done("sales", "case_split", split(json!([{"lines": [2]}, {"class": "service"}])));
    let children = done["children"].as_array().expect("children");
    let numbers: Vec<_> = children.iter().map(|child| child["number"].clone()).collect();
    assert_eq!(numbers, ["KS-2026-0002", "KS-2026-0003"]);
    let view = desk.view("qe", children[0]["case"].as_i64().expect("an id"));
    assert_eq!(children[0]["missing"], json!([]), "nothing is typed again");
    assert_eq!(view["head"]["received"], desk.view("qe", parent)["head"]["received"]);
    assert_ne!(view["head"]["registered"], view["head"]["received"]);
    assert_eq!(view["head"]["links"]["split_from"]["number"], "KS-2026-0001");
    let body = &view["sections"][0]["row"]["body"];
    assert_eq!(body["lines"].as_array().map(Vec::len), Some(1));
    assert_eq!((&body["lines"][0]["lot"], &body["words"]), (&json!("L2610"), &complaint["words"]));
    let second = desk.view("qe", children[1]["case"].as_i64().expect("an id"));
    assert_eq!(second["sections"][0]["row"]["body"]["class"], "service");
    let links = &done["case"]["head"]["links"]["split_into"];
    assert_eq!((&links[0]["lines"], &links[1]["lines"]), (&json!([2]), &json!([])), "where each line is counted");
    let whole = &done["case"]["sections"][0]["row"]["body"]["lines"];
    assert_eq!(whole.as_array().map(Vec::len), Some(3), "what the customer said stays as it was said");
    assert_eq!(wrong(&desk.refused("sales", "case_split", split(json!([{"lines": [2]}])))), "taken");
}

#[test]
fn a_withdrawn_complaint_ends_and_can_be_taken_back_by_whom_the_procedure_names() {
    let mut desk = Desk::new();
    let case = desk.register();
    let withdraw = |said_by: &str, evidence: &str| json!({"case": case, "reason": "客户核对后确认不是我司产品", "said_by": said_by, "evidence": evidence});
    for (said_by, evidence, field) in [(" ", "邮件", "said_by"), ("王经理", " ", "evidence")] {
        assert_eq!(desk.refused("sales", "case_withdraw", withdraw(said_by, evidence))["fields"][0]["field"], field);
    }
    let mut foreign = withdraw("王经理", "");
    foreign["files"] = json!(["a".repeat(64)]);
    assert_eq!(wrong(&desk.refused("sales", "case_withdraw", foreign)), "unknown");
    let view = desk.done("sales", "case_withdraw", withdraw("王经理", "11 月 24 日邮件"));
    assert_eq!(view["head"]["state"], "withdrawn");
    assert_eq!(view["head"]["stopped"]["said_by"], "王经理");
    assert_eq!(in_state(&desk, "withdrawn"), [case]);
    assert_eq!(desk.done("qe", "inbox_list", json!({}))["tasks"], json!([]));
    let late = desk.refused("qe", "task_do", json!({"case": case, "task": {"task": "judge", "slot": "", "round": 1}}));
    assert_eq!(whys(&late), ["read_only"]);
    assert!(
        desk.refused("sales", "case_reopen", json!({"case": case, "to": "judge", "reason": "又来"}))["blocked"]
            .is_array()
    );
    desk.sign_in("qe", PASSWORD);
    let back = desk.done("qe", "case_reopen", json!({"case": case, "to": "judge", "reason": "客户又来电"}));
    assert_eq!((&back["head"]["state"], &back["head"]["stopped"]), (&json!("open"), &Value::Null));
    assert_eq!(entry_of(&desk, case, "case_withdraw")["reason"], "客户核对后确认不是我司产品");
}
