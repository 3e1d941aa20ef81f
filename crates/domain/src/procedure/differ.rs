//! In what two versions of a procedure differ: by stage, task and field, not by lines of text.

use super::{Procedure, Stage, StageId};
use serde::Serialize;
use serde_json::{Map, Value};
use ts_rs::TS;

/// One difference.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Difference {
    /// What differs.
    pub how: How,
    /// Of what: `head`, `role`, `limit`, `list`, `field`, `desk`, `form`, `duty`, `reopen`, `term`, `document`, `change`, `stage`,
    /// `task`, `exit`.
    pub of: String,
    /// The stage of a task or an exit.
    pub stage: Option<StageId>,
    /// Which one: its id, or what it has instead of one.
    pub id: String,
    /// The field of it that differs; empty where the whole was added, taken away or moved.
    pub field: String,
    /// What stood there before.
    #[ts(type = "unknown")]
    pub before: Value,
    /// What stands there now.
    #[ts(type = "unknown")]
    pub after: Value,
}

/// How a part differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// One field of it says something else.
    Changed,
    /// It stands elsewhere in its list, or in another stage.
    Moved,
}

/// Lists of which the first that fits counts: their order says something.
const ORDERED: &[&str] = &["desk"];

/// Lists of the document, and by which of its fields one of them is known again.
const LISTS: &[(&str, &[&str])] = &[
    ("role", &["id"]),
    ("limit", &["fact", "word"]),
    ("list", &["id"]),
    ("field", &["section", "name"]),
    ("desk", &["when"]),
    ("form", &["form"]),
    ("duty", &["id"]),
    ("reopen", &["to"]),
    ("term", &["word"]),
    ("document", &["id"]),
    ("change", &["version", "on"]),
];

/// Everything in which the second differs from the first: head, lists, then the stages with tasks and exits.
pub fn differences(before: &Procedure, after: &Procedure) -> Vec<Difference> {
    let (a, b) = (tree(before), tree(after));
    let mut found = Differ(vec![]);
    let head = |map: &Map<String, Value>| -> Map<String, Value> {
        map.iter().filter(|(_, value)| !value.is_array()).map(|(key, value)| (key.clone(), value.clone())).collect()
    };
    found.fields(&Named { of: "head", stage: None, id: String::new() }, &head(&a), &head(&b));
    for (list, keys) in LISTS {
        found.list(list, None, keys, (a.get(*list), b.get(*list)));
    }
    found.stages(before, after, (&a, &b));
    found.0
}

fn tree(p: &Procedure) -> Map<String, Value> {
    match serde_json::to_value(p) {
        Ok(Value::Object(map)) => map,
        Ok(_) | Err(_) => Map::new(),
    }
}

/// Of what a difference is.
struct Named<'a> {
    of: &'a str,
    stage: Option<StageId>,
    id: String,
}

struct Differ(Vec<Difference>);

impl Differ {
    fn add(&mut self, how: How, named: &Named<'_>, field: &str, before: Value, after: Value) {
        let (of, stage, id) = (named.of.to_owned(), named.stage.clone(), named.id.clone());
        self.0.push(Difference { how, of, stage, id, field: field.to_owned(), before, after });
    }

    fn fields(&mut self, named: &Named<'_>, before: &Map<String, Value>, after: &Map<String, Value>) {
        for (field, now) in after {
            let was = before.get(field).unwrap_or(&Value::Null);
            if was != now {
                self.add(How::Changed, named, field, was.clone(), now.clone());
            }
        }
    }

