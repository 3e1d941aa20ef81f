//! The list over HTTP, on this machine only (design §§ 3, 12).
//!
//! Owns: the transport. It does three things: find out who calls, call, translate the error. Files and papers travel
//! beside the list by streaming routes of their own.
//!
//! | route | what |
//! | --- | --- |
//! | `POST /api/{name}` | a command of the list: the body is its request as JSON, the answer its response |
//! | `POST /file?name=…` | takes a file in; the body is its bytes |
//! | `GET /file/{sha256}` | a file of a case, or of a controlled document |
//! | `GET /form/{check code}.pdf` | an issued form |
//! | `GET /form/draft-{case}-{form}-{language}.pdf` | a form as it would print now; nothing is kept |
//! | `GET /form/morning-{plant}-{language}.pdf` | the morning sheet of a plant; nothing is kept |
//! | `GET /ical/mine.ics` | one's own deadlines for a calendar |
//! | `GET /folder` | how the data folder is |
//! | `POST /folder/init`, `/folder/verify`, `/folder/backup` | makes it, where there is none; checks it; backs it up |
//! | `GET` anything else | a file of the form set, or its first page |
//!
//! A call carries its session as `authorization: Bearer …` or in the cookie that `sign_in` sets, and for a write that may be
//! sent twice an `x-request-id`. What the statuses mean: [`answer`].
//!
//! Windows of the same process take the shorter way: [`desk`].
//!
//! Must never know: cases, procedures, permissions, what lies in the data folder. No rule stands here, and no command but the two
//! that begin and end a session is known by name.
//!
//! Errors: what a caller did is an `ApiError` as JSON, whatever part of the house says so. [`ServeError`] is for whoever
//! starts the server.

mod answer;
mod caller;
mod command;
pub mod desk;
mod download;
mod folder;
mod guard;
pub mod log;
mod pages;
mod receive;
mod serve;
mod upload;

pub use pages::Pages;
pub use serve::{ServeError, Server, serve};
