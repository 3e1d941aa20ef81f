//! What somebody may see (model § 8): the only source of cases for lists, search, histories, files and timelines.
//!
//! A case that is not confidential is seen by everybody with an account; a confidential one by those who take part, by one
//! of their tokens. An auditor (a post of the role `reader`) takes part in nothing. What is not seen is not found.

use crate::door::Read;
use crate::error::{Error, Result};
use crate::memo::Lately;
use kesu_domain::derive::{Token, tokens_of};
use kesu_domain::id::{AccountId, CaseId, DepartmentId, PlantId};
use kesu_domain::master::{Department, Plant};
use kesu_domain::people::Post;
use std::sync::Arc;

/// The role of auditors.
const READER: &str = "reader";

/// The register as the actor sees it, as `r`. The first parameter of a statement that uses it is [`Me::sight`].
macro_rules! register_seen {
    () => {
        "(SELECT * FROM register r WHERE r.confidential = 0 OR ?1 IS NULL OR EXISTS (SELECT 1 FROM participant p
           WHERE p.case_id = r.case_id AND p.token IN (SELECT value FROM json_each(?1)))) r"
    };
}

/// See [`register_seen`].
pub(super) const REGISTER: &str = register_seen!();
/// Open tasks of cases that the actor sees, as `i`, with the case as `r`. The order of the two is said, so that it is the
/// inbox that is walked.
pub(super) const INBOX: &str = concat!("inbox i CROSS JOIN ", register_seen!(), " ON r.case_id = i.case_id");
/// Planned actions of cases that the actor sees, as `a`, with the case as `r`.
pub(super) const ACTION: &str = concat!("action a CROSS JOIN ", register_seen!(), " ON r.case_id = a.case_id");
/// Reminders and escalations of cases that the actor sees, as `m`, with the case as `r`.
pub(super) const REMINDER: &str = concat!("reminder m CROSS JOIN ", register_seen!(), " ON r.case_id = m.case_id");
/// Open tasks of cases that the actor sees, one row each, as `w`, with the case as `r`.
pub(super) const WAIT_WITH_CASE: &str = concat!("wait w CROSS JOIN ", register_seen!(), " ON r.case_id = w.case_id");
/// The same without the case, to be counted: what is not confidential is not looked up.
pub(super) const WAIT: &str =
    "(SELECT * FROM wait w WHERE w.confidential = 0 OR ?1 IS NULL OR EXISTS (SELECT 1 FROM participant p
           WHERE p.case_id = w.case_id AND p.token IN (SELECT value FROM json_each(?1)))) w";
/// Files of cases that the actor sees, as `f`, with the case as `r`.
pub(super) const FILES: &str = concat!("file_use f CROSS JOIN ", register_seen!(), " ON r.case_id = f.case_id");

/// What entitles the actor of a snapshot.
#[derive(Debug)]
pub(crate) struct Me {
    /// The actor's tokens; none for the program itself.
    pub(super) tokens: Vec<Token>,
    /// The first parameter of what is seen: a JSON list of tokens, or nothing for whoever sees all.
    pub(super) sight: Option<String>,
}

impl Me {
    /// Sees everything: the program itself.
    pub(crate) fn all() -> Me {
        Me { tokens: vec![], sight: None }
    }
}

impl Read<'_> {
    /// May the actor see this case?
    ///
    /// # Errors
    /// SQLite.
    pub fn case_seen(&self, id: CaseId) -> Result<bool> {
        let me = self.me()?;
        if me.sight.is_none() {
            return Ok(true);
        }
        let sql = format!("SELECT 1 FROM {REGISTER} WHERE r.case_id = ?2");
        Ok(self.db.prepare_cached(&sql)?.exists((&me.sight, id.0))?)
    }

    /// What entitles the actor, computed once a snapshot: posts that hold today at their plants, departments headed.
    pub(crate) fn me(&self) -> Result<&Me> {
        if let Some(me) = self.me.get() {
            return Ok(me);
        }
        let me = match self.actor {
            None => Arc::new(Me::all()),
            Some(account) => {
                let holds = |known: &Lately<Arc<Me>>| known.holds(self.now);
                let make = || self.entitled(account).map(|me| Lately::new(self.now, Arc::new(me)));
                Arc::clone(&self.remembered(account.0, holds, make)?.value)
            }
        };
        Ok(self.me.get_or_init(|| me))
    }

    fn entitled(&self, account: AccountId) -> Result<Me> {
        let mut posts: Vec<Post> = vec![];
        for post in self.list::<Post>(&[("account_id", &account.0)])? {
            // A plant that is not there, or in a zone that nobody knows, entitles to nothing.
            let day = self.zone(post.body.plant).ok().map(|zone| self.now.day(zone));
            let anywhere = post.body.procedure.clone().unwrap_or_default();
            posts.extend(Some(post.body).filter(|p| day.is_some_and(|day| p.holds(day, p.plant, &anywhere))));
        }
        let heads: Vec<DepartmentId> = self
            .list::<Department>(&[])?
            .into_iter()
            .filter(|department| department.body.head == Some(account))
            .map(|department| department.id)
            .collect();
        let plants = self.list::<Plant>(&[])?.into_iter();
        let charges: Vec<PlantId> =
            plants.filter(|plant| plant.body.in_charge == Some(account)).map(|plant| plant.id).collect();
        let tokens = tokens_of(account, &posts, &heads, &charges);
        let takes_part: &[Token] = if posts.iter().any(|post| post.role == READER) { &[] } else { &tokens };
        let sight = Some(serde_json::to_string(takes_part).map_err(|cause| Error::Body { kind: "tokens", cause })?);
        Ok(Me { tokens, sight })
    }
}
