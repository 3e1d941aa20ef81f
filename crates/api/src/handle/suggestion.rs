//! Suggestions for a procedure, by staff and by customers (M-4). They come from a case, as a side record of it, or by
//! themselves. Deciding writes no case: what is decided of a case's suggestion is a record of the house that goes on with it,
//! so that it can be decided when the case has long been archived.

pub use super::Kept;
use crate::door::{Reading, Writing};
use crate::error::{ApiError, Field, Result};
use crate::refers::{self, Where};
use kesu_domain::choice::YesNo;
use kesu_domain::house::HouseRecord;
use kesu_domain::id::{CaseId, PlantId, RecordId};
use kesu_domain::master::{Account, Department, Plant};
use kesu_domain::procedure::By;
use kesu_domain::record::{Record, RecordKind, RecordState, Suggestion};
use kesu_domain::text::House;
use kesu_domain::time::Date;
use kesu_store::record::{self, Rev};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A suggestion that belongs to no case.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddSuggestion {
    /// Number of the procedure.
    procedure: String,
    /// The place in it.
    #[serde(default)]
    clause: String,
    text: String,
    /// Whose it is, as they are called; the caller's when left out.
    #[serde(default)]
    by: String,
    /// Today when left out.
    #[serde(default)]
    on: Option<Date>,
    /// Where; the plant of the caller's post, or the first, when left out.
    #[serde(default)]
    plant: Option<PlantId>,
}

/// Takes a suggestion.
pub(crate) fn suggestion_add(cx: &mut Writing, request: AddSuggestion) -> Result<Kept> {
    let missing: Vec<Field> = [("procedure", &request.procedure), ("text", &request.text)]
        .iter()
        .filter(|(_, value)| value.trim().is_empty())
        .map(|(name, _)| Field::missing(name))
        .collect();
    if !missing.is_empty() {
        return Err(ApiError::Invalid { fields: missing });
    }
    let reading = cx.reading();
    reading.procedure_that_held(request.procedure.trim())?;
    let plant = plant(&reading, request.plant)?;
    let today = cx.now().day(cx.db.zone(plant)?);
    let on = request.on.unwrap_or(today);
    if on > today {
        return Err(ApiError::invalid("on", "in_the_future", on.to_string()));
    }
    let by = if request.by.trim().is_empty() { cx.db.get::<Account>(cx.account())?.body.name } else { request.by };
    let record = Record::Suggestion(Suggestion {
        by: by.trim().to_owned(),
        on: Some(on),
        procedure: request.procedure.trim().to_owned(),
        clause: request.clause.trim().to_owned(),
        text: House(request.text.trim().to_owned()),
        ..Suggestion::default()
    });
    refers::check_record(&Where { cx: &reading, case: None }, &record)?;
    let body = HouseRecord { case: None, plant: Some(plant), follows: None, state: RecordState::Open, record };
    Ok(Kept::row(cx.db.add(&body)?, Rev(1)))
}

/// The plant that was named, that of a post, or the first: who has no post yet may say something, too.
fn plant(cx: &Reading, named: Option<PlantId>) -> Result<PlantId> {
    match named.or_else(|| cx.seat.posts.first().map(|post| post.plant)) {
        Some(plant) => Ok(cx.db.get::<Plant>(plant)?.id),
        None => {
            let first = cx.db.list::<Plant>(&[])?.into_iter().next();
            first.map(|kept| kept.id).ok_or_else(|| ApiError::Invalid { fields: vec![Field::missing("plant")] })
        }
    }
}

/// Which ones.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct ListSuggestions {
    /// Number of the procedure.
    procedure: Option<String>,
    /// Only those that are not decided.
    open: bool,
}

/// Suggestions, those to be decided first, oldest first.
#[derive(Debug, Serialize, TS)]
pub struct Suggestions {
    suggestions: Vec<SuggestionLine>,
}

/// One suggestion.
#[derive(Debug, Serialize, TS)]
pub struct SuggestionLine {
    /// To be sent back with the decision, with its revision.
    record: RecordId,
    rev: i64,
    /// The case that it came from.
    case: Option<CaseId>,
    number: Option<String>,
    state: RecordState,
    suggestion: Suggestion,
    /// This person may decide on it.
    may_decide: bool,
}

