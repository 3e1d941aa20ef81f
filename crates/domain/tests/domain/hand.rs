//! What happens to a task beside being done: somebody is told of it, it is passed on, one more is asked to sign, it is
//! taken back, its deadline is moved (A-4, A-5, I-6, T-4).

use crate::desk::{Desk, account, calendar, post};
use kesu_domain::case::{Case, CaseState, TaskKey, TaskState};
use kesu_domain::derive;
use kesu_domain::engine::{
    Actor, Blocked, Doing, Moment, Moving, Offer, Step, advance, ask, clocks, move_due, offers, pass, take_back,
};
use kesu_domain::id::AccountId;
use kesu_domain::people::{Post, Who};
use kesu_domain::time::Stamp;
use serde_json::{Value, json};

pub(crate) const CHAIN: &str = include_str!("procedures/chain.toml");

/// Somebody of the desk, or a colleague of theirs in the same role.
struct Person {
    who: Who,
    posts: [Post; 1],
}

fn person(name: &str) -> Person {
    let (role, more) = name.strip_suffix('2').map_or((name, 0), |role| (role, 10));
    let id = AccountId(account(role).0 + more);
    Person { who: Who::Account(id), posts: [Post { account: id, ..post(role) }] }
}

impl Person {
    fn actor(&self) -> Actor<'_> {
        Actor { who: &self.who, posts: &self.posts, heads: &[], recorded_by: None }
    }
}

type Said = Result<(), Vec<Blocked>>;

impl Desk {
    fn moment(&self) -> Moment<'_> {
        Moment { now: self.now, calendar: &self.calendar }
    }
    fn keep(&mut self, changed: Result<Case, Vec<Blocked>>) -> Said {
        self.case = changed?;
        self.now = self.now.plus_millis(1000);
        Ok(())
    }
    fn pass(&mut self, who: &str, task: &str, slot: &str, to: &str, reason: &str) -> Said {
        let (who, to) = (person(who), person(to));
        let key = self.key(task, slot);
        self.keep(pass(&self.procedure, &self.case, &who.actor(), &key, &to.actor(), reason, &self.moment()))
    }
    fn ask(&mut self, who: &str, task: &str, slot: &str, to: &str, reason: &str) -> Said {
        let (who, to) = (person(who), person(to));
        let key = self.key(task, slot);
        self.keep(ask(&self.procedure, &self.case, &who.actor(), &key, &to.actor(), reason, &self.moment()))
    }
    fn take_back(&mut self, who: &str, task: &str, slot: &str, reason: &str) -> Said {
        let who = person(who);
        let key = self.key(task, slot);
        self.keep(take_back(&self.procedure, &self.case, &who.actor(), &key, reason, &self.moment()))
    }
    pub(crate) fn act(&mut self, who: &str, task: &str, slot: &str) -> Said {
        let key = self.key(task, slot);
        self.act_on(who, &key)
    }
    /// The same on the row of this key, which need not be of the last round.
    pub(crate) fn act_on(&mut self, who: &str, key: &TaskKey) -> Said {
        let who = person(who);
        let doing = Doing { step: Step::Done, hand: None, signed: true, reason: "" };
        self.keep(advance(&self.procedure, &self.case, &who.actor(), key, &doing, &self.moment()))
    }
    fn state(&self, task: &str, slot: &str) -> Option<TaskState> {
        self.case.tasks.iter().rfind(|row| row.task == task && row.slot == slot).map(|row| row.state)
    }
    fn offered(&self, who: &str, task: &str, slot: &str) -> Vec<Offer> {
        offers(&self.procedure, &self.case, &person(who).actor(), &self.key(task, slot))
    }
    /// The rows in the inboxes of these tokens, as `task/slot`.
    fn inbox(&self, tokens: &[&str]) -> Vec<String> {
        let clocks = clocks(&self.procedure, &self.case, &self.moment());
        let rows = derive::inbox(&self.procedure, &self.case, &clocks, &[]);
        let mine = rows.into_iter().filter(|row| tokens.contains(&row.token.as_str()));
        mine.map(|row| format!("{}/{}", row.key.task, row.key.slot)).collect()
    }
    fn due(&self, task: &str, slot: &str) -> Option<Stamp> {
        let clocks = clocks(&self.procedure, &self.case, &self.moment());
        clocks.iter().find(|clock| clock.key.task == task && clock.key.slot == slot).and_then(|clock| clock.due)
    }
}

