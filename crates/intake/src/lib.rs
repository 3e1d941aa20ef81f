//! Bytes in: whatever comes from outside is looked at here before anything else touches it.
//!
//! Owns: what a file is by its content, whether its name says the same, whether a picture can be drawn, the name under
//! which a file is kept.
//!
//! Must never know: cases, the data folder, who sent it. It keeps nothing and writes nothing.
//!
//! Errors: one enum, [`Refused`]; every variant has a code, because somebody chose that file and can choose another.

mod container;
mod kind;
mod look;
mod name;
mod picture;
mod refused;
mod sniff;
mod words;

pub use kind::Kind;
pub use look::{LARGEST, Looked, MOST_PIXELS, look};
pub use name::clean_name;
pub use refused::Refused;
