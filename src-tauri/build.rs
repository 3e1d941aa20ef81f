//! What Tauri makes of `tauri.conf.json` and the capabilities; on Windows also the icon and the manifest of the program.

fn main() {
    tauri_build::build();
}
