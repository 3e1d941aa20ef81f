//! A registered fact is corrected with a reason, its old value stays to be seen, and what depends on it follows (I-8, I-13).

use crate::desk::{Desk, said, whys};
use serde_json::{Value, json};

fn open_tasks(desk: &Desk, case: i64) -> Vec<String> {
    let view = desk.view("qe", case);
    let rows = view["tasks"].as_array().expect("tasks").clone();
    let open = rows.iter().filter(|row| row["row"]["state"] == "open");
    open.map(|row| row["row"]["task"].as_str().unwrap_or_default().to_owned()).collect()
}

fn complaint_of(desk: &Desk, case: i64) -> Value {
    let view = desk.view("qe", case);
    let rows = view["sections"].as_array().expect("sections").clone();
    rows.into_iter().find(|row| row["row"]["kind"] == "complaint").expect("a complaint")["row"]["body"].clone()
}

#[test]
fn a_fact_is_corrected_with_a_reason_and_the_old_value_is_seen() {
    let desk = Desk::new();
    let case = desk.register();
    let mut body = complaint_of(&desk, case);
    body["lines"][0]["lot"] = json!("L2690");
    body["customer_no"] = json!("PO-77");
    let unsaid = desk.try_section("sales", case, "register", "complaint", body.clone(), " ").expect_err("refused");
    assert_eq!(whys(&said(&unsaid)), ["needs_reason"]);
    desk.try_section("sales", case, "register", "complaint", body, "客户寄来的照片上是 L2690").expect("corrected");
    let timeline = desk.done("qe", "case_timeline", json!({ "case": case }));
    let entry = timeline["entries"].as_array().expect("entries").last().expect("an entry").clone();
    assert_eq!((&entry["action"], &entry["reason"]), (&json!("section_save"), &json!("客户寄来的照片上是 L2690")));
    let changes = entry["changes"].as_array().expect("changes");
    let fields: Vec<_> = changes.iter().map(|change| change["field"].clone()).collect();
    assert_eq!(fields, ["complaint.customer_no", "complaint.lines"]);
    assert_eq!((&changes[0]["was"], &changes[0]["now"]), (&json!(""), &json!("PO-77")));
    assert_eq!(changes[1]["was"][0]["lot"], "L2609", "the old value stays visible");
    assert_eq!(changes[1]["now"][0]["lot"], "L2690");
    let first = &timeline["entries"][0];
    assert_eq!(first["changes"], json!([]), "what was written first changed nothing");
}

/// An inquiry is answered; a complaint is also looked into. Which it is, may turn out later.
const ISSUES: &str = r#"
number = "T-ISSUE"
version = "A/0"
title = { zh = "问题受理", en = "Issues" }
author = "test"
approver = "test"
effective = "2026-11-24"
prefix = "TI"
owner = "客服"
purpose = { zh = "测试", en = "Test" }
scope = { zh = "测试", en = "Test" }

[[role]]
id = "sales"
name = { zh = "业务", en = "Sales" }

[[role]]
id = "qe"
name = { zh = "品质", en = "Quality" }

[[stage]]
id = "intake"
name = { zh = "登记", en = "Intake" }
task = [{ id = "take_in", name = { zh = "登记", en = "Take in" }, does = "fill", by = ["sales"], fills = ["complaint"], needs = ["complaint.customer", "complaint.issue"], source = "test" }]
exit = [{ to = ["handle"] }]

[[stage]]
id = "handle"
name = { zh = "处理", en = "Handle" }
task = [
  { id = "answer", name = { zh = "答复", en = "Answer" }, does = "send", by = ["sales"], fills = ["communication"], needs = ["communication.text"], source = "test" },
  { id = "look", name = { zh = "调查", en = "Look" }, does = "fill", by = ["qe"], fills = ["investigation"], needs = ["investigation.findings"], when = { issue = "complaint" }, source = "test" },
]
exit = [{ to = ["file"], ends = ["customer", "case"] }]

[[stage]]
id = "file"
name = { zh = "存档", en = "File" }
task = [{ id = "file", name = { zh = "存档", en = "File" }, does = "fill", by = ["sales"], fills = ["summary"], needs = ["summary.text"], source = "test" }]
exit = [{ to = ["archive"] }]
"#;

#[test]
fn an_inquiry_turns_into_a_complaint_with_nothing_typed_again() {
    let desk = Desk::new();
    desk.put_in_force("T-ISSUE", ISSUES);
    let mut complaint = desk.complaint();
    complaint["issue"] = json!("consultation");
    let request = json!({"complaint": complaint, "procedure": "T-ISSUE"});
    let case = desk.done("sales", "case_register", request)["case"].as_i64().expect("an id");
    assert_eq!(open_tasks(&desk, case), ["answer"]);
    let turn = |issue: &str, reason: &str| {
        let mut body = complaint_of(&desk, case);
        body["issue"] = json!(issue);
        desk.try_section("sales", case, "take_in", "complaint", body, reason).expect("corrected")
    };
    turn("complaint", "客户要求赔偿，是投诉");
    assert_eq!(open_tasks(&desk, case), ["answer", "look"]);
    let inbox = desk.done("qe", "inbox_list", json!({}))["tasks"].as_array().expect("tasks").len();
    assert_eq!(inbox, 1, "and stands in the inbox at once");
    assert_eq!(complaint_of(&desk, case)["words"], complaint["words"]);
    turn("consultation", "客户说明只是询问");
    assert_eq!(open_tasks(&desk, case), ["answer"]);
    desk.record("sales", case, "answer", "communication", json!({"text": {"zh": "已答复", "en": ""}}));
    let view = desk.task("sales", case, "answer");
    assert_eq!(view["head"]["stage"], "file");
}
