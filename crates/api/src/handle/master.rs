//! Master data 基础数据: plants, departments, customers, people at customers, products (rows M).

pub use super::Kept;
use crate::door::{Reading, Writing};
use crate::error::{ApiError, Field, Result};
use kesu_domain::derive::spelled;
use kesu_domain::id::{CustomerId, PlantId};
use kesu_domain::master::{Account, Customer, Department, File, Person, Plant, PlantContact, Product};
use kesu_store::record::{Record, Rev};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A kind of master data.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MasterKind {
    /// 工厂
    Plant,
    /// 部门
    Department,
    /// 客户
    Customer,
    /// 客户联系人
    Person,
    /// 产品
    Product,
}

/// A row of master data.
#[derive(Debug, Serialize, Deserialize, TS)]
#[serde(tag = "kind", content = "body", rename_all = "snake_case")]
pub enum Master {
    /// 工厂
    Plant(Plant),
    /// 部门
    Department(Department),
    /// 客户
    Customer(Customer),
    /// 客户联系人
    Person(Person),
    /// 产品
    Product(Product),
}

impl Master {
    /// Its name in Chinese.
    fn chinese(&self) -> &str {
        match self {
            Master::Plant(Plant { name, .. })
            | Master::Department(Department { name, .. })
            | Master::Customer(Customer { name, .. })
            | Master::Product(Product { name, .. }) => &name.zh,
            Master::Person(person) => &person.name,
        }
    }
}

/// Which rows.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListMaster {
    of: MasterKind,
    /// Only rows that contain this, in whatever field.
    #[serde(default)]
    containing: String,
}

/// Rows in their revisions.
#[derive(Debug, Serialize, TS)]
pub struct MasterList {
    rows: Vec<MasterRow>,
}

/// One row.
#[derive(Debug, Serialize, TS)]
pub struct MasterRow {
    id: i64,
    rev: i64,
    row: Master,
    /// How its Chinese name is spelled, whole and by first letters: `guopixiang gpx`.
    spelled: String,
}

/// Lists master data.
pub(crate) fn master_list(cx: &Reading, request: ListMaster) -> Result<MasterList> {
    let sought = request.containing.trim().to_lowercase();
    let rows = match request.of {
        MasterKind::Plant => rows(cx, Master::Plant, &sought)?,
        MasterKind::Department => rows(cx, Master::Department, &sought)?,
        MasterKind::Customer => rows(cx, Master::Customer, &sought)?,
        MasterKind::Person => rows(cx, Master::Person, &sought)?,
        MasterKind::Product => rows(cx, Master::Product, &sought)?,
    };
    Ok(MasterList { rows })
}

fn rows<T: Record>(cx: &Reading, wrap: fn(T) -> Master, sought: &str) -> Result<Vec<MasterRow>> {
    let mut out = vec![];
    for kept in cx.db.list::<T>(&[])? {
        let text = serde_json::to_string(&kept.body).map_err(ApiError::internal)?;
        let row = wrap(kept.body);
        let spelled = spelled(row.chinese());
        if text.to_lowercase().contains(sought) || spelled.contains(sought) {
            out.push(MasterRow { id: kept.id.into(), rev: kept.rev.0, row, spelled });
        }
    }
    Ok(out)
}

/// A customer, a person at one, or a product; new, or in the revision that was on the screen.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveMaster {
    #[serde(default)]
    id: Option<i64>,
    #[serde(default)]
    rev: i64,
    row: Master,
}

/// Saves master data that whoever takes complaints in may add.
pub(crate) fn master_save(cx: &mut Writing, request: SaveMaster) -> Result<Kept> {
    let (id, rev) = (request.id, request.rev);
    match request.row {
        Master::Customer(body) => {
            let code = code_for(cx, id, body.code, "C", |row: &Customer| &row.code)?;
            let body = Customer { code, ..body };
            named(&[("row.code", &body.code), ("row.name", &body.name.zh), ("row.name", &body.name.en)])?;
            let kept = save(cx, id, rev, &body)?;
            if let Some(id) = id {
                cx.db.search_follows(CustomerId(id))?;
            }
            Ok(kept)
        }
        Master::Person(body) => {
            named(&[("row.name", &body.name)])?;
            cx.db.get::<Customer>(body.customer)?;
            save(cx, id, rev, &body)
        }
        Master::Product(body) => {
            let code = code_for(cx, id, body.code, "P", |row: &Product| &row.code)?;
            let body = Product { code, ..body };
            named(&[("row.code", &body.code), ("row.name", &body.name.zh), ("row.name", &body.name.en)])?;
            save(cx, id, rev, &body)
        }
        Master::Plant(_) | Master::Department(_) => Err(ApiError::invalid("row.kind", "needs_admin", "plant_save")),
    }
}

