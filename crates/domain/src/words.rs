//! The one catalogue of words for screens, forms and the command line: `words/{zh,en}.json`, Chinese first.
//!
//! Owns: finding a word by its key, and the sentence of a [`Blocked`] with its data filled in. The files are nested as
//! i18next takes them: `{{name}}` stands for data, `_` names what has keys below it. `form` and `fault` have files of
//! their own and are groups of the same tree. That nothing lacks its word, and no word its thing, a test proves.
//!
//! Must never know: which screen or form a word stands on.

use crate::case::{CaseState, TaskState};
use crate::choice::{CHOICES, Choice};
use crate::engine::Blocked;
use crate::fact::Fact;
use crate::fields::FieldType;
use crate::path::{Path, Target};
use crate::procedure::{ARCHIVE, Bound, By, Does, End, Every, Meaning, Procedure, StageId, TaskId};
use crate::record::RecordState;
use crate::text::Lang;
use serde::Serialize;
use serde_json::Value;
use std::sync::LazyLock;

static ZH: LazyLock<Value> = LazyLock::new(|| {
    merged(
        include_str!("../../../words/zh.json"),
        include_str!("../../../words/form.zh.json"),
        include_str!("../../../words/fault.zh.json"),
    )
});

static EN: LazyLock<Value> = LazyLock::new(|| {
    merged(
        include_str!("../../../words/en.json"),
        include_str!("../../../words/form.en.json"),
        include_str!("../../../words/fault.en.json"),
    )
});

fn merged(words: &str, form: &str, fault: &str) -> Value {
    let read = |text| serde_json::from_str::<Value>(text).expect("the catalogue is JSON: the tests read it");
    let mut all = read(words);
    all["form"] = read(form);
    all["fault"] = read(fault);
    all
}

/// The whole catalogue of a language, as i18next takes it.
pub fn catalogue(lang: Lang) -> &'static Value {
    match lang {
        Lang::Zh => &ZH,
        Lang::En => &EN,
    }
}

/// The word at a key like `section.complaint.customer`; of a key with others below it, its own name.
pub fn word(lang: Lang, key: &str) -> Option<&'static str> {
    let found = key.split('.').try_fold(catalogue(lang), |at, step| at.get(step))?;
    found.as_str().or_else(|| found.get("_")?.as_str())
}

/// The sentence at a key, with its data filled in.
pub fn sentence(lang: Lang, key: &str, data: &[(&str, &str)]) -> Option<String> {
    word(lang, key).map(|text| fill(text, data))
}

/// Puts data in the place of each `{{name}}`. What nobody gave stays, so that it is seen. Data is never read for names.
pub fn fill(text: &str, data: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((name, tail)) = after.split_once("}}") else { break };
        out.push_str(before);
        match data.iter().find(|(key, _)| *key == name.trim()) {
            Some((_, value)) => out.push_str(value),
            None => out.push_str(&rest[before.len()..rest.len() - tail.len()]),
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

/// What a section or a side record is called.
pub fn kind(lang: Lang, target: Target) -> &'static str {
    word(lang, &key(target)).unwrap_or(target.name())
}

/// The label of `field`, or of `list.field` in a line; `None` for a field of the procedure's own.
pub fn field(lang: Lang, target: Target, path: &str) -> Option<&'static str> {
    word(lang, &format!("{}.{path}", key(target)))
}

/// A word of the choice of that name.
pub fn choice(lang: Lang, name: &str, chosen: &str) -> Option<&'static str> {
    word(lang, &format!("choice.{name}.{chosen}"))
}

