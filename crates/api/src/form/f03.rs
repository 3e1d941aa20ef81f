//! F-3 纠正与预防措施报告 from a case.

use super::book::{Book, PLACES};
use super::say::{choice, date, graded, house, list, people, stamp, text, ticks, who, word};
use super::sign::boxes;
use kesu_domain::case::{RecordRow, TaskRow, TaskState};
use kesu_domain::choice::{ActionKind, Answer, Bone, Branch, Choice as _, Standing, YesNo};
use kesu_domain::id::LineId;
use kesu_domain::path::Target;
use kesu_domain::procedure::{Does, FormUse};
use kesu_domain::record::{ActionProgress, Capa, Record, RecordKind};
use kesu_domain::section::{
    Actions, Causes, Containment, Effectiveness, Investigation, Kind, Level, Place, Plan, Responsibility,
    Standardisation, Why,
};
use kesu_domain::text::{Lang, Names};
use kesu_domain::time::Date;
use kesu_forms::view::f03::{self, Action, CapaReport, Cause, Fishbone, Measure, Standard};
use kesu_forms::view::{Entry, Words};

/// The sections and records that the report shows; empty ones where the case has none yet.
#[derive(Default)]
struct Said {
    capa: Capa,
    number: Option<String>,
    level: Level,
    investigation: Investigation,
    containment: Containment,
    causes: Causes,
    responsibility: Responsibility,
    actions: Actions,
    effectiveness: Effectiveness,
    standardisation: Standardisation,
}

/// The CAPA report of a case.
pub(crate) fn capa_report(book: &Book, used: &FormUse) -> CapaReport {
    let said = said(book);
    let departments: Vec<Names> = said.responsibility.departments.iter().map(|id| book.department(*id)).collect();
    let (measures, approval) = (latest_done(book, Kind::Actions), latest_done(book, Kind::Approval));
    let (check, issued) = (latest_done(book, Kind::Effectiveness), issued(book));
    let branch = |branch| chain(&said.causes.whys, branch);
    let done = progress(book).len();
    let planned = said.actions.lines.len();
    CapaReport {
        report_no: said.number.clone(),
        case_no: Some(book.case().head.number.clone()),
        source: choice(said.capa.source),
        issuing_department: said
            .capa
            .from_department
            .map_or(Entry::NotApplicable, |id| super::say::names(&book.department(id))),
        responsible_department: list(&departments),
        level: graded(said.level.severity),
        issued_on: on_or_done(book, said.capa.issued_on, issued),
        due_on: date(said.capa.reply_due),
        answered_on: on_or_done(book, said.capa.answered_on, measures),
        fact: Entry::or_missing(filled(&said.capa.fact.0)),
        clause: text(&said.investigation.clause),
        document: text(&said.investigation.document),
        evidence: house(&said.investigation.evidence),
        photos: super::f01::photos(book),
        containment: containment(book, &said),
        containment_by: who(book, said.capa.immediate_by.as_ref()),
        containment_done_at: stamp(book, said.capa.immediate_at),
        containment_verified_by: who(
            book,
            said.capa.immediate_verified_by.as_ref().or(said.containment.verified_by.as_ref()),
        ),
        fishbone: fishbone(&said),
        changed: house(&said.causes.changed),
        verification: house(&said.causes.verification),
        occurrence: branch(Branch::Occurrence),
        escape: branch(Branch::Escape),
        system: branch(Branch::System),
        analysed_by: analysts(book, &said.causes),
        analysed_on: date(said.causes.on),
        corrections: actions(book, &said, ActionKind::Correction),
        correctives: actions(book, &said, ActionKind::Corrective),
        preventives: actions(book, &said, ActionKind::Preventive),
        countersigned: vec![],
        customer_plan: customer_plan(book),
        plan: ticks(&[
            ("accepted", answer(book, approval) == Some(Answer::Approved.word())),
            ("returned", answer(book, approval) == Some(Answer::Rejected.word())),
        ]),
        plan_by: who(book, approval.and_then(|row| row.done_by.as_ref())),
        plan_on: Entry::or_not_applicable(approval.and_then(|row| row.done_at).map(|at| book.day(at))),
        plan_note: house(&said.capa.plan_note),
        check: ticks(&[
            ("all_done", planned > 0 && done >= planned),
            ("some_done", done > 0 && done < planned),
            ("none_done", done == 0 && is_under_way(book)),
        ]),
        check_by: who(book, said.capa.checked_by.as_ref().or(check.and_then(|row| row.done_by.as_ref()))),
        check_on: on_or_done(book, said.capa.checked_on, check),
        check_note: house(&said.capa.check_note),
        self_check_reason: text(check.and_then(|row| row.excuse.as_ref()).map_or("", |excuse| &excuse.reason)),
        method: Entry::or_not_applicable(
            filled(&said.effectiveness.method.0).or_else(|| filled(&said.effectiveness.criterion.0)),
        ),
        measures: measures_of(&said),
        effect: graded(said.effectiveness.verdict),
        result: house(&said.effectiveness.result),
        next_capa: text(&said.capa.next),
        standards: standards(&said),
        signatures: boxes(book, used),
    }
}

