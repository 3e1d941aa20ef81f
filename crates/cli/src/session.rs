//! One run as a named account: signs in, calls the list, signs out.

use crate::args::As;
use crate::fault::{Fault, SignIn};
use crate::out::Result;
use crate::{password, speech};
use kesu_api::app::{App, Caller, RequestId};
use kesu_api::error::ApiError;
use kesu_api::machine::{Machine, RealMachine};
use kesu_api::{Command, Door};
use kesu_domain::procedure::Procedure;
use kesu_domain::time::Stamp;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::json;
use serde_json::value::RawValue;
use std::sync::Arc;

/// A signed-in run. It signs out when it is dropped, so that no way out of a verb leaves a session behind.
pub(crate) struct Session {
    pub(crate) app: App,
    pub(crate) caller: Caller,
}

/// The answer of `sign_in`, and of the `signed` door.
#[derive(Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
enum Answered {
    In { token: String },
    Done {},
    Wrong { left: u32 },
    Locked { until: Stamp },
}

impl Session {
    /// Opens the folder and signs in.
    pub(crate) fn begin(seat: &As) -> Result<Session> {
        let app = App::open(&seat.data.dir, Arc::new(RealMachine))?;
        let password = password::ask(speech::lang(), &seat.login)?;
        let mut session = Session { app, caller: Caller { token: None, device: "kesu".into() } };
        let answer = session.ask("sign_in", &json!({ "login": seat.login, "password": password }))?;
        match answer {
            Answered::In { token } => session.caller.token = Some(token),
            Answered::Done {} => return Err(Fault::internal("sign_in answers as no sign-in")),
            Answered::Wrong { left } => return Err(Fault::SignIn(SignIn::WrongPassword { left })),
            Answered::Locked { until } => return Err(Fault::SignIn(SignIn::Locked { until })),
        }
        Ok(session)
    }

    /// Carries out a command, with a request id of its own where none is given.
    pub(crate) fn call(&self, name: &str, payload: &RawValue, request: Option<RequestId>) -> Result<Box<RawValue>> {
        let request = request.map_or_else(|| RequestId::new(&RealMachine.uuid()), Ok)?;
        Ok(kesu_api::call(&self.app, &self.caller, name, Some(request), payload)?)
    }

    /// Carries out a command for whoever typed it: a refusal has the names of the procedure, where the case can be seen,
    /// and a wrong password is a failed sign-in.
    pub(crate) fn carry_out(
        &self,
        name: &str,
        payload: &RawValue,
        request: Option<RequestId>,
    ) -> Result<Box<RawValue>> {
        let answer = self.call(name, payload, request).map_err(|fault| self.named(payload, fault))?;
        let asks_password = Command::named(name).is_some_and(|command| match command.door {
            Door::Signed | Door::Private => true,
            Door::Read | Door::Write => false,
        });
        match refusal(&answer).filter(|_| asks_password) {
            Some(fault) => Err(fault),
            None => Ok(answer),
        }
    }

    fn named(&self, payload: &RawValue, fault: Fault) -> Fault {
        match fault {
            Fault::Api(ApiError::Refused { blocked }, None) => {
                let case = serde_json::from_str::<AboutCase>(payload.get()).ok();
                let procedure = case.and_then(|about| self.procedure_of(about.case).ok());
                Fault::Api(ApiError::Refused { blocked }, procedure.map(Box::new))
            }
            Fault::Api(..) | Fault::SignIn(_) | Fault::Usage(_) | Fault::Pipe => fault,
        }
    }

    /// Asks the list for something that this program reads itself.
    pub(crate) fn ask<T: DeserializeOwned>(&self, name: &str, payload: &impl Serialize) -> Result<T> {
        let payload = serde_json::value::to_raw_value(payload).map_err(Fault::internal)?;
        let answer = self.call(name, &payload, None)?;
        serde_json::from_str(answer.get()).map_err(Fault::internal)
    }

    /// The procedure under which a case runs.
    pub(crate) fn procedure_of(&self, case: i64) -> Result<Procedure> {
        let view: CaseLook = self.ask("case_get", &json!({ "case": case }))?;
        self.procedure(view.head.procedure)
    }

    /// A procedure by its id.
    pub(crate) fn procedure(&self, id: i64) -> Result<Procedure> {
        let view: ProcedureLook = self.ask("procedure_get", &json!({ "procedure": id }))?;
        Ok(view.procedure)
    }

    /// The id of a case, by its number.
    pub(crate) fn case_of(&self, number: &str) -> Result<i64> {
        let view: CaseLook = self.ask("case_get", &json!({ "number": number }))?;
        Ok(view.case)
    }
}

/// A wrong password of the `signed` door is an answer there, and a failed sign-in here.
fn refusal(answer: &RawValue) -> Option<Fault> {
    match serde_json::from_str::<Answered>(answer.get()).ok()? {
        Answered::In { .. } | Answered::Done {} => None,
        Answered::Wrong { left } => Some(Fault::SignIn(SignIn::WrongPassword { left })),
        Answered::Locked { until } => Some(Fault::SignIn(SignIn::Locked { until })),
    }
}

/// The case that a request is about.
#[derive(Deserialize)]
struct AboutCase {
    case: i64,
}

/// What this program reads of a case.
#[derive(Deserialize)]
struct CaseLook {
    case: i64,
    head: HeadLook,
}

#[derive(Deserialize)]
struct HeadLook {
    procedure: i64,
}

#[derive(Deserialize)]
struct ProcedureLook {
    procedure: Procedure,
}

impl Drop for Session {
    fn drop(&mut self) {
        if self.caller.token.is_some() {
            // A session that could not be ended ends by itself when it has been idle.
            drop(self.ask::<serde_json::Value>("sign_out", &json!({})));
        }
    }
}
