//! `kesu serve`: the same list over HTTP, until the program is told to stop.

use crate::args::Data;
use crate::fault::Fault;
use crate::out::{self, Done, Result};
use kesu_api::app::App;
use kesu_api::error::ApiError;
use kesu_api::machine::RealMachine;
use kesu_server::ServeError;
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
        let app = App::open(&self.data.dir, Arc::new(RealMachine))?;
        let mut shown = Ok(());
        let served = kesu_server::serve(app, self.listen, |address| {
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
