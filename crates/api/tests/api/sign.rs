//! Signatures: what they are over, who may not give one, and what voids them.

use crate::desk::{Desk, PASSWORD, said, whys};
use serde_json::json;

#[test]
fn a_case_is_signed_from_issue_to_approval() {
    let desk = Desk::new();
    let case = desk.register();
    desk.until_approval(case);
    assert_eq!(desk.view("qe", case)["head"]["stage"], "approve");
    desk.section("plant", case, "approve", "approval", json!({"answer": "approved"}));
    let view = desk.sign("plant", case, "approve");
    assert_eq!(view["head"]["stage"], "reply");
    let signatures = view["signatures"].as_array().expect("signatures");
    let meanings: Vec<_> = signatures.iter().map(|s| s["meaning"].as_str().unwrap_or("").to_owned()).collect();
    assert_eq!(meanings, ["made", "made", "reviewed"]);
    assert!(signatures.iter().all(|s| s["void"] == false && s["paper"].is_null()));
}

#[test]
fn a_signature_needs_the_password_and_what_was_shown() {
    let desk = Desk::new();
    let case = desk.register();
    desk.until_approval(case);
    desk.section("plant", case, "approve", "approval", json!({"answer": "approved"}));
    let key = desk.key(case, "approve");
    let plain = desk.refused("plant", "task_do", json!({"case": case, "task": key}));
    assert_eq!(whys(&plain), ["needs_signature"]);
    let shown = desk.done("plant", "task_manifest", json!({"case": case, "task": key}));
    let text = shown["text"].as_str().expect("a text");
    assert!(text.starts_with("kesu-manifest-2\n") && text.contains("\ntask\tapprove\t\t1\n"), "{text}");
    let sign = |digest: &serde_json::Value, head: &serde_json::Value, password: &str| json!({"case": case, "task": key, "digest": digest, "head": head, "password": password});
    let wrong = desk.done("plant", "case_sign", sign(&shown["digest"], &shown["head"], "guess-guess"));
    assert_eq!(wrong, json!({"is": "wrong", "done": {"left": 4}}));
    let foreign = format!("1-{}", "0".repeat(64));
    let unknown = desk.refused("plant", "case_sign", sign(&shown["digest"], &json!(foreign), PASSWORD));
    assert_eq!(unknown["fields"][0]["field"], "head");
    // Somebody changes the plan between looking and signing.
    desk.try_section(
        "sales",
        case,
        "plan",
        "plan",
        json!({"remedy": "exchange", "told": {"zh": "更换 20 只", "en": ""}, "cost": 600_000}),
        "客户追加",
    )
    .expect("saved");
    let stale = desk.refused("plant", "case_sign", sign(&shown["digest"], &shown["head"], PASSWORD));
    assert_eq!(stale["code"], "conflict");
    // The journal that has merely grown is no conflict.
    let shown = desk.done("plant", "task_manifest", json!({"case": case, "task": key}));
    desk.register();
    let done = desk.done("plant", "case_sign", sign(&shown["digest"], &shown["head"], PASSWORD));
    assert_eq!(done["is"], "done");
}

#[test]
fn what_was_signed_is_changed_with_a_reason_and_signed_again() {
    let desk = Desk::new();
    let case = desk.register();
    desk.until_approval(case);
    let lines = json!([{"id": 1, "kind": "corrective", "what": "改为整体热镀锌", "cause": 1, "owner": {"account": desk.accounts["dept"]}, "due": "2026-12-20"}]);
    let bare = desk.try_section("dept", case, "measures", "actions", json!({"lines": lines}), "").expect_err("refused");
    assert_eq!(whys(&said(&bare)), ["needs_reason"]);
    desk.try_section("dept", case, "measures", "actions", json!({"lines": lines}), "工艺更改").expect("saved");
    let view = desk.view("dept", case);
    let void: Vec<_> = view["signatures"].as_array().expect("signatures").iter().map(|s| s["void"].clone()).collect();
    assert_eq!(void, [json!(false), json!(true)], "the measures were signed, and are something else now");
    let view = desk.sign("dept", case, "measures");
    assert!(view["tasks"].as_array().expect("tasks").iter().all(|task| task["void"] == false));
}

#[test]
fn who_prepared_does_not_approve_unless_somebody_else_says_why() {
    let mut desk = Desk::new();
    desk.done("admin", "post_save", json!({"post": {"account": desk.accounts["sales"], "role": "plant", "plant": 1}}));
    desk.sign_in("sales", PASSWORD);
    let case = desk.register();
    desk.until_approval(case);
    desk.section("sales", case, "approve", "approval", json!({"answer": "approved"}));
    let refusal = said(&desk.try_sign("sales", case, "approve").expect_err("own work"));
    assert_eq!(refusal["blocked"], json!([{"why": "own_work", "task": "plan"}]));
    let key = desk.key(case, "approve");
    let excuse = |reason: &str| json!({"case": case, "task": key, "reason": reason});
    assert_eq!(whys(&desk.refused("gm", "task_excuse", excuse(" "))), ["needs_reason"]);
    assert_eq!(
        whys(&desk.refused("sales", "task_excuse", excuse("我自己准了"))),
        ["own_work"],
        "nobody excuses themselves"
    );
    desk.done("gm", "task_excuse", excuse("厂长出差，由业务代行"));
    assert_eq!(
        whys(&desk.refused("sales", "task_excuse", excuse("换一个理由"))),
        ["own_work"],
        "a colleague's word stands"
    );
    desk.sign("sales", case, "approve");
}

