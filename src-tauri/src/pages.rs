//! The form set as Tauri takes it: the same bytes that the server sends.

use kesu_server::Pages;
use std::borrow::Cow;
use tauri::utils::assets::{AssetKey, AssetsIter, CspHash};
use tauri::{Assets, Runtime};

/// The first page.
const INDEX: &str = "index.html";

/// What stands there where no form set was built into the program: for developers.
const NOT_BUILT: &[u8] =
    b"<!doctype html><title>Kesu</title><p>The form set is not built. Run <code>cargo xtask app</code>.";

/// The files of the form set.
pub(crate) struct FormSet(Pages);

impl FormSet {
    /// Those that were built into this program.
    pub(crate) fn built_in() -> FormSet {
        FormSet(Pages::built_in())
    }
}

impl<R: Runtime> Assets<R> for FormSet {
    /// Tauri itself asks for the first page where a path names no file.
    fn get(&self, key: &AssetKey) -> Option<Cow<'_, [u8]>> {
        let path = key.as_ref().trim_start_matches('/');
        let built = self.0.get(path).map(Cow::Borrowed);
        built.or_else(|| (path == INDEX).then_some(Cow::Borrowed(NOT_BUILT)))
    }

    fn iter(&self) -> Box<AssetsIter<'_>> {
        Box::new(self.0.iter().map(|(path, bytes)| (Cow::Borrowed(path), Cow::Borrowed(bytes))))
    }

    /// No page of the form set has a script within.
    fn csp_hashes(&self, _: &AssetKey) -> Box<dyn Iterator<Item = CspHash<'_>> + '_> {
        Box::new(std::iter::empty())
    }
}