/// What the customer gets: the remedy, what was said about it, its cost.
fn customer_plan(book: &Book) -> Entry {
    let Some(plan) = book.case().get::<Plan>(Kind::Plan) else { return Entry::NotApplicable };
    let remedy = plan.remedy.map(|remedy| word(&format!("choice.remedy.{}", remedy.word()), &[]));
    let cost = plan.cost.map(|cost| {
        let amount = format!("{} {}.{:02}", book.plant.currency, cost.0 / 100, cost.0 % 100);
        word("print.cost", &[("amount", &amount)])
    });
    let told = Words { text: plain(&plan.told.zh), en: plan.told.get(Lang::En).map(plain) };
    let parts: Vec<Words> =
        [remedy, Some(told), cost].into_iter().flatten().filter(|part| !part.text.is_empty()).collect();
    let zh: Vec<&str> = parts.iter().map(|part| part.text.as_str()).collect();
    let en: Option<Vec<&str>> = parts.iter().map(|part| part.en.as_deref()).collect();
    Entry::or_missing((!zh.is_empty()).then(|| Words { text: zh.join("；"), en: en.map(|en| en.join("; ")) }))
}

/// Without the full stop: something follows.
fn plain(text: &str) -> String {
    text.trim().trim_end_matches(['。', '.']).to_owned()
}

fn said(book: &Book) -> Said {
    let case = book.case();
    let latest = case.records_of(RecordKind::Capa).last();
    let capa = latest.and_then(|row| <&Capa>::try_from(&row.record).ok());
    Said {
        capa: capa.cloned().unwrap_or_default(),
        number: latest.and_then(|row| row.number.clone()),
        level: case.get::<Level>(Kind::Level).cloned().unwrap_or_default(),
        investigation: case.get::<Investigation>(Kind::Investigation).cloned().unwrap_or_default(),
        containment: case.get::<Containment>(Kind::Containment).cloned().unwrap_or_default(),
        causes: case.get::<Causes>(Kind::Causes).cloned().unwrap_or_default(),
        responsibility: case.get::<Responsibility>(Kind::Responsibility).cloned().unwrap_or_default(),
        actions: case.get::<Actions>(Kind::Actions).cloned().unwrap_or_default(),
        effectiveness: case.get::<Effectiveness>(Kind::Effectiveness).cloned().unwrap_or_default(),
        standardisation: case.get::<Standardisation>(Kind::Standardisation).cloned().unwrap_or_default(),
    }
}

fn filled(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

/// The row of the latest task that filled this section, if it is done.
fn latest_done<'a>(book: &Book<'a>, kind: Kind) -> Option<&'a TaskRow> {
    let fills = |row: &&TaskRow| {
        let task = book.open.procedure.task(&row.task);
        row.state == TaskState::Done
            && row.is_own()
            && !row.set_aside
            && task.is_some_and(|task| task.fills.contains(&Target::Section(kind)))
    };
    book.case().tasks.iter().rfind(fills)
}

