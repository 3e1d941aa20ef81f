//! Passwords: from `KESU_PASSWORD`, or asked on the terminal; never an argument, where every process could read them.

use crate::fault::Fault;
use crate::out::Result;
use crate::speech;
use kesu_domain::text::Lang;
use std::io::IsTerminal;

/// The variable that may carry it.
pub(crate) const VARIABLE: &str = "KESU_PASSWORD";

/// The password of an account.
pub(crate) fn ask(lang: Lang, login: &str) -> Result<String> {
    given().map_or_else(|| prompt(&speech::cli(lang, "password.ask", &[("login", login)])), Ok)
}

/// A new password, typed twice.
pub(crate) fn ask_new(lang: Lang, login: &str) -> Result<String> {
    if let Some(given) = given() {
        return Ok(given);
    }
    let first = prompt(&speech::cli(lang, "password.new", &[("login", login)]))?;
    let second = prompt(&speech::cli(lang, "password.again", &[("login", login)]))?;
    if first == second { Ok(first) } else { Err(Fault::Usage("passwords_differ")) }
}

fn given() -> Option<String> {
    std::env::var(VARIABLE).ok().filter(|text| !text.is_empty())
}

fn prompt(question: &str) -> Result<String> {
    if !std::io::stdin().is_terminal() {
        return Err(Fault::Usage("no_password"));
    }
    rpassword::prompt_password(question).map_err(|_| Fault::Usage("no_password"))
}
