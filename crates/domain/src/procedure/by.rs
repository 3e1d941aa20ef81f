//! Who does a task: a role, somebody bound by the case, or whom the slot names.

use super::RoleId;
use crate::path::{Path, Target};
use crate::section::Kind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Somebody who is meant only in the case. Each but the receiver reads one field, as facts do.
///
/// How to add one: a row below.
macro_rules! bound { ($( $(#[$doc:meta])* $name:ident as $B:ident: $place:expr; )*) => {
    /// Bound per case.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Bound { $( $(#[$doc])* $B, )* }
    impl Bound {
        /// Every one.
        pub const ALL: &[Bound] = &[$( Bound::$B, )*];
        /// The word in procedures.
        pub fn name(self) -> &'static str { match self { $( Bound::$B => stringify!($name), )* } }
        /// The field that says who; `None` for the receiver, who is whoever did the first task.
        pub fn place(self) -> Option<(Target, &'static str)> { match self { $( Bound::$B => $place, )* } }
    }
} }

bound! {
    /// Whoever took the complaint in
    receiver as Receiver: None;
    /// 案件负责人
    owner as Owner: Some((Target::Section(Kind::Level), "owner"));
    /// 责任部门
    responsible as Responsible: Some((Target::Section(Kind::Responsibility), "departments"));
    /// The person complained about
    about as About: Some((Target::Section(Kind::Complaint), "about"));
    /// The departments complained about
    about_departments as AboutDepartments: Some((Target::Section(Kind::Complaint), "about_departments"));
    /// 受理部门
    desk as Desk: Some((Target::Section(Kind::Assignment), "departments"));
    /// 处理人
    handler as Handler: Some((Target::Section(Kind::Assignment), "who"));
    /// The engineer who is sent
    engineer_sent as Sent: Some((Target::Section(Kind::Dispatch), "engineer"));
    /// The 8D team
    team as Team: Some((Target::Section(Kind::Team), "members"));
    /// Its leader
    leader as Leader: Some((Target::Section(Kind::Team), "leader"));
}

impl Bound {
    /// The field that says who, as procedures write it.
    pub fn path(self) -> Option<Path> {
        self.place().map(|(target, field)| Path { target, field: field.to_owned() })
    }
}

/// Who does a task. Written `qe`, `responsible`, `responsible.head`, `each`, `anyone`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(from = "String", into = "String")]
#[ts(type = "string")]
pub enum By {
    /// Everybody who takes part.
    Anyone,
    /// Whoever holds a post of this role.
    Role(RoleId),
    /// Whom the case names.
    Bound(Bound),
    /// The head of the department that the case names.
    Head(Bound),
    /// Whom the slot names: the owner of the line, the people of the department.
    Each,
}

impl From<String> for By {
    fn from(text: String) -> By {
        let bound = |name: &str| Bound::ALL.iter().copied().find(|b| b.name() == name);
        match text.as_str() {
            "anyone" => By::Anyone,
            "each" => By::Each,
            name => match (bound(name), name.strip_suffix(".head").and_then(bound)) {
                (Some(b), _) => By::Bound(b),
                (None, Some(b)) => By::Head(b),
                (None, None) => By::Role(RoleId::from(text)),
            },
        }
    }
}

impl From<By> for String {
    fn from(by: By) -> String {
        match by {
            By::Anyone => "anyone".into(),
            By::Each => "each".into(),
            By::Role(role) => role.into(),
            By::Bound(b) => b.name().into(),
            By::Head(b) => format!("{}.head", b.name()),
        }
    }
}
