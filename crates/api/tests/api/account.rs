//! Accounts, keys and posts.

use crate::desk::{Desk, PASSWORD, folder};
use kesu_api::app::{App, Caller};
use kesu_api::folder::{Cost, recover};
use kesu_api::machine::Machine;
use serde_json::{Value, json};
use std::sync::Arc;

fn keys_of(desk: &Desk, account: i64) -> Vec<Value> {
    let all = desk.done("admin", "account_list", json!({}));
    let accounts = all["accounts"].as_array().expect("accounts");
    let found = accounts.iter().find(|one| one["id"] == account).expect("the account");
    found["keys"].as_array().expect("keys").clone()
}

#[test]
fn a_reset_ends_the_old_key_and_endorses_the_new() {
    let mut desk = Desk::new();
    let account = desk.accounts["qe"];
    let reset =
        |first: &str| json!({"account": account, "first_password": first, "reason": "忘记密码", "password": PASSWORD});
    let no_reason = json!({"account": account, "first_password": "another-one", "reason": " ", "password": PASSWORD});
    assert_eq!(desk.refused("admin", "account_reset", no_reason)["code"], "refused");
    let own = json!({"account": 1, "first_password": "another-one", "reason": "忘记密码", "password": PASSWORD});
    assert_eq!(desk.refused("admin", "account_reset", own)["fields"][0]["wrong"], "own_key");
    assert_eq!(desk.done("admin", "account_reset", reset("another-one"))["is"], "done");
    assert_eq!(desk.refused("qe", "me", json!({}))["code"], "forbidden", "sessions of the old key end");
    desk.sign_in("qe", "another-one");
    let keys = keys_of(&desk, account);
    assert_eq!(keys.len(), 2);
    assert!(
        keys[0]["until"].is_string() && keys[1]["until"].is_null() && keys[1]["endorsed_by"].is_number(),
        "{keys:?}"
    );
}

#[test]
fn posts_and_accounts_are_checked() {
    let desk = Desk::new();
    let post = |role: &str, from: Value, until: Value| json!({"post": {"account": desk.accounts["qe"], "role": role, "plant": 1, "from": from, "until": until}});
    assert_eq!(
        desk.refused("admin", "post_save", post("chef", Value::Null, Value::Null))["fields"][0]["wrong"],
        "unknown"
    );
    let backwards = post("plant", json!("2026-12-01"), json!("2026-11-01"));
    assert_eq!(desk.refused("admin", "post_save", backwards)["fields"][0]["wrong"], "before_from");
    let taken = json!({"login": "qe", "name": "另一个", "first_password": PASSWORD, "password": PASSWORD});
    assert_eq!(desk.refused("admin", "account_add", taken)["fields"][0]["wrong"], "taken");
    for (login, wrong) in [("QE", "taken"), ("qe\u{202e}", "malformed"), ("q e", "malformed"), ("李明", "")] {
        let new = json!({"login": login, "name": "另一个", "first_password": PASSWORD, "password": PASSWORD});
        match desk.call("admin", "account_add", new) {
            Ok(_) => assert_eq!(wrong, "", "{login}"),
            Err(error) => assert_eq!(crate::desk::said(&error)["fields"][0]["wrong"], wrong, "{login}"),
        }
    }
    let short = json!({"login": "new", "name": "新人", "first_password": "1234567", "password": PASSWORD});
    assert_eq!(desk.refused("admin", "account_add", short)["fields"][0]["field"], "first_password");
    let wrong = json!({"login": "new", "name": "新人", "first_password": PASSWORD, "password": "guess-guess"});
    assert_eq!(desk.done("admin", "account_add", wrong)["is"], "wrong");
}

