//! 工作交接: everything that a case holds for one account by name stands for another from then on, what is open and
//! what opens later. Nothing that was written or signed is rewritten: the head of the case says who took over.

use crate::case::{Case, HandedOver};
use crate::fields::Seen;
use crate::id::AccountId;
use crate::people::Who;
use crate::procedure::{Bound, Procedure};

/// Hands over; `None` where the case is over, or names this account nowhere. Whom the complaint is about stays who it is.
pub fn hand_over(p: &Procedure, c: &Case, handed: &HandedOver) -> Option<Case> {
    if c.head.state.is_read_only() || !names(p, c, handed.from) {
        return None;
    }
    let mut c = c.clone();
    c.head.handed.push(handed.clone());
    Some(c)
}

/// Somewhere a task of the case is, or may come to be, for this account by name.
fn names(p: &Procedure, c: &Case, account: AccountId) -> bool {
    let is = |named: AccountId| c.head.now_for(named) == account;
    let who = |named: &Who| named.account().is_some_and(is);
    let rows = c.tasks.iter().filter(|row| !row.state.is_over());
    let by_row = rows.filter_map(|row| row.passed.as_ref().map(|passed| passed.to).or_else(|| row.added())).any(is);
    let receiver = c.tasks.first().and_then(|first| first.done_by.as_ref()).is_some_and(who);
    let bound = Bound::ALL.iter().filter(|bound| **bound != Bound::About).filter_map(|bound| bound.path());
    let bound = bound.into_iter().any(|path| match c.seen(&path) {
        Seen::Who(named) => who(named),
        Seen::Number(id) => is(AccountId(id)),
        Seen::Ids(ids) => ids.iter().any(|id| c.line_holder(&path, &id.to_string()).as_ref().is_some_and(who)),
        Seen::Nothing | Seen::Word(_) | Seen::Text(_) | Seen::Date(_) | Seen::Stamp(_) => false,
    });
    let mut lists = p.tasks().filter_map(|(_, task)| task.each.as_ref());
    let lines =
        lists.any(|list| c.ids(list).iter().any(|id| c.line_holder(list, &id.to_string()).as_ref().is_some_and(who)));
    by_row || receiver || bound || lines
}