/// The word that was chosen in a field, whichever choice it takes; `None` where the field is no choice.
pub fn chosen(lang: Lang, target: Target, path: &str, chosen: &str) -> Option<&'static str> {
    match target.field(path)? {
        FieldType::Choice(words) => {
            let (name, _) = CHOICES.iter().find(|(_, own)| *own == words)?;
            choice(lang, name, chosen)
        }
        FieldType::Tick => choice(lang, "yes_no", chosen),
        FieldType::Text
        | FieldType::House
        | FieldType::Told
        | FieldType::Number
        | FieldType::Amount
        | FieldType::Date
        | FieldType::Stamp
        | FieldType::Who
        | FieldType::Account
        | FieldType::Department
        | FieldType::Customer
        | FieldType::Person
        | FieldType::Product
        | FieldType::Line
        | FieldType::File
        | FieldType::List(_)
        | FieldType::Lines(_) => None,
    }
}

/// What a fact is called.
pub fn fact(lang: Lang, fact: Fact) -> &'static str {
    word(lang, &format!("fact.{}", fact.name())).unwrap_or(fact.name())
}

/// A word of a fact. The limits of an amount are the procedure's own words, and only `below` is ours.
pub fn fact_word(lang: Lang, fact: Fact, said: &str) -> Option<&'static str> {
    if fact.own_words().is_empty() {
        return word(lang, &format!("limit.{said}"));
    }
    let (target, path) = fact.place();
    chosen(lang, target, path, said)
}

/// Somebody whom the case names.
pub fn bound(lang: Lang, bound: Bound) -> &'static str {
    word(lang, &format!("bound.{}", bound.name())).unwrap_or(bound.name())
}

/// Where a task stands.
pub fn task_state(lang: Lang, state: TaskState) -> &'static str {
    named(lang, "state.task", &state)
}

/// Where a case stands as a whole.
pub fn case_state(lang: Lang, state: CaseState) -> &'static str {
    named(lang, "state.case", &state)
}

/// Where a side record stands.
pub fn record_state(lang: Lang, state: RecordState) -> &'static str {
    named(lang, "state.record", &state)
}

/// What doing a task means.
pub fn does(lang: Lang, does: Does) -> &'static str {
    named(lang, "docs.does", &does)
}

/// How often a duty recurs.
pub fn every(lang: Lang, every: Every) -> &'static str {
    named(lang, "docs.every", &every)
}

/// An end of a case.
pub fn end(lang: Lang, end: End) -> &'static str {
    named(lang, "docs.end", &end)
}

/// What a signature is called, as beside a box: 制作, 审核.
pub fn meaning(lang: Lang, meaning: Meaning) -> &'static str {
    named(lang, "choice.meaning", &meaning)
}

/// What the signer says by signing. It holds for a rejection as well, which is signed with the same meaning.
pub fn meaning_in_full(lang: Lang, meaning: Meaning) -> &'static str {
    word(lang, &format!("meaning.{}", meaning.word())).unwrap_or(meaning.word())
}

/// Where a field lives, in words: 围堵 · 围堵地点 · 检查数量. The procedure knows the labels of its own fields.
pub fn place(lang: Lang, path: &Path, procedure: Option<&Procedure>) -> String {
    let own = |p: &'_ Procedure| {
        let field = p.fields.iter().find(|f| f.section == path.target && f.name == path.field)?;
        Some(field.label.get(lang).to_owned())
    };
    let labels = match field(lang, path.target, &path.field) {
        Some(label) => {
            let list = path.field.split_once('.').and_then(|(list, _)| field(lang, path.target, list));
            list.into_iter().chain([label]).map(str::to_owned).collect()
        }
        None => vec![procedure.and_then(own).unwrap_or_else(|| path.field.clone())],
    };
    format!("{} · {}", kind(lang, path.target), labels.join(" · "))
}

/// Who does a task. The procedure knows the names of its roles; without it they stand by their ids.
pub fn by(lang: Lang, by: &By, procedure: Option<&Procedure>) -> String {
    match by {
        By::Anyone => word(lang, "by.anyone").unwrap_or_default().to_owned(),
        By::Each => word(lang, "by.each").unwrap_or_default().to_owned(),
        By::Bound(who) => bound(lang, *who).to_owned(),
        By::Head(of) => sentence(lang, "by.head", &[("who", bound(lang, *of))]).unwrap_or_default(),
        By::Role(id) => {
            let role = procedure.and_then(|p| p.roles.iter().find(|role| role.id == *id));
            role.map_or_else(|| id.to_string(), |role| role.name.get(lang).to_owned())
        }
    }
}

