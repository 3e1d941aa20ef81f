//! From text to a procedure that can run.

use super::Procedure;
use crate::proof::{Fault, faults, place};

/// A procedure that was proved. The engine takes nothing else.
#[derive(Debug, Clone)]
pub struct Proven(Procedure);

impl std::ops::Deref for Proven {
    type Target = Procedure;
    fn deref(&self) -> &Procedure {
        &self.0
    }
}

/// Reads a procedure as it is written. Whether it can run, the proof says.
///
/// # Errors
/// The one fault of a text that is no TOML, or has a word that does not exist.
pub fn read(text: &str) -> Result<Procedure, Box<Fault>> {
    toml::from_str(text).map_err(|e| Box::new(place::unreadable(text, &e)))
}

/// Reads a procedure and proves it.
///
/// # Errors
/// Every fault that was found, each with its place in the tree, its line and the reason; a text that is no TOML, or has a word
/// that does not exist, gives one.
pub fn load(text: &str) -> Result<Proven, Vec<Fault>> {
    let procedure = read(text).map_err(|fault| vec![*fault])?;
    let found = faults(&procedure);
    if found.is_empty() { Ok(Proven(procedure)) } else { Err(place::with_lines(text, found)) }
}
