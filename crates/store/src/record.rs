//! What a sacred table keeps: one Rust struct in its serde form.

use crate::schema::Table;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// A body of a sacred table. A table that belongs to cases has bodies with a field `case`.
pub trait Record: Serialize + DeserializeOwned {
    /// Where it is kept.
    const TABLE: Table;
    /// The newtype of its ids.
    type Id: Copy + From<i64> + Into<i64>;
}

/// The revision of a row, from 1; 0 for one that is not there yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Rev(pub i64);

/// A row as read.
#[derive(Debug, Clone)]
pub struct Kept<T: Record> {
    /// Its id.
    pub id: T::Id,
    /// Its revision.
    pub rev: Rev,
    /// The entry that wrote it.
    pub seq: i64,
    /// Its body.
    pub body: T,
}
