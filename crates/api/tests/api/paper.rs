//! Forms: issued once, printed again with the same bytes; signed by hand and scanned back (A-7, D-8).

use crate::desk::{Desk, whys};
use kesu_domain::case::TaskKey;
use kesu_domain::manifest::{Manifest, ManifestIssue};
use serde_json::{Value, json};

fn issue(desk: &Desk, case: i64, form: &str, language: &str) -> Value {
    desk.done("qe", "form_issue", json!({"case": case, "form": form, "language": language, "accept_gaps": true}))
}

fn scan(desk: &Desk, case: i64) -> String {
    let bytes = include_bytes!("../data/scan.png");
    let received = desk.app.receive(&desk.caller("qe"), "扫描件.png", &mut bytes.as_slice()).expect("received");
    desk.done("qe", "file_claim", json!({"case": case, "file": received.file}));
    received.file.as_str().to_owned()
}

#[test]
fn the_same_form_is_issued_once_and_a_change_makes_the_next() {
    let desk = Desk::new();
    let case = desk.register();
    let first = issue(&desk, case, "F-1", "zh");
    let (row, bytes) = desk.app.paper(&desk.caller("gm"), first["code"].as_str().expect("a code")).expect("the paper");
    assert!(bytes.starts_with(b"%PDF-") && row.form == "F-1");
    let again = issue(&desk, case, "F-1", "zh");
    assert_eq!((&first["code"], &first["file"]), (&again["code"], &again["file"]));
    let both = issue(&desk, case, "F-1", "both");
    assert_ne!(first["code"], both["code"]);
    let told = json!({"at": "2026-11-24T01:00:00.000Z", "channel": "phone", "text": {"zh": "已收到", "en": ""}});
    let told = json!({"kind": "communication", "body": told});
    desk.done("sales", "record_save", json!({"case": case, "rev": 0, "state": "done", "body": told}));
    let told = issue(&desk, case, "F-1", "zh");
    assert_ne!(first["code"], told["code"], "it prints when the customer was told");
    desk.judge(case, "capa");
    let next = issue(&desk, case, "F-1", "zh");
    assert_ne!(told["code"], next["code"]);
    assert!(next["issue"].as_i64() > first["issue"].as_i64());
    let checked = desk.done(
        "gm",
        "form_check",
        json!({"code": format!(" {} ", first["code"].as_str().expect("a code").to_lowercase())}),
    );
    assert_eq!(checked["outdated"], true, "the first issue shows what was");
    assert_eq!(desk.done("gm", "form_check", json!({"code": next["code"]}))["outdated"], false);
    let kept = desk.app.paper(&desk.caller("gm"), first["code"].as_str().expect("a code")).expect("still there").1;
    assert_eq!(kept, bytes);
    let unknown = desk.refused("qe", "form_issue", json!({"case": case, "form": "F-99", "language": "zh"}));
    assert_eq!(unknown["fields"][0]["wrong"], "unknown");
}

#[test]
fn words_that_lack_the_language_are_said_before_it_is_issued() {
    let desk = Desk::new();
    let case = desk.register();
    let request = |accept: bool| json!({"case": case, "form": "F-1", "language": "en", "accept_gaps": accept});
    let error = desk.refused("qe", "form_issue", request(false));
    let fields = error["fields"].as_array().expect("fields");
    assert!(
        fields
            .iter()
            .any(|f| f["wrong"] == "not_in_language" && f["detail"].as_str().is_some_and(|d| d.contains("焊缝"))),
        "{error}"
    );
    let issued = desk.done("qe", "form_issue", request(true));
    assert_eq!(issued["gaps"].as_array().expect("gaps").len(), fields.len());
}

