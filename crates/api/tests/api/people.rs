//! People: deputies, leavers, skills, who is in charge (A-4, M-5).

use crate::desk::{Desk, PASSWORD, said, stamp, whys};
use kesu_api::machine::Machine;
use serde_json::{Value, json};

#[test]
fn a_deputy_acts_within_the_dates_and_says_for_whom() {
    let mut desk = Desk::new();
    let case = desk.register();
    let qe = desk.accounts["qe"];
    let deputy = json!({"account": desk.accounts["gm"], "role": "qe", "plant": 1, "from": "2026-11-25", "until": "2026-11-26", "deputy_for": qe});
    desk.done("admin", "post_save", json!({ "post": deputy }));
    let places = json!([{"place": "finished", "stock": 120, "checked": 120, "ng": 4}]);
    desk.section("qe", case, "contain", "containment", json!({ "places": places }));
    let at = |desk: &mut Desk, now: &str| {
        desk.machine.set(stamp(now));
        ["gm", "qe"].iter().for_each(|login| desk.sign_in(login, PASSWORD));
        desk.call("gm", "task_do", json!({"case": case, "task": desk.key(case, "contain")}))
    };
    for (now, when) in [("2026-11-24T15:59:00.000Z", "the day before"), ("2026-11-26T16:00:00.000Z", "the day after")] {
        let refused = at(&mut desk, now).expect_err(when);
        assert_eq!(whys(&said(&refused)), ["needs_role"], "{when}");
    }
    // Nothing was written meanwhile, so the clock of the journal has not gone on.
    let view = at(&mut desk, "2026-11-26T15:59:00.000Z").expect("the last minute");
    let rows = view["tasks"].as_array().expect("tasks").clone();
    let row = rows.iter().find(|row| row["row"]["task"] == "contain").expect("a row")["row"].clone();
    assert_eq!((&row["done_by"], &row["deputy_for"]), (&json!({"account": desk.accounts["gm"]}), &json!(qe)));
    let registered = rows.iter().find(|row| row["row"]["task"] == "register").expect("a row")["row"].clone();
    assert_eq!(registered["deputy_for"], Value::Null, "who holds the post acts for nobody");
}

fn inbox(desk: &Desk, login: &str) -> Vec<String> {
    let list = desk.done(login, "inbox_list", json!({}));
    let rows = list["tasks"].as_array().expect("tasks").clone();
    rows.iter().map(|row| row["task"]["task"].as_str().unwrap_or_default().to_owned()).collect()
}

