//! What comes back: views with the actions that are open to this person and, for those that are not, the reasons.

pub mod case;
mod desk;
pub mod warn;
