//! The form set: its libraries, and its pages as the programs carry them.

use crate::steps::{must, npm, root};
use anyhow::Result;

/// Installs the libraries that the lock file names, unless they are there.
pub(crate) fn libraries() -> Result<()> {
    let lock = root().join("ui/package-lock.json");
    let there = root().join("ui/node_modules/.package-lock.json");
    let written = |path| std::fs::metadata(path).and_then(|meta| meta.modified()).ok();
    if written(there) > written(lock) {
        return Ok(());
    }
    must("libraries of the form set", npm(&["ci"]))
}

/// Builds the pages; the server and the window carry them inside.
pub(crate) fn build() -> Result<()> {
    libraries()?;
    must("form set", npm(&["run", "build"]))
}
