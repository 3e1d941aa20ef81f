//! Commands, and every way in which a request does not become one.

use crate::client::Request;
use crate::house::{House, PASSWORD};

#[test]
fn sign_in_call_and_sign_out() {
    let house = House::open();
    let token = house.sign_in();
    let me = Request::command("me", "{}").session(&token).send(house.address);
    assert_eq!((me.status, me.json()["login"].as_str()), (200, Some("admin")), "{}", me.text());
    assert_eq!(me.header("content-type"), Some("application/json"));
    assert_eq!(me.header("set-cookie"), None);
    let out = Request::command("sign_out", "{}").session(&token).send(house.address);
    assert_eq!(out.header("set-cookie"), Some("kesu_session=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0"));
    let after = Request::command("me", "{}").session(&token).send(house.address);
    assert_eq!((after.status, after.code().as_str()), (401, "forbidden"));
}

#[test]
fn a_browser_carries_its_session_in_a_cookie() {
    let house = House::open();
    let payload = format!(r#"{{"login":"admin","password":"{PASSWORD}"}}"#);
    let signed = Request::command("sign_in", &payload).send(house.address);
    let cookie = signed.header("set-cookie").unwrap();
    let token = signed.json()["token"].as_str().unwrap().to_owned();
    assert_eq!(cookie, format!("kesu_session={token}; Path=/; HttpOnly; SameSite=Strict"));
    let check = |cookie: &str, status: u16| {
        let me = Request::command("me", "{}").with("cookie", cookie).send(house.address);
        assert_eq!(me.status, status, "{cookie}: {}", me.text());
    };
    check(&format!("kesu_session={token}"), 200);
    check(&format!("theme=dark; kesu_session={token}"), 200);
    check(&format!("other_kesu_session={token}"), 401);
    check("kesu_session=", 401);
    check("kesu_session=0", 401);
}

#[test]
fn a_wrong_password_is_an_answer_and_no_session() {
    let house = House::open();
    let wrong = Request::command("sign_in", r#"{"login":"admin","password":"wrong wrong"}"#).send(house.address);
    assert_eq!((wrong.status, wrong.json()["is"].as_str()), (200, Some("wrong")), "{}", wrong.text());
    assert_eq!(wrong.header("set-cookie"), None);
}

#[test]
fn what_is_no_call() {
    let house = House::open();
    let token = house.sign_in();
    let check = |what: &str, request: Request, status: u16, code: &str| {
        let answer = request.session(&token).send(house.address);
        assert_eq!((answer.status, answer.code().as_str()), (status, code), "{what}: {}", answer.text());
    };
    let post = |body: &str| Request::post("/api/me", body);
    check("unknown command", Request::command("case_delete", "{}"), 404, "not_found");
    check("command of letters", Request::command("%e5%ae%a2", "{}"), 404, "not_found");
    check("command of no letters", Request::command("%ff", "{}"), 404, "not_found");
    check("broken JSON", Request::command("me", r#"{"a":"#), 400, "invalid");
    check("two values", Request::command("me", "{} {}"), 400, "invalid");
    check("no JSON at all", Request::command("me", ""), 400, "invalid");
    check(
        "not UTF-8",
        Request::post("/api/me", [b'"', 0xff, b'"']).with("content-type", "application/json"),
        400,
        "invalid",
    );
    check("field that is not there", Request::command("me", r#"{"a":1}"#), 400, "invalid");
    check("no type", post("{}"), 415, "invalid");
    check("type of a form", post("{}").with("content-type", "text/plain"), 415, "invalid");
    check("request id", Request::command("me", "{}").with("x-request-id", "short"), 400, "invalid");
    check("request id", Request::command("me", "{}").with("x-request-id", "客诉客诉客诉"), 400, "invalid");
    check("method", Request::get("/api/me"), 405, "not_found");
    check("method", Request::post("/file/0", ""), 405, "not_found");
    check("page that is written", Request::post("/", ""), 404, "not_found");
    check("no such path", Request::get("/api/me/more"), 404, "not_found");
    check("way out", Request::get("/file/..%2f..%2fkesu.db"), 404, "not_found");
}

#[test]
fn a_body_has_an_end() {
    let house = House::open();
    let largest = 12 * 1024 * 1024;
    let check = |request: Request, status: u16| {
        let answer = request.with("content-type", "application/json").send(house.address);
        assert_eq!((answer.status, answer.code().as_str()), (status, "invalid"), "{}", answer.text());
        assert_eq!(answer.json()["fields"][0]["wrong"], if status == 413 { "too_large" } else { "malformed" });
    };
    // Said to be too long: refused before a byte of it was read.
    check(Request::post("/api/me", "").with("content-length", &format!("{}", largest + 1)), 413);
    check(Request::post("/api/me", "").with("content-length", "99999999999999"), 413);
    // Said nothing, and is too long.
    let mut chunk = format!("{:x}\r\n", largest + 1).into_bytes();
    chunk.resize(chunk.len() + largest + 1, b' ');
    check(Request::post("/api/me", chunk).with("transfer-encoding", "chunked"), 413);
    // As long as it may be, and no JSON.
    check(Request::post("/api/me", vec![b' '; largest]), 400);
}

#[test]
fn without_a_session_nothing_but_signing_in() {
    let house = House::open();
    for name in ["me", "case_get", "case_register", "account_list", "sign_out"] {
        let answer = Request::command(name, "{}").send(house.address);
        assert_eq!((answer.status, answer.code().as_str()), (401, "forbidden"), "{name}: {}", answer.text());
        assert_eq!(answer.header("www-authenticate"), Some("Bearer"), "{name}");
    }
    let token = house.sign_in();
    let answer = Request::command("register_list", "{}").session(&format!("{token}0")).send(house.address);
    assert_eq!(answer.status, 401);
    let answer = Request::command("case_register", "{}").session(&token).send(house.address);
    assert_eq!((answer.status, answer.code().as_str()), (403, "forbidden"), "{}", answer.text());
}

#[test]
fn a_request_sent_twice_is_carried_out_once() {
    let house = House::open();
    let token = house.sign_in();
    let me = house.call(Some(&token), "me", "{}");
    let post = format!(r#"{{"post":{{"account":{},"role":"qe","plant":{}}}}}"#, me["account"], me["posts"][0]["plant"]);
    let send =
        |id: &str| Request::command("post_save", &post).session(&token).with("x-request-id", id).send(house.address);
    assert_eq!(send("request-1").status, 200);
    let again = send("request-1");
    assert_eq!((again.status, again.code().as_str()), (409, "replayed"), "{}", again.text());
    assert_eq!(house.call(Some(&token), "me", "{}")["posts"].as_array().unwrap().len(), 2);
    assert_eq!(send("request-2").status, 200);
}
