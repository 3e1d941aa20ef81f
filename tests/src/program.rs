//! Starting `kesu` as a user does.

use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// How a run ended.
#[derive(Debug)]
pub struct Ran {
    /// Exit code.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Ran {
    /// The error as JSON: the first line of standard error.
    pub fn error(&self) -> Value {
        self.err.lines().next().and_then(|line| serde_json::from_str(line).ok()).unwrap_or(Value::Null)
    }
    /// The answer as JSON.
    ///
    /// # Errors
    /// It is none.
    pub fn json(&self) -> Result<Value> {
        serde_json::from_str(&self.out).with_context(|| format!("no JSON: {}{}", self.out, self.err))
    }
    /// The run, if it did what was asked.
    ///
    /// # Errors
    /// It did not.
    pub fn fine(self) -> Result<Ran> {
        if self.code == 0 { Ok(self) } else { bail!("exit {}: {}{}", self.code, self.out, self.err) }
    }
}

/// Where the program lies: beside the tests, where `cargo build` puts it.
///
/// # Errors
/// It was not built.
pub fn path() -> Result<PathBuf> {
    let test = std::env::current_exe()?;
    let folder = test.ancestors().find(|dir| dir.file_name() != Some(OsStr::new("deps")) && dir.is_dir());
    let program = folder.context("the test lies nowhere")?.join(format!("kesu{}", std::env::consts::EXE_SUFFIX));
    if program.is_file() {
        Ok(program)
    } else {
        bail!("{} is not there: build it first (`cargo build -p kesu`, or `cargo xtask test`)", program.display())
    }
}

/// A command that runs the program, in Chinese, with nothing of the caller's own settings.
///
/// # Errors
/// It was not built.
pub fn command(password: &str) -> Result<Command> {
    let mut command = Command::new(path()?);
    for name in ["KESU_DATA", "KESU_LOG", "LC_ALL", "LC_MESSAGES"] {
        command.env_remove(name);
    }
    command.env("LANG", "zh_CN.UTF-8").env("KESU_PASSWORD", password);
    Ok(command)
}

/// Runs the program to its end.
///
/// # Errors
/// It could not be started, or was killed.
pub fn run(password: &str, args: &[&str]) -> Result<Ran> {
    ran(command(password)?.args(args).output()?)
}

/// Runs it with the same text on its standard input.
///
/// # Errors
/// As [`run`].
pub fn run_with(password: &str, args: &[&str], input: &[u8], folder: &Path) -> Result<Ran> {
    let path = folder.join("input");
    std::fs::write(&path, input)?;
    ran(command(password)?.args(args).stdin(std::fs::File::open(&path)?).output()?)
}

fn ran(output: Output) -> Result<Ran> {
    let code = output.status.code().context("the program was killed")?;
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).context("output is no UTF-8");
    Ok(Ran { code, out: text(output.stdout)?, err: text(output.stderr)? })
}
