//! The log of a program: what is not for the user, each cause beside its incident id. Nothing is written while nothing
//! goes wrong.
//!
//! It lies in the data folder as `kesu.log`; where there is none yet, or none that can be written, nowhere: standard error
//! belongs to the answer, and begins with its JSON. `KESU_LOG` says how much (`warn` when left out).

use std::io::Write;
use std::path::{Path, PathBuf};
use tracing_subscriber::EnvFilter;

/// Name of the log in a data folder.
const NAME: &str = "kesu.log";

/// Begins to log for this run, panics too. The folder is asked for each time: it may be made, or chosen, meanwhile.
pub fn begin(dir: impl Fn() -> Option<PathBuf> + Send + Sync + 'static) {
    let path = move || dir().map(|dir| dir.join(NAME));
    let filter = EnvFilter::try_from_env("KESU_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_ansi(false);
    lines.with_writer(move || open(path().as_deref())).init();
    std::panic::set_hook(Box::new(|panic| {
        let trace = std::backtrace::Backtrace::capture();
        tracing::error!(%panic, %trace, "panic");
    }));
}

/// Opened for each line: few are ever written, and an open file would hold the folder.
fn open(path: Option<&Path>) -> Box<dyn Write> {
    let file = path.filter(|path| is_data_folder(path)).and_then(|path: &Path| append(path).ok());
    file.map_or_else(|| Box::new(std::io::sink()) as Box<dyn Write>, |file| Box::new(file))
}

fn is_data_folder(log: &Path) -> bool {
    log.parent().map(|dir: &Path| -> PathBuf { dir.join("kesu.db") }).is_some_and(|database| database.is_file())
}

fn append(path: &Path) -> std::io::Result<std::fs::File> {
    std::fs::OpenOptions::new().create(true).append(true).open(path)
}
