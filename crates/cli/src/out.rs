//! Printing. A reader that goes away (`| head`) is no fault: the run ends quietly.

use crate::fault::Fault;
use std::io::{ErrorKind, Write};
use std::path::Path;

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
    let mut out = std::io::stdout().lock();
    match writeln!(out, "{text}").and_then(|()| out.flush()) {
        Ok(()) => Ok(()),
        Err(cause) if cause.kind() == ErrorKind::BrokenPipe => Err(Fault::Pipe),
        Err(cause) => Err(Fault::file("stdout", "unwritable", &cause)),
    }
}

/// Prints a value as JSON on one line.
pub(crate) fn json(value: &impl serde::Serialize) -> Result<()> {
    line(serde_json::to_string(value).map_err(Fault::internal)?)
}

/// Writes a file whole or not at all: into a neighbour first, then renamed over.
pub(crate) fn file(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut part = path.as_os_str().to_owned();
    part.push(".part");
    let written = std::fs::write(&part, bytes).and_then(|()| std::fs::rename(&part, path));
    written.map_err(|cause| {
        // Nothing half-written stays; that it was never there is fine too.
        drop(std::fs::remove_file(&part));
        Fault::file(&path.display().to_string(), "unwritable", &cause)
    })
}
