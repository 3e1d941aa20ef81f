//! `POST /file?name=…`: takes a file in. It belongs to nothing until a case claims it.

use crate::answer::{Refusal, apart, json};
use crate::serve::House;
use crate::{caller, guard, receive};
use axum::body::Body;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use kesu_api::error::ApiError;
use serde::Deserialize;

/// What stands after the question mark.
#[derive(Deserialize)]
pub(crate) struct Named {
    /// The name under which it came.
    #[serde(default)]
    name: String,
}

/// Streams the body to the folder.
pub(crate) async fn upload(
    State(house): State<House>,
    named: Result<Query<Named>, QueryRejection>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Refusal> {
    let Query(named) =
        named.map_err(|cause| Refusal::of_request(StatusCode::BAD_REQUEST, "name", "malformed", cause.body_text()))?;
    guard::is_of_type(&headers, "application/octet-stream")?;
    receive::promised(&headers, kesu_api::file::LARGEST)?;
    let caller = caller::of(&headers);
    let (to, mut reader) = receive::pipe();
    let kept = apart(move || house.home.app()?.receive(&caller, &named.name, &mut reader));
    let ((), kept) = tokio::join!(receive::hand_on(body, to), kept);
    Ok(json(serde_json::to_vec(&kept?).map_err(ApiError::internal)?))
}