fn judged(d: &mut Desk, severity: &str, verdict: &str) {
    d.does("sales", "take_in", "", json!({ "complaint": { "customer": 1 } }));
    d.does("qe", "judge", "", json!({ "validity": { "verdict": verdict }, "level": { "severity": severity } }));
}

/// Judged, and the plan is made: it waits for approval, evaluation and a note.
pub(crate) fn planned() -> Desk {
    planned_on(CHAIN)
}

/// The same on a text that says something otherwise.
pub(crate) fn planned_on(text: &str) -> Desk {
    let mut d = Desk::open(text, calendar());
    judged(&mut d, "ordinary", "established");
    d.does("qe", "departments", "", json!({ "responsibility": { "departments": [3] } }));
    d.does("qe", "order", "", json!({ "plan": { "text": "更换", "cost": 1 } }));
    d
}

/// Of two tasks over one list a line counts from its own row, and not from whichever was done last (T-1).
#[test]
fn a_line_counts_from_what_was_done_for_it() {
    const NOTE: &str = r#"{ id = "note","#;
    const SIGN: &str = r#"{ id = "sign_off", name = { zh = "会签", en = "Sign off" }, does = "fill", by = ["each"], each = "responsibility.departments",
        after = ["evaluate"], due = { span = "24h", from = "done:evaluate" }, source = "test" },
  { id = "note","#;
    let mut d = Desk::open(&CHAIN.replacen(NOTE, SIGN, 1), calendar());
    judged(&mut d, "ordinary", "established");
    d.does("qe", "departments", "", json!({ "responsibility": { "departments": [3, 4] } }));
    d.does("qe", "order", "", json!({ "plan": { "text": "更换", "cost": 1 } }));
    let feasible = json!({ "evaluation": { "feasible": "yes" } });
    d.does("dept", "evaluate", "3", feasible.clone());
    let first = d.now;
    d.now = first.plus_millis(5 * 3_600_000);
    d.does("plant", "evaluate", "4", feasible);
    let due = |d: &Desk, slot: &str| {
        let at = Moment { now: d.now, calendar: &d.calendar };
        let clocks = clocks(&d.procedure, &d.case, &at);
        clocks.into_iter().find(|clock| clock.key == d.key("sign_off", slot)).and_then(|clock| clock.due)
    };
    let day = 24 * 3_600_000;
    assert_eq!(due(&d, "3"), Some(first.plus_millis(day)));
    assert_eq!(due(&d, "4"), Some(d.now.plus_millis(day)));
}

/// What is to be done again after the case went back is not late before it opens (T-1).
#[test]
fn what_counts_from_receipt_counts_anew_when_it_is_done_again() {
    const ONCE: &str = r#"due = { span = "1d", from = "entered" }, signs = { meaning = "made", covers = ["plan"] }"#;
    let text = CHAIN.replacen(ONCE, &ONCE.replace("entered", "received"), 1);
    assert_ne!(text, CHAIN);
    let mut d = Desk::open(&text, calendar());
    let received = d.now;
    judged(&mut d, "ordinary", "established");
    d.does("qe", "departments", "", json!({ "responsibility": { "departments": [3] } }));
    let end_of = |day: &str| day.parse::<Stamp>().ok();
    d.now = received.plus_millis(50 * 3_600_000);
    assert_eq!(d.due("order", ""), end_of("2026-11-25T16:00:00.000Z"), "late, and said to be");
    d.does("qe", "order", "", json!({ "plan": { "text": "更换", "cost": 1 } }));
    d.does("plant", "agree", "", answer("rejected"));
    assert_eq!((d.stage(), d.case.head.round), ("plan", 2));
    assert_eq!(d.due("order", ""), end_of("2026-11-27T16:00:00.000Z"), "a day from coming back");
}

pub(crate) fn answer(word: &str) -> Value {
    json!({ "approval": { "answer": word, "reason": "费用太高" } })
}

