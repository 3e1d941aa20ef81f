//! Ids: one newtype per table, local to a data folder. Outside a folder a thing is (folder id, table, id).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Makes one newtype over `i64` per table. How to add one: a line in the list below.
macro_rules! ids { ($( $(#[$doc:meta])* $name:ident; )*) => { $(
    $(#[$doc])*
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
    #[serde(transparent)]
    pub struct $name(pub i64);
    impl From<i64> for $name { fn from(id: i64) -> Self { Self(id) } }
    impl From<$name> for i64 { fn from(id: $name) -> Self { id.0 } }
    impl std::fmt::Display for $name { fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { self.0.fmt(f) } }
)* } }

ids! {
    /// A complaint case 案件.
    CaseId;
    /// One saved section of a case.
    SectionId;
    /// One task row of a case.
    TaskRowId;
    /// A side record (sample, return, meeting, CAPA, …).
    RecordId;
    /// A signature, by account or from outside.
    SignatureId;
    /// An issued form.
    IssuedId;
    /// A claimed file.
    FileId;
    /// A named account.
    AccountId;
    /// A key pair of an account.
    KeyId;
    /// A post 岗位: an account holding a role.
    PostId;
    /// A plant 工厂.
    PlantId;
    /// A department 部门.
    DepartmentId;
    /// A customer 客户.
    CustomerId;
    /// A person at a customer.
    PersonId;
    /// A product 产品.
    ProductId;
    /// One version of a procedure 规程.
    ProcedureId;
    /// The working calendar of a plant and year.
    CalendarId;
    /// The file of a controlled document 受控文件.
    DocumentId;
    /// A setting, one typed struct per name.
    SettingId;
    /// A line within a section; unique in the section, so that other things can point at it.
    LineId;
}

/// Zero: a new line, which gets its number when it is saved.
impl Default for LineId {
    fn default() -> LineId {
        LineId(0)
    }
}

impl LineId {
    /// The id for a new line: one above the highest that the section has used.
    pub fn after(taken: impl IntoIterator<Item = LineId>) -> LineId {
        LineId(taken.into_iter().map(|id| id.0).max().unwrap_or(0) + 1)
    }
}
