//! Printing. A reader that goes away (`| head`) is no fault: the run ends quietly.

use crate::fault::Fault;
use std::io::{ErrorKind, Write};

/// What verbs return.
pub(crate) type Result<T> = std::result::Result<T, Fault>;

/// How a run ended that did what was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Done {
    /// All is well.
    Fine,
    /// A check found something.
    Found,
}

impl Done {
    /// The exit code.
    pub(crate) fn exit(self) -> u8 {
        match self {
            Done::Fine => 0,
            Done::Found => 1,
        }
    }
}

/// Prints a line.
pub(crate) fn line(text: impl std::fmt::Display) -> Result<()> {
    text_of(format_args!("{text}\n"))
}

/// Prints a text as it is.
pub(crate) fn text_of(text: impl std::fmt::Display) -> Result<()> {
    let mut out = std::io::stdout().lock();
    match write!(out, "{text}").and_then(|()| out.flush()) {
        Ok(()) => Ok(()),
        Err(cause) if cause.kind() == ErrorKind::BrokenPipe => Err(Fault::Pipe),
        Err(cause) => Err(Fault::file("stdout", "unwritable", &cause)),
    }
}

/// Prints a value as JSON on one line.
pub(crate) fn json(value: &impl serde::Serialize) -> Result<()> {
    line(serde_json::to_string(value).map_err(Fault::internal)?)
}

/// Prints a line beside the answer, on standard error.
pub(crate) fn note(text: impl std::fmt::Display) {
    // Nobody is left to be told when standard error cannot be written.
    drop(writeln!(std::io::stderr().lock(), "{text}"));
}