/// The implementation of a signed plan opens for its owner after that owner has left: it opens for the successor, and the plan
/// stays signed as it was.
#[test]
fn a_leaver_hands_over_in_one_step() {
    let mut desk = Desk::new();
    let heir = desk.hire("heir", "孙接", "gm");
    let case = desk.register();
    desk.until_approval(case);
    let dept = desk.accounts["dept"];
    let over = |to: i64, posts: bool| json!({"from": dept, "to": to, "reason": "赵强离职", "posts": posts});
    for login in ["sales", "qe", "dept"] {
        assert_eq!(desk.refused(login, "tasks_hand_over", over(heir, false))["code"], "forbidden", "{login}");
    }
    let empty = json!({"from": dept, "to": heir, "reason": " "});
    assert_eq!(whys(&desk.refused("admin", "tasks_hand_over", empty)), ["needs_reason"]);
    assert_eq!(desk.refused("admin", "tasks_hand_over", over(dept, false))["fields"][0]["wrong"], "same_person");
    let done = desk.done("admin", "tasks_hand_over", over(heir, true));
    assert_eq!(done, json!({"cases": 1, "ended": 1, "given": 1, "headed": 0}));
    let again = desk.done("admin", "tasks_hand_over", over(heir, true));
    assert_eq!(again, json!({"cases": 0, "ended": 0, "given": 0, "headed": 0}), "all of it is done already");
    let view = desk.view("qe", case);
    assert_eq!(view["head"]["handed"][0]["to"], heir);
    assert!(view["signatures"].as_array().expect("signatures").iter().all(|one| one["void"] == false), "{view}");
    desk.section("plant", case, "approve", "approval", json!({"answer": "approved"}));
    desk.sign("plant", case, "approve");
    let reply =
        json!({"text": {"zh": "已更换 12 只并致歉", "en": ""}, "sent_at": desk.machine.now(), "answer": "accepted"});
    desk.section("sales", case, "reply", "reply", reply);
    let view = desk.task("sales", case, "reply");
    assert_eq!(view["head"]["stage"], "implement");
    desk.sign_in("heir", PASSWORD);
    assert!(inbox(&desk, "heir").contains(&"implement".to_owned()), "{:?}", inbox(&desk, "heir"));
    assert!(!inbox(&desk, "dept").contains(&"implement".to_owned()));
    desk.machine.set(stamp("2026-11-25T01:00:00.000Z"));
    for login in ["dept", "heir"] {
        desk.sign_in(login, PASSWORD);
    }
    let roles = |login: &str| {
        let posts = desk.done(login, "me", json!({}))["posts"].as_array().expect("posts").clone();
        posts.iter().map(|post| post["role"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!((roles("dept"), roles("heir")), (vec![], vec!["gm".to_owned(), "dept".to_owned()]));
}

#[test]
fn the_head_of_a_department_hands_over_within_it_and_the_last_administrator_stays() {
    let mut desk = Desk::new();
    let chief = desk.hire("chief", "马主任", "sales");
    let body = json!({"code": "WELD", "name": {"zh": "焊接车间", "en": "Welding"}, "plant": 1, "head": chief});
    desk.done(
        "admin",
        "plant_save",
        json!({"id": desk.department, "rev": 1, "row": {"kind": "department", "body": body}}),
    );
    desk.sign_in("chief", PASSWORD);
    let of = |from: &str| json!({"from": desk.accounts[from], "to": chief, "reason": "调岗", "posts": true});
    let done = desk.done("chief", "tasks_hand_over", of("dept"));
    assert_eq!((&done["ended"], &done["given"]), (&json!(1), &json!(1)));
    assert_eq!(desk.refused("chief", "tasks_hand_over", of("qe"))["code"], "forbidden", "not of the department");
    let admin = json!({"from": 1, "to": chief, "reason": "离职"});
    assert_eq!(desk.refused("admin", "tasks_hand_over", admin)["fields"][0]["wrong"], "last_admin");
    let admin = json!({"from": 1, "to": chief, "reason": "离职", "posts": true});
    assert_eq!(desk.done("admin", "tasks_hand_over", admin)["given"], 1, "with the post it goes");
}

#[test]
fn skills_and_positions_are_kept_each_once() {
    let desk = Desk::new();
    let qe = desk.accounts["qe"];
    let save = |rev: i64, more: Value| {
        let mut request = json!({"account": qe, "rev": rev, "name": "李明", "state": "active", "language": "zh"});
        request.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
        desk.done("admin", "account_save", request)
    };
    save(1, json!({"position": " 品质主管 ", "skills": ["8D", " 焊接 ", "8D", ""]}));
    let of = || {
        let people = desk.done("sales", "people_list", json!({}))["people"].clone();
        let one =
            people.as_array().expect("people").iter().find(|one| one["account"] == qe).expect("the account").clone();
        (one["position"].clone(), one["skills"].clone())
    };
    assert_eq!(of(), (json!("品质主管"), json!(["8D", "焊接"])));
    save(2, json!({}));
    assert_eq!(of(), (json!("品质主管"), json!(["8D", "焊接"])), "left out: as they are");
}

#[test]
fn a_plant_says_who_is_in_charge_and_where_to_complain() {
    let desk = Desk::new();
    let row = desk.done("qe", "master_list", json!({"of": "plant"}))["rows"][0].clone();
    let save = |body: Value| json!({"id": 1, "rev": row["rev"], "row": {"kind": "plant", "body": body}});
    let mut body = row["row"]["body"].clone();
    body["in_charge"] = json!(4711);
    assert_eq!(desk.refused("admin", "plant_save", save(body.clone()))["code"], "not_found");
    body["in_charge"] = json!(desk.accounts["plant"]);
    body["contacts"] = json!([{"name": "售后", "phone": " "}]);
    assert_eq!(desk.refused("admin", "plant_save", save(body.clone()))["fields"][0]["field"], "row.contacts");
    body["contacts"] = json!([{"name": "售后", "phone": "0512-8888", "qq": "80012345"}]);
    desk.done("admin", "plant_save", save(body));
    let kept = desk.done("qe", "master_list", json!({"of": "plant"}))["rows"][0]["row"]["body"].clone();
    assert_eq!((&kept["contacts"][0]["qq"], &kept["in_charge"]), (&json!("80012345"), &json!(desk.accounts["plant"])));
}

/// A procedure that assigns a handler by skill.
const SKILLED: &str = r#"
number = "T-SKILL"
version = "A/0"
title = { zh = "按技能分派", en = "By skill" }
author = "test"
approver = "test"
effective = "2026-11-24"
prefix = "TK"
owner = "客服"
purpose = { zh = "测试", en = "Test" }
scope = { zh = "测试", en = "Test" }

[[role]]
id = "sales"
name = { zh = "业务", en = "Sales" }

[[stage]]
id = "intake"
name = { zh = "登记", en = "Intake" }
task = [
  { id = "take_in", name = { zh = "登记", en = "Take in" }, does = "fill", by = ["sales"], fills = ["complaint"], needs = ["complaint.customer"], source = "test" },
  { id = "assign", name = { zh = "分派", en = "Assign" }, does = "fill", by = ["sales"], fills = ["assignment"], needs = ["assignment.who"], after = ["take_in"], source = "test" },
]
exit = [{ to = ["handle"] }]

[[stage]]
id = "handle"
name = { zh = "处理", en = "Handle" }
task = [{ id = "handle", name = { zh = "处理", en = "Handle" }, does = "fill", by = ["handler"], fills = ["summary"], needs = ["summary.text"], source = "test" }]
exit = [{ to = ["archive"], ends = ["customer", "case"] }]
"#;

/// It warns where the handler is chosen, and refuses nothing (M-5).
#[test]
fn an_assignment_that_asks_for_another_skill_warns() {
    let desk = Desk::new();
    desk.put_in_force("T-SKILL", SKILLED);
    let qe = desk.accounts["qe"];
    let skills =
        json!({"account": qe, "rev": 1, "name": "李明", "state": "active", "language": "zh", "skills": ["8D", "焊接"]});
    desk.done("admin", "account_save", skills);
    let request = json!({"complaint": desk.complaint(), "procedure": "T-SKILL"});
    let case = desk.done("sales", "case_register", request)["case"].as_i64().expect("an id");
    let assign = |who: Value, skill: &str| {
        let saved = desk.section("sales", case, "assign", "assignment", json!({"who": who, "skill": skill}));
        let view = desk.view("sales", case);
        let rows = view["tasks"].as_array().expect("tasks").clone();
        let row = rows.into_iter().find(|row| row["row"]["task"] == "assign").expect("a row");
        assert_eq!(row["warnings"], saved["warnings"], "the answer and the form say the same");
        let warnings = saved["warnings"].as_array().expect("warnings").clone();
        warnings.iter().map(|one| one["needs"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(assign(json!({"account": qe}), "焊接"), Vec::<String>::new());
    assert_eq!(assign(json!({"account": qe}), " 8d、喷漆 "), ["喷漆"], "one of the two is there, in whatever case");
    assert_eq!(assign(json!({"name": "外聘专家"}), "喷漆"), Vec::<String>::new(), "of whom nothing is known");
    assert_eq!(assign(json!({"account": qe}), "喷漆"), ["喷漆"]);
    desk.task("sales", case, "assign");
    assert_eq!(inbox(&desk, "qe"), ["handle"], "a warning, and no refusal");
}
