//! Programs that the tests call beside cargo. What is missing is installed on Debian and its children; elsewhere the
//! command says what to install.

use anyhow::{Result, bail};
use std::process::{Command, Stdio};

/// A program and how it says its version, the Debian package that has it, and what for.
const NEEDS: &[(&str, &str, &str, &str)] = &[
    ("cc", "--version", "build-essential", "compiling SQLite"),
    ("sqlite3", "--version", "sqlite3", "tampering with a data folder behind the program's back"),
    ("pdftotext", "-v", "poppler-utils", "reading what a printed form says"),
];

/// Sees to it that all of them are there.
pub(crate) fn see_to() -> Result<()> {
    let missing: Vec<_> = NEEDS.iter().filter(|(program, version, _, _)| !is_there(program, version)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    for (program, _, package, reason) in &missing {
        println!("{program} is missing ({reason}); Debian has it in {package}");
    }
    let packages: Vec<&str> = missing.iter().map(|(_, _, package, _)| *package).collect();
    if !is_there("apt-get", "--version") {
        bail!("install {} first", packages.join(", "));
    }
    apt(&["update"])?;
    apt(&[&["install", "-y", "--no-install-recommends"], packages.as_slice()].concat())
}

fn is_there(program: &str, version: &str) -> bool {
    let asked = Command::new(program).arg(version).stdout(Stdio::null()).stderr(Stdio::null()).status();
    asked.is_ok_and(|status| status.success())
}

/// As root directly, as anybody else through sudo, which asks.
fn apt(args: &[&str]) -> Result<()> {
    let root = std::env::var("USER").is_ok_and(|user| user == "root") || !is_there("sudo", "--version");
    let (program, first) = if root { ("apt-get", None) } else { ("sudo", Some("apt-get")) };
    println!("\n== {}apt-get {}", if root { "" } else { "sudo " }, args.join(" "));
    let status = Command::new(program).args(first).args(args).env("DEBIAN_FRONTEND", "noninteractive").status()?;
    if status.success() { Ok(()) } else { bail!("apt-get {} failed: {status}", args.join(" ")) }
}
