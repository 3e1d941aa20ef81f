//! `cargo xtask bench`: figures of the release build, each beside the raw SQLite figure for the same work in the same run.

use crate::steps::{cargo, must};
use anyhow::{Result, bail};

/// What a short case takes on disk, measured at 100,000 cases: see docs/QUALITY.md.
const BYTES_PER_CASE: u64 = 16_000;
/// What a full one takes; a folder has a thousand of them.
const BYTES_FULL: u64 = 100_000;

pub(crate) fn run(args: &[String]) -> Result<()> {
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
