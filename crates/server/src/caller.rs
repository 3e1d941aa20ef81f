//! Who calls: the session from header or cookie, the request id, and the cookie that begins and ends with the session.

use crate::answer::Refusal;
use axum::http::header::{AUTHORIZATION, COOKIE, SET_COOKIE, USER_AGENT};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use kesu_api::app::{Caller, RequestId};
use serde::Deserialize;
use serde_json::value::RawValue;

/// Name of the cookie. No page can read it, no other site can send it.
const SESSION: &str = "kesu_session";

/// How much of what a browser calls itself is kept.
const LONGEST_DEVICE: usize = 200;

/// The caller, as the headers say.
pub(crate) fn of(headers: &HeaderMap) -> Caller {
    let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    let bearer = text(AUTHORIZATION).and_then(|value| value.strip_prefix("Bearer "));
    let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok()).flat_map(|all| all.split(';'));
    let mut sessions = cookies.filter_map(|cookie| cookie.trim().strip_prefix(SESSION)?.strip_prefix('='));
    let token = bearer.map(str::trim).or_else(|| sessions.next());
    let device = text(USER_AGENT).unwrap_or_default().chars().take(LONGEST_DEVICE).collect();
    Caller { token: token.filter(|token| !token.is_empty()).map(str::to_owned), device }
}

/// The id that the client made for this request, if it made one.
pub(crate) fn request(headers: &HeaderMap) -> Result<Option<RequestId>, Refusal> {
    let id = headers.get("x-request-id").map(|value| RequestId::new(value.to_str().unwrap_or_default()));
    Ok(id.transpose()?)
}

/// Sets or clears the cookie where a command began or ended the session.
pub(crate) fn follow(command: &str, answer: &RawValue, response: &mut Response) {
    let cookie = match command {
        "sign_in" => serde_json::from_str::<SignedIn>(answer.get()).ok().and_then(|signed| signed.token),
        "sign_out" => Some(String::new()),
        _ => None,
    };
    let Some(token) = cookie else { return };
    let end = if token.is_empty() { "; Max-Age=0" } else { "" };
    if let Ok(value) = HeaderValue::from_str(&format!("{SESSION}={token}; Path=/; HttpOnly; SameSite=Strict{end}")) {
        response.headers_mut().insert(SET_COOKIE, value);
    }
}

/// What of the answer to `sign_in` matters here: a wrong password has no token.
#[derive(Deserialize)]
pub(crate) struct SignedIn {
    pub(crate) token: Option<String>,
}
