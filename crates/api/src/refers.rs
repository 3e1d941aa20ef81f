//! What a section or record refers to is there: customers, products, people, files. Found by the field registry, so that a
//! new field is looked at like all others; a procedure's own fields are looked at in the same way.
//!
//! A file is there when it was brought into this case: whoever knows the digest of another case's file gets nothing by it.
//!
//! Numbers and amounts are counted, so none is below zero; words and lists have a length that a person can read.

use crate::door::Reading;
use crate::error::{ApiError, Field, Result};
use kesu_domain::case::Extra;
use kesu_domain::fields::{FieldInfo, FieldType};
use kesu_domain::id::{AccountId, CaseId, CustomerId, DepartmentId, PersonId, ProductId};
use kesu_domain::master::{Account, Customer, Department, File, Person, Product};
use kesu_domain::path::Target;
use kesu_domain::procedure::{ExtraField, ExtraType};
use kesu_domain::record::Record;
use kesu_domain::section::Section;
use kesu_store::error::Error;
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// No plant counts further, in pieces or in hundredths of its currency.
const MOST: i64 = 1_000_000_000_000_000;

/// The longest text of one field, in characters: forty pages.
const LONGEST: usize = 100_000;

/// The longest list of one field.
const MOST_LINES: usize = 2_000;

/// Where is looked: what is read, and the case that refers; none for one that is not registered yet.
pub(crate) struct Where<'a> {
    /// The snapshot.
    pub(crate) cx: &'a Reading<'a>,
    /// Which case.
    pub(crate) case: Option<CaseId>,
}

/// Names every reference of a section that leads nowhere.
pub(crate) fn check(at: &Where, section: &Section) -> Result<()> {
    found(at, section.kind().name(), section.kind().fields(), section)
}

/// Names every reference of a side record that leads nowhere.
pub(crate) fn check_record(at: &Where, record: &Record) -> Result<()> {
    found(at, record.kind().name(), record.kind().fields(), record)
}

/// Names every answer that is none to a field which the procedure declares for this section or record.
pub(crate) fn check_extra(
    at: &Where,
    declared: &[ExtraField],
    target: Target,
    extra: &BTreeMap<String, Extra>,
) -> Result<()> {
    let mut wrong = vec![];
    for (name, answer) in extra {
        let path = format!("extra.{name}");
        let field = declared.iter().find(|field| field.section == target && field.name == *name);
        wrong.extend(match field {
            Some(field) => own(at, &path, field, answer)?,
            None => Some(Field { field: path, wrong: "unknown".into(), detail: target.name().into() }),
        });
    }
    refuse(wrong)
}

/// What is wrong with the answer to a procedure's own field.
fn own(at: &Where, path: &str, field: &ExtraField, answer: &Extra) -> Result<Option<Field>> {
    match (field.is, answer) {
        (ExtraType::Text, Extra::Text(text)) => one(at, path, FieldType::Text, &json!(text)),
        (ExtraType::Number, Extra::Number(number)) => one(at, path, FieldType::Number, &json!(number)),
        (ExtraType::Person, Extra::Person(who)) => one(at, path, FieldType::Who, &json!(who)),
        (ExtraType::File, Extra::File(file)) => one(at, path, FieldType::File, &json!(file)),
        (ExtraType::Date, Extra::Date(_)) | (ExtraType::YesNo, Extra::YesNo(_)) => Ok(None),
        (ExtraType::Choice, Extra::Choice(code)) => {
            let known = code.is_empty() || field.words.iter().any(|word| word.code == *code);
            Ok((!known).then(|| Field { field: path.into(), wrong: "unknown".into(), detail: shortened(code) }))
        }
        (_, other) => Ok(Some(Field {
            field: path.into(),
            wrong: "malformed".into(),
            detail: shortened(&json!(other).to_string()),
        })),
    }
}

/// This file was brought into this case, or the case uses it already.
pub(crate) fn is_of_case(cx: &Reading, case: CaseId, file: &str) -> Result<bool> {
    let row = cx.db.find::<File>(&[("sha256", &file)])?;
    let brought = row.is_some_and(|kept| kept.body.of(case).is_some());
    Ok(brought || cx.db.files_of(case)?.iter().any(|known| known.as_str() == file))
}

