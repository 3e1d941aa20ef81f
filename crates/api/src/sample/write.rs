//! What a task is filled with. Sections and records that are known here are told from the story; any other, and any field
//! that a procedure demands and the story leaves out, is filled by its type, so that a new procedure needs nothing new.

use super::dice::Dice;
use super::house::House;
use super::story::Story;
use super::tell;
use crate::error::{ApiError, Result};
use kesu_domain::case::{Case, Extra, TaskKey};
use kesu_domain::fact::Fact;
use kesu_domain::fields::{FieldType, Seen};
use kesu_domain::id::AccountId;
use kesu_domain::path::{Path, Target};
use kesu_domain::procedure::{ExtraType, Procedure, StageId, Task};
use kesu_domain::record::Record;
use kesu_domain::section::Section;
use kesu_domain::time::Stamp;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The task that is filled, and everything it is filled from.
pub(super) struct Scene<'a> {
    pub(super) house: &'a House,
    pub(super) procedure: &'a Procedure,
    pub(super) case: &'a Case,
    pub(super) story: &'a Story,
    pub(super) task: &'a Task,
    pub(super) key: &'a TaskKey,
    pub(super) who: AccountId,
    pub(super) at: Stamp,
    /// The words that lead where the case is to go.
    pub(super) wishes: &'a BTreeMap<Fact, String>,
    /// Where a rejection goes.
    pub(super) back_to: Option<&'a StageId>,
}

/// A body to be saved.
pub(super) enum Body {
    Section(Box<Section>),
    Record(Box<Record>),
}

/// A body with the answers to the procedure's own fields.
pub(super) struct Written {
    pub(super) body: Body,
    pub(super) extra: BTreeMap<String, Extra>,
}

impl Scene<'_> {
    /// The word that is wished for, if one is.
    pub(super) fn wish(&self, fact: Fact) -> Option<&str> {
        self.wishes.get(&fact).map(String::as_str)
    }
}

/// A body for each thing that the task fills. The lines by which its rows are dealt out stay as they stand: they name whose
/// row it is.
pub(super) fn write(scene: &Scene, dice: &mut Dice) -> Result<Vec<Written>> {
    let dealt = scene.task.each.as_ref().map(|list| list.target);
    scene.task.fills.iter().filter(|target| dealt != Some(**target)).map(|target| one(scene, *target, dice)).collect()
}

fn one(scene: &Scene, target: Target, dice: &mut Dice) -> Result<Written> {
    let body = match target {
        Target::Section(kind) => Body::Section(Box::new(tell::section(scene, kind, dice))),
        Target::Record(kind) => {
            // What another task began is gone on with, and not told anew.
            let begun = scene.task.of.as_ref().and_then(|_| scene.case.record_of(scene.task, scene.key, kind));
            let record = begun.map_or_else(|| tell::record(scene, kind, dice), |row| row.record.clone());
            Body::Record(Box::new(record))
        }
    };
    let wrong: Vec<(Fact, &str)> = scene
        .task
        .decides()
        .filter(|fact| fact.place().0 == target && !fact.own_words().is_empty())
        .filter_map(|fact| scene.wish(fact).map(|word| (fact, word)))
        .filter(|(fact, word)| said(&body, fact.place().1) != Some(word))
        .collect();
    // What is wished for is said below, and not whatever comes to mind.
    let wished = |path: &Path| wrong.iter().any(|(fact, _)| fact.reads(path));
    let mine = scene.task.needs.iter().filter(|path| path.target == target && !wished(path));
    let missing: Vec<&Path> = mine.filter(|path| !is_filled(&body, &path.field)).collect();
    if wrong.is_empty() && missing.is_empty() {
        return Ok(Written { body, extra: BTreeMap::new() });
    }
    let mut extra = BTreeMap::new();
    let mut value = match &body {
        Body::Section(section) => serde_json::to_value(section),
        Body::Record(record) => serde_json::to_value(record),
    }
    .map_err(ApiError::internal)?;
    for (fact, word) in wrong {
        value["body"][fact.place().1] = json!(word);
    }
    for path in missing {
        match target.field(&path.field) {
            Some(is) => put(scene, &mut value["body"], &path.field, is, dice),
            None => {
                extra.extend(own_field(scene, path, dice));
            }
        }
    }
    let body = match target {
        Target::Section(_) => Body::Section(serde_json::from_value(value).map_err(ApiError::internal)?),
        Target::Record(_) => Body::Record(serde_json::from_value(value).map_err(ApiError::internal)?),
    };
    Ok(Written { body, extra })
}

