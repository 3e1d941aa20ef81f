//! What every command of a window is given: the desk, the dialogs, what was opened outside, which windows are going.

use crate::picker::{self, Picker};
use kesu_api::error::{ApiError, Result};
use kesu_api::home::Home;
use kesu_server::desk::Desk;
use std::collections::HashSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tauri::{AppHandle, Manager as _};
use tempfile::TempDir;

/// What the windows of this process share.
pub(crate) struct Shell {
    pub(crate) desk: Desk,
    pub(crate) picker: Box<dyn Picker>,
    /// Copies that the viewer of the system shows; they go with the program.
    shown: Mutex<Vec<TempDir>>,
    /// Windows that were asked to close and still may save what is being typed.
    going: Mutex<HashSet<String>>,
}

impl Shell {
    pub(crate) fn new(home: Arc<Home>, app: &AppHandle) -> Shell {
        let (shown, going) = (Mutex::default(), Mutex::default());
        Shell { desk: Desk::new(home), picker: picker::of(app), shown, going }
    }

    /// Keeps a copy until the program ends.
    pub(crate) fn keep(&self, copy: TempDir) {
        unpoisoned(&self.shown).push(copy);
    }

    /// Removes the copies. A viewer that still holds one open keeps it on some systems.
    pub(crate) fn clean(&self) {
        unpoisoned(&self.shown).clear();
    }

    /// A window is asked to close: true the first time, when it is given a moment.
    pub(crate) fn begins_to_go(&self, window: &str) -> bool {
        unpoisoned(&self.going).insert(window.to_owned())
    }

    /// A window may go now: true when it was asked to and has not gone yet.
    pub(crate) fn may_go(&self, window: &str) -> bool {
        unpoisoned(&self.going).remove(window)
    }
}

/// What the windows share.
pub(crate) fn of(app: &AppHandle) -> Arc<Shell> {
    Arc::clone(&app.state::<Arc<Shell>>())
}

/// Does something that waits for disks, keys and people, apart from the thread that draws.
pub(crate) async fn apart<T: Send + 'static>(
    app: &AppHandle,
    work: impl FnOnce(&Shell) -> Result<T> + Send + 'static,
) -> Result<T> {
    let shell = of(app);
    let done = tauri::async_runtime::spawn_blocking(move || work(&shell)).await;
    done.map_err(ApiError::internal)?
}

fn unpoisoned<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
