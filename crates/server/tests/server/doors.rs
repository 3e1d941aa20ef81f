//! Who is let in: hosts, origins, addresses; and what every answer carries.

use crate::client::Request;
use crate::house::House;
use kesu_server::{Pages, ServeError, Server};

#[test]
fn only_what_was_meant_for_this_host() {
    let house = House::open();
    let port = house.address.port();
    let check = |host: &str, status: u16| {
        let answer = Request::command("me", "{}").with("host", host).send(house.address);
        assert_eq!(answer.status, status, "{host}: {}", answer.text());
    };
    check(&format!("127.0.0.1:{port}"), 401);
    check(&format!("localhost:{port}"), 401);
    check(&format!("LocalHost:{port}"), 401);
    check(&format!("[::1]:{port}"), 401);
    check("127.0.0.1", 421);
    check("localhost", 421);
    check(&format!("localhost:{}", port ^ 1), 421);
    check(&format!("evil.example:{port}"), 421);
    check(&format!("127.0.0.1.evil.example:{port}"), 421);
    check(&format!("localhost.:{port}"), 421);
    check("", 421);
    let twice = Request::get("/").with("host", &house.address.to_string()).with("host", "evil.example");
    assert!([400, 421].contains(&twice.send(house.address).status));
}

#[test]
fn only_what_comes_from_itself() {
    let house = House::open();
    let (address, port) = (house.address, house.address.port());
    let check = |origin: &str, status: u16| {
        let answer = Request::command("me", "{}").with("origin", origin).send(address);
        assert_eq!(answer.status, status, "{origin}: {}", answer.text());
        assert_eq!(answer.header("access-control-allow-origin"), None, "{origin}");
    };
    check(&format!("http://127.0.0.1:{port}"), 401);
    check(&format!("https://127.0.0.1:{port}"), 403);
    check(&format!("http://127.0.0.1:{}", port ^ 1), 403);
    check(&format!("http://localhost:{port}"), 403);
    check("http://evil.example", 403);
    check("null", 403);
    check("", 403);
    let asked = Request::post("/api/me", "").with("access-control-request-method", "POST");
    assert_eq!(asked.with("origin", "http://evil.example").send(address).status, 403);
}

#[test]
fn every_answer_is_kept_from_being_more() {
    let house = House::open();
    let token = house.sign_in();
    let requests = [
        Request::command("me", "{}").session(&token),
        Request::command("me", "{}"),
        Request::get("/folder"),
        Request::get("/assets/missing.js"),
        Request::get("/").with("host", "evil.example"),
    ];
    for request in requests {
        let answer = request.send(house.address);
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        assert_eq!(answer.header("content-security-policy"), Some("default-src 'none'; sandbox"));
        assert_eq!(answer.header("cross-origin-resource-policy"), Some("same-origin"));
        assert_eq!(answer.header("content-type"), Some("application/json"));
    }
}

#[test]
fn other_machines_are_not_served() {
    let house = House::open();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let check = |address: &str, why: &str| {
        let refused = runtime
            .block_on(Server::bind(house.home(), Pages::of(&[]), address.parse().unwrap()))
            .err()
            .expect(address);
        let is_loopback = matches!(refused, ServeError::Listen { .. });
        assert_eq!(is_loopback, why == "listen", "{address}: {refused}");
        assert!(refused.to_string().contains(why), "{address}: {refused}");
    };
    check("0.0.0.0:0", "HTTPS");
    check("192.0.2.1:8650", "HTTPS");
    check("[::]:0", "HTTPS");
    check("[::ffff:127.0.0.1]:0", "HTTPS");
    check(&house.address.to_string(), "listen");
}
