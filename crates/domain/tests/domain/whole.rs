//! Cases as a whole (I-12), corrections that change what is to be done (I-8), deputies and handing over (A-4, M-5).

use crate::desk::{Desk, account, calendar, post};
use kesu_domain::case::{Case, CaseLink, CaseState, HandedOver, Passed, TaskState};
use kesu_domain::derive::{files, inbox, participants, search_text};
use kesu_domain::engine::{
    Actor, Blocked, Doing, Moment, Step, Withdrawal, advance, approve_void, ask_void, blockers, corrected, hand_over,
    may_void, may_work, merge, refuse_void, reopen, withdraw,
};
use kesu_domain::id::{AccountId, CaseId};
use kesu_domain::people::{FileDigest, Post, Who};
use kesu_domain::procedure::BUILTIN;
use serde_json::json;

fn ks() -> Desk {
    let text = BUILTIN.iter().find(|(number, _)| *number == "P-KS").expect("P-KS").1;
    let mut desk = Desk::open(text, calendar());
    let said = json!({"complaint": {"customer": 1, "channel": "phone", "class": "quality", "acknowledged": "yes",
        "samples": "no", "received_at": desk.now, "words": {"zh": "焊缝生锈", "en": ""}}});
    desk.does("sales", "register", "", said);
    desk
}

/// Calls with the posts of somebody, at the desk's moment.
fn acts<T>(desk: &Desk, who: &str, f: impl FnOnce(&Actor, &Moment) -> T) -> T {
    let (person, posts) = (Who::Account(account(who)), [post(who)]);
    let actor = Actor { who: &person, posts: &posts, heads: &[], recorded_by: None };
    f(&actor, &Moment { now: desk.now, calendar: &desk.calendar })
}

fn open_rows(case: &Case) -> usize {
    case.tasks.iter().filter(|row| !row.state.is_over() || row.state == TaskState::Ahead).count()
}

#[test]
fn a_number_is_declared_void_by_two() {
    let mut desk = ks();
    let none = acts(&desk, "qe", |who, at| approve_void(&desk.procedure, &desk.case, who, None, at));
    assert_eq!(none, Err(vec![Blocked::NotNow { stage: "judge".into() }]), "nobody has asked");
    let unsaid = acts(&desk, "qe", |who, at| ask_void(&desk.procedure, &desk.case, who, " ", at));
    assert_eq!(unsaid, Err(vec![Blocked::NeedsReason]));
    desk.case = acts(&desk, "qe", |who, at| ask_void(&desk.procedure, &desk.case, who, "重复登记", at)).expect("asked");
    assert_eq!((desk.case.head.state, open_rows(&desk.case)), (CaseState::Open, 2), "it goes on until it is approved");
    // The roles of `reopen` approve, and whoever is in charge of the plant; never who asked.
    let table: &[(&str, Option<&str>, &[&str])] = &[
        ("qe", None, &["own_request"]),
        ("qe", Some("qe"), &["own_request"]),
        ("sales", None, &["needs_role"]),
        ("sales", Some("sales"), &[]),
        ("plant", None, &[]),
    ];
    for (who, in_charge, wanted) in table {
        let said = acts(&desk, who, |actor, _| may_void(&desk.procedure, &desk.case, actor, in_charge.map(account)));
        let said: Vec<_> = said.iter().map(|one| serde_json::to_value(one).expect("JSON")["why"].clone()).collect();
        assert_eq!(said, *wanted, "{who}");
    }
    let refused = acts(&desk, "plant", |who, _| refuse_void(&desk.procedure, &desk.case, who, None)).expect("refused");
    assert_eq!((refused.head.void_asked, refused.head.state), (None, CaseState::Open));
    let back = acts(&desk, "qe", |who, _| refuse_void(&desk.procedure, &desk.case, who, None)).expect("taken back");
    assert_eq!(back.head.void_asked, None, "who asked may take it back");
    let void = acts(&desk, "plant", |who, at| approve_void(&desk.procedure, &desk.case, who, None, at)).expect("void");
    let how = void.head.stopped.clone().expect("how");
    assert_eq!((how.by, how.asked_by, how.reason.as_str()), (account("plant"), Some(account("qe")), "重复登记"));
    assert_eq!((void.head.state, open_rows(&void), void.head.number.as_str()), (CaseState::Void, 0, "KS-2026-0001"));
    let again = acts(&desk, "qe", |who, at| reopen(&desk.procedure, &void, who, &"judge".into(), at));
    assert_eq!(again, Err(vec![Blocked::ReadOnly]), "a void number stays void");
    assert_eq!(acts(&desk, "qe", |who, _| may_work(&desk.procedure, &void, who)), [Blocked::ReadOnly]);
}