/// The measures are being carried out: before that nothing is said about it.
fn is_under_way(book: &Book) -> bool {
    let carries_out = |row: &TaskRow| {
        let task = book.open.procedure.task(&row.task);
        task.is_some_and(|task| task.fills.contains(&Target::Record(RecordKind::ActionProgress)))
    };
    let begun = |state| matches!(state, TaskState::Open | TaskState::Ahead | TaskState::Done | TaskState::NotNeeded);
    book.case().tasks.iter().any(|row| row.is_own() && carries_out(row) && begun(row.state))
}

/// The row of the task that issued the CAPA, if it is done.
fn issued<'a>(book: &Book<'a>) -> Option<&'a TaskRow> {
    let of = book.case().records_of(RecordKind::Capa).last().and_then(|row| row.of.as_ref())?;
    book.case().task(of).filter(|row| row.state == TaskState::Done)
}

/// The day that was written down, or the one on which the task was done.
fn on_or_done(book: &Book, on: Option<Date>, row: Option<&TaskRow>) -> Entry {
    let done = row.and_then(|row| row.done_at).map(|at| book.day(at));
    Entry::or_not_applicable(on.map(|on| on.to_string()).or(done))
}

/// The word of the approval that this row gave.
fn answer(book: &Book, row: Option<&TaskRow>) -> Option<&'static str> {
    let row = row.filter(|row| book.open.procedure.task(&row.task).is_some_and(|task| task.does == Does::Approve))?;
    let decision = book.case().decision(Kind::Approval, &row.key())?;
    match decision.section.seen("answer") {
        kesu_domain::fields::Seen::Word(word) => Some(word),
        _ => None,
    }
}

/// What was done at once: as the CAPA says, or place by place.
fn containment(book: &Book, said: &Said) -> Entry {
    if let Some(words) = filled(&said.capa.immediate.0) {
        return Entry::said(words);
    }
    let lines: Vec<Words> = said.containment.places.iter().map(|place| place_line(book, place)).collect();
    if lines.is_empty() {
        return Entry::NotApplicable;
    }
    let zh: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
    let en: Vec<&str> = lines.iter().filter_map(|line| line.en.as_deref()).collect();
    Entry::said(Words { text: zh.join("\n"), en: Some(en.join("\n")) })
}

fn place_line(book: &Book, place: &Place) -> Words {
    let items = book.open.procedure.list_of(PLACES).map(|list| &list.items);
    let item = items.and_then(|items| items.iter().find(|item| item.code == place.place));
    let (zh, en) = item.map_or((place.place.as_str(), place.place.as_str()), |item| (&*item.zh, &*item.en));
    let number = |n: Option<i64>| n.map_or_else(|| "–".to_owned(), |n| n.to_string());
    let numbers = (number(place.stock), number(place.checked), number(place.ng));
    let key = if place.applies == Some(YesNo::No) { "print.not_here" } else { "print.place" };
    let data = |name| [("place", name), ("stock", &*numbers.0), ("checked", &*numbers.1), ("ng", &*numbers.2)];
    Words { text: word(key, &data(zh)).text, en: word(key, &data(en)).en }
}

fn fishbone(said: &Said) -> Option<Fishbone> {
    if said.causes.bones.is_empty() {
        return None;
    }
    let bones = Bone::WORDS.iter().map(|name| f03::Bone {
        name: word(&format!("choice.bone.{name}"), &[]),
        causes: said
            .causes
            .bones
            .iter()
            .filter(|twig| twig.bone.is_some_and(|bone| bone.word() == *name))
            .map(cause)
            .collect(),
    });
    let effect = Words::from(said.capa.fact.0.chars().take(24).collect::<String>());
    Some(Fishbone { effect, bones: bones.filter(|bone| !bone.causes.is_empty()).collect() })
}

