//! Who may do what, stage by stage and task by task, of every procedure of the library: one reviewed page each.
//!
//! The page is what the engine says of a case that stands in that stage. `KESU_WRITE_MATRIX=1 cargo test -p kesu-domain
//! --test domain matrix` writes the pages anew; a difference is looked at like a change of the procedure.

use crate::desk::{Desk, calendar};
use crate::staff::staff;
use kesu_domain::case::{TaskRow, TaskState};
use kesu_domain::engine::{Blocked, blockers};
use kesu_domain::procedure::{BUILTIN, By, Procedure, Stage, Task};
use std::fmt::Write as _;
use std::path::PathBuf;

fn page_of(number: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/domain/matrix/{number}.txt"))
}

/// A case that stands in this stage, in front of this task.
fn before(text: &str, stage: &Stage, task: &Task) -> (Desk, TaskRow) {
    let mut d = Desk::open(text, calendar());
    let row = d.case.tasks.first().cloned().expect("the first stage has a task");
    let row = TaskRow { stage: stage.id.clone(), task: task.id.clone(), state: TaskState::Open, ..row };
    d.case.head.stage = stage.id.clone();
    d.case.tasks = vec![row.clone()];
    (d, row)
}

/// The roles that the engine lets do it, in the order of the procedure, and the people whom the case binds.
fn doers(text: &str, stage: &Stage, task: &Task) -> String {
    let (d, row) = before(text, stage, task);
    let may = |role: &str| {
        staff(&d.procedure).iter().filter(|person| person.role == role).all(|person| {
            let why = blockers(&d.procedure, &d.case, &person.actor(), &row.key());
            !why.iter().any(|why| matches!(why, Blocked::NeedsRole { .. }))
        })
    };
    let roles = d.procedure.roles.iter().map(|role| role.id.to_string()).filter(|role| may(role));
    let bound = task.by.iter().filter(|by| !matches!(by, By::Role(_) | By::Anyone)).map(|by| String::from(by.clone()));
    let all: Vec<String> = roles.chain(bound.map(|by| format!("<{by}>"))).collect();
    all.join(" ")
}

fn marks(task: &Task) -> String {
    let signs = task.signs.as_ref().map(|signs| kesu_domain::choice::Choice::word(signs.meaning).to_owned());
    let flags = [(task.optional, "optional"), (task.ahead.is_some(), "ahead"), (task.stays, "stays")];
    let flags = flags.iter().filter(|(is, _)| *is).map(|(_, name)| (*name).to_owned());
    let tells = task.tells.iter().map(|tell| {
        let sort = if tell.acknowledge { "read by" } else { "told" };
        format!("{sort} {}", String::from(tell.to.clone()))
    });
    let all: Vec<String> =
        signs.map(|meaning| format!("signs {meaning}")).into_iter().chain(flags).chain(tells).collect();
    all.join(", ")
}

fn matrix(text: &str, p: &Procedure) -> String {
    let roles: Vec<&str> = p.roles.iter().map(|role| role.id.as_str()).collect();
    let mut out = format!("{} {}\nroles: {}\n", p.number, p.version, roles.join(" "));
    for stage in &p.stages {
        let _ = writeln!(out, "\n{}", stage.id);
        for task in &stage.tasks {
            let line = format!("  {:<24} {:<44} {}", task.id.as_str(), doers(text, stage, task), marks(task));
            let _ = writeln!(out, "{}", line.trim_end());
        }
        for exit in &stage.exits {
            let to: Vec<&str> = exit.to.iter().map(|to| to.as_str()).collect();
            let when = exit.when.iter().map(|(fact, words)| format!("{}={}", fact.name(), words.list().join("|")));
            let when = when.collect::<Vec<_>>().join(" ");
            let _ = writeln!(
                out,
                "{}",
                format!("  -> {} {}{when}", to.join("|"), if exit.now { "at once " } else { "" }).trim_end()
            );
        }
    }
    out
}

#[test]
fn who_may_do_what_is_as_it_was_reviewed() {
    let mut differ = vec![];
    for (number, text) in BUILTIN {
        let procedure = kesu_domain::procedure::load(text).expect("a procedure of the library is proved");
        let (page, now) = (page_of(number), matrix(text, &procedure));
        if std::env::var_os("KESU_WRITE_MATRIX").is_some() {
            std::fs::write(&page, &now).expect("the page can be written");
        }
        if std::fs::read_to_string(&page).ok().as_deref() != Some(now.as_str()) {
            differ.push(*number);
        }
    }
    assert_eq!(differ, Vec::<&str>::new(), "look at the difference, then write the pages anew");
}

/// Every task has somebody, and who approves is another role than who fills.
#[test]
fn every_task_of_the_library_has_somebody() {
    for (number, text) in BUILTIN {
        let p = kesu_domain::procedure::load(text).expect("a procedure of the library is proved");
        for (stage, task) in p.tasks() {
            assert_ne!(doers(text, stage, task), "", "{number}: nobody does {}", task.id);
        }
    }
}
