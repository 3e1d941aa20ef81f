//! People who leave, or go elsewhere: everything that is theirs by name goes to somebody else in one step.

use super::post::remains_admin;
use crate::door::Writing;
use crate::error::{ApiError, Result};
use crate::permission::{ADMIN, Permission};
use kesu_domain::case::HandedOver;
use kesu_domain::engine;
use kesu_domain::id::{AccountId, PostId};
use kesu_domain::master::{Account, AccountState, Department, Plant};
use kesu_domain::people::Post;
use kesu_store::record::Kept;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Who hands over to whom.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HandOverTasks {
    from: AccountId,
    to: AccountId,
    /// Why.
    reason: String,
    /// The successor gets the posts, too.
    #[serde(default)]
    posts: bool,
}

/// How much went over. Cases that the caller may not see are counted, and not named.
#[derive(Debug, Serialize, TS)]
pub struct TasksHandedOver {
    /// Cases in which they were named.
    cases: u32,
    /// Posts that end today.
    ended: u32,
    /// Posts that the successor holds from today.
    given: u32,
    /// Departments that the successor heads from now on, and plants in whose charge they are.
    headed: u32,
}

/// Hands over everything that is for somebody by name, and ends their posts today. An administrator may, and whoever heads a
/// department of theirs: then their posts in that department end, and no others.
pub(crate) fn tasks_hand_over(cx: &mut Writing, request: HandOverTasks) -> Result<TasksHandedOver> {
    cx.because(&request.reason)?;
    let (from, to) = (request.from, request.to);
    cx.db.get::<Account>(from)?;
    let successor = cx.db.get::<Account>(to)?.body;
    if from == to {
        return Err(ApiError::invalid("to", "same_person", successor.login));
    }
    if successor.state == AccountState::Disabled {
        return Err(ApiError::invalid("to", "account_closed", successor.login));
    }
    let is_admin = Permission::Admin.given_by(&cx.seat.posts);
    let all = cx.db.list::<Post>(&[("account_id", &from.0)])?;
    let posts: Vec<_> = all
        .into_iter()
        .filter(|kept| is_admin || kept.body.department.is_some_and(|id| cx.seat.heads.contains(&id)))
        .collect();
    if !is_admin && posts.is_empty() {
        return Err(ApiError::Forbidden { needs: Permission::Admin });
    }
    let (mut ended, mut given) = (0, 0);
    for kept in posts {
        let (has_ended, was_given) = pass_on(cx, kept, &request)?;
        ended += u32::from(has_ended);
        given += u32::from(was_given);
    }
    let headed = if is_admin { heads(cx, from, to)? } else { 0 };
    let handed = HandedOver { from, to, by: cx.account(), reason: request.reason.trim().to_owned(), at: cx.now() };
    let mut cases = 0;
    for file in cx.db.cases_that_name(from)? {
        let p = cx.db.procedure(file.case.head.procedure)?;
        if let Some(after) = engine::hand_over(&p, &file.case, &handed) {
            let calendar = cx.db.calendar(file.case.head.plant)?;
            cx.db.save_case(&file, &after, &p, &calendar)?;
            cases += 1;
        }
    }
    Ok(TasksHandedOver { cases, ended, given, headed })
}

/// Ends a post today; one that has not begun never begins. Gives the same to the successor, if asked and not held already.
fn pass_on(cx: &mut Writing, kept: Kept<Post>, request: &HandOverTasks) -> Result<(bool, bool)> {
    let today = cx.now().day(cx.db.zone(kept.body.plant)?);
    let mut given = false;
    let is_over = kept.body.until.is_some_and(|until| until < today);
    if request.posts && !is_over && kept.body.deputy_for != Some(request.to) {
        let from = kept.body.from.map_or(today, |from| from.max(today));
        let new = Post { account: request.to, from: Some(from), ..kept.body.clone() };
        let same = |post: &Post| {
            let place = |post: &Post| (post.role.clone(), post.procedure.clone(), post.plant, post.department);
            place(post) == place(&new) && post.until.is_none_or(|until| until >= from)
        };
        let held = cx.db.list::<Post>(&[("account_id", &request.to.0)])?;
        if !held.iter().any(|kept| same(&kept.body)) {
            cx.db.add(&new)?;
            given = true;
        }
    }
    let last = kept.body.from.map_or(today, |from| if from > today { from.plus(-1) } else { today });
    if kept.body.until.is_some_and(|until| until <= last) {
        return Ok((false, given));
    }
    let (id, rev): (PostId, _) = (kept.id, kept.rev);
    let post = Post { until: Some(last), ..kept.body };
    // Today they still administer; from tomorrow somebody else has to.
    let tomorrow = Post { until: Some(today.plus(-1)), ..post.clone() };
    if post.role == ADMIN && !remains_admin(cx, Some((id, &tomorrow)), None)? {
        return Err(ApiError::invalid("from", "last_admin", ""));
    }
    cx.db.put(id, rev, &post)?;
    Ok((true, given))
}

/// The departments that they head, and the plants of which they are in charge.
fn heads(cx: &mut Writing, from: AccountId, to: AccountId) -> Result<u32> {
    let mut headed = 0;
    for kept in cx.db.list::<Department>(&[])?.into_iter().filter(|kept| kept.body.head == Some(from)) {
        cx.db.put(kept.id, kept.rev, &Department { head: Some(to), ..kept.body })?;
        headed += 1;
    }
    for kept in cx.db.list::<Plant>(&[])?.into_iter().filter(|kept| kept.body.in_charge == Some(from)) {
        cx.db.put(kept.id, kept.rev, &Plant { in_charge: Some(to), ..kept.body })?;
        headed += 1;
    }
    Ok(headed)
}
