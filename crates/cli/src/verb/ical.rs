//! `kesu ical`: one's own deadlines as an iCalendar file, on standard output.

use crate::args::As;
use crate::out::{self, Done, Result};
use crate::session::Session;

/// What it takes.
#[derive(Debug, clap::Args)]
pub(crate) struct IcalVerb {
    #[command(flatten)]
    pub(crate) seat: As,
}

impl IcalVerb {
    /// Prints it.
    pub(crate) fn run(&self) -> Result<Done> {
        let session = Session::begin(&self.seat)?;
        out::text_of(session.app.ical(&session.caller)?)?;
        Ok(Done::Fine)
    }
}
