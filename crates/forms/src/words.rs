//! The labels of the forms: the group `form` of the one catalogue, and the words that fields have in it already.

use kesu_domain::text::Lang;
use kesu_domain::words;

/// Groups in which a field has its word already; a form says it with that one.
const OTHERS: [&str; 3] = ["section.", "record.", "choice."];

/// The word of a form at a key like `f01.customer`, or of a field at `section.complaint.customer`.
pub(crate) fn t(lang: Lang, key: &str) -> &'static str {
    let elsewhere = OTHERS.iter().any(|group| key.starts_with(group));
    let found = if elsewhere { words::word(lang, key) } else { words::word(lang, &format!("form.{key}")) };
    found.expect("each key that the source names stands in the catalogue: a test compares them")
}

/// The sentence of a form, with its data filled in.
pub(crate) fn sentence(lang: Lang, key: &str, data: &[(&str, &str)]) -> String {
    words::fill(t(lang, key), data)
}
