//! `cargo xtask test`: what is missing, then everything that can fail, the quick parts first. Ends with
//! `N passed, N failed`.

use crate::steps::{cargo, follow, must, npm};
use crate::{needs, ui};
use anyhow::{Result, bail};
use std::process::Command;

/// Where Kesu is used, and what of it is compiled for there.
const WINDOWS: &str = "x86_64-pc-windows-gnu";

/// Counts over all test programs.
#[derive(Default)]
struct Count {
    passed: u64,
    failed: u64,
}

impl Count {
    /// Reads the closing line of one test program. Of cargo: `test result: ok. 12 passed; 0 failed; …`. Of vitest:
    /// `Tests  1 failed | 12 passed (13)`.
    fn read(&mut self, line: &str) {
        let line = line.trim();
        let Some(result) = line.strip_prefix("test result: ").or_else(|| line.strip_prefix("Tests ")) else { return };
        let number = |word: &str| {
            let parts = result.split([';', '.', '|', '(']).map(str::trim);
            parts.filter_map(|part| part.strip_suffix(word)).find_map(|part| part.trim().parse::<u64>().ok())
        };
        self.passed += number("passed").unwrap_or(0);
        self.failed += number("failed").unwrap_or(0);
    }

    /// Runs tests and counts them. A program that crashed prints no closing line, and is a failure all the same.
    fn tests(&mut self, what: &str, command: Command) -> Result<()> {
        let before = self.failed;
        let fine = follow(what, command, |line| self.read(line))?;
        if !fine && self.failed == before {
            self.failed += 1;
        }
        Ok(())
    }

    /// Runs a check, which passes or fails as one.
    fn check(&mut self, what: &str, command: Command) {
        match must(what, command) {
            Ok(()) => self.passed += 1,
            Err(cause) => {
                println!("{cause:#}");
                self.failed += 1;
            }
        }
    }
}

pub(crate) fn run() -> Result<()> {
    needs::for_tests()?;
    let mut count = Count::default();
    count.check("format", cargo(&["fmt", "--all", "--check"]));
    ui::libraries()?;
    count.check("format, lints and types of the form set", npm(&["run", "check"]));
    count.tests("parts of the form set", npm(&["run", "test"]))?;
    // The pages before the programs, which carry them inside; the programs before the tests, which start them.
    ui::build()?;
    must("build", cargo(&["build", "--workspace", "--all-targets"]))?;
    count.tests("tests", cargo(&["test", "--workspace", "--no-fail-fast"]))?;
    count.check("lints", cargo(&["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"]));
    count.tests("stories in a browser and in the window", npm(&["run", "e2e"]))?;
    windows(&mut count);
    println!("\n{} passed, {} failed", count.passed, count.failed);
    if count.failed > 0 || count.passed == 0 {
        bail!("the tests did not pass");
    }
    Ok(())
}

/// The programs are compiled for Windows as far as that can be seen from here.
fn windows(count: &mut Count) {
    let mut target = Command::new("rustup");
    target.args(["target", "add", WINDOWS]);
    if let Err(cause) = must("Windows target", target) {
        println!("{cause:#}");
        count.failed += 1;
        return;
    }
    let check = ["check", "--target", WINDOWS, "--package", "kesu-desktop", "--package", "kesu"];
    count.check("Windows programs", cargo(&check));
}
