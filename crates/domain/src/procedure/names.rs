//! The ids that procedures give: short words, compared often.

use serde::{Deserialize, Serialize};
use std::sync::Arc;
use ts_rs::TS;

macro_rules! names { ($( $(#[$doc:meta])* $name:ident; )*) => { $(
    $(#[$doc])*
    #[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
    #[serde(from = "String", into = "String")]
    #[ts(type = "string")]
    pub struct $name(Arc<str>);
    impl $name {
        /// As written.
        pub fn as_str(&self) -> &str { &self.0 }
    }
    impl From<&str> for $name { fn from(name: &str) -> Self { Self(name.into()) } }
    impl From<String> for $name { fn from(name: String) -> Self { Self(name.into()) } }
    impl From<$name> for String { fn from(name: $name) -> String { name.0.as_ref().to_owned() } }
    impl std::fmt::Display for $name { fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(&self.0) } }
    impl PartialEq<str> for $name { fn eq(&self, other: &str) -> bool { &*self.0 == other } }
    impl PartialEq<&str> for $name { fn eq(&self, other: &&str) -> bool { &*self.0 == *other } }
)* } }

names! {
    /// A stage of a procedure.
    StageId;
    /// A task of a procedure.
    TaskId;
    /// A role, which posts hold.
    RoleId;
}