#[test]
fn a_withdrawn_case_is_read_only_until_it_is_taken_back() {
    let desk = ks();
    let file = FileDigest::new(&"a".repeat(64)).expect("a digest");
    let said = Withdrawal { said_by: "王经理".into(), evidence: "邮件".into(), files: vec![file.clone()] };
    let gone =
        acts(&desk, "sales", |who, at| withdraw(&desk.procedure, &desk.case, who, said, "误会", at)).expect("gone");
    assert_eq!((gone.head.state, open_rows(&gone)), (CaseState::Withdrawn, 0));
    assert!(files(&gone).contains(&file), "its evidence is a file of the case");
    let key = desk.key("judge", "");
    assert_eq!(acts(&desk, "qe", |who, _| blockers(&desk.procedure, &gone, who, &key)), [Blocked::ReadOnly]);
    let twice =
        acts(&desk, "sales", |who, at| withdraw(&desk.procedure, &gone, who, Withdrawal::default(), "再撤", at));
    assert_eq!(twice, Err(vec![Blocked::ReadOnly]));
    let by_sales = acts(&desk, "sales", |who, at| reopen(&desk.procedure, &gone, who, &"judge".into(), at));
    assert!(by_sales.is_err(), "the procedure says who takes a case back");
    let back = acts(&desk, "qe", |who, at| reopen(&desk.procedure, &gone, who, &"judge".into(), at)).expect("back");
    assert_eq!((back.head.state, back.head.round, &back.head.stopped), (CaseState::Open, 2, &None));
    assert_eq!(open_rows(&back), 2, "judged anew");
}

#[test]
fn a_merged_case_names_the_one_that_leads_and_is_found_by_both_numbers() {
    let desk = ks();
    let leads = CaseLink { case: CaseId(7), number: "KS-2026-0007".into(), lines: vec![] };
    let gone =
        acts(&desk, "qe", |who, at| merge(&desk.procedure, &desk.case, who, leads, "同一批", at)).expect("merged");
    assert_eq!((gone.head.state, open_rows(&gone)), (CaseState::Merged, 0));
    let text = search_text(&gone);
    assert!(text.contains("KS-2026-0001") && text.contains("KS-2026-0007"), "{text}");
    let back = acts(&desk, "qe", |who, at| reopen(&desk.procedure, &gone, who, &"judge".into(), at));
    assert_eq!(back, Err(vec![Blocked::ReadOnly]));
    assert!(inbox(&desk.procedure, &gone, &[], &[]).is_empty(), "it waits for nobody");
}

/// An inquiry is answered; a complaint is also judged. Which it is, may turn out later.
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
fn an_inquiry_turns_into_a_complaint_and_its_tasks_open_while_the_stage_lasts() {
    let mut desk = Desk::open(ISSUES, calendar());
    desk.does("sales", "take_in", "", json!({"complaint": {"customer": 1, "issue": "consultation"}}));
    assert_eq!(desk.open_rows(), ["answer"]);
    let turn = |desk: &mut Desk, issue: &str| {
        desk.fill("take_in", "", &json!({"complaint": {"customer": 1, "issue": issue}}));
        let at = Moment { now: desk.now, calendar: &desk.calendar };
        desk.case = corrected(&desk.procedure, &desk.case, &at);
    };
    turn(&mut desk, "complaint");
    assert_eq!(desk.open_rows(), ["answer", "look"], "nothing was typed again");
    turn(&mut desk, "fault");
    assert_eq!(desk.open_rows(), ["answer"], "and back");
    desk.does("sales", "answer", "", json!({"communication": {"text": {"zh": "已答复", "en": ""}}}));
    assert!(desk.at("file"));
    turn(&mut desk, "complaint");
    assert_eq!(desk.open_rows(), ["file"], "what was left behind stays as it is");
}

/// Correcting the last open question of a stage lets the case go on.
#[test]
fn a_correction_can_end_a_stage() {
    let mut desk = Desk::open(ISSUES, calendar());
    desk.does("sales", "take_in", "", json!({"complaint": {"customer": 1, "issue": "complaint"}}));
    desk.does("sales", "answer", "", json!({"communication": {"text": {"zh": "已答复", "en": ""}}}));
    assert_eq!(desk.open_rows(), ["look"]);
    desk.fill("take_in", "", &json!({"complaint": {"customer": 1, "issue": "other"}}));
    let at = Moment { now: desk.now, calendar: &desk.calendar };
    let after = corrected(&desk.procedure, &desk.case, &at);
    assert_eq!((after.head.stage.as_str(), after.head.state), ("file", CaseState::Closed));
}

