//! `kesu recover`: a new password and key for an administrator who lost theirs.

use crate::args::Data;
use crate::out::{self, Done, Result};
use crate::{password, speech};
use kesu_api::folder::{self, Cost};
use kesu_api::machine::RealMachine;
use std::sync::Arc;

/// What it takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Recover {
    #[command(flatten)]
    pub(crate) data: Data,
    /// Login of the administrator
    #[arg(long, value_name = "LOGIN")]
    admin: String,
}

impl Recover {
    /// Makes the key, and says that another administrator has to endorse it.
    pub(crate) fn run(&self) -> Result<Done> {
        let lang = speech::lang();
        let password = password::ask_new(lang, &self.admin)?;
        folder::recover(&self.data.dir, &self.admin, &password, Arc::new(RealMachine), Cost::DEFAULT)?;
        out::line(speech::cli(lang, "done.recover", &[("login", &self.admin)]))?;
        Ok(Done::Fine)
    }
}
