//! Sentences for people, from the one catalogue: Chinese, or English where the terminal's language is English.

use crate::fault::SignIn;
use crate::table::plain;
use kesu_api::error::{ApiError, Field};
use kesu_api::machine::{Machine, RealMachine};
use kesu_domain::path::Path;
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
        ApiError::NotFound { what } => say("not_found", &[("what", &named(lang, &plain(what)))]),
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

/// What a thing of the program is called: a table, or whatever can be looked for.
pub(crate) fn thing(lang: Lang, name: &str) -> String {
    words::word(lang, &format!("thing.{name}")).unwrap_or(name).to_owned()
}

/// What was looked for: the program's word for it, then what names it.
fn named(lang: Lang, what: &str) -> String {
    let what = what.strip_suffix(" in its case").unwrap_or(what);
    if let Some(whole) = words::word(lang, &format!("thing.{}", what.replace(' ', "_"))) {
        return whole.to_owned();
    }
    match what.split_once(' ') {
        Some((kind, name)) => format!("{} {name}", thing(lang, kind)),
        None => what.to_owned(),
    }
}

/// A field by the label that it has on screen, an argument or a unique key by its word; anything else as it is written.
fn labelled(lang: Lang, field: &Field) -> String {
    let name = &field.field;
    // Of a key of several columns the first one says which it is.
    let key = name.split(',').next().unwrap_or(name);
    let group = if field.wrong == "taken" { "unique" } else { "argument" };
    let word = words::word(lang, &format!("{group}.{key}")).or_else(|| words::word(lang, &format!("argument.{key}")));
    let place = || Path::try_from(name.clone()).map(|path| words::place(lang, &path, None));
    word.map_or_else(|| place().unwrap_or_else(|_| plain(name)), |word| word.to_owned())
}

fn wrong(lang: Lang, field: &Field) -> String {
    let what = words::word(lang, &format!("wrong.{}", field.wrong)).unwrap_or(&field.wrong);
    let mut said = if field.field.is_empty() { what.to_owned() } else { format!("{}: {what}", labelled(lang, field)) };
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
    use super::{labelled, named};
    use kesu_api::error::Field;
    use kesu_domain::text::Lang;

    #[test]
    fn what_is_looked_for_has_its_word() {
        let table = [
            ("case KS-9999", "案件 KS-9999"),
            ("command case_delete", "命令 case_delete"),
            ("procedure in force", "现行规程"),
            ("record 5 in its case", "记录 5"),
            ("key", "密钥"),
            ("nothing known", "nothing known"),
            ("", ""),
        ];
        for (what, wanted) in table {
            assert_eq!(named(Lang::Zh, what), wanted, "{what}");
        }
    }

    #[test]
    fn fields_have_their_labels() {
        let table = [
            ("org", "missing", "公司名称"),
            ("complaint.class", "missing", "投诉内容 · 投诉类别"),
            ("account.login", "taken", "登录名"),
            ("procedure.number, procedure.version", "taken", "规程编号和版本"),
            ("row.zone", "unknown", "时区"),
            ("post", "last_admin", "岗位"),
            ("paper.on", "in_the_future", "纸质表单 · 签字日期"),
            ("no.such.place", "malformed", "no.such.place"),
        ];
        for (field, wrong, wanted) in table {
            let field = Field { field: field.into(), wrong: wrong.into(), detail: String::new() };
            assert_eq!(labelled(Lang::Zh, &field), wanted);
        }
    }

    #[test]
    fn offsets_are_read() {
        for (zone, hours) in [("+08:00", 8.0), ("-03:30", -3.5), ("+00:00", 0.0), ("Z", 0.0), ("", 0.0), ("時", 0.0)] {
            assert_eq!(super::offset_millis(zone) as f64, hours * 3_600_000.0, "{zone}");
        }
    }
}
