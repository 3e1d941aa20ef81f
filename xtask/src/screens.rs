//! `cargo xtask screens`: takes the screenshots of the README and the guides from the real program, anew.

use crate::steps::{cargo, must, npm};
use crate::{needs, ui};
use anyhow::Result;

pub(crate) fn run() -> Result<()> {
    needs::for_tests()?;
    ui::build()?;
    must("build", cargo(&["build", "--package", "kesu"]))?;
    must("screens", npm(&["run", "screens"]))
}
