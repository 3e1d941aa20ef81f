//! Accounts, keys and posts (M-5, model § 9).

pub use super::Kept;
use crate::door::{Reading, Writing};
use crate::error::{ApiError, Field, Result};
use crate::handle::post::remains_admin;
use crate::handle::session::acceptable;
use crate::password::{Opened, current_key};
use crate::signing::{Asks, Typed};
use kesu_domain::id::{AccountId, KeyId, PostId};
use kesu_domain::master::{Account, AccountState, Endorsement, Key};
use kesu_domain::people::Post;
use kesu_domain::text::Lang;
use kesu_domain::time::Stamp;
use kesu_store::record::{self, Rev};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Nothing more is needed.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListPeople {}

/// Everybody with an account.
#[derive(Debug, Serialize, TS)]
pub struct People {
    people: Vec<PersonView>,
}

/// Somebody with an account.
#[derive(Debug, Serialize, TS)]
pub struct PersonView {
    account: AccountId,
    login: String,
    name: String,
    state: AccountState,
    /// 职务
    position: String,
    /// 技能, which an assignment looks for.
    skills: Vec<String>,
    /// Their posts, those that hold today and others.
    posts: Vec<PostView>,
}

/// A post in its revision.
#[derive(Debug, Serialize, TS)]
pub struct PostView {
    id: PostId,
    rev: i64,
    post: Post,
}

/// Names for what was done by whom.
pub(crate) fn people_list(cx: &Reading, _: ListPeople) -> Result<People> {
    let mut people = vec![];
    for kept in cx.db.list::<Account>(&[])? {
        let posts = cx.db.list::<Post>(&[("account_id", &kept.id.0)])?;
        people.push(PersonView {
            account: kept.id,
            login: kept.body.login,
            name: kept.body.name,
            state: kept.body.state,
            position: kept.body.position,
            skills: kept.body.skills,
            posts: posts.into_iter().map(|p| PostView { id: p.id, rev: p.rev.0, post: p.body }).collect(),
        });
    }
    Ok(People { people })
}

/// Nothing more is needed.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListAccounts {}

/// Accounts with their keys.
#[derive(Debug, Serialize, TS)]
pub struct Accounts {
    accounts: Vec<AccountView>,
}

/// An account and the keys that it ever had.
#[derive(Debug, Serialize, TS)]
pub struct AccountView {
    id: AccountId,
    rev: i64,
    account: Account,
    keys: Vec<KeyView>,
}

/// What may be known of a key.
#[derive(Debug, Serialize, TS)]
pub struct KeyView {
    id: KeyId,
    fingerprint: String,
    from: Stamp,
    /// It ended: reset, or recovered.
    until: Option<Stamp>,
    /// `first`, `new`, `reset`, `recovered`
    why: String,
    /// The key that endorsed it; of the first of all and of a recovered one, nobody's (shown until somebody does).
    endorsed_by: Option<KeyId>,
}

/// Lists accounts with their keys.
pub(crate) fn account_list(cx: &Reading, _: ListAccounts) -> Result<Accounts> {
    let mut accounts = vec![];
    for kept in cx.db.list::<Account>(&[])? {
        let keys = cx.db.list::<Key>(&[("account_id", &kept.id.0)])?;
        let view = |key: record::Kept<Key>| KeyView {
            id: key.id,
            fingerprint: key.body.fingerprint,
            from: key.body.from,
            until: key.body.until,
            why: key.body.why,
            endorsed_by: key.body.endorsed.map(|endorsement| endorsement.by),
        };
        let keys = keys.into_iter().map(view).collect();
        accounts.push(AccountView { id: kept.id, rev: kept.rev.0, account: kept.body, keys });
    }
    Ok(Accounts { accounts })
}

/// A new account.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddAccount {
    /// What is typed at sign-in.
    login: String,
    /// 姓名, as printed beside signatures.
    name: String,
    #[serde(default)]
    language: Lang,
    /// 职务
    #[serde(default)]
    #[ts(optional)]
    position: Option<String>,
    /// 技能
    #[serde(default)]
    #[ts(optional)]
    skills: Option<Vec<String>>,
    /// Its first password; its owner changes it.
    first_password: Typed,
    /// The administrator's own, for the endorsement.
    password: Typed,
}

impl Asks for AddAccount {
    fn password(&self) -> &Typed {
        &self.password
    }
}

/// A new key is there.
#[derive(Debug, Serialize, TS)]
pub struct AccountAdded {
    account: AccountId,
    key: KeyId,
    fingerprint: String,
}

/// Makes an account with a key that the administrator endorses.
pub(crate) fn account_add(cx: &mut Writing, request: AddAccount, admin: &Opened) -> Result<AccountAdded> {
    let login = request.login.trim().to_owned();
    let said = [("login", &login), ("name", &request.name)];
    let missing: Vec<Field> =
        said.iter().filter(|(_, value)| value.trim().is_empty()).map(|(field, _)| Field::missing(field)).collect();
    if !missing.is_empty() {
        return Err(ApiError::Invalid { fields: missing });
    }
    if login.chars().count() > 64 || !login.chars().all(|sign| sign.is_alphanumeric() || ".-_@".contains(sign)) {
        return Err(ApiError::invalid("login", "malformed", login));
    }
    // Two logins that look alike would stand beside signatures.
    let alike =
        cx.db.list::<Account>(&[])?.into_iter().find(|kept| kept.body.login.to_lowercase() == login.to_lowercase());
    if alike.is_some() {
        return Err(ApiError::invalid("login", "taken", login));
    }
    let name = request.name.trim().to_owned();
    let body = Account {
        login,
        name,
        state: AccountState::Active,
        language: request.language,
        position: request.position.unwrap_or_default().trim().to_owned(),
        skills: each_once(request.skills.unwrap_or_default()),
    };
    let account = cx.db.add(&body)?;
    new_key(cx, account, &request.first_password, "first_password", "new", Some(admin))
}

