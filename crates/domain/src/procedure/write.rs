//! A procedure as the text that people read: what [`super::load`] reads, in the order in which a controlled document says
//! it. What stands at its default is left out; comments of an earlier text are not kept, the `source` of a task is.
//!
//! How to add a field: nothing to do; where it has a place of its own in a line, its name in [`ORDER`].

use super::Procedure;
use serde_json::{Map, Value};

/// Names in the order in which they are written. Others follow by the alphabet.
const ORDER: &[&str] = &[
    "id",
    "number",
    "version",
    "code",
    "section",
    "fact",
    "form",
    "to",
    "word",
    "zh",
    "en",
    "name",
    "title",
    "label",
    "type",
    "author",
    "approver",
    "effective",
    "prefix",
    "owner",
    "neutral",
    "purpose",
    "scope",
    "meaning",
    "what",
    "approved",
    "on",
    "does",
    "by",
    "of",
    "each",
    "quorum",
    "fills",
    "needs",
    "no_open",
    "after",
    "when",
    "now",
    "ends",
    "reopens",
    "span",
    "from",
    "pausable",
    "remind",
    "escalate",
    "due",
    "covers",
    "signs",
    "acknowledge",
    "stays",
    "optional",
    "ahead",
    "paper",
    "on_behalf",
    "tells",
    "cites",
    "every",
    "day",
    "keep_years",
    "unmarked",
    "boxes",
    "words",
    "items",
    "source",
];

/// Lists that are written as blocks, in this order.
const BLOCKS: &[&str] =
    &["change", "term", "document", "role", "list", "field", "limit", "desk", "form", "reopen", "duty", "stage"];

/// Lists inside a block that are written one item a line.
const LINES: &[&str] = &["items", "words", "boxes", "exit"];

/// Lists that cannot be left out where they are empty: then it is the proof that says so.
const ALWAYS: &[&str] = &["role", "stage", "task", "exit", "to", "by", "covers", "items"];

impl Procedure {
    /// The text from which it is read again.
    pub fn to_toml(&self) -> String {
        let Ok(Value::Object(root)) = serde_json::to_value(self) else { return String::new() };
        let mut out = String::new();
        let (blocks, plain): (Vec<_>, Vec<_>) = ordered(&root).into_iter().partition(|(key, _)| BLOCKS.contains(key));
        plain.into_iter().for_each(|(key, value)| pair(&mut out, key, value));
        for name in BLOCKS {
            let Some((_, Value::Array(items))) = blocks.iter().find(|(key, _)| key == name) else { continue };
            if items.is_empty() {
                out.push_str(&format!("{name} = []\n"));
            }
        }
        for name in BLOCKS {
            let Some((_, Value::Array(items))) = blocks.iter().find(|(key, _)| key == name) else { continue };
            for item in items.iter().filter_map(Value::as_object) {
                block(&mut out, name, item);
            }
        }
        out
    }
}

/// `[[stage]]`, its own lines, then its tasks as blocks below it.
fn block(out: &mut String, name: &str, item: &Map<String, Value>) {
    out.push_str(&format!("\n[[{name}]]\n"));
    let mut below = vec![];
    for (key, value) in ordered(item) {
        match (key, value) {
            ("task", Value::Array(tasks)) if name == "stage" && !tasks.is_empty() => below.extend(tasks),
            _ => pair(out, key, value),
        }
    }
    below.into_iter().filter_map(Value::as_object).for_each(|task| block(out, &format!("{name}.task"), task));
}

fn pair(out: &mut String, key: &str, value: &Value) {
    let text = match value {
        Value::Array(items) if LINES.contains(&key) && items.len() > 1 => {
            let lines: String = items.iter().map(|item| format!("  {},\n", inline(item))).collect();
            format!("[\n{lines}]")
        }
        _ => inline(value),
    };
    out.push_str(&format!("{key} = {text}\n"));
}

fn inline(value: &Value) -> String {
    match value {
        Value::Null => "\"\"".to_owned(),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
        // JSON escapes what TOML escapes, but for one.
        Value::String(_) => value.to_string().replace('\u{7f}', "\\u007F"),
        Value::Array(items) => format!("[{}]", items.iter().map(inline).collect::<Vec<_>>().join(", ")),
        Value::Object(map) => {
            let pairs: Vec<_> =
                ordered(map).into_iter().map(|(key, value)| format!("{key} = {}", inline(value))).collect();
            if pairs.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", pairs.join(", ")) }
        }
    }
}

/// What is said, in its order.
fn ordered(map: &Map<String, Value>) -> Vec<(&str, &Value)> {
    let place = |key: &str| ORDER.iter().position(|known| *known == key).unwrap_or(ORDER.len());
    let mut pairs: Vec<_> =
        map.iter().map(|(key, value)| (key.as_str(), value)).filter(|(key, value)| is_said(key, value)).collect();
    pairs.sort_by_key(|(key, _)| place(key));
    pairs
}

fn is_said(key: &str, value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(said) => *said != (key == "pausable"),
        Value::Array(items) => !items.is_empty() || ALWAYS.contains(&key),
        Value::Object(map) => !map.is_empty(),
        Value::String(_) | Value::Number(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::BLOCKS;
    use crate::procedure::{BUILTIN, load};

    #[test]
    fn every_list_of_the_document_is_a_block() {
        let p = serde_json::to_value(&*load(BUILTIN[0].1).expect("it is proved")).expect("JSON");
        let lists = p.as_object().into_iter().flatten().filter(|(_, value)| value.is_array()).map(|(name, _)| name);
        let others: Vec<&String> = lists.filter(|name| !BLOCKS.contains(&name.as_str())).collect();
        assert!(others.is_empty(), "{others:?} have no place in the text");
    }
}
