//! Fields know themselves: whether they are filled, what stands in them, and what a form may ask of them.
//!
//! [`fields!`](crate::fields!) makes a struct, its serde form, its TypeScript type and its part of the registry from one
//! list, so that adding a field is one line. Every field may be empty; only *completing a task* demands any.

use crate::id::{AccountId, CustomerId, DepartmentId, LineId, PersonId, ProductId};
use crate::people::Who;
use crate::text::{House, Told};
use crate::time::{Date, Stamp};

/// What a field holds; the form kit picks its control by this, and procedures are checked against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldType {
    /// One line or more of plain words (numbers of documents, names, codes).
    Text,
    /// Words for the house.
    House,
    /// Words that a customer may read, zh and en.
    Told,
    /// One of these words, worst first.
    Choice(&'static [&'static str]),
    /// Ticked or not; unlike a yes/no choice it is never "not said".
    Tick,
    /// A whole number: pieces, minutes, a score.
    Number,
    /// Money in hundredths of the plant's currency.
    Amount,
    /// A day.
    Date,
    /// A moment.
    Stamp,
    /// A named person, with an account or without.
    Who,
    /// Somebody who must have an account, by its id.
    Account,
    /// A department of the plant.
    Department,
    /// A customer of the master data.
    Customer,
    /// A person at the customer.
    Person,
    /// A product of the master data.
    Product,
    /// A line of another list.
    Line,
    /// The SHA-256 of a file of the case.
    File,
    /// A list of one of the plain types above, named by its place in this enum.
    List(&'static FieldType),
    /// Lines with fields of their own.
    Lines(&'static [FieldInfo]),
}

/// One field of the registry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldInfo {
    /// The name in code, in JSON and in the catalogue of words.
    pub name: &'static str,
    /// What it holds.
    pub is: FieldType,
}

/// What stands in a field, as far as rules ask for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen<'a> {
    /// Nothing, or something that no rule reads.
    Nothing,
    /// The word of a choice.
    Word(&'static str),
    /// Words as typed.
    Text(&'a str),
    /// A number or an amount.
    Number(i64),
    /// A day.
    Date(Date),
    /// A moment.
    Stamp(Stamp),
    /// Somebody.
    Who(&'a Who),
    /// The ids of a list, in its order: lines, departments.
    Ids(Vec<i64>),
}

/// The highest number that a line may bring along; no section has so many.
const LAST_LINE: i64 = 1_000_000_000;

/// One field: a plain value, or a list of lines.
pub trait Field {
    /// What it holds.
    const IS: FieldType;
    /// Something was said here.
    fn filled(&self) -> bool;
    /// Every line has this field filled, and there is a line.
    fn within(&self, _rest: &str) -> bool {
        false
    }
    /// What stands here.
    fn seen(&self) -> Seen<'_> {
        Seen::Nothing
    }
    /// What stands in one line's field.
    fn seen_in(&self, _line: i64, _rest: &str) -> Seen<'_> {
        Seen::Nothing
    }
    /// Gives new lines their numbers, beyond all that were given before; a line that has one keeps it.
    fn number_lines(&mut self, _last: i64) {}
    /// Takes a number, where this is the id of a line.
    fn set_line_id(&mut self, _id: i64) {}
}

/// A struct of fields, made by [`fields!`](crate::fields!).
pub trait Fields {
    /// Its fields in the order of the form.
    const FIELDS: &'static [FieldInfo];
    /// The field at `name` or `lines.name` is filled; of lines, every one.
    fn filled(&self, path: &str) -> bool;
    /// What stands at `name`.
    fn seen(&self, path: &str) -> Seen<'_>;
    /// What stands at `name` of line `line` of `list`, where the path is `list.name`.
    fn seen_in(&self, path: &str, line: i64) -> Seen<'_>;
    /// The id by which others point at it; `None` for what is no line.
    fn line_id(&self) -> Option<LineId> {
        None
    }
    /// Gives new lines of all its lists their numbers, beyond those that were given before.
    fn number_lines(&mut self, last: &LineNumbers);
    /// The highest number in each of its lists.
    fn line_numbers(&self) -> LineNumbers {
        let lists = Self::FIELDS.iter().filter(|field| matches!(field.is, FieldType::Lines(_)));
        let highest = lists.filter_map(|field| match self.seen(field.name) {
            Seen::Ids(ids) => ids.into_iter().max().map(|last| (field.name.to_owned(), last)),
            _ => None,
        });
        highest.collect()
    }
}

