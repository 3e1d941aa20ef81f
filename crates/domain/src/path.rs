//! Where a field lives: `complaint.customer`, `actions.lines.owner`, `capa.fact`.

use crate::fields::{FieldType, find, split};
use crate::record::RecordKind;
use crate::section::Kind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a task fills, or a signature covers: a section or a kind of side record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub enum Target {
    /// A section of the case.
    Section(Kind),
    /// A side record.
    Record(RecordKind),
}

impl Target {
    /// The name, which no section shares with a record.
    pub fn name(self) -> &'static str {
        match self {
            Target::Section(kind) => kind.name(),
            Target::Record(kind) => kind.name(),
        }
    }
    /// The target of that name.
    pub fn named(name: &str) -> Option<Target> {
        Kind::named(name).map(Target::Section).or_else(|| RecordKind::named(name).map(Target::Record))
    }
    /// What a field of it holds; `None` when it has no such field.
    pub fn field(self, path: &str) -> Option<FieldType> {
        match self {
            Target::Section(kind) => find(kind.fields(), path),
            Target::Record(kind) => find(kind.fields(), path),
        }
    }
}

impl TryFrom<String> for Target {
    type Error = String;
    fn try_from(name: String) -> Result<Self, String> {
        Target::named(&name).ok_or_else(|| format!("no section or record `{name}`"))
    }
}

impl From<Target> for String {
    fn from(target: Target) -> String {
        target.name().to_owned()
    }
}

/// A field of a section or record. That the section exists is checked when it is read; that the field does, by the proof,
/// because a procedure may declare fields of its own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Path {
    /// The section or record.
    pub target: Target,
    /// `field`, or `list.field` for that field of every line.
    pub field: String,
}

impl Path {
    /// The list whose lines have this field; `None` of a field that is not one of lines.
    pub fn list(&self) -> Option<Path> {
        let (list, rest) = split(&self.field);
        rest.map(|_| Path { target: self.target, field: list.to_owned() })
    }
}

impl TryFrom<String> for Path {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        let (target, field) =
            text.split_once('.').ok_or_else(|| format!("`{text}` is no field: write section.field"))?;
        Ok(Path { target: Target::try_from(target.to_owned())?, field: field.to_owned() })
    }
}

impl From<Path> for String {
    fn from(path: Path) -> String {
        path.to_string()
    }
}

impl std::fmt::Display for Path {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.target.name(), self.field)
    }
}
