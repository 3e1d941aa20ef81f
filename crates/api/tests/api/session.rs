//! Signing in, the lock, idle sessions, one's own password.

use crate::desk::{Desk, PASSWORD};
use kesu_api::app::Caller;
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
