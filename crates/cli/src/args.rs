//! What can be typed. Stable from the first release: verbs do not change, new ones may follow.

use crate::out::Done;
use crate::verb::{
    backup::Backup, call::Call, calls::Calls, cases::Cases, commands::Commands, file::FileVerb, form::Form,
    ical::IcalVerb, init::Init, morning::Morning, procedure::ProcedureVerb, rebuild::Rebuild, recover::Recover,
    restore::Restore, sample::Sample, serve::Serve, verify::Verify,
};
use clap::{Parser, Subcommand};
use std::path::{Path, PathBuf};

/// Customer complaints, from intake to archive 客诉
#[derive(Debug, Parser)]
#[command(name = "kesu", version, disable_help_subcommand = true)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) verb: Verb,
}

/// The verbs.
#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    /// Makes a data folder, with an administrator and the first procedure
    Init(Init),
    /// The list of commands: name, door, permission, types
    Commands(Commands),
    /// Runs one command of the list: JSON in, JSON out
    Call(Call),
    /// Many commands of the list in one sign-in: a line of JSON for each in, a line out
    Calls(Calls),
    /// The register 台账
    Cases(Cases),
    /// Issues a form of a case as PDF
    Form(Form),
    /// The morning sheet of a plant as PDF
    Morning(Morning),
    /// Your own deadlines as an iCalendar file
    Ical(IcalVerb),
    /// Files of a case: photos, scans of signed paper
    File(FileVerb),
    /// Procedures 规程: list, show, check
    Procedure(ProcedureVerb),
    /// Makes a folder with synthetic cases, marked as a sample
    Sample(Sample),
    /// Checks journal, rows and files, and prints the head or names every break
    Verify(Verify),
    /// Makes again what can be made again: derived tables, search index
    Rebuild(Rebuild),
    /// Writes a backup
    Backup(Backup),
    /// Makes a folder from a backup
    Restore(Restore),
    /// A new password and key for an administrator, on the machine itself
    Recover(Recover),
    /// Serves the list and the web form set over HTTP
    Serve(Serve),
}

/// Which data folder.
#[derive(Debug, clap::Args)]
pub(crate) struct Data {
    /// The data folder
    #[arg(long = "data", env = "KESU_DATA", value_name = "DIR")]
    pub(crate) dir: PathBuf,
}

/// Which data folder, and who works in it. The password comes from KESU_PASSWORD or is asked for.
#[derive(Debug, clap::Args)]
pub(crate) struct As {
    #[command(flatten)]
    pub(crate) data: Data,
    /// The account
    #[arg(long = "as", value_name = "LOGIN")]
    pub(crate) login: String,
}

impl Verb {
    /// Does it.
    pub(crate) fn run(&self) -> crate::out::Result<Done> {
        match self {
            Verb::Init(verb) => verb.run(),
            Verb::Commands(verb) => verb.run(),
            Verb::Call(verb) => verb.run(),
            Verb::Calls(verb) => verb.run(),
            Verb::Cases(verb) => verb.run(),
            Verb::Form(verb) => verb.run(),
            Verb::Morning(verb) => verb.run(),
            Verb::Ical(verb) => verb.run(),
            Verb::File(verb) => verb.run(),
            Verb::Procedure(verb) => verb.run(),
            Verb::Sample(verb) => verb.run(),
            Verb::Verify(verb) => verb.run(),
            Verb::Rebuild(verb) => verb.run(),
            Verb::Backup(verb) => verb.run(),
            Verb::Restore(verb) => verb.run(),
            Verb::Recover(verb) => verb.run(),
            Verb::Serve(verb) => verb.run(),
        }
    }

    /// The data folder that it works in, where the log lies.
    pub(crate) fn dir(&self) -> Option<PathBuf> {
        let data = match self {
            Verb::Commands(_) => return None,
            Verb::Procedure(verb) => return verb.dir().map(Path::to_owned),
            Verb::Serve(verb) => return verb.dir(),
            Verb::Init(verb) => &verb.data,
            Verb::Call(verb) => &verb.seat.data,
            Verb::Calls(verb) => &verb.seat.data,
            Verb::Cases(verb) => &verb.seat.data,
            Verb::Form(verb) => &verb.seat.data,
            Verb::Morning(verb) => &verb.seat.data,
            Verb::Ical(verb) => &verb.seat.data,
            Verb::File(verb) => verb.data(),
            Verb::Sample(verb) => &verb.data,
            Verb::Verify(verb) => &verb.data,
            Verb::Rebuild(verb) => &verb.data,
            Verb::Backup(verb) => &verb.data,
            Verb::Restore(verb) => &verb.data,
            Verb::Recover(verb) => &verb.data,
        };
        Some(data.dir.clone())
    }
}
