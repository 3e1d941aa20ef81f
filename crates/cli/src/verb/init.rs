//! `kesu init`: makes a data folder.

use crate::args::Data;
use crate::out::{self, Done, Result};
use crate::{password, speech};
use kesu_api::folder::{self, Cost, NewFolder};
use kesu_api::machine::RealMachine;
use std::sync::Arc;

/// What it takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Init {
    #[command(flatten)]
    pub(crate) data: Data,
    /// The company, as printed in the head of the forms
    #[arg(long, value_name = "NAME")]
    org: String,
    /// Login of the administrator
    #[arg(long, value_name = "LOGIN")]
    admin: String,
}

impl Init {
    /// Makes the folder, and says where.
    pub(crate) fn run(&self) -> Result<Done> {
        let lang = speech::lang();
        let password = password::ask_new(lang, &self.admin)?;
        let new = NewFolder { org: &self.org, admin: &self.admin, password: &password };
        folder::init(&self.data.dir, &new, Arc::new(RealMachine), Cost::DEFAULT)?;
        out::line(speech::cli(lang, "done.init", &[("dir", &self.data.dir.display().to_string())]))?;
        Ok(Done::Fine)
    }
}
