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
    fn is_account(&self, id: AccountId) -> bool {
        self.who.account() == Some(id)
    }
    /// A person without an account has no posts: that they hold the role is what the recorder testifies.
    fn is_outside(&self) -> bool {
        self.who.account().is_none()
    }
}

/// May this person do this row? Of one that is for a named account only that account, whatever role it holds: whether it
/// fits was looked at when it was named.
pub(super) fn may(c: &Case, who: &Actor, task: &Task, row: &TaskRow) -> bool {
    match (row.told(), named(row)) {
        (Some(to), _) => who.is_outside() || means(c, who, &to, Some((task, row.line()))),
        (None, Some(only)) => who.who.account() == Some(c.head.now_for(only)),
        (None, None) => who.is_outside() || may_by(c, who, task, row.line()),
    }
}

/// For whom this person stands in, where no post of their own lets them do this row.
pub(super) fn deputy_for(c: &Case, who: &Actor, task: &Task, row: &TaskRow) -> Option<AccountId> {
    let with = |posts: &[Post]| may(c, &Actor { posts, ..*who }, task, row);
    let own: Vec<Post> = who.posts.iter().filter(|post| post.deputy_for.is_none()).cloned().collect();
    let stands_in = |post: &&Post| post.deputy_for.is_some() && with(std::slice::from_ref(post));
    if with(&own) { None } else { who.posts.iter().find(stands_in).and_then(|post| post.deputy_for) }
}

/// The one account that a row is for: passed to it, or asked of it.
pub(super) fn named(row: &TaskRow) -> Option<AccountId> {
    row.passed.as_ref().map(|passed| passed.to).or_else(|| row.added())
}

/// Does one of `by` mean this person, for this line of the task?
pub(super) fn may_by(c: &Case, who: &Actor, task: &Task, line: &str) -> bool {
    task.by.iter().any(|by| means(c, who, by, Some((task, line))))
}

/// Does it mean this person? A line is asked for only by tasks.
pub(super) fn means(c: &Case, who: &Actor, by: &By, of: Option<(&Task, &str)>) -> bool {
    match by {
        By::Anyone => true,
        By::Role(role) => who.has_role(role),
        By::Bound(Bound::Receiver) | By::Head(Bound::Receiver) => {
            c.tasks.first().and_then(|first| first.done_by.as_ref()).is_some_and(|receiver| is_now(c, who, receiver))
        }
        // Whom the complaint is about stays who it is.
        By::Bound(Bound::About) => match Bound::About.path().map(|path| c.seen(&path)) {
            Some(Seen::Who(about)) => about == who.who,
            Some(Seen::Number(id)) => who.is_account(AccountId(id)),
            Some(Seen::Nothing | Seen::Word(_) | Seen::Text(_) | Seen::Date(_) | Seen::Stamp(_) | Seen::Ids(_))
            | None => false,
        },
        By::Bound(bound) => bound.path().is_some_and(|path| is_named_at(c, who, &path)),
        By::Head(bound) => {
            bound.path().is_some_and(|path| c.ids(&path).iter().any(|id| who.heads.contains(&DepartmentId(*id))))
        }
        By::Each => of.is_some_and(|(task, line)| task.each.as_ref().is_some_and(|list| is_slot(c, who, list, line))),
    }
}

/// This person stands where that one is named: it is they, or it was handed over to them.
fn is_now(c: &Case, who: &Actor, named: &Who) -> bool {
    match named {
        Who::Account(id) => who.is_account(c.head.now_for(*id)),
        Who::Name(_) => named == who.who,
    }
}

fn is_named_at(c: &Case, who: &Actor, path: &Path) -> bool {
    match c.seen(path) {
        Seen::Who(named) => is_now(c, who, named),
        Seen::Number(id) => who.is_account(c.head.now_for(AccountId(id))),
        Seen::Ids(ids) => ids.iter().any(|id| is_slot(c, who, path, &id.to_string())),
        Seen::Nothing | Seen::Word(_) | Seen::Text(_) | Seen::Date(_) | Seen::Stamp(_) => false,
    }
}

/// A slot belongs to the people of its department, or to the person whom its line names.
fn is_slot(c: &Case, who: &Actor, list: &Path, slot: &str) -> bool {
    match c.line_holder(list, slot) {
        Some(named) => is_now(c, who, &named),
        None => c.is_department_list(list) && slot.parse().is_ok_and(|id| who.in_department(id)),
    }
}
