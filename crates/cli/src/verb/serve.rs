//! `kesu serve`: the same list over HTTP with the form set, until the program is told to stop.

use crate::fault::Fault;
use crate::out::{self, Done, Result};
use kesu_api::error::ApiError;
use kesu_api::folder::Cost;
use kesu_api::home::{self, Home};
use kesu_api::machine::RealMachine;
use kesu_server::{Pages, ServeError};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

/// What it takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Serve {
    /// The data folder; where none is named, that of who calls, as the desktop program has it
    #[arg(long = "data", env = "KESU_DATA", value_name = "DIR")]
    data: Option<PathBuf>,
    /// Where it listens; port 0 takes any that is free
    #[arg(long, value_name = "ADDR:PORT", default_value = "127.0.0.1:8650")]
    listen: SocketAddr,
}

impl Serve {
    /// The data folder, if this machine has a place for one.
    pub(crate) fn dir(&self) -> Option<PathBuf> {
        self.data.clone().or_else(|| home::of_this_user().ok().map(|(dir, _)| dir))
    }

    /// Serves, and prints the address as soon as it answers.
    pub(crate) fn run(&self) -> Result<Done> {
        let dir = match &self.data {
            Some(dir) => dir.clone(),
            None => home::of_this_user()?.0,
        };
        let home = Home::at(&dir, Arc::new(RealMachine), Cost::DEFAULT);
        let folder = home.state();
        // Where there is none the form set makes it. What cannot be opened is said now.
        if let Some(why) = folder.why {
            return Err(why.into());
        }
        let mut shown = Ok(());
        let served = kesu_server::serve(home, Pages::built_in(), self.listen, |address| {
            shown = out::line(format_args!("http://{address}"));
        });
        match served {
            Ok(()) => shown.map(|()| Done::Fine),
            Err(ServeError::NotLoopback(_)) => Err(Fault::Usage("not_loopback")),
            Err(ServeError::Listen { address, cause }) => {
                Err(ApiError::invalid("listen", "unusable", format!("{address}: {cause}")).into())
            }
            Err(ServeError::Io(cause)) => Err(Fault::internal(cause)),
        }
    }
}
