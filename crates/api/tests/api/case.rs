//! Cases from registration to the archive, and who sees them.

use crate::desk::{Desk, said, whys};
use serde_json::json;

#[test]
fn six_facts_are_enough_and_each_is_missed_by_name() {
    let desk = Desk::new();
    let mut facts = desk.complaint();
    for field in ["acknowledged", "samples", "received_at", "demand", "lines"] {
        facts.as_object_mut().expect("an object").remove(field);
    }
    let registered = desk.done("sales", "case_register", json!({"complaint": facts}));
    assert_eq!(registered["number"], "KS-2026-0001");
    let missing: Vec<_> =
        registered["missing"].as_array().expect("missing").iter().map(|b| b["field"].clone()).collect();
    assert_eq!(missing, ["complaint.acknowledged", "complaint.samples"], "the task asks for the rest");
    for field in ["customer", "channel", "class", "words"] {
        let mut facts = desk.complaint();
        facts.as_object_mut().expect("an object").remove(field);
        let error = desk.refused("sales", "case_register", json!({"complaint": facts}));
        assert_eq!(error["fields"][0]["field"], format!("complaint.{field}"));
    }
    let mut later = desk.complaint();
    later["received_at"] = json!("2026-11-24T02:00:00.000Z");
    let error = desk.refused("sales", "case_register", json!({"complaint": later}));
    assert_eq!(error["fields"][0]["wrong"], "in_the_future");
    assert_eq!(desk.register(), 2, "what was refused took no number and no row");
}

#[test]
fn the_simple_track_ends_in_the_archive() {
    let desk = Desk::new();
    let case = desk.register();
    desk.contain(case);
    desk.judge(case, "simple");
    let reply = json!({"text": {"zh": "已更换 12 只并致歉", "en": ""}, "answer": "accepted"});
    desk.section("sales", case, "settle", "reply", reply);
    desk.section("sales", case, "settle", "summary", json!({"text": "漏涂底漆，已加检"}));
    let view = desk.task("sales", case, "settle");
    assert_eq!(view["head"]["state"], "archived");
    for end in ["settled_at", "closed_at", "archived_at"] {
        assert!(view["head"][end].is_string(), "{end}");
    }
    let again = desk
        .try_section("qe", case, "judge", "validity", json!({"verdict": "established"}), "改判")
        .expect_err("refused");
    assert_eq!(whys(&said(&again)), ["read_only"]);
}

#[test]
fn containment_never_waits_for_validity() {
    let desk = Desk::new();
    let case = desk.register();
    let view = desk.view("qe", case);
    let open: Vec<_> = view["tasks"]
        .as_array()
        .expect("tasks")
        .iter()
        .filter(|t| t["row"]["state"] == "open")
        .map(|t| t["row"]["task"].clone())
        .collect();
    assert_eq!(open, ["contain", "judge"]);
    assert_eq!(view["head"]["stage"], "judge");
}

#[test]
fn two_people_in_one_section_conflict_and_in_two_they_do_not() {
    let desk = Desk::new();
    let case = desk.register();
    let key = desk.key(case, "judge");
    let save = |kind: &str, rev: i64, body: serde_json::Value| json!({"case": case, "task": key, "rev": rev, "section": {"kind": kind, "body": body}});
    let saved = desk.done("qe", "section_save", save("validity", 0, json!({"verdict": "partly"})));
    assert_eq!(saved["rev"], 1);
    let stale = desk.refused("qe", "section_save", save("validity", 0, json!({"verdict": "established"})));
    assert_eq!(stale, json!({"code": "conflict", "current": 1}));
    desk.done("qe", "section_save", save("level", 0, json!({"severity": "ordinary"})));
    let same = desk.done("qe", "section_save", save("validity", 1, json!({"verdict": "partly"})));
    assert_eq!(same["rev"], 1, "equal bytes write nothing");
}

