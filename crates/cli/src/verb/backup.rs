//! `kesu backup`: one file with a snapshot of the evidence and its files.

use crate::args::Data;
use crate::out::{self, Done, Result};
use crate::{outside, speech};
use kesu_api::folder;
use kesu_api::machine::RealMachine;
use std::path::PathBuf;
use std::sync::Arc;

/// What it takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Backup {
    /// The file to write; never over another
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    pub(crate) data: Data,
}

impl Backup {
    /// Writes it, and prints the head that it holds: to be kept elsewhere. Names each claimed file that it lacks.
    pub(crate) fn run(&self) -> Result<Done> {
        outside::backup(&self.file, &self.data.dir)?;
        let lang = speech::lang();
        let made = folder::backup(&self.data.dir, &self.file, Arc::new(RealMachine))?;
        let file = self.file.display().to_string();
        out::line(speech::cli(lang, "done.backup", &[("file", &file), ("head", &made.head)]))?;
        if made.missing.is_empty() {
            return Ok(Done::Fine);
        }
        for digest in &made.missing {
            out::note(speech::cli(lang, "backup.missing", &[("file", digest.as_str())]));
        }
        out::note(speech::cli(lang, "backup.advice", &[("count", &made.missing.len().to_string())]));
        Ok(Done::Found)
    }
}
