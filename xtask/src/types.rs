//! `cargo xtask types`: writes the TypeScript types of the command list anew. A test fails while the committed file differs.

use crate::steps::{cargo, must};
use anyhow::Result;

pub(crate) fn run() -> Result<()> {
    let mut command = cargo(&["test", "--package", "kesu-api", "--test", "api", "--", "types::", "--nocapture"]);
    command.env("KESU_WRITE_TYPES", "1");
    must("types", command)
}