#[test]
fn a_form_signed_by_hand_completes_the_task() {
    let desk = Desk::new();
    let case = desk.register();
    desk.until_approval(case);
    let paper = issue(&desk, case, "F-3", "zh");
    let scan = scan(&desk, case);
    // The recorder writes down what the paper says.
    desk.section("qe", case, "approve", "approval", json!({"answer": "approved"}));
    let key = desk.key(case, "approve");
    let close = json!({"account": desk.accounts["reader"], "rev": 1, "name": "审核员", "state": "disabled", "language": "zh", "reason": "离职"});
    desk.done("admin", "account_save", close);
    let [plant, qe, closed] = ["plant", "qe", "reader"].map(|login| json!({"account": desk.accounts[login]}));
    let sign = |who: &Value, code: &Value, on: &str, scan: &str| json!({"case": case, "task": key, "paper": {"who": who, "on": on, "scan": scan, "code": code}});
    let table = [
        (sign(&plant, &json!("AAAA-AAAA-AAAA"), "2026-11-24", &scan), "paper.code", "unknown"),
        (sign(&plant, &paper["code"], "2026-11-30", &scan), "paper.on", "in_the_future"),
        (sign(&plant, &paper["code"], "2026-11-24", &"0".repeat(64)), "paper.scan", "unknown"),
        (sign(&plant, &paper["code"], "2026-11-23", &scan), "paper.on", "before_printing"),
        (sign(&json!({"name": "陈 刚"}), &paper["code"], "2026-11-24", &scan), "paper.who", "has_account"),
        (sign(&json!({"name": " "}), &paper["code"], "2026-11-24", &scan), "paper.who", "missing"),
        (sign(&qe, &paper["code"], "2026-11-24", &scan), "paper.who", "own_witness"),
        (sign(&closed, &paper["code"], "2026-11-24", &scan), "paper.who", "account_closed"),
        (sign(&plant, &issue(&desk, case, "F-1", "zh")["code"], "2026-11-24", &scan), "paper.code", "paper_without"),
    ];
    for (payload, field, wrong) in table {
        let error = desk.refused("qe", "task_do", payload);
        assert_eq!(
            (&error["fields"][0]["field"], &error["fields"][0]["wrong"]),
            (&json!(field), &json!(wrong)),
            "{error}"
        );
    }
    let not_theirs = desk.refused(
        "qe",
        "task_do",
        sign(&json!({"account": desk.accounts["gm"]}), &paper["code"], "2026-11-24", &scan),
    );
    assert_eq!(whys(&not_theirs), ["needs_role"], "the signer's role counts, not the recorder's");
    let mut reported = sign(&plant, &paper["code"], "2026-11-24", &scan);
    reported["step"] = json!("reported");
    reported["reason"] = json!("先报告");
    assert!(
        whys(&desk.refused("qe", "task_do", reported)).contains(&"not_allowed".to_owned()),
        "what is signed by hand is done"
    );
    let view = desk.done("qe", "task_do", sign(&plant, &paper["code"], "2026-11-24", &scan));
    assert_eq!(view["head"]["stage"], "reply");
    let signature = view["signatures"].as_array().and_then(|all| all.last()).expect("a signature").clone();
    assert_eq!(signature["paper"], json!({"on": "2026-11-24", "witness": desk.accounts["qe"]}));
    assert_eq!(signature["by"], plant);
    // It is over what the issue shows of what the task covers, and cites the issue.
    let issued = desk.app.paper(&desk.caller("qe"), paper["code"].as_str().expect("a code")).expect("the paper").0;
    let shown = Manifest::read(&issued.manifest).expect("a manifest");
    let rows = shown.rows.iter().filter(|row| ["causes", "actions", "plan"].contains(&row.kind.as_str()));
    let rows: Vec<_> = rows.cloned().collect();
    assert_eq!(rows.len(), 3);
    let task = TaskKey { task: "approve".into(), slot: String::new(), round: 1 };
    let issue = Some(ManifestIssue { code: issued.code, content: issued.content });
    let text = Manifest { task, issue, rows, ..shown }.text();
    assert_eq!(signature["digest"], kesu_keys::sha256_hex(text.as_bytes()));
    assert_eq!(signature["void"], false);
}

