//! The data folder as a whole, as the first run and the settings ask for it.

use crate::picker::Picked;
use crate::shell::apart;
use kesu_api::error::Result;
use kesu_api::home::{FolderMade, FolderView, InitFolder, Verified, VerifyFolder};
use serde::Serialize;
use serde_json::Value;
use std::path::PathBuf;
use tauri::{AppHandle, Manager as _, Webview};

/// How it is.
#[tauri::command]
pub(crate) async fn folder_state(app: AppHandle) -> Result<FolderView> {
    apart(&app, |shell| Ok(shell.desk.home().state())).await
}

/// Makes it, where there is none.
#[tauri::command]
pub(crate) async fn folder_init(app: AppHandle, new: Value) -> Result<FolderMade> {
    // Read here, so that what is wrong with it is an error like any other.
    let new: InitFolder = serde_json::from_value(new)
        .map_err(|cause| kesu_api::error::ApiError::invalid("new", "malformed", cause.to_string()))?;
    apart(&app, move |shell| shell.desk.home().init(&new)).await
}

/// Takes another one that is there.
#[tauri::command]
pub(crate) async fn folder_open(app: AppHandle, path: PathBuf) -> Result<FolderView> {
    apart(&app, move |shell| shell.desk.home().choose(&path)).await
}

/// Is the evidence whole?
#[tauri::command]
pub(crate) async fn folder_verify(webview: Webview, derived: bool) -> Result<Verified> {
    let window = webview.label().to_owned();
    let asked = VerifyFolder { derived };
    apart(webview.app_handle(), move |shell| shell.desk.home().verify(&shell.desk.caller(&window), &asked)).await
}

/// A backup was written.
#[derive(Serialize)]
pub(crate) struct Written {
    path: PathBuf,
    #[serde(flatten)]
    backup: kesu_api::folder::BackedUp,
}

/// Asks where, and writes a backup there.
#[tauri::command]
pub(crate) async fn folder_backup(webview: Webview, name: String) -> Result<Option<Written>> {
    let window = webview.label().to_owned();
    let written = apart(webview.app_handle(), move |shell| {
        let caller = shell.desk.caller(&window);
        shell.desk.home().administers(&caller)?;
        let Some(path) = shell.picker.save(&name) else { return Ok(None) };
        let backup = shell.desk.home().backup(&caller, &path)?;
        Ok(Some(Written { path, backup }))
    });
    written.await
}

/// Asks for a folder.
#[tauri::command]
pub(crate) async fn pick_folder(app: AppHandle) -> Result<Picked> {
    apart(&app, |shell| Ok(shell.picker.folder())).await
}
