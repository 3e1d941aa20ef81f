//! The words of a case by which it is found. Every Han character stands alone, so that a search finds words of any length.

use crate::case::Case;
use serde_json::Value;

/// Folds text for search: compatibility forms, lower case, each Han character by itself. Both sides of a search are folded
/// by this one function.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for c in text.chars().map(narrow) {
        if is_han(c) {
            out.extend([' ', c, ' ']);
        } else {
            out.extend(c.to_lowercase());
        }
    }
    out
}

/// All words of a case: its number, what was typed in its sections and records, in every round.
pub fn search_text(c: &Case) -> String {
    let mut out = c.head.number.clone();
    out.extend(c.head.links.all().flat_map(|link| ["\n", &link.number]));
    let bodies = c
        .sections
        .iter()
        .map(|row| serde_json::to_value(&row.section))
        .chain(c.records.iter().map(|row| serde_json::to_value(&row.record)));
    for body in bodies.flatten() {
        gather(&body["body"], &mut out);
    }
    for extra in c.sections.iter().map(|row| &row.extra).chain(c.records.iter().map(|row| &row.extra)) {
        gather(&serde_json::to_value(extra).unwrap_or_default(), &mut out);
    }
    out.extend(c.records.iter().filter_map(|row| row.number.as_deref()).flat_map(|number| ["\n", number]));
    out
}

fn gather(value: &Value, out: &mut String) {
    match value {
        Value::String(text) if !is_machine_text(text) => out.extend(["\n", text]),
        Value::Array(items) => items.iter().for_each(|item| gather(item, out)),
        Value::Object(fields) => fields.values().for_each(|field| gather(field, out)),
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Stamps and digests are no words that anybody searches.
fn is_machine_text(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| b.is_ascii_hexdigit())
        || text.len() == 24 && text.ends_with('Z') && text.as_bytes()[10] == b'T'
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '〇')
}

/// Full-width signs as their narrow twins; the rest of NFKC is the store's, which has the tables.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        other => other,
    }
}
