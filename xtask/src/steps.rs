//! Running programs one after the other, and reading what they print.

use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// A command of cargo in the workspace.
pub(crate) fn cargo(args: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(args);
    command
}

/// A command of npm in `ui`. On Windows npm is a script.
pub(crate) fn npm(args: &[&str]) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    // Tests of the form set start what cargo built.
    command.args(args).current_dir(root().join("ui")).env("NO_COLOR", "1").env("CARGO_TARGET_DIR", target());
    command
}

/// The workspace.
pub(crate) fn root() -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Where cargo leaves what it builds.
pub(crate) fn target() -> std::path::PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), Into::into)
}

/// Runs it and stops at the first failure.
pub(crate) fn must(what: &str, mut command: Command) -> Result<()> {
    println!("\n== {what}: {}", shown(&command));
    let status = command.status().with_context(|| format!("could not start {what}"))?;
    if !status.success() {
        bail!("{what} failed: {status}");
    }
    Ok(())
}

/// Runs it, passes on every line that it prints, and gives each to `read` as well. Returns whether it succeeded.
pub(crate) fn follow(what: &str, mut command: Command, mut read: impl FnMut(&str)) -> Result<bool> {
    println!("\n== {what}: {}", shown(&command));
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| format!("could not start {what}"))?;
    let out = child.stdout.take().context("the output is piped")?;
    for line in BufReader::new(out).lines() {
        let line = line?;
        println!("{line}");
        read(&line);
    }
    Ok(child.wait()?.success())
}

fn shown(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let program = program.file_stem().unwrap_or(program.as_os_str()).to_string_lossy().into_owned();
    let args = command.get_args().map(|arg| arg.to_string_lossy().into_owned());
    std::iter::once(program).chain(args).collect::<Vec<_>>().join(" ")
}
