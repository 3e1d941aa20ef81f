//! A procedure is copied, broken, mended, approved by another, put in force and left again (M-6, D-11).

use crate::desk::{Desk, PASSWORD, stamp};
use kesu_api::machine::Machine;
use kesu_domain::id::ProcedureId;
use kesu_domain::master::ProcedureText;
use kesu_store::door::Command;
use kesu_store::error::Error;
use kesu_store::folder::Folder;
use serde_json::{Value, json};

fn copy(desk: &Desk, who: &str, number: &str) -> i64 {
    let title = json!({"zh": "小额投诉处理规程", "en": "Small claims"});
    let made =
        desk.done(who, "procedure_copy", json!({"library": "P-KS", "number": number, "prefix": "XE", "title": title}));
    made["id"].as_i64().expect("an id")
}

fn get(desk: &Desk, id: i64) -> Value {
    desk.done("qe", "procedure_get", json!({"procedure": id}))
}

fn save(desk: &Desk, who: &str, id: i64, typed: &Value) -> i64 {
    let rev = get(desk, id)["rev"].clone();
    let kept = desk.done(who, "procedure_draft_save", json!({"procedure": id, "rev": rev, "typed": typed}));
    kept["rev"].as_i64().expect("a revision")
}

fn issue(id: i64, rev: i64, day: &str) -> Value {
    let change = json!({"zh": "4.3 条：超过 5000 元须总经理审批", "en": ""});
    json!({"procedure": id, "rev": rev, "effective": day, "change": change})
}

fn wrong(error: &Value) -> Vec<String> {
    let fields = error["fields"].as_array().unwrap_or_else(|| panic!("{error}"));
    let text = |one: &Value, name: &str| one[name].as_str().unwrap_or_default().to_owned();
    fields.iter().map(|one| format!("{} {}", text(one, "field"), text(one, "wrong"))).collect()
}

/// The stage of that id in a procedure as forms have it.
fn stage<'a>(typed: &'a mut Value, id: &str) -> &'a mut Value {
    let stages = typed["stage"].as_array_mut().expect("stages");
    stages.iter_mut().find(|stage| stage["id"] == id).expect("the stage")
}

/// An approval above ¥5,000 by this role.
fn with_approval(typed: &Value, by: &str) -> Value {
    let mut typed = typed.clone();
    typed["limit"].as_array_mut().expect("limits").insert(0, json!({"fact": "cost", "word": "mid", "from": 500_000}));
    let approve = stage(&mut typed, "approve");
    let mut task = approve["task"][2].clone();
    task["id"] = json!("approve_mid");
    task["name"] = json!({"zh": "5000 元以上审批", "en": "Approve above 5000"});
    task["by"] = json!([by]);
    task["when"] = json!({"severity": "ordinary", "cost": "mid"});
    approve["task"].as_array_mut().expect("tasks").push(task);
    typed
}

