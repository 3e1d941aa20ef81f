//! `kesu restore`: a data folder from a backup.

use crate::args::Data;
use crate::out::{self, Done, Result};
use crate::{outside, speech};
use kesu_api::folder;
use kesu_api::machine::RealMachine;
use std::path::PathBuf;
use std::sync::Arc;

/// What it takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Restore {
    /// The backup
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    pub(crate) data: Data,
}

impl Restore {
    /// Makes the folder; it journals the head that it came from.
    pub(crate) fn run(&self) -> Result<Done> {
        outside::readable(&self.file)?;
        folder::restore(&self.file, &self.data.dir, Arc::new(RealMachine))?;
        let dir = self.data.dir.display().to_string();
        out::line(speech::cli(speech::lang(), "done.restore", &[("dir", &dir)]))?;
        Ok(Done::Fine)
    }
}
