//! Bodies of requests: whole, with a limit, or piece by piece for somebody who reads and waits.

use crate::answer::Refusal;
use axum::body::{Body, Bytes, HttpBody as _};
use axum::http::header::CONTENT_LENGTH;
use axum::http::{HeaderMap, StatusCode};
use std::io::Read;
use std::pin::Pin;
use tokio::sync::mpsc;

/// How many pieces may wait for the disk.
const WAITING: usize = 8;

/// The whole body, if it is no longer than that. One that says it is longer is not read at all.
pub(crate) async fn whole(headers: &HeaderMap, mut body: Body, largest: u64) -> Result<Vec<u8>, Refusal> {
    promised(headers, largest)?;
    let mut all = vec![];
    while let Some(piece) = piece(&mut body).await? {
        if (all.len() + piece.len()) as u64 > largest {
            return Err(Refusal::too_large("body", largest));
        }
        all.extend_from_slice(&piece);
    }
    Ok(all)
}

/// Refuses a body that says it is longer than that.
pub(crate) fn promised(headers: &HeaderMap, largest: u64) -> Result<(), Refusal> {
    let length = headers.get(CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
    if length.is_some_and(|length| length > largest) { Err(Refusal::too_large("body", largest)) } else { Ok(()) }
}

/// Hands the body on, piece by piece, until its end or until nobody reads any more.
pub(crate) async fn hand_on(mut body: Body, to: mpsc::Sender<Piece>) {
    while let Ok(piece) = piece(&mut body).await {
        let (piece, last) = piece.map_or((Piece::End, true), |bytes| (Piece::Bytes(bytes), false));
        if to.send(piece).await.is_err() || last {
            return;
        }
    }
}

/// A body as somebody reads it who may wait. Both ends of it.
pub(crate) fn pipe() -> (mpsc::Sender<Piece>, Reader) {
    let (to, from) = mpsc::channel(WAITING);
    (to, Reader { from, rest: Bytes::new(), ended: false })
}

/// A part of a body. The end is said: a caller who goes away in the middle must not leave half a file that looks whole.
pub(crate) enum Piece {
    Bytes(Bytes),
    End,
}

/// The reading end.
pub(crate) struct Reader {
    from: mpsc::Receiver<Piece>,
    rest: Bytes,
    ended: bool,
}

impl Read for Reader {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        while self.rest.is_empty() && !self.ended {
            match self.from.blocking_recv() {
                Some(Piece::Bytes(bytes)) => self.rest = bytes,
                Some(Piece::End) => self.ended = true,
                None => return Err(std::io::ErrorKind::ConnectionAborted.into()),
            }
        }
        let taken = self.rest.split_to(self.rest.len().min(out.len()));
        out[..taken.len()].copy_from_slice(&taken);
        Ok(taken.len())
    }
}

/// The next piece; `None` at the end.
async fn piece(body: &mut Body) -> Result<Option<Bytes>, Refusal> {
    loop {
        let frame = std::future::poll_fn(|cx| Pin::new(&mut *body).poll_frame(cx)).await;
        let Some(frame) = frame else { return Ok(None) };
        let frame = frame
            .map_err(|cause| Refusal::of_request(StatusCode::BAD_REQUEST, "body", "malformed", cause.to_string()))?;
        // Trailers are frames too, and say nothing here.
        if let Ok(bytes) = frame.into_data() {
            return Ok(Some(bytes));
        }
    }
}
