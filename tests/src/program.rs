//! Starting `kesu` as a user does.

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Output, Stdio};

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

/// `kesu calls`, kept open: one sign-in for many commands. It ends when it is dropped.
pub struct Calls {
    program: Child,
    out: BufReader<ChildStdout>,
}

impl Calls {
    /// Starts it.
    ///
    /// # Errors
    /// The program could not be started.
    pub fn begin(password: &str, args: &[&str]) -> Result<Calls> {
        let mut command = command(password)?;
        command.arg("calls").args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::inherit());
        let mut program = command.spawn()?;
        let out = program.stdout.take().context("no standard output")?;
        Ok(Calls { program, out: BufReader::new(out) })
    }

    /// Runs a command of the list, and says how `kesu call` would have ended.
    ///
    /// # Errors
    /// The program has ended.
    pub fn call(&mut self, command: &str, request: &Value) -> Result<Ran> {
        let mut to = self.program.stdin.as_ref().context("no standard input")?;
        writeln!(to, "{}", json!({ "call": command, "with": request }))?;
        let mut line = String::new();
        self.out.read_line(&mut line)?;
        let mut told: Value =
            serde_json::from_str(&line).with_context(|| format!("no answer to {command}: {line:?}"))?;
        let code = told["exit"].as_i64().and_then(|exit| i32::try_from(exit).ok()).context("no exit")?;
        if code == 0 {
            return Ok(Ran { code, out: told["answer"].take().to_string(), err: String::new() });
        }
        let err = format!("{}\n{}\n", told["error"], told["sentence"].as_str().unwrap_or_default());
        Ok(Ran { code, out: String::new(), err })
    }
}

impl Drop for Calls {
    fn drop(&mut self) {
        // Nothing more is asked: it signs out and ends.
        drop(self.program.stdin.take());
        drop(self.program.wait());
    }
}
