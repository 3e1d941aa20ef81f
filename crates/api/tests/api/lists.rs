//! Lists through the door: planned actions, the part that somebody took, what is counted, and in which order.

use crate::desk::Desk;
use serde_json::{Value, json};

fn rows(answer: &Value) -> &Vec<Value> {
    answer["rows"].as_array().expect("rows")
}

#[test]
fn planned_actions_are_listed_with_their_case() {
    let desk = Desk::new();
    let case = desk.register();
    assert_eq!(rows(&desk.done("qe", "action_list", json!({}))).len(), 0);
    desk.until_approval(case);
    let all = desk.done("gm", "action_list", json!({}));
    let first = &rows(&all)[0];
    assert_eq!((&first["case"], &first["action"]["state"]), (&json!(case), &json!("planned")));
    assert_eq!(first["number"], desk.view("qe", case)["head"]["number"]);
    let page = desk.done("gm", "action_list", json!({"limit": 1}));
    let rest = desk.done("gm", "action_list", json!({"limit": 500, "after": page["next"]}));
    assert_eq!(rows(&page).len() + rows(&rest).len(), rows(&all).len(), "pages are all of it");
    assert_eq!(rows(&desk.done("gm", "action_list", json!({"over": true}))).len(), 0);
    let owner = &first["action"]["owner"];
    let theirs = desk.done("gm", "action_list", json!({"owner": owner}));
    assert!(rows(&theirs).iter().all(|row| row["action"]["owner"] == *owner) && !rows(&theirs).is_empty());
}

#[test]
fn a_page_says_how_many_there_are_and_whose_they_are() {
    let desk = Desk::new();
    let (first, second) = (desk.register(), desk.register());
    desk.contain(second);
    let count = |login, filter: Value| {
        let mut asked = json!({"limit": 1, "count": true});
        asked.as_object_mut().expect("an object").extend(filter.as_object().expect("an object").clone());
        desk.done(login, "register_list", asked)["count"]["cases"].as_u64().expect("a count")
    };
    assert_eq!(desk.done("qe", "register_list", json!({}))["count"], Value::Null, "where it was not asked");
    let table = [
        ("sales", json!({}), 2),
        ("sales", json!({"unclosed": true}), 2),
        ("sales", json!({"mine": "registered"}), 2),
        ("qe", json!({"mine": "registered"}), 0),
        ("qe", json!({"mine": "done"}), 1),
        ("gm", json!({"mine": "done"}), 0),
    ];
    for (login, filter, expected) in table {
        assert_eq!(count(login, filter.clone()), expected, "{login} {filter}");
    }
    let page = desk.done("qe", "register_list", json!({"order": "due", "limit": 1}));
    let next = desk.done("qe", "register_list", json!({"order": "due", "limit": 1, "after": page["next"]}));
    let cases = [&rows(&page)[0]["case"], &rows(&next)[0]["case"]];
    assert!(cases.contains(&&json!(first)) && cases.contains(&&json!(second)), "{cases:?}");
}

#[test]
fn a_task_in_the_inbox_says_what_its_row_shows() {
    let desk = Desk::new();
    let case = desk.register();
    let inbox = desk.done("qe", "inbox_list", json!({}));
    let task = inbox["tasks"].as_array().expect("tasks").iter().find(|task| task["case"] == case).expect("a task");
    let clocks = desk.view("qe", case)["clocks"].clone();
    let clock = clocks.as_array().expect("clocks").iter().find(|clock| clock["key"] == task["task"]).expect("a clock");
    assert_eq!((&task["due"], &task["customer_due"]), (&clock["due"], &clock["customer_due"]));
    assert_eq!(task["procedure"], desk.view("qe", case)["head"]["procedure"]);
}