#[test]
fn who_is_told_reads_it_and_nothing_waits_for_that() {
    let mut d = Desk::open(CHAIN, calendar());
    judged(&mut d, "major", "established");
    assert_eq!(d.stage(), "plan", "nothing waited");
    for (slot, wanted) in
        [("told:receiver", TaskState::Open), ("told:plant", TaskState::Open), ("told:qe", TaskState::Open)]
    {
        assert_eq!(d.state("judge", slot), Some(wanted), "{slot}");
    }
    assert_eq!(d.state("take_in", "told:gm"), Some(TaskState::Open));
    assert_eq!(d.inbox(&["account:1"]), ["judge/told:receiver"], "the receiver, by name");
    assert_eq!(d.inbox(&["role:plant@1"]), ["judge/told:plant"]);
    assert_eq!(d.inbox(&["role:gm@1"]), ["take_in/told:gm"]);
    let said = |text: &str| Some(text.parse::<Stamp>().expect("a stamp"));
    assert_eq!(d.due("judge", "told:receiver"), said("2026-11-25T16:00:00.000Z"), "one working day, by default");
    assert_eq!(d.due("judge", "told:plant"), said("2026-11-27T16:00:00.000Z"), "the time that the procedure gives");
    assert_eq!(d.due("take_in", "told:gm"), None, "a notice is never late");
    let register = derive::register(&d.case, &clocks(&d.procedure, &d.case, &d.moment()), d.calendar.zone());
    assert_ne!(register.next_task.as_deref(), Some("judge"), "the ball is with who has something to do");
    let told = [Blocked::NeedsRole { by: vec!["plant".to_owned().into()] }];
    assert_eq!(d.blocked("gm", "judge", "told:plant"), told);
    assert_eq!(d.blocked("plant", "judge", "told:plant"), []);
    for step in [Step::NotNeeded, Step::Reported] {
        let refused = d.step("plant", "judge", "told:plant", step, "不看").expect_err("it is read, and nothing else");
        assert!(refused.iter().any(|why| matches!(why, Blocked::NotAllowed { .. })), "{refused:?}");
    }
    assert_eq!(d.step("plant", "judge", "told:plant", Step::Done, ""), Ok(()));
    let row = d.case.tasks.iter().find(|row| row.slot == "told:plant").expect("a row");
    assert_eq!((row.state, row.done_by.clone()), (TaskState::Done, Some(person("plant").who)));
    assert_eq!(d.act("plant", "judge", "told:plant"), Err(vec![Blocked::NotNow { stage: "plan".into() }]), "once");
}

#[test]
fn what_one_is_told_outlives_the_stage_and_going_back_and_ends_with_the_archive() {
    let mut d = planned();
    d.does("plant", "agree", "", answer("rejected"));
    assert_eq!((d.stage(), d.case.head.round), ("plan", 2));
    assert_eq!(d.state("order", "told:sales"), Some(TaskState::Open), "told in round 1, and not read yet");
    let round_1 = TaskKey { task: "order".into(), slot: "told:sales".into(), round: 1 };
    assert!(d.case.task(&round_1).is_some_and(|row| !row.set_aside), "it is no signature");
    let mut d = Desk::open(CHAIN, calendar());
    judged(&mut d, "ordinary", "not_established");
    d.does("qe", "close", "", json!({ "closure": { "text": "不成立" } }));
    assert_eq!(d.case.head.state, CaseState::Archived, "the archive waits for no reader");
    assert_eq!(d.state("judge", "told:receiver"), Some(TaskState::Superseded));
    assert_eq!(d.blocked("sales", "judge", "told:receiver"), [Blocked::ReadOnly]);
    assert_eq!(d.inbox(&["account:1", "role:gm@1"]), Vec::<String>::new());
}

#[test]
fn whoever_reads_has_done_no_work_that_they_could_not_approve() {
    let mut d = planned();
    // The plant manager is told of nothing here; the receiver's post reads the order, and the order stays the engineer's.
    assert_eq!(d.act("sales", "order", "told:sales"), Ok(()));
    assert_eq!(d.blocked("plant", "agree", ""), [Blocked::Missing { field: "approval.answer".into() }]);
    let held: Vec<_> = d.case.rows(&"order".into()).map(|row| row.slot.clone()).collect();
    assert_eq!(held, [""], "nothing counts the row of who is told");
    assert_eq!(d.offered("sales", "order", "told:sales"), [], "what was read is read");
}

#[test]
fn each_department_is_told_of_its_own_line_once() {
    let mut d = planned();
    d.does("dept", "evaluate", "3", json!({ "evaluation": { "feasible": "yes" } }));
    assert_eq!(d.inbox(&["department:3"]), ["evaluate/told:each/3"]);
    let alone = d.blocked("qe", "evaluate", "told:each/3");
    assert_eq!(alone, [Blocked::NeedsRole { by: vec!["each".to_owned().into()] }]);
    assert_eq!(d.act("dept", "evaluate", "told:each/3"), Ok(()));
}

