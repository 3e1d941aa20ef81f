//! The labels of the forms: the group `form` of the one catalogue.

use kesu_domain::text::Lang;
use kesu_domain::words;

/// The word of a form at a key like `f01.customer`.
pub(crate) fn t(lang: Lang, key: &str) -> &'static str {
    let found = words::word(lang, &format!("form.{key}"));
    found.expect("each key that the source names stands in the catalogue: a test compares them")
}

/// The sentence of a form, with its data filled in.
pub(crate) fn sentence(lang: Lang, key: &str, data: &[(&str, &str)]) -> String {
    words::fill(t(lang, key), data)
}
