//! What may stand on a form that a customer reads, and nothing else (D-6).
//!
//! Owns: [`Open`], the plain values of such a form, and the macro with which its view is written: a view whose fields are
//! not all [`ForCustomer`] does not compile. Must never know: where the values come from.

use super::{Entry, SignBox, Words};
use kesu_domain::text::{ForCustomer, Names};

/// What is no secret to the customer and reads alike to everybody: a name, a number, a code, a day, as it was typed.
/// Whole sentences are [`Told`](kesu_domain::text::Told).
///
/// Words for the house do not become one, by no constructor:
/// ```compile_fail,E0308
/// kesu_forms::view::Open::code(&kesu_domain::text::House("扣罚绩效".into()));
/// ```
/// ```
/// kesu_forms::view::Open::code("LY-2026-087");
/// ```
/// and what a form of the house is told is nothing for a customer, who knows where it came from:
/// ```compile_fail,E0277
/// fn print(_: impl kesu_domain::text::ForCustomer) {}
/// print(kesu_forms::view::Entry::said("扣罚绩效"));
/// ```
/// nor is money:
/// ```compile_fail,E0277
/// fn print(_: impl kesu_domain::text::ForCustomer) {}
/// print(kesu_domain::choice::Amount(860_000));
/// ```
/// ```
/// fn print(_: impl kesu_domain::text::ForCustomer) {}
/// print(kesu_forms::view::Open::person("陈立新"));
/// print(kesu_forms::view::f04::EightD::default());
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Open(Option<Words>);

impl Open {
    /// A number, a code, a moment; nothing where it is empty.
    pub fn code(text: &str) -> Open {
        let text = text.trim();
        Open((!text.is_empty()).then(|| Words::from(text)))
    }

    /// Somebody's name, which is the same in every language.
    pub fn person(name: &str) -> Open {
        let name = name.trim();
        Open((!name.is_empty()).then(|| Words::from((name, name))))
    }

    /// A name of the master data, or of a list.
    pub fn name(names: &Names) -> Open {
        Open((!names.zh.is_empty() || !names.en.is_empty()).then(|| Words::from(names)))
    }

    /// What stands there.
    pub fn words(&self) -> Option<&Words> {
        self.0.as_ref()
    }

    /// What a form prints of it; — where there is nothing.
    pub(crate) fn entry(&self) -> Entry {
        Entry::or_not_applicable(self.0.clone())
    }
}

impl ForCustomer for Open {}

/// Whoever signs what a customer gets is named on it (forms-language § 6).
impl ForCustomer for SignBox {}

/// Writes the view of a form for a customer. Each field is asked for [`ForCustomer`]; the compiler answers.
macro_rules! for_customer { ($(
    $(#[$doc:meta])*
    pub struct $name:ident { $( $(#[$field_doc:meta])* $field:ident: $type:ty, )* }
)*) => { $(
    $(#[$doc])*
    #[derive(Debug, Clone, Default, PartialEq, Eq)]
    pub struct $name { $( $(#[$field_doc])* pub $field: $type, )* }
    impl kesu_domain::text::ForCustomer for $name {}
    const _: fn() = || {
        fn asked<T: kesu_domain::text::ForCustomer>() {}
        $( asked::<$type>(); )*
    };
)* } }
pub(super) use for_customer;
