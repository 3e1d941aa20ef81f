//! `cargo xtask bench`: figures of the release build, each beside the raw SQLite figure for the same work in the same run;
//! then those of the window and of the register on the screen. `--window` takes only the latter.

use crate::steps::{cargo, must, npm};
use crate::{needs, ui};
use anyhow::{Result, bail};

/// What a short case takes on disk, measured at 100,000 cases: see docs/QUALITY.md.
const BYTES_PER_CASE: u64 = 16_000;
/// What a full one takes; a folder has a thousand of them.
const BYTES_FULL: u64 = 100_000;

pub(crate) fn run(args: &[String]) -> Result<()> {
    if !args.iter().any(|arg| arg == "--window") {
        commands(args)?;
    }
    window()
}

/// What the window takes to start, and what a large register takes to be shown (ui/e2e/*.bench.ts).
fn window() -> Result<()> {
    needs::for_tests()?;
    ui::build()?;
    must("release build", cargo(&["build", "--release", "--package", "kesu", "--package", "kesu-desktop"]))?;
    must("window and register", npm(&["run", "bench"]))
}

fn commands(args: &[String]) -> Result<()> {
    let sizes = args
        .iter()
        .position(|arg| arg == "--cases")
        .and_then(|i| args.get(i + 1))
        .map_or("10000,100000", String::as_str);
    for size in sizes.split(',') {
        let cases: u64 = size.trim().parse()?;
        let need = cases * BYTES_PER_CASE + cases.min(1_000) * BYTES_FULL;
        println!("{cases} cases: about {} MB of disk in the target folder", need / 1_000_000);
        if cases > 100_000 && !args.iter().any(|arg| arg == "--yes") {
            bail!("say --yes to use that much");
        }
    }
    let mut command = cargo(&["bench", "--package", "kesu-api", "--bench", "commands"]);
    command.env("KESU_BENCH_CASES", sizes);
    must("bench", command)
}
