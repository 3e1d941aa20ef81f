//! Bytes that go between a window, the disk and the folder: pictures and papers to be shown, files taken in, saved, opened.

use crate::picker::{Kinds, Picked};
use crate::shell::{self, apart};
use kesu_api::error::{ApiError, Result};
use kesu_api::file::{LARGEST, Received};
use kesu_api::outside;
use serde::Serialize;
use std::fs::File;
use std::path::{Path, PathBuf};
use tauri::http::Request;
use tauri::ipc::InvokeBody;
use tauri::{AppHandle, Manager as _, UriSchemeContext, UriSchemeResponder, Webview, Wry};
use tauri_plugin_opener::OpenerExt as _;

/// What addresses of files and papers begin with.
pub(crate) const SCHEME: &str = "kesu";

/// Where the form set comes from: nobody else is answered.
const PAGE: &str = if cfg!(windows) { "http://tauri.localhost" } else { "tauri://localhost" };

/// The header of an upload with the name of the file, as a part of an address.
const NAME: &str = "x-kesu-name";

/// Answers `kesu://localhost/file/…` and `kesu://localhost/form/….pdf`.
pub(crate) fn serve(context: UriSchemeContext<'_, Wry>, request: Request<Vec<u8>>, responder: UriSchemeResponder) {
    let window = context.webview_label().to_owned();
    let shell = shell::of(context.app_handle());
    tauri::async_runtime::spawn_blocking(move || responder.respond(shell.desk.get(&window, &request, PAGE)));
}

/// Takes bytes in that the window has: pasted, dropped.
#[tauri::command(async)]
pub(crate) fn upload(webview: Webview, request: tauri::ipc::Request<'_>) -> Result<Received> {
    let InvokeBody::Raw(bytes) = request.body() else {
        return Err(ApiError::invalid("body", "malformed", "JSON"));
    };
    if bytes.len() as u64 > LARGEST {
        return Err(ApiError::invalid("body", "too_large", LARGEST.to_string()));
    }
    let name = request.headers().get(NAME).and_then(|value| value.to_str().ok()).map(plain).unwrap_or_default();
    shell::of(webview.app_handle()).desk.receive(webview.label(), &name, &mut bytes.as_slice())
}

/// A file that was taken in from disk.
#[derive(Serialize)]
pub(crate) struct Taken {
    #[serde(flatten)]
    received: Received,
    name: String,
}

/// Asks for files and takes them in. They never pass through the window.
#[tauri::command]
pub(crate) async fn pick_files(webview: Webview, kinds: Kinds, many: bool) -> Result<Vec<Taken>> {
    let window = webview.label().to_owned();
    let taken = apart(webview.app_handle(), move |shell| {
        let picked = shell.picker.files(kinds, many);
        let take = |path: PathBuf| {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let mut file = File::open(&path).map_err(|_| ApiError::invalid("file", "unreadable", name.clone()))?;
            let received = shell.desk.receive(&window, &name, &mut file)?;
            Ok(Taken { received, name })
        };
        picked.into_iter().map(take).collect()
    });
    taken.await
}

/// Asks where, and saves a file or a paper there.
#[tauri::command]
pub(crate) async fn save_source(webview: Webview, source: String, name: String) -> Result<Picked> {
    let window = webview.label().to_owned();
    let saved = apart(webview.app_handle(), move |shell| {
        // What may not be seen is said before anybody is asked where to put it.
        let found = shell.desk.find(&window, &source)?;
        let Some(path) = shell.picker.save(&safe(&name)) else { return Ok(None) };
        outside::place(&path, &shell.desk.home().dir())?;
        outside::write(&path, |file| found.write(file))?;
        Ok(Some(path))
    });
    saved.await
}

/// Opens a picture or a PDF in the viewer of the system, where it is printed.
#[tauri::command]
pub(crate) async fn open_source(webview: Webview, source: String) -> Result<()> {
    let window = webview.label().to_owned();
    let app = webview.app_handle().clone();
    let opened = apart(webview.app_handle(), move |shell| {
        let found = shell.desk.find(&window, &source)?;
        if !found.is_shown() {
            return Err(ApiError::invalid("source", "unusable", found.name()));
        }
        let dir = tempfile::Builder::new().prefix("kesu-").tempdir().map_err(ApiError::internal)?;
        let path = dir.path().join(safe(found.name()));
        found.write(&mut File::create_new(&path).map_err(ApiError::internal)?)?;
        shell.keep(dir);
        open(&app, &path)
    });
    opened.await
}

fn open(app: &AppHandle, path: &Path) -> Result<()> {
    let opened = app.opener().open_path(path.to_string_lossy(), None::<&str>);
    opened.map_err(|cause| {
        tracing::warn!(%cause, "no viewer");
        ApiError::invalid("source", "unusable", path.display().to_string())
    })
}

/// The name as it was before it was made a part of an address.
fn plain(part: &str) -> String {
    let address = tauri::Url::parse(&format!("kesu://localhost/?name={part}"));
    let named = address.ok().and_then(|address| address.query_pairs().next().map(|(_, name)| name.into_owned()));
    named.unwrap_or_default()
}

/// A name that is one on every system, and leads nowhere.
fn safe(name: &str) -> String {
    let name: String =
        name.chars().map(|sign| if sign.is_control() || "\\/:*?\"<>|".contains(sign) { '_' } else { sign }).collect();
    let name = name.trim_matches([' ', '.']);
    if name.is_empty() { SCHEME.into() } else { name.into() }
}

#[cfg(test)]
mod tests {
    use super::{plain, safe};

    #[test]
    fn names_come_back_as_they_were() {
        let table = [
            ("%E7%85%A7%E7%89%87%201.png", "\u{7167}\u{7247} 1.png"),
            ("a%2Bb%26c%3Dd%23e.txt", "a+b&c=d#e.txt"),
            ("plain.txt", "plain.txt"),
            ("", ""),
        ];
        for (part, name) in table {
            assert_eq!(plain(part), name, "{part}");
        }
    }

    #[test]
    fn names_lead_nowhere() {
        let table = [
            ("KS-2026-0001 F-1 K7QM.pdf", "KS-2026-0001 F-1 K7QM.pdf"),
            ("\u{7167}.png", "\u{7167}.png"),
            ("../../a.pdf", "_.._a.pdf"),
            ("C:\\a.pdf", "C__a.pdf"),
            ("a\u{0}\nb", "a__b"),
            ("...", "kesu"),
            ("a.pdf. ", "a.pdf"),
        ];
        for (name, wanted) in table {
            assert_eq!(safe(name), wanted, "{name}");
        }
    }
}
