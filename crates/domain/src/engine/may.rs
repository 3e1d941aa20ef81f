//! Who may: posts of a role, people bound by the case, whom a slot names.

use crate::case::{Case, TaskRow};
use crate::fields::Seen;
use crate::id::{AccountId, DepartmentId};
use crate::path::Path;
use crate::people::{Post, Who};
use crate::procedure::{Bound, By, RoleId, Task};

/// Who acts, with what entitles them today, at this plant and in this procedure.
#[derive(Debug, Clone, Copy)]
pub struct Actor<'a> {
    /// Whose work it is: the account itself, or the named person for whom a task is recorded.
    pub who: &'a Who,
    /// The posts of that person that hold; of a person without an account there are none.
    pub posts: &'a [Post],
    /// Departments that the person heads.
    pub heads: &'a [DepartmentId],
    /// The account that records it, when that is somebody else: by paper or on behalf.
    pub recorded_by: Option<AccountId>,
}

impl Actor<'_> {
    fn has_role(&self, role: &RoleId) -> bool {
        self.posts.iter().any(|post| post.role == *role)
    }
    fn in_department(&self, id: i64) -> bool {
        self.posts.iter().any(|post| post.department == Some(DepartmentId(id)))
    }
    fn is_account(&self, id: i64) -> bool {
        self.who.account() == Some(AccountId(id))
    }
    /// A person without an account has no posts: that they hold the role is what the recorder testifies.
    fn is_outside(&self) -> bool {
        self.who.account().is_none()
    }
}

/// Does one of `by` mean this person, for this row of the task?
pub(super) fn may(c: &Case, who: &Actor, task: &Task, row: &TaskRow) -> bool {
    who.is_outside() || task.by.iter().any(|by| means(c, who, by, Some((task, row))))
}

/// Does it mean this person? A slot is asked for only by tasks.
pub(super) fn means(c: &Case, who: &Actor, by: &By, row: Option<(&Task, &TaskRow)>) -> bool {
    match by {
        By::Anyone => true,
        By::Role(role) => who.has_role(role),
        By::Bound(Bound::Receiver) | By::Head(Bound::Receiver) => {
            c.tasks.first().and_then(|first| first.done_by.as_ref()).is_some_and(|receiver| receiver == who.who)
        }
        By::Bound(bound) => bound.path().is_some_and(|path| is_named_at(c, who, &path)),
        By::Head(bound) => {
            bound.path().is_some_and(|path| c.ids(&path).iter().any(|id| who.heads.contains(&DepartmentId(*id))))
        }
        By::Each => {
            row.is_some_and(|(task, row)| task.each.as_ref().is_some_and(|list| is_slot(c, who, list, &row.slot)))
        }
    }
}

fn is_named_at(c: &Case, who: &Actor, path: &Path) -> bool {
    match c.seen(path) {
        Seen::Who(named) => named == who.who,
        Seen::Number(id) => who.is_account(id),
        Seen::Ids(ids) => ids.iter().any(|id| is_slot(c, who, path, &id.to_string())),
        Seen::Nothing | Seen::Word(_) | Seen::Text(_) | Seen::Date(_) | Seen::Stamp(_) => false,
    }
}

/// A slot belongs to the people of its department, or to the person whom its line names.
fn is_slot(c: &Case, who: &Actor, list: &Path, slot: &str) -> bool {
    match c.line_holder(list, slot) {
        Some(named) => named == *who.who,
        None => c.is_department_list(list) && slot.parse().is_ok_and(|id| who.in_department(id)),
    }
}
