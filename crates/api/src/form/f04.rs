//! F-4 8D 报告 from a case: what the customer is told of it. No text for the house fits into this view.

use super::book::{Book, PLACES};
use super::f03::progress;
use super::sign::boxes;
use kesu_domain::choice::{Effect, Track, YesNo};
use kesu_domain::id::LineId;
use kesu_domain::people::Who;
use kesu_domain::procedure::{FormUse, ListItem};
use kesu_domain::record::{Communication, RecordKind};
use kesu_domain::section::{
    self, Actions, Causes, Complaint, Containment, Effectiveness, Kind, Level, Problem, Standardisation, Team,
};
use kesu_domain::text::{Names, Told};
use kesu_forms::view::Open;
use kesu_forms::view::f04::{self, Action, Document, Done, EightD, Line, Member, Place, Prepared, Role, Validation};

/// The 8D report of a case.
pub(crate) fn eight_d(book: &Book, used: &FormUse) -> EightD {
    let case = book.case();
    let (complaint, level) = (Complaint::default(), Level::default());
    let said: &Complaint = case.get(Kind::Complaint).unwrap_or(&complaint);
    let level: &Level = case.get(Kind::Level).unwrap_or(&level);
    let team: Option<&Team> = case.get(Kind::Team);
    let effect: Option<&Effectiveness> = case.get(Kind::Effectiveness);
    let standards: Option<&Standardisation> = case.get(Kind::Standardisation);
    let is_final = effect.is_some_and(|of| of.verdict == Some(Effect::Effective)) && standards.is_some();
    let customer = book.customer.as_ref();
    EightD {
        case_no: Open::code(&case.head.number),
        customer: customer.map(|customer| Open::name(&customer.name)).unwrap_or_default(),
        customer_code: Open::code(customer.map_or("", |customer| &customer.code)),
        customer_no: Open::code(&said.customer_no),
        order_no: Open::code(&said.order_no),
        complained_at: Open::code(&book.minute(case.head.received)),
        lines: said.lines.iter().map(|of| line(book, of)).collect(),
        mode: said.mode,
        customer_contact: contact(&said.contact, first(&[&said.email, &said.phone])),
        contact: our_contact(book, level, team),
        is_final: Some(if is_final { YesNo::Yes } else { YesNo::No }),
        prepared: prepared(book, said, level),
        team: team.map(|team| self::team(book, team)),
        problem: case
            .get::<Problem>(Kind::Problem)
            .map(|problem| f04::Problem { statement: problem.told.clone(), found_on: said.found_on }),
        containment: case.get(Kind::Containment).map(|contained| containment(book, contained)),
        causes: case.get(Kind::Causes).map(causes),
        actions: case.get(Kind::Actions).filter(|all: &&Actions| !all.lines.is_empty()).map(|all| actions(book, all)),
        effect: effect.map(validation),
        standards: standards.map(|of| self::standards(book, of)),
        signatures: boxes(book, used),
    }
}

fn first<'a>(all: &[&'a str]) -> &'a str {
    all.iter().find(|text| !text.trim().is_empty()).copied().unwrap_or_default()
}

/// A name, and how to reach whoever bears it.
fn contact(name: &str, reach: &str) -> Open {
    Open::person(&format!("{}  {}", name.trim(), reach.trim()))
}

/// Whoever holds the case together; before that the leader of the team.
fn our_contact(book: &Book, level: &Level, team: Option<&Team>) -> Open {
    let leader = team.and_then(|team| team.leader.clone());
    let Some(who) = level.owner.map(Who::Account).or(leader) else { return Open::default() };
    let phone = team.and_then(|team| team.members.iter().find(|of| of.who.as_ref() == Some(&who)));
    contact(&book.who(&who), phone.map_or("", |of| &of.phone))
}

/// Its name as it was said, and the English of the master data.
fn line(book: &Book, line: &section::ProductLine) -> Line {
    let known = line.product.map(|id| book.product(id)).unwrap_or_default();
    let zh = if line.name.trim().is_empty() { known.zh } else { line.name.trim().to_owned() };
    Line {
        name: Open::name(&Names { zh, en: known.en }),
        model: Open::code(&line.model),
        customer_part: Open::code(&line.customer_part),
        lot: Open::code(&line.lot),
        made_on: line.made_on,
        delivered: line.delivered,
        inspected: line.inspected,
        defective: line.defective,
        returned: line.returned,
    }
}

