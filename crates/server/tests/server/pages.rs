//! The form set: its files, and its first page for every path that is nothing else.

use crate::client::Request;
use crate::house::House;

#[test]
fn every_path_that_is_nothing_else_is_the_first_page() {
    let house = House::open();
    let check = |path: &str, status: u16, kind: &str, keep: &str| {
        let answer = Request::get(path).send(house.address);
        assert_eq!(answer.status, status, "{path}: {}", answer.text());
        assert_eq!(answer.header("content-type"), Some(kind), "{path}");
        assert_eq!(answer.header("cache-control"), Some(keep), "{path}");
        answer
    };
    let (html, json) = ("text/html; charset=utf-8", "application/json");
    for path in [
        "/",
        "/index.html",
        "/inbox",
        "/case/KS-2026-0001/approve",
        "/case/1?tab=files",
        "/%e5%ae%a2%e8%af%89",
        "/..%2fCargo.toml",
    ] {
        let page = check(path, 200, html, "no-store");
        assert_eq!(page.text(), "<title>Kesu</title>", "{path}");
    }
    let kept = "public, max-age=31536000, immutable";
    assert_eq!(check("/assets/main-1f.css", 200, "text/css; charset=utf-8", kept).text(), "a{}");
    assert_eq!(check("/assets/main-2e.js", 200, "text/javascript; charset=utf-8", kept).text(), "1");
    for path in ["/assets/main-3d.js", "/api", "/file", "/form", "/folder/more", "/api/a/b", "/assets/"] {
        let status = if path == "/file" { 405 } else { 404 };
        assert_eq!(check(path, status, json, "no-store").code(), "not_found", "{path}");
    }
}

#[test]
fn the_page_may_run_its_own_scripts_and_nothing_else() {
    let house = House::open();
    let page = Request::get("/inbox").send(house.address);
    let policy = page.header("content-security-policy").unwrap();
    let parts: Vec<&str> = policy.split("; ").collect();
    for part in
        ["default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"]
    {
        assert!(parts.contains(&part), "{part}: {policy}");
    }
    for open in ["http:", "https:", "*", "unsafe-eval"] {
        assert!(!policy.contains(open), "{open}: {policy}");
    }
    assert_eq!(page.header("x-content-type-options"), Some("nosniff"));
    assert_eq!(page.header("referrer-policy"), Some("no-referrer"));
}

#[test]
fn a_program_without_form_set_says_so() {
    let house = House::unbuilt();
    let page = Request::get("/inbox").send(house.address);
    assert_eq!((page.status, page.header("content-type")), (404, Some("text/plain; charset=utf-8")));
    assert!(page.text().contains("cargo xtask app"), "{}", page.text());
    assert_eq!(page.header("content-security-policy"), Some("default-src 'none'; sandbox"));
}
