//! Bad input gets a clear answer: the exit code of the contract, a `code` for programs, a sentence for people; nothing
//! half-written, nothing lost.

use kesu_tests::house::{ADMIN, House, password, text};
use kesu_tests::look::reasons_of;
use kesu_tests::program::{self, Ran};
use kesu_tests::story::{Account, Department};
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn house() -> House {
    let mut house = House::new("俊德户外设施厂").unwrap();
    for (login, role) in [("sales", "sales"), ("qe", "qe"), ("gm", "gm")] {
        let account = Account { login: login.into(), name: login.into(), roles: vec![role.into()], department: None };
        house.add_account(&account).unwrap();
    }
    let customer = json!({ "kind": "customer", "body": { "code": "LY", "name": { "zh": "绿源", "en": "" } } });
    house.call("sales", "master_save", &json!({ "row": customer })).unwrap();
    house
}

fn complaint() -> Value {
    json!({ "customer": 1, "channel": "phone", "class": "quality", "words": { "zh": "焊缝生锈", "en": "" },
            "acknowledged": "yes", "samples": "no" })
}

fn register(house: &House) -> (i64, String) {
    let done = house.call("sales", "case_register", &json!({ "complaint": complaint() })).unwrap();
    (done["case"].as_i64().unwrap(), done["number"].as_str().unwrap().to_owned())
}

