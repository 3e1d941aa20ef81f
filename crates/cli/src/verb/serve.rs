//! `kesu serve`: the same list over HTTP with the form set, until the program is told to stop.

use crate::args::Data;
use crate::fault::Fault;
use crate::out::{self, Done, Result};
use kesu_api::error::ApiError;
use kesu_api::folder::Cost;
use kesu_api::home::Home;
use kesu_api::machine::RealMachine;
use kesu_server::{Pages, ServeError};
use std::net::SocketAddr;
use std::sync::Arc;

/// What it takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Serve {
    #[command(flatten)]
    pub(crate) data: Data,
    /// Where it listens; port 0 takes any that is free
    #[arg(long, value_name = "ADDR:PORT", default_value = "127.0.0.1:8650")]
    listen: SocketAddr,
}

impl Serve {
    /// Serves, and prints the address as soon as it answers.
    pub(crate) fn run(&self) -> Result<Done> {
        let home = Home::at(&self.data.dir, Arc::new(RealMachine), Cost::DEFAULT);
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
