//! Settings 设置 of the house: a value each, by name; changes are evidence. What each person chose for the screen is no
//! setting but a preference, and stands in the private file.
//!
//! A new setting: a struct like [`Security`], a variant of [`SettingBody`] and [`SettingName`], and a pane in
//! `ui/src/features/settings`.

pub use super::Kept;
use super::master::save;
use crate::door::{Reading, Writing};
use crate::error::{ApiError, Field, Result};
use kesu_domain::master::Setting;
use kesu_store::door::Read;
use kesu_store::record;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Passwords and sessions (design § 8).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Security {
    /// So many wrong passwords lock an account, 3 to 10.
    pub lock_after: u32,
    /// For so long, 1 to 1440.
    pub lock_minutes: u32,
    /// So long without a call ends a session, 1 to 720.
    pub idle_minutes: u32,
}

impl Default for Security {
    fn default() -> Security {
        Security { lock_after: 5, lock_minutes: 15, idle_minutes: 10 }
    }
}

impl Security {
    /// Its name among the settings.
    const NAME: &str = "security";

    /// What holds now.
    pub(crate) fn of(db: &Read) -> Result<Security> {
        let kept = db.find::<Setting>(&[("name", &Security::NAME)])?;
        kept.map_or(Ok(Security::default()), |kept| serde_json::from_value(kept.body.value).map_err(ApiError::internal))
    }
    pub(crate) fn lock_millis(&self) -> i64 {
        i64::from(self.lock_minutes) * 60_000
    }
    fn faults(&self) -> Vec<Field> {
        let ranges = [
            ("lock_after", self.lock_after, 3..=10),
            ("lock_minutes", self.lock_minutes, 1..=1440),
            ("idle_minutes", self.idle_minutes, 1..=720),
        ];
        let wrong = ranges.into_iter().filter(|(_, value, range)| !range.contains(value));
        wrong
            .map(|(field, value, range)| Field {
                field: format!("setting.{field}"),
                wrong: "out_of_range".into(),
                detail: format!("{value}: {}–{}", range.start(), range.end()),
            })
            .collect()
    }
}

/// A setting by its name.
#[derive(Debug, Serialize, Deserialize, TS)]
#[serde(tag = "name", content = "value", rename_all = "snake_case")]
pub enum SettingBody {
    /// Passwords and sessions.
    Security(Security),
}

/// Which setting.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GetSetting {
    name: SettingName,
}

/// The names of the settings.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SettingName {
    /// Passwords and sessions.
    Security,
}

/// A setting in its revision; 0 while nobody has changed it.
#[derive(Debug, Serialize, TS)]
pub struct SettingView {
    rev: i64,
    setting: SettingBody,
}

/// Shows a setting.
pub(crate) fn setting_get(cx: &Reading, request: GetSetting) -> Result<SettingView> {
    match request.name {
        SettingName::Security => {
            let kept = cx.db.find::<Setting>(&[("name", &Security::NAME)])?;
            let setting = SettingBody::Security(Security::of(cx.db)?);
            Ok(SettingView { rev: kept.map_or(0, |kept| kept.rev.0), setting })
        }
    }
}

/// A setting in the revision that was on the screen.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveSetting {
    rev: i64,
    setting: SettingBody,
}

/// Saves a setting.
pub(crate) fn setting_save(cx: &mut Writing, request: SaveSetting) -> Result<Kept> {
    let SettingBody::Security(security) = &request.setting;
    let fields = security.faults();
    if !fields.is_empty() {
        return Err(ApiError::Invalid { fields });
    }
    let value = serde_json::to_value(security).map_err(ApiError::internal)?;
    let body = Setting { name: Security::NAME.into(), value };
    let known: Option<record::Kept<Setting>> = cx.db.find(&[("name", &Security::NAME)])?;
    save(cx, known.map(|kept| kept.id.0), request.rev, &body)
}
