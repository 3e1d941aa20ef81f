//! What a section or record refers to is there: customers, products, people, files. Found by the field registry, so that a
//! new field is looked at like all others.
//!
//! Numbers and amounts are counted, so none is below zero; words and lists have a length that a person can read.

use crate::door::Reading;
use crate::error::{ApiError, Field, Result};
use kesu_domain::fields::{FieldInfo, FieldType};
use kesu_domain::id::{AccountId, CustomerId, DepartmentId, PersonId, ProductId};
use kesu_domain::master::{Account, Customer, Department, File, Person, Product};
use kesu_domain::record::Record;
use kesu_domain::section::Section;
use kesu_store::error::Error;
use serde::Serialize;
use serde_json::Value;

/// No plant counts further, in pieces or in hundredths of its currency.
const MOST: i64 = 1_000_000_000_000_000;

/// The longest text of one field, in characters: forty pages.
const LONGEST: usize = 100_000;

/// The longest list of one field.
const MOST_LINES: usize = 2_000;

/// Names every reference of a section that leads nowhere.
pub(crate) fn check(cx: &Reading, section: &Section) -> Result<()> {
    found(cx, section.kind().name(), section.kind().fields(), section)
}

/// Names every reference of a side record that leads nowhere.
pub(crate) fn check_record(cx: &Reading, record: &Record) -> Result<()> {
    found(cx, record.kind().name(), record.kind().fields(), record)
}

fn found(cx: &Reading, name: &str, fields: &[FieldInfo], body: &impl Serialize) -> Result<()> {
    let body = serde_json::to_value(body).map_err(ApiError::internal)?;
    let mut wrong = vec![];
    walk(cx, name, fields, &body["body"], &mut wrong)?;
    if wrong.is_empty() { Ok(()) } else { Err(ApiError::Invalid { fields: wrong }) }
}

fn walk(cx: &Reading, at: &str, fields: &[FieldInfo], body: &Value, wrong: &mut Vec<Field>) -> Result<()> {
    for field in fields {
        let (path, value) = (format!("{at}.{}", field.name), &body[field.name]);
        if value.as_array().is_some_and(|lines| lines.len() > MOST_LINES) {
            wrong.push(too_long(path, MOST_LINES));
            continue;
        }
        match field.is {
            FieldType::Lines(inner) => {
                for line in value.as_array().into_iter().flatten() {
                    walk(cx, &path, inner, line, wrong)?;
                }
            }
            FieldType::List(of) => {
                for item in value.as_array().into_iter().flatten() {
                    wrong.extend(one(cx, &path, *of, item)?);
                }
            }
            of => wrong.extend(one(cx, &path, of, value)?),
        }
    }
    Ok(())
}

/// What is wrong with one value; an empty one is never wrong.
fn one(cx: &Reading, path: &str, of: FieldType, value: &Value) -> Result<Option<Field>> {
    let number = value.as_i64();
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
            None => None,
        },
        FieldType::File => {
            let known = cx.db.find::<File>(&[("sha256", &value.as_str().unwrap_or_default())])?;
            known.is_none().then_some("unknown")
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
