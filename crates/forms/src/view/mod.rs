//! What a form is told: plain words, already chosen, counted and dated for print.
//!
//! Owns: the shapes that the api fills from a case. Must never know: sections, journals, accounts; whether somebody may
//! see a form was decided before. No field is ever blank by accident: each says that it was filled in, is missing, or
//! does not apply (forms-language § 3).

mod customer;
pub mod f01;
pub mod f03;
pub mod f04;
pub mod morning;
mod sheet;
mod sign;

pub use customer::Open;
pub use sheet::{FormLang, Head, Issue, Plant, Printed, Sheet, State};
pub use sign::{CounterSign, Opinion, SignBox, SignState};

/// Words as they were typed, and their English where somebody gave one. A form in English prints what there is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// As typed; of names the Chinese one.
    pub text: String,
    /// In English, if known.
    pub en: Option<String>,
}

impl From<&str> for Words {
    fn from(text: &str) -> Words {
        Words { text: text.to_owned(), en: None }
    }
}

impl From<String> for Words {
    fn from(text: String) -> Words {
        Words { text, en: None }
    }
}

impl From<(&str, &str)> for Words {
    fn from((zh, en): (&str, &str)) -> Words {
        Words { text: zh.to_owned(), en: Some(en.to_owned()) }
    }
}

impl From<&kesu_domain::text::Names> for Words {
    fn from(names: &kesu_domain::text::Names) -> Words {
        if names.zh.is_empty() {
            return Words::from(names.en.clone());
        }
        Words { text: names.zh.clone(), en: (!names.en.is_empty()).then(|| names.en.clone()) }
    }
}

/// One field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Entry {
    /// What stands in it; a zero is said as `0`.
    Said(Words),
    /// Demanded and not there: 未填写; on paper to be filled by hand a free place.
    #[default]
    Missing,
    /// Does not apply: —.
    NotApplicable,
}

impl Entry {
    /// What stands in it.
    pub fn said(words: impl Into<Words>) -> Entry {
        Entry::Said(words.into())
    }

    /// What stands in it; missing where there is nothing.
    pub fn or_missing(words: Option<impl Into<Words>>) -> Entry {
        words.map_or(Entry::Missing, |words| Entry::Said(words.into()))
    }

    /// What stands in it; not applicable where there is nothing.
    pub fn or_not_applicable(words: Option<impl Into<Words>>) -> Entry {
        words.map_or(Entry::NotApplicable, |words| Entry::Said(words.into()))
    }
}

/// All words of a choice, in the order of its list; those that were chosen are ticked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// One each.
    pub options: Vec<Tick>,
}

/// One word of a choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tick {
    /// What it is called.
    pub words: Words,
    /// It was chosen.
    pub ticked: bool,
}

/// A photo with its caption; the two are never parted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// JPEG or PNG; turned upright as its EXIF says.
    pub file: Vec<u8>,
    /// What is seen.
    pub subject: Words,
    /// Date and place.
    pub taken: Words,
    /// Short digest of the file.
    pub digest: String,
}

/// A value that lacks a language of the form it stands on. It is said before the form is issued (design § 10). On a form
/// of the house it is printed as it was typed; on a customer's form its place stays empty (D-6).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Untranslated {
    /// The label beside it, in the first language of the form.
    pub place: String,
    /// As it was typed; empty where nothing was.
    pub text: String,
    /// What is wrong with it.
    pub lack: Lack,
}

/// What a value lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// It was written, and not in this language.
    Language,
    /// The customer is told nothing about it, in no language.
    Words,
    /// A line of the English text has Han characters in it.
    English,
}
