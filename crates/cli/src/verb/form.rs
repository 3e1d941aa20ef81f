//! `kesu form`: issues a form of a case, and writes the PDF.

use crate::args::As;
use crate::out::{self, Done, Result};
use crate::session::Session;
use crate::{outside, speech};
use clap::ValueEnum;
use serde::Deserialize;
use serde_json::json;
use std::path::PathBuf;

/// What it takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Form {
    /// The form, e.g. F-1
    #[arg(value_name = "ID")]
    form: String,
    /// Number of the case
    #[arg(value_name = "CASE")]
    case: String,
    #[command(flatten)]
    pub(crate) seat: As,
    /// Language of the labels
    #[arg(long, value_enum, default_value_t = Language::Zh)]
    lang: Language,
    /// Issue it although some words are not there in its language: they are printed as they were typed
    #[arg(long)]
    accept_gaps: bool,
    /// Where the PDF goes
    #[arg(short, value_name = "FILE")]
    output: PathBuf,
}

/// Labels in Chinese, English or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Language {
    Zh,
    En,
    Both,
}

impl Language {
    /// As commands name it.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Language::Zh => "zh",
            Language::En => "en",
            Language::Both => "both",
        }
    }
}

/// What is read of an issue.
#[derive(Deserialize)]
struct Issued {
    code: String,
    issue: u32,
}

impl Form {
    /// Issues it, writes the bytes, and prints the check code that stands on the paper.
    pub(crate) fn run(&self) -> Result<Done> {
        // Before the form is issued: an issue that nobody can read is none.
        outside::paper(&self.output, &self.seat.data.dir)?;
        let session = Session::begin(&self.seat)?;
        let case = session.case_of(&self.case)?;
        let language = self.lang.word();
        let request = json!({ "case": case, "form": self.form, "language": language, "accept_gaps": self.accept_gaps });
        let issued: Issued = session.ask("form_issue", &request)?;
        let (_, bytes) = session.app.paper(&session.caller, &issued.code)?;
        outside::write(&self.output, &bytes)?;
        let data = [("form", self.form.as_str()), ("issue", &issued.issue.to_string()), ("code", &issued.code)];
        out::line(speech::cli(speech::lang(), "done.form", &data))?;
        Ok(Done::Fine)
    }
}