#[test]
fn a_task_that_was_passed_on_waits_for_that_account_alone() {
    let mut d = planned();
    d.fill("agree", "", &answer("approved"));
    let table: &[(&str, &str, &str, &[Blocked])] = &[
        ("plant", "gm", " ", &[Blocked::NeedsReason]),
        ("plant", "plant", "出差", &[Blocked::NotThem]),
        ("plant", "sales", "出差", &[Blocked::NotThem]),
        ("dept", "gm", "出差", &[Blocked::NeedsRole { by: vec!["plant".to_owned().into(), "gm".to_owned().into()] }]),
    ];
    for (who, to, reason, wanted) in table {
        assert_eq!(d.pass(who, "agree", "", to, reason), Err(wanted.to_vec()), "{who} to {to}");
    }
    assert_eq!(d.pass("plant", "agree", "", "gm", "出差三天"), Ok(()));
    let passed = d.case.rows(&"agree".into()).next().and_then(|row| row.passed.clone()).expect("passed");
    assert_eq!((passed.to, passed.by, passed.reason.as_str()), (account("gm"), account("plant"), "出差三天"));
    assert_eq!(d.blocked("plant", "agree", ""), [Blocked::Given]);
    assert_eq!(d.act("gm2", "agree", ""), Err(vec![Blocked::Given]), "not for the others of the role");
    assert_eq!(d.inbox(&["role:plant@1", "role:gm@1"]), ["take_in/told:gm"]);
    assert_eq!(d.inbox(&["account:5"]), ["agree/"]);
    assert!(d.offered("plant", "agree", "").contains(&Offer::Pass), "whoever passed it takes it back");
    assert!(!d.offered("plant", "agree", "").contains(&Offer::Ask), "and does nothing else with it");
    assert_eq!(d.pass("plant", "agree", "", "plant", "提前回厂"), Ok(()));
    assert!(d.offered("gm2", "agree", "").contains(&Offer::Ask), "it is the role's again");
    assert_eq!(d.pass("plant", "agree", "", "gm", "又出差"), Ok(()));
    assert_eq!(d.pass("gm", "agree", "", "gm2", "请副总处理"), Ok(()), "on and on");
    assert_eq!(d.act("gm2", "agree", ""), Ok(()));
    assert!(d.offered("plant", "agree", "").is_empty());
}

#[test]
fn nobody_passes_an_approval_to_who_made_the_work() {
    let mut d = Desk::open(CHAIN, calendar());
    judged(&mut d, "ordinary", "established");
    d.does("qe", "departments", "", json!({ "responsibility": { "departments": [3] } }));
    d.does("qe", "order", "", json!({ "plan": { "text": "更换", "cost": 1 } }));
    let order = d.case.tasks.iter_mut().rfind(|row| row.task == "order" && row.slot.is_empty()).expect("a row");
    order.done_by = Some(person("gm").who);
    assert_eq!(d.pass("plant", "agree", "", "gm", "出差"), Err(vec![Blocked::NotThem]));
    assert_eq!(d.ask("plant", "agree", "", "gm", "复核"), Err(vec![Blocked::NotThem]));
    assert_eq!(d.pass("plant", "agree", "", "gm2", "出差"), Ok(()));
}

#[test]
fn one_more_signer_is_waited_for_and_the_worst_word_counts() {
    let mut d = planned();
    d.does("dept", "evaluate", "3", json!({ "evaluation": { "feasible": "yes" } }));
    d.does("sales", "note", "", json!({ "investigation": { "findings": "…" } }));
    let not_allowed = |step| Err(vec![Blocked::NotAllowed { step }]);
    d.case.tasks.iter_mut().filter(|row| row.task == "note").for_each(|row| row.state = TaskState::Open);
    assert_eq!(d.ask("sales", "note", "", "dept", "?"), not_allowed("ask"), "what is filled is not co-signed");
    d.case.tasks.iter_mut().filter(|row| row.task == "note").for_each(|row| row.state = TaskState::Done);
    assert_eq!(d.ask("plant", "agree", "", "qe", "请工艺复核"), Err(vec![Blocked::NotThem]), "who made the plan");
    assert_eq!(d.ask("plant", "agree", "", "sales", "请业务会签"), Ok(()));
    assert_eq!(d.ask("plant", "agree", "", "sales", "再问"), Err(vec![Blocked::NotThem]), "asked already");
    assert_eq!(d.inbox(&["account:1"]), ["judge/told:receiver", "agree/added:1"]);
    d.does("plant", "agree", "", answer("approved"));
    assert_eq!(d.stage(), "plan", "the stage waits for the one who was asked");
    assert_eq!(
        d.blocked("plant", "agree", "added:1"),
        [Blocked::Given, Blocked::Missing { field: "approval.answer".into() }]
    );
    d.does("sales", "agree", "added:1", answer("rejected"));
    assert_eq!((d.stage(), d.case.head.round), ("plan", 2), "one no is enough");
    assert_eq!(d.state("agree", ""), Some(TaskState::Waiting), "a new round asks the holder anew, and nobody beside");
}

