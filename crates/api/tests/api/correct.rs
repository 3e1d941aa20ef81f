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
    let by_gm = desk.try_section("gm", case, "register", "complaint", body.clone(), "改批号").expect_err("refused");
    assert_eq!(whys(&said(&by_gm)), ["needs_role"]);
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

#[test]
fn what_depends_on_a_corrected_fact_opens_and_closes() {
    let desk = Desk::new();
    let mut complaint = desk.complaint();
    complaint["class"] = json!("service");
    complaint["acknowledged"] = json!("no");
    let case = desk.done("sales", "case_register", json!({ "complaint": complaint }))["case"].as_i64().expect("an id");
    assert_eq!(open_tasks(&desk, case), ["acknowledge"], "a complaint about service stops no goods");
    let turn = |class: &str, reason: &str| {
        let mut body = complaint_of(&desk, case);
        body["class"] = json!(class);
        desk.try_section("sales", case, "register", "complaint", body, reason).expect("corrected")
    };
    turn("quality", "照片上是焊缝生锈");
    assert_eq!(open_tasks(&desk, case), ["acknowledge", "contain"]);
    let inbox = desk.done("qe", "inbox_list", json!({}))["tasks"].as_array().expect("tasks").len();
    assert_eq!(inbox, 1, "and stands in the inbox at once");
    turn("service", "客户说明是送货态度");
    assert_eq!(open_tasks(&desk, case), ["acknowledge"]);
}
