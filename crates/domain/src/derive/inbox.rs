//! Whose inbox a task stands in, and who takes part: by tokens, so that a change of posts changes no row.
//!
//! A role entitles at its plant, for all procedures or for one: `role:qe@1` and `role:qe@1/P-KS`. A post gives one of the
//! two, a case holds both.

use super::remind::{Press, Reminder};
use crate::case::{Case, TaskKey, TaskRow, TaskState};
use crate::engine::Clock;
use crate::fields::Seen;
use crate::id::{AccountId, DepartmentId, PlantId};
use crate::path::Path;
use crate::people::{Post, Who};
use crate::procedure::{Bound, By, Procedure, RoleId, StageId, Task};
use crate::time::Stamp;
use std::collections::BTreeSet;

/// Stands as the task of a row behind which no task of the procedure stands: a number is to be declared void (I-12). No
/// task can be called so.
pub const VOID_ASKED: &str = "void:asked";

/// The token that everybody holds.
const ANYONE: &str = "anyone";

/// What entitles: `role:qe@1`, `role:qe@1/P-KS`, `account:3`, `department:2`, `head:2`, `charge:1` (of a plant), `anyone`.
pub type Token = String;

/// One open task of a case, for one token.
#[derive(Debug, Clone, PartialEq)]
pub struct InboxRow {
    /// Which task row.
    pub key: TaskKey,
    /// The stage to which it belongs.
    pub stage: StageId,
    /// For whom.
    pub token: Token,
    /// Since when.
    pub opened: Option<Stamp>,
    /// Until when.
    pub due: Option<Stamp>,
    /// Until when by the customer's clock.
    pub customer_due: Option<Stamp>,
    /// The first reminder before the deadline (T-3).
    pub remind: Option<Stamp>,
    /// A pause stops its clock: the ball is with whom it names.
    pub paused_with: Option<String>,
    /// The calendar does not know this year: there is no deadline until somebody enters it.
    pub unknown_year: Option<i32>,
}

/// The open tasks of a case, once for each token.
pub fn inbox(p: &Procedure, c: &Case, clocks: &[Clock], reminders: &[Reminder]) -> Vec<InboxRow> {
    let mut out = vec![];
    for row in c.tasks.iter().filter(|row| matches!(row.state, TaskState::Open | TaskState::Ahead)) {
        let Some(task) = p.task(&row.task) else { continue };
        let clock = clocks.iter().find(|clock| row.is(&clock.key));
        let remind = reminders.iter().filter(|one| one.press == Press::Remind && row.is(&one.key)).map(|one| one.since);
        let remind = remind.min();
        for token in tokens_for(p, c, task, row) {
            out.push(InboxRow {
                key: row.key(),
                stage: row.stage.clone(),
                token,
                opened: row.opened,
                due: clock.and_then(|clock| clock.fixed_due),
                customer_due: clock.and_then(|clock| clock.fixed_customer_due),
                remind,
                paused_with: clock.and_then(|clock| clock.paused_with.clone()),
                unknown_year: clock.and_then(Clock::unknown_now),
            });
        }
    }
    out.extend(void_asked(p, c));
    out
}

/// Whoever may approve that the number be declared void finds it asked.
fn void_asked(p: &Procedure, c: &Case) -> Vec<InboxRow> {
    let Some(asked) = &c.head.void_asked else { return vec![] };
    let row = |token: Token| InboxRow {
        key: TaskKey { task: VOID_ASKED.into(), slot: String::new(), round: c.head.round },
        stage: c.head.stage.clone(),
        token,
        opened: Some(asked.at),
        due: None,
        customer_due: None,
        remind: None,
        paused_with: None,
        unknown_year: None,
    };
    void_tokens(p, c).into_iter().map(row).collect()
}

/// Who may approve it: see [`crate::engine::may_void`].
fn void_tokens(p: &Procedure, c: &Case) -> BTreeSet<Token> {
    let by = p.reopen.iter().flat_map(|rule| &rule.by);
    by.flat_map(|by| tokens_of_by(p, c, None, "", by)).chain([charge_token(c.head.plant)]).collect()
}

/// Whoever is in charge of a plant.
fn charge_token(plant: PlantId) -> Token {
    format!("charge:{plant}")
}

/// The tokens of an account: its posts that hold, the departments that it heads, the plants of which it is in charge, itself.
pub fn tokens_of(account: AccountId, posts: &[Post], heads: &[DepartmentId], charges: &[PlantId]) -> Vec<Token> {
    let mut out: BTreeSet<Token> = [format!("account:{account}"), ANYONE.into()].into();
    out.extend(posts.iter().map(|post| role_token(&post.role, post.plant, post.procedure.as_deref())));
    out.extend(posts.iter().filter_map(|post| post.department).map(|id| format!("department:{id}")));
    out.extend(heads.iter().map(|id| format!("head:{id}")));
    out.extend(charges.iter().map(|id| charge_token(*id)));
    out.into_iter().collect()
}

