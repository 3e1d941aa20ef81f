//! Posts 岗位: who holds which role, where, and until when (M-5).

pub use super::Kept;
use crate::door::Writing;
use crate::error::{ApiError, Result};
use crate::permission::{ADMIN, READER};
use kesu_domain::id::{AccountId, PostId};
use kesu_domain::master::{Account, AccountState, Department, Plant, ProcedureText};
use kesu_domain::people::Post;
use kesu_store::record::Rev;
use serde::Deserialize;
use ts_rs::TS;

/// A post, new or in the revision that was on the screen.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SavePost {
    #[serde(default)]
    id: Option<PostId>,
    #[serde(default)]
    rev: i64,
    post: Post,
}

/// Gives somebody a post, or changes one.
pub(crate) fn post_save(cx: &mut Writing, request: SavePost) -> Result<Kept> {
    let post = request.post;
    cx.db.get::<Account>(post.account)?;
    cx.db.get::<Plant>(post.plant)?;
    if post.from.zip(post.until).is_some_and(|(from, until)| until < from) {
        return Err(ApiError::invalid("post.until", "before_from", ""));
    }
    let known = post.role == ADMIN || post.role == READER || cx.reading().has_role(post.role.as_str())?;
    if !known {
        return Err(ApiError::invalid("post.role", "unknown", post.role.to_string()));
    }
    if let Some(department) = post.department {
        cx.db.get::<Department>(department)?;
    }
    if let Some(deputy_for) = post.deputy_for {
        cx.db.get::<Account>(deputy_for)?;
    }
    if let Some(number) = &post.procedure
        && cx.db.list::<ProcedureText>(&[("number", number)])?.is_empty()
    {
        return Err(ApiError::invalid("post.procedure", "unknown", number));
    }
    if let Some(id) = request.id
        && !remains_admin(cx, Some((id, &post)), None)?
    {
        return Err(ApiError::invalid("post", "last_admin", ""));
    }
    match request.id {
        Some(id) => Ok(Kept::row(id, cx.db.put(id, Rev(request.rev), &post)?)),
        None => Ok(Kept::row(cx.db.add(&post)?, Rev(1))),
    }
}

/// Somebody who may sign in still administers today, after this post was changed or this account closed.
pub(super) fn remains_admin(cx: &Writing, changed: Option<(PostId, &Post)>, closed: Option<AccountId>) -> Result<bool> {
    for kept in cx.db.list::<Post>(&[])? {
        let post = changed.filter(|(id, _)| *id == kept.id).map_or(&kept.body, |(_, post)| post);
        let day = cx.now().day(cx.db.zone(post.plant)?);
        let account = cx.db.get::<Account>(post.account)?;
        let active = account.body.state == AccountState::Active && closed != Some(account.id);
        if post.role == ADMIN && active && post.holds(day, post.plant, "") {
            return Ok(true);
        }
    }
    Ok(false)
}
