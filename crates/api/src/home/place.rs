//! Where the data folder of who sits before this machine lies, and where a choice of theirs is remembered.

use crate::error::{ApiError, Result};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// Which folder, where somebody says so: the terminal's name for it.
const VARIABLE: &str = "KESU_DATA";

/// Where the folder of who sits before this machine is, and where a choice of theirs is remembered: nowhere when the
/// environment says the place.
///
/// # Errors
/// `folder` when the environment names no place for data at all.
pub fn of_this_user() -> Result<(PathBuf, Option<PathBuf>)> {
    let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    if let Some(dir) = variable(VARIABLE) {
        return Ok((dir.into(), None));
    }
    let nowhere = || ApiError::Folder { why: "no_folder".into(), detail: VARIABLE.to_owned() };
    let (data, choice) = usual(&variable).ok_or_else(nowhere)?;
    let chosen = std::fs::read_to_string(&choice).ok().map(|text| PathBuf::from(text.trim()));
    Ok((chosen.filter(|dir| dir.is_absolute()).unwrap_or(data), Some(choice)))
}

/// Where data of this user lies by custom, and where a choice of another place is remembered.
fn usual(variable: &dyn Fn(&str) -> Option<OsString>) -> Option<(PathBuf, PathBuf)> {
    let place = |name: &str| variable(name).map(PathBuf::from).filter(|path| path.is_absolute());
    if let (Some(local), Some(roaming)) = (place("LOCALAPPDATA"), place("APPDATA")) {
        return Some((local.join("Kesu"), roaming.join("Kesu").join("folder.txt")));
    }
    let below = |name: &str, usual: &str| place(name).or_else(|| place("HOME").map(|home| home.join(usual)));
    let (data, config) = (below("XDG_DATA_HOME", ".local/share")?, below("XDG_CONFIG_HOME", ".config")?);
    Some((data.join("kesu"), config.join("kesu").join("folder.txt")))
}

pub(super) fn remember(choice: &Path, dir: &Path) -> Result<()> {
    let text = dir.to_str().ok_or_else(|| wrong("malformed", dir))?;
    let written = choice.parent().map_or(Ok(()), std::fs::create_dir_all).and_then(|()| std::fs::write(choice, text));
    written.map_err(|_| wrong("unwritable", choice))
}

/// Why a place will not do.
pub(super) fn wrong(wrong: &str, path: &Path) -> ApiError {
    ApiError::invalid("path", wrong, path.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::usual;

    #[test]
    fn data_lies_where_the_system_keeps_it() {
        let check = |set: &[(&str, &str)], wanted: Option<(&str, &str)>| {
            let given = |name: &str| set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).into());
            let wanted = wanted.map(|(data, choice)| (data.into(), choice.into()));
            assert_eq!(usual(&given), wanted, "{set:?}");
        };
        check(&[], None);
        check(&[("HOME", "not/absolute")], None);
        check(&[("HOME", "/h")], Some(("/h/.local/share/kesu", "/h/.config/kesu/folder.txt")));
        check(&[("HOME", "/h"), ("XDG_DATA_HOME", "/d")], Some(("/d/kesu", "/h/.config/kesu/folder.txt")));
        check(&[("LOCALAPPDATA", "/l"), ("APPDATA", "/r")], Some(("/l/Kesu", "/r/Kesu/folder.txt")));
    }
}
