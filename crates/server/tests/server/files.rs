//! Files in and out.

use crate::client::Request;
use crate::house::House;
use std::io::Write as _;
use std::net::{Shutdown, TcpStream};

/// One grey pixel.
const PNG: &[u8] =
    b"\x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU\
    \x00\x00\x00\x0aIDATx\x9cch\x00\x00\x00\x82\x00\x81w\xcdr\xb6\x00\x00\x00\x00IEND\xaeB`\x82";

#[test]
fn what_goes_in_comes_out() {
    let house = House::open();
    let token = house.sign_in_to_work();
    let case = house.register(&token);
    let check = |name: &str, bytes: &[u8], kind: &str, disposition: &str| {
        let received = Request::upload(name, bytes).session(&token).send(house.address);
        assert_eq!(received.status, 200, "{name}: {}", received.text());
        let digest = received.json()["file"].as_str().unwrap().to_owned();
        assert_eq!(received.json()["bytes"], bytes.len());
        house.call(Some(&token), "file_claim", &format!(r#"{{"case":{case},"file":"{digest}"}}"#));
        let back = Request::get(&format!("/file/{digest}")).session(&token).send(house.address);
        assert_eq!((back.status, back.body.as_slice() == bytes), (200, true), "{name}");
        assert_eq!(back.header("content-type"), Some(kind), "{name}");
        assert_eq!(back.header("content-length"), Some(bytes.len().to_string().as_str()), "{name}");
        assert_eq!(back.header("content-disposition"), Some(disposition), "{name}");
        assert_eq!(back.header("x-content-type-options"), Some("nosniff"), "{name}");
        assert_eq!(back.header("content-security-policy"), Some("default-src 'none'; sandbox"), "{name}");
        let unseen = Request::get(&format!("/file/{digest}")).send(house.address);
        assert_eq!((unseen.status, unseen.code().as_str()), (401, "forbidden"), "{name}");
    };
    let shown = "inline; filename=\"__ 1.png\"; filename*=UTF-8''%E7%85%A7%E7%89%87%201.png";
    check("%E7%85%A7%E7%89%87%201.png", PNG, "image/png", shown);
    let saved = "attachment; filename=\"a.html\"; filename*=UTF-8''a.html";
    check("a.html", b"<html><script>alert(1)</script>", "text/html", saved);
    let quoted = "attachment; filename=\"a_b.txt\"; filename*=UTF-8''a_b.txt";
    check("a%22b.txt", b"words", "text/plain", quoted);
    // Longer than what waits between network and disk at any time.
    let long: Vec<u8> = b"words in lines\n".repeat(300_000);
    check("long.txt", &long, "text/plain", "attachment; filename=\"long.txt\"; filename*=UTF-8''long.txt");
}

#[test]
fn a_paper_comes_out_by_its_check_code() {
    let house = House::open();
    let token = house.sign_in_to_work();
    let case = house.register(&token);
    let form = format!(r#"{{"case":{case},"form":"F-1","language":"zh","accept_gaps":true}}"#);
    let code = house.call(Some(&token), "form_issue", &form)["code"].as_str().unwrap().to_owned();
    let get = |code: &str| Request::get(&format!("/form/{code}.pdf")).session(&token).send(house.address);
    let paper = get(&code);
    assert_eq!((paper.status, paper.body.starts_with(b"%PDF-")), (200, true), "{}", paper.text());
    assert_eq!(paper.header("content-type"), Some("application/pdf"));
    let name =
        format!("inline; filename=\"KS-2026-0001 F-1 {code}.pdf\"; filename*=UTF-8''KS-2026-0001%20F-1%20{code}.pdf");
    assert_eq!(paper.header("content-disposition"), Some(name.as_str()));
    assert_eq!(get(&code.to_lowercase()).body, paper.body, "typed from paper");
    assert_eq!(Request::get(&format!("/form/{code}.pdf")).send(house.address).status, 401);
}

#[test]
fn what_is_not_taken() {
    let house = House::open();
    let admin = house.sign_in();
    let limit = (100 * 1024 * 1024 + 1).to_string();
    let refused = |request: Request, status: u16, code: &str| {
        let answer = request.send(house.address);
        assert_eq!((answer.status, answer.code().as_str()), (status, code), "{}", answer.text());
    };
    refused(Request::upload("a.txt", b"words"), 401, "forbidden");
    refused(Request::upload("a.txt", b"words").session(&admin), 403, "forbidden");
    let token = house.sign_in_to_work();
    refused(Request::upload("a.txt", b"").session(&token), 400, "invalid");
    refused(Request::post("/file?name=a.txt", "words").session(&token), 415, "invalid");
    refused(Request::upload("a.txt", b"").with("content-length", &limit).session(&token), 413, "invalid");
    assert_eq!(Request::get("/file/kesu.db").session(&token).send(house.address).status, 404);
    assert_eq!(Request::get(&format!("/file/{}", "0".repeat(64))).session(&token).send(house.address).status, 404);
    assert_eq!(Request::get("/form/K7QM-2XRD-9FTA.pdf").session(&token).send(house.address).status, 404);
    assert_eq!(Request::get("/form/K7QM-2XRD-9FTA").session(&token).send(house.address).status, 404);
}

#[test]
fn an_upload_that_breaks_off_leaves_nothing() {
    let mut house = House::open();
    let token = house.sign_in_to_work();
    let mut stream = TcpStream::connect(house.address).unwrap();
    let head = format!(
        "POST /file?name=a.txt HTTP/1.1\r\nhost: {}\r\nauthorization: Bearer {token}\r\n\
         content-type: application/octet-stream\r\ncontent-length: 1000\r\n\r\nhalf a file",
        house.address
    );
    stream.write_all(head.as_bytes()).unwrap();
    stream.shutdown(Shutdown::Both).unwrap();
    // The server ends only when what was under way has ended.
    house.stop();
    assert_eq!(house.files(), 0);
}

#[test]
fn the_morning_sheet_and_ones_own_deadlines_come_out() {
    let house = House::open();
    let token = house.sign_in_to_work();
    house.register(&token);
    let get = |path: &str| Request::get(path).session(&token).send(house.address);
    let sheet = get("/form/morning-1-zh.pdf");
    assert_eq!((sheet.status, sheet.body.starts_with(b"%PDF-")), (200, true), "{}", sheet.text());
    assert_eq!(sheet.header("content-type"), Some("application/pdf"));
    let deadlines = get("/ical/mine.ics");
    assert_eq!((deadlines.status, deadlines.text().starts_with("BEGIN:VCALENDAR\r\n")), (200, true));
    assert_eq!(deadlines.header("content-type"), Some("text/calendar; charset=utf-8"));
    for path in ["/form/morning-9-zh.pdf", "/form/morning-1-de.pdf", "/form/morning-.pdf", "/ical/others.ics"] {
        assert_eq!(get(path).status, 404, "{path}");
    }
    for path in ["/form/morning-1-zh.pdf", "/ical/mine.ics"] {
        assert_eq!(Request::get(path).send(house.address).status, 401, "{path}");
    }
}
