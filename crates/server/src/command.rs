//! `POST /api/{name}`: one command of the list.

use crate::answer::{Refusal, apart, json};
use crate::serve::House;
use crate::{caller, guard, receive};
use axum::body::Body;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use serde_json::value::RawValue;

/// The longest request: a section with all that people paste into it, never a file.
const LARGEST: u64 = 12 * 1024 * 1024;

/// Calls the command that the path names.
pub(crate) async fn command(
    State(house): State<House>,
    name: Result<Path<String>, PathRejection>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Refusal> {
    let Ok(Path(name)) = name else { return Err(Refusal::nothing_at("/api/")) };
    guard::is_of_type(&headers, "application/json")?;
    let caller = caller::of(&headers);
    let request = caller::request(&headers)?;
    let bytes = receive::whole(&headers, body, LARGEST).await?;
    let payload = serde_json::from_slice::<Box<RawValue>>(&bytes);
    let payload =
        payload.map_err(|cause| Refusal::of_request(StatusCode::BAD_REQUEST, "", "malformed", cause.to_string()))?;
    let called = name.clone();
    let answer = apart(move || kesu_api::call(&*house.home.app()?, &caller, &called, request, &payload)).await?;
    let mut response = json(answer.get().as_bytes().to_vec());
    caller::follow(&name, &answer, &mut response);
    Ok(response)
}
