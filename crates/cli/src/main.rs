//! `kesu`: the list of commands in a terminal (`docs/CLI.md`).
//!
//! Owns: verbs, exit codes, what is printed. What touches cases goes through the list, as a named account that signs in
//! for this one run; the verbs of the folder need none.
//!
//! Must never know: SQL, keys, rules of a procedure. It asks the list, and prints the answer.
//!
//! Errors: [`fault::Fault`], which is an exit code, JSON on standard error, and a sentence from the catalogue.
//!
//! How to add a verb: a file in `verb/`, a line in [`args::Verb`].

mod args;
mod breaks;
mod fault;
mod out;
mod outside;
mod password;
mod session;
mod speech;
mod table;
mod verb;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let args = match args::Args::try_parse() {
        Ok(args) => args,
        Err(usage) => {
            // Help and version are answers; everything else is wrong usage, which clap would call 2.
            let asked = !usage.use_stderr();
            let printed = usage.print();
            return if asked && printed.is_ok() { ExitCode::SUCCESS } else { ExitCode::from(fault::USAGE) };
        }
    };
    let dir = args.verb.dir();
    kesu_server::log::begin(move || dir.clone());
    // A panic is in the log by now; whoever waits for the answer gets it in its usual shape.
    let ran = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| args.verb.run()));
    match ran.unwrap_or_else(|panic| Err(fault::Fault::panic(&*panic))) {
        Ok(done) => ExitCode::from(done.exit()),
        Err(fault) => ExitCode::from(fault.report(speech::lang())),
    }
}