#[test]
fn a_copy_is_broken_mended_approved_by_another_and_a_case_runs_on_it() {
    let desk = Desk::new();
    let id = copy(&desk, "qe", "P-XE");
    let line = get(&desk, id);
    assert_eq!((&line["state"], &line["procedure"]["version"]), (&json!("draft"), &json!("A/0")));
    assert_eq!((&line["procedure"]["author"], &line["procedure"]["change"]), (&json!("李明"), &json!([])));

    // The quality engineer fills the plan: they cannot approve it.
    let broken = with_approval(&line["procedure"], "qe");
    let checked = desk.done("qe", "procedure_check", json!({"typed": broken}));
    let fault = &checked["faults"][0];
    assert_eq!((&fault["why"], &fault["by"]), (&json!("own_approval"), &json!("qe")), "{checked}");
    let (n, text) = (fault["line"].as_u64().expect("a line"), checked["text"].as_str().expect("the text"));
    let at: Vec<_> = fault["path"].as_str().expect("a path").split('.').collect();
    assert_eq!((at[0], at[2], at[3]), ("stage", "task", "3"), "{fault}");
    let before: Vec<_> = text.lines().take(usize::try_from(n).expect("a line")).collect();
    assert!(
        before.iter().rev().find(|line| line.starts_with("id = ")).is_some_and(|line| line.contains("approve_mid"))
    );
    let rev = save(&desk, "qe", id, &broken);
    assert_eq!(
        wrong(&desk.refused("plant", "procedure_issue", issue(id, rev, "2026-11-24"))),
        ["procedure not_proved"]
    );

    let rev = save(&desk, "qe", id, &with_approval(&line["procedure"], "gm"));
    let checked = desk.done("qe", "procedure_check", json!({"procedure": id}));
    assert_eq!((&checked["faults"], &checked["gaps"]), (&json!([]), &json!([])));

    let own = desk.refused("qe", "procedure_issue", issue(id, rev, "2026-11-24"));
    assert_eq!(own["blocked"][0]["why"], "needs_role", "a quality engineer approves nothing in it: {own}");
    let past = desk.refused("plant", "procedure_issue", issue(id, rev, "2026-11-23"));
    assert_eq!(wrong(&past), ["effective before_today"]);
    let silent = json!({"procedure": id, "rev": rev, "effective": "2026-11-24", "change": {}});
    assert_eq!(wrong(&desk.refused("plant", "procedure_issue", silent)), ["change missing"]);
    assert_eq!(desk.refused("plant", "procedure_issue", issue(id, rev - 1, "2026-11-24"))["code"], "conflict");
    desk.done("plant", "procedure_issue", issue(id, rev, "2026-11-24"));
    let issued = get(&desk, id)["procedure"].clone();
    assert_eq!((&issued["approver"], &issued["effective"]), (&json!("陈刚"), &json!("2026-11-24")));
    let change = &issued["change"][0];
    assert_eq!(
        (&change["by"], &change["approved"], &change["version"]),
        (&json!("李明"), &json!("陈刚"), &json!("A/0"))
    );
    let again = json!({"procedure": id, "rev": rev + 1, "text": "number = 1"});
    assert_eq!(wrong(&desk.refused("qe", "procedure_draft_save", again)), ["procedure not_draft"]);

    assert_eq!(
        wrong(&desk.refused("sales", "case_register", json!({"complaint": desk.complaint()}))),
        ["procedure missing"],
        "two procedures are in force"
    );
    let made = desk.done("sales", "case_register", json!({"procedure": "P-XE", "complaint": desk.complaint()}));
    assert_eq!(made["number"], "XE-2026-0001");
    let case = made["case"].as_i64().expect("a case");
    assert_eq!(desk.view("qe", case)["head"]["procedure"], id);
}

#[test]
fn nobody_approves_their_own_text() {
    let desk = Desk::new();
    let id = copy(&desk, "plant", "P-XE");
    assert_eq!(wrong(&desk.refused("plant", "procedure_issue", issue(id, 1, "2026-11-24"))), ["procedure own_text"]);
    desk.done("gm", "procedure_issue", issue(id, 1, "2026-12-01"));
}

/// Who approves a new version is said by the one in force, and not by the draft itself.
#[test]
fn a_draft_does_not_choose_who_approves_it() {
    let mut desk = Desk::new();
    let id = copy(&desk, "qe", "P-KS");
    let mut typed = get(&desk, id)["procedure"].clone();
    typed["prefix"] = json!("KS");
    let friend = json!({"id": "friend", "name": {"zh": "自己人", "en": "Friend"}});
    typed["role"].as_array_mut().expect("roles").push(friend);
    for task in stage(&mut typed, "approve")["task"].as_array_mut().expect("tasks") {
        task["by"] = json!(["friend"]);
    }
    let mut named = typed.clone();
    named["version"] = json!("A/1~");
    let request = json!({"procedure": id, "rev": 1, "typed": named});
    assert_eq!(wrong(&desk.refused("qe", "procedure_draft_save", request)), ["version bad_version"]);
    let rev = save(&desk, "qe", id, &typed);
    desk.hire("friend", "自己人", "friend");
    let refused = desk.refused("friend", "procedure_issue", issue(id, rev, "2026-11-24"));
    assert_eq!(refused["blocked"][0]["why"], "needs_role", "{refused}");
    // Nor where nothing is in force any more.
    let first = desk.done("qe", "procedure_list", json!({}))["procedures"][0].clone();
    let gone = json!({"procedure": first["id"], "rev": first["rev"], "reason": "换新版"});
    desk.done("gm", "procedure_withdraw", gone);
    let refused = desk.refused("friend", "procedure_issue", issue(id, rev, "2026-11-24"));
    assert_eq!(refused["blocked"][0]["why"], "needs_role", "{refused}");
    desk.done("plant", "procedure_issue", issue(id, rev, "2026-11-24"));
}

