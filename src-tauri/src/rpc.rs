//! The one command by which a window calls the list.

use crate::shell::apart;
use kesu_api::error::{ApiError, Result};
use serde_json::Value;
use serde_json::value::to_raw_value;
use tauri::Webview;
use tauri::ipc::Response;

/// Calls a command of the list.
#[tauri::command]
pub(crate) async fn rpc(webview: Webview, name: String, payload: Value, request: Option<String>) -> Result<Response> {
    let window = webview.label().to_owned();
    let answer = apart(tauri::Manager::app_handle(&webview), move |shell| {
        let payload = to_raw_value(&payload).map_err(ApiError::internal)?;
        shell.desk.call(&window, &name, &payload, request.as_deref())
    });
    Ok(Response::new(Box::<str>::from(answer.await?).into_string()))
}
