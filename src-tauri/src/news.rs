//! Notifications of the system for what time brings: looked for every few minutes, each shown once.

use crate::shell;
use std::time::Duration;
use tauri::{AppHandle, Manager as _};
use tauri_plugin_notification::NotificationExt as _;

/// How often it is looked for.
const EVERY: Duration = Duration::from_secs(180);

/// Looks until the program ends.
pub(crate) fn follow(app: &AppHandle) {
    let app = app.clone();
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(EVERY);
            look(&app);
        }
    });
}

fn look(app: &AppHandle) {
    let shell = shell::of(app);
    for window in app.webview_windows().into_keys() {
        // What cannot be read now is looked for again; nothing depends on it.
        for said in shell.desk.news(&window).unwrap_or_default() {
            let name = app.package_info().name.clone();
            if let Err(cause) = app.notification().builder().title(name).body(said).show() {
                tracing::info!(%cause, "no notification");
            }
        }
    }
}
