//! Programs and libraries beside cargo. What is missing is installed on Debian and its children; elsewhere the command
//! says what to install.

use anyhow::{Context, Result, bail};
use std::process::{Command, Stdio};

/// Something that must be there: what is run to see it, the Debian package that has it, and what for.
struct Need {
    sign: &'static [&'static str],
    package: &'static str,
    reason: &'static str,
}

const fn need(sign: &'static [&'static str], package: &'static str, reason: &'static str) -> Need {
    Need { sign, package, reason }
}

/// For building Kesu.
const BUILD: &[Need] = &[
    need(&["cc", "--version"], "build-essential", "compiling SQLite"),
    need(&["node", "--version"], "nodejs", "building the form set"),
    need(&["npm", "--version"], "npm", "the libraries of the form set"),
];

/// For building the window, where the system has no web view of its own.
const WINDOW: &[Need] = &[
    need(&["pkg-config", "--version"], "pkg-config", "finding the web view"),
    need(&["pkg-config", "--exists", "webkit2gtk-4.1"], "libwebkit2gtk-4.1-dev", "the web view of the window"),
];

/// For showing Chinese at all.
const FONTS: &[Need] =
    &[need(&["sh", "-c", "fc-list :lang=zh | grep -q ."], "fonts-noto-cjk", "Chinese characters on the screen")];

/// For the tests.
const TESTS: &[Need] = &[
    need(&["sqlite3", "--version"], "sqlite3", "tampering with a data folder behind the program's back"),
    need(&["pdftotext", "-v"], "poppler-utils", "reading what a printed form says"),
    need(&["sh", "-c", "command -v chromium chromium-browser google-chrome"], "chromium", "the pages in a browser"),
    need(&["sh", "-c", "command -v WebKitWebDriver"], "webkit2gtk-driver", "driving the window"),
    need(&["sh", "-c", "command -v Xvfb"], "xvfb", "a screen for the window"),
    need(&["dbus-run-session", "--version"], "dbus", "a session for the window"),
    need(&["x86_64-w64-mingw32-gcc", "--version"], "gcc-mingw-w64-x86-64-posix", "checking the Windows program"),
    need(&["x86_64-w64-mingw32-g++", "--version"], "g++-mingw-w64-x86-64-posix", "checking the Windows program"),
];

/// The oldest Node that the form set is built with.
const NODE: u32 = 20;

/// What building the program and its window needs.
pub(crate) fn for_app() -> Result<()> {
    see_to(&[BUILD, window(), FONTS])?;
    node_is_new_enough()
}

/// What the tests need beside that.
pub(crate) fn for_tests() -> Result<()> {
    see_to(&[BUILD, window(), FONTS, TESTS])?;
    node_is_new_enough()
}

/// Windows and macOS bring a web view.
fn window() -> &'static [Need] {
    if cfg!(target_os = "linux") { WINDOW } else { &[] }
}

fn see_to(groups: &[&'static [Need]]) -> Result<()> {
    // Fonts are asked for where the system does not bring them.
    let all = groups.iter().flat_map(|group| group.iter());
    let missing: Vec<&Need> = all.filter(|need| !is_there(need.sign)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    for need in &missing {
        println!("missing: {} ({})", need.package, need.reason);
    }
    let packages: Vec<&str> = missing.iter().map(|need| need.package).collect();
    if !is_there(&["apt-get", "--version"]) {
        bail!("install these first: {}. {}", packages.join(", "), elsewhere());
    }
    apt(&["update"])?;
    apt(&[&["install", "-y", "--no-install-recommends"], packages.as_slice()].concat())
}

fn elsewhere() -> &'static str {
    if cfg!(windows) {
        "On Windows: the Visual Studio Build Tools with C++, Node 20 or newer from nodejs.org, and the WebView2 runtime; \
         the tests of the whole run on Debian or Ubuntu, also under WSL"
    } else if cfg!(target_os = "macos") {
        "On macOS: `xcode-select --install`, and Node 20 or newer from nodejs.org; the tests of the whole run on Debian or Ubuntu"
    } else {
        "They are called so on Debian and Ubuntu"
    }
}

fn node_is_new_enough() -> Result<()> {
    let output = Command::new("node").arg("--version").output().context("node does not start")?;
    let version = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    let major = version.trim_start_matches('v').split('.').next().and_then(|n| n.parse::<u32>().ok());
    if major.is_none_or(|major| major < NODE) {
        bail!("Node {version} is too old for the form set: install Node {NODE} or newer from nodejs.org");
    }
    Ok(())
}

fn is_there(sign: &[&str]) -> bool {
    let Some((program, args)) = sign.split_first() else { return true };
    let asked = Command::new(program).args(args).stdout(Stdio::null()).stderr(Stdio::null()).status();
    asked.is_ok_and(|status| status.success())
}

/// As root directly, as anybody else through sudo, which asks.
fn apt(args: &[&str]) -> Result<()> {
    let id = Command::new("id").arg("-u").output().map(|output| output.stdout).unwrap_or_default();
    let root = id.trim_ascii() == b"0" || !is_there(&["sudo", "--version"]);
    let (program, first) = if root { ("apt-get", None) } else { ("sudo", Some("apt-get")) };
    println!("\n== {}apt-get {}", if root { "" } else { "sudo " }, args.join(" "));
    let status = Command::new(program).args(first).args(args).env("DEBIAN_FRONTEND", "noninteractive").status()?;
    if status.success() { Ok(()) } else { bail!("apt-get {} failed: {status}", args.join(" ")) }
}