/// Who takes part in a case: who did or recorded something, who is let in, whom an open task means. A task for anyone
/// lets nobody in: a confidential case would be seen by all.
pub fn participants(p: &Procedure, c: &Case) -> BTreeSet<Token> {
    let mut out: BTreeSet<Token> = c.head.participants.iter().map(|id| format!("account:{id}")).collect();
    for row in &c.tasks {
        let who = row.done_by.iter().chain(row.reported.iter().map(|told| &told.by));
        out.extend(who.filter_map(account_token));
        let said = row.excuse.iter().map(|excuse| excuse.by).chain(row.passed.iter().map(|passed| passed.by));
        let said = said.chain(row.asked.iter().map(|asked| asked.by)).chain(row.taken_back.iter().map(|back| back.by));
        out.extend(said.map(|account| format!("account:{account}")));
        let hands = row.hand.iter().chain(row.reported.iter().filter_map(|told| told.hand.as_ref()));
        out.extend(hands.map(|hand| format!("account:{}", hand.by())));
        if matches!(row.state, TaskState::Open | TaskState::Ahead) {
            out.extend(p.task(&row.task).into_iter().flat_map(|task| tokens_for(p, c, task, row)));
        }
    }
    if let Some(asked) = &c.head.void_asked {
        out.insert(format!("account:{}", asked.by));
        out.extend(void_tokens(p, c));
    }
    let ended = c.head.stopped.iter().flat_map(|how| [Some(how.by), how.asked_by]).flatten();
    out.extend(ended.map(|account| format!("account:{account}")));
    out.extend(Bound::Owner.path().into_iter().flat_map(|path| bound_tokens(c, &path)));
    out.extend(Bound::Team.path().into_iter().flat_map(|path| bound_tokens(c, &path)));
    out.remove(ANYONE);
    out
}

/// Whom a row means: the one account that it was given to, those who are told, or whoever does the task.
pub(super) fn tokens_for(p: &Procedure, c: &Case, task: &Task, row: &TaskRow) -> BTreeSet<Token> {
    let given = row.passed.as_ref().map(|passed| passed.to).or_else(|| row.added());
    match (given, row.told()) {
        (Some(only), _) => [now_token(c, only)].into(),
        (None, Some(to)) => tokens_of_by(p, c, task.each.as_ref(), row.line(), &to).into_iter().collect(),
        (None, None) => task.by.iter().flat_map(|by| tokens_of_by(p, c, task.each.as_ref(), row.line(), by)).collect(),
    }
}

/// Whom a name of the procedure means; `each` and `line` say who is meant by the line of a list.
fn tokens_of_by(p: &Procedure, c: &Case, each: Option<&Path>, line: &str, by: &By) -> Vec<Token> {
    match by {
        By::Anyone => vec![ANYONE.to_owned()],
        By::Role(role) => {
            [None, Some(p.number.as_str())].map(|procedure| role_token(role, c.head.plant, procedure)).into()
        }
        By::Bound(Bound::Receiver) | By::Head(Bound::Receiver) => {
            let receiver = c.tasks.first().and_then(|first| first.done_by.as_ref());
            receiver.and_then(Who::account).map(|id| now_token(c, id)).into_iter().collect()
        }
        // Whom the complaint is about stays who it is.
        By::Bound(Bound::About) => {
            let about = Bound::About.path().map(|path| c.ids(&path)).unwrap_or_default();
            about.into_iter().map(|id| format!("account:{id}")).collect()
        }
        By::Bound(bound) => bound.path().map(|path| bound_tokens(c, &path)).unwrap_or_default(),
        By::Head(bound) => {
            bound.path().map(|path| c.ids(&path).iter().map(|id| format!("head:{id}")).collect()).unwrap_or_default()
        }
        By::Each => each.map(|list| slot_tokens(c, list, line)).unwrap_or_default(),
    }
}

/// A role at a plant, for all procedures or for one.
pub(super) fn role_token(role: &RoleId, plant: PlantId, procedure: Option<&str>) -> Token {
    match procedure {
        Some(number) => format!("role:{role}@{plant}/{number}"),
        None => format!("role:{role}@{plant}"),
    }
}

/// Everybody whom the field names.
fn bound_tokens(c: &Case, path: &Path) -> Vec<Token> {
    match c.seen(path) {
        Seen::Who(who) => who.account().map(|id| now_token(c, id)).into_iter().collect(),
        Seen::Number(id) => vec![now_token(c, AccountId(id))],
        Seen::Ids(ids) => ids.iter().flat_map(|id| slot_tokens(c, path, &id.to_string())).collect(),
        Seen::Nothing | Seen::Word(_) | Seen::Text(_) | Seen::Date(_) | Seen::Stamp(_) => vec![],
    }
}

/// Whom one entry of a list names: the department, or the person of the line.
fn slot_tokens(c: &Case, list: &Path, slot: &str) -> Vec<Token> {
    match c.line_holder(list, slot) {
        Some(who) => who.account().map(|id| now_token(c, id)).into_iter().collect(),
        None if c.is_department_list(list) => vec![format!("department:{slot}")],
        None => vec![],
    }
}

/// Who stands now where this account is named: it, or who took over from it.
pub(super) fn now_token(c: &Case, named: AccountId) -> Token {
    format!("account:{}", c.head.now_for(named))
}

fn account_token(who: &Who) -> Option<Token> {
    who.account().map(|id| format!("account:{id}"))
}