    fn list(&mut self, of: &str, stage: Option<&StageId>, keys: &[&str], lists: (Option<&Value>, Option<&Value>)) {
        let (a, b) = (items(lists.0), items(lists.1));
        let named = |item: &Map<String, Value>| Named { of, stage: stage.cloned(), id: key(item, keys) };
        let known = |list: &[&Map<String, Value>], id: &str| list.iter().any(|item| key(item, keys) == id);
        for item in a.iter().filter(|item| !known(&b, &key(item, keys))) {
            self.add(How::Removed, &named(item), "", Value::Object((*item).clone()), Value::Null);
        }
        for item in &b {
            match a.iter().find(|old| key(old, keys) == key(item, keys)) {
                Some(old) => {
                    let before = |list: &[&Map<String, Value>], other: &[&Map<String, Value>]| {
                        let at = list.iter().position(|one| key(one, keys) == key(item, keys)).unwrap_or_default();
                        list[..at].iter().filter(|one| known(other, &key(one, keys))).count()
                    };
                    if ORDERED.contains(&of) && before(&a, &b) != before(&b, &a) {
                        self.add(How::Moved, &named(item), "", Value::Null, Value::Null);
                    }
                    self.fields(&named(item), old, item);
                }
                None => self.add(How::Added, &named(item), "", Value::Null, Value::Object((*item).clone())),
            }
        }
    }

    fn stages(&mut self, before: &Procedure, after: &Procedure, trees: (&Map<String, Value>, &Map<String, Value>)) {
        let (a, b) = (items(trees.0.get("stage")), items(trees.1.get("stage")));
        let own = |stage: &Map<String, Value>| -> Map<String, Value> {
            let own = stage.iter().filter(|(key, _)| *key != "task" && *key != "exit");
            own.map(|(key, value)| (key.clone(), value.clone())).collect()
        };
        let named = |stage: &Stage| Named { of: "stage", stage: None, id: stage.id.to_string() };
        for stage in before.stages.iter().filter(|stage| after.stage(&stage.id).is_none()) {
            self.add(How::Removed, &named(stage), "", Value::String(stage.id.to_string()), Value::Null);
        }
        // Out of order is what leaves the order of the stages that both have.
        let both: Vec<&StageId> =
            before.stages.iter().map(|stage| &stage.id).filter(|id| after.stage(id).is_some()).collect();
        let now: Vec<&StageId> =
            after.stages.iter().map(|stage| &stage.id).filter(|id| before.stage(id).is_some()).collect();
        for (n, stage) in after.stages.iter().enumerate() {
            let Some(old) = before.stages.iter().position(|one| one.id == stage.id) else {
                self.add(How::Added, &named(stage), "", Value::Null, Value::String(stage.id.to_string()));
                self.list("task", Some(&stage.id), &["id"], (None, b[n].get("task")));
                continue;
            };
            if both.iter().position(|id| **id == stage.id) != now.iter().position(|id| **id == stage.id) {
                self.add(How::Moved, &named(stage), "", Value::Null, Value::Null);
            }
            self.fields(&named(stage), &own(a[old]), &own(b[n]));
            self.list("task", Some(&stage.id), &["id"], (a[old].get("task"), b[n].get("task")));
            self.list("exit", Some(&stage.id), &["to", "when"], (a[old].get("exit"), b[n].get("exit")));
        }
    }
}

fn items(list: Option<&Value>) -> Vec<&Map<String, Value>> {
    list.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object).collect()
}

/// By what one of a list is known again.
fn key(item: &Map<String, Value>, keys: &[&str]) -> String {
    let said = |name: &&str| match item.get(*name) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Object(map)) if map.contains_key("zh") => map["zh"].as_str().unwrap_or_default().to_owned(),
        Some(other) => other.to_string(),
        None => String::new(),
    };
    keys.iter().map(said).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{LISTS, tree};
    use crate::procedure::{BUILTIN, load};

    #[test]
    fn no_list_of_the_document_is_forgotten() {
        let p = load(BUILTIN[0].1).expect("it is proved");
        let lists = tree(&p).into_iter().filter(|(_, value)| value.is_array()).map(|(name, _)| name);
        let forgotten: Vec<String> =
            lists.filter(|name| name != "stage" && !LISTS.iter().any(|(list, _)| list == name)).collect();
        assert!(forgotten.is_empty(), "{forgotten:?} are compared by nobody");
    }
}
