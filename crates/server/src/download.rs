//! `GET /file/{sha256}` and `GET /form/{check code}.pdf`: bytes as they are kept.

use crate::answer::{Refusal, apart};
use crate::caller;
use crate::serve::House;
use axum::body::{Body, Bytes, HttpBody};
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Response};
use http_body::Frame;
use kesu_api::error::ApiError;
use kesu_domain::people::FileDigest;
use std::fmt::Write as _;
use std::io::Read;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use tokio::sync::mpsc;

/// How much of a file is read at once, and how many such pieces may wait for the network.
const PIECE: usize = 64 * 1024;
const WAITING: usize = 4;

/// What a browser may show by itself. Everything else is only ever saved: it may carry scripts.
const SHOWN: &[&str] = &["image/png", "image/jpeg", "application/pdf"];

/// A file of a case that the caller may see.
pub(crate) async fn file(
    State(house): State<House>,
    digest: Result<Path<String>, PathRejection>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let named = digest.map(|Path(named)| named).unwrap_or_default();
    let digest = FileDigest::new(&named).ok_or_else(|| Refusal::nothing_at("/file/"))?;
    let caller = caller::of(&headers);
    let app = Arc::clone(&house.app);
    let (row, bytes, length) = apart(move || {
        let (row, file) = app.fetch(&caller, &digest)?;
        let length = file.metadata().map_err(ApiError::internal)?.len();
        Ok((row, file, length))
    })
    .await?;
    Ok(with_head(&row.media_type, &row.name, length, stream(bytes)))
}

/// An issued form, with the bytes that were issued.
pub(crate) async fn form(
    State(house): State<House>,
    named: Result<Path<String>, PathRejection>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let named = named.map(|Path(named)| named).unwrap_or_default();
    let code = named.strip_suffix(".pdf").ok_or_else(|| Refusal::nothing_at("/form/"))?.to_owned();
    let caller = caller::of(&headers);
    let app = Arc::clone(&house.app);
    let (issued, bytes) = apart(move || app.paper(&caller, &code)).await?;
    let name = format!("{} {}.pdf", issued.form, issued.code);
    Ok(with_head("application/pdf", &name, bytes.len() as u64, Body::from(bytes)))
}

fn with_head(media_type: &str, name: &str, length: u64, body: Body) -> Response {
    let kind = HeaderValue::from_str(media_type).unwrap_or(HeaderValue::from_static("application/octet-stream"));
    let head =
        [(CONTENT_TYPE, kind), (CONTENT_LENGTH, length.into()), (CONTENT_DISPOSITION, disposition(media_type, name))];
    (head, body).into_response()
}

/// Shown or saved, and under which name: once in plain letters, once in all of them (RFC 6266).
fn disposition(media_type: &str, name: &str) -> HeaderValue {
    let how = if SHOWN.contains(&media_type) { "inline" } else { "attachment" };
    let plain: String = name.chars().map(|sign| if is_plain(sign) { sign } else { '_' }).collect();
    let whole = name.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
        out
    });
    let value = format!("{how}; filename=\"{plain}\"; filename*=UTF-8''{whole}");
    HeaderValue::from_str(&value).expect("plain letters and percent signs can stand in a header")
}

fn is_plain(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || " -._()".contains(sign)
}

/// Reads a file on a thread that may wait, a few pieces ahead of the network. A file that breaks off breaks the
/// connection: its length was said before.
fn stream(mut file: std::fs::File) -> Body {
    let (to, pieces) = mpsc::channel(WAITING);
    tokio::task::spawn_blocking(move || {
        let mut buffer = vec![0; PIECE];
        loop {
            let piece = match file.read(&mut buffer) {
                Ok(0) => return,
                Ok(read) => Ok(Bytes::copy_from_slice(&buffer[..read])),
                Err(cause) if cause.kind() == std::io::ErrorKind::Interrupted => continue,
                Err(cause) => Err(cause),
            };
            let broken = piece.is_err();
            if to.blocking_send(piece).is_err() || broken {
                return;
            }
        }
    });
    Body::new(Pieces(pieces))
}

/// The pieces as a body.
struct Pieces(mpsc::Receiver<std::io::Result<Bytes>>);

impl HttpBody for Pieces {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, std::io::Error>>> {
        self.0.poll_recv(cx).map(|piece| piece.map(|piece| piece.map(Frame::data)))
    }
}