#[test]
fn the_next_version_takes_new_cases_on_its_day_and_running_ones_are_moved_for_a_reason() {
    let mut desk = Desk::new();
    let old = desk.register();
    let next = copy(&desk, "qe", "P-KS");
    let mut typed = get(&desk, next)["procedure"].clone();
    assert_eq!((&typed["version"], &typed["change"][0]["version"]), (&json!("A/1"), &json!("A/0")));
    // The prefix stays that of the number; a task is added where the case will stand.
    typed["prefix"] = json!("KS");
    let judge = stage(&mut typed, "judge");
    let mut second = judge["task"][0].clone();
    second["id"] = json!("note");
    second["name"] = json!({"zh": "通知客户", "en": "Tell the customer"});
    second["does"] = json!("send");
    second["by"] = json!(["sales"]);
    second["fills"] = json!(["investigation"]);
    second["needs"] = json!(["investigation.findings"]);
    second["tells"] = json!([]);
    judge["task"].as_array_mut().expect("tasks").push(second);
    let rev = save(&desk, "qe", next, &typed);
    desk.done("plant", "procedure_issue", issue(next, rev, "2026-11-26"));

    let version = |desk: &Desk, case: i64| desk.view("qe", case)["head"]["procedure"].as_i64().expect("a version");
    let before = version(&desk, old);
    assert_ne!(before, next);
    assert_eq!(version(&desk, desk.register()), before, "it is not in force yet");
    let move_it = json!({"case": old, "procedure": next, "reason": "新版要求先通知客户"});
    assert_eq!(wrong(&desk.refused("plant", "case_move", move_it.clone())), ["procedure not_in_force"]);
    desk.machine.set(stamp("2026-11-26T01:00:00.000Z"));
    for login in ["sales", "qe", "plant"] {
        desk.sign_in(login, PASSWORD);
    }
    let lines = desk.done("qe", "procedure_list", json!({}));
    let in_force: Vec<_> =
        lines["procedures"].as_array().expect("lines").iter().map(|line| line["in_force"].clone()).collect();
    assert_eq!(in_force, [json!(false), json!(true)]);
    assert_eq!(version(&desk, desk.register()), next, "the newest one that took effect");
    assert_eq!(version(&desk, old), before, "a running case keeps its version");

    let silent = json!({"case": old, "procedure": next, "reason": " "});
    assert_eq!(desk.refused("plant", "case_move", silent)["blocked"][0]["why"], "needs_reason");
    assert_eq!(desk.refused("sales", "case_move", move_it.clone())["blocked"][0]["why"], "needs_role");
    let moved = desk.done("plant", "case_move", move_it.clone());
    assert_eq!(moved["head"]["procedure"], next);
    let tasks: Vec<_> = moved["tasks"].as_array().expect("tasks").iter().map(|task| &task["row"]).collect();
    let row = |id: &str| tasks.iter().find(|row| row["task"] == id).unwrap_or_else(|| panic!("no {id}"));
    assert_eq!(row("note")["state"], "open", "what is new in the stage at hand opens");
    let timeline = desk.done("qe", "case_timeline", json!({"case": old}));
    let last = timeline["entries"].as_array().expect("entries").last().expect("one");
    assert_eq!((&last["action"], &last["reason"]), (&json!("case_move"), &json!("新版要求先通知客户")));
    assert_eq!(wrong(&desk.refused("plant", "case_move", move_it)), ["procedure moved_already"]);
}

#[test]
fn a_case_is_not_moved_where_its_stage_or_an_open_task_is_gone() {
    let desk = Desk::new();
    let case = desk.register();
    let other = copy(&desk, "qe", "P-XE");
    desk.done("plant", "procedure_issue", issue(other, 1, "2026-11-24"));
    let elsewhere = json!({"case": case, "procedure": other, "reason": "试"});
    assert_eq!(wrong(&desk.refused("plant", "case_move", elsewhere)), ["procedure other_number"]);

    let next = copy(&desk, "qe", "P-KS");
    let mut typed = get(&desk, next)["procedure"].clone();
    typed["prefix"] = json!("KS");
    // 围堵 is open in the case, and the new version does not have it any more.
    stage(&mut typed, "intake")["task"].as_array_mut().expect("tasks").retain(|task| task["id"] != "contain");
    let rev = save(&desk, "qe", next, &typed);
    desk.done("plant", "procedure_issue", issue(next, rev, "2026-11-24"));
    let request = json!({"case": case, "procedure": next, "reason": "新版"});
    let error = desk.refused("plant", "case_move", request);
    assert_eq!(wrong(&error), ["procedure task_gone"]);
    assert_eq!(error["fields"][0]["detail"], "库存确认与围堵");

    let last = copy(&desk, "qe", "P-KS");
    let mut text = get(&desk, last)["text"].as_str().expect("a text").replace("\"judge\"", "\"verdict\"");
    text = text.replace("prefix = \"XE\"", "prefix = \"KS\"");
    let rev =
        desk.done("qe", "procedure_draft_save", json!({"procedure": last, "rev": 1, "text": text}))["rev"].clone();
    desk.done("plant", "procedure_issue", issue(last, rev.as_i64().expect("a revision"), "2026-11-24"));
    let error = desk.refused("plant", "case_move", json!({"case": case, "procedure": last, "reason": "新版"}));
    assert_eq!(wrong(&error), ["procedure stage_gone"]);
    assert_eq!(error["fields"][0]["detail"], "判定");
}

