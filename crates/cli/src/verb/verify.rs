//! `kesu verify`: is the evidence whole?

use crate::args::Data;
use crate::out::{self, Done, Result};
use crate::{breaks, speech};
use kesu_api::folder::{self, Scope};
use kesu_api::machine::RealMachine;
use std::sync::Arc;

/// What it takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Verify {
    #[command(flatten)]
    pub(crate) data: Data,
    /// Only entries after this one, and what they wrote
    #[arg(long, value_name = "SEQ")]
    since: Option<i64>,
    /// The derived tables too
    #[arg(long)]
    derived: bool,
    /// As JSON: a line for each break, then one with the head
    #[arg(long)]
    json: bool,
}

impl Verify {
    /// Prints the head, or names every break as it is found.
    pub(crate) fn run(&self) -> Result<Done> {
        let scope = Scope { since: self.since, derived: self.derived };
        let lang = speech::lang();
        let mut shown = Ok(());
        let mut serious = false;
        let checked = folder::verify(&self.data.dir, Arc::new(RealMachine), scope, &mut |found| {
            serious |= breaks::is_serious(found);
            if shown.is_ok() {
                let shows = || out::line(breaks::sentence(lang, found));
                shown = if self.json { out::json(&breaks::data(found)) } else { shows() };
            }
        })?;
        shown?;
        if self.json {
            out::json(&checked)?;
        } else {
            let key = if checked.breaks == 0 { "verify.whole" } else { "verify.broken" };
            let (entries, rows, files) =
                (checked.entries.to_string(), checked.rows.to_string(), checked.files.to_string());
            let breaks = checked.breaks.to_string();
            let data = [
                ("entries", &*entries),
                ("rows", &*rows),
                ("files", &*files),
                ("breaks", &*breaks),
                ("head", &*checked.head),
            ];
            out::line(speech::cli(lang, key, &data))?;
            if checked.breaks > 0 {
                let advice = if serious { "verify.advice" } else { "verify.rebuild" };
                out::line(speech::cli(lang, advice, &[]))?;
            }
        }
        Ok(if checked.breaks == 0 { Done::Fine } else { Done::Found })
    }
}