#[test]
fn a_question_that_nobody_answers_is_taken_back_by_who_asked() {
    let mut d = planned();
    d.does("dept", "evaluate", "3", json!({ "evaluation": { "feasible": "yes" } }));
    d.does("sales", "note", "", json!({ "investigation": { "findings": "…" } }));
    assert_eq!(d.ask("plant", "agree", "", "sales", "会签"), Ok(()));
    d.does("plant", "agree", "", answer("approved"));
    assert_eq!(d.take_back("gm", "agree", "added:1", "不问了"), Err(vec![Blocked::NotYours]));
    assert!(d.offered("plant", "agree", "added:1").contains(&Offer::TakeBack));
    assert_eq!(d.take_back("plant", "agree", "added:1", "业务请假"), Ok(()));
    assert_eq!(d.stage(), "claim", "the stage waits no longer");
}

#[test]
fn what_was_done_is_taken_back_until_somebody_has_answered() {
    let mut d = planned();
    d.does("dept", "evaluate", "3", json!({ "evaluation": { "feasible": "yes" } }));
    let refused: &[(&str, &str, &str, Blocked)] = &[
        ("plant", "order", "写错", Blocked::NotYours),
        ("qe", "order", " ", Blocked::NeedsReason),
        ("qe", "judge", "写错", Blocked::NotNow { stage: "plan".into() }),
        ("qe", "departments", "写错", Blocked::Answered { task: "evaluate".into() }),
        ("qe", "agree", "写错", Blocked::NotNow { stage: "plan".into() }),
    ];
    for (who, task, reason, wanted) in refused {
        let said = d.take_back(who, task, "", reason).expect_err("refused");
        assert!(said.contains(wanted), "{who} {task}: {said:?}");
    }
    assert_eq!(d.take_back("dept", "evaluate", "3", "看错图纸"), Ok(()));
    let signed = d.now.plus_millis(-500);
    assert_eq!(d.act("sales", "order", "told:sales"), Ok(()));
    assert_eq!(d.take_back("qe", "order", "", "费用算错"), Ok(()));
    let row = d.case.task(&d.key("order", "")).expect("a row");
    assert_eq!((row.state, row.done_at, row.taken_back.len()), (TaskState::Open, None, 1));
    assert!(!row.counts(signed), "what was signed before counts no more");
    assert!(row.counts(d.now), "what is signed after does");
    assert_eq!(d.blocked("plant", "agree", "").first(), Some(&Blocked::Waits { task: "order".into() }));
    assert_eq!(d.state("order", "told:sales"), Some(TaskState::Superseded));
    assert_eq!(d.act("qe", "order", ""), Ok(()));
    assert_eq!(d.state("order", "told:sales"), Some(TaskState::Open), "told again");
    d.does("plant", "agree", "", answer("approved"));
    let answered = Err(vec![Blocked::Answered { task: "agree".into() }]);
    assert_eq!(d.take_back("qe", "order", "", "再改"), answered);
    assert_eq!(d.take_back("plant", "agree", "", "点错"), Ok(()), "nobody has answered the approval");
    assert_eq!(d.take_back("qe", "order", "", "再改"), Ok(()));
}