/// The code that was typed; for a new row without one the next in line, so that somebody at the phone needs the name alone.
fn code_for<T: Record>(
    cx: &Writing,
    id: Option<i64>,
    typed: String,
    letter: &str,
    of: fn(&T) -> &str,
) -> Result<String> {
    if id.is_some() || !typed.trim().is_empty() {
        return Ok(typed);
    }
    let number = |code: &str| code.strip_prefix(letter)?.strip_prefix('-')?.parse::<u32>().ok();
    let last = cx.db.list::<T>(&[])?.iter().filter_map(|kept| number(of(&kept.body))).max().unwrap_or(0);
    Ok(format!("{letter}-{:04}", last.saturating_add(1)))
}

/// A plant or a department; new, or in the revision that was on the screen.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SavePlant {
    #[serde(default)]
    id: Option<i64>,
    #[serde(default)]
    rev: i64,
    row: Master,
}

/// Saves a plant or a department.
pub(crate) fn plant_save(cx: &mut Writing, request: SavePlant) -> Result<Kept> {
    let (id, rev) = (request.id, request.rev);
    match request.row {
        Master::Plant(body) => {
            named(&[("row.code", &body.code), ("row.name", &body.name.zh), ("row.name", &body.name.en)])?;
            if body.zone.parse::<chrono_tz::Tz>().is_err() {
                return Err(ApiError::invalid("row.zone", "unknown", body.zone));
            }
            if let Some(logo) = &body.logo
                && cx.db.find::<File>(&[("sha256", &logo.as_str())])?.is_none()
            {
                return Err(ApiError::invalid("row.logo", "unknown", logo.as_str()));
            }
            if let Some(account) = body.in_charge {
                cx.db.get::<Account>(account)?;
            }
            let is_empty = |one: &PlantContact| {
                let ways = [&one.phone, &one.mail, &one.qq, &one.wechat];
                ways.iter().all(|way| way.trim().is_empty())
            };
            if body.contacts.iter().any(is_empty) {
                return Err(ApiError::Invalid { fields: vec![Field::missing("row.contacts")] });
            }
            let before = id.map(|id| cx.db.get::<Plant>(PlantId(id))).transpose()?;
            let kept = save(cx, id, rev, &body)?;
            // Its days begin elsewhere now: deadlines are others, and so are the days of receipt.
            if let Some(before) = before.filter(|before| before.body.zone != body.zone) {
                cx.db.days_follow(before.id)?;
            }
            Ok(kept)
        }
        Master::Department(body) => {
            named(&[("row.code", &body.code), ("row.name", &body.name.zh), ("row.name", &body.name.en)])?;
            cx.db.get::<Plant>(body.plant)?;
            save(cx, id, rev, &body)
        }
        Master::Customer(_) | Master::Person(_) | Master::Product(_) => {
            Err(ApiError::invalid("row.kind", "unknown", "master_save"))
        }
    }
}

/// Of the fields of one name, one at least says something.
fn named(fields: &[(&str, &String)]) -> Result<()> {
    let empty =
        |name: &str| fields.iter().filter(|(field, _)| *field == name).all(|(_, value)| value.trim().is_empty());
    let mut missing: Vec<Field> = vec![];
    for (name, _) in fields.iter().filter(|(name, _)| empty(name)) {
        if missing.iter().all(|field| field.field != *name) {
            missing.push(Field::missing(name));
        }
    }
    if missing.is_empty() { Ok(()) } else { Err(ApiError::Invalid { fields: missing }) }
}

/// Saves a row in the revision that was on the screen; without an id it is a new one.
pub(super) fn save<T: Record>(cx: &mut Writing, id: Option<i64>, rev: i64, body: &T) -> Result<Kept> {
    match id {
        Some(id) => {
            let id = T::Id::from(id);
            let rev = cx.db.put(id, Rev(rev), body)?;
            Ok(Kept::row(id.into(), rev))
        }
        None => Ok(Kept::row(cx.db.add(body)?.into(), Rev(1))),
    }
}