#[test]
fn a_broken_text_is_kept_shown_and_told_by_line_and_harms_nothing_else() {
    let desk = Desk::new();
    let id = copy(&desk, "qe", "P-XE");
    let good = get(&desk, id)["text"].as_str().expect("a text").to_owned();
    let broken = good.replacen("[[stage]]", "[[stage]", 1);
    let saved = desk.done("qe", "procedure_draft_save", json!({"procedure": id, "rev": 1, "text": broken}));
    assert_eq!(saved["rev"], 2);
    let unread = desk.refused("qe", "procedure_get", json!({"procedure": id}));
    assert_eq!(wrong(&unread), ["procedure unreadable"]);
    let checked = desk.done("qe", "procedure_check", json!({"procedure": id}));
    let line = broken.lines().position(|line| line == "[[stage]").expect("it is there") + 1;
    assert_eq!((&checked["faults"][0]["why"], &checked["faults"][0]["line"]), (&json!("unreadable"), &json!(line)));
    assert_eq!((&checked["procedure"], &checked["rev"], &checked["text"]), (&Value::Null, &json!(2), &json!(broken)));
    let lines = desk.done("qe", "procedure_list", json!({}));
    assert_eq!(lines["procedures"][1]["title"]["zh"], "P-XE", "what cannot be read is called by its number");
    assert_eq!(wrong(&desk.refused("plant", "procedure_issue", issue(id, 2, "2026-11-24"))), ["procedure unreadable"]);
    // Posts are still given, cases still registered.
    let post = json!({"account": desk.accounts["sales"], "role": "qe", "plant": 1});
    desk.done("admin", "post_save", json!({"post": post}));
    desk.register();
    // Nor does it when it is dropped.
    desk.done("qe", "procedure_withdraw", json!({"procedure": id, "rev": 2, "reason": "不要了"}));
    let post = json!({"account": desk.accounts["dept"], "role": "qe", "plant": 1});
    desk.done("admin", "post_save", json!({"post": post}));
    desk.done("reader", "suggestion_add", json!({"procedure": "P-KS", "clause": "5.1", "text": "围堵应含客户库存"}));
    let nobody = json!({"account": desk.accounts["dept"], "role": "nobody", "plant": 1});
    assert_eq!(wrong(&desk.refused("admin", "post_save", json!({"post": nobody}))), ["post.role unknown"]);
    for (from, to, why) in [
        ("does = \"meet\"", "does = \"dance\"", "no_such_word"),
        ("owner = ", "onwer = ", "unknown_key"),
        ("by = [\"qe\"]\nfills = [\"investigation\"]", "fills = [\"investigation\"]", "missing_key"),
    ] {
        let text = good.replacen(from, to, 1);
        assert_ne!(text, good, "{from}");
        let checked = desk.done("qe", "procedure_check", json!({"text": text}));
        assert_eq!(checked["faults"][0]["why"], why, "{}", checked["faults"]);
    }
}

#[test]
fn versions_are_compared_and_withdrawn() {
    let desk = Desk::new();
    let next = copy(&desk, "qe", "P-KS");
    let first = desk.done("qe", "procedure_list", json!({}))["procedures"][0]["id"].as_i64().expect("an id");
    let typed = with_approval(&get(&desk, next)["procedure"], "gm");
    save(&desk, "qe", next, &typed);
    let compared = desk.done("sales", "procedure_compare", json!({"a": first, "b": next}));
    let said: Vec<String> = compared["differences"]
        .as_array()
        .expect("differences")
        .iter()
        .filter(|one| one["of"] != "head")
        .map(|one| {
            format!("{} {} {}", one["how"].as_str().unwrap(), one["of"].as_str().unwrap(), one["id"].as_str().unwrap())
        })
        .collect();
    assert_eq!(said, ["added limit cost mid", "added task approve_mid"]);

    let draft = json!({"procedure": next, "rev": 2, "reason": "不需要了"});
    desk.done("qe", "procedure_withdraw", draft.clone());
    assert_eq!(wrong(&desk.refused("qe", "procedure_withdraw", draft)), ["procedure withdrawn_already"]);
    let again = copy(&desk, "qe", "P-KS");
    assert_eq!(get(&desk, again)["procedure"]["version"], "A/1", "a draft that was dropped takes no version away");
    let lines = desk.done("qe", "procedure_list", json!({}));
    let shown: Vec<_> = lines["procedures"].as_array().expect("lines").iter().map(|line| line["id"].clone()).collect();
    assert_eq!(shown, [json!(first), json!(again)]);
    let of_force = json!({"procedure": first, "rev": 1, "reason": "改用新规程"});
    assert_eq!(desk.refused("qe", "procedure_withdraw", of_force.clone())["blocked"][0]["why"], "needs_role");
    desk.done("gm", "procedure_withdraw", of_force);
    let refused = desk.refused("sales", "case_register", json!({"complaint": desk.complaint()}));
    assert_eq!(refused["code"], "not_found", "nothing is in force");
}

