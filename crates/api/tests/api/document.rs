//! Controlled documents that a procedure cites: their files, and who may read them (M-9). Which desk is offered (I-6).

use crate::desk::Desk;
use kesu_domain::people::FileDigest;
use serde_json::{Value, json};

/// A procedure that cites one document, in force.
fn citing(desk: &Desk) -> i64 {
    let toml = kesu_domain::procedure::BUILTIN.iter().find(|(number, _)| *number == "P-JD").expect("P-JD").1;
    desk.put_in_force("P-JD", toml);
    let list = desk.done("qe", "procedure_list", json!({}));
    let found = list["procedures"].as_array().expect("procedures").iter().find(|one| one["number"] == "P-JD").cloned();
    found.expect("in force")["id"].as_i64().expect("an id")
}

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n";

fn documents(desk: &Desk, login: &str, procedure: i64) -> Vec<Value> {
    desk.done(login, "document_list", json!({ "procedure": procedure }))["documents"]
        .as_array()
        .expect("a list")
        .clone()
}

fn sent(desk: &Desk, login: &str, bytes: &[u8]) -> FileDigest {
    desk.app.receive(&desk.caller(login), "处罚规定 A1.pdf", &mut &*bytes).expect("received").file
}

#[test]
fn a_cited_document_is_kept_and_read_by_everybody() {
    let mut desk = Desk::new();
    let procedure = citing(&desk);
    let keeper = desk.hire("keeper", "孟广林", "storage");
    desk.done("admin", "post_save", json!({ "post": { "account": keeper, "role": "storage", "plant": 1 } }));
    let before = documents(&desk, "reader", procedure);
    assert_eq!(before.iter().map(|one| &one["kept"]).collect::<Vec<_>>(), [&Value::Null, &Value::Null]);
    assert_eq!(before[1]["cited"]["id"], "penalty_rules");

    let file = sent(&desk, "keeper", PDF);
    assert!(desk.app.fetch(&desk.caller("sales"), &file).is_err(), "an upload belongs to nobody yet");
    let save = |rev: i64, version: &str| json!({ "procedure": procedure, "document": "penalty_rules", "rev": rev, "number": "HR-07", "version": version, "file": file });
    assert_eq!(desk.refused("reader", "document_save", save(0, "A/1"))["code"], "forbidden");
    assert_eq!(desk.refused("sales", "document_save", save(0, "A/1"))["code"], "not_found", "somebody else's upload");
    let nothing = json!({ "procedure": procedure, "document": "no_such", "file": file });
    assert_eq!(desk.refused("keeper", "document_save", nothing)["code"], "not_found");
    assert_eq!(desk.refused("keeper", "document_save", save(0, &"A".repeat(101)))["code"], "invalid");
    assert_eq!(desk.done("keeper", "document_save", save(0, "A/1"))["rev"], 1);
    assert_eq!(desk.refused("qe", "document_save", save(1, "A/1"))["code"], "refused", "no post of this procedure");

    let kept = documents(&desk, "reader", procedure)[1]["kept"].clone();
    let row = &kept["row"];
    let said = (&row["number"], &row["version"], &row["name"], &kept["media_type"]);
    assert_eq!(said, (&json!("HR-07"), &json!("A/1"), &json!("处罚规定 A1.pdf"), &json!("application/pdf")));
    desk.app.fetch(&desk.caller("reader"), &file).expect("everybody reads it");

    // The same bytes lie in a confidential case under a name that is nobody's business, whichever came first.
    let asked = json!({ "procedure": "P-KS", "complaint": desk.complaint() });
    let case = desk.done("sales", "case_register", asked)["case"].clone();
    let shut = json!({ "case": case, "confidential": true, "participants": [], "reason": "客户要求" });
    desk.done("qe", "case_confide", shut);
    let mut bytes = PDF;
    desk.app.receive(&desk.caller("qe"), "张某投诉李某.pdf", &mut bytes).expect("received");
    desk.done("qe", "file_claim", json!({ "case": case, "file": file }));
    assert_eq!(documents(&desk, "reader", procedure)[1]["kept"]["row"]["name"], "处罚规定 A1.pdf");
    let (row, _) = desk.app.fetch(&desk.caller("reader"), &file).expect("everybody reads it");
    assert_eq!((row.name.as_str(), row.case, row.also.len()), ("处罚规定 A1.pdf", None, 0));

    // The same file in another version is no second upload; who was slower is told.
    assert_eq!(desk.refused("sales", "document_save", save(0, "A/2"))["code"], "conflict");
    assert_eq!(desk.done("sales", "document_save", save(1, "A/2"))["rev"], 2);
    assert_eq!(documents(&desk, "qe", procedure)[1]["kept"]["row"]["version"], "A/2");
}

#[test]
fn the_table_of_the_procedure_offers_the_desk() {
    let mut desk = Desk::new();
    let procedure = citing(&desk);
    assert!(procedure > 0);
    let body = json!({ "code": "ST", "name": { "zh": "储运部", "en": "" }, "plant": 1 });
    let storage =
        desk.done("admin", "plant_save", json!({ "row": { "kind": "department", "body": body } }))["id"].clone();
    let keeper = desk.hire("keeper", "孟广林", "storage");
    let post = json!({ "account": keeper, "role": "storage", "plant": 1, "department": storage });
    desk.done("admin", "post_save", json!({ "post": post }));
    let offered = |class: &str| {
        let mut complaint = desk.complaint();
        complaint["class"] = json!(class);
        for (field, said) in [("category", "3.1"), ("contact", "黄经理"), ("object", "product")] {
            complaint[field] = json!(said);
        }
        complaint["demand_words"] = json!({ "zh": "更换", "en": "" });
        let asked = json!({ "procedure": "P-JD", "complaint": complaint });
        let done = desk.done("sales", "case_register", asked);
        assert_eq!(done["missing"], json!([]), "P-JD asks for no more");
        let case = done["case"].as_i64().expect("a case");
        let body = json!({ "verdict": "established", "reason": "属实", "reason_holds": "yes", "demand_holds": "yes" });
        desk.section("sales", case, "judge", "validity", body);
        desk.task("sales", case, "judge");
        let view = desk.view("sales", case);
        let task = view["tasks"].as_array().expect("tasks").iter().find(|one| one["row"]["task"] == "assign").cloned();
        task.expect("it is assigned")["fills"][0]["body"].clone()
    };
    let freight = offered("freight");
    assert_eq!((&freight["departments"], &freight["who"]["account"]), (&json!([storage]), &json!(keeper)));
    assert_eq!(offered("order"), Value::Null, "the table names nobody");
    assert_eq!(offered("quality"), Value::Null, "nobody holds the post");
}
