//! F-4 through the list: what a customer is told of a case is on it, what the house says of it never is (D-6).

use crate::desk::Desk;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io::Write as _;
use std::process::{Command, Stdio};

/// Stands in every text for the house.
const HOUSE: &str = "内部机密";
const COST: i64 = 88_776_600;
const LANGS: [&str; 3] = ["zh", "en", "both"];

/// An 8D up to the measures, with a text for the house wherever one can be, and these words for the customer.
fn eight_d(desk: &Desk, told: impl Fn(&str) -> Value) -> i64 {
    let mut complaint = desk.complaint();
    complaint["customer_no"] = json!("LZ-2026-087");
    complaint["defect"] = json!(HOUSE);
    complaint["words"] = told("words");
    if complaint["words"]["zh"] == "" {
        complaint["words"]["zh"] = json!("十二只垃圾桶焊缝生锈");
    }
    let case = desk.done("sales", "case_register", json!({ "complaint": complaint }))["case"].as_i64().expect("an id");
    let places = json!([
        {"place": "outside", "applies": "no", "checked": 0, "note": HOUSE},
        {"place": "finished", "applies": "yes", "stock": 86, "checked": 80, "ng": 3, "note": HOUSE, "concession": HOUSE},
    ]);
    let contained = json!({"scope": HOUSE, "places": places, "clean_point": "L2610", "told": told("containment")});
    desk.section("qe", case, "contain", "containment", contained);
    desk.task("qe", case, "contain");
    desk.section("qe", case, "judge", "validity", json!({"verdict": "partly", "reason": HOUSE}));
    let level =
        json!({"severity": "serious", "track": "8d", "reason": HOUSE, "owner": desk.accounts["qe"], "repeat": "no"});
    desk.section("qe", case, "judge", "level", level);
    desk.task("qe", case, "judge");
    let who = |login: &str| json!({ "account": desk.accounts[login] });
    let members = json!([{"who": who("qe"), "function": "QA", "phone": "0755-8600"}, {"who": who("dept"), "function": "Welding"}]);
    desk.section("qe", case, "team", "team", json!({"leader": who("qe"), "members": members}));
    let is_not = json!([{"question": "Where", "is": HOUSE, "is_not": HOUSE, "difference": HOUSE}]);
    let mut problem = json!({"told": told("problem"), "is_not": is_not});
    for field in ["statement", "what", "when", "where_", "who", "why", "how", "how_many", "others"] {
        problem[field] = json!(HOUSE);
    }
    desk.section("qe", case, "team", "problem", problem);
    desk.task("qe", case, "team");
    let capa = json!({"source": "complaint", "fact": HOUSE, "immediate": HOUSE, "reply_due": "2026-11-30"});
    desk.record("qe", case, "issue", "capa", capa);
    desk.sign("qe", case, "issue");
    let whys = json!([{"branch": "occurrence", "cause": HOUSE}, {"branch": "escape", "cause": HOUSE}]);
    let bones = json!([{"bone": "people", "cause": HOUSE, "standing": "confirmed"}]);
    let causes = json!({"whys": whys, "bones": bones, "changed": HOUSE, "verification": HOUSE, "told": told("causes")});
    desk.section("qe", case, "analyse", "causes", causes);
    desk.task("qe", case, "analyse");
    let responsible = json!({"departments": [desk.department], "reason": HOUSE});
    desk.section("qe", case, "responsible", "responsibility", responsible);
    desk.task("qe", case, "responsible");
    let line = |kind: &str| {
        json!({"kind": kind, "what": HOUSE, "told": told(kind), "cause": 1, "owner": who("dept"),
            "due": "2026-12-15", "criterion": HOUSE})
    };
    let lines = json!([line("corrective"), line("preventive")]);
    desk.section("dept", case, "measures", "actions", json!({ "lines": lines }));
    let plan = json!({"remedy": "exchange", "text": HOUSE, "told": {"zh": "更换", "en": "Exchange"}, "cost": COST});
    desk.section("sales", case, "plan", "plan", plan);
    case
}

/// In both languages, each its own.
fn in_both(what: &str) -> Value {
    json!({"zh": format!("告知{what}"), "en": format!("We say {what}")})
}

fn request(case: i64, language: &str, accept_gaps: bool) -> Value {
    json!({"case": case, "form": "F-4", "language": language, "accept_gaps": accept_gaps})
}