#[test]
fn the_library_says_what_is_kept_and_a_copy_asks_for_a_name() {
    let desk = Desk::new();
    let library = desk.done("reader", "procedure_library", json!({}));
    let ks =
        library["procedures"].as_array().expect("lines").iter().find(|line| line["number"] == "P-KS").expect("P-KS");
    assert_eq!((&ks["adopted"], &ks["prefix"]), (&json!(1), &json!("KS")));
    let nameless = json!({"library": "P-KS", "number": " ", "prefix": "客诉", "title": {}});
    assert_eq!(
        wrong(&desk.refused("qe", "procedure_copy", nameless)),
        ["number missing", "title missing", "prefix bad_prefix"]
    );
    let nothing = json!({"number": "P-1", "prefix": "P", "title": {"zh": "一"}});
    assert_eq!(wrong(&desk.refused("qe", "procedure_copy", nothing)), ["procedure missing"]);
    let id = copy(&desk, "qe", "P-XE");
    let mut taken = get(&desk, id)["procedure"].clone();
    taken["number"] = json!("P-KS");
    let request = json!({"procedure": id, "rev": 1, "typed": taken});
    assert_eq!(
        wrong(&desk.refused("qe", "procedure_draft_save", request)),
        ["procedure.number, procedure.version taken"]
    );
}

#[test]
fn whom_a_procedure_lacks_is_told_by_name() {
    let desk = Desk::new();
    let id = copy(&desk, "qe", "P-XE");
    let mut typed = get(&desk, id)["procedure"].clone();
    typed["role"]
        .as_array_mut()
        .expect("roles")
        .push(json!({"id": "lab", "name": {"zh": "化验室", "en": "Laboratory"}}));
    stage(&mut typed, "inquire")["task"][0]["by"] = json!(["lab"]);
    let checked = desk.done("qe", "procedure_check", json!({"typed": typed}));
    assert_eq!(checked["faults"], json!([]));
    assert_eq!(checked["gaps"], json!([{"gap": "empty_post", "role": "lab"}]));
    assert_eq!(checked["procedure"]["role"][5]["name"]["zh"], "化验室");
}

/// Somebody wrote a broken text into the folder, past the program: what runs on it says so, everything else goes on.
#[test]
fn a_text_that_was_changed_outside_is_told_by_its_number() {
    let desk = Desk::new();
    let case = desk.register();
    let id = copy(&desk, "qe", "P-XE");
    desk.done("plant", "procedure_issue", issue(id, 1, "2026-11-24"));
    let now = desk.machine.now();
    let (zone, machine) = ("+08:00".into(), "still".into());
    let command = Command { actor: None, now, action: "test", reason: String::new(), request: None, zone, machine };
    let folder = Folder::open(&desk.data, Box::new(|bytes| bytes.fill(3))).expect("a second process");
    let broken = folder.write::<_, Error>(command, |w| {
        let kept = w.get::<ProcedureText>(ProcedureId(1))?;
        let text = kept
            .body
            .text
            .replace("by = [\"plant\"]\nfills = [\"closure\"]", "by = [\"nobody\"]\nfills = [\"closure\"]");
        w.put(kept.id, kept.rev, &ProcedureText { text, ..kept.body })
    });
    broken.expect("written");
    let told = desk.refused("qe", "case_get", json!({"case": case}));
    assert_eq!(told, json!({"code": "folder", "why": "faulty", "detail": "P-KS A/0"}));
    let lines = desk.done("qe", "procedure_list", json!({}));
    assert_eq!(lines["procedures"][0]["title"]["zh"], "制造业客户投诉处理规程");
    let made = desk.done("sales", "case_register", json!({"procedure": "P-XE", "complaint": desk.complaint()}));
    assert_eq!(made["number"], "XE-2026-0001");
}
