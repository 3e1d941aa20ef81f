//! The breaks that a verification names, as data: a key under `break` in the catalogue, and what its sentence names.

use kesu_store::schema::Table;
use kesu_store::verify::Break;
use serde_json::{Map, Value, json};

/// A break as data: its kind, what it is about, and a line that says so in English.
pub fn data(found: &Break) -> Value {
    let (key, data) = parts(found);
    let mut map = Map::from_iter(data.into_iter().map(|(name, value)| (name.to_owned(), value)));
    map.insert("break".into(), found.to_string().into());
    map.insert("is".into(), key.into());
    Value::Object(map)
}

/// Its key under `break`, and its data by the names in the sentence.
pub fn parts(found: &Break) -> (&'static str, Vec<(&'static str, Value)>) {
    let entry = |seq: &i64| vec![("seq", json!(seq))];
    let row = |table: &Table, id: &i64| vec![("table", json!(table.name())), ("id", json!(id))];
    match found {
        Break::Damaged { what } => ("damaged", vec![("what", json!(what))]),
        Break::Guard { name } => ("guard", vec![("name", json!(name))]),
        Break::Gap { from, to } if from == to => ("gap_one", vec![("from", json!(from)), ("to", json!(to))]),
        Break::Gap { from, to } => ("gap", vec![("from", json!(from)), ("to", json!(to))]),
        Break::Entry { seq } => ("entry", entry(seq)),
        Break::Link { seq } => ("link", entry(seq)),
        Break::Words { seq } => ("words", entry(seq)),
        Break::WordsMissing { seq } => ("words_missing", entry(seq)),
        Break::WordsAdded { seq } => ("words_added", entry(seq)),
        Break::ErasedAdded { seq } => ("erased_added", entry(seq)),
        Break::ErasedMissing { seq } => ("erased_missing", entry(seq)),
        Break::ErasedThere { seq } => ("erased_there", entry(seq)),
        Break::Row { table, id } => ("row", row(table, id)),
        Break::RowAdded { table, id } => ("row_added", row(table, id)),
        Break::RowMissing { table, id } => ("row_missing", row(table, id)),
        Break::RowBehind { table, id, rev, last } => {
            let mut data = row(table, id);
            data.extend([("rev", json!(rev)), ("last", json!(last))]);
            ("row_behind", data)
        }
        Break::RowUnproved { table, id } => ("row_unproved", row(table, id)),
        Break::History { table, id } => ("history", row(table, id)),
        Break::FileMissing { file } => ("file_missing", vec![("file", json!(file.as_str()))]),
        Break::File { file } => ("file", vec![("file", json!(file.as_str()))]),
        Break::Derived { table, case } => ("derived", vec![("table", json!(table)), ("case", json!(case.0))]),
        Break::HeadMissing { seq } => ("head_missing", entry(seq)),
        Break::HeadOther { seq } => ("head_other", entry(seq)),
    }
}
