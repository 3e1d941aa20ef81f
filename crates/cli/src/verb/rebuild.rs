//! `kesu rebuild`: makes again what can be made again.

use crate::args::Data;
use crate::out::{self, Done, Result};
use crate::speech;
use kesu_api::folder;
use kesu_api::machine::RealMachine;
use std::sync::Arc;

/// What it takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Rebuild {
    #[command(flatten)]
    pub(crate) data: Data,
}

impl Rebuild {
    /// Makes them again.
    pub(crate) fn run(&self) -> Result<Done> {
        folder::rebuild(&self.data.dir, Arc::new(RealMachine))?;
        out::line(speech::cli(speech::lang(), "done.rebuild", &[]))?;
        Ok(Done::Fine)
    }
}
