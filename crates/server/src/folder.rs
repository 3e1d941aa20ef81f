//! `GET /folder`, `POST /folder/init`, `/folder/verify`, `/folder/backup`: the data folder as a whole. How it is, may be asked by
//! whoever reaches this machine's own addresses; it is made once, while there is none; the rest is for administrators.

use crate::answer::{Refusal, apart, json};
use crate::download::{self, Sent};
use crate::serve::House;
use crate::{caller, guard, receive};
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::Response;
use kesu_api::error::ApiError;
use kesu_api::home::{InitFolder, VerifyFolder};
use kesu_api::machine::{Machine as _, RealMachine};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::path::PathBuf;

/// The longest request.
const LARGEST: u64 = 64 * 1024;

/// How the folder is.
pub(crate) async fn state(State(house): State<House>) -> Result<Response, Refusal> {
    answer(apart(move || Ok(house.home.state())).await?)
}

/// Makes the folder, where there is none.
pub(crate) async fn init(State(house): State<House>, headers: HeaderMap, body: Body) -> Result<Response, Refusal> {
    let new: InitFolder = read(&headers, body).await?;
    answer(apart(move || house.home.init(&new)).await?)
}

/// Is the evidence whole?
pub(crate) async fn verify(State(house): State<House>, headers: HeaderMap, body: Body) -> Result<Response, Refusal> {
    let asked: VerifyFolder = read(&headers, body).await?;
    let caller = caller::of(&headers);
    answer(apart(move || house.home.verify(&caller, &asked)).await?)
}

/// Nothing more is needed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Backup {}

/// A backup as a download: made beside, sent, removed.
pub(crate) async fn backup(State(house): State<House>, headers: HeaderMap, body: Body) -> Result<Response, Refusal> {
    let Backup {} = read(&headers, body).await?;
    let caller = caller::of(&headers);
    let (made, sent) = apart(move || {
        let made = Passing(std::env::temp_dir().join(format!("kesu-{}.zip", RealMachine.uuid())));
        let backed = house.home.backup(&caller, &made.0)?;
        let file = File::open(&made.0).map_err(ApiError::internal)?;
        let name = format!("kesu {}.zip", backed.head.split('-').next().unwrap_or_default());
        let length = file.metadata().map_err(ApiError::internal)?.len();
        Ok((backed, Sent::file("application/zip", &name, length, file, Some(made))))
    })
    .await?;
    let mut response = download::stream(sent);
    let head = HeaderValue::from_str(&made.head).map_err(ApiError::internal)?;
    response.headers_mut().insert(HeaderName::from_static("x-kesu-head"), head);
    response.headers_mut().insert(HeaderName::from_static("x-kesu-missing"), made.missing.len().into());
    Ok(response)
}

/// A file that goes when nobody needs it any more.
pub(crate) struct Passing(PathBuf);

impl Drop for Passing {
    fn drop(&mut self) {
        // It lies where the system removes what is left over.
        drop(std::fs::remove_file(&self.0));
    }
}

async fn read<T: DeserializeOwned>(headers: &HeaderMap, body: Body) -> Result<T, Refusal> {
    guard::is_of_type(headers, "application/json")?;
    let bytes = receive::whole(headers, body, LARGEST).await?;
    let read = serde_json::from_slice(&bytes);
    read.map_err(|cause| Refusal::of_request(StatusCode::BAD_REQUEST, "", "malformed", cause.to_string()))
}

fn answer(answer: impl Serialize) -> Result<Response, Refusal> {
    Ok(json(serde_json::to_vec(&answer).map_err(ApiError::internal)?))
}
