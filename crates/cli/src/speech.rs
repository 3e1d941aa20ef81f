//! Sentences for people, from the one catalogue: Chinese, or English where the terminal's language is English.

use crate::fault::SignIn;
use crate::table::plain;
use kesu_api::error::{ApiError, Field};
use kesu_api::machine::{Machine, RealMachine};
use kesu_domain::procedure::Procedure;
use kesu_domain::proof::Fault;
use kesu_domain::text::Lang;
use kesu_domain::time::Stamp;
use kesu_domain::words;
use serde_json::Value;

/// The language of the terminal: the first of `LC_ALL`, `LC_MESSAGES`, `LANG` that says something.
pub(crate) fn lang() -> Lang {
    let said =
        ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()));
    if said.is_some_and(|text| text.starts_with("en")) { Lang::En } else { Lang::Zh }
}

/// A sentence of the command line's own.
pub(crate) fn cli(lang: Lang, key: &str, data: &[(&str, &str)]) -> String {
    words::sentence(lang, &format!("cli.{key}"), data).unwrap_or_else(|| key.to_owned())
}

/// A sign-in that failed.
pub(crate) fn sign_in(lang: Lang, cause: &SignIn) -> String {
    match cause {
        SignIn::WrongPassword { left } => cli(lang, "sign_in.wrong", &[("left", &left.to_string())]),
        SignIn::Locked { until } => cli(lang, "sign_in.locked", &[("until", &moment(*until))]),
    }
}

/// An error of the list: what happened, and what to do about it; then each reason on a line of its own.
pub(crate) fn api(lang: Lang, cause: &ApiError, procedure: Option<&Procedure>) -> String {
    let say = |key: &str, data: &[(&str, &str)]| {
        words::sentence(lang, &format!("error.{key}"), data).unwrap_or_else(|| key.to_owned())
    };
    match cause {
        ApiError::NotFound { what } => say("not_found", &[("what", &plain(what))]),
        ApiError::Forbidden { needs } => {
            let name = serde_json::to_value(needs).ok().and_then(|value| value.as_str().map(str::to_owned));
            let name = name.unwrap_or_default();
            say("forbidden", &[("needs", words::word(lang, &format!("permission.{name}")).unwrap_or(&name))])
        }
        ApiError::Refused { blocked } => {
            let reasons = blocked.iter().map(|why| words::blocked(lang, why, procedure));
            listed(say("refused", &[]), reasons)
        }
        ApiError::Invalid { fields } => listed(say("invalid", &[]), fields.iter().map(|field| wrong(lang, field))),
        ApiError::Conflict { current } => say("conflict", &[("current", &current.to_string())]),
        ApiError::Replayed { seq } => say("replayed", &[("seq", &seq.to_string())]),
        ApiError::Busy => say("busy", &[]),
        ApiError::Folder { why, detail } => {
            let key = format!("folder.{why}");
            let known = words::word(lang, &format!("error.{key}")).is_some();
            say(if known { &key } else { "folder" }, &[("detail", &plain(detail))])
        }
        ApiError::Internal { incident } => say("internal", &[("incident", incident)]),
    }
}

/// A fault of a procedure: line, place, reason. Ids stay as the author wrote them.
pub(crate) fn fault(lang: Lang, fault: &Fault) -> String {
    let data = serde_json::to_value(&fault.why).unwrap_or_default();
    let code = fault.why.code();
    let mut said = words::word(lang, &format!("fault.{code}")).unwrap_or(code).to_owned();
    for (name, value) in data.as_object().into_iter().flatten() {
        said = said.replace(&format!("{{{name}}}"), &datum(value));
    }
    if fault.at.is_empty() { said } else { format!("{}: {said}", fault.at) }
}

/// A moment as the clock on the wall shows it.
pub(crate) fn moment(at: Stamp) -> String {
    let local = at.plus_millis(offset_millis(&RealMachine.zone())).to_string();
    local.get(..16).unwrap_or(&local).replace('T', " ")
}

fn wrong(lang: Lang, field: &Field) -> String {
    let what = words::word(lang, &format!("wrong.{}", field.wrong)).unwrap_or(&field.wrong);
    let mut said = if field.field.is_empty() { what.to_owned() } else { format!("{}: {what}", plain(&field.field)) };
    if !field.detail.is_empty() {
        said.push_str(&format!(" ({})", plain(&field.detail)));
    }
    said
}

fn listed(head: String, lines: impl Iterator<Item = String>) -> String {
    lines.fold(head, |text, line| format!("{text}\n  - {line}"))
}

fn datum(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Object(map) => {
            let pairs: Vec<String> = map.iter().map(|(key, value)| format!("{key} = {}", datum(value))).collect();
            pairs.join(", ")
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) => value.to_string(),
    }
}

/// `+08:00` in milliseconds; of anything else none.
fn offset_millis(zone: &str) -> i64 {
    let (sign, rest) = match zone.split_at_checked(1) {
        Some(("-", rest)) => (-1, rest),
        Some(("+", rest)) => (1, rest),
        Some(_) | None => return 0,
    };
    let parsed = rest
        .split_once(':')
        .and_then(|(hours, minutes)| Some(hours.parse::<i64>().ok()? * 60 + minutes.parse::<i64>().ok()?));
    sign * parsed.unwrap_or(0) * 60_000
}

#[cfg(test)]
mod tests {
    #[test]
    fn offsets_are_read() {
        for (zone, hours) in [("+08:00", 8.0), ("-03:30", -3.5), ("+00:00", 0.0), ("Z", 0.0), ("", 0.0), ("時", 0.0)] {
            assert_eq!(super::offset_millis(zone) as f64, hours * 3_600_000.0, "{zone}");
        }
    }
}