#[test]
fn a_rejection_wipes_nothing_and_yesterdays_answer_does_not_count() {
    let desk = Desk::new();
    let case = desk.register();
    desk.until_approval(case);
    desk.section("plant", case, "approve", "approval", json!({"answer": "rejected"}));
    let unsaid = said(&desk.try_sign("plant", case, "approve").expect_err("no reason"));
    assert_eq!(
        unsaid["blocked"],
        json!([{"why": "missing", "field": "approval.reason"}, {"why": "missing", "field": "approval.back_to"}])
    );
    desk.section(
        "plant",
        case,
        "approve",
        "approval",
        json!({"answer": "rejected", "reason": "治标不治本", "back_to": "measures"}),
    );
    let view = desk.sign("plant", case, "approve");
    assert_eq!((&view["head"]["stage"], &view["head"]["round"]), (&json!("measures"), &json!(2)));
    let actions = view["sections"]
        .as_array()
        .expect("sections")
        .iter()
        .find(|s| s["row"]["kind"] == "actions")
        .expect("still there");
    assert_eq!(actions["row"]["body"]["lines"][0]["what"], "增加焊后补漆工序");
    desk.sign("dept", case, "measures");
    desk.task("sales", case, "plan");
    let left = desk.refused("dept", "task_do", json!({"case": case, "task": desk.key(case, "evaluate_dept")}));
    assert_eq!(
        left["blocked"],
        json!([{"why": "missing", "field": "evaluation.feasible"}]),
        "the answer of round 1 is no answer"
    );
}

#[test]
fn a_clock_that_went_back_blocks_signing_until_somebody_says_why() {
    let desk = Desk::new();
    let case = desk.register();
    desk.until_approval(case);
    desk.machine.pass(-5 * 60_000);
    desk.section("plant", case, "approve", "approval", json!({"answer": "approved"}));
    let refusal = said(&desk.try_sign("plant", case, "approve").expect_err("the clock"));
    assert_eq!(whys(&refusal), ["clock"]);
    desk.machine.pass(6 * 60_000);
    assert!(desk.try_sign("plant", case, "approve").is_err(), "it stays in doubt");
    assert_eq!(whys(&desk.refused("qe", "clock_explain", json!({"reason": ""}))), ["needs_reason"]);
    desk.done("qe", "clock_explain", json!({"reason": "电池没电，已校时"}));
    desk.sign("plant", case, "approve");
}

#[test]
fn the_person_complained_about_never_judges() {
    let desk = Desk::new();
    let mut complaint = desk.complaint();
    complaint["about"] = json!(desk.accounts["qe"]);
    let case = desk.done("sales", "case_register", json!({"complaint": complaint}))["case"].as_i64().expect("an id");
    desk.section("qe", case, "judge", "validity", json!({"verdict": "not_established", "reason": "没有问题"}));
    desk.section("qe", case, "judge", "level", json!({"severity": "ordinary", "track": "simple"}));
    let refusal = desk.refused("qe", "task_do", json!({"case": case, "task": desk.key(case, "judge")}));
    assert_eq!(whys(&refusal), ["subject"]);
}

/// Sent back by the plant manager, who then writes the new plan. Whose is it, when it comes to approving?
#[test]
fn who_wrote_what_a_colleague_handed_in_does_not_approve_it_who_recorded_it_does() {
    for recorded in [false, true] {
        let desk = Desk::new();
        let case = desk.register();
        desk.until_approval(case);
        let rejected = json!({"answer": "rejected", "reason": "费用太高", "back_to": "measures"});
        desk.section("plant", case, "approve", "approval", rejected);
        desk.sign("plant", case, "approve");
        desk.sign("dept", case, "measures");
        let plan = json!({"remedy": "exchange", "told": {"zh": "更换10只", "en": ""}, "cost": 300_000});
        desk.section("plant", case, "plan", "plan", plan);
        if recorded {
            let behalf = json!({"who": {"account": desk.accounts["sales"]}, "source": "王丽电话口述"});
            let request = json!({"case": case, "task": desk.key(case, "plan"), "behalf": behalf});
            desk.done("plant", "task_do", request);
        } else {
            desk.task("sales", case, "plan");
        }
        desk.section("dept", case, "evaluate_dept", "evaluation", json!({"feasible": "yes"}));
        desk.task("dept", case, "evaluate_dept");
        desk.section("plant", case, "approve", "approval", json!({"answer": "approved"}));
        let signed = desk.try_sign("plant", case, "approve").map_err(|error| said(&error)["blocked"].clone());
        match signed {
            Ok(view) => assert!(recorded && view["done"]["head"]["stage"] == "reply", "{view}"),
            Err(blocked) => assert_eq!((blocked, recorded), (json!([{"why": "own_work", "task": "plan"}]), false)),
        }
    }
}

#[test]
fn a_record_that_is_added_to_what_was_signed_voids_the_signature() {
    let desk = Desk::new();
    let case = desk.register();
    desk.until_approval(case);
    let voids = || {
        let view = desk.view("qe", case);
        let void = |s: &serde_json::Value| (s["task"]["task"].as_str().unwrap_or("").to_owned(), s["void"] == true);
        view["signatures"].as_array().expect("signatures").iter().map(void).collect::<Vec<_>>()
    };
    assert_eq!(voids(), [("issue".into(), false), ("measures".into(), false)]);
    let capa = json!({"kind": "capa", "body": {"source": "complaint", "fact": "又一张整改单"}});
    desk.done("qe", "record_save", json!({"case": case, "rev": 0, "state": "open", "body": capa}));
    assert_eq!(voids(), [("issue".into(), true), ("measures".into(), false)]);
    desk.sign("qe", case, "issue");
    assert!(voids().iter().all(|(_, void)| !void));
}
