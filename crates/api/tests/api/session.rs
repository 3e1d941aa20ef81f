//! Signing in, the lock, idle sessions, one's own password.

use crate::desk::{Desk, PASSWORD};
use kesu_api::app::Caller;
use kesu_api::machine::Machine;
use kesu_domain::id::AccountId;
use kesu_domain::master::{Account, AccountState};
use kesu_store::door::Command;
use kesu_store::error::Error;
use kesu_store::folder::Folder;
use serde_json::{Value, json};

fn sign_in(desk: &Desk, login: &str, password: &str) -> Value {
    let payload = json!({"login": login, "password": password}).to_string();
    desk.send(&Caller::default(), "sign_in", None, &payload).expect("an answer and no error")
}

#[test]
fn five_wrong_passwords_lock_and_time_opens_again() {
    let desk = Desk::new();
    for left in (1..5).rev() {
        assert_eq!(sign_in(&desk, "qe", "guess-guess"), json!({"is": "wrong", "left": left}));
    }
    assert_eq!(sign_in(&desk, "qe", "guess-guess")["is"], "locked");
    assert_eq!(sign_in(&desk, "qe", PASSWORD)["is"], "locked", "the right one does not help either");
    assert_eq!(sign_in(&desk, "sales", PASSWORD)["is"], "in", "others are not locked");
    desk.machine.pass(15 * 60_000 + 1);
    assert_eq!(sign_in(&desk, "qe", PASSWORD)["is"], "in");
    assert_eq!(sign_in(&desk, "qe", "guess-guess"), json!({"is": "wrong", "left": 4}), "counting begins anew");
}

#[test]
fn an_unknown_login_is_answered_like_a_wrong_password() {
    let desk = Desk::new();
    assert_eq!(sign_in(&desk, "nobody", "guess-guess"), json!({"is": "wrong", "left": 4}));
    assert_eq!(sign_in(&desk, "", ""), json!({"is": "wrong", "left": 4}));
}

#[test]
fn an_idle_session_ends_and_a_used_one_does_not() {
    let desk = Desk::new();
    for _ in 0..3 {
        desk.machine.pass(9 * 60_000);
        assert_eq!(desk.done("qe", "me", json!({}))["login"], "qe");
    }
    desk.machine.pass(10 * 60_000 + 1);
    assert_eq!(desk.refused("qe", "me", json!({}))["code"], "forbidden");
}

#[test]
fn signing_out_ends_the_session() {
    let desk = Desk::new();
    desk.done("qe", "sign_out", json!({}));
    assert_eq!(desk.refused("qe", "me", json!({}))["code"], "forbidden");
}

#[test]
fn a_new_password_keeps_the_key() {
    let desk = Desk::new();
    let change = |old: &str, new: &str| json!({"password": old, "new": new});
    assert_eq!(desk.done("qe", "password_change", change("guess-guess", "next-password"))["is"], "wrong");
    let short = desk.refused("qe", "password_change", change(PASSWORD, "seven77"));
    assert_eq!(short["fields"][0]["wrong"], "too_short");
    let before = desk.done("admin", "account_list", json!({}));
    assert_eq!(desk.done("qe", "password_change", change(PASSWORD, "next-password"))["is"], "done");
    let after = desk.done("admin", "account_list", json!({}));
    assert_eq!(before, after, "no new key");
    assert_eq!(sign_in(&desk, "qe", PASSWORD)["is"], "wrong");
    assert_eq!(sign_in(&desk, "qe", "next-password")["is"], "in");
}

/// A session on another machine, as whoever found the old password would have it.
fn elsewhere(desk: &Desk, login: &str, password: &str) -> Caller {
    let answer = sign_in(desk, login, password);
    Caller { token: answer["token"].as_str().map(str::to_owned), device: "elsewhere".into() }
}

fn is_in(desk: &Desk, caller: &Caller) -> bool {
    desk.send(caller, "me", None, "{}").is_ok()
}

