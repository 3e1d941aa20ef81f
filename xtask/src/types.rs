//! `cargo xtask types`: writes the TypeScript types of the command list, and the page of requirements, anew. A test fails
//! while a committed file differs.

use crate::steps::{cargo, must};
use anyhow::Result;

pub(crate) fn run() -> Result<()> {
    for (package, test, of) in [("kesu-api", "api", "types::"), ("kesu-tests", "architecture", "requirements::")] {
        let mut command = cargo(&["test", "--package", package, "--test", test, "--", of, "--nocapture"]);
        command.env("KESU_WRITE_TYPES", "1");
        must("types", command)?;
    }
    Ok(())
}
