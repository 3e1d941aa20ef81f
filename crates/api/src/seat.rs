//! Who calls: the account of the session, the posts that hold today, the departments it heads.

use crate::app::{App, Caller};
use crate::error::Result;
use crate::handle::session::seal_of;
use crate::handle::setting::Security;
use crate::password::current_key;
use kesu_domain::engine::Actor;
use kesu_domain::id::{AccountId, DepartmentId, KeyId, PlantId};
use kesu_domain::master::{Account, AccountState, Department, Plant};
use kesu_domain::people::{Post, Who};
use kesu_domain::time::{Date, Stamp};
use kesu_store::door::Read;
use kesu_store::memo::Lately;
use kesu_store::private::Seal;
use std::sync::Arc;

/// How long a session may be read without being marked as used again, in milliseconds: not every call writes.
const TOUCH_AFTER: i64 = 30_000;

/// Somebody who is signed in.
#[derive(Debug, Clone)]
pub(crate) struct Seat {
    pub(crate) account: AccountId,
    /// Posts that hold today, at any plant.
    pub(crate) posts: Vec<Post>,
    /// Departments that they head.
    pub(crate) heads: Vec<DepartmentId>,
}

/// What entitles somebody in one case: whose work it is, and their posts at that plant, in that procedure.
pub(crate) struct Standing {
    who: Who,
    posts: Vec<Post>,
    heads: Vec<DepartmentId>,
    recorded_by: Option<AccountId>,
}

/// What an account may come in with, and as what it sits down.
struct Entry {
    /// So long without a call ends a session, in milliseconds.
    idle: i64,
    /// The key that is in use, sealed as it is; none where the account was closed.
    key: Option<(KeyId, Seal)>,
    seat: Seat,
}

impl Entry {
    fn of(db: &Read, id: AccountId, now: Stamp) -> Result<Arc<Lately<Entry>>> {
        let read = || -> Result<Lately<Entry>> {
            let idle = i64::from(Security::of(db)?.idle_minutes) * 60_000;
            let account = db.get::<Account>(id)?;
            let key = current_key(db, id)?.filter(|_| account.body.state == AccountState::Active);
            let key = key.map(|key| (key.id, seal_of(&key.body)));
            Ok(Lately::new(now, Entry { idle, key, seat: Seat::today(db, id, now)? }))
        };
        db.remembered(id.0, |entry: &Lately<Entry>| entry.holds(now), read)
    }
}

impl Seat {
    /// Finds out who calls; nobody when there is no session, it has been idle too long, the account was closed, or its key
    /// is no longer the one, sealed as it was, that the session began with: another password was set since.
    pub(crate) fn of(app: &App, caller: &Caller) -> Result<Option<Seat>> {
        Seat::found(app, caller, true)
    }

    /// The same, without marking the session as used: for what the program does by itself.
    pub(crate) fn looked_up(app: &App, caller: &Caller) -> Result<Option<Seat>> {
        Seat::found(app, caller, false)
    }

    /// What somebody who was let in holds at this moment; nothing when the account was closed.
    pub(crate) fn now(db: &Read, account: AccountId) -> Result<Option<Seat>> {
        let entry = Entry::of(db, account, db.now)?;
        Ok(entry.value.key.is_some().then(|| entry.value.seat.clone()))
    }

    fn found(app: &App, caller: &Caller, used: bool) -> Result<Option<Seat>> {
        let Some(token) = caller.token.as_deref() else { return Ok(None) };
        let Some(session) = app.private.session(token)? else { return Ok(None) };
        let now = app.machine.now();
        let entry = app.folder.read(None, now, |db| Entry::of(db, session.account, now))?;
        let entry = &entry.value;
        let is_idle = now.millis() - session.touched.millis() > entry.idle;
        let is_same = entry.key.as_ref().is_some_and(|key| *key == (session.key, session.seal));
        let seat = (!is_idle && is_same).then(|| entry.seat.clone());
        match &seat {
            None => app.private.delete_session(token)?,
            Some(_) if used && now.millis() - session.touched.millis() > TOUCH_AFTER => {
                app.private.touch_session(token, now)?
            }
            Some(_) => {}
        }
        Ok(seat)
    }

    /// The posts of an account that hold today, and the departments that it heads.
    pub(crate) fn today(db: &Read, account: AccountId, now: Stamp) -> Result<Seat> {
        let plants = db.list::<Plant>(&[])?;
        let day = |plant: PlantId| {
            let zone = plants.iter().find(|kept| kept.id == plant).and_then(|kept| kept.body.zone.parse().ok());
            now.day(zone.unwrap_or(chrono_tz::Asia::Shanghai))
        };
        let holds = |post: &Post| {
            let day: Date = day(post.plant);
            post.from.is_none_or(|from| from <= day) && post.until.is_none_or(|until| day <= until)
        };
        let posts = db.list::<Post>(&[("account_id", &account.0)])?;
        let posts = posts.into_iter().map(|kept| kept.body).filter(holds).collect();
        let heads = db.list::<Department>(&[])?;
        let heads = heads.into_iter().filter(|kept| kept.body.head == Some(account)).map(|kept| kept.id).collect();
        Ok(Seat { account, posts, heads })
    }

    /// What entitles them at this plant, in this procedure.
    pub(crate) fn at(&self, plant: PlantId, procedure: &str) -> Standing {
        Standing {
            who: Who::Account(self.account),
            posts: posts_at(&self.posts, plant, procedure),
            heads: self.heads.clone(),
            recorded_by: None,
        }
    }

    /// Somebody else, for whom they record: their posts if they have an account, none if not.
    pub(crate) fn records_for(
        &self,
        db: &Read,
        who: &Who,
        now: Stamp,
        plant: PlantId,
        procedure: &str,
    ) -> Result<Standing> {
        let (posts, heads) = match who.account() {
            Some(account) => {
                let seat = Seat::today(db, account, now)?;
                (posts_at(&seat.posts, plant, procedure), seat.heads)
            }
            None => (vec![], vec![]),
        };
        Ok(Standing { who: who.clone(), posts, heads, recorded_by: Some(self.account) })
    }
}

impl Standing {
    /// As the engine asks.
    pub(crate) fn actor(&self) -> Actor<'_> {
        Actor { who: &self.who, posts: &self.posts, heads: &self.heads, recorded_by: self.recorded_by }
    }
}

fn posts_at(posts: &[Post], plant: PlantId, procedure: &str) -> Vec<Post> {
    let fits = |post: &&Post| post.plant == plant && post.procedure.as_deref().is_none_or(|only| only == procedure);
    posts.iter().filter(fits).cloned().collect()
}
