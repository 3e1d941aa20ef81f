//! The same steps at a desk: each is a command, carried out by the handler that a user's call would reach, with an entry
//! of its own for each row. Handlers are asked in JSON, as by any client.

use super::house::House;
use super::walk::{Act, Does};
use crate::app::App;
use crate::door::Writing;
use crate::error::{ApiError, Result};
use crate::handle::case::case_register;
use crate::handle::section::{record_save, section_save};
use crate::handle::task::{case_sign, task_do, task_manifest};
use kesu_domain::case::{Case, RecordRow, TaskKey};
use kesu_domain::id::CaseId;
use kesu_domain::record::RecordKind;
use kesu_domain::section::Nature;
use kesu_store::bulk::Bulk;
use kesu_store::case::Loaded;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// Carries out one step of a case that stood as `known` when its task was begun. Returns the case as it stands when its
/// task is over, which is what `last` says.
pub(super) fn carry_out(
    app: &App,
    house: &House,
    bulk: &mut Bulk,
    number: &str,
    known: Option<&Loaded>,
    act: Act,
    last: bool,
) -> Result<Option<Loaded>> {
    let person = &house.people[act.who];
    let action = match &act.does {
        Does::Register { .. } => "case_register",
        Does::Section { .. } => "section_save",
        Does::Record { .. } => "record_save",
        Does::Task { .. } => "task_do",
        Does::Sign { .. } => "case_sign",
    };
    let command = app.command(Some(person.seat.account), action, act.at, None);
    bulk.command(command, |db| {
        let mut cx = Writing { db, seat: &person.seat, app, token: None };
        let known = match known {
            Some(known) => known,
            None => {
                let Does::Register { complaint, confidential } = act.does else {
                    return Err(ApiError::internal("a case begins with its registration"));
                };
                let asked = json!({ "procedure": number, "plant": house.plant, "complaint": complaint, "confidential": confidential });
                let registered = json_of(&case_register(&mut cx, from(asked)?)?)?;
                let case = CaseId(registered["case"].as_i64().unwrap_or_default());
                return Ok(Some(cx.db.case(case)?));
            }
        };
        let case = known.id;
        match act.does {
            Does::Register { .. } => {}
            Does::Section { key, section, extra, reason } => {
                let kind = section.kind();
                let row = match kind.nature() {
                    Nature::Work => known.newest(kind),
                    Nature::Decision => known.section(kind, &key.decision_slot(), key.round),
                };
                let rev = row.map_or(0, |stand| stand.rev.0);
                let asked = json!({ "case": case, "task": key, "rev": rev, "section": section, "extra": extra, "reason": reason });
                section_save(&mut cx, from(asked)?)?;
            }
            Does::Record { key, record, extra, reason } => {
                let row = standing(house, number, &known.case, &key, record.kind()).and_then(|row| row.id);
                let rev = row.and_then(|id| known.record(id)).map_or(0, |stand| stand.rev.0);
                let asked = json!({ "case": case, "record": row, "task": key, "rev": rev, "state": "done",
                                    "body": record, "extra": extra, "reason": reason });
                record_save(&mut cx, from(asked)?)?;
            }
            Does::Task { key, step, reason } => {
                task_do(&mut cx, from(json!({ "case": case, "task": key, "step": step, "reason": reason }))?)?;
            }
            Does::Sign { key } => {
                let shown = json_of(&task_manifest(&cx.reading(), from(json!({ "case": case, "task": key }))?)?)?;
                // The key is open already: the password is asked for at the door, and this is behind it.
                let asked = json!({ "case": case, "task": key, "digest": shown["digest"], "head": shown["head"], "password": "" });
                case_sign(&mut cx, from(asked)?, &person.key)?;
            }
        }
        Ok(if last { Some(cx.db.case(case)?) } else { None })
    })
}

/// The record that a task fills, where it stands already: its own, or the one that it goes on with.
fn standing<'a>(house: &House, number: &str, case: &'a Case, key: &TaskKey, kind: RecordKind) -> Option<&'a RecordRow> {
    let (_, p) = house.procedures.iter().find(|(_, p)| p.number == number)?;
    case.record_of(p.task(&key.task)?, key, kind)
}

fn from<T: DeserializeOwned>(asked: Value) -> Result<T> {
    serde_json::from_value(asked).map_err(ApiError::internal)
}

fn json_of(answer: &impl serde::Serialize) -> Result<Value> {
    serde_json::to_value(answer).map_err(ApiError::internal)
}