fn found(at: &Where, name: &str, fields: &[FieldInfo], body: &impl Serialize) -> Result<()> {
    let body = serde_json::to_value(body).map_err(ApiError::internal)?;
    let mut wrong = vec![];
    walk(at, name, fields, &body["body"], &mut wrong)?;
    refuse(wrong)
}

fn refuse(wrong: Vec<Field>) -> Result<()> {
    if wrong.is_empty() { Ok(()) } else { Err(ApiError::Invalid { fields: wrong }) }
}

fn walk(at: &Where, name: &str, fields: &[FieldInfo], body: &Value, wrong: &mut Vec<Field>) -> Result<()> {
    for field in fields {
        let (path, value) = (format!("{name}.{}", field.name), &body[field.name]);
        if value.as_array().is_some_and(|lines| lines.len() > MOST_LINES) {
            wrong.push(too_long(path, MOST_LINES));
            continue;
        }
        match field.is {
            FieldType::Lines(inner) => {
                for line in value.as_array().into_iter().flatten() {
                    walk(at, &path, inner, line, wrong)?;
                }
            }
            FieldType::List(of) => {
                for item in value.as_array().into_iter().flatten() {
                    wrong.extend(one(at, &path, *of, item)?);
                }
            }
            of => wrong.extend(one(at, &path, of, value)?),
        }
    }
    Ok(())
}

/// What is wrong with one value; an empty one is never wrong.
fn one(at: &Where, path: &str, of: FieldType, value: &Value) -> Result<Option<Field>> {
    let (cx, number) = (at.cx, value.as_i64());
    let id = || number.unwrap_or_default();
    let code = match of {
        _ if value.is_null() => None,
        FieldType::Number | FieldType::Amount => number.filter(|n| !(0..=MOST).contains(n)).map(|_| "out_of_range"),
        FieldType::Customer => unknown(cx.db.get::<Customer>(CustomerId(id())))?,
        FieldType::Person => unknown(cx.db.get::<Person>(PersonId(id())))?,
        FieldType::Product => unknown(cx.db.get::<Product>(ProductId(id())))?,
        FieldType::Department => unknown(cx.db.get::<Department>(DepartmentId(id())))?,
        // An account by itself, or somebody who may have none.
        FieldType::Who | FieldType::Account => match number.or_else(|| value["account"].as_i64()) {
            Some(account) => unknown(cx.db.get::<Account>(AccountId(account)))?,
            None => {
                let longer = value["name"].as_str().is_some_and(|name| name.chars().count() > LONGEST);
                return Ok(longer.then(|| too_long(path.to_owned(), LONGEST)));
            }
        },
        FieldType::File => {
            let file = value.as_str().unwrap_or_default();
            let known = at.case.map_or(Ok(false), |case| is_of_case(cx, case, file))?;
            (!known).then_some("unknown")
        }
        FieldType::Text | FieldType::House | FieldType::Told => {
            let length = |text: &Value| text.as_str().map_or(0, |text| text.chars().count());
            let longest = length(value).max(length(&value["zh"])).max(length(&value["en"]));
            return Ok((longest > LONGEST).then(|| too_long(path.to_owned(), LONGEST)));
        }
        FieldType::Choice(_)
        | FieldType::Tick
        | FieldType::Date
        | FieldType::Stamp
        | FieldType::Line
        | FieldType::List(_)
        | FieldType::Lines(_) => None,
    };
    Ok(code.map(|wrong| Field { field: path.to_owned(), wrong: wrong.into(), detail: value.to_string() }))
}

/// So much of a wrong answer is shown again.
fn shortened(text: &str) -> String {
    text.chars().take(100).collect()
}

fn too_long(field: String, most: usize) -> Field {
    Field { field, wrong: "too_long".into(), detail: most.to_string() }
}

fn unknown<T>(read: std::result::Result<T, Error>) -> Result<Option<&'static str>> {
    match read {
        Ok(_) => Ok(None),
        Err(Error::NotFound(_)) => Ok(Some("unknown")),
        Err(other) => Err(other.into()),
    }
}