/// What is to be read on the paper with this code, without its spaces.
fn read(desk: &Desk, code: &Value) -> String {
    let (_, bytes) = desk.app.paper(&desk.caller("sales"), code.as_str().expect("a code")).expect("the paper");
    let mut reader = Command::new("pdftotext")
        .args(["-raw", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("pdftotext: Debian has it in poppler-utils");
    // What it prints is less than a pipe holds: all is written before anything is read.
    reader.stdin.take().expect("a pipe").write_all(&bytes).expect("written");
    let output = reader.wait_with_output().expect("read");
    String::from_utf8(output.stdout).expect("UTF-8").split_whitespace().collect()
}

/// What lacks words, by its label: what is wrong, and what was typed.
fn wrong(error: &Value) -> BTreeSet<(String, String, String)> {
    let fields = error["fields"].as_array().unwrap_or_else(|| panic!("{error}"));
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    fields.iter().map(|one| (text(&one["field"]), text(&one["wrong"]), text(&one["detail"]))).collect()
}

#[test]
fn no_word_of_the_house_gets_onto_a_form_for_a_customer() {
    let desk = Desk::new();
    // Where the customer is told nothing, the words of the house would be the next to print.
    let silent = eight_d(&desk, |_| json!({"zh": "", "en": ""}));
    let spoken = eight_d(&desk, in_both);
    for language in LANGS {
        for case in [silent, spoken] {
            let issued = desk.done("qe", "form_issue", request(case, language, true));
            let text = read(&desk, &issued["code"]);
            assert!(text.contains("LZ-2026-087") && text.contains("L2610") && text.contains("D8"), "{text}");
            for hidden in [HOUSE, "887766", "887,766", "焊接车间"] {
                assert!(!text.contains(hidden), "{language}: {hidden} in {text}");
            }
            assert!(!issued["gaps"].to_string().contains(HOUSE), "{issued}");
        }
    }
}

#[test]
fn what_the_customer_is_not_told_is_named_before_the_form_is_issued() {
    let desk = Desk::new();
    let silent = eight_d(&desk, |_| json!({"zh": "", "en": ""}));
    let row = |place: &str, wrong: &str, detail: &str| (place.to_owned(), wrong.to_owned(), detail.to_owned());
    let not_told = |places: [&str; 5]| places.map(|place| row(place, "not_told", ""));
    let zh = not_told(["问题陈述", "围堵措施", "根本原因", "措施 1", "预防措施 2"]);
    assert_eq!(wrong(&desk.refused("qe", "form_issue", request(silent, "zh", false))), BTreeSet::from(zh));
    let en = not_told(["Problem statement", "Containment action", "Root cause", "Action 1", "Preventive action 2"]);
    let mut en = BTreeSet::from(en);
    en.insert(row("Customer's words", "not_in_language", "十二只垃圾桶焊缝生锈"));
    // Whose English nobody has written down: the plant's own name, and what was typed as it came.
    let found = wrong(&desk.refused("qe", "form_issue", request(silent, "en", false)));
    assert!(found.is_superset(&en), "{found:?}");
    let rest: Vec<&(String, String, String)> = found.difference(&en).collect();
    assert_eq!(rest, [&row("Product, model", "not_in_language", "户外垃圾桶")]);
    let issued = desk.done("qe", "form_issue", request(silent, "en", true));
    assert_eq!(issued["gaps"].as_array().expect("gaps").len(), found.len());
    assert_eq!(read(&desk, &issued["code"]).matches("notfilledin").count(), en.len());
}

#[test]
fn han_in_the_english_is_named_with_its_line() {
    let desk = Desk::new();
    let case = eight_d(&desk, |what| match what {
        "causes" => json!({"zh": "焊渣没有除净\n磷化膜没有长上", "en": "Slag stayed on the weld\nso no 磷化膜 formed"}),
        _ => in_both(what),
    });
    let named = ("Root cause, line 2".to_owned(), "han_in_english".to_owned(), "so no 磷化膜 formed".to_owned());
    let found = wrong(&desk.refused("qe", "form_issue", request(case, "en", false)));
    assert!(found.contains(&named), "{found:?}");
    assert_eq!(found.iter().filter(|(_, wrong, _)| wrong == "han_in_english").count(), 1, "{found:?}");
    let in_chinese = desk.done("qe", "form_issue", request(case, "zh", false));
    assert_eq!(in_chinese["gaps"], json!([]));
    let text = read(&desk, &in_chinese["code"]);
    assert!(text.contains("磷化膜没有长上"), "{text}");
    // Places in the order of the procedure, with their sums.
    assert!(text.contains("成品库86803—外协————合计86803未检6"), "{text}");
}

#[test]
fn the_same_report_is_the_same_paper_and_signs_no_task() {
    let desk = Desk::new();
    let case = eight_d(&desk, in_both);
    let first = desk.done("qe", "form_issue", request(case, "zh", false));
    let again = desk.done("sales", "form_issue", request(case, "zh", false));
    assert_eq!((&first["code"], &first["file"], &first["issue"]), (&again["code"], &again["file"], &again["issue"]));
    assert_eq!((&first["number"], &first["version"]), (&json!("QR-KS-04"), &json!("A/0")));

    // It shows what the customer is told of the measures, and not the measures: nobody signs them on it.
    let mut bytes: &[u8] = include_bytes!("../data/scan.png");
    let scan = desk.app.receive(&desk.caller("qe"), "扫描件.png", &mut bytes).expect("received").file;
    desk.done("qe", "file_claim", json!({"case": case, "file": scan}));
    let paper =
        json!({"who": {"account": desk.accounts["dept"]}, "on": "2026-11-24", "scan": scan, "code": first["code"]});
    let sign = json!({"case": case, "task": desk.key(case, "measures"), "paper": paper});
    let refused = desk.refused("qe", "task_do", sign);
    assert_eq!(refused["fields"][0]["wrong"], "paper_without", "{refused}");

    desk.try_section("qe", case, "analyse", "causes", json!({"told": in_both("more")}), "补充").expect("saved");
    let next = desk.done("qe", "form_issue", request(case, "zh", false));
    assert_ne!(first["code"], next["code"]);
    assert!(read(&desk, &next["code"]).contains("告知more"));
}