#[test]
fn a_new_password_ends_all_sessions_but_the_one_that_chose_it() {
    let desk = Desk::new();
    let (other, colleague) = (elsewhere(&desk, "qe", PASSWORD), elsewhere(&desk, "sales", PASSWORD));
    assert!(is_in(&desk, &other));
    desk.done("qe", "password_change", json!({"password": PASSWORD, "new": "next-password"}));
    assert!(is_in(&desk, &desk.caller("qe")), "who changed it stays in");
    assert!(!is_in(&desk, &other));
    assert!(is_in(&desk, &colleague), "others are not concerned");
    assert!(is_in(&desk, &elsewhere(&desk, "qe", "next-password")));
}

#[test]
fn an_endorsement_ends_no_session() {
    let desk = Desk::new();
    desk.done("admin", "account_endorse", json!({"account": desk.accounts["qe"], "password": PASSWORD}));
    assert!(is_in(&desk, &desk.caller("qe")));
}

/// A sign-in opens the key, and is overtaken by a change before its session is written down.
#[test]
fn a_sign_in_that_is_overtaken_by_a_new_password_leaves_no_session() {
    use kesu_store::private::{Private, Seal};
    let reset = |desk: &Desk| {
        let account = desk.accounts["qe"];
        let asked =
            json!({"account": account, "first_password": "another-one", "reason": "忘记密码", "password": PASSWORD});
        assert_eq!(desk.done("admin", "account_reset", asked)["is"], "done");
    };
    let change = |desk: &Desk| {
        let asked = json!({"password": PASSWORD, "new": "another-one"});
        assert_eq!(desk.done("qe", "password_change", asked)["is"], "done");
    };
    let check = |overtaken_by: &dyn Fn(&Desk)| {
        let desk = Desk::new();
        let late = elsewhere(&desk, "qe", PASSWORD);
        let token = late.token.clone().expect("a token");
        let private = Private::open(&desk.data).expect("the private file");
        let session = private.session(&token).expect("read").expect("a session");
        assert_ne!(session.seal, Seal::of(""), "the seal is that of the key");
        overtaken_by(&desk);
        private.put_session(&token, &session).expect("written late");
        assert!(!is_in(&desk, &late));
        assert_eq!(private.session(&token).expect("read"), None, "and it is gone for good");
    };
    check(&reset);
    check(&change);
}

/// A write that waited for another one asks again whether it still may: the account was closed meanwhile.
#[test]
fn a_write_that_waits_while_its_account_is_closed_is_refused() {
    let desk = Desk::new();
    let (started, has_started) = std::sync::mpsc::channel();
    std::thread::scope(|scope| {
        let (data, now, qe) = (&desk.data, desk.machine.now(), AccountId(desk.accounts["qe"]));
        let closing = scope.spawn(move || {
            let (zone, machine) = ("+08:00".into(), "still".into());
            let reason = String::new();
            let command = Command { actor: None, now, action: "test", reason, request: None, zone, machine };
            let folder = Folder::open(data, Box::new(|bytes| bytes.fill(3))).expect("a second process");
            folder.write::<_, Error>(command, |w| {
                started.send(()).expect("somebody listens");
                // Long enough for the other to have been let in and to wait for its turn. Were it not, it is refused at once.
                std::thread::sleep(std::time::Duration::from_millis(300));
                let kept = w.get::<Account>(qe)?;
                w.put(qe, kept.rev, &Account { state: AccountState::Disabled, ..kept.body })
            })
        });
        has_started.recv().expect("it has begun");
        let customer = json!({"code": "C002", "name": {"zh": "后来的客户", "en": ""}});
        let save = json!({"row": {"kind": "customer", "body": customer}});
        assert_eq!(desk.refused("qe", "master_save", save)["code"], "forbidden");
        closing.join().expect("no panic").expect("closed");
    });
}
