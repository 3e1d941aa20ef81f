//! The same list for the windows of this process, without a network between: who sits at which window, files and papers
//! by the paths that they have over HTTP.
//!
//! A window never holds the token of its session: it is taken out of the answer of `sign_in` and kept here, as a browser
//! keeps it in a cookie that no script can read.

use crate::answer::Refusal;
use crate::caller::SignedIn;
use crate::download::Sent;
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, VARY, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderValue, Method, Request, Response};
use kesu_api::app::{Caller, RequestId};
use kesu_api::error::{ApiError, Result};
use kesu_api::file::Received;
use kesu_api::home::Home;
use serde_json::value::{RawValue, to_raw_value};
use serde_json::{Map, Value};
use std::collections::HashMap;
use std::io::{Read, Write};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What a window calls itself in the list of sessions.
const DEVICE: &str = "kesu-desktop";

/// The windows of this process, and the folder behind them.
pub struct Desk {
    home: Arc<Home>,
    /// The sessions, by window.
    tokens: Mutex<HashMap<String, String>>,
}

/// A file or a paper that a window asked for.
pub struct Found(Sent);

impl Desk {
    /// With nobody signed in.
    pub fn new(home: Arc<Home>) -> Desk {
        Desk { home, tokens: Mutex::default() }
    }

    /// The folder behind it.
    pub fn home(&self) -> &Home {
        &self.home
    }

    /// Who sits at a window.
    pub fn caller(&self, window: &str) -> Caller {
        Caller { token: self.tokens().get(window).cloned(), device: DEVICE.into() }
    }

    /// Calls a command of the list.
    ///
    /// # Errors
    /// What the list says.
    pub fn call(&self, window: &str, name: &str, payload: &RawValue, request: Option<&str>) -> Result<Box<RawValue>> {
        let app = self.home.app()?;
        let request = request.map(RequestId::new).transpose()?;
        let caller = self.caller(window);
        let answer = kesu_api::call(&app, &caller, name, request, payload)?;
        match name {
            "sign_in" => self.seat(window, &answer),
            "sign_out" => {
                self.tokens().remove(window);
                Ok(answer)
            }
            _ => Ok(answer),
        }
    }

    /// Keeps the token of an answer to `sign_in`, and gives the rest of it. Who sat at the window before is signed out.
    fn seat(&self, window: &str, answer: &RawValue) -> Result<Box<RawValue>> {
        let SignedIn { token: Some(token) } = serde_json::from_str(answer.get()).map_err(ApiError::internal)? else {
            return Ok(answer.to_owned());
        };
        let mut rest: Map<String, Value> = serde_json::from_str(answer.get()).map_err(ApiError::internal)?;
        rest.remove("token");
        let before = self.tokens().insert(window.to_owned(), token);
        if let Some(before) = before {
            self.sign_out(before);
        }
        to_raw_value(&rest).map_err(ApiError::internal)
    }

    /// The window has gone, and its session with it.
    pub fn close(&self, window: &str) {
        let token = self.tokens().remove(window);
        if let Some(token) = token {
            self.sign_out(token);
        }
    }

    fn sign_out(&self, token: String) {
        let caller = Caller { token: Some(token), device: DEVICE.into() };
        let nothing = to_raw_value(&Map::new());
        // A session that could not be ended ends by itself when it has been idle.
        if let (Ok(app), Ok(nothing)) = (self.home.app(), nothing) {
            drop(kesu_api::call(&app, &caller, "sign_out", None, &nothing));
        }
    }

    /// What has come for whoever sits at a window and was not told yet, a sentence each.
    ///
    /// # Errors
    /// The folder cannot be read now.
    pub fn news(&self, window: &str) -> Result<Vec<String>> {
        self.home.app()?.news(&self.caller(window))
    }

    /// Takes a file in.
    ///
    /// # Errors
    /// As [`kesu_api::app::App::receive`].
    pub fn receive(&self, window: &str, name: &str, from: &mut dyn Read) -> Result<Received> {
        self.home.app()?.receive(&self.caller(window), name, from)
    }

    /// Finds a file or a paper: `file/{sha256}`, `form/{check code}.pdf`.
    ///
    /// # Errors
    /// `not_found`, also for what may not be seen; `forbidden`.
    pub fn find(&self, window: &str, source: &str) -> Result<Found> {
        Sent::find(&*self.home.app()?, &self.caller(window), source.trim_start_matches('/')).map(Found)
    }

    /// Answers what a window asks of its own scheme: pictures, and papers for the preview. `page` is the origin of the form
    /// set; no other page is answered.
    pub fn get(&self, window: &str, request: &Request<Vec<u8>>, page: &str) -> Response<Vec<u8>> {
        let mut response = self.got(window, request).unwrap_or_else(|refusal| refusal.whole());
        let headers = response.headers_mut();
        headers.insert(
            ACCESS_CONTROL_ALLOW_ORIGIN,
            HeaderValue::from_str(page).unwrap_or(HeaderValue::from_static("null")),
        );
        headers.insert(VARY, HeaderValue::from_static("origin"));
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        response
    }

    fn got(&self, window: &str, request: &Request<Vec<u8>>) -> std::result::Result<Response<Vec<u8>>, Refusal> {
        let path = request.uri().path();
        if request.method() != Method::GET {
            return Err(Refusal::method(path));
        }
        // Tauri's own function for such addresses writes the slash in its long form.
        let path = path.replace("%2F", "/").replace("%2f", "/");
        let found = self.find(window, &path)?;
        let head = found.0.head();
        let mut bytes = vec![];
        found.write(&mut bytes)?;
        let mut response = Response::new(bytes);
        response.headers_mut().extend(head);
        Ok(response)
    }

    fn tokens(&self) -> MutexGuard<'_, HashMap<String, String>> {
        self.tokens.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Found {
    /// Whether the viewer of the system may be trusted with it: it is a picture or a PDF.
    pub fn is_shown(&self) -> bool {
        self.0.is_shown()
    }

    /// Its name.
    pub fn name(&self) -> &str {
        self.0.name()
    }

    /// Hands its bytes on.
    ///
    /// # Errors
    /// They cannot be read or written.
    pub fn write(self, to: &mut dyn Write) -> Result<()> {
        self.0.write(to).map_err(ApiError::internal)
    }
}
