//! `cargo xtask app`: from a fresh machine to the open window. Without a display the form set is served on loopback.

use crate::steps::{cargo, must, target};
use crate::{needs, ui};
use anyhow::{Context, Result, bail};
use std::process::Command;

pub(crate) fn run(args: &[String]) -> Result<()> {
    println!("Kesu is built, which takes some minutes the first time, and opened.");
    needs::for_app()?;
    ui::build()?;
    if has_display() {
        must("build", cargo(&["build", "--package", "kesu-desktop"]))?;
        return start("kesu-desktop", args);
    }
    println!(
        "There is no display: the form set is served on this machine; open the address in a browser. Ctrl+C ends it."
    );
    must("build", cargo(&["build", "--package", "kesu"]))?;
    let rest: Vec<String> = std::iter::once("serve".to_owned()).chain(args.iter().cloned()).collect();
    start("kesu", &rest)
}

fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

fn start(program: &str, args: &[String]) -> Result<()> {
    let path = target().join("debug").join(program).with_extension(std::env::consts::EXE_EXTENSION);
    println!("\n== {}", path.display());
    let status = Command::new(&path).args(args).status().with_context(|| format!("could not start {program}"))?;
    if status.success() { Ok(()) } else { bail!("{program} ended: {status}") }
}
