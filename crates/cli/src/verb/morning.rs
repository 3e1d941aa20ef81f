//! `kesu morning`: the morning sheet of a plant as PDF.

use crate::args::As;
use crate::out::{self, Done, Result};
use crate::session::Session;
use crate::verb::form::Language;
use crate::{outside, speech};
use kesu_domain::id::PlantId;
use std::path::PathBuf;

/// What it takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Morning {
    #[command(flatten)]
    pub(crate) seat: As,
    /// Number of the plant
    #[arg(long, value_name = "N", default_value_t = 1)]
    plant: i64,
    /// Language of the labels
    #[arg(long, value_enum, default_value_t = Language::Zh)]
    lang: Language,
    /// Where the PDF goes
    #[arg(short, value_name = "FILE")]
    output: PathBuf,
}

impl Morning {
    /// Draws it and writes it.
    pub(crate) fn run(&self) -> Result<Done> {
        outside::paper(&self.output, &self.seat.data.dir)?;
        let session = Session::begin(&self.seat)?;
        let (_, bytes) = session.app.morning(&session.caller, PlantId(self.plant), self.lang.word())?;
        outside::write(&self.output, &bytes)?;
        out::line(speech::cli(speech::lang(), "done.morning", &[]))?;
        Ok(Done::Fine)
    }
}
