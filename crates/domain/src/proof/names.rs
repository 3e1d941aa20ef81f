//! Names outside the stages: ids, roles, fields, lists, limits, documents, desks, forms, duties, and who may take a case back.

use super::place::Place;
use super::tasks::words;
use super::{Found, Why};
use crate::fields::FieldType;
use crate::path::{Path, Target};
use crate::procedure::{ARCHIVE, Bound, By, Every, ExtraType, ListItem, Procedure};
use std::collections::BTreeSet;

/// Roles of the program itself; a procedure cannot have them.
const OWN_ROLES: [&str; 2] = ["admin", "reader"];

pub(super) fn check(p: &Procedure, found: &mut Found) {
    ids(p, found);
    own_fields(p, found);
    lists(p, found);
    limits(p, found);
    forms(p, found);
    duties(p, found);
    reopenings(p, found);
    desks(p, found);
}

fn ids(p: &Procedure, found: &mut Found) {
    unique(found, p.roles.iter().enumerate().map(|(i, role)| (Place::of("role", i, &role.id), role.id.as_str())));
    unique(found, p.lists.iter().enumerate().map(|(i, list)| (Place::of("list", i, &list.id), list.id.as_str())));
    let documents = p.refers_to.iter().enumerate();
    unique(found, documents.map(|(i, document)| (Place::of("document", i, &document.id), document.id.as_str())));
    unique(found, p.stages.iter().enumerate().map(|(i, stage)| (Place::of("stage", i, &stage.id), stage.id.as_str())));
    let tasks = p.stages.iter().enumerate().flat_map(|(s, stage)| {
        let here = move |t, id| Place::of("stage", s, &stage.id).named("task", t, id);
        stage.tasks.iter().enumerate().map(move |(t, task)| (here(t, &task.id), task.id.as_str()))
    });
    let duties = p.duties.iter().enumerate().map(|(i, duty)| (Place::of("duty", i, &duty.id), duty.id.as_str()));
    unique(found, tasks.chain(duties));
    for (i, role) in p.roles.iter().enumerate() {
        let is_bound = !matches!(By::from(role.id.to_string()), By::Role(_));
        if is_bound || OWN_ROLES.contains(&role.id.as_str()) {
            found.add(Place::of("role", i, &role.id), Why::Reserved { id: role.id.to_string() });
        }
    }
    for (i, stage) in p.stages.iter().enumerate().filter(|(_, stage)| stage.id == ARCHIVE) {
        found.add(Place::of("stage", i, &stage.id), Why::Reserved { id: ARCHIVE.into() });
    }
    if p.stages.is_empty() {
        found.add(Place::default().key("stage"), Why::Nothing { list: "stage".into() });
    }
}

/// Ids are part of keys (`task/slot`, `told:role`, `done:task`): short words, each once.
fn unique<'a>(found: &mut Found, ids: impl Iterator<Item = (Place, &'a str)>) {
    let mut seen = BTreeSet::new();
    for (place, id) in ids {
        if id.is_empty() || id.contains(|c: char| c.is_whitespace() || ['/', ':', '.'].contains(&c)) {
            found.add(place, Why::BadId { id: id.into() });
        } else if !seen.insert(id) {
            found.add(place, Why::Twice { id: id.into() });
        }
    }
}

fn own_fields(p: &Procedure, found: &mut Found) {
    let mut seen = BTreeSet::new();
    for (i, field) in p.fields.iter().enumerate() {
        let at = || Place::of("field", i, &field.name);
        let path = Path { target: field.section, field: field.name.clone() };
        if field.name.is_empty() || field.name.contains(|c: char| c.is_whitespace() || c == '.') {
            found.add(at(), Why::BadId { id: field.name.clone() });
        }
        if field.section.field(&field.name).is_some() {
            found.add(at(), Why::Shadows { field: path.clone() });
        }
        if !seen.insert(path) {
            found.add(at(), Why::Twice { id: field.name.clone() });
        }
        if field.is == ExtraType::Choice && field.words.is_empty() {
            found.add(at(), Why::NoWords { field: field.name.clone() });
        }
        codes(&field.words, &at().key("words"), found);
    }
}

fn lists(p: &Procedure, found: &mut Found) {
    for (i, list) in p.lists.iter().enumerate() {
        let at = Place::of("list", i, &list.id);
        if let Some(of) = list.of.as_ref().filter(|of| !is_field(p, of)) {
            found.add(at.clone().key("of"), Why::UnknownField { field: of.clone() });
        }
        codes(&list.items, &at, found);
    }
}

fn codes(items: &[ListItem], at: &Place, found: &mut Found) {
    for (i, item) in items.iter().enumerate() {
        if items[..i].iter().any(|other| other.code == item.code) {
            found.add(at.clone(), Why::Twice { id: item.code.clone() });
        }
    }
}

fn limits(p: &Procedure, found: &mut Found) {
    for (i, limit) in p.limits.iter().enumerate() {
        let at = || Place::of("limit", i, &limit.word);
        if !limit.fact.own_words().is_empty() {
            found.add(at(), Why::NoAmount { fact: limit.fact });
        }
        if limit.word == "below" {
            found.add(at(), Why::Reserved { id: limit.word.clone() });
        }
        let earlier = || p.limits[..i].iter().filter(|other| other.fact == limit.fact);
        if earlier().any(|other| other.word == limit.word) {
            found.add(at(), Why::Twice { id: limit.word.clone() });
        }
        if let Some(other) = earlier().next_back().filter(|other| other.from >= limit.from) {
            let (word, above) = (limit.word.clone(), other.word.clone());
            found.add(at().key("from"), Why::LimitOrder { word, above });
        }
    }
}

