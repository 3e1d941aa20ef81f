//! How Chinese is spelled, for people who type pinyin: 果皮箱 is found by `guopixiang` and by `gpx`.

use pinyin::ToPinyin;

/// The spelling of the Han characters of a text, whole and by first letters, apart by a space; empty where there are none.
///
/// A character with several readings takes its commonest: this is for finding, not for reading out.
pub fn spelled(text: &str) -> String {
    let (mut whole, mut first) = (String::new(), String::new());
    for reading in text.to_pinyin().flatten() {
        // A keyboard has no ü; everybody types v.
        whole.push_str(&reading.plain().replace('ü', "v"));
        first.push_str(reading.first_letter());
    }
    if whole.is_empty() { whole } else { format!("{whole} {first}") }
}

/// The spelling from each Han character on: an index finds words by how they begin, people begin anywhere in a name.
pub fn spelled_from_each(text: &str) -> String {
    let ends = text.char_indices().filter(|(_, sign)| sign.to_pinyin().is_some()).map(|(at, _)| spelled(&text[at..]));
    ends.collect::<Vec<_>>().join("\n")
}
