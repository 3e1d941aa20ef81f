//! `GET /file/{sha256}` and `GET /form/{check code}.pdf`: bytes as they are kept.

use crate::answer::{Refusal, apart};
use crate::caller;
use crate::folder::Passing;
use crate::serve::House;
use axum::body::{Body, Bytes, HttpBody};
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Uri};
use axum::response::{IntoResponse, Response};
use http_body::Frame;
use kesu_api::app::{App, Caller};
use kesu_api::error::ApiError;
use kesu_domain::id::{CaseId, PlantId};
use kesu_domain::people::FileDigest;
use std::fmt::Write as _;
use std::io::{Read, Write};
use std::pin::Pin;
use std::task::{Context, Poll};
use tokio::sync::mpsc;

/// How much of a file is read at once, and how many such pieces may wait for the network.
const PIECE: usize = 64 * 1024;
const WAITING: usize = 4;

/// What a browser may show by itself. Everything else is only ever saved: it may carry scripts.
const SHOWN: &[&str] = &["image/png", "image/jpeg", "application/pdf"];

/// Bytes on their way out, and what is said of them.
pub(crate) struct Sent {
    media_type: String,
    name: String,
    length: u64,
    bytes: Source,
}

/// Where they come from.
enum Source {
    /// A file, and what must outlive its reading.
    File(std::fs::File, Option<Passing>),
    /// All of them.
    Whole(Vec<u8>),
}

impl Sent {
    /// A file.
    pub(crate) fn file(
        media_type: &str,
        name: &str,
        length: u64,
        file: std::fs::File,
        passing: Option<Passing>,
    ) -> Sent {
        let bytes = Source::File(file, passing);
        Sent { media_type: media_type.into(), name: name.into(), length, bytes }
    }

    /// Bytes that were made for this answer, with their name.
    fn whole(media_type: &str, (name, bytes): (String, Vec<u8>)) -> Sent {
        Sent { media_type: media_type.into(), name, length: bytes.len() as u64, bytes: Source::Whole(bytes) }
    }

    /// Finds what a path names, if the caller may see it: `file/{sha256}`, `form/{check code}.pdf`,
    /// `form/draft-{case}-{form}-{language}.pdf`, `form/morning-{plant}-{language}.pdf`, `ical/mine.ics`.
    pub(crate) fn find(app: &App, caller: &Caller, path: &str) -> Result<Sent, ApiError> {
        let nothing = || ApiError::not_found(format!("path /{path}"));
        let (kind, named) = path.split_once('/').ok_or_else(nothing)?;
        match kind {
            "file" => {
                let (row, file) = app.fetch(caller, &FileDigest::new(named).ok_or_else(nothing)?)?;
                let length = file.metadata().map_err(ApiError::internal)?.len();
                Ok(Sent::file(&row.media_type, &row.name, length, file, None))
            }
            "form" if named.starts_with(MORNING) => {
                let (plant, language) = morning(named).ok_or_else(nothing)?;
                Ok(Sent::whole("application/pdf", app.morning(caller, plant, language)?))
            }
            "ical" if named == MINE => {
                Ok(Sent::whole("text/calendar; charset=utf-8", (named.into(), app.ical(caller)?.into_bytes())))
            }
            "form" if named.starts_with(DRAFT) => {
                let (case, form, language) = draft(named).ok_or_else(nothing)?;
                Ok(Sent::whole("application/pdf", app.preview(caller, case, form, language)?))
            }
            "form" => {
                let (issued, bytes) = app.paper(caller, named.strip_suffix(".pdf").ok_or_else(nothing)?)?;
                // The file that was kept is named after case and form.
                let name = app.fetch(caller, &issued.file)?.0.name;
                Ok(Sent::whole("application/pdf", (name, bytes)))
            }
            _ => Err(nothing()),
        }
    }

    /// Whether a browser, or the viewer of the system, may show it: it carries nothing that runs.
    pub(crate) fn is_shown(&self) -> bool {
        SHOWN.contains(&self.media_type.as_str())
    }

    /// Under which name it is kept.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// What is said of it in the head of an answer.
    pub(crate) fn head(&self) -> [(HeaderName, HeaderValue); 3] {
        let kind = HeaderValue::from_str(&self.media_type);
        let kind = kind.unwrap_or(HeaderValue::from_static("application/octet-stream"));
        let how = if self.is_shown() { "inline" } else { "attachment" };
        [
            (CONTENT_TYPE, kind),
            (CONTENT_LENGTH, self.length.into()),
            (CONTENT_DISPOSITION, disposition(how, &self.name)),
        ]
    }

    /// Hands all of it on.
    pub(crate) fn write(self, to: &mut dyn Write) -> std::io::Result<()> {
        match self.bytes {
            Source::Whole(bytes) => to.write_all(&bytes),
            Source::File(mut file, _) => std::io::copy(&mut file, to).map(drop),
        }
    }
}

/// What the name of a form begins with that is not issued.
const DRAFT: &str = "draft-";

/// What the name of a morning sheet begins with.
const MORNING: &str = "morning-";
/// One's own deadlines.
const MINE: &str = "mine.ics";

/// `morning-1-zh.pdf`: of which plant, in which language.
fn morning(named: &str) -> Option<(PlantId, &str)> {
    let (plant, language) = named.strip_prefix(MORNING)?.strip_suffix(".pdf")?.split_once('-')?;
    Some((PlantId(plant.parse().ok()?), language))
}

/// `draft-12-F-4-zh.pdf`: of which case, which form, in which language.
fn draft(named: &str) -> Option<(CaseId, &str, &str)> {
    let (rest, language) = named.strip_prefix(DRAFT)?.strip_suffix(".pdf")?.rsplit_once('-')?;
    let (case, form) = rest.split_once('-')?;
    Some((CaseId(case.parse().ok()?), form, language))
}

/// A file of a case, or an issued form with the bytes that were issued: if the caller may see it.
pub(crate) async fn download(State(house): State<House>, uri: Uri, headers: HeaderMap) -> Result<Response, Refusal> {
    let caller = caller::of(&headers);
    let path = uri.path().trim_start_matches('/').to_owned();
    let sent = apart(move || Sent::find(&*house.home.app()?, &caller, &path)).await?;
    Ok(stream(sent))
}

/// As an answer, piece by piece.
pub(crate) fn stream(sent: Sent) -> Response {
    let head = sent.head();
    let body = match sent.bytes {
        Source::Whole(bytes) => Body::from(bytes),
        Source::File(file, passing) => pieces(file, passing),
    };
    (head, body).into_response()
}

/// Shown or saved, and under which name: once in plain letters, once in all of them (RFC 6266).
fn disposition(how: &str, name: &str) -> HeaderValue {
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
fn pieces(mut file: std::fs::File, passing: Option<Passing>) -> Body {
    let (to, pieces) = mpsc::channel(WAITING);
    tokio::task::spawn_blocking(move || {
        let _passing = passing;
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
