//! Drafts: what is being typed, kept without waiting for evidence.

use super::Private;
use crate::error::Result;
use kesu_domain::id::{AccountId, CaseId};
use kesu_domain::time::Stamp;
use rusqlite::{Row, params};

/// Which draft: one a person, case, kind and slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftKey {
    /// Who types.
    pub account: AccountId,
    /// In which case; none for a complaint that is not registered yet.
    pub case: Option<CaseId>,
    /// Section or record kind.
    pub kind: String,
    /// Which of several; empty when there is one.
    pub slot: String,
}

/// What was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Which draft.
    pub key: DraftKey,
    /// The revision on which it was begun; 0 for a new row.
    pub base_rev: i64,
    /// The form's values as the form keeps them.
    pub text: String,
    /// When.
    pub saved: Stamp,
}

const COLUMNS: &str = "account, case_id, kind, slot, base_rev, text, saved";

impl Private {
    /// Keeps a draft, in place of the one before.
    ///
    /// # Errors
    /// SQLite; a full disk.
    pub fn save_draft(&self, draft: &Draft) -> Result<()> {
        let (key, db) = (&draft.key, self.db());
        let sql = format!("INSERT OR REPLACE INTO draft({COLUMNS}) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        let at = draft.saved.to_string();
        db.prepare_cached(&sql)?.execute(params![
            key.account.0,
            case_of(key),
            key.kind,
            key.slot,
            draft.base_rev,
            draft.text,
            at
        ])?;
        Ok(())
    }

    /// The drafts of one person, newest first; of one case when it is named.
    ///
    /// # Errors
    /// SQLite.
    pub fn drafts(&self, account: AccountId, case: Option<CaseId>) -> Result<Vec<Draft>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM draft WHERE account = ?1 AND (?2 IS NULL OR case_id = ?2) ORDER BY saved DESC, kind, slot"
        );
        let db = self.db();
        let mut query = db.prepare_cached(&sql)?;
        let rows = query.query_map(params![account.0, case.map(|id| id.0)], read)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Removes a draft; nothing happens when there is none.
    ///
    /// # Errors
    /// SQLite.
    pub fn delete_draft(&self, key: &DraftKey) -> Result<()> {
        let sql = "DELETE FROM draft WHERE account = ?1 AND case_id = ?2 AND kind = ?3 AND slot = ?4";
        self.db().prepare_cached(sql)?.execute(params![key.account.0, case_of(key), key.kind, key.slot])?;
        Ok(())
    }
}

fn case_of(key: &DraftKey) -> i64 {
    key.case.map_or(0, |id| id.0)
}

fn read(row: &Row) -> rusqlite::Result<Draft> {
    let case: i64 = row.get(1)?;
    let key = DraftKey {
        account: AccountId(row.get(0)?),
        case: (case != 0).then_some(CaseId(case)),
        kind: row.get(2)?,
        slot: row.get(3)?,
    };
    Ok(Draft { key, base_rev: row.get(4)?, text: row.get(5)?, saved: super::session::stamp(row, 6)? })
}