fn said(body: &Body, field: &str) -> Option<&'static str> {
    let seen = match body {
        Body::Section(section) => section.seen(field),
        Body::Record(record) => record.seen(field),
    };
    if let Seen::Word(word) = seen { Some(word) } else { None }
}

fn is_filled(body: &Body, field: &str) -> bool {
    match body {
        Body::Section(section) => section.filled(field),
        Body::Record(record) => record.filled(field),
    }
}

/// Puts something of that type at `field`, or at `list.field` of every line.
fn put(scene: &Scene, body: &mut Value, field: &str, is: FieldType, dice: &mut Dice) {
    let Some((list, field)) = field.split_once('.') else {
        body[field] = value(scene, is, dice);
        return;
    };
    if body[list].as_array().is_none_or(Vec::is_empty) {
        body[list] = json!([{ "id": 1 }, { "id": 2 }]);
    }
    for line in body[list].as_array_mut().into_iter().flatten() {
        line[field] = value(scene, is, dice);
    }
}

fn value(scene: &Scene, is: FieldType, dice: &mut Dice) -> Value {
    let (story, house) = (scene.story, scene.house);
    let words = ["已核对，记录见附件。", "按规程办理，结果正常。", "已与相关人员确认。", "情况属实，已登记。"];
    match is {
        FieldType::Text | FieldType::House => json!(dice.pick(&words)),
        FieldType::Told => json!(story.told(house, dice.pick::<&str>(&words), "Checked and recorded.")),
        FieldType::Choice(words) => json!(words.last()),
        FieldType::Tick => json!(true),
        FieldType::Number => json!(dice.between(1, 50)),
        FieldType::Amount => json!(dice.between(100, 9_000) * 100),
        FieldType::Date => json!(scene.at.day(house.calendar.zone())),
        FieldType::Stamp => json!(scene.at),
        FieldType::Who => json!({ "account": scene.who }),
        FieldType::Account => json!(scene.who),
        FieldType::Department => json!(house.department("PZ")),
        FieldType::Customer => json!(story.buyer(house).id),
        FieldType::Product => json!(story.good(house).id),
        FieldType::Person | FieldType::Line => json!(1),
        FieldType::File => Value::Null,
        FieldType::List(FieldType::Account) => json!([scene.who]),
        FieldType::List(of) => json!([value(scene, *of, dice)]),
        FieldType::Lines(_) => json!([{ "id": 1 }, { "id": 2 }]),
    }
}

/// An answer to a field that the procedure declares itself. A file cannot be made up: such a task stays open.
fn own_field(scene: &Scene, path: &Path, dice: &mut Dice) -> Option<(String, Extra)> {
    let field = scene.procedure.fields.iter().find(|f| f.section == path.target && f.name == path.field)?;
    let answer = match field.is {
        ExtraType::Text => Extra::Text("已核对".into()),
        ExtraType::Number => Extra::Number(dice.between(1, 50)),
        ExtraType::Date => Extra::Date(scene.at.day(scene.house.calendar.zone())),
        ExtraType::Choice => Extra::Choice(field.words.last()?.code.clone()),
        ExtraType::YesNo => Extra::YesNo(true),
        ExtraType::Person => Extra::Person(kesu_domain::people::Who::Account(scene.who)),
        ExtraType::File => return None,
    };
    Some((field.name.clone(), answer))
}
