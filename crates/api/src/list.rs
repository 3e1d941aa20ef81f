//! How the list works: it makes the table of commands, the one way in, the permission matrix, the TypeScript types and
//! the reference page. What each command is stands in `lib.rs` and nowhere else.

use crate::app::{App, Caller, RequestId};
use crate::error::{ApiError, Result};
use crate::permission::Permission;
use crate::seat::Seat;
use kesu_store::door::Read;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use ts_rs::TS;

/// Through which door a command goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Door {
    /// One snapshot.
    Read,
    /// One transaction, journaled.
    Write,
    /// A write whose door has opened the actor's key with the password.
    Signed,
    /// Drafts, sessions, attempts, preferences: another file, never evidence.
    Private,
}

/// A type of the list, for the TypeScript file and the reference page.
#[derive(Debug, Clone, Copy)]
pub struct Type {
    /// Its name in TypeScript.
    pub name: fn() -> String,
    /// Collects its declaration and those of all it is made of.
    pub visit: fn(&mut crate::types::Types),
}

/// One row of the list.
#[derive(Debug, Clone, Copy)]
pub struct Command {
    /// What it is called by.
    pub name: &'static str,
    /// The group that it stands in, and what that is about.
    pub group: (&'static str, &'static str),
    /// Through which door.
    pub door: Door,
    /// What it asks of its caller.
    pub permission: Permission,
    /// The line of the reference page.
    pub about: &'static str,
    /// What it takes.
    pub request: Type,
    /// What it gives.
    pub response: Type,
    pub(crate) run: Run,
}

pub(crate) type Run = fn(&Call) -> Result<Box<RawValue>>;

/// One call on its way: who was found out, the payload is not parsed yet.
pub(crate) struct Call<'a> {
    pub(crate) app: &'a App,
    pub(crate) caller: &'a Caller,
    pub(crate) name: &'static str,
    pub(crate) permission: Permission,
    pub(crate) seat: Option<Seat>,
    pub(crate) request: Option<RequestId>,
    payload: &'a str,
}

/// Carries out a command of the list: permission first, then the payload is parsed.
///
/// # Errors
/// See [`ApiError`]. A panic inside is caught here, once, and becomes `internal` with its incident id.
pub fn call(
    app: &App,
    caller: &Caller,
    name: &str,
    request: Option<RequestId>,
    payload: &RawValue,
) -> Result<Box<RawValue>> {
    let command = Command::named(name).ok_or_else(|| ApiError::not_found(format!("command {name}")))?;
    let run = || {
        let seat = Seat::of(app, caller)?;
        let allowed = match &seat {
            Some(seat) => command.permission.given_by(&seat.posts),
            None => command.permission == Permission::Open,
        };
        if !allowed {
            return Err(ApiError::Forbidden {
                needs: if seat.is_none() { Permission::SignedIn } else { command.permission },
            });
        }
        let Command { name, permission, .. } = *command;
        (command.run)(&Call { app, caller, name, permission, seat, request, payload: payload.get() })
    };
    caught(name, run)
}

/// Runs it; a panic inside becomes a fault of the program with its incident id, and takes nothing else down.
fn caught<T>(name: &str, run: impl FnOnce() -> Result<T>) -> Result<T> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(run)).unwrap_or_else(|panic| {
        let said = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
        Err(ApiError::internal(format!("panic in {name}: {}", said.unwrap_or("no message"))))
    })
}

impl Command {
    /// The row of that name.
    pub fn named(name: &str) -> Option<&'static Command> {
        crate::COMMANDS.iter().find(|command| command.name == name)
    }
}

impl Call<'_> {
    /// The payload as the type of the request; what does not fit is named by line, column and reason.
    pub(crate) fn parse<T: DeserializeOwned>(&self) -> Result<T> {
        serde_json::from_str(self.payload).map_err(|cause| ApiError::invalid("", "malformed", cause.to_string()))
    }

    /// Who calls; commands that ask for more than `Open` always have somebody.
    pub(crate) fn somebody(&self) -> Result<Seat> {
        self.seat.clone().ok_or(ApiError::Forbidden { needs: Permission::SignedIn })
    }

    /// Who writes, as they may now that it is their turn: while the command waited, another one may have closed the account
    /// or ended the post that it was let in by.
    pub(crate) fn still(&self, db: &Read) -> Result<Seat> {
        let seat = Seat::now(db, self.somebody()?.account)?;
        let seat = seat.ok_or(ApiError::Forbidden { needs: Permission::SignedIn })?;
        let allowed = self.permission.given_by(&seat.posts);
        if allowed { Ok(seat) } else { Err(ApiError::Forbidden { needs: self.permission }) }
    }
}

/// The answer as JSON.
pub(crate) fn answer<T: Serialize>(response: &T) -> Result<Box<RawValue>> {
    serde_json::value::to_raw_value(response).map_err(ApiError::internal)
}

/// The type of a request or response.
pub(crate) const fn type_of<T: TS + 'static>() -> Type {
    Type { name: crate::types::name::<T>, visit: crate::types::visit::<T> }
}

/// A line of documentation without the blank that `///` leaves before it.
pub(crate) const fn line(doc: &'static str) -> &'static str {
    doc.trim_ascii()
}

/// Makes everything from the list. A row is: name, request, response, door, permission and, where slow work comes before the
/// transaction, the function that does it.
macro_rules! commands { ($( #[doc = $gdoc:literal] $group:ident { $(
    $(#[doc = $doc:literal])* $name:ident ($Request:ident) -> $Response:ident, $door:ident, $Permission:ident $(, before $before:ident)? ;
)* } )*) => {
    /// Every command, in the order of the list.
    pub static COMMANDS: &[Command] = &[ $( $( Command {
        name: stringify!($name),
        group: (stringify!($group), $crate::list::line($gdoc)),
        door: $crate::list::commands!(@door $door),
        permission: permission::Permission::$Permission,
        about: $crate::list::line(concat!($($doc),*)),
        request: $crate::list::type_of::<handle::$group::$Request>(),
        response: $crate::list::commands!(@response $door handle::$group::$Response),
        run: |call| $crate::door::$door!(call, handle::$group::$name $(, handle::$group::$before)?),
    }, )* )* ];
};
    (@door read) => { Door::Read };
    (@door write) => { Door::Write };
    (@door signed) => { Door::Signed };
    (@door private) => { Door::Private };
    (@response signed $T:ty) => { $crate::list::type_of::<$crate::signing::Answer<$T>>() };
    (@response $door:ident $T:ty) => { $crate::list::type_of::<$T>() };
}
pub(crate) use commands;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_caught_and_has_an_incident_by_which_it_is_found() {
        let boom =
            |what: &'static str| caught::<()>("case_get", move || std::panic::panic_any(what)).expect_err("a panic");
        let ApiError::Internal { incident } = boom("boom") else { panic!("another error") };
        assert_eq!(incident.len(), 10);
        assert_eq!(boom("boom"), ApiError::Internal { incident: incident.clone() }, "the same fault has the same id");
        assert_ne!(boom("bang"), ApiError::Internal { incident });
        assert_eq!(caught("case_get", || Ok(7)), Ok(7));
    }
}
