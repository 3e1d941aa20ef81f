//! Windows of the same process: no token reaches them, and each has its own session.

use crate::house::{House, PASSWORD};
use kesu_api::error::ApiError;
use kesu_server::desk::Desk;
use serde_json::Value;
use serde_json::value::RawValue;

const PAGE: &str = "tauri://localhost";

fn call(desk: &Desk, window: &str, name: &str, payload: &str) -> Result<Value, ApiError> {
    let payload = RawValue::from_string(payload.to_owned()).unwrap();
    desk.call(window, name, &payload, None).map(|answer| serde_json::from_str(answer.get()).unwrap())
}

fn sign_in(desk: &Desk, window: &str, password: &str) -> Value {
    call(desk, window, "sign_in", &format!(r#"{{"login":"admin","password":"{password}"}}"#)).unwrap()
}

#[test]
fn a_window_has_its_own_session_and_never_its_token() {
    let house = House::open();
    let desk = Desk::new(house.home());
    assert!(call(&desk, "main", "me", "{}").is_err());
    let signed = sign_in(&desk, "main", PASSWORD);
    assert_eq!(signed.as_object().unwrap().keys().collect::<Vec<_>>(), ["account", "is"], "{signed}");
    let first = desk.caller("main").token.unwrap();
    assert_eq!(call(&desk, "main", "me", "{}").unwrap()["login"], "admin");
    assert!(matches!(call(&desk, "second", "me", "{}"), Err(ApiError::Forbidden { .. })));
    // A wrong password is an answer; who sat there before still does.
    assert_eq!(sign_in(&desk, "main", "wrong wrong")["is"], "wrong");
    assert_eq!(desk.caller("main").token.as_ref(), Some(&first));
    // Who takes the seat ends the session of who sat there.
    sign_in(&desk, "second", PASSWORD);
    sign_in(&desk, "main", PASSWORD);
    let ended = |token: &str| {
        let payload = RawValue::from_string("{}".into()).unwrap();
        let caller = kesu_api::app::Caller { token: Some(token.to_owned()), device: String::new() };
        kesu_api::call(&house.home().app().unwrap(), &caller, "me", None, &payload).is_err()
    };
    assert!(ended(&first));
    let second = desk.caller("main").token.unwrap();
    assert!(!ended(&second));
    call(&desk, "main", "sign_out", "{}").unwrap();
    assert!(desk.caller("main").token.is_none() && ended(&second));
    assert_eq!(call(&desk, "second", "me", "{}").unwrap()["login"], "admin");
    let third = desk.caller("second").token.unwrap();
    desk.close("second");
    assert!(desk.caller("second").token.is_none() && ended(&third));
}

#[test]
fn files_are_seen_by_the_window_that_may() {
    let house = House::open();
    let token = house.sign_in_to_work();
    let case = house.register(&token);
    let desk = Desk::new(house.home());
    sign_in(&desk, "main", PASSWORD);
    let received = desk.receive("main", "证据.txt", &mut &b"words"[..]).unwrap();
    let file = received.file.as_str().to_owned();
    call(&desk, "main", "file_claim", &format!(r#"{{"case":{case},"file":"{file}"}}"#)).unwrap();
    let form = format!(r#"{{"case":{case},"form":"F-1","language":"zh","accept_gaps":true}}"#);
    let code = call(&desk, "main", "form_issue", &form).unwrap()["code"].as_str().unwrap().to_owned();
    let check = |window: &str, method: &str, path: &str, status: u16, kind: &str, begins: &[u8]| {
        let request = axum::http::Request::builder().method(method).uri(format!("kesu://localhost/{path}"));
        let answer = desk.get(window, &request.body(vec![]).unwrap(), PAGE);
        let head = |name: &str| answer.headers().get(name).map(|value| value.to_str().unwrap());
        assert_eq!((answer.status().as_u16(), head("content-type")), (status, Some(kind)), "{method} {path}");
        assert!(answer.body().starts_with(begins), "{path}: {}", String::from_utf8_lossy(answer.body()));
        assert_eq!(head("access-control-allow-origin"), Some(PAGE), "{path}");
        assert_eq!((head("cache-control"), head("x-content-type-options")), (Some("no-store"), Some("nosniff")));
    };
    check("main", "GET", &format!("file/{file}"), 200, "text/plain", b"words");
    check("main", "GET", &format!("file%2F{file}"), 200, "text/plain", b"words");
    check("main", "GET", &format!("form/{code}.pdf"), 200, "application/pdf", b"%PDF-");
    let (json, error) = ("application/json", b"{\"code\":\"not_found\"");
    check("main", "GET", &format!("file/{}", "0".repeat(64)), 404, json, error);
    check("main", "GET", "file/..%2f..%2fkesu.db", 404, json, error);
    check("main", "GET", "api/me", 404, json, error);
    check("main", "GET", "", 404, json, error);
    check("main", "POST", &format!("file/{file}"), 405, json, error);
    check("second", "GET", &format!("file/{file}"), 401, json, b"{\"code\":\"forbidden\"");
    assert!(!desk.find("main", &format!("/file/{file}")).unwrap().is_shown());
    let paper = desk.find("main", &format!("form/{code}.pdf")).unwrap();
    assert_eq!((paper.is_shown(), paper.name()), (true, &*format!("KS-2026-0001 F-1 {code}.pdf")));
}
