//! The breaks that a verification names: in a sentence of the catalogue for people, and as data for programs.

use crate::speech;
use crate::table::plain;
use kesu_api::breaks::parts;
use kesu_api::folder::Break;
use kesu_domain::text::Lang;
use kesu_domain::words;
use serde_json::{Map, Value};

/// A break in a sentence.
pub(crate) fn sentence(lang: Lang, found: &Break) -> String {
    let (key, data) = parts(found);
    let said: Vec<(&str, String)> = data.iter().map(|(name, value)| (*name, word(lang, name, value))).collect();
    let said: Vec<(&str, &str)> = said.iter().map(|(name, text)| (*name, text.as_str())).collect();
    words::sentence(lang, &format!("break.{key}"), &said).unwrap_or_else(|| plain(&found.to_string()))
}

/// A break as data: its kind, what it is about, and a line that says so in English.
pub(crate) fn data(found: &Break) -> Value {
    let (key, data) = parts(found);
    let mut map = Map::from_iter(data.into_iter().map(|(name, value)| (name.to_owned(), value)));
    map.insert("break".into(), plain(&found.to_string()).into());
    map.insert("is".into(), key.into());
    Value::Object(map)
}

/// Whether it is about evidence, and not only about what can be made again.
pub(crate) fn is_serious(found: &Break) -> bool {
    !matches!(found, Break::Derived { .. })
}

fn word(lang: Lang, name: &str, value: &Value) -> String {
    match (name, value) {
        ("table", Value::String(table)) => speech::thing(lang, table),
        (_, Value::String(text)) => plain(text),
        (_, other) => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::{data, sentence};
    use kesu_api::breaks::parts;
    use kesu_api::folder::{Break, Table};
    use kesu_domain::id::CaseId;
    use kesu_domain::people::FileDigest;
    use kesu_domain::text::Lang;
    use kesu_domain::words;
    use std::collections::BTreeSet;

    fn one_of_each() -> Vec<Break> {
        let (table, id, seq) = (Table::Section, 41, 42);
        let file = FileDigest::new(&"a7".repeat(32)).unwrap();
        vec![
            Break::Damaged { what: "page 9".into() },
            Break::Guard { name: "section_delete".into() },
            Break::Gap { from: 42, to: 42 },
            Break::Gap { from: 41, to: 42 },
            Break::Entry { seq },
            Break::Link { seq },
            Break::Words { seq },
            Break::WordsMissing { seq },
            Break::WordsAdded { seq },
            Break::ErasedAdded { seq },
            Break::ErasedMissing { seq },
            Break::ErasedThere { seq },
            Break::Row { table, id },
            Break::RowAdded { table, id },
            Break::RowMissing { table, id },
            Break::RowBehind { table, id, rev: 2, last: 3 },
            Break::RowUnproved { table, id },
            Break::History { table, id },
            Break::FileMissing { file: file.clone() },
            Break::File { file },
            Break::Derived { table: "search", case: CaseId(41) },
            Break::HeadMissing { seq },
            Break::HeadOther { seq },
        ]
    }

    #[test]
    fn every_break_is_a_sentence_with_its_data() {
        for lang in [Lang::Zh, Lang::En] {
            let mut met = BTreeSet::new();
            for found in one_of_each() {
                let (key, _) = parts(&found);
                met.insert(key.to_owned());
                let said = sentence(lang, &found);
                assert!(words::word(lang, &format!("break.{key}")).is_some(), "{lang:?}: no sentence for {key}");
                assert!(!said.contains("{{"), "{said}");
                let names = ["42", "41", "page 9", "section_delete", "a7a7"];
                assert!(names.iter().any(|name| said.contains(name)), "{said} names nothing");
                assert_eq!(data(&found)["break"], found.to_string());
            }
            let there = words::catalogue(lang)["break"].as_object().unwrap();
            assert_eq!(met, there.keys().cloned().collect(), "{lang:?}: a sentence for no break");
        }
    }

    #[test]
    fn every_table_has_its_word() {
        for table in Table::ALL {
            for lang in [Lang::Zh, Lang::En] {
                let key = format!("thing.{}", table.name());
                assert!(words::word(lang, &key).is_some(), "{lang:?}: {key}");
            }
        }
    }
}
