//! Asking for files and places. Dialogs of the system cannot be driven by a test: so it is a trait, and under automation
//! the answers come from a file.

use crate::start;
use serde::Deserialize;
use std::path::PathBuf;
use tauri::AppHandle;
use tauri_plugin_dialog::{DialogExt as _, FilePath};

/// Under automation: a text file whose lines are what the next dialog answers; none is a dialog that is cancelled.
const ANSWERS: &str = "KESU_E2E_PICK";

/// Which files are asked for.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kinds {
    Any,
    Picture,
    Scan,
    Mail,
}

/// A place, or nothing where the dialog was cancelled.
pub(crate) type Picked = Option<PathBuf>;

/// Asks whoever sits before the machine. It waits for them: never on the thread that draws.
pub(crate) trait Picker: Send + Sync {
    /// Files that are there.
    fn files(&self, kinds: Kinds, many: bool) -> Vec<PathBuf>;
    /// A place for a new file.
    fn save(&self, name: &str) -> Picked;
    /// A folder.
    fn folder(&self) -> Picked;
}

/// The one that this run asks.
pub(crate) fn of(app: &AppHandle) -> Box<dyn Picker> {
    match std::env::var_os(ANSWERS).filter(|_| start::is_automated()) {
        Some(file) => Box::new(Answers(file.into())),
        None => Box::new(Dialogs(app.clone())),
    }
}

impl Kinds {
    /// Name and ends of the files; the ends are their name, as no language has another.
    fn ends(self) -> Option<&'static [&'static str]> {
        match self {
            Kinds::Any => None,
            Kinds::Picture => Some(&["png", "jpg", "jpeg"]),
            Kinds::Scan => Some(&["pdf", "png", "jpg", "jpeg"]),
            Kinds::Mail => Some(&["eml", "msg"]),
        }
    }
}

/// The dialogs of the system.
struct Dialogs(AppHandle);

impl Picker for Dialogs {
    fn files(&self, kinds: Kinds, many: bool) -> Vec<PathBuf> {
        let mut dialog = self.0.dialog().file();
        if let Some(ends) = kinds.ends() {
            dialog = dialog.add_filter(ends.join(", "), ends);
        }
        let picked = if many {
            dialog.blocking_pick_files().unwrap_or_default()
        } else {
            dialog.blocking_pick_file().into_iter().collect()
        };
        picked.into_iter().filter_map(path).collect()
    }

    fn save(&self, name: &str) -> Picked {
        self.0.dialog().file().set_file_name(name).blocking_save_file().and_then(path)
    }

    fn folder(&self) -> Picked {
        self.0.dialog().file().blocking_pick_folder().and_then(path)
    }
}

fn path(picked: FilePath) -> Picked {
    picked.into_path().ok()
}

/// What a test has written down.
struct Answers(PathBuf);

impl Answers {
    fn lines(&self) -> Vec<PathBuf> {
        let text = std::fs::read_to_string(&self.0).unwrap_or_default();
        text.lines().filter(|line| !line.is_empty()).map(PathBuf::from).collect()
    }
}

impl Picker for Answers {
    fn files(&self, _: Kinds, many: bool) -> Vec<PathBuf> {
        self.lines().into_iter().take(if many { usize::MAX } else { 1 }).collect()
    }

    fn save(&self, _: &str) -> Picked {
        self.lines().into_iter().next()
    }

    fn folder(&self) -> Picked {
        self.save("")
    }
}

#[cfg(test)]
mod tests {
    use super::{Answers, Kinds, Picker as _};

    #[test]
    fn a_test_says_what_is_picked() {
        let dir = tempfile::tempdir().expect("a folder");
        let file = dir.path().join("answers");
        let answers = Answers(file.clone());
        assert!(answers.files(Kinds::Any, true).is_empty() && answers.folder().is_none());
        std::fs::write(&file, "/a/a photo.png\n\n/b.pdf\n").expect("a file");
        assert_eq!(answers.files(Kinds::Picture, true).len(), 2);
        assert_eq!(answers.files(Kinds::Scan, false), [std::path::Path::new("/a/a photo.png")]);
        assert_eq!(answers.save("x"), Some("/a/a photo.png".into()));
    }
}
