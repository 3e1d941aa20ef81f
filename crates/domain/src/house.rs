//! Side records of the house: they belong to no case (a duty as done, a suggestion).

use crate::id::{CaseId, PlantId, RecordId};
use crate::record::{Record, RecordState};
use serde::{Deserialize, Serialize};

/// A side record with where it belongs, as its table keeps it. One of a case is written with its case and never by itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HouseRecord {
    /// The case; none for a record of the house.
    pub case: Option<CaseId>,
    /// Where; records of cases have the plant of their case.
    #[serde(default)]
    pub plant: Option<PlantId>,
    /// The record of a case with which it goes on: what is decided of a suggestion is decided whether its case is archived
    /// by then or not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<RecordId>,
    /// Where it stands.
    pub state: RecordState,
    /// Kind and body.
    #[serde(flatten)]
    pub record: Record,
}