fn cause(twig: &kesu_domain::section::Twig) -> Cause {
    let standing = match twig.standing {
        Some(Standing::Confirmed) => f03::Standing::Confirmed,
        Some(Standing::Excluded) => f03::Standing::Excluded,
        Some(Standing::Open) | None => f03::Standing::Open,
    };
    Cause { words: Words::from(twig.cause.0.clone()), standing }
}

/// Why after why of one branch; the last is its root cause.
fn chain(whys: &[Why], branch: Branch) -> Vec<Words> {
    let of_branch = whys.iter().filter(|why| why.branch == Some(branch));
    of_branch.map(|why| Words::from(why.cause.0.trim())).collect()
}

fn analysts(book: &Book, causes: &Causes) -> Entry {
    let named: Vec<String> =
        causes.by.iter().filter_map(|analyst| analyst.who.as_ref()).map(|who| book.who(who)).collect();
    let row = latest_done(book, Kind::Causes).and_then(|row| row.done_by.as_ref());
    if named.is_empty() { who(book, row) } else { people(&named) }
}

/// What was done so far: the line of the plan, and the record. A record made by a task is about the line of its slot.
pub(super) fn progress<'a>(book: &Book<'a>) -> Vec<(Option<LineId>, &'a ActionProgress)> {
    let counts = |row: &&RecordRow| {
        let task = row.of.as_ref().and_then(|key| book.case().task(key));
        task.is_none_or(|row| row.state == TaskState::Done && !row.set_aside)
    };
    let of_kind = book.case().records_of(RecordKind::ActionProgress).filter(counts);
    of_kind
        .filter_map(|row| {
            let Record::ActionProgress(progress) = &row.record else { return None };
            let of_slot = row.of.as_ref().and_then(|key| key.slot.parse().ok()).map(LineId);
            Some((progress.action.or(of_slot), progress))
        })
        .collect()
}

fn actions(book: &Book, said: &Said, kind: ActionKind) -> Vec<Action> {
    let all = progress(book);
    let lines = said.actions.lines.iter().filter(|line| line.kind == Some(kind));
    lines
        .map(|line| {
            let done = all.iter().rfind(|(of, _)| *of == Some(line.id));
            let done = done.map(|(_, done)| {
                let on = done.done_on.map(|on| on.to_string()).unwrap_or_default();
                format!("{on} {}", done.evidence.0).trim().to_owned()
            });
            let against = line.cause.and_then(|id| said.causes.whys.iter().find(|why| why.id == id));
            let against =
                against.and_then(|why| why.branch).map(|branch| word(&format!("choice.branch.{}", branch.word()), &[]));
            Action {
                what: house(&line.what),
                cause: Entry::or_not_applicable(against),
                who: who(book, line.owner.as_ref()),
                due: date(line.due),
                done: Entry::or_not_applicable(done),
            }
        })
        .collect()
}

fn measures_of(said: &Said) -> Vec<Measure> {
    let effect = &said.effectiveness;
    let Some(what) = filled(&effect.criterion.0) else { return vec![] };
    let sample = effect.sample.map(|n| word("print.before_and_after", &[("what", what), ("n", &n.to_string())]));
    let verdict = effect.verdict.map(|verdict| word(&format!("choice.effect.{}", verdict.word()), &[]));
    vec![Measure {
        what: Entry::said(sample.map_or_else(|| Words::from(what), |sample| Words { text: sample.text, en: None })),
        before: text(&effect.before),
        after: text(&effect.after),
        verdict: Entry::or_not_applicable(verdict),
    }]
}

fn standards(said: &Said) -> Vec<Standard> {
    let documents = said.standardisation.documents.iter();
    documents
        .map(|document| Standard {
            document: text(format!("{} {}", document.number, document.document).trim()),
            from: Entry::NotApplicable,
            to: text(&document.version),
            effective: date(document.issued_on),
            change: house(&said.standardisation.proposal),
        })
        .collect()
}