#[test]
fn a_confidential_case_is_not_there_for_others() {
    let mut desk = Desk::new();
    desk.hire("other", "外人", "gm");
    let case = desk.register();
    desk.done(
        "sales",
        "case_confide",
        json!({"case": case, "confidential": true, "participants": [], "reason": "涉及人员"}),
    );
    for (login, sees) in [("sales", true), ("qe", true), ("other", false), ("reader", false)] {
        let rows = desk.done(login, "register_list", json!({}))["rows"].as_array().expect("rows").len();
        assert_eq!(rows, usize::from(sees), "{login}");
        let found =
            desk.done(login, "register_list", json!({"search": "焊缝"}))["rows"].as_array().expect("rows").len();
        assert_eq!(found, usize::from(sees), "{login} searches");
        for (name, payload) in [
            ("case_get", json!({"case": case})),
            ("case_get", json!({"number": "KS-2026-0001"})),
            ("case_timeline", json!({"case": case})),
            ("file_list", json!({"case": case})),
            ("form_list", json!({"case": case})),
        ] {
            let result = desk.call(login, name, payload);
            match sees {
                true => drop(result.unwrap_or_else(|e| panic!("{login} {name}: {}", said(&e)))),
                false => assert_eq!(said(&result.expect_err("not seen"))["code"], "not_found", "{login} {name}"),
            }
        }
    }
    let into = desk.refused(
        "other",
        "case_confide",
        json!({"case": case, "confidential": false, "participants": [], "reason": "看"}),
    );
    assert_eq!(into["code"], "not_found", "nobody lets themselves in");
}

#[test]
fn a_search_finds_two_characters_at_once() {
    let desk = Desk::new();
    desk.register();
    for (text, hits) in [
        ("焊缝", 1),
        ("生锈", 1),
        ("更换", 1),
        ("L2609", 1),
        ("l26", 1),
        ("KS-2026", 1),
        ("油漆", 0),
        ("焊缝 生锈", 1),
        ("焊缝 油漆", 0),
        ("", 1),
    ] {
        let rows = desk.done("qe", "register_list", json!({"search": text}))["rows"].as_array().expect("rows").len();
        assert_eq!(rows, hits, "{text}");
    }
}

#[test]
fn a_pause_stops_one_clock_and_not_containment() {
    let desk = Desk::new();
    let case = desk.register();
    let due = |view: &serde_json::Value, task: &str| {
        let clocks = view["clocks"].as_array().expect("clocks").clone();
        clocks.iter().find(|clock| clock["key"]["task"] == task).expect("a clock")["due"].clone()
    };
    let before = desk.view("qe", case);
    let no_reason = desk.refused("qe", "case_pause", json!({"case": case, "reason": "", "holder": "customer"}));
    assert_eq!(whys(&no_reason), ["needs_reason"]);
    for (field, holder, agreed) in [("holder", " ", None), ("agreed", "customer", Some(" "))] {
        let request = json!({"case": case, "reason": "等", "holder": holder, "agreed": agreed});
        let wrong = desk.refused("qe", "case_pause", request)["fields"][0].clone();
        assert_eq!((&wrong["field"], &wrong["wrong"]), (&json!(field), &json!("missing")));
    }
    desk.done("qe", "case_pause", json!({"case": case, "reason": "等客户寄回样品", "holder": "customer"}));
    assert_eq!(
        desk.refused("qe", "case_pause", json!({"case": case, "reason": "再停", "holder": "customer"}))["fields"][0]["wrong"],
        "paused_already"
    );
    desk.machine.pass(9 * 60_000);
    let after = desk.done("qe", "case_resume", json!({"case": case}));
    assert_eq!(due(&before, "contain"), due(&after, "contain"), "containment cannot be paused");
    assert_eq!(desk.refused("qe", "case_resume", json!({"case": case}))["fields"][0]["wrong"], "not_paused");
}

#[test]
fn the_inbox_holds_what_waits_for_each() {
    let desk = Desk::new();
    desk.register();
    for (login, tasks) in [("qe", vec!["contain", "judge"]), ("sales", vec![]), ("gm", vec![]), ("reader", vec![])] {
        let inbox = desk.done(login, "inbox_list", json!({}));
        let names: Vec<_> = inbox["tasks"]
            .as_array()
            .expect("tasks")
            .iter()
            .map(|t| t["task"]["task"].as_str().unwrap_or("").to_owned())
            .collect();
        assert_eq!(names, tasks, "{login}");
    }
}