fn forms(p: &Procedure, found: &mut Found) {
    unique_forms(p, found);
    for (i, form) in p.forms.iter().enumerate() {
        for (b, sign_off) in form.boxes.iter().enumerate() {
            for (t, task) in sign_off.tasks.iter().enumerate() {
                let at = || Place::of("form", i, &form.form).item("boxes", b).item("tasks", t);
                match p.task(task) {
                    None => found.add(at(), Why::UnknownTask { task: task.clone() }),
                    Some(named) if named.signs.is_none() => {
                        found.add(at(), Why::BoxUnsigned { task: task.clone() });
                    }
                    Some(_) => {}
                }
            }
        }
    }
}

fn unique_forms(p: &Procedure, found: &mut Found) {
    for (i, form) in p.forms.iter().enumerate() {
        if p.forms[..i].iter().any(|other| other.form == form.form) {
            found.add(Place::of("form", i, &form.form), Why::Twice { id: form.form.clone() });
        }
    }
}

fn duties(p: &Procedure, found: &mut Found) {
    for (i, duty) in p.duties.iter().enumerate() {
        let at = Place::of("duty", i, &duty.id);
        people(p, &duty.by, &at, found);
        for (n, by) in duty.by.iter().enumerate() {
            outside_a_case(by, at.clone().item("by", n), found);
        }
        for (n, tell) in duty.tells.iter().enumerate() {
            let at = at.clone().item("tells", n);
            one(p, &tell.to, at.clone(), found);
            outside_a_case(&tell.to, at, found);
        }
        let last = match duty.every {
            Every::Week => 7,
            Every::Month => 28,
            Every::Quarter => 90,
            Every::Year => u8::MAX,
        };
        if duty.day == 0 || duty.day > last {
            found.add(at.key("day"), Why::NoDay { day: duty.day });
        }
    }
}

fn outside_a_case(by: &By, at: Place, found: &mut Found) {
    match by {
        By::Anyone | By::Role(_) => {}
        By::Bound(_) | By::Head(_) | By::Each => found.add(at, Why::NeedsCase { by: by.clone() }),
    }
}

fn reopenings(p: &Procedure, found: &mut Found) {
    for (i, reopen) in p.reopen.iter().enumerate() {
        let at = Place::of("reopen", i, &reopen.to);
        if p.stage(&reopen.to).is_none() {
            found.add(at.clone().key("to"), Why::UnknownStage { stage: reopen.to.clone() });
        }
        if p.reopen[..i].iter().any(|other| other.to == reopen.to) {
            found.add(at.clone().key("to"), Why::Twice { id: reopen.to.to_string() });
        }
        if reopen.by.contains(&By::Each) {
            found.add(at.clone().key("by"), Why::EachOfNothing {});
        }
        people(p, &reopen.by, &at, found);
    }
}

/// A desk is whoever holds a role, or a department that the complaint names.
fn desks(p: &Procedure, found: &mut Found) {
    for (i, desk) in p.desks.iter().enumerate() {
        let at = Place::default().item("desk", i);
        words(p, &desk.when, None, &at, found);
        match &desk.by {
            By::Role(_) => one(p, &desk.by, at.key("by"), found),
            By::Bound(Bound::AboutDepartments) => {}
            By::Anyone | By::Bound(_) | By::Head(_) | By::Each => {
                found.add(at.key("by"), Why::NoDesk { by: desk.by.clone() });
            }
        }
    }
}

/// Somebody, and each of them exists.
pub(super) fn people(p: &Procedure, by: &[By], at: &Place, found: &mut Found) {
    if by.is_empty() {
        found.add(at.clone().key("by"), Why::Nothing { list: "by".into() });
    }
    for (i, who) in by.iter().enumerate() {
        one(p, who, at.clone().item("by", i), found);
    }
}

/// The role exists; a head is the head of a department.
pub(super) fn one(p: &Procedure, by: &By, at: Place, found: &mut Found) {
    match by {
        By::Role(role) if !p.roles.iter().any(|known| known.id == *role) => {
            found.add(at, Why::UnknownRole { role: role.clone() });
        }
        By::Head(bound) if !names_departments(*bound) => found.add(at, Why::NoHead { by: by.clone() }),
        By::Anyone | By::Role(_) | By::Bound(_) | By::Head(_) | By::Each => {}
    }
}

fn names_departments(bound: Bound) -> bool {
    bound
        .place()
        .and_then(|(target, field)| target.field(field))
        .is_some_and(|is| matches!(is, FieldType::Department | FieldType::List(FieldType::Department)))
}

/// A field that exists, built in or the procedure's own.
pub(super) fn is_field(p: &Procedure, path: &Path) -> bool {
    path.target.field(&path.field).is_some() || is_own(p, path.target, &path.field)
}

fn is_own(p: &Procedure, target: Target, name: &str) -> bool {
    p.fields.iter().any(|own| own.section == target && own.name == name)
}
