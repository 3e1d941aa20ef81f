//! Text for the house and text for the customer are different types, so that one can never be printed for the other.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A language of the product. Chinese first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Lang {
    /// 中文
    #[default]
    Zh,
    /// English
    En,
}

/// A name in both languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Names {
    /// 中文
    pub zh: String,
    /// English; empty where nobody gave one
    pub en: String,
}

impl Names {
    /// The name in this language; the other one where it is missing.
    pub fn get(&self, lang: Lang) -> &str {
        let (first, second) = match lang {
            Lang::Zh => (&self.zh, &self.en),
            Lang::En => (&self.en, &self.zh),
        };
        if first.is_empty() { second } else { first }
    }
}

/// Words for the house only. Deliberately without [`ForCustomer`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct House(pub String);

/// Words that a customer may read, in the languages in which they were written. Never filled from a [`House`] text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Told {
    /// 中文
    pub zh: String,
    /// English
    pub en: String,
}

impl Told {
    /// What was written in this language; `None` where nothing was.
    pub fn get(&self, lang: Lang) -> Option<&str> {
        let text = match lang {
            Lang::Zh => self.zh.trim(),
            Lang::En => self.en.trim(),
        };
        (!text.is_empty()).then_some(text)
    }
}

/// What may stand on a form that a customer reads. Views of customer forms ask for it on every field, so that putting
/// a [`House`] text (or a penalty, or a cost) on one does not compile (D-6).
///
/// ```compile_fail
/// fn print(_: impl kesu_domain::text::ForCustomer) {}
/// print(kesu_domain::text::House("扣罚绩效".into()));
/// ```
/// ```
/// fn print(_: impl kesu_domain::text::ForCustomer) {}
/// print(kesu_domain::text::Told { zh: "已加严检验".into(), en: String::new() });
/// ```
pub trait ForCustomer {}
impl ForCustomer for Told {}
impl ForCustomer for i64 {}
impl ForCustomer for crate::time::Date {}
impl ForCustomer for crate::time::Stamp {}
impl<T: ForCustomer> ForCustomer for Option<T> {}
impl<T: ForCustomer> ForCustomer for Vec<T> {}