#[test]
fn a_list_that_was_taken_back_is_asked_for_anew() {
    let mut d = planned();
    assert_eq!(d.take_back("qe", "departments", "", "部门选错"), Ok(()));
    assert_eq!(d.state("evaluate", "3"), Some(TaskState::Superseded));
    d.does("qe", "departments", "", json!({ "responsibility": { "departments": [4, 3] } }));
    assert_eq!(d.open_rows().iter().filter(|row| row.starts_with("evaluate")).count(), 2, "{:?}", d.open_rows());
    let rows = d.case.tasks.iter().filter(|row| row.task == "evaluate" && row.slot == "3").count();
    assert_eq!(rows, 1, "a row stands once");
    assert_eq!(d.take_back("qe", "departments", "", "还是三部"), Ok(()));
    d.does("qe", "departments", "", json!({ "responsibility": { "departments": [3] } }));
    d.does("dept", "evaluate", "3", json!({ "evaluation": { "feasible": "yes" } }));
    d.does("sales", "note", "", json!({ "investigation": { "findings": "…" } }));
    d.does("plant", "agree", "", answer("approved"));
    assert_eq!(d.stage(), "claim", "nobody waits for who was left out");
}

#[test]
fn a_deadline_is_moved_by_who_does_not_keep_it_and_the_first_one_stays() {
    let mut d = Desk::open(CHAIN, calendar());
    d.does("sales", "take_in", "", json!({ "complaint": { "customer": 1, "reply_due": "2026-12-02T01:00:00.000Z" } }));
    let (first, key) = (d.due("judge", ""), d.key("judge", ""));
    let at = |text: &str| text.parse::<Stamp>().expect("a stamp");
    let soon = at("2026-12-01T01:00:00.000Z");
    let late = at("2026-12-05T01:00:00.000Z");
    let plain = Moving { to: soon, reason: "等样品", asked_by: Some(account("qe")), agreed: None };
    let by_gm = vec!["gm".to_owned().into()];
    let table = [
        ("qe", plain.clone(), vec![Blocked::OwnDeadline, Blocked::NeedsRole { by: by_gm.clone() }]),
        ("plant", plain.clone(), vec![Blocked::NeedsRole { by: by_gm }]),
        ("gm", Moving { reason: "", ..plain.clone() }, vec![Blocked::NeedsReason]),
        ("gm", Moving { asked_by: Some(account("gm")), ..plain.clone() }, vec![Blocked::OwnDeadline]),
        ("gm", Moving { to: late, ..plain.clone() }, vec![Blocked::CustomersDate]),
        ("gm", Moving { to: late, agreed: Some(" "), ..plain.clone() }, vec![Blocked::CustomersDate]),
    ];
    for (who, moving, wanted) in table {
        let said = move_due(&d.procedure, &d.case, &person(who).actor(), &key, &moving, &d.moment());
        assert_eq!(said.err(), Some(wanted), "{who} {moving:?}");
    }
    let who = person("gm");
    d.case = move_due(&d.procedure, &d.case, &who.actor(), &key, &plain, &d.moment()).expect("moved");
    assert_eq!(d.due("judge", ""), Some(soon));
    let agreed = Moving { to: late, agreed: Some("客户 11 月 24 日邮件"), ..plain };
    d.case = move_due(&d.procedure, &d.case, &who.actor(), &key, &agreed, &d.moment()).expect("moved again");
    assert_eq!(d.due("judge", ""), Some(late), "with the customer's agreement it is the customer's date");
    let row = d.case.task(&key).expect("a row");
    assert_eq!((row.first_due, row.moved.len()), (Some(at("2026-11-26T16:00:00.000Z")), 2));
    assert_eq!(first, row.first_due);
    assert_eq!(row.moved[0].asked_by, Some(account("qe")));
    let clocks = clocks(&d.procedure, &d.case, &d.moment());
    let row =
        derive::inbox(&d.procedure, &d.case, &clocks, &[]).into_iter().find(|row| row.key == key).expect("in an inbox");
    assert_eq!(row.due, Some(late));
    // A deadline that escalates to nobody is moved by any other post; one that is not there by nobody.
    d.does("qe", "judge", "", json!({ "validity": { "verdict": "established" }, "level": { "severity": "ordinary" } }));
    let order = d.key("order", "");
    let simple = Moving { to: soon, reason: "缺料", asked_by: None, agreed: None };
    assert!(move_due(&d.procedure, &d.case, &person("sales").actor(), &order, &simple, &d.moment()).is_ok());
    let none = d.key("departments", "");
    let said = move_due(&d.procedure, &d.case, &person("sales").actor(), &none, &simple, &d.moment());
    assert_eq!(said.err(), Some(vec![Blocked::NotAllowed { step: "move" }]));
    let told = d.key("judge", "told:receiver");
    let said = move_due(&d.procedure, &d.case, &person("gm").actor(), &told, &simple, &d.moment());
    assert_eq!(said.err(), Some(vec![Blocked::NotAllowed { step: "move" }]));
}
