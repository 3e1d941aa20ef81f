//! Windows: opened, shown again, and closed so that nothing that is being typed is lost.

use crate::shell;
use kesu_api::error::{ApiError, Result};
use std::path::PathBuf;
use std::time::Duration;
use tauri::{
    AppHandle, Emitter as _, Manager as _, WebviewUrl, WebviewWindow, WebviewWindowBuilder, Window, WindowEvent,
};
use tauri_plugin_notification::NotificationExt as _;

/// The first window.
const FIRST: &str = "main";

/// What a window is told before it closes.
const CLOSING: &str = "kesu:closing";

/// How long it may take to save what is being typed.
const MOMENT: Duration = Duration::from_millis(500);

/// Opens the first window.
pub(crate) fn open_first(app: &AppHandle) -> tauri::Result<()> {
    build(app, FIRST.into(), PathBuf::from("index.html")).map(drop)
}

/// A window as the configuration describes it.
fn build(app: &AppHandle, label: String, path: PathBuf) -> tauri::Result<WebviewWindow> {
    let first = app.config().app.windows.first().cloned().unwrap_or_default();
    let config = tauri::utils::config::WindowConfig { label, url: WebviewUrl::App(path), ..first };
    WebviewWindowBuilder::from_config(app, &config)?.build()
}

/// Shows the window that is there: the program was started a second time.
pub(crate) fn show(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(FIRST).or_else(|| app.webview_windows().into_values().next()) {
        // A window that cannot be raised is still there to be found.
        drop(window.unminimize());
        drop(window.set_focus());
    }
}

/// Opens one more window at a page of the form set. Nobody is signed in there yet.
#[tauri::command]
pub(crate) async fn window_open(app: AppHandle, path: String) -> Result<()> {
    let path = path.trim_start_matches('/');
    // A page of the form set, never another address.
    if path.contains(':') || path.contains('\\') {
        return Err(ApiError::invalid("path", "malformed", path));
    }
    let free = (2..).map(|number| format!("window-{number}")).find(|label| app.get_webview_window(label).is_none());
    let label = free.expect("there are fewer windows than numbers");
    build(&app, label, PathBuf::from(path)).map(drop).map_err(ApiError::internal)
}

/// A window that is asked to close is given a moment; its session goes with it.
pub(crate) fn follow(window: &Window, event: &WindowEvent) {
    let (app, label) = (window.app_handle(), window.label());
    match event {
        WindowEvent::CloseRequested { api, .. } if shell::of(app).begins_to_go(label) => {
            api.prevent_close();
            // A page that does not listen is closed after the moment.
            drop(app.emit_to(label, CLOSING, ()));
            let (app, label) = (app.clone(), label.to_owned());
            std::thread::spawn(move || {
                std::thread::sleep(MOMENT);
                go(&app, &label);
            });
        }
        WindowEvent::Destroyed => shell::of(app).desk.close(label),
        // Asked a second time it closes at once.
        _ => {}
    }
}

/// The window has saved what was being typed.
#[tauri::command]
pub(crate) fn window_flushed(window: WebviewWindow) {
    go(window.app_handle(), window.label());
}

fn go(app: &AppHandle, label: &str) {
    if shell::of(app).may_go(label)
        && let Some(window) = app.get_webview_window(label)
    {
        drop(window.destroy());
    }
}

/// A hint of the system. Nothing depends on it: it may be off, or silent.
#[tauri::command]
pub(crate) async fn notify(app: AppHandle, title: String, body: String) {
    if let Err(cause) = app.notification().builder().title(title).body(body).show() {
        tracing::info!(%cause, "no notification");
    }
}
