//! `cargo xtask test`: what is missing, format, every test of the workspace, lints. Ends with `N passed, N failed`.

use crate::needs;
use crate::steps::{cargo, follow, must};
use anyhow::{Result, bail};

/// Counts over all test binaries.
#[derive(Default)]
struct Count {
    passed: u64,
    failed: u64,
}

impl Count {
    /// Reads the closing line of one test binary: `test result: ok. 12 passed; 0 failed; …`.
    fn read(&mut self, line: &str) {
        let Some(result) = line.strip_prefix("test result: ") else { return };
        let number = |word: &str| {
            let at = result.split([';', '.']).map(str::trim).find_map(|part| part.strip_suffix(word))?;
            at.trim().parse::<u64>().ok()
        };
        self.passed += number("passed").unwrap_or(0);
        self.failed += number("failed").unwrap_or(0);
    }
}

pub(crate) fn run() -> Result<()> {
    needs::see_to()?;
    must("format", cargo(&["fmt", "--all", "--check"]))?;
    // The program itself first: scenarios start it as a user does.
    must("build", cargo(&["build", "--workspace", "--all-targets"]))?;
    let mut count = Count::default();
    let fine = follow("tests", cargo(&["test", "--workspace", "--no-fail-fast"]), |line| count.read(line))?;
    // A binary that crashed prints no result line, and is a failure all the same.
    if !fine && count.failed == 0 {
        count.failed = 1;
    }
    let linted = must("lints", cargo(&["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"]));
    if linted.is_err() {
        count.failed += 1;
    }
    println!("\n{} passed, {} failed", count.passed, count.failed);
    if count.failed > 0 || count.passed == 0 {
        bail!("the tests did not pass");
    }
    Ok(())
}