/// A new password for somebody who lost theirs.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ResetAccount {
    account: AccountId,
    /// Their new first password.
    first_password: Typed,
    /// Why: they forgot it, their PC was lost.
    reason: String,
    /// The administrator's own, for the endorsement.
    password: Typed,
}

impl Asks for ResetAccount {
    fn password(&self) -> &Typed {
        &self.password
    }
}

/// Ends the old key this moment and makes a new one. Sessions of that account end.
pub(crate) fn account_reset(cx: &mut Writing, request: ResetAccount, admin: &Opened) -> Result<AccountAdded> {
    cx.because(&request.reason)?;
    let login = cx.db.get::<Account>(request.account)?.body.login;
    // A recovered key is endorsed by somebody else, and is not washed clean by a reset of one's own.
    if request.account == cx.account() {
        return Err(ApiError::invalid("account", "own_key", login));
    }
    end_key(cx, request.account)?;
    let added = new_key(cx, request.account, &request.first_password, "first_password", "reset", Some(admin))?;
    cx.app.private.delete_sessions(request.account)?;
    Ok(added)
}

/// Which account's key.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EndorseAccount {
    account: AccountId,
    /// The administrator's own.
    password: Typed,
}

impl Asks for EndorseAccount {
    fn password(&self) -> &Typed {
        &self.password
    }
}

/// Endorses the current key of somebody else.
pub(crate) fn account_endorse(cx: &mut Writing, request: EndorseAccount, admin: &Opened) -> Result<Kept> {
    let login = cx.db.get::<Account>(request.account)?.body.login;
    let kept = current_key(cx.db, request.account)?.ok_or_else(|| ApiError::not_found("key"))?;
    if request.account == cx.account() {
        return Err(ApiError::invalid("account", "own_key", login));
    }
    let mut key = kept.body;
    if key.endorsed.is_none() {
        key.endorsed = Some(endorse(cx.app.folder_id(), &login, &key.public, &key.exchange, admin));
    }
    Ok(Kept::row(kept.id, cx.db.put(kept.id, kept.rev, &key)?))
}

/// An account in the revision that was on the screen.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveAccount {
    account: AccountId,
    rev: i64,
    name: String,
    state: AccountState,
    language: Lang,
    /// 职务; as it is when left out.
    #[serde(default)]
    #[ts(optional)]
    position: Option<String>,
    /// 技能; as they are when left out.
    #[serde(default)]
    #[ts(optional)]
    skills: Option<Vec<String>>,
    /// Why, when it is closed.
    #[serde(default)]
    reason: String,
}

/// Changes a name or a language, or closes an account. The last administrator cannot be closed.
pub(crate) fn account_save(cx: &mut Writing, request: SaveAccount) -> Result<Kept> {
    let kept = cx.db.get::<Account>(request.account)?;
    if request.name.trim().is_empty() {
        return Err(ApiError::Invalid { fields: vec![Field::missing("name")] });
    }
    if request.state == AccountState::Disabled && kept.body.state == AccountState::Active {
        cx.because(&request.reason)?;
        if !remains_admin(cx, None, Some(request.account))? {
            return Err(ApiError::invalid("state", "last_admin", kept.body.login));
        }
        cx.app.private.delete_sessions(request.account)?;
    }
    let name = request.name.trim().to_owned();
    let body = Account {
        name,
        state: request.state,
        language: request.language,
        position: request.position.map_or(kept.body.position, |position| position.trim().to_owned()),
        skills: request.skills.map_or(kept.body.skills, each_once),
        login: kept.body.login,
    };
    Ok(Kept::row(kept.id, cx.db.put(kept.id, Rev(request.rev), &body)?))
}

/// Words without blanks around them, each once, in the order in which they were said.
fn each_once(words: Vec<String>) -> Vec<String> {
    let mut out: Vec<String> = vec![];
    for word in words.iter().map(|word| word.trim()).filter(|word| !word.is_empty()) {
        if !out.iter().any(|known| known == word) {
            out.push(word.to_owned());
        }
    }
    out
}

/// Ends the key that counts now.
pub(crate) fn end_key(cx: &mut Writing, account: AccountId) -> Result<()> {
    if let Some(old) = current_key(cx.db, account)? {
        let mut body = old.body;
        body.until = Some(cx.now());
        cx.db.put(old.id, old.rev, &body)?;
    }
    Ok(())
}

fn new_key(
    cx: &mut Writing,
    account: AccountId,
    typed: &Typed,
    field: &str,
    why: &str,
    admin: Option<&Opened>,
) -> Result<AccountAdded> {
    let password = acceptable(typed, field)?;
    let new = kesu_keys::new_pair(&|bytes| cx.app.machine.random(bytes), &password, cx.app.cost)
        .map_err(ApiError::internal)?;
    let login = cx.db.get::<Account>(account)?.body.login;
    let endorsed = admin.map(|admin| endorse(cx.app.folder_id(), &login, &new.public, &new.exchange, admin));
    let fingerprint = new.fingerprint.clone();
    let key = Key {
        account,
        fingerprint: new.fingerprint,
        public: new.public,
        exchange: new.exchange,
        from: cx.now(),
        until: None,
        why: why.to_owned(),
        endorsed,
        sealed: new.sealed,
    };
    Ok(AccountAdded { account, key: cx.db.add(&key)?, fingerprint })
}

fn endorse(folder: &str, login: &str, public: &str, exchange: &str, admin: &Opened) -> Endorsement {
    let text = kesu_keys::endorsement_text(folder, login, public, exchange);
    Endorsement { by: admin.id, signature: admin.key.sign(&text) }
}
