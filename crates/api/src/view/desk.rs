//! Which desk is offered where one is assigned: by the table of the procedure (I-6). It is typed there, and may be changed.

use crate::door::Reading;
use crate::error::Result;
use crate::open::Open;
use kesu_domain::engine;
use kesu_domain::id::{AccountId, DepartmentId};
use kesu_domain::people::{Post, Who};
use kesu_domain::procedure::{Bound, By, RoleId};
use kesu_domain::section::Assignment;
use std::collections::BTreeSet;

/// The assignment that the table offers; nothing where no rule of it fits, or nobody holds the role.
pub(crate) fn offered(cx: &Reading, open: &Open) -> Result<Option<Assignment>> {
    let (departments, who) = match engine::desk(&open.procedure, open.case()) {
        Some(By::Role(role)) => of_role(cx, open, role)?,
        Some(By::Bound(bound)) => (named(open, *bound), None),
        Some(By::Anyone | By::Head(_) | By::Each) | None => return Ok(None),
    };
    let is_empty = departments.is_empty() && who.is_none();
    Ok((!is_empty).then(|| Assignment { departments, who, ..Assignment::default() }))
}

/// The departments of those who hold the role today, and the one who does where it is one alone.
fn of_role(cx: &Reading, open: &Open, role: &RoleId) -> Result<(Vec<DepartmentId>, Option<Who>)> {
    let (plant, day) = (open.case().head.plant, cx.now().day(open.calendar.zone()));
    let posts = cx.db.list::<Post>(&[("role", &role.as_str()), ("plant", &plant.0)])?;
    let posts: Vec<Post> = posts.into_iter().map(|kept| kept.body).collect();
    let hold: Vec<&Post> = posts.iter().filter(|post| post.holds(day, plant, &open.procedure.number)).collect();
    let departments: BTreeSet<DepartmentId> = hold.iter().filter_map(|post| post.department).collect();
    let people: BTreeSet<AccountId> = hold.iter().map(|post| post.account).collect();
    let only = people.first().filter(|_| people.len() == 1);
    Ok((departments.into_iter().collect(), only.map(|account| Who::Account(*account))))
}

fn named(open: &Open, bound: Bound) -> Vec<DepartmentId> {
    let ids = bound.path().map(|path| open.case().ids(&path)).unwrap_or_default();
    ids.into_iter().map(DepartmentId).collect()
}
