//! `kesu-desktop`: the list in a window.
//!
//! Owns: windows, the dialogs of the system, its viewer, its notifications. A window asks by one `rpc` command and a scheme
//! for bytes (`ui/src/transport/CONTRACT.md`); what stands behind them is [`kesu_server::desk`], which tests reach without a window.
//!
//! Must never know: commands of the list, cases, rules, the token of a session anywhere but in the desk.
//!
//! Errors: [`kesu_api::error::ApiError`], as everywhere. What keeps the window itself from opening ends the program.
//!
//! How to add something that only a window can do: a function in the module that it belongs to, a line in
//! `generate_handler!` below, a row in the contract.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod bytes;
mod folder;
mod news;
mod pages;
mod picker;
mod rpc;
mod shell;
mod start;
mod window;

use kesu_api::folder::Cost;
use kesu_api::home::Home;
use kesu_api::machine::RealMachine;
use shell::Shell;
use std::process::ExitCode;
use std::sync::Arc;
use tauri::RunEvent;

fn main() -> ExitCode {
    start::prepare();
    if !start::has_webview() {
        return ExitCode::FAILURE;
    }
    let home = match Home::of_this_user(Arc::new(RealMachine), Cost::DEFAULT) {
        Ok(home) => Arc::new(home),
        Err(cause) => {
            eprintln!("kesu-desktop: {cause:?}");
            return ExitCode::FAILURE;
        }
    };
    // The folder is opened while the window is made. A folder that cannot be is told to the page, which asks for it.
    let early = Arc::clone(&home);
    std::thread::spawn(move || drop(early.app()));
    let logged = Arc::clone(&home);
    kesu_server::log::begin(move || Some(logged.dir()));
    match run(home) {
        Ok(()) => ExitCode::SUCCESS,
        Err(cause) => {
            tracing::error!(%cause, "no window");
            eprintln!("kesu-desktop: {cause}");
            ExitCode::FAILURE
        }
    }
}

fn run(home: Arc<Home>) -> tauri::Result<()> {
    let mut builder = tauri::Builder::default();
    if !start::is_automated() {
        // First of all plugins: a second start shows the window of the first one and ends before it opens anything.
        builder = builder
            .plugin(tauri_plugin_single_instance::init(|app, _, _| window::show(app)))
            .plugin(tauri_plugin_window_state::Builder::default().build());
    }
    let app = builder
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_notification::init())
        .plugin(tauri_plugin_opener::init())
        .register_asynchronous_uri_scheme_protocol(bytes::SCHEME, bytes::serve)
        .on_window_event(window::follow)
        .invoke_handler(tauri::generate_handler![
            rpc::rpc,
            bytes::upload,
            bytes::pick_files,
            bytes::save_source,
            bytes::open_source,
            folder::folder_state,
            folder::folder_init,
            folder::folder_open,
            folder::folder_verify,
            folder::folder_backup,
            folder::pick_folder,
            window::window_open,
            window::window_flushed,
            window::notify,
        ])
        .setup(move |app| {
            tauri::Manager::manage(app, Arc::new(Shell::new(home, app.handle())));
            news::follow(app.handle());
            Ok(window::open_first(app.handle())?)
        })
        .build(tauri::generate_context!(assets = pages::FormSet::built_in()))?;
    app.run(|app, event| {
        if matches!(event, RunEvent::Exit) {
            shell::of(app).clean();
        }
    });
    Ok(())
}