#[test]
fn paper_of_an_earlier_round_does_not_serve_the_present_one() {
    let desk = Desk::new();
    let case = desk.register();
    desk.until_approval(case);
    let before = issue(&desk, case, "F-3", "zh");
    let scan = scan(&desk, case);
    let rejected = json!({"answer": "rejected", "reason": "再议", "back_to": "measures"});
    desk.section("plant", case, "approve", "approval", rejected);
    desk.sign("plant", case, "approve");
    desk.sign("dept", case, "measures");
    desk.task("sales", case, "plan");
    desk.section("dept", case, "evaluate_dept", "evaluation", json!({"feasible": "yes"}));
    desk.task("dept", case, "evaluate_dept");
    desk.section("qe", case, "approve", "approval", json!({"answer": "approved"}));
    let plant = json!({"account": desk.accounts["plant"]});
    let sign = |code: &Value| json!({"case": case, "task": desk.key(case, "approve"), "paper": {"who": plant, "on": "2026-11-24", "scan": scan, "code": code}});
    let error = desk.refused("qe", "task_do", sign(&before["code"]));
    assert_eq!(error["fields"][0]["wrong"], "paper_outdated", "the same rows, and another question");
    let now = issue(&desk, case, "F-3", "zh");
    assert_ne!(now["code"], before["code"], "what is printed now is another issue");
    let view = desk.done("qe", "task_do", sign(&now["code"]));
    assert_eq!(view["head"]["stage"], "reply");
}

#[test]
fn paper_that_was_printed_before_a_change_does_not_sign_the_change() {
    let desk = Desk::new();
    let case = desk.register();
    desk.until_approval(case);
    let paper = issue(&desk, case, "F-3", "zh");
    let scan = scan(&desk, case);
    desk.try_section(
        "sales",
        case,
        "plan",
        "plan",
        json!({"remedy": "exchange", "told": {"zh": "更换 40 只", "en": ""}, "cost": 900_000}),
        "追加",
    )
    .expect("saved");
    desk.section("qe", case, "approve", "approval", json!({"answer": "approved"}));
    let sign = json!({"case": case, "task": desk.key(case, "approve"), "paper": {"who": {"account": desk.accounts["plant"]}, "on": "2026-11-24", "scan": scan, "code": paper["code"]}});
    let error = desk.refused("qe", "task_do", sign);
    assert_eq!(error["fields"][0]["wrong"], "paper_outdated");
}

#[test]
fn a_task_is_recorded_for_a_named_person_with_its_source() {
    let desk = Desk::new();
    let case = desk.register();
    let places = json!([{"place": "finished", "checked": 0}]);
    desk.section("sales", case, "contain", "containment", json!({"places": places}));
    let key = desk.key(case, "contain");
    let behalf =
        |who: Value, source: &str| json!({"case": case, "task": key, "behalf": {"who": who, "source": source}});
    let qe = json!({"account": desk.accounts["qe"]});
    assert_eq!(desk.refused("sales", "task_do", behalf(qe.clone(), ""))["fields"][0]["field"], "behalf.source");
    let close = json!({"account": desk.accounts["gm"], "rev": 1, "name": "周总", "state": "disabled", "language": "zh", "reason": "离职"});
    desk.done("admin", "account_save", close);
    let gone = desk.refused("sales", "task_do", behalf(json!({"account": desk.accounts["gm"]}), "电话"));
    assert_eq!(gone["fields"][0]["wrong"], "account_closed");
    let sales = json!({"account": desk.accounts["sales"]});
    assert_eq!(whys(&desk.refused("sales", "task_do", behalf(sales, "电话"))), ["needs_role"]);
    let view = desk.done("sales", "task_do", behalf(qe.clone(), "电话，李明口述"));
    let row = view["tasks"].as_array().expect("tasks").iter().find(|t| t["row"]["task"] == "contain").expect("the row")
        ["row"]
        .clone();
    assert_eq!((&row["state"], &row["done_by"]), (&json!("done"), &qe));
    assert_eq!(row["hand"]["behalf"]["by"], desk.accounts["sales"]);
}

#[test]
fn a_preview_is_a_draft_and_leaves_nothing_behind() {
    let desk = Desk::new();
    let case = desk.register();
    let caller = desk.caller("gm");
    let (name, bytes) = desk.app.preview(&caller, kesu_domain::id::CaseId(case), "F-1", "both").expect("a preview");
    assert!(bytes.starts_with(b"%PDF-") && name.ends_with("F-1.pdf"), "{name}");
    assert_eq!(desk.done("gm", "form_list", json!({ "case": case }))["forms"], json!([]));
    let refused = [(case, "F-99", "zh", "invalid"), (case, "F-1", "fr", "not_found"), (999, "F-1", "zh", "not_found")];
    for (case, form, language, code) in refused {
        let error = desk.app.preview(&caller, kesu_domain::id::CaseId(case), form, language).expect_err("no preview");
        assert_eq!(crate::desk::said(&error)["code"], code, "{case} {form} {language}");
    }
}
