//! What has to be seen to before there is a window.

use std::env;

/// Set by whoever drives the window in a test, as WebKit's own driver demands it.
const AUTOMATION: &str = "TAURI_WEBVIEW_AUTOMATION";

/// Whether a test drives the window. Then the program is alone, begins as it always begins, and asks no person.
pub(crate) fn is_automated() -> bool {
    env::var(AUTOMATION).is_ok_and(|value| value == "true")
}

/// WebKitGTK draws nothing on some graphics drivers unless told not to share buffers with them. The variable has to be
/// there before the program begins, for its own threads too: so the program begins again with it.
#[cfg(target_os = "linux")]
pub(crate) fn prepare() {
    use std::os::unix::process::CommandExt as _;
    const SHARED: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    if env::var_os(SHARED).is_some() {
        return;
    }
    if let Ok(program) = env::current_exe() {
        let cause = std::process::Command::new(program).args(env::args_os().skip(1)).env(SHARED, "1").exec();
        // It goes on without: on most machines it draws all the same.
        eprintln!("kesu-desktop: {cause}");
    }
}

/// Nothing to be seen to.
#[cfg(not(target_os = "linux"))]
pub(crate) fn prepare() {}

/// Whether there is something to draw with. On Windows it may be missing; then a box says so and what to install.
#[cfg(windows)]
pub(crate) fn has_webview() -> bool {
    use kesu_domain::text::Lang;
    use kesu_domain::words::sentence;
    if tauri::webview_version().is_ok() {
        return true;
    }
    let part = [("part", "Microsoft Edge WebView2 Runtime")];
    // Nobody is signed in: which language they read is not known.
    let said: Vec<String> =
        [Lang::Zh, Lang::En].into_iter().filter_map(|lang| sentence(lang, "shell.webview", &part)).collect();
    rfd::MessageDialog::new()
        .set_level(rfd::MessageLevel::Error)
        .set_title("Kesu")
        .set_description(said.join("\n\n"))
        .show();
    false
}

/// Whether there is something to draw with: elsewhere the program would not have begun without.
#[cfg(not(windows))]
pub(crate) fn has_webview() -> bool {
    true
}