/// The highest number of a line, list by list.
pub type LineNumbers = std::collections::BTreeMap<String, i64>;

/// Finds a field by path in a registry.
pub fn find(fields: &'static [FieldInfo], path: &str) -> Option<FieldType> {
    let (head, rest) = split(path);
    let info = fields.iter().find(|f| f.name == head)?;
    match (rest, info.is) {
        (None, is) => Some(is),
        (Some(rest), FieldType::Lines(inner)) => find(inner, rest),
        (Some(_), _) => None,
    }
}

/// `lines.owner` → (`lines`, `owner`).
pub fn split(path: &str) -> (&str, Option<&str>) {
    path.split_once('.').map_or((path, None), |(head, rest)| (head, Some(rest)))
}

macro_rules! plain { ($( $type:ty: $is:expr, $filled:expr, $seen:expr; )*) => { $(
    impl Field for $type {
        const IS: FieldType = $is;
        fn filled(&self) -> bool { let f: fn(&$type) -> bool = $filled; f(self) }
        fn seen(&self) -> Seen<'_> { let f: for<'a> fn(&'a $type) -> Seen<'a> = $seen; f(self) }
    }
)* } }

plain! {
    String: FieldType::Text, |s| !s.trim().is_empty(), |s| Seen::Text(s);
    House: FieldType::House, |s| !s.0.trim().is_empty(), |s| Seen::Text(&s.0);
    Told: FieldType::Told, |t| !t.zh.trim().is_empty() || !t.en.trim().is_empty(), |t| Seen::Text(if t.zh.trim().is_empty() { &t.en } else { &t.zh });
    bool: FieldType::Tick, |b| *b, |b| Seen::Word(if *b { "yes" } else { "no" });
    i64: FieldType::Number, |_| true, |n| Seen::Number(*n);
    crate::choice::Amount: FieldType::Amount, |_| true, |n| Seen::Number(n.0);
    Date: FieldType::Date, |_| true, |d| Seen::Date(*d);
    Stamp: FieldType::Stamp, |_| true, |s| Seen::Stamp(*s);
    Who: FieldType::Who, |w| w.is_named(), |w| Seen::Who(w);
    AccountId: FieldType::Account, |_| true, |a| Seen::Number(a.0);
    DepartmentId: FieldType::Department, |_| true, |d| Seen::Number(d.0);
    CustomerId: FieldType::Customer, |_| true, |c| Seen::Number(c.0);
    PersonId: FieldType::Person, |_| true, |p| Seen::Number(p.0);
    ProductId: FieldType::Product, |_| true, |p| Seen::Number(p.0);
    crate::people::FileDigest: FieldType::File, |_| true, |_| Seen::Nothing;
}

impl Field for LineId {
    const IS: FieldType = FieldType::Line;
    fn filled(&self) -> bool {
        self.0 > 0
    }
    fn seen(&self) -> Seen<'_> {
        Seen::Number(self.0)
    }
    fn set_line_id(&mut self, id: i64) {
        self.0 = id;
    }
}

impl<T: Field> Field for Option<T> {
    const IS: FieldType = T::IS;
    fn filled(&self) -> bool {
        self.as_ref().is_some_and(Field::filled)
    }
    fn seen(&self) -> Seen<'_> {
        self.as_ref().map_or(Seen::Nothing, Field::seen)
    }
}

/// What may stand in a list: a line with fields, or a plain id.
pub trait Item {
    /// What a list of it is called in the registry.
    const LIST: FieldType;
    /// The id by which a slot names it.
    fn item_id(&self) -> Option<i64>;
    /// The item itself is filled, and at `rest` if one is asked for.
    fn has(&self, rest: &str) -> bool;
    /// What stands at `rest` of it.
    fn look(&self, rest: &str) -> Seen<'_>;
    /// Takes a number, where it is a line.
    fn set_id(&mut self, _id: i64) {}
}

