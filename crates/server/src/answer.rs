//! What a caller gets when it did not work: the error of the list as JSON, under the status of this table.
//!
//! | code | status |
//! | --- | --- |
//! | `not_found` | 404; 405 where the path is right and the method is not |
//! | `forbidden` | 401 when nobody is signed in, 403 when the post is missing |
//! | `refused` | 422: the procedure says no |
//! | `invalid` | 400; 403 for a foreign origin, 413 for too many bytes, 415 for another type of body, 421 for another host |
//! | `conflict` | 409 |
//! | `replayed` | 409: carried out before, nothing was written again |
//! | `busy` | 503, to be tried again |
//! | `folder` | 507 |
//! | `internal` | 500 |

use axum::http::header::{CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use kesu_api::error::ApiError;
use kesu_api::permission::Permission;

/// An error with the status under which it is sent.
#[derive(Debug)]
pub(crate) struct Refusal {
    status: StatusCode,
    error: ApiError,
}

impl Refusal {
    /// The transport's own: something about the request, before the list sees it.
    pub(crate) fn of_request(status: StatusCode, part: &str, wrong: &str, detail: impl Into<String>) -> Refusal {
        Refusal { status, error: ApiError::invalid(part, wrong, detail) }
    }

    /// More bytes than the route takes.
    pub(crate) fn too_large(part: &str, limit: u64) -> Refusal {
        Refusal::of_request(StatusCode::PAYLOAD_TOO_LARGE, part, "too_large", limit.to_string())
    }

    /// Nothing is at this path.
    pub(crate) fn nothing_at(path: &str) -> Refusal {
        ApiError::not_found(format!("path {path}")).into()
    }

    /// As an answer that lies there whole, for a window of this process.
    pub(crate) fn whole(&self) -> axum::http::Response<Vec<u8>> {
        let mut response = axum::http::Response::new(serde_json::to_vec(&self.error).unwrap_or_default());
        *response.status_mut() = self.status;
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        response
    }

    /// The path is right, the method is not.
    pub(crate) fn method(path: &str) -> Refusal {
        Refusal { status: StatusCode::METHOD_NOT_ALLOWED, ..Refusal::nothing_at(path) }
    }
}

impl From<ApiError> for Refusal {
    fn from(error: ApiError) -> Refusal {
        let status = match &error {
            ApiError::NotFound { .. } => StatusCode::NOT_FOUND,
            ApiError::Forbidden { needs: Permission::SignedIn } => StatusCode::UNAUTHORIZED,
            ApiError::Forbidden { .. } => StatusCode::FORBIDDEN,
            ApiError::Refused { .. } => StatusCode::UNPROCESSABLE_ENTITY,
            ApiError::Invalid { fields } if fields.iter().any(|field| field.wrong == "too_large") => {
                StatusCode::PAYLOAD_TOO_LARGE
            }
            ApiError::Invalid { .. } => StatusCode::BAD_REQUEST,
            ApiError::Conflict { .. } | ApiError::Replayed { .. } => StatusCode::CONFLICT,
            ApiError::Busy => StatusCode::SERVICE_UNAVAILABLE,
            ApiError::Folder { .. } => StatusCode::INSUFFICIENT_STORAGE,
            ApiError::Internal { .. } => StatusCode::INTERNAL_SERVER_ERROR,
        };
        Refusal { status, error }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        // The error is made of text and numbers; should it not be JSON all the same, its status still says what it is.
        let body = serde_json::to_vec(&self.error).unwrap_or_default();
        let mut response = json(body);
        *response.status_mut() = self.status;
        match self.error {
            ApiError::Forbidden { needs: Permission::SignedIn } => {
                response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
            }
            ApiError::Busy => {
                response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("1"));
            }
            _ => {}
        }
        response
    }
}

/// A body of JSON.
pub(crate) fn json(body: Vec<u8>) -> Response {
    ([(CONTENT_TYPE, HeaderValue::from_static("application/json"))], body).into_response()
}

/// Runs something that waits for disks and keys, apart from the threads that serve.
pub(crate) async fn apart<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, ApiError> + Send + 'static,
) -> Result<T, Refusal> {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done.map_err(Refusal::from),
        Err(cause) => Err(ApiError::internal(cause).into()),
    }
}
