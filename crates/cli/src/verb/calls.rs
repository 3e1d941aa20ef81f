//! `kesu calls`: many commands of the list in one sign-in, for scripts and for other programs of the factory. JSON lines
//! in, JSON lines out, in their order; what is refused is said in its line, and the next one is read.

use crate::args::As;
use crate::fault::Fault;
use crate::out::{self, Done, Result};
use crate::session::Session;
use crate::speech;
use crate::verb::call::{LONGEST, too_long};
use kesu_api::app::RequestId;
use kesu_api::error::ApiError;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;
use std::io::{BufRead, Read};

/// What it takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Calls {
    #[command(flatten)]
    pub(crate) seat: As,
}

/// A line of standard input.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    /// The command.
    call: String,
    /// Its request; an empty one when left out.
    #[serde(default)]
    with: Option<Box<RawValue>>,
    /// Request id of a write, to send it again without a second write.
    #[serde(default)]
    request: Option<String>,
}

/// A line of standard output.
#[derive(Serialize)]
struct Answer {
    /// What `kesu call` would have ended with.
    exit: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<Box<RawValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<Value>,
    /// The error, for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    sentence: Option<String>,
}

impl Calls {
    /// Carries out line after line, until there is none.
    pub(crate) fn run(&self) -> Result<Done> {
        let session = Session::begin(&self.seat)?;
        let mut from = std::io::stdin().lock();
        while let Some(line) = next(&mut from)? {
            let answer = match line.and_then(|line| carry_out(&session, &line)) {
                Ok(answer) => Answer { exit: Done::Fine.exit(), answer: Some(answer), error: None, sentence: None },
                Err(fault) => Answer {
                    exit: fault.exit(),
                    answer: None,
                    error: fault.json(),
                    sentence: Some(fault.sentence(speech::lang())),
                },
            };
            out::json(&answer)?;
        }
        Ok(Done::Fine)
    }
}

fn carry_out(session: &Session, line: &str) -> Result<Box<RawValue>> {
    let line: Line = serde_json::from_str(line).map_err(malformed)?;
    let with = line.with.map_or_else(|| RawValue::from_string("{}".into()).map_err(malformed), Ok)?;
    let request = line.request.as_deref().map(RequestId::new).transpose()?;
    session.carry_out(&line.call, &with, request)
}

fn malformed(cause: impl std::fmt::Display) -> ApiError {
    ApiError::invalid("", "malformed", cause.to_string())
}

/// The next line that says something; one that is too long is passed over and refused.
fn next(from: &mut impl BufRead) -> Result<Option<Result<String>>> {
    let unreadable = |cause| Fault::file("stdin", "unreadable", &cause);
    loop {
        let mut bytes = vec![];
        from.by_ref().take(LONGEST + 1).read_until(b'\n', &mut bytes).map_err(unreadable)?;
        if bytes.is_empty() {
            return Ok(None);
        }
        if bytes.len() as u64 > LONGEST {
            if bytes.last() != Some(&b'\n') {
                from.skip_until(b'\n').map_err(unreadable)?;
            }
            return Ok(Some(Err(too_long())));
        }
        match String::from_utf8(bytes) {
            Ok(text) if text.trim().is_empty() => {}
            Ok(text) => return Ok(Some(Ok(text))),
            Err(cause) => return Ok(Some(Err(malformed(cause).into()))),
        }
    }
}
