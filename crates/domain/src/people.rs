//! Who: named accounts, people without one, posts, and who acts for whom.

use crate::id::{AccountId, DepartmentId, PlantId};
use crate::procedure::RoleId;
use crate::time::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A person: by account, or by name where there is none (a worker, a customer, a carrier; A-8).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// Somebody with an account.
    Account(AccountId),
    /// Somebody without one, as the records call them.
    Name(String),
}

impl Who {
    /// Says who it is: an account always does, a name when it is not empty.
    pub fn is_named(&self) -> bool {
        match self {
            Who::Account(_) => true,
            Who::Name(name) => !name.trim().is_empty(),
        }
    }
    /// The account, if this person has one.
    pub fn account(&self) -> Option<AccountId> {
        match self {
            Who::Account(id) => Some(*id),
            Who::Name(_) => None,
        }
    }
}

/// The SHA-256 of a file, 64 lower-case hex signs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(transparent)]
pub struct FileDigest(String);

impl FileDigest {
    /// Checks the spelling; `None` when it is no SHA-256 in lower-case hex.
    pub fn new(text: &str) -> Option<FileDigest> {
        let hex = text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        hex.then(|| FileDigest(text.to_owned()))
    }
    /// The 64 signs.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for FileDigest {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        FileDigest::new(&text).ok_or_else(|| serde::de::Error::custom("a file is named by 64 hex signs, its SHA-256"))
    }
}

/// A post 岗位: an account holds a role, in one procedure or all, at a plant, for a time (M-5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Post {
    /// Who holds it.
    pub account: AccountId,
    /// The role of a procedure, or one of the program's own: `admin`, `reader` (the auditor's).
    pub role: RoleId,
    /// Number of the one procedure for which it holds; `None` for all.
    #[serde(default)]
    pub procedure: Option<String>,
    /// Where.
    pub plant: PlantId,
    /// The department of the holder; the head of it is named by the department.
    #[serde(default)]
    pub department: Option<DepartmentId>,
    /// First day; `None` from ever.
    #[serde(default)]
    pub from: Option<Date>,
    /// Last day; `None` until further notice.
    #[serde(default)]
    pub until: Option<Date>,
    /// The account for whom this post stands in (deputy); `None` for one's own.
    #[serde(default)]
    pub deputy_for: Option<AccountId>,
}

impl Post {
    /// Holds on this day, at this plant and in this procedure.
    pub fn holds(&self, day: Date, plant: PlantId, procedure: &str) -> bool {
        self.plant == plant
            && self.from.is_none_or(|from| from <= day)
            && self.until.is_none_or(|until| day <= until)
            && self.procedure.as_deref().is_none_or(|only| only == procedure)
    }
}
