//! The form set: files of `ui/dist`, which lie in the program itself. Every path that is nothing else is its first page,
//! and the page finds out what the path means.

use axum::body::Body;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::http::{HeaderValue, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};

use crate::answer::Refusal;
use crate::serve::House;

/// The first page.
const INDEX: &str = "index.html";

/// Beginnings of paths that belong to something else: what is not found there is no page.
const NO_PAGES: &[&str] = &["api", "file", "form", "folder", "assets"];

/// What the page may do: run its own scripts, talk to its own server, show pictures that it was given. Nothing from
/// elsewhere, nothing within its markup but style.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; \
     font-src 'self'; worker-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; \
     frame-ancestors 'none'",
);

/// What stands where no form set was built into the program: for developers.
const NOT_BUILT: &str = "The form set is not built. Run `cargo xtask app`.\n";

/// Files of the form set: the path below its root, and the bytes.
#[derive(Debug, Clone, Copy)]
pub struct Pages(&'static [(&'static str, &'static [u8])]);

impl Pages {
    /// Those that were built into this program; none where none were built.
    pub fn built_in() -> Pages {
        Pages(include!(concat!(env!("OUT_DIR"), "/pages.rs")))
    }

    /// These files, sorted by their paths as text.
    pub const fn of(files: &'static [(&'static str, &'static [u8])]) -> Pages {
        Pages(files)
    }

    /// The file at this path.
    pub fn get(self, path: &str) -> Option<&'static [u8]> {
        let at = self.0.binary_search_by(|(known, _)| (*known).cmp(path)).ok()?;
        Some(self.0[at].1)
    }

    /// All files.
    pub fn iter(self) -> impl Iterator<Item = (&'static str, &'static [u8])> {
        self.0.iter().copied()
    }
}

/// A page, or the word that there is nothing.
pub(crate) async fn page(State(house): State<House>, method: Method, uri: Uri) -> Response {
    let path = uri.path().trim_start_matches('/');
    if method != Method::GET && method != Method::HEAD {
        return Refusal::nothing_at(uri.path()).into_response();
    }
    if let Some(bytes) = house.pages.get(path) {
        return file(path, bytes);
    }
    if NO_PAGES.contains(&path.split('/').next().unwrap_or_default()) {
        return Refusal::nothing_at(uri.path()).into_response();
    }
    match house.pages.get(INDEX) {
        Some(bytes) => file(INDEX, bytes),
        None => (StatusCode::NOT_FOUND, [(CONTENT_TYPE, "text/plain; charset=utf-8")], NOT_BUILT).into_response(),
    }
}

fn file(path: &str, bytes: &'static [u8]) -> Response {
    // What carries its own digest in its name never changes.
    let keep = if path.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-store" };
    let head = [
        (CONTENT_TYPE, HeaderValue::from_static(media_type(path))),
        (CONTENT_LENGTH, bytes.len().into()),
        (CACHE_CONTROL, HeaderValue::from_static(keep)),
        (CONTENT_SECURITY_POLICY, POLICY),
    ];
    (head, Body::from(bytes)).into_response()
}

/// By the end of the name; nothing is guessed from the bytes.
fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, end)| end) {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "ttf" => "font/ttf",
        "wasm" => "application/wasm",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
