//! Customers and products: made by name alone, found by name, code and pinyin, and so are their cases.

use crate::desk::Desk;
use serde_json::{Value, json};

fn found(desk: &Desk, search: &str) -> usize {
    let page = desk.done("qe", "register_list", json!({ "search": search }));
    page["rows"].as_array().expect("rows").len()
}

fn customer(name: &str) -> Value {
    json!({"kind": "customer", "body": {"code": "", "name": {"zh": name, "en": ""}}})
}

#[test]
fn somebody_at_the_phone_needs_the_name_alone() {
    let desk = Desk::new();
    let add = |row: Value| desk.done("sales", "master_save", json!({ "row": row }))["id"].clone();
    let ids = [add(customer("晨曦户外用品")), add(customer("松原汽配"))];
    add(json!({"kind": "product", "body": {"code": "", "name": {"zh": "果皮箱", "en": ""}}}));
    let codes = |of: &str| -> Vec<(Value, Value)> {
        let rows = desk.done("sales", "master_list", json!({ "of": of, "containing": "" }))["rows"].clone();
        rows.as_array()
            .expect("rows")
            .iter()
            .map(|row| (row["id"].clone(), row["row"]["body"]["code"].clone()))
            .collect()
    };
    let customers = codes("customer");
    assert!(customers.contains(&(ids[0].clone(), json!("C-0001"))), "{customers:?}");
    assert!(customers.contains(&(ids[1].clone(), json!("C-0002"))), "{customers:?}");
    assert_eq!(codes("product")[0].1, json!("P-0001"));
    let unnamed = desk.refused("sales", "master_save", json!({ "row": customer(" ") }));
    assert_eq!(unnamed["fields"][0]["field"], "row.name", "{unnamed}");
}

#[test]
fn master_data_are_found_by_how_they_are_spelled() {
    let desk = Desk::new();
    desk.done("sales", "master_save", json!({ "row": customer("晨曦户外用品") }));
    for (typed, rows) in [("chenxi", 1), ("cxhwyp", 1), ("晨曦", 1), ("lvzhou", 1), ("c-0001", 1), ("nothing", 0)] {
        let list = desk.done("sales", "master_list", json!({ "of": "customer", "containing": typed }));
        assert_eq!(list["rows"].as_array().map(Vec::len), Some(rows), "{typed}: {list}");
    }
}

#[test]
fn a_case_is_found_by_its_customer_and_product_also_under_a_new_name() {
    let desk = Desk::new();
    let body = json!({"code": "GPX-120", "name": {"zh": "户外果皮箱", "en": "Litter bin"}});
    let product = desk.done("sales", "master_save", json!({"row": {"kind": "product", "body": body}}))["id"].clone();
    let mut complaint = desk.complaint();
    complaint["lines"][0]["product"] = product;
    desk.done("sales", "case_register", json!({ "complaint": complaint }));
    for typed in ["绿洲", "lvzhou", "lzwy", "C001", "Oasis", "果皮", "guopi", "gpx", "gpx-120", "垃圾桶"] {
        assert_eq!(found(&desk, typed), 1, "{typed}");
    }
    let renamed = json!({"code": "C001", "name": {"zh": "绿城物业", "en": "Green City"}, "address": "苏州市"});
    let row = json!({"kind": "customer", "body": renamed});
    desk.done("sales", "master_save", json!({"id": desk.customer, "rev": 1, "row": row}));
    assert_eq!((found(&desk, "绿城"), found(&desk, "绿洲")), (1, 0));
}
