//! The people of any procedure: two for each role, so that nobody's own work stands in the way, and those whom a case
//! names, who head and people the departments that it names.

use kesu_domain::engine::Actor;
use kesu_domain::id::{AccountId, DepartmentId, PlantId};
use kesu_domain::people::{Post, Who};
use kesu_domain::procedure::Procedure;

/// Whom a case names, and which departments, by the same numbers. No role of a procedure is theirs.
pub(crate) const NAMED: [i64; 2] = [1, 3];

pub(crate) struct Person {
    pub(crate) role: String,
    pub(crate) who: Who,
    posts: Vec<Post>,
    heads: Vec<DepartmentId>,
}

impl Person {
    fn new(account: i64, role: &str, department: Option<i64>) -> Person {
        let department = department.map(DepartmentId);
        let post = Post {
            account: AccountId(account),
            role: role.into(),
            procedure: None,
            plant: PlantId(1),
            department,
            from: None,
            until: None,
            deputy_for: None,
        };
        let heads = department.into_iter().collect();
        Person { role: role.to_owned(), who: Who::Account(AccountId(account)), posts: vec![post], heads }
    }
    pub(crate) fn actor(&self) -> Actor<'_> {
        Actor { who: &self.who, posts: &self.posts, heads: &self.heads, recorded_by: None }
    }
}

/// Everybody who is needed.
pub(crate) fn staff(p: &Procedure) -> Vec<Person> {
    let named = NAMED.iter().map(|n| Person::new(*n, "named", Some(*n)));
    let of_role = |(i, role): (usize, &kesu_domain::procedure::Role)| {
        let first = 10 + 2 * i64::try_from(i).expect("a short list");
        [first, first + 1].map(|account| Person::new(account, role.id.as_str(), None))
    };
    named.chain(p.roles.iter().enumerate().flat_map(of_role)).collect()
}
