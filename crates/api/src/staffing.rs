//! Can this folder's people carry out a procedure? What the proof cannot see: posts that nobody holds, and quorums for
//! which there are too few.

use crate::app::random;
use crate::error::Result;
use crate::machine::Machine;
use kesu_domain::fields::FieldType;
use kesu_domain::master::{Account, AccountState, Department};
use kesu_domain::people::Post;
use kesu_domain::procedure::{By, Procedure, RoleId, Task, TaskId};
use kesu_domain::time::Stamp;
use kesu_store::door::Read;
use kesu_store::folder::Folder;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use ts_rs::TS;

/// Something that nobody here could do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "gap", rename_all = "snake_case")]
#[ts(rename = "StaffGap")]
pub enum Gap {
    /// The procedure asks for this role, and nobody holds it today.
    EmptyPost {
        /// Which.
        role: RoleId,
    },
    /// So many have to speak, and fewer are here.
    Quorum {
        /// Whose quorum.
        task: TaskId,
        /// How many it needs.
        needs: u8,
        /// How many there are.
        can: usize,
    },
}

/// Every gap, empty posts first.
///
/// # Errors
/// `folder`, `busy`.
pub fn gaps(dir: &Path, p: &Procedure, machine: Arc<dyn Machine>) -> Result<Vec<Gap>> {
    let folder = Folder::open(dir, random(&machine))?;
    let now = machine.now();
    folder.read(None, now, |db| gaps_in(db, now, p))
}

/// The same, of a folder that is open.
pub(crate) fn gaps_in(db: &Read<'_>, now: Stamp, p: &Procedure) -> Result<Vec<Gap>> {
    let today = now.day(chrono_tz::Asia::Shanghai);
    let active = db.list::<Account>(&[])?.into_iter().filter(|kept| kept.body.state == AccountState::Active);
    let accounts: BTreeSet<_> = active.map(|kept| kept.id).collect();
    let holds = |post: &Post| post.holds(today, post.plant, &p.number) && accounts.contains(&post.account);
    let posts: Vec<Post> = db.list::<Post>(&[])?.into_iter().map(|kept| kept.body).filter(holds).collect();
    let departments = db.list::<Department>(&[])?.len();
    let held = |role: &&RoleId| posts.iter().any(|post| post.role == **role);
    let mut gaps: Vec<Gap> =
        asked(p).into_iter().filter(|role| !held(role)).map(|role| Gap::EmptyPost { role: role.clone() }).collect();
    let holders = posts.iter().fold(BTreeMap::new(), |mut all, post| {
        all.entry(&post.role).or_insert_with(BTreeSet::new).insert(post.account);
        all
    });
    for (task, needs) in p.tasks().filter_map(|(_, task)| Some((task, task.quorum?))) {
        let roles = task.by.iter().filter_map(role).filter_map(|role| holders.get(role)).flatten();
        let can = if is_of_departments(task) { departments } else { accounts.len().max(roles.count()) };
        if can < usize::from(needs) {
            gaps.push(Gap::Quorum { task: task.id.clone(), needs, can });
        }
    }
    Ok(gaps)
}

/// Every role that has something to do.
fn asked(p: &Procedure) -> BTreeSet<&RoleId> {
    let tasks = p.tasks().flat_map(|(_, task)| {
        let told = task.tells.iter().map(|tell| &tell.to);
        task.by.iter().chain(told).filter_map(role)
    });
    let duties = p.duties.iter().flat_map(|duty| duty.by.iter().chain(duty.tells.iter().map(|tell| &tell.to)));
    let reopen = p.reopen.iter().flat_map(|rule| &rule.by);
    let late =
        p.tasks().filter_map(|(_, task)| task.due.as_ref()).flat_map(|due| due.escalate.iter().map(|late| &late.to));
    tasks.chain(duties.filter_map(role)).chain(reopen.filter_map(role)).chain(late).collect()
}

fn role(by: &By) -> Option<&RoleId> {
    match by {
        By::Role(role) => Some(role),
        By::Anyone | By::Bound(_) | By::Head(_) | By::Each => None,
    }
}

fn is_of_departments(task: &Task) -> bool {
    let list = task.each.as_ref().and_then(|list| list.target.field(&list.field));
    list == Some(FieldType::List(&FieldType::Department))
}
