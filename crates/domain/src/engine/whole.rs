//! Ends of a case as a whole that no procedure knows (I-12): 作废, 合并, 撤诉. Splitting leaves a case as it is and only names its children.
//!
//! A number is declared void by two people: whoever works on the case asks, and somebody else approves who has authority,
//! that is, who may take a case of this procedure back by hand, or is in charge of the plant. The others are done by
//! whoever works on the case, with a reason. Nothing is deleted: what was still to be done is superseded.

use super::Moment;
use super::blocked::{Blocked, may_work};
use super::may::{Actor, means};
use crate::case::{Case, CaseLink, CaseState, Stopped, VoidAsked};
use crate::id::AccountId;
use crate::people::FileDigest;
use crate::procedure::{By, Procedure, Proven};

/// How a customer withdraws.
#[derive(Debug, Clone, Default)]
pub struct Withdrawal {
    /// Who said so for the customer.
    pub said_by: String,
    /// Where that stands.
    pub evidence: String,
    /// Files of it.
    pub files: Vec<FileDigest>,
}

/// Every reason why this person may not approve that the number be declared void. `in_charge` answers for the plant.
pub fn may_void(p: &Procedure, c: &Case, who: &Actor, in_charge: Option<AccountId>) -> Vec<Blocked> {
    if c.head.state.is_read_only() {
        return vec![Blocked::ReadOnly];
    }
    let by: Vec<By> = p.reopen.iter().flat_map(|rule| rule.by.iter().cloned()).collect();
    let account = who.who.account();
    let mut out = vec![];
    if !by.iter().any(|by| means(c, who, by, None)) && (account.is_none() || account != in_charge) {
        out.push(Blocked::NeedsRole { by });
    }
    if c.head.void_asked.as_ref().is_some_and(|asked| Some(asked.by) == account) {
        out.push(Blocked::OwnRequest);
    }
    out
}

/// Asks that the number be declared void.
///
/// # Errors
/// Why not.
pub fn ask_void(p: &Proven, c: &Case, who: &Actor, reason: &str, at: &Moment) -> Result<Case, Vec<Blocked>> {
    let by = working(p, c, who, reason)?;
    let mut c = c.clone();
    c.head.void_asked = Some(VoidAsked { by, at: at.now, reason: reason.trim().to_owned() });
    Ok(c)
}

/// Approves it: the number stays, and counts nowhere.
///
/// # Errors
/// Nobody has asked, or why not.
pub fn approve_void(
    p: &Proven,
    c: &Case,
    who: &Actor,
    in_charge: Option<AccountId>,
    at: &Moment,
) -> Result<Case, Vec<Blocked>> {
    let blocked = may_void(p, c, who, in_charge);
    let (true, Some(by), Some(asked)) = (blocked.is_empty(), who.who.account(), &c.head.void_asked) else {
        return Err(or_not_now(c, blocked));
    };
    let how = stopped(at, by, &asked.reason);
    let how = Stopped { asked_by: Some(asked.by), ..how };
    let mut c = c.clone();
    c.stop(CaseState::Void, how);
    Ok(c)
}

/// Does not approve it: the case goes on. Who asked may take it back, too.
///
/// # Errors
/// Nobody has asked, or why not.
pub fn refuse_void(p: &Procedure, c: &Case, who: &Actor, in_charge: Option<AccountId>) -> Result<Case, Vec<Blocked>> {
    let mut blocked = may_void(p, c, who, in_charge);
    if blocked.contains(&Blocked::OwnRequest) {
        blocked.clear();
    }
    let (true, Some(by), Some(_)) = (blocked.is_empty(), who.who.account(), &c.head.void_asked) else {
        return Err(or_not_now(c, blocked));
    };
    let mut c = c.clone();
    c.head.void_asked = None;
    // Who was let in by the request alone sees what became of the case.
    if c.head.confidential && !c.head.participants.contains(&by) {
        c.head.participants.push(by);
    }
    Ok(c)
}

/// 撤诉: the customer takes the complaint back.
///
/// # Errors
/// Why not.
pub fn withdraw(
    p: &Proven,
    c: &Case,
    who: &Actor,
    said: Withdrawal,
    reason: &str,
    at: &Moment,
) -> Result<Case, Vec<Blocked>> {
    let by = running(p, c, who, reason)?;
    let Withdrawal { said_by, evidence, files } = said;
    let mut c = c.clone();
    c.stop(CaseState::Withdrawn, Stopped { said_by, evidence, files, ..stopped(at, by, reason) });
    Ok(c)
}

/// 并入: the case ends in the one that leads. What the leading one says of it is for the caller to add.
///
/// # Errors
/// Why not.
pub fn merge(
    p: &Proven,
    c: &Case,
    who: &Actor,
    leads: CaseLink,
    reason: &str,
    at: &Moment,
) -> Result<Case, Vec<Blocked>> {
    let by = running(p, c, who, reason)?;
    let mut c = c.clone();
    c.stop(CaseState::Merged, stopped(at, by, reason));
    c.head.links.merged_into = Some(leads);
    Ok(c)
}

/// This account works on the case, and says why.
fn working(p: &Proven, c: &Case, who: &Actor, reason: &str) -> Result<AccountId, Vec<Blocked>> {
    let mut blocked = may_work(p, c, who);
    if reason.trim().is_empty() {
        blocked.push(Blocked::NeedsReason);
    }
    match who.who.account() {
        Some(account) if blocked.is_empty() => Ok(account),
        Some(_) | None => Err(or_not_now(c, blocked)),
    }
}

/// The same, while the case is not closed yet.
fn running(p: &Proven, c: &Case, who: &Actor, reason: &str) -> Result<AccountId, Vec<Blocked>> {
    let by = working(p, c, who, reason)?;
    if c.head.state == CaseState::Closed { Err(or_not_now(c, vec![])) } else { Ok(by) }
}

fn or_not_now(c: &Case, blocked: Vec<Blocked>) -> Vec<Blocked> {
    if blocked.is_empty() { vec![Blocked::NotNow { stage: c.head.stage.clone() }] } else { blocked }
}

fn stopped(at: &Moment, by: AccountId, reason: &str) -> Stopped {
    Stopped {
        at: at.now,
        by,
        asked_by: None,
        reason: reason.trim().to_owned(),
        said_by: String::new(),
        evidence: String::new(),
        files: vec![],
        left: vec![],
    }
}