/// Suggestions of the house, and of the cases that this person may see.
pub(crate) fn suggestion_list(cx: &Reading, request: ListSuggestions) -> Result<Suggestions> {
    let all = cx.db.list::<HouseRecord>(&[("kind", &RecordKind::Suggestion.name())])?;
    let mut suggestions = vec![];
    for kept in &all {
        let first = kept.body.follows.and_then(|id| all.iter().find(|first| first.id == id)).unwrap_or(kept);
        let followed = all.iter().any(|later| later.body.follows == Some(kept.id));
        let Record::Suggestion(suggestion) = &kept.body.record else { continue };
        let asked = request.procedure.as_ref().is_none_or(|number| *number == suggestion.procedure);
        if followed || !asked || request.open && kept.body.state != RecordState::Open {
            continue;
        }
        let number = match first.body.case {
            Some(case) if cx.db.case_seen(case)? => Some(cx.db.case(case)?.case.head.number),
            Some(_) => continue,
            None => None,
        };
        suggestions.push(SuggestionLine {
            record: kept.id,
            rev: kept.rev.0,
            case: first.body.case,
            number,
            state: kept.body.state,
            suggestion: suggestion.clone(),
            may_decide: may_decide(cx, first, suggestion)?,
        });
    }
    suggestions.sort_by_key(|line| (line.state != RecordState::Open, line.record));
    Ok(Suggestions { suggestions })
}

/// What is decided.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DecideSuggestion {
    record: RecordId,
    /// The revision that was on the screen.
    rev: i64,
    decided: YesNo,
    /// Why.
    decision: String,
    /// The version that follows, if one does.
    #[serde(default)]
    version: String,
}

/// Decides on a suggestion; a decision can be changed, with a reason again.
pub(crate) fn suggestion_decide(cx: &mut Writing, request: DecideSuggestion) -> Result<Kept> {
    cx.because(&request.decision)?;
    let kept = cx.db.get::<HouseRecord>(request.record)?;
    let first = kept.body.follows.map(|id| cx.db.get::<HouseRecord>(id)).transpose()?;
    let first = first.as_ref().unwrap_or(&kept);
    if let Some(case) = first.body.case
        && !cx.db.case_seen(case)?
    {
        return Err(ApiError::not_found(format!("record {}", request.record)));
    }
    let Record::Suggestion(said) = &kept.body.record else {
        return Err(ApiError::not_found(format!("record {}", request.record)));
    };
    if !may_decide(&cx.reading(), first, said)? {
        return Err(ApiError::invalid("record", "not_owner", &said.procedure));
    }
    if kept.rev.0 != request.rev {
        return Err(ApiError::Conflict { current: kept.rev.0 });
    }
    let record = Record::Suggestion(Suggestion {
        decided: Some(request.decided),
        decision: House(request.decision.trim().to_owned()),
        version: request.version.trim().to_owned(),
        ..said.clone()
    });
    refers::check_record(&Where { cx: &cx.reading(), case: None }, &record)?;
    let state = RecordState::Done;
    if kept.body.case.is_none() {
        let body = HouseRecord { record, state, ..kept.body.clone() };
        return Ok(Kept::row(kept.id, cx.db.put(kept.id, kept.rev, &body)?));
    }
    let (none, kind) = (None::<i64>, RecordKind::Suggestion.name());
    let decided = cx.db.list::<HouseRecord>(&[("case_id", &none), ("kind", &kind)])?;
    if let Some(later) = decided.iter().find(|later| later.body.follows == Some(kept.id)) {
        return Err(ApiError::Conflict { current: later.rev.0 });
    }
    let body = HouseRecord { case: None, plant: None, follows: Some(kept.id), state, record };
    Ok(Kept::row(cx.db.add(&body)?, Rev(1)))
}

/// This person decides on it: who the procedure says owns it, as a role of it or the head of a department of that name.
/// Where nobody is called so: who may take its cases back by hand, or is in charge of the plant.
fn may_decide(cx: &Reading, first: &record::Kept<HouseRecord>, said: &Suggestion) -> Result<bool> {
    let plant = match first.body.case {
        Some(case) => cx.db.case(case)?.case.head.plant,
        None => plant(cx, first.body.plant)?,
    };
    let Ok(p) = cx.procedure_that_held(&said.procedure) else { return Ok(false) };
    let is_owner = |names: [&str; 3]| names.contains(&p.owner.as_str());
    let roles = p.roles.iter().filter(|role| is_owner([role.id.as_str(), &role.name.zh, &role.name.en]));
    let mut by: Vec<By> = roles.map(|role| By::Role(role.id.clone())).collect();
    let departments = cx.db.list::<Department>(&[])?;
    let owner = departments.iter().find(|kept| is_owner([&kept.body.code, &kept.body.name.zh, &kept.body.name.en]));
    let heads = owner.is_some_and(|kept| cx.seat.heads.contains(&kept.id));
    let mut in_charge = false;
    if by.is_empty() && owner.is_none_or(|kept| kept.body.head.is_none()) {
        by = p.reopen.iter().flat_map(|rule| rule.by.iter().cloned()).collect();
        in_charge = cx.db.get::<Plant>(plant)?.body.in_charge == Some(cx.seat.account);
    }
    let standing = cx.seat.at(plant, &p.number);
    let holds = |by: &By| matches!(by, By::Role(role) if standing.actor().posts.iter().any(|post| post.role == *role));
    Ok(heads || in_charge || by.iter().any(holds))
}
