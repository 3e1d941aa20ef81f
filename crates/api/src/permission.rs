//! Who may call a command at all. What a person may do in a case is the procedure's business (`blockers`).

use kesu_domain::people::Post;
use serde::Serialize;
use ts_rs::TS;

/// The role of who administers accounts, posts and settings.
pub const ADMIN: &str = "admin";
/// The role of who only reads: an auditor (D-13).
pub const READER: &str = "reader";

/// What a command asks of its caller, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Permission {
    /// Nothing: signing in.
    Open,
    /// A session.
    SignedIn,
    /// Any post, the reader's too.
    Read,
    /// A post that works on cases.
    Work,
    /// The administrator's post.
    Admin,
}

impl Permission {
    /// Do these posts, all of which hold today, give it?
    pub fn given_by(self, posts: &[Post]) -> bool {
        let works = |post: &Post| post.role != ADMIN && post.role != READER;
        match self {
            Permission::Open | Permission::SignedIn => true,
            Permission::Read => !posts.is_empty(),
            Permission::Work => posts.iter().any(works),
            Permission::Admin => posts.iter().any(|post| post.role == ADMIN),
        }
    }
}
