//! `kesu file add`: photos and scans of signed paper become files of a case.

use crate::args::{As, Data};
use crate::fault::Fault;
use crate::out::{self, Done, Result};
use crate::session::Session;
use clap::Subcommand;
use serde_json::{Value, json};
use std::fs::File;
use std::path::{Path, PathBuf};

/// What it takes.
#[derive(Debug, clap::Args)]
pub(crate) struct FileVerb {
    #[command(subcommand)]
    does: Does,
}

#[derive(Debug, Subcommand)]
enum Does {
    /// Adds files to a case, and prints the digest of each with its name
    Add(Add),
}

#[derive(Debug, clap::Args)]
struct Add {
    /// Number of the case
    #[arg(value_name = "CASE")]
    case: String,
    /// The files
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    #[command(flatten)]
    seat: As,
}

impl FileVerb {
    /// The data folder.
    pub(crate) fn data(&self) -> &Data {
        let Does::Add(add) = &self.does;
        &add.seat.data
    }

    /// Adds one file after the other; those before a refused one stay.
    pub(crate) fn run(&self) -> Result<Done> {
        let Does::Add(add) = &self.does;
        let session = Session::begin(&add.seat)?;
        let case = session.case_of(&add.case)?;
        for path in &add.files {
            let digest = keep(&session, case, path)?;
            out::line(format_args!("{digest}  {}", path.display()))?;
        }
        Ok(Done::Fine)
    }
}

fn keep(session: &Session, case: i64, path: &Path) -> Result<String> {
    let shown = path.display().to_string();
    let mut bytes = File::open(path).map_err(|cause| Fault::file(&shown, "unreadable", &cause))?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let received = session.app.receive(&session.caller, &name, &mut bytes)?;
    let digest = received.file.as_str().to_owned();
    session.ask::<Value>("file_claim", &json!({ "case": case, "file": digest }))?;
    Ok(digest)
}