/// What the customer was told first is what was done at once.
fn prepared(book: &Book, said: &Complaint, level: &Level) -> Prepared {
    let all = book.case().records_of(RecordKind::Communication);
    let all = all.filter_map(|row| <&Communication>::try_from(&row.record).ok());
    let first = all.into_iter().find(|of| of.text != Told::default());
    Prepared {
        symptom: said.words.clone(),
        response: first.map(|of| of.text.clone()),
        response_at: first.and_then(|of| of.at).map(|at| Open::code(&book.minute(at))).unwrap_or_default(),
        eight_d: level.track.map(|track| if track == Track::EightD { YesNo::Yes } else { YesNo::No }),
        repeat: level.repeat,
    }
}

/// Sponsor and leader first, and nobody twice.
fn team(book: &Book, team: &Team) -> f04::Team {
    let heads = [(Role::Sponsor, &team.sponsor), (Role::Leader, &team.leader)];
    let heads = heads.into_iter().filter_map(|(role, who)| Some((role, who.as_ref()?)));
    let is_head = |who: &Who| [&team.sponsor, &team.leader].into_iter().flatten().any(|head| head == who);
    let others = team.members.iter().filter_map(|of| of.who.as_ref()).filter(|who| !is_head(who));
    let member = |(role, who): (Role, &Who)| {
        let known = team.members.iter().find(|of| of.who.as_ref() == Some(who));
        Member {
            role,
            name: Open::person(&book.who(who)),
            function: Open::code(known.map_or("", |of| &of.function)),
            phone: Open::code(known.map_or("", |of| &of.phone)),
        }
    };
    f04::Team { members: heads.chain(others.map(|who| (Role::Member, who))).map(member).collect() }
}

fn containment(book: &Book, contained: &Containment) -> f04::Containment {
    let list = book.open.procedure.list_of(PLACES);
    let items: &[ListItem] = list.map_or(&[], |list| &list.items);
    let name = |item: &ListItem| Open::name(&Names { zh: item.zh.clone(), en: item.en.clone() });
    let place = |place: &section::Place| Place {
        name: items.iter().find(|item| item.code == place.place).map_or_else(|| Open::code(&place.place), name),
        applies: place.applies,
        stock: place.stock,
        checked: place.checked,
        ng: place.ng,
        on: place.done_at.map(|at| Open::code(&book.day(at))).unwrap_or_default(),
    };
    let is_unsaid = |item: &&ListItem| contained.places.iter().all(|place| place.place != item.code);
    // In the order of the procedure, wherever somebody began.
    let mut places: Vec<&section::Place> = contained.places.iter().collect();
    places.sort_by_key(|place| items.iter().position(|item| item.code == place.place));
    f04::Containment {
        what: contained.told.clone(),
        places: places.into_iter().map(place).collect(),
        unsaid: items.iter().filter(is_unsaid).map(name).collect(),
        clean_point: Open::code(&contained.clean_point),
        clean_from: contained.clean_from,
        marking: Open::code(&contained.marking),
    }
}

fn causes(causes: &Causes) -> f04::Causes {
    f04::Causes {
        what: causes.told.clone(),
        branches: causes.whys.iter().filter_map(|why| why.branch).collect(),
        reproducible: causes.reproducible,
        on: causes.on,
    }
}

fn actions(book: &Book, actions: &Actions) -> f04::Actions {
    let causes = book.case().get::<Causes>(Kind::Causes);
    let branch = |id: LineId| causes?.whys.iter().find(|why| why.id == id)?.branch;
    let all = progress(book);
    let action = |line: &section::Action| {
        let done = all.iter().rfind(|(of, _)| *of == Some(line.id)).map(|(_, done)| Done {
            what: done.told.clone(),
            first_batch: Open::code(&done.first_batch),
            on: done.done_on,
        });
        Action {
            what: line.told.clone(),
            kind: line.kind,
            against: line.cause.and_then(branch),
            owner: line.owner.as_ref().map(|who| Open::person(&book.who(who))).unwrap_or_default(),
            due: line.due,
            done,
        }
    };
    f04::Actions { lines: actions.lines.iter().map(action).collect() }
}

fn validation(effect: &Effectiveness) -> Validation {
    Validation {
        what: effect.told.clone(),
        from: effect.from,
        until: effect.until,
        sample: effect.sample,
        before: Open::code(&effect.before),
        after: Open::code(&effect.after),
        verdict: effect.verdict,
        contained_until: effect.contained_until,
    }
}

fn standards(book: &Book, of: &Standardisation) -> f04::Standards {
    let document = |document: &section::Revision| Document {
        number: Open::code(&document.number),
        title: Open::code(&document.document),
        version: Open::code(&document.version),
        issued_on: document.issued_on,
        trained_on: document.trained_at.map(|at| Open::code(&book.day(at))).unwrap_or_default(),
    };
    f04::Standards { what: of.told.clone(), documents: of.documents.iter().map(document).collect() }
}