impl<T: Item> Field for Vec<T> {
    const IS: FieldType = T::LIST;
    fn filled(&self) -> bool {
        !self.is_empty()
    }
    fn within(&self, rest: &str) -> bool {
        !self.is_empty() && self.iter().all(|item| item.has(rest))
    }
    fn seen(&self) -> Seen<'_> {
        Seen::Ids(self.iter().filter_map(Item::item_id).collect())
    }
    fn seen_in(&self, line: i64, rest: &str) -> Seen<'_> {
        self.iter().find(|item| item.item_id() == Some(line)).map_or(Seen::Nothing, |item| item.look(rest))
    }
    fn number_lines(&mut self, last: i64) {
        let fits = |id: &i64| (1..=LAST_LINE).contains(id);
        let mut last = self.iter().filter_map(Item::item_id).filter(fits).max().unwrap_or(0).max(last);
        let mut taken = std::collections::BTreeSet::new();
        for item in self.iter_mut() {
            // A number that is no number of a line, or is there already, is given anew: others point at lines by it.
            if item.item_id().is_some_and(|id| !fits(&id) || !taken.insert(id)) {
                last += 1;
                item.set_id(last);
            }
        }
    }
}

macro_rules! items { ($( $type:ty: $id:expr; )*) => { $(
    impl Item for $type {
        const LIST: FieldType = FieldType::List(&<$type as Field>::IS);
        fn item_id(&self) -> Option<i64> { let f: fn(&$type) -> Option<i64> = $id; f(self) }
        fn has(&self, _rest: &str) -> bool { false }
        fn look(&self, _rest: &str) -> Seen<'_> { Seen::Nothing }
    }
)* } }

items! {
    String: |_| None;
    DepartmentId: |d| Some(d.0);
    AccountId: |a| Some(a.0);
    LineId: |l| Some(l.0);
    crate::people::FileDigest: |_| None;
}

/// Declares structs of fields. A first field `id: LineId` makes the struct a line that others can point at.
///
/// How to add a field: a line here, its words in `words/zh.json` and `words/en.json`, `cargo xtask types`.
#[macro_export]
macro_rules! fields { ($( $(#[$m:meta])* pub struct $name:ident { $( $(#[$fm:meta])* $f:ident: $t:ty, )* } )*) => { $(
    $(#[$m])*
    #[derive(Debug, Default, Clone, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
    #[serde(default, deny_unknown_fields)]
    pub struct $name { $( $(#[$fm])* pub $f: $t, )* }

    impl $crate::fields::Fields for $name {
        const FIELDS: &'static [$crate::fields::FieldInfo] =
            &[$( $crate::fields::FieldInfo { name: stringify!($f), is: <$t as $crate::fields::Field>::IS }, )*];
        fn filled(&self, path: &str) -> bool {
            let (head, rest) = $crate::fields::split(path);
            match (head, rest) {
                $( (stringify!($f), None) => $crate::fields::Field::filled(&self.$f),
                   (stringify!($f), Some(rest)) => $crate::fields::Field::within(&self.$f, rest), )*
                _ => false,
            }
        }
        fn seen(&self, path: &str) -> $crate::fields::Seen<'_> {
            match path { $( stringify!($f) => $crate::fields::Field::seen(&self.$f), )* _ => $crate::fields::Seen::Nothing }
        }
        fn seen_in(&self, path: &str, line: i64) -> $crate::fields::Seen<'_> {
            let (head, rest) = $crate::fields::split(path);
            match (head, rest) {
                $( (stringify!($f), Some(rest)) => $crate::fields::Field::seen_in(&self.$f, line, rest), )*
                _ => $crate::fields::Seen::Nothing,
            }
        }
        fn line_id(&self) -> Option<$crate::id::LineId> {
            match $crate::fields::Fields::seen(self, "id") { $crate::fields::Seen::Number(id) => Some($crate::id::LineId(id)), _ => None }
        }
        fn number_lines(&mut self, last: &$crate::fields::LineNumbers) {
            $( $crate::fields::Field::number_lines(&mut self.$f, last.get(stringify!($f)).copied().unwrap_or(0)); )*
        }
    }

    impl $crate::fields::Item for $name {
        const LIST: $crate::fields::FieldType = $crate::fields::FieldType::Lines(<$name as $crate::fields::Fields>::FIELDS);
        fn item_id(&self) -> Option<i64> { $crate::fields::Fields::line_id(self).map(|id| id.0) }
        fn has(&self, rest: &str) -> bool { $crate::fields::Fields::filled(self, rest) }
        fn look(&self, rest: &str) -> $crate::fields::Seen<'_> { $crate::fields::Fields::seen(self, rest) }
        fn set_id(&mut self, id: i64) { $( if stringify!($f) == "id" { $crate::fields::Field::set_line_id(&mut self.$f, id); } )* }
    }
)* } }
