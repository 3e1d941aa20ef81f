//! `kesu call`: one command of the list, JSON in, JSON out.

use crate::args::As;
use crate::fault::Fault;
use crate::out::{self, Done, Result};
use crate::session::Session;
use kesu_api::app::RequestId;
use kesu_api::error::ApiError;
use serde_json::value::RawValue;
use std::io::Read;

/// The longest request: text that people type, never files.
pub(crate) const LONGEST: u64 = 4 << 20;

/// What it takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Call {
    /// The command
    #[arg(value_name = "NAME")]
    name: String,
    /// The request as JSON; `-` reads standard input; an empty one when left out
    #[arg(value_name = "JSON | -", default_value = "{}", hide_default_value = true)]
    payload: String,
    /// Request id of a write, to send it again without a second write; a new one when left out
    #[arg(long, value_name = "ID")]
    request: Option<String>,
    #[command(flatten)]
    pub(crate) seat: As,
}

impl Call {
    /// Runs the command, and prints its answer.
    pub(crate) fn run(&self) -> Result<Done> {
        let payload = self.payload()?;
        let request = self.request.as_deref().map(RequestId::new).transpose()?;
        let session = Session::begin(&self.seat)?;
        let answer = session.carry_out(&self.name, &payload, request)?;
        out::line(answer.get())?;
        Ok(Done::Fine)
    }

    fn payload(&self) -> Result<Box<RawValue>> {
        let text = if self.payload == "-" { read_all(&mut std::io::stdin().lock())? } else { self.payload.clone() };
        if text.len() as u64 > LONGEST {
            return Err(too_long());
        }
        RawValue::from_string(text).map_err(|cause| ApiError::invalid("", "malformed", cause.to_string()).into())
    }
}

fn read_all(from: &mut dyn Read) -> Result<String> {
    let mut bytes = vec![];
    let read = from.take(LONGEST + 1).read_to_end(&mut bytes);
    read.map_err(|cause| Fault::file("stdin", "unreadable", &cause))?;
    if bytes.len() as u64 > LONGEST {
        return Err(too_long());
    }
    String::from_utf8(bytes).map_err(|cause| ApiError::invalid("", "malformed", cause.to_string()).into())
}

/// A request longer than [`LONGEST`].
pub(crate) fn too_long() -> Fault {
    ApiError::invalid("", "too_large", format!("{} MiB", LONGEST >> 20)).into()
}