/// The exit code, the reasons, and a sentence in Chinese below the JSON.
fn check(what: &str, ran: &Ran, exit: i32, reasons: &[&str]) {
    assert_eq!(ran.code, exit, "{what}: {ran:?}");
    assert!(ran.out.is_empty(), "{what}: {ran:?}");
    let wanted: BTreeSet<String> = reasons.iter().map(|&reason| reason.to_owned()).collect();
    assert_eq!(reasons_of(&ran.error()), wanted, "{what}: {ran:?}");
    let sentence: String = ran.err.lines().skip(1).collect();
    assert!(sentence.contains(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{what}: no sentence in {ran:?}");
}

#[test]
fn requests_that_cannot_be_carried_out() {
    let house = house();
    let (case, _) = register(&house);
    let key = json!({ "task": "judge", "slot": "", "round": 1 });
    let section = json!({ "kind": "validity", "body": { "reason": "照片可见" } });
    let save = json!({ "case": case, "task": key, "rev": 0, "section": section });
    house.call("qe", "section_save", &save).unwrap();
    let other = json!({ "kind": "validity", "body": { "reason": "另一个人写的" } });
    let stale = json!({ "case": case, "task": key, "rev": 0, "section": other });
    let empty = json!({ "complaint": { "customer": 1, "channel": "phone" } });
    let table: &[(&str, &str, &str, String, &[&str])] = &[
        ("an unknown command", "sales", "case_delete", "{}".into(), &["not_found"]),
        ("no JSON", "sales", "case_get", "{ case: 1 }".into(), &["invalid  malformed"]),
        ("an unknown field", "sales", "case_get", r#"{"case":1,"x":2}"#.into(), &["invalid  malformed"]),
        ("no such case", "sales", "case_get", r#"{"case":999}"#.into(), &["not_found"]),
        ("not their business", "sales", "account_list", "{}".into(), &["forbidden"]),
        (
            "what registration cannot do without",
            "sales",
            "case_register",
            empty.to_string(),
            &["invalid complaint.class missing", "invalid complaint.words missing"],
        ),
        ("somebody was first", "qe", "section_save", stale.to_string(), &["conflict"]),
    ];
    for (what, who, command, request, reasons) in table {
        check(what, &house.run_as(who, &["call", command, request]).unwrap(), 2, reasons);
    }
    let long = format!("{{\"complaint\":{{\"words\":{{\"zh\":\"{}\"}}}}}}", "锈".repeat(2 << 20));
    let dir = text(&house.dir());
    let args = ["call", "case_register", "-", "--data", &dir, "--as", "sales"];
    let ran = program::run_with(&password("sales"), &args, long.as_bytes(), house.beside()).unwrap();
    check("an oversized request", &ran, 2, &["invalid  too_large"]);
    let list = house.run_as("sales", &["cases", "--json"]).unwrap().json().unwrap();
    assert_eq!(list["rows"].as_array().unwrap().len(), 1, "nothing was written: {list}");
    house.verify().unwrap();
}

#[test]
fn a_request_that_is_sent_again_writes_nothing() {
    let house = house();
    let request = json!({ "complaint": complaint() }).to_string();
    let args = ["call", "case_register", &request, "--request", "0123456789-retry"];
    let first = house.run_as("sales", &args).unwrap().fine().unwrap().json().unwrap();
    check("sent again", &house.run_as("sales", &args).unwrap(), 2, &["replayed"]);
    let list = house.run_as("sales", &["cases", "--json"]).unwrap().json().unwrap();
    let rows = list["rows"].as_array().unwrap();
    assert_eq!((rows.len(), &rows[0]["number"]), (1, &first["number"]));
    let ran = house.run_as("sales", &["call", "me", "{}", "--request", "?"]).unwrap();
    check("no request id", &ran, 2, &["invalid request malformed"]);
}

#[test]
fn wrong_passwords_are_counted_and_lock() {
    let house = house();
    let dir = text(&house.dir());
    let args = ["call", "me", "--data", &dir, "--as", "sales"];
    for left in (1..5).rev() {
        let ran = program::run("not the password", &args).unwrap();
        check("a wrong password", &ran, 2, &["wrong_password"]);
        assert_eq!(ran.error()["left"], left);
    }
    check("the fifth", &program::run("not the password", &args).unwrap(), 2, &["locked"]);
    check("the right one, too late", &program::run(&password("sales"), &args).unwrap(), 2, &["locked"]);
    let stranger = ["call", "me", "--data", &dir, "--as", "nobody"];
    check("nobody's login", &program::run("not the password", &stranger).unwrap(), 2, &["wrong_password"]);
    house.call("qe", "me", &json!({})).unwrap();
    house.verify().unwrap();
}

#[test]
fn a_confidential_case_is_not_there_for_others() {
    let house = house();
    let (case, number) = register(&house);
    // Whoever has an open task takes part; the general manager has none yet.
    let request = json!({ "case": case, "confidential": true, "participants": [], "reason": "涉及客户内部人员" });
    house.call("sales", "case_confide", &request).unwrap();
    for (command, request) in [
        ("case_get", json!({ "case": case })),
        ("case_get", json!({ "number": number })),
        ("case_timeline", json!({ "case": case })),
        ("file_list", json!({ "case": case })),
    ] {
        check(command, &house.try_call("gm", command, &request).unwrap(), 2, &["not_found"]);
    }
    let list = house.run_as("gm", &["cases", "--json"]).unwrap().json().unwrap();
    assert_eq!(list["rows"], json!([]));
    house.call("sales", "case_get", &json!({ "case": case })).unwrap();
}

#[test]
fn files_that_lie_are_not_kept() {
    let house = house();
    let (_, number) = register(&house);
    let table: &[(&str, &[u8], &str)] = &[
        (
            "photo.jpg",
            b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00PE\x00\x00",
            "invalid file file_executable",
        ),
        ("photo.png", b"%PDF-1.7\n%%EOF\n", "invalid file file_lies"),
        ("empty.png", b"", "invalid file empty"),
    ];
    for (name, bytes, reason) in table {
        let path = house.beside().join(name);
        std::fs::write(&path, bytes).unwrap();
        check(name, &house.run_as("sales", &["file", "add", &number, &text(&path)]).unwrap(), 2, &[reason]);
    }
    let gone = text(&house.beside().join("gone.png"));
    let ran = house.run_as("sales", &["file", "add", &number, &gone]).unwrap();
    check("no such file", &ran, 2, &[&format!("invalid {gone} unreadable")]);
}

/// The code and the reason of an error of the folder.
fn check_folder(what: &str, ran: &Ran, why: &str) {
    check(what, ran, 3, &["folder"]);
    assert_eq!(ran.error()["why"], why, "{what}: {ran:?}");
}

#[test]
fn lines_that_will_not_do_stop_no_others() {
    let house = house();
    register(&house);
    let dir = text(&house.dir());
    let long = format!("{{\"call\":\"me\",\"with\":{{\"words\":\"{}\"}}}}", "锈".repeat(2 << 20));
    let table = [
        ("{", "invalid  malformed"),
        ("[]", "invalid  malformed"),
        (r#"{"call":"me","whit":{}}"#, "invalid  malformed"),
        (r#"{"call":"nothing_such"}"#, "not_found"),
        (r#"{"call":"me","request":"?"}"#, "invalid request malformed"),
        (r#"{"call":"case_get","with":{"case":"first"}}"#, "invalid  malformed"),
        (long.as_str(), "invalid  too_large"),
    ];
    let good = r#"{"call":"me"}"#;
    let typed: String = table.iter().map(|(line, _)| format!("{line}\n\n{good}\n")).collect();
    let args = ["calls", "--data", &dir, "--as", "sales"];
    let ran = program::run_with(&password("sales"), &args, typed.as_bytes(), house.beside()).unwrap();
    let said: Vec<Value> = ran.fine().unwrap().out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(said.len(), 2 * table.len(), "an answer for each line that says something");
    for ((line, wanted), told) in table.iter().zip(said.chunks(2)) {
        let what: String = line.chars().take(60).collect();
        let reasons = reasons_of(&told[0]["error"]);
        assert_eq!(
            (told[0]["exit"].as_i64(), reasons),
            (Some(2), [(*wanted).to_owned()].into()),
            "{what}: {}",
            told[0]
        );
        assert!(!told[0]["sentence"].as_str().unwrap_or_default().is_empty(), "{what}: no sentence");
        assert_eq!((told[1]["exit"].as_i64(), told[1]["answer"]["login"].as_str()), (Some(0), Some("sales")), "{what}");
    }
    let wrong = program::run("not the password", &args).unwrap();
    check("a wrong password", &wrong, 2, &["wrong_password"]);
    house.verify().unwrap();
}

#[test]
fn folders_that_will_not_do() {
    let house = house();
    house.all_leave();
    let (admin, dir) = (password(ADMIN), text(&house.dir()));
    let beside = |name: &str| text(&house.beside().join(name));
    let (gone, synced) = (beside("gone"), beside("OneDrive - 俊德/kesu"));
    check_folder("no folder", &program::run(&admin, &["verify", "--data", &gone]).unwrap(), "no_folder");
    let init = |dir: &str| program::run(&admin, &["init", "--data", dir, "--org", "厂", "--admin", ADMIN]).unwrap();
    check_folder("a folder that is there", &init(&dir), "exists");
    check_folder("a synchronised folder", &init(&synced), "shared");
    check(
        "a short password",
        &program::run("1234567", &["init", "--data", &gone, "--org", "厂", "--admin", ADMIN]).unwrap(),
        2,
        &["invalid password too_short"],
    );
    let database = house.dir().join("kesu.db");
    let whole = std::fs::read(&database).unwrap();
    for suffix in ["-wal", "-shm"] {
        // Gone already where the last process has closed it.
        drop(std::fs::remove_file(house.dir().join(format!("kesu.db{suffix}"))));
    }
    // Bytes 60 to 63 of a SQLite file are the version that its program gave it.
    let mut newer = whole.clone();
    newer[60..64].copy_from_slice(&9_999_u32.to_be_bytes());
    std::fs::write(&database, &newer).unwrap();
    check_folder("a newer database", &house.run(&["verify"]).unwrap(), "newer");
    std::fs::write(&database, b"this is no database, whatever it is called. ".repeat(99)).unwrap();
    check_folder("a damaged database", &house.run(&["verify"]).unwrap(), "damaged");
    std::fs::write(&database, &whole).unwrap();
    house.verify().unwrap();
}

#[test]
fn files_outside_are_looked_at_before_anything_is_done() {
    let house = house();
    let (_, number) = register(&house);
    let beside = |name: &str| text(&house.beside().join(name));
    let inside = |name: &str| text(&house.dir().join(name));
    let (mine, pdf, gone) = (beside("mine.txt"), beside("mine.pdf"), beside("gone/x"));
    std::fs::write(&mine, "what somebody wrote").unwrap();
    let round_about = text(&house.dir().join("../data/x.pdf"));
    let table: &[(&str, &[&str], &str)] = &[
        ("a form in the folder", &["form", "F-1", &number, "-o", &inside("x.pdf")], "inside_folder"),
        ("a form over the database", &["form", "F-1", &number, "-o", &inside("kesu.db")], "inside_folder"),
        ("a form in the folder, round about", &["form", "F-1", &number, "-o", &round_about], "inside_folder"),
        ("a form over what is no PDF", &["form", "F-1", &number, "-o", &mine], "not_pdf"),
        ("a form over a folder", &["form", "F-1", &number, "-o", &text(house.beside())], "not_pdf"),
        ("a form nowhere", &["form", "F-1", &number, "-o", &gone], "unwritable"),
    ];
    for (what, args, wrong) in table {
        check(what, &house.run_as("sales", args).unwrap(), 2, &[&format!("invalid file {wrong}")]);
    }
    let table: &[(&str, &[&str], &str)] = &[
        ("a backup in the folder", &["backup", &inside("x.zip")], "inside_folder"),
        ("a backup nowhere", &["backup", &gone], "unwritable"),
        ("a backup below a file", &["backup", &beside("mine.txt/x")], "unwritable"),
    ];
    for (what, args, wrong) in table {
        check(what, &house.run(args).unwrap(), 2, &[&format!("invalid file {wrong}")]);
    }
    let there = beside("restored");
    for (what, from) in [("no backup", gone.as_str()), ("a folder for a backup", &text(&house.dir()))] {
        let ran = program::run("", &["restore", from, "--data", &there]).unwrap();
        check(what, &ran, 2, &["invalid file unreadable"]);
    }
    check_folder("no backup at all", &program::run("", &["restore", &mine, "--data", &there]).unwrap(), "backup");
    check_folder("a backup over a file", &house.run(&["backup", &mine]).unwrap(), "exists");
    assert_eq!(std::fs::read_to_string(&mine).unwrap(), "what somebody wrote");
    for name in ["gone", "restored", "restored.part", "mine.txt.part"] {
        assert!(!house.beside().join(name).exists(), "{name} is left");
    }
    // Once more over the same PDF: that one is replaced, and nothing else is left beside it.
    for _ in 0..2 {
        house.run_as("sales", &["form", "F-1", &number, "-o", &pdf]).unwrap().fine().unwrap();
        assert!(std::fs::read(&pdf).unwrap().starts_with(b"%PDF-"));
    }
    let parts = std::fs::read_dir(house.beside()).unwrap().map(|entry| entry.unwrap().file_name());
    let parts: Vec<_> = parts.filter(|name| name.to_string_lossy().ends_with(".part")).collect();
    assert!(parts.is_empty(), "{parts:?}");
    house.verify().unwrap();
}

/// A backup that lacks a claimed file is kept, and says so; the verification says it in the language of the terminal.
#[test]
fn what_a_folder_lost_is_named() {
    let house = house();
    let (_, number) = register(&house);
    let photo = house.beside().join("photo.pdf");
    std::fs::write(&photo, b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n").unwrap();
    let added = house.run_as("sales", &["file", "add", &number, &text(&photo)]).unwrap().fine().unwrap();
    let digest = added.out.split_whitespace().next().unwrap().to_owned();
    let backup = |name: &str| house.run(&["backup", &text(&house.beside().join(name))]).unwrap();
    backup("whole.zip").fine().unwrap();
    std::fs::remove_file(house.dir().join("files").join(&digest[..2]).join(&digest)).unwrap();
    let ran = backup("lacking.zip");
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.err.contains(&digest) && ran.err.contains("备份已经保留"), "{ran:?}");
    assert!(house.beside().join("lacking.zip").is_file(), "the backup is kept");
    let ran = house.run(&["verify"]).unwrap();
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.out.contains(&format!("已登记的文件 {digest} 不见了")) && ran.out.contains("请停止录入"), "{ran:?}");
    let ran = house.run(&["verify", "--json"]).unwrap();
    let first: Value = serde_json::from_str(ran.out.lines().next().unwrap()).unwrap();
    assert_eq!((&first["is"], &first["file"]), (&json!("file_missing"), &json!(digest)), "{ran:?}");
}

/// No English word of the program's own stands in a Chinese sentence.
#[test]
fn sentences_are_in_one_language() {
    let house = house();
    let customer = json!({ "kind": "customer", "body": { "code": "LY", "name": { "zh": "绿源", "en": "" } } });
    let again = json!({ "row": customer }).to_string();
    let table: &[(&str, &[&str], &str)] = &[
        ("admin", &["call", "case_get", r#"{"number":"KS-9999"}"#], "找不到案件 KS-9999，"),
        ("admin", &["call", "case_delete"], "找不到命令 case_delete，"),
        ("sales", &["call", "master_save", &again], "客户代码: 已被使用"),
        ("sales", &["cases", "--limit", "0"], "件数: 超出范围"),
    ];
    for (who, args, wanted) in table {
        let ran = house.run_as(who, args).unwrap();
        assert_eq!(ran.code, 2, "{ran:?}");
        assert!(ran.err.contains(wanted), "{wanted}: {ran:?}");
    }
    let ran = program::run("", &["verify", "--data", &text(&house.beside().join("gone"))]).unwrap();
    assert!(ran.err.contains("这里没有数据文件夹：") && !ran.err.contains("no data folder"), "{ran:?}");
}

#[test]
fn what_is_typed_wrong_is_usage() {
    for args in [
        &[][..],
        &["cases"],
        &["nonsense"],
        &["call", "me", "--as", "x"],
        &["serve", "--data", "x", "--listen", "here"],
    ] {
        assert_eq!(program::run("", args).unwrap().code, 64, "{args:?}");
    }
    let house = house();
    assert_eq!(house.run(&["serve", "--listen", "0.0.0.0:0"]).unwrap().code, 64);
    assert_eq!(program::run("", &["--help"]).unwrap().code, 0);
}

#[test]
fn a_folder_gains_departments_by_the_administrator_only() {
    let mut house = house();
    let (code, zh, en) = ("QA".into(), "品质部".into(), "Quality".into());
    house.add_department(&Department { code, zh, en, head: None }).unwrap();
    let body = json!({ "code": "QB", "name": { "zh": "二部", "en": "" }, "plant": house.plant });
    let request = json!({ "row": { "kind": "department", "body": body } });
    check("no administrator", &house.try_call("qe", "plant_save", &request).unwrap(), 2, &["forbidden"]);
}
