//! Why a run did not do what was asked: an exit code, JSON with its `code` on standard error, and a sentence after it.

use crate::speech;
use kesu_api::error::ApiError;
use kesu_domain::procedure::Procedure;
use kesu_domain::text::Lang;
use kesu_domain::time::Stamp;
use serde::Serialize;
use serde_json::Value;
use std::io::Write;

/// Wrong usage.
pub(crate) const USAGE: u8 = 64;
const REFUSED: u8 = 2;
const FOLDER: u8 = 3;
const INTERNAL: u8 = 70;

/// Why not.
#[derive(Debug)]
pub(crate) enum Fault {
    /// The list, or the folder, said no. With the procedure of the case, where it is known, for the names in the sentence.
    Api(ApiError, Option<Box<Procedure>>),
    /// Nobody is signed in.
    SignIn(SignIn),
    /// What was typed cannot be carried out; a sentence of the catalogue under `cli.usage`.
    Usage(&'static str),
    /// Whoever read the output has gone.
    Pipe,
}

/// A sign-in that failed, or a password that was asked for again and was wrong.
#[derive(Debug, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub(crate) enum SignIn {
    /// Login or password.
    WrongPassword {
        /// Tries before the lock.
        left: u32,
    },
    /// Too many wrong ones.
    Locked {
        /// Until when.
        until: Stamp,
    },
}

impl From<ApiError> for Fault {
    fn from(cause: ApiError) -> Fault {
        Fault::Api(cause, None)
    }
}

impl Fault {
    /// A fault of the program.
    pub(crate) fn internal(cause: impl std::fmt::Display) -> Fault {
        ApiError::internal(cause).into()
    }

    /// A panic: a fault of the program, with its own incident id for each message.
    pub(crate) fn panic(payload: &dyn std::any::Any) -> Fault {
        let said = payload.downcast_ref::<&str>().copied();
        let said = said.or_else(|| payload.downcast_ref::<String>().map(String::as_str));
        Fault::internal(format!("panic: {}", said.unwrap_or("of no text")))
    }

    /// A file outside the data folder that cannot be read or written.
    pub(crate) fn file(path: &str, wrong: &str, cause: &std::io::Error) -> Fault {
        ApiError::invalid(path, wrong, cause.to_string()).into()
    }

    /// Prints it on standard error, and says the exit code.
    pub(crate) fn report(&self, lang: Lang) -> u8 {
        if let Fault::Pipe = self {
            return 0;
        }
        let json = self.json().map(|error| error.to_string());
        let mut err = std::io::stderr().lock();
        let lines = json.into_iter().chain([self.sentence(lang)]);
        for text in lines {
            // Nobody is left to be told when standard error cannot be written.
            drop(writeln!(err, "{text}"));
        }
        self.exit()
    }

    /// The exit code.
    pub(crate) fn exit(&self) -> u8 {
        match self {
            Fault::Pipe => 0,
            Fault::Usage(_) => USAGE,
            Fault::SignIn(_) => REFUSED,
            Fault::Api(cause, _) => exit_of(cause),
        }
    }

    /// The error with its `code`; what was typed wrongly has none.
    pub(crate) fn json(&self) -> Option<Value> {
        match self {
            Fault::Pipe | Fault::Usage(_) => None,
            Fault::SignIn(cause) => serde_json::to_value(cause).ok(),
            Fault::Api(cause, _) => serde_json::to_value(cause).ok(),
        }
    }

    /// What people read.
    pub(crate) fn sentence(&self, lang: Lang) -> String {
        match self {
            Fault::Pipe => String::new(),
            Fault::Usage(key) => speech::cli(lang, &format!("usage.{key}"), &[("variable", crate::password::VARIABLE)]),
            Fault::SignIn(cause) => speech::sign_in(lang, cause),
            Fault::Api(cause, procedure) => speech::api(lang, cause, procedure.as_deref()),
        }
    }
}

fn exit_of(cause: &ApiError) -> u8 {
    match cause {
        ApiError::NotFound { .. }
        | ApiError::Forbidden { .. }
        | ApiError::Refused { .. }
        | ApiError::Invalid { .. }
        | ApiError::Conflict { .. }
        | ApiError::Replayed { .. } => REFUSED,
        ApiError::Busy | ApiError::Folder { .. } => FOLDER,
        ApiError::Internal { .. } => INTERNAL,
    }
}

#[cfg(test)]
mod tests {
    use super::{Fault, INTERNAL, exit_of};
    use kesu_api::error::ApiError;

    #[test]
    fn a_panic_is_an_internal_error_with_an_id_of_its_own() {
        let ids = ["one", "two"].map(|text| match Fault::panic(&text) {
            Fault::Api(ApiError::Internal { incident }, None) => incident,
            other => panic!("{other:?}"),
        });
        assert_ne!(ids[0], ids[1]);
        let same = Fault::panic(&"one".to_owned());
        assert!(matches!(&same, Fault::Api(cause, None) if exit_of(cause) == INTERNAL), "{same:?}");
        assert!(matches!(same, Fault::Api(ApiError::Internal { incident }, None) if incident == ids[0]));
    }
}
