//! The data folder as a whole: how it is, made once, checked, backed up.

use crate::client::{Answer, Request};
use crate::house::{House, PASSWORD};

fn send(house: &House, path: &str, body: &str, token: Option<&str>) -> Answer {
    let request = Request::post(path, body).with("content-type", "application/json");
    token.into_iter().fold(request, Request::session).send(house.address)
}

#[test]
fn a_folder_is_made_once_and_then_signed_in_to() {
    let house = House::empty();
    let state = || Request::get("/folder").send(house.address).json();
    let none = state();
    assert_eq!((none["state"].as_str(), none["movable"].as_bool()), (Some("none"), Some(false)), "{none}");
    assert_eq!(none["path"], house.dir().join("data").to_str().unwrap());
    let early = Request::command("sign_in", r#"{"login":"qe","password":"correct horse"}"#).send(house.address);
    assert_eq!((early.status, early.code().as_str()), (507, "folder"), "{}", early.text());
    let new = |body: &str| send(&house, "/folder/init", body, None);
    let wrong = [
        (r#"{"plant":{"zh":"某厂","en":""},"login":" ","password":"correct horse"}"#, "login"),
        (r#"{"plant":{"zh":"","en":" "},"login":"qe","password":"correct horse"}"#, "plant"),
        (r#"{"plant":{"zh":"某厂","en":""},"login":"qe","password":"short"}"#, "password"),
        (r#"{"plant":{"zh":"某厂","en":""},"login":"qe","password":"correct horse","path":"/tmp/other"}"#, "path"),
    ];
    for (body, field) in wrong {
        let answer = new(body);
        assert_eq!((answer.status, answer.code().as_str()), (400, "invalid"), "{body}: {}", answer.text());
        assert_eq!(answer.json()["fields"][0]["field"], field, "{body}");
        assert_eq!(state()["state"], "none", "{body}");
    }
    assert_eq!(new(r#"{"password":"correct horse","more":1}"#).status, 400);
    let body = r#"{"plant":{"zh":"某厂","en":"Some plant"},"login":" qe ","name":"王工","password":"correct horse","language":"en"}"#;
    let foreign = Request::post("/folder/init", body).with("content-type", "application/json");
    assert_eq!(foreign.with("origin", "http://evil.example").send(house.address).status, 403);
    assert_eq!(Request::post("/folder/init", body).send(house.address).status, 415);
    assert_eq!(state()["state"], "none");
    let made = new(body).json();
    assert_eq!((made["login"].as_str(), made["folder"]["state"].as_str()), (Some("qe"), Some("ready")), "{made}");
    assert_eq!(state(), made["folder"]);
    let token = house.call(None, "sign_in", r#"{"login":"qe","password":"correct horse"}"#);
    let token = token["token"].as_str();
    let me = house.call(token, "me", "{}");
    assert_eq!((me["name"].as_str(), me["language"].as_str()), (Some("王工"), Some("en")), "{me}");
    let plants = house.call(token, "master_list", r#"{"of":"plant"}"#);
    assert_eq!(plants["rows"][0]["row"]["body"]["name"]["en"], "Some plant", "{plants}");
    let again = new(body);
    assert_eq!((again.status, again.json()["why"].as_str()), (507, Some("exists")), "{}", again.text());
}

#[test]
fn a_sample_is_made_in_place_of_an_empty_folder() {
    let house = House::empty();
    let made = send(&house, "/folder/init", r#"{"password":"correct horse","sample":true}"#, None).json();
    assert_eq!((made["login"].as_str(), made["folder"]["state"].as_str()), (Some("admin"), Some("ready")), "{made}");
    let token = house.call(None, "sign_in", r#"{"login":"qe","password":"correct horse"}"#);
    let page = house.call(token["token"].as_str(), "register_list", r#"{"limit":10}"#);
    assert_eq!(page["rows"].as_array().map(Vec::len), Some(10), "{page}");
}

#[test]
fn only_administrators_check_and_back_up() {
    let house = House::open();
    for path in ["/folder/verify", "/folder/backup"] {
        let answer = send(&house, path, "{}", None);
        assert_eq!((answer.status, answer.code().as_str()), (401, "forbidden"), "{path}: {}", answer.text());
    }
    let admin = house.sign_in();
    let other = r#"{"login":"sales","name":"张三","language":"zh","first_password":"correct horse","password":"correct horse"}"#;
    house.call(Some(&admin), "account_add", other);
    let sales = house.call(None, "sign_in", &format!(r#"{{"login":"sales","password":"{PASSWORD}"}}"#));
    let sales = sales["token"].as_str();
    for path in ["/folder/verify", "/folder/backup"] {
        let answer = send(&house, path, "{}", sales);
        assert_eq!((answer.status, answer.json()["needs"].as_str()), (403, Some("admin")), "{path}: {}", answer.text());
    }
    let verified = send(&house, "/folder/verify", r#"{"derived":true}"#, Some(&admin));
    assert_eq!(verified.status, 200, "{}", verified.text());
    let verified = verified.json();
    assert_eq!((verified["breaks"].as_u64(), verified["found"].as_array().map(Vec::len)), (Some(0), Some(0)));
    assert!(verified["entries"].as_u64() > Some(4), "{verified}");
    let backup = send(&house, "/folder/backup", "{}", Some(&admin));
    assert_eq!((backup.status, backup.header("content-type")), (200, Some("application/zip")), "{}", backup.text());
    assert!(backup.body.starts_with(b"PK\x03\x04"));
    assert_eq!((backup.header("x-kesu-head"), backup.header("x-kesu-missing")), (verified["head"].as_str(), Some("0")));
    assert_eq!(Request::get("/folder").send(house.address).json()["doing"], serde_json::Value::Null);
}

#[test]
fn a_break_is_named_as_data() {
    let house = House::open();
    let admin = house.sign_in_to_work();
    let received = Request::upload("a.txt", b"words").session(&admin).send(house.address).json();
    let (case, file) = (house.register(&admin), received["file"].as_str().unwrap().to_owned());
    house.call(Some(&admin), "file_claim", &format!(r#"{{"case":{case},"file":"{file}"}}"#));
    let kept = house.find_file(&file);
    std::fs::remove_file(kept).unwrap();
    let verified = send(&house, "/folder/verify", "{}", Some(&admin)).json();
    let named = &verified["found"][0];
    assert_eq!((named["is"].as_str(), named["file"].as_str()), (Some("file_missing"), Some(&*file)), "{verified}");
    let backup = send(&house, "/folder/backup", "{}", Some(&admin));
    assert_eq!(backup.header("x-kesu-missing"), Some("1"));
}