#[test]
fn what_a_deputy_does_says_for_whom() {
    let desk = ks();
    let as_deputy =
        |role: &str| Post { account: AccountId(9), role: role.into(), deputy_for: Some(account("qe")), ..post("qe") };
    let own = Post { account: AccountId(9), ..post("qe") };
    let says = |posts: &[Post]| {
        let person = Who::Account(AccountId(9));
        let actor = Actor { who: &person, posts, heads: &[], recorded_by: None };
        let at = Moment { now: desk.now, calendar: &desk.calendar };
        let doing = Doing { step: Step::Done, hand: None, signed: true, reason: "" };
        let key = desk.key("contain", "");
        let mut filled = ks();
        filled.fill(
            "contain",
            "",
            &json!({"containment": {"places": [{"place": "finished", "stock": 1, "checked": 1, "ng": 0}]}}),
        );
        let done = advance(&filled.procedure, &filled.case, &actor, &key, &doing, &at)?;
        Ok::<_, Vec<Blocked>>(done.task(&key).expect("the row").deputy_for)
    };
    assert_eq!(says(&[as_deputy("qe")]), Ok(Some(account("qe"))));
    assert_eq!(says(&[as_deputy("qe"), own]), Ok(None), "who holds the post needs no deputy");
    assert!(says(&[as_deputy("gm")]).is_err());
}

#[test]
fn what_is_for_somebody_by_name_is_for_the_successor() {
    let mut desk = ks();
    let to = AccountId(9);
    let now = desk.now;
    let handed =
        |from: AccountId, to: AccountId| HandedOver { from, to, by: AccountId(1), reason: "离职".into(), at: now };
    let leave = handed(account("dept"), to);
    assert_eq!(hand_over(&desk.procedure, &desk.case, &leave), None, "named nowhere: nothing is written");
    desk.fill("judge", "", &json!({"level": {"owner": account("dept")}}));
    let after = hand_over(&desk.procedure, &desk.case, &leave).expect("named as the owner");
    assert!(participants(&desk.procedure, &after).contains("account:9"));
    let back = hand_over(&desk.procedure, &after, &handed(to, account("dept"))).expect("named by the handing over");
    assert_eq!(back.head.now_for(account("dept")), account("dept"), "and back again");
    let mut gone = desk.case.clone();
    gone.head.state = CaseState::Archived;
    assert_eq!(hand_over(&desk.procedure, &gone, &leave), None, "what is over stays");
}

/// A row that was passed to the leaver is the successor's; whom the complaint is about stays who it is, and only they may not judge.
#[test]
fn a_passed_task_goes_over_and_being_complained_about_does_not() {
    let mut desk = ks();
    let (from, to) = (account("dept"), AccountId(9));
    desk.case.sections[0].section = serde_json::from_value(json!({"kind": "complaint", "body": {
        "customer": 1, "class": "quality", "about": from}}))
    .expect("a complaint");
    let passed = Passed { to: from, by: account("qe"), reason: "请代为判定".into(), at: desk.now };
    let judge = desk.key("judge", "");
    let row = desk.case.tasks.iter_mut().find(|row| row.is(&judge)).expect("the row");
    row.passed = Some(passed);
    let handed = HandedOver { from, to, by: AccountId(1), reason: "离职".into(), at: desk.now };
    let after = hand_over(&desk.procedure, &desk.case, &handed).expect("passed to the leaver");
    let why = |case: &Case, who: AccountId| {
        let (person, posts) = (Who::Account(who), [Post { account: who, ..post("qe") }]);
        let actor = Actor { who: &person, posts: &posts, heads: &[], recorded_by: None };
        let blocked = blockers(&desk.procedure, case, &actor, &judge);
        let said = blocked.iter().map(|one| serde_json::to_value(one).expect("JSON")["why"].clone());
        said.filter(|why| why != "missing").map(|why| why.as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(why(&desk.case, from), ["subject"]);
    assert_eq!(why(&after, to), Vec::<String>::new(), "it is theirs, and the complaint is not about them");
    let theirs = why(&after, from);
    assert!(
        theirs.contains(&"subject".to_owned()) && theirs.len() == 2,
        "no longer theirs, and still about them: {theirs:?}"
    );
}
