//! What is being typed, and how somebody likes the screen: private, never evidence.

pub use super::Kept;
use crate::door::Private;
use crate::error::{ApiError, Result};
use kesu_domain::id::CaseId;
use kesu_domain::time::Stamp;
use kesu_store::private::{self, DraftKey};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The longest draft or preference that is kept, in bytes.
const LONGEST: usize = 10_000_000;

/// Which draft: one a person, case, kind and slot.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Which {
    /// None for a complaint that is not registered yet.
    #[serde(default)]
    case: Option<CaseId>,
    /// Section or record kind.
    kind: String,
    /// Which of several.
    #[serde(default)]
    slot: String,
}

impl Which {
    fn key(self, cx: &Private) -> Result<DraftKey> {
        Ok(DraftKey { account: cx.somebody()?, case: self.case, kind: self.kind, slot: self.slot })
    }
}

/// What is being typed.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveDraft {
    which: Which,
    /// The revision on which it was begun; 0 for a new row.
    base_rev: i64,
    /// The form's values as the form keeps them.
    text: String,
}

/// Keeps what is being typed.
pub(crate) fn draft_save(cx: &Private, request: SaveDraft) -> Result<Kept> {
    short_enough("text", &request.text)?;
    let key = request.which.key(cx)?;
    cx.work.save_draft(&private::Draft { key, base_rev: request.base_rev, text: request.text, saved: cx.now })?;
    Ok(Kept::nothing())
}

/// Of one case, or all.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListDrafts {
    #[serde(default)]
    case: Option<CaseId>,
}

/// Drafts, newest first.
#[derive(Debug, Serialize, TS)]
pub struct Drafts {
    drafts: Vec<DraftView>,
}

/// One draft.
#[derive(Debug, Serialize, TS)]
pub struct DraftView {
    which: Which,
    base_rev: i64,
    text: String,
    saved: Stamp,
}

/// Lists the drafts of this person.
pub(crate) fn draft_list(cx: &Private, request: ListDrafts) -> Result<Drafts> {
    let drafts = cx.work.drafts(cx.somebody()?, request.case)?.into_iter().map(|draft| DraftView {
        which: Which { case: draft.key.case, kind: draft.key.kind, slot: draft.key.slot },
        base_rev: draft.base_rev,
        text: draft.text,
        saved: draft.saved,
    });
    Ok(Drafts { drafts: drafts.collect() })
}

/// Which draft.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DropDraft {
    which: Which,
}

/// It is gone.
#[derive(Debug, Serialize, TS)]
pub struct Dropped {}

/// Drops a draft.
pub(crate) fn draft_drop(cx: &Private, request: DropDraft) -> Result<Dropped> {
    cx.work.delete_draft(&request.which.key(cx)?)?;
    Ok(Dropped {})
}

/// A preference under a name.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SavePreference {
    name: String,
    value: String,
}

/// Keeps how somebody wants the screen.
pub(crate) fn preference_save(cx: &Private, request: SavePreference) -> Result<Kept> {
    short_enough("value", &request.value)?;
    cx.work.set_preference(cx.somebody()?, &request.name, &request.value)?;
    Ok(Kept::nothing())
}

/// Which preference.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GetPreference {
    name: String,
}

/// What was chosen; nothing while nobody has.
#[derive(Debug, Serialize, TS)]
pub struct Preference {
    value: Option<String>,
}

/// Shows a preference.
pub(crate) fn preference_get(cx: &Private, request: GetPreference) -> Result<Preference> {
    Ok(Preference { value: cx.work.preference(cx.somebody()?, &request.name)? })
}

fn short_enough(field: &str, text: &str) -> Result<()> {
    if text.len() <= LONGEST { Ok(()) } else { Err(ApiError::invalid(field, "too_long", text.len().to_string())) }
}
