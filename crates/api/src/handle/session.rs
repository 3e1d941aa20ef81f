//! Signing in and out, and one's own password (design § 8).

use crate::door::{Desk, Private, Reading, Writing};
use crate::error::{ApiError, Result};
use crate::password::{Opened, Tried, try_password};
use crate::permission::Permission;
use crate::signing::{Asks, Typed};
use kesu_domain::id::{AccountId, DepartmentId};
use kesu_domain::master::{Account, Key};
use kesu_domain::people::Post;
use kesu_domain::text::Lang;
use kesu_domain::time::Stamp;
use kesu_store::private::{Seal, Session};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Login and password.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// As given by the administrator; blanks around it do not count.
    login: String,
    /// As typed.
    password: Typed,
}

/// How it ended.
#[derive(Debug, Serialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum SignedIn {
    /// Signed in.
    In {
        /// To be sent with every call; known to nobody else.
        token: String,
        /// Who it is.
        account: AccountId,
    },
    /// Wrong login or password; the answer does not say which.
    Wrong {
        /// Tries left before the lock.
        left: u32,
    },
    /// Too many wrong ones.
    Locked {
        /// Until when.
        until: Stamp,
    },
}

/// Tries the password, before anything is opened.
pub(crate) fn check_password(desk: &Desk, request: &SignIn) -> Result<(Tried, String)> {
    Ok((try_password(desk.app, request.login.trim(), &request.password)?, desk.app.secret()))
}

/// Signs in.
pub(crate) fn sign_in(cx: &Private, _: SignIn, (tried, token): (Tried, String)) -> Result<SignedIn> {
    Ok(match tried {
        Tried::Wrong { left } => SignedIn::Wrong { left },
        Tried::Locked { until } => SignedIn::Locked { until },
        Tried::Right(opened) => {
            let (account, key, seal) = (opened.kept.body.account, opened.id, seal_of(&opened.kept.body));
            let session =
                Session { account, key, seal, machine: cx.device.to_owned(), opened: cx.now, touched: cx.now };
            cx.work.put_session(&token, &session)?;
            SignedIn::In { token, account }
        }
    })
}

/// What a session remembers of the key that began it.
pub(crate) fn seal_of(key: &Key) -> Seal {
    Seal::of(&key.sealed.sealed)
}

/// Nothing more is needed.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SignOut {}

/// Signed out.
#[derive(Debug, Serialize, TS)]
pub struct SignedOut {}

/// Ends the session.
pub(crate) fn sign_out(cx: &Private, _: SignOut) -> Result<SignedOut> {
    if let Some(token) = cx.token {
        cx.work.delete_session(token)?;
    }
    Ok(SignedOut {})
}

/// Nothing more is needed.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Me {}

/// Who is signed in.
#[derive(Debug, Serialize, TS)]
pub struct MyView {
    account: AccountId,
    login: String,
    name: String,
    language: Lang,
    /// Posts that hold today.
    posts: Vec<Post>,
    /// Departments that they head.
    heads: Vec<DepartmentId>,
    /// What they may ask of the list.
    permissions: Vec<Permission>,
    /// The UUID of the data folder.
    folder: String,
}

/// Shows who is signed in.
pub(crate) fn me(cx: &Reading, _: Me) -> Result<MyView> {
    let account = cx.db.get::<Account>(cx.seat.account)?.body;
    let all = [Permission::SignedIn, Permission::Read, Permission::Work, Permission::Admin];
    Ok(MyView {
        account: cx.seat.account,
        login: account.login,
        name: account.name,
        language: account.language,
        posts: cx.seat.posts.clone(),
        heads: cx.seat.heads.clone(),
        permissions: all.into_iter().filter(|one| one.given_by(&cx.seat.posts)).collect(),
        folder: cx.app.folder_id().to_owned(),
    })
}

/// The old password and the new one.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangePassword {
    /// The one that opens the key now.
    password: Typed,
    /// 8 characters or more, no other rule.
    new: Typed,
}

impl Asks for ChangePassword {
    fn password(&self) -> &Typed {
        &self.password
    }
}

/// The password was changed.
#[derive(Debug, Serialize, TS)]
pub struct PasswordChanged {}

/// Seals the same key again with the new password. Other sessions of the account end; the one that did it goes on.
pub(crate) fn password_change(cx: &mut Writing, request: ChangePassword, opened: &Opened) -> Result<PasswordChanged> {
    let new = acceptable(&request.new, "new")?;
    let mut key = opened.kept.body.clone();
    key.sealed =
        opened.key.seal_again(&|bytes| cx.app.machine.random(bytes), &new, cx.app.cost).map_err(ApiError::internal)?;
    cx.db.put(opened.id, opened.kept.rev, &key)?;
    if let Some(token) = cx.token {
        cx.app.private.keep_session(token, key.account, seal_of(&key))?;
    }
    Ok(PasswordChanged {})
}

/// A new password that is long enough.
pub(crate) fn acceptable(typed: &Typed, field: &str) -> Result<kesu_keys::Password> {
    let password = typed.password();
    if password.is_acceptable() { Ok(password) } else { Err(ApiError::invalid(field, "too_short", "8")) }
}
