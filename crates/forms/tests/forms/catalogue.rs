//! Each key that the source names has its word, and each word of a form its key.

use kesu_domain::text::Lang;
use kesu_domain::words;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

fn sources(folder: &Path, out: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, out);
        } else {
            out.push(std::fs::read_to_string(&path).unwrap());
        }
    }
}

/// What looks like a key between quotes: `f01.customer`, `section.complaint.phone`.
fn keys(source: &str) -> impl Iterator<Item = &str> {
    let is_key = |text: &&str| {
        let steps: Vec<&str> = text.split('.').collect();
        steps.len() > 1
            && text.starts_with(|c: char| c.is_ascii_lowercase())
            && steps.iter().all(|step| {
                !step.is_empty() && step.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
            })
    };
    source.split('"').filter(is_key)
}

#[test]
fn keys_and_words_of_the_forms_are_the_same() {
    let mut all = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut all);
    let named: BTreeSet<&str> = all.iter().flat_map(|source| keys(source)).collect();
    let elsewhere = |key: &&&str| ["section.", "record.", "choice."].iter().any(|group| key.starts_with(group));
    for lang in [Lang::Zh, Lang::En] {
        let gaps: Vec<_> = named.iter().filter(elsewhere).filter(|key| words::word(lang, key).is_none()).collect();
        assert_eq!(gaps, Vec::<&&str>::new());
        let own: BTreeSet<String> = named.iter().filter(|key| !elsewhere(key)).map(|key| (*key).to_owned()).collect();
        let Value::Object(groups) = &words::catalogue(lang)["form"] else { panic!("no words of the forms") };
        let there: BTreeSet<String> = groups
            .iter()
            .flat_map(|(group, words)| words.as_object().unwrap().keys().map(move |word| format!("{group}.{word}")))
            .collect();
        assert_eq!(own.symmetric_difference(&there).collect::<Vec<_>>(), Vec::<&String>::new());
    }
}
