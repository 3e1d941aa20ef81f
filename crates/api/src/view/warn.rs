//! Warnings: what may be done all the same, and should be looked at.

use crate::door::Reading;
use crate::error::Result;
use kesu_domain::id::AccountId;
use kesu_domain::master::Account;
use kesu_domain::people::Who;
use kesu_domain::section::Assignment;
use serde::Serialize;
use ts_rs::TS;

/// One warning. A variant exists because the form shows it in its own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "warns", rename_all = "snake_case")]
pub enum Warning {
    /// Who was chosen to handle it is not known to have this skill (M-5).
    Skill {
        /// Who.
        account: AccountId,
        /// What the assignment asks for and they do not have.
        needs: String,
        /// What they have.
        has: Vec<String>,
    },
}

/// What an assignment asks for and its handler does not have. Of people without an account nothing is known.
pub(crate) fn of_assignment(cx: &Reading, assignment: &Assignment) -> Result<Vec<Warning>> {
    let Some(account) = assignment.who.as_ref().and_then(Who::account) else { return Ok(vec![]) };
    let has = cx.db.get::<Account>(account)?.body.skills;
    let knows = |skill: &str| has.iter().any(|known| known.trim().to_lowercase() == skill.to_lowercase());
    let asked = assignment.skill.split(['、', '，', ',', '；', ';']).map(str::trim).filter(|skill| !skill.is_empty());
    let lacks = asked.filter(|skill| !knows(skill));
    Ok(lacks.map(|needs| Warning::Skill { account, needs: needs.to_owned(), has: has.clone() }).collect())
}
