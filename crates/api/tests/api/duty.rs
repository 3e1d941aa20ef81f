//! Duties: what is owed, done by whoever may, kept as a record of the house and proved with everything else (T-5).

use crate::desk::{Desk, PASSWORD, stamp, whys};
use kesu_api::folder::{Break, Scope, verify};
use serde_json::{Value, json};

/// What a person owes, as `duty period state`.
fn owes(desk: &Desk, login: &str) -> Vec<String> {
    let list = desk.done(login, "duty_list", json!({}));
    let open = list["open"].as_array().expect("duties").clone();
    let text = |line: &Value, field: &str| line[field].as_str().unwrap_or_default().to_owned();
    open.iter().map(|one| format!("{} {} {}", text(one, "duty"), text(one, "period"), text(one, "state"))).collect()
}

fn review(period: &str, text: &str) -> Value {
    json!({"number": "P-KS", "duty": "weekly_review", "period": period, "text": text, "decisions": "加严出货检验", "told": "生产部"})
}

#[test]
fn a_weekly_review_opens_falls_due_is_late_and_is_done_once() {
    let mut desk = Desk::new();
    let wait = |desk: &mut Desk, now: &str| {
        desk.machine.set(stamp(now));
        ["qe", "sales", "reader"].iter().for_each(|login| desk.sign_in(login, PASSWORD));
    };
    assert_eq!(owes(&desk, "qe"), ["weekly_review 2026-W48 open"]);
    assert_eq!(owes(&desk, "sales"), Vec::<String>::new(), "not theirs");
    wait(&mut desk, "2026-11-27T03:00:00.000Z");
    assert_eq!(owes(&desk, "qe"), ["weekly_review 2026-W48 due"]);
    wait(&mut desk, "2026-11-30T03:00:00.000Z");
    assert_eq!(owes(&desk, "qe"), ["weekly_review 2026-W48 overdue", "weekly_review 2026-W49 open"]);
    let by_sales = desk.refused("sales", "duty_done", review("2026-W48", "看了"));
    assert_eq!(whys(&by_sales), ["needs_role"]);
    for (period, wrong) in [("2026-W50", "not_begun"), ("2026-W47", "before_in_force"), ("2026-11", "malformed")] {
        let refused = desk.refused("qe", "duty_done", review(period, "看了"));
        assert_eq!(refused["fields"][0]["wrong"], wrong, "{period}: {refused}");
    }
    assert_eq!(desk.refused("qe", "duty_done", review("2026-W48", " "))["fields"][0]["field"], "text");
    let mut early = review("2026-W49", "看了");
    early["done_on"] = json!("2026-11-29");
    assert_eq!(desk.refused("qe", "duty_done", early)["fields"][0]["wrong"], "not_begun");
    desk.done("qe", "duty_done", review("2026-W48", "本周 3 件，2 件焊缝"));
    assert_eq!(owes(&desk, "qe"), ["weekly_review 2026-W49 open"]);
    let again = desk.refused("qe", "duty_done", review("2026-W48", "又一次"));
    assert_eq!(again["fields"][0]["wrong"], "done_already");
    let done = desk.done("sales", "duty_list", json!({}))["done"].clone();
    assert_eq!(done.as_array().map(Vec::len), Some(1), "everybody of the plant sees what was done");
    assert_eq!(done[0]["told"], "厂长：陈刚；生产部", "the copies that the procedure names, and who else is named");
    assert_eq!((&done[0]["done_on"], &done[0]["by"]), (&json!("2026-11-30"), &json!({"account": desk.accounts["qe"]})));
}

#[test]
fn a_record_of_the_house_is_proved_with_everything_else() {
    let desk = Desk::new();
    desk.register();
    desk.done("qe", "duty_done", review("2026-W48", "看了"));
    desk.done("reader", "suggestion_add", json!({"procedure": "P-KS", "text": "第 5 步太长"}));
    let mut breaks: Vec<String> = vec![];
    let machine = desk.machine.clone();
    let scope = Scope { since: None, derived: true };
    verify(&desk.data, machine, scope, &mut |found: &Break| breaks.push(found.to_string())).expect("a check");
    assert_eq!(breaks, Vec::<String>::new());
}

#[test]
fn a_plant_owes_its_own_and_a_deputy_may_do_it() {
    let mut desk = Desk::new();
    let second = json!({"code": "P2", "name": {"zh": "二厂", "en": ""}, "zone": "Asia/Shanghai", "currency": "CNY"});
    let second = desk.done("admin", "plant_save", json!({"row": {"kind": "plant", "body": second}}))["id"].clone();
    let deputy =
        json!({"account": desk.accounts["sales"], "role": "qe", "plant": second, "deputy_for": desk.accounts["qe"]});
    desk.done("admin", "post_save", json!({ "post": deputy }));
    desk.sign_in("sales", PASSWORD);
    desk.done("qe", "duty_done", review("2026-W48", "一厂"));
    assert_eq!(owes(&desk, "sales"), ["weekly_review 2026-W48 open"], "the other plant has not done it");
    let mut there = review("2026-W48", "二厂");
    there["plant"] = second;
    desk.done("sales", "duty_done", there);
    assert_eq!(owes(&desk, "sales"), Vec::<String>::new());
}