#[test]
fn who_has_no_post_in_the_procedure_at_that_plant_works_on_no_case() {
    let mut desk = Desk::new();
    let second = json!({"code": "P2", "name": {"zh": "二厂", "en": ""}, "zone": "Asia/Shanghai", "currency": "CNY", "unit": {"zh": "", "en": ""}});
    let second = desk.done("admin", "plant_save", json!({"row": {"kind": "plant", "body": second}}))["id"].clone();
    let foreign = desk.hire("foreign", "外厂人", "sales");
    let people = desk.done("admin", "people_list", json!({}));
    let of = |one: &&serde_json::Value| one["account"] == foreign;
    let post = people["people"].as_array().expect("people").iter().find(of).expect("hired")["posts"][0]["id"].clone();
    let moved = json!({"account": foreign, "role": "sales", "plant": second});
    desk.done("admin", "post_save", json!({"id": post, "rev": 1, "post": moved}));
    let case = desk.register();
    desk.contain(case);
    desk.judge(case, "simple");
    desk.section("sales", case, "settle", "reply", json!({"text": {"zh": "已更换", "en": ""}, "answer": "accepted"}));
    desk.section("sales", case, "settle", "summary", json!({"text": "漏涂底漆"}));
    let png = include_bytes!("../data/scan.png");
    let brought = desk.app.receive(&desk.caller("foreign"), "a.png", &mut png.as_slice()).expect("received").file;
    let note = json!({"kind": "communication", "body": {"text": {"zh": "电话", "en": ""}}});
    let behalf = json!({"who": {"name": "随便谁"}, "source": "电话"});
    let table = [
        ("task_do", json!({"case": case, "task": desk.key(case, "settle"), "behalf": behalf})),
        ("case_pause", json!({"case": case, "reason": "等", "holder": "customer"})),
        ("case_confide", json!({"case": case, "confidential": true, "participants": [], "reason": "藏"})),
        ("record_save", json!({"case": case, "rev": 0, "state": "open", "body": note})),
        ("file_claim", json!({"case": case, "file": brought})),
        ("case_register", json!({"complaint": desk.complaint(), "plant": 1})),
    ];
    for (name, payload) in table {
        assert_eq!(whys(&desk.refused("foreign", name, payload)), ["needs_role"], "{name}");
    }
    assert_eq!(desk.view("qe", case)["head"]["stage"], "settle", "nothing has moved");
}

#[test]
fn references_that_lead_nowhere_and_numbers_below_zero_are_named() {
    let desk = Desk::new();
    let table = [
        ("customer", json!(999), "unknown"),
        ("about", json!(999), "unknown"),
        ("files", json!(["a".repeat(64)]), "unknown"),
        ("demand_amount", json!(i64::MIN), "out_of_range"),
        ("where_found", json!("很".repeat(100_001)), "too_long"),
        ("files", json!(vec!["a".repeat(64); 2_001]), "too_long"),
        ("lines", json!([{"product": 4242}]), "unknown"),
        ("lines", json!([{"defective": -9}]), "out_of_range"),
        ("received_at", json!("0001-01-01T00:00:00.000Z"), "too_long_ago"),
    ];
    for (field, value, wrong) in table {
        let mut complaint = desk.complaint();
        complaint[field] = value;
        let error = desk.refused("sales", "case_register", json!({"complaint": complaint}));
        assert_eq!(error["fields"][0]["wrong"], wrong, "{field}: {error}");
        assert!(
            error["fields"][0]["field"].as_str().is_some_and(|f| f.starts_with(&format!("complaint.{field}"))),
            "{error}"
        );
    }
}

#[test]
fn lines_get_numbers_that_nothing_else_has() {
    let desk = Desk::new();
    let mut complaint = desk.complaint();
    complaint["lines"] = json!([{"id": i64::MAX}, {}, {"id": 7}, {"id": 7}, {"id": -3}]);
    let case = desk.done("sales", "case_register", json!({"complaint": complaint}))["case"].as_i64().expect("an id");
    let view = desk.view("qe", case);
    let lines = view["sections"][0]["row"]["body"]["lines"].as_array().expect("lines");
    let ids: Vec<_> = lines.iter().map(|line| line["id"].as_i64().expect("a number")).collect();
    assert_eq!(ids, [8, 9, 7, 10, 11]);
}

/// Somebody else may still point at a line that was taken out: its number is given to no other.
#[test]
fn the_number_of_a_line_that_was_taken_out_is_not_given_again() {
    let desk = Desk::new();
    let mut complaint = desk.complaint();
    complaint["lines"] = json!([{}, {}, {}]);
    let case = desk.done("sales", "case_register", json!({"complaint": complaint}))["case"].as_i64().expect("an id");
    let ids = |desk: &Desk| -> Vec<i64> {
        let view = desk.view("qe", case);
        let lines = view["sections"][0]["row"]["body"]["lines"].as_array().expect("lines").clone();
        lines.iter().map(|line| line["id"].as_i64().expect("a number")).collect()
    };
    assert_eq!(ids(&desk), [1, 2, 3]);
    for (typed, kept) in [(json!([{"id": 1}]), vec![1]), (json!([{"id": 1}, {}]), vec![1, 4]), (json!([{}]), vec![5])] {
        complaint["lines"] = typed;
        desk.try_section("sales", case, "register", "complaint", complaint.clone(), "行写错了").expect("corrected");
        assert_eq!(ids(&desk), kept);
    }
}
