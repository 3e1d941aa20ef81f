//! What a story types, as the list takes it: names become ids, yuan become fen, days become dates, by the registry of fields.

use crate::house::House;
use crate::time;
use anyhow::{Context, Result, bail};
use kesu_domain::fields::{FieldInfo, FieldType};
use kesu_domain::path::Target;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use toml::Value as Said;

/// What names stand for.
pub struct Meaning<'a> {
    /// People and master data.
    pub house: &'a House,
    /// Files of the case, by the name under which they were brought.
    pub files: &'a BTreeMap<String, String>,
}

/// What was typed, and how many fields that are.
pub struct Typed {
    /// The whole body.
    pub body: Value,
    /// Fields that were filled.
    pub fields: u32,
}

impl Meaning<'_> {
    /// Types into a section or record over what stands there.
    ///
    /// # Errors
    /// No such field, or a name that stands for nothing.
    pub fn typed(&self, target: Target, old: &Value, said: &toml::Table) -> Result<Typed> {
        let fields = match target {
            Target::Section(kind) => kind.fields(),
            Target::Record(kind) => kind.fields(),
        };
        let mut typed = Typed { body: json!({}), fields: 0 };
        typed.body = self.over(target.name(), fields, old, said, &mut typed.fields)?;
        Ok(typed)
    }

    fn over(&self, at: &str, fields: &[FieldInfo], old: &Value, said: &toml::Table, n: &mut u32) -> Result<Value> {
        let mut body: Map<String, Value> = old.as_object().cloned().unwrap_or_default();
        for (name, value) in said {
            let path = format!("{at}.{name}");
            let field = fields.iter().find(|field| field.name == name).with_context(|| format!("no field {path}"))?;
            let before = body.get(name).cloned().unwrap_or_default();
            body.insert(name.clone(), self.value(&path, field.is, &before, value, n)?);
        }
        Ok(Value::Object(body))
    }

    fn value(&self, path: &str, is: FieldType, old: &Value, said: &Said, n: &mut u32) -> Result<Value> {
        let text = || said.as_str().with_context(|| format!("{path} is written in quotes"));
        let is_list = matches!(is, FieldType::List(_) | FieldType::Lines(_));
        *n += u32::from(!is_list);
        let of = |map: &BTreeMap<String, i64>| -> Result<Value> {
            let code = text()?;
            map.get(code).map(|id| json!(id)).with_context(|| format!("{path}: nothing is called {code}"))
        };
        Ok(match is {
            FieldType::Text | FieldType::House => json!(text()?),
            FieldType::Choice(words) => match text()? {
                "" => Value::Null,
                word if words.contains(&word) => json!(word),
                word => bail!("{path} is never {word}"),
            },
            FieldType::Told => match said {
                Said::String(zh) => json!({ "zh": zh, "en": "" }),
                Said::Table(both) => serde_json::to_value(both)?,
                _ => bail!("{path} is a text in one language or two"),
            },
            FieldType::Tick => json!(said.as_bool().with_context(|| format!("{path} is true or false"))?),
            FieldType::Number | FieldType::Line => {
                json!(said.as_integer().with_context(|| format!("{path} is a number"))?)
            }
            FieldType::Amount => json!(fen(said).with_context(|| format!("{path} is an amount in yuan"))?),
            FieldType::Date => json!(time::date(text()?)?),
            FieldType::Stamp => json!(time::stamp(text()?)?),
            FieldType::Account => of(&self.house.accounts)?,
            FieldType::Who => self.who(text()?),
            FieldType::Department => of(&self.house.departments)?,
            FieldType::Customer => of(&self.house.customers)?,
            FieldType::Product => of(&self.house.products)?,
            FieldType::Person => bail!("{path}: stories know no people at customers"),
            FieldType::File => {
                let name = text()?;
                json!(self.files.get(name).with_context(|| format!("{path}: nobody brought {name}"))?)
            }
            FieldType::List(inner) => {
                let list = said.as_array().with_context(|| format!("{path} is a list"))?;
                Value::Array(
                    list.iter().map(|one| self.value(path, *inner, &Value::Null, one, n)).collect::<Result<_>>()?,
                )
            }
            FieldType::Lines(fields) => {
                let list = said.as_array().with_context(|| format!("{path} is a list of lines"))?;
                let mut lines = vec![];
                for (i, line) in list.iter().enumerate() {
                    let line = line.as_table().with_context(|| format!("{path} is a list of lines"))?;
                    // The line that stands there keeps its number, so that what points at it still does.
                    lines.push(self.over(path, fields, &old[i], line, n)?);
                }
                Value::Array(lines)
            }
        })
    }

    /// An account by its login; anybody else by the name itself.
    pub fn who(&self, said: &str) -> Value {
        match self.house.accounts.get(said) {
            Some(id) => json!({ "account": id }),
            None => json!({ "name": said }),
        }
    }
}

/// Yuan as written, in fen.
pub fn fen(said: &Said) -> Option<i64> {
    match said {
        Said::Integer(yuan) => Some(yuan * 100),
        // Two digits behind the point; a float of that size is exact to the fen.
        Said::Float(yuan) => format!("{:.0}", yuan * 100.0).parse().ok(),
        Said::String(_) | Said::Boolean(_) | Said::Datetime(_) | Said::Array(_) | Said::Table(_) => None,
    }
}