#[test]
fn a_post_holds_from_its_first_day_to_its_last() {
    let desk = Desk::new();
    let deputy = json!({"post": {"account": desk.accounts["sales"], "role": "plant", "plant": 1, "from": "2026-11-25", "until": "2026-11-25"}});
    desk.done("admin", "post_save", deputy);
    let posts = || desk.done("sales", "me", json!({}))["posts"].as_array().expect("posts").len();
    assert_eq!(posts(), 1, "not yet");
    desk.machine.set("2026-11-25T00:00:00.000Z".parse().expect("a stamp"));
    let mut desk = desk;
    desk.sign_in("sales", PASSWORD);
    assert_eq!(desk.done("sales", "me", json!({}))["posts"].as_array().expect("posts").len(), 2, "on that day");
    desk.machine.set("2026-11-25T16:00:00.000Z".parse().expect("a stamp"));
    desk.sign_in("sales", PASSWORD);
    assert_eq!(
        desk.done("sales", "me", json!({}))["posts"].as_array().expect("posts").len(),
        1,
        "midnight at the plant"
    );
}

#[test]
fn the_last_administrator_stays() {
    let desk = Desk::new();
    let close =
        json!({"account": 1, "rev": 1, "name": "admin", "state": "disabled", "language": "zh", "reason": "离职"});
    assert_eq!(desk.refused("admin", "account_save", close)["fields"][0]["wrong"], "last_admin");
    let close = json!({"account": desk.accounts["gm"], "rev": 1, "name": "周总", "state": "disabled", "language": "zh", "reason": "离职"});
    desk.done("admin", "account_save", close);
    let ended = json!({"id": 1, "rev": 1, "post": {"account": 1, "role": "admin", "plant": 1, "until": "2026-01-01"}});
    assert_eq!(desk.refused("admin", "post_save", ended)["fields"][0]["wrong"], "last_admin");
    assert_eq!(desk.refused("gm", "me", json!({}))["code"], "forbidden");
}

#[test]
fn recovery_is_shown_until_another_endorses_it() {
    let (_dir, data, machine) = folder("2026-11-24T01:00:00.000Z");
    let as_machine: Arc<dyn Machine> = machine.clone();
    let nobody = recover(&data, "nobody", "a-new-password", Arc::clone(&as_machine), Cost::TEST);
    assert!(nobody.is_err());
    assert!(recover(&data, "admin", "short", Arc::clone(&as_machine), Cost::TEST).is_err());
    recover(&data, "admin", "a-new-password", Arc::clone(&as_machine), Cost::TEST).expect("recovered");
    let app = App::with_cost(&data, as_machine, Cost::TEST).expect("opens");
    let call = |caller: &Caller, name: &str, payload: Value| {
        let payload = serde_json::value::to_raw_value(&payload).expect("JSON");
        let answer = kesu_api::call(&app, caller, name, None, &payload).expect("done");
        serde_json::from_str::<Value>(answer.get()).expect("JSON")
    };
    let old = call(&Caller::default(), "sign_in", json!({"login": "admin", "password": PASSWORD}));
    assert_eq!(old["is"], "wrong");
    let new = call(&Caller::default(), "sign_in", json!({"login": "admin", "password": "a-new-password"}));
    let admin = Caller { token: new["token"].as_str().map(str::to_owned), device: String::new() };
    let keys = call(&admin, "account_list", json!({}))["accounts"][0]["keys"].clone();
    assert_eq!((keys[1]["why"].as_str(), &keys[1]["endorsed_by"]), (Some("recovered"), &Value::Null));
    let second =
        json!({"login": "second", "name": "副管理员", "first_password": PASSWORD, "password": "a-new-password"});
    let second = call(&admin, "account_add", second)["done"]["account"].clone();
    call(&admin, "post_save", json!({"post": {"account": second, "role": "admin", "plant": 1}}));
    let signed = call(&Caller::default(), "sign_in", json!({"login": "second", "password": PASSWORD}));
    let other = Caller { token: signed["token"].as_str().map(str::to_owned), device: String::new() };
    assert_eq!(call(&other, "account_endorse", json!({"account": 1, "password": PASSWORD}))["is"], "done");
    let keys = call(&admin, "account_list", json!({}))["accounts"][0]["keys"].clone();
    assert!(keys[1]["endorsed_by"].is_number());
}
