//! What a user sees of a case, and the reasons that they are told.

use anyhow::{Context, Result};
use kesu_domain::path::Target;
use kesu_domain::section::Nature;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// A case as somebody sees it.
pub struct Look(pub Value);

impl Look {
    /// The stage.
    pub fn stage(&self) -> &str {
        self.0["head"]["stage"].as_str().unwrap_or_default()
    }
    /// How often it went back, from 1.
    pub fn round(&self) -> u64 {
        self.0["head"]["round"].as_u64().unwrap_or_default()
    }
    /// Open, or how it ended.
    pub fn state(&self) -> &str {
        self.0["head"]["state"].as_str().unwrap_or_default()
    }
    /// The tasks whose row passes, each once; what is only to be read by whoever is told holds nothing and is left out.
    pub fn tasks(&self, passes: impl Fn(&Value) -> bool) -> BTreeSet<String> {
        let is_told = |view: &Value| text(&view["row"]["slot"]).starts_with("told:");
        let rows = self.list("tasks").iter().filter(|view| !is_told(view) && passes(view));
        rows.filter_map(|view| view["row"]["task"].as_str().map(str::to_owned)).collect()
    }
    /// The key of the latest row of a task, as the list takes it; one that is not there yet has the round of the case.
    pub fn key(&self, task: &str, slot: &str) -> Value {
        let rows = self.list("tasks").iter().map(|view| &view["row"]);
        let round =
            rows.filter(|row| row["task"] == task && row["slot"] == slot).filter_map(|row| row["round"].as_u64()).max();
        json!({ "task": task, "slot": slot, "round": round.unwrap_or(self.round()) })
    }
    /// What the user is told that stands in the way of a task.
    pub fn blocked(&self, key: &Value) -> BTreeSet<String> {
        let is = |view: &&Value| ["task", "slot", "round"].iter().all(|name| view["row"][name] == key[name]);
        self.list("tasks").iter().find(is).map(|view| reasons(&view["blocked"])).unwrap_or_default()
    }
    /// The body into which somebody types for a task, with its revision and, of a record, its id.
    pub fn standing(&self, target: Target, key: &Value) -> (Value, i64, Option<i64>) {
        let (row, id) = match target {
            Target::Section(kind) => {
                let slot = format!("{}/{}", text(&key["task"]), text(&key["slot"]));
                let is = |view: &&Value| {
                    let row = &view["row"];
                    let own = row["slot"] == slot && row["round"] == key["round"];
                    row["kind"] == kind.name()
                        && if kind.nature() == Nature::Work { view["counts"] == true } else { own }
                };
                (self.list("sections").iter().find(is), None)
            }
            Target::Record(kind) => {
                let is = |view: &&Value| view["row"]["kind"] == kind.name() && view["row"]["of"] == *key;
                let row = self.list("records").iter().find(is);
                (row, row.and_then(|view| view["record"].as_i64()))
            }
        };
        let body = row.map(|view| view["row"]["body"].clone()).unwrap_or_default();
        (body, row.and_then(|view| view["rev"].as_i64()).unwrap_or(0), id)
    }
    /// The body that counts now.
    ///
    /// # Errors
    /// There is none.
    pub fn counts(&self, target: Target) -> Result<&Value> {
        let row = match target {
            Target::Section(kind) => {
                self.list("sections").iter().find(|view| view["counts"] == true && view["row"]["kind"] == kind.name())
            }
            Target::Record(kind) => self.list("records").iter().rfind(|view| view["row"]["kind"] == kind.name()),
        };
        row.map(|view| &view["row"]["body"]).with_context(|| format!("nothing stands in {}", target.name()))
    }

    fn list(&self, name: &str) -> &[Value] {
        self.0[name].as_array().map_or(&[], Vec::as_slice)
    }
}

/// Reasons in short: the word, then its data: `missing reply.text`, `own_work measures`, `needs_role qe,sales`.
pub fn reasons(blocked: &Value) -> BTreeSet<String> {
    let short = |one: &Value| {
        let data =
            one.as_object().into_iter().flatten().filter(|(name, _)| *name != "why").map(|(_, value)| match value {
                Value::Array(list) => list.iter().map(text).collect::<Vec<_>>().join(","),
                other => text(other),
            });
        [text(&one["why"])].into_iter().chain(data).collect::<Vec<_>>().join(" ")
    };
    blocked.as_array().into_iter().flatten().map(short).collect()
}

/// The reasons of an error of the list: those of a refusal; `invalid reply.sent_at in_the_future`; else the code.
pub fn reasons_of(error: &Value) -> BTreeSet<String> {
    match error["code"].as_str() {
        Some("refused") => reasons(&error["blocked"]),
        Some("invalid") => {
            let fields = error["fields"].as_array().into_iter().flatten();
            // Where a form lacks words is said by its labels, which are not the stories' business.
            let short = |field: &Value| match text(&field["wrong"]) {
                wrong if ["not_in_language", "not_told", "han_in_english"].contains(&wrong.as_str()) => wrong,
                wrong => format!("invalid {} {wrong}", text(&field["field"])),
            };
            fields.map(short).collect()
        }
        Some(code) => [code.to_owned()].into(),
        None => BTreeSet::new(),
    }
}

/// A text, or what stands there as JSON.
pub fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