/// One reason why not, in a sentence. The procedure knows what its stages, tasks and roles are called; without it they
/// stand by their ids.
pub fn blocked(lang: Lang, why: &Blocked, procedure: Option<&Procedure>) -> String {
    let task = |id: &TaskId| {
        let task = procedure.and_then(|p| p.task(id));
        task.map_or_else(|| id.to_string(), |task| task.name.get(lang).to_owned())
    };
    let stage = |id: &StageId| match procedure.and_then(|p| p.stage(id)) {
        Some(stage) => stage.name.get(lang).to_owned(),
        None if *id == ARCHIVE => case_state(lang, CaseState::Archived).to_owned(),
        None => id.to_string(),
    };
    let anyone_of = |all: &[By]| {
        let names: Vec<String> = all.iter().map(|one| by(lang, one, procedure)).collect();
        names.join(word(lang, "by.or").unwrap_or_default())
    };
    let field_of = |field: &String| {
        let place = Path::try_from(field.clone()).map(|path| place(lang, &path, procedure));
        place.unwrap_or_else(|_| field.clone())
    };
    let (key, data) = match why {
        Blocked::NotNow { stage: id } => ("not_now", Some(("stage", stage(id)))),
        Blocked::NeedsRole { by } => ("needs_role", Some(("by", anyone_of(by)))),
        Blocked::Waits { task: id } => ("waits", Some(("task", task(id)))),
        Blocked::Missing { field } => ("missing", Some(("field", field_of(field)))),
        Blocked::SaidOtherwise { field } => ("said_otherwise", Some(("field", field_of(field)))),
        Blocked::OwnWork { task: id } => ("own_work", Some(("task", task(id)))),
        Blocked::Subject => ("subject", None),
        Blocked::Record { kind: of } => ("record", Some(("kind", kind(lang, Target::Record(*of)).to_owned()))),
        Blocked::NotAllowed { step } => {
            let named = word(lang, &format!("step.{step}")).unwrap_or(step);
            ("not_allowed", Some(("step", named.to_owned())))
        }
        Blocked::NeedsSignature => ("needs_signature", None),
        Blocked::NeedsReason => ("needs_reason", None),
        Blocked::ReadOnly => ("read_only", None),
        Blocked::OwnRequest => ("own_request", None),
        Blocked::Void { task: id } => ("void", Some(("task", task(id)))),
        Blocked::Given => ("given", None),
        Blocked::NotThem => ("not_them", None),
        Blocked::NotYours => ("not_yours", None),
        Blocked::Answered { task: id } => ("answered", Some(("task", task(id)))),
        Blocked::OwnDeadline => ("own_deadline", None),
        Blocked::CustomersDate => ("customers_date", None),
        Blocked::Clock => ("clock", None),
    };
    let data: Vec<(&str, &str)> = data.iter().map(|(name, value)| (*name, value.as_str())).collect();
    sentence(lang, &format!("blocked.{key}"), &data).unwrap_or_else(|| key.to_owned())
}

fn key(target: Target) -> String {
    match target {
        Target::Section(kind) => format!("section.{}", kind.name()),
        Target::Record(kind) => format!("record.{}", kind.name()),
    }
}

/// The word of one of our enums, by its name in JSON. The tests prove that there is one.
fn named(lang: Lang, group: &str, value: &impl Serialize) -> &'static str {
    let name = serde_json::to_value(value).ok();
    let found = name.as_ref().and_then(Value::as_str).and_then(|name| word(lang, &format!("{group}.{name}")));
    found.unwrap_or_default()
}
