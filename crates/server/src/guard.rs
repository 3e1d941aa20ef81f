//! What every request passes and every response carries.
//!
//! A page of another site that the user has open can send requests to this machine too. It cannot name this host
//! (its name would have to lead here by DNS, and then stands in `host`), it cannot hide where it comes from (`origin`), and it
//! cannot send JSON or bytes of any type without asking first (there is no CORS).

use crate::answer::Refusal;
use crate::serve::House;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST, ORIGIN, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Headers of every response. What is not a file of the form set is no page: it may load nothing and run nothing, and no
/// browser keeps a copy of a case. The form set says for itself how long it is kept and what it may do.
const ALWAYS: [(HeaderName, HeaderValue); 5] = [
    (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (CACHE_CONTROL, HeaderValue::from_static("no-store")),
    (CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("referrer-policy"), HeaderValue::from_static("no-referrer")),
];

/// Lets through what was meant for this host and comes from itself.
pub(crate) async fn guard(State(house): State<House>, request: Request, next: Next) -> Response {
    let mut response = match meant(&house, request.headers()) {
        Ok(()) => next.run(request).await,
        Err(refusal) => refusal.into_response(),
    };
    for (name, value) in ALWAYS {
        response.headers_mut().entry(name).or_insert(value);
    }
    response
}

fn meant(house: &House, headers: &HeaderMap) -> Result<(), Refusal> {
    let host = only(headers, HOST).filter(|host| house.is_called(host));
    let Some(host) = host else {
        let said = only(headers, HOST).unwrap_or_default();
        return Err(Refusal::of_request(StatusCode::MISDIRECTED_REQUEST, "host", "unknown", said));
    };
    let origin = only(headers, ORIGIN);
    let foreign =
        headers.contains_key(ORIGIN) && origin.and_then(|origin| origin.strip_prefix("http://")) != Some(host);
    if foreign {
        return Err(Refusal::of_request(StatusCode::FORBIDDEN, "origin", "unknown", origin.unwrap_or_default()));
    }
    Ok(())
}

/// The body must be of this type, and say so.
pub(crate) fn is_of_type(headers: &HeaderMap, wanted: &str) -> Result<(), Refusal> {
    let said = only(headers, CONTENT_TYPE).unwrap_or_default();
    let plain = said.split(';').next().unwrap_or_default().trim();
    if plain.eq_ignore_ascii_case(wanted) {
        return Ok(());
    }
    Err(Refusal::of_request(StatusCode::UNSUPPORTED_MEDIA_TYPE, "content-type", "malformed", said))
}

/// The value of a header that stands there once.
fn only(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    let mut all = headers.get_all(name).iter();
    let first = all.next()?;
    if all.next().is_some() { None } else { first.to_str().ok() }
}
