//! `kesu sample`: a folder with synthetic cases.

use crate::args::Data;
use crate::out::{self, Done, Result};
use crate::{password, speech};
use kesu_api::machine::RealMachine;
use kesu_api::sample::{self, Sample as Wanted};
use std::sync::Arc;

/// Full cases, where nobody says how many.
const FULL: u64 = 1_000;

/// What it takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Sample {
    #[command(flatten)]
    pub(crate) data: Data,
    /// How many cases
    #[arg(long, value_name = "N")]
    cases: u64,
    /// How many of them with all their records; the rest are closed, with a short history
    #[arg(long, value_name = "K", default_value_t = FULL)]
    full: u64,
    /// The same seed gives the same cases
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
}

impl Sample {
    /// Makes the folder.
    pub(crate) fn run(&self) -> Result<Done> {
        let lang = speech::lang();
        let password = password::ask_new(lang, "admin")?;
        let full = self.full.min(self.cases);
        let wanted = Wanted { cases: self.cases, full, seed: self.seed, password };
        let megabytes = (wanted.bytes() / 1_000_000).to_string();
        out::line(speech::cli(lang, "done.disk", &[("megabytes", &megabytes)]))?;
        let mut shown = Ok(());
        sample::make(&self.data.dir, &wanted, Arc::new(RealMachine), &mut |done, _| {
            if shown.is_ok() {
                shown = out::line(speech::cli(lang, "done.cases", &[("cases", &done.to_string())]));
            }
        })?;
        shown?;
        out::line(speech::cli(lang, "done.init", &[("dir", &self.data.dir.display().to_string())]))?;
        Ok(Done::Fine)
    }
}
