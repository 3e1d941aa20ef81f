//! Suggestions for a procedure: from anybody, from a case, decided by whoever owns it (M-4).

use crate::desk::{Desk, PASSWORD};
use serde_json::{Value, json};

fn lines(desk: &Desk, login: &str, request: Value) -> Vec<Value> {
    desk.done(login, "suggestion_list", request)["suggestions"].as_array().expect("suggestions").clone()
}

#[test]
fn anybody_suggests_and_the_owner_decides() {
    let mut desk = Desk::new();
    let add = |procedure: &str, text: &str| json!({"procedure": procedure, "clause": "5.1", "text": text});
    assert_eq!(desk.refused("reader", "suggestion_add", add("P-KS", " "))["fields"][0]["field"], "text");
    assert_eq!(desk.refused("reader", "suggestion_add", add("P-XX", "好"))["fields"][0]["wrong"], "unknown");
    let kept = desk.done("reader", "suggestion_add", add("P-KS", "围堵应含客户库存"));
    let line = lines(&desk, "sales", json!({})).remove(0);
    assert_eq!((&line["suggestion"]["by"], &line["suggestion"]["on"]), (&json!("审核员"), &json!("2026-11-24")));
    assert_eq!((&line["state"], &line["may_decide"], &line["case"]), (&json!("open"), &json!(false), &Value::Null));
    let decide = |rev: i64, decision: &str| json!({"record": kept["id"], "rev": rev, "decided": "yes", "decision": decision, "version": "A/1"});
    assert_eq!(desk.refused("sales", "suggestion_decide", decide(1, "采纳"))["fields"][0]["wrong"], "not_owner");
    // Nobody is called as the owner of P-KS here: who may take its cases back decides.
    assert_eq!(desk.refused("qe", "suggestion_decide", decide(1, " "))["code"], "refused");
    assert_eq!(desk.refused("qe", "suggestion_decide", decide(7, "采纳"))["code"], "conflict");
    desk.done("qe", "suggestion_decide", decide(1, "采纳，下版增加"));
    let line = lines(&desk, "sales", json!({})).remove(0);
    assert_eq!((&line["state"], &line["suggestion"]["version"]), (&json!("done"), &json!("A/1")));
    assert!(lines(&desk, "sales", json!({"open": true})).is_empty());
    // A department of the owner's name, with a head: it is theirs alone.
    let body =
        json!({"code": "QD", "name": {"zh": "品质部", "en": "Quality"}, "plant": 1, "head": desk.accounts["gm"]});
    desk.done("admin", "plant_save", json!({"row": {"kind": "department", "body": body}}));
    desk.sign_in("gm", PASSWORD);
    assert_eq!(desk.refused("qe", "suggestion_decide", decide(2, "再议"))["fields"][0]["wrong"], "not_owner");
    desk.done("gm", "suggestion_decide", decide(2, "改为 A/2"));
}

/// What a case suggests is decided outside the case, so also when that is archived; who may not see the case sees nothing of it.
#[test]
fn a_suggestion_of_a_case_is_decided_after_its_end() {
    let mut desk = Desk::new();
    desk.hire("other", "外人", "gm");
    let case = desk.register();
    let body = json!({"kind": "suggestion", "body": {"by": "李明", "procedure": "P-KS", "text": "判定前先看实物"}});
    let made = desk.done("qe", "record_save", json!({"case": case, "rev": 0, "state": "open", "body": body}));
    desk.contain(case);
    desk.judge(case, "simple");
    desk.section("sales", case, "settle", "reply", json!({"text": {"zh": "已更换", "en": ""}, "answer": "accepted"}));
    desk.section("sales", case, "settle", "summary", json!({"text": "漏涂底漆"}));
    let head = desk.task("sales", case, "settle")["head_of_case"].clone();
    let decide = json!({"record": made["record"], "rev": 1, "decided": "no", "decision": "已有规定", "version": ""});
    desk.done("qe", "suggestion_decide", decide.clone());
    let list = lines(&desk, "qe", json!({"procedure": "P-KS"}));
    assert_eq!(list.len(), 1, "the decision goes on with it and stands in its place: {list:?}");
    assert_eq!((&list[0]["number"], &list[0]["state"]), (&json!("KS-2026-0001"), &json!("done")));
    assert_eq!(list[0]["suggestion"]["decision"], "已有规定");
    assert_eq!(desk.view("qe", case)["head_of_case"], head, "nothing was written to the archive");
    assert_eq!(desk.refused("qe", "suggestion_decide", decide)["code"], "conflict", "it was decided already");
    let shut = desk.register();
    let body = json!({"kind": "suggestion", "body": {"by": "李明", "procedure": "P-KS", "text": "保密案件另行分派"}});
    let made = desk.done("qe", "record_save", json!({"case": shut, "rev": 0, "state": "open", "body": body}));
    desk.done(
        "sales",
        "case_confide",
        json!({"case": shut, "confidential": true, "participants": [], "reason": "涉及人员"}),
    );
    assert_eq!((lines(&desk, "qe", json!({})).len(), lines(&desk, "other", json!({})).len()), (2, 1));
    let blind = json!({"record": made["record"], "rev": 1, "decided": "no", "decision": "看看", "version": ""});
    assert_eq!(desk.refused("other", "suggestion_decide", blind)["code"], "not_found");
}
