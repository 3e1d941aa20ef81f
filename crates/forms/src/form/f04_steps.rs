//! F-4, D3 to D8.

use super::customer::at;
use super::f04::{count, day, joined, ticks, word};
use crate::layout::body::{Align, Bar, Body, Cell, Column, Content, Kind, column, field};
use crate::layout::grid::{COLUMNS, VALUE, VALUE_BOLD};
use crate::text::Span;
use crate::view::f04::{Action, Actions, Causes, Containment, EightD, Place};
use crate::view::{Entry, Open, Words};
use kesu_domain::choice::{ActionKind, Branch, Choice as _, Effect, YesNo};

/// Free rows of a list on paper to be filled by hand.
const FREE: usize = 4;

/// What has begun; else it is said that it follows. Paper to be filled by hand begins with everything.
pub(super) fn begun<T: Clone + Default>(body: &mut Body, step: Option<&T>) -> Option<T> {
    if step.is_none() && !body.speech.by_hand {
        body.note("f04.to_follow");
        return None;
    }
    Some(step.cloned().unwrap_or_default())
}

/// Heads and rows. What the customer reads needs no line that closes a list.
pub(super) fn list(body: &mut Body, columns: &[Column], rows: &[Vec<Entry>], free: usize) {
    body.heads(&columns.iter().collect::<Vec<_>>());
    for row in rows {
        body.entries(None, columns, &row.iter().collect::<Vec<_>>());
    }
    if body.speech.by_hand {
        for _ in rows.len()..free {
            body.entries(None, columns, &vec![&Entry::Missing; columns.len()]);
        }
    } else if rows.is_empty() {
        body.closing(true);
    }
}

pub(super) fn containment(body: &mut Body, containment: Option<&Containment>) {
    body.under(Bar::Step("D3"), "f04.d3");
    let Some(contained) = begun(body, containment) else { return };
    let what = body.told(at("f04.contained"), &contained.what);
    body.fields([field(21, "f04.contained", &what).grows(2)]);
    let columns = [
        column(9, "f04.place", Align::Left).short(),
        column(4, "f04.stock", Align::Right),
        column(4, "f04.checked", Align::Right),
        column(3, "f04.ng", Align::Right),
        column(4, "f04.on", Align::Centre),
    ];
    let rows: Vec<Vec<Entry>> = contained.places.iter().map(place).collect();
    list(body, &columns, &rows, FREE);
    if !contained.places.is_empty() {
        total(body, &columns, &contained.places);
    }
    if !contained.unsaid.is_empty() {
        let unsaid = joined(body, at("f04.unsaid"), &contained.unsaid.iter().collect::<Vec<&Open>>(), ("、", ", "));
        body.fields([field(21, "f04.unsaid", &unsaid)]);
    }
    let from = Open::code(&contained.clean_from.map(|date| date.to_string()).unwrap_or_default());
    let clean_point = joined(body, at("f04.clean_point"), &[&contained.clean_point, &from], ("  ", "  "));
    let marking = contained.marking.entry();
    body.fields([field(9, "f04.clean_point", &clean_point), field(9, "section.containment.marking", &marking)]);
}

fn place(of: &Place) -> Vec<Entry> {
    let not_here = of.applies == Some(YesNo::No);
    let number = |n| if not_here { Entry::NotApplicable } else { count(n) };
    vec![of.name.entry(), number(of.stock), number(of.checked), number(of.ng), of.on.entry()]
}

/// The sums, and how many pieces nobody has looked at yet.
fn total(body: &mut Body, columns: &[Column], places: &[Place]) {
    let here = || places.iter().filter(|place| place.applies != Some(YesNo::No));
    let sum = |of: fn(&Place) -> Option<i64>| here().filter_map(of).reduce(|a, b| a + b);
    let (stock, checked, ng) = (sum(|place| place.stock), sum(|place| place.checked), sum(|place| place.ng));
    let bold = |n: Option<i64>| vec![vec![Span::new(n.map_or_else(|| "—".to_owned(), |n| n.to_string()), VALUE_BOLD)]];
    let open: i64 = here().map(|of| (of.stock.unwrap_or_default() - of.checked.unwrap_or_default()).max(0)).sum();
    let said = body.speech.word("f04.total", &[], (VALUE_BOLD, crate::layout::grid::VALUE_EN_BOLD));
    let left = body.speech.word("f04.unchecked", &[("n", &open.to_string())], (VALUE, crate::layout::grid::VALUE_EN));
    let contents = [vec![said], bold(stock), bold(checked), bold(ng), vec![left]];
    let cells = columns.iter().zip(contents).map(|(of, said)| Cell::of(of.columns, of.align, Content::Text(said)));
    let cells = cells.collect();
    body.row(Kind::Last, cells);
}

pub(super) fn causes(body: &mut Body, causes: Option<&Causes>) {
    body.under(Bar::Step("D4"), "f04.d4");
    let Some(causes) = begun(body, causes) else { return };
    let what = body.told(at("f04.cause"), &causes.what);
    body.fields([field(21, "f04.cause", &what).grows(4)]);
    let all = [Branch::Occurrence, Branch::Escape, Branch::System];
    let branches = ticks(all.map(|branch| (branch_word(branch), causes.branches.contains(&branch))));
    let on = day(causes.on);
    body.fields([field(13, "f04.branches", &branches), field(5, "section.causes.on", &on)]);
    let answers = [(YesNo::Yes, "f04.on_and_off"), (YesNo::No, "f04.not_on_and_off")];
    let proved = ticks(answers.map(|(answer, key)| (word(key), causes.reproducible == Some(answer))));
    body.fields([field(21, "f04.verified", &proved)]);
}

fn branch_word(branch: Branch) -> Words {
    word(&format!("choice.branch.{}", branch.word()))
}

/// The actions with the number under which each step names them.
fn numbered(actions: &Actions) -> impl Iterator<Item = (usize, &Action)> {
    (1..).zip(&actions.lines)
}

fn prevents(action: &Action) -> bool {
    action.kind == Some(ActionKind::Preventive)
}

pub(super) fn chosen(body: &mut Body, actions: Option<&Actions>) {
    body.under(Bar::Step("D5"), "f04.d5");
    let Some(actions) = begun(body, actions) else { return };
    let columns = [
        column(1, "common.number", Align::Centre),
        column(12, "section.actions.lines.what", Align::Left),
        column(4, "f04.against", Align::Centre),
        column(4, "section.actions.lines.owner", Align::Left),
        column(3, "section.actions.lines.due", Align::Centre),
    ];
    let mut rows = Vec::new();
    for (n, of) in numbered(&actions).filter(|(_, of)| !prevents(of)) {
        rows.push(planned(body, "f04.chosen", n, of));
    }
    list(body, &columns, &rows, FREE);
}

fn planned(body: &mut Body, label: &'static str, n: usize, of: &Action) -> Vec<Entry> {
    let what = body.told(at(label).row(n), &of.what);
    // A correction puts right what was found; it is against no cause.
    let against = match (of.against, of.kind) {
        (Some(branch), _) => Some(branch_word(branch)),
        (None, Some(kind)) => Some(word(&format!("choice.action_kind.{}", kind.word()))),
        (None, None) => None,
    };
    vec![Entry::said(n.to_string()), what, Entry::or_not_applicable(against), of.owner.entry(), day(of.due)]
}

pub(super) fn carried_out(body: &mut Body, report: &EightD) {
    body.under(Bar::Step("D6"), "f04.d6");
    let is_done = report.actions.iter().flat_map(|actions| &actions.lines).any(|of| of.done.is_some());
    let is_begun = is_done || report.effect.is_some();
    if begun(body, is_begun.then_some(&())).is_none() {
        return;
    }
    let columns = [
        column(1, "common.number", Align::Centre),
        column(14, "f04.introduced", Align::Left),
        column(5, "record.action_progress.first_batch", Align::Left),
        column(4, "record.action_progress.done_on", Align::Centre),
    ];
    let mut rows = Vec::new();
    for (n, of) in report.actions.iter().flat_map(numbered).filter(|(_, of)| !prevents(of)) {
        rows.push(introduced(body, n, of));
    }
    list(body, &columns, &rows, FREE);
    let Some(effect) = report.effect.clone().or_else(|| body.speech.by_hand.then(Default::default)) else {
        return body.fields([field(21, "f04.effect", &Entry::Said(word("f04.to_follow")))]);
    };
    let what = body.told(at("f04.effect"), &effect.what);
    body.fields([field(21, "f04.effect", &what).grows(3)]);
    let sample = count(effect.sample);
    let period = [effect.from, effect.until].map(|date| Open::code(&date.map(|d| d.to_string()).unwrap_or_default()));
    let period = joined(body, at("f04.period"), &[&period[0], &period[1]], (" – ", " – "));
    body.fields([field(9, "section.effectiveness.sample", &sample), field(9, "f04.period", &period)]);
    let (before, after) = (effect.before.entry(), effect.after.entry());
    body.fields([field(9, "section.effectiveness.before", &before), field(9, "section.effectiveness.after", &after)]);
    let verdicts = [Effect::Effective, Effect::Unclear, Effect::No];
    let verdict = |of: Effect| (word(&format!("choice.effect.{}", of.word())), effect.verdict == Some(of));
    let verdict = ticks(verdicts.map(verdict));
    let until = day(effect.contained_until);
    body.fields([
        field(13, "section.effectiveness.verdict", &verdict),
        field(5, "section.effectiveness.contained_until", &until),
    ]);
}

fn introduced(body: &mut Body, n: usize, of: &Action) -> Vec<Entry> {
    let number = Entry::said(n.to_string());
    let Some(done) = &of.done else {
        return vec![number, Entry::Said(word("f04.under_way")), Entry::NotApplicable, Entry::NotApplicable];
    };
    let what = match body.told_if_any(at("f04.introduced").row(n), &done.what) {
        Entry::NotApplicable => Entry::Said(word("f04.as_chosen")),
        said => said,
    };
    vec![number, what, done.first_batch.entry(), day(done.on)]
}

pub(super) fn prevented(body: &mut Body, report: &EightD) {
    body.under(Bar::Step("D7"), "f04.d7");
    let all: Vec<(usize, &Action)> = report.actions.iter().flat_map(numbered).filter(|(_, of)| prevents(of)).collect();
    let is_begun = report.standards.is_some() || !all.is_empty();
    if begun(body, is_begun.then_some(&())).is_none() {
        return;
    }
    if !all.is_empty() || body.speech.by_hand {
        let columns = [
            column(1, "common.number", Align::Centre),
            column(12, "f04.prevents", Align::Left),
            column(4, "section.actions.lines.owner", Align::Left),
            column(3, "section.actions.lines.due", Align::Centre),
            column(4, "record.action_progress.done_on", Align::Centre),
        ];
        let mut rows = Vec::new();
        for (n, of) in all {
            let what = body.told(at("f04.prevents").row(n), &of.what);
            let done = day(of.done.as_ref().and_then(|done| done.on));
            rows.push(vec![Entry::said(n.to_string()), what, of.owner.entry(), day(of.due), done]);
        }
        list(body, &columns, &rows, FREE);
    }
    let Some(standards) = report.standards.clone().or_else(|| body.speech.by_hand.then(Default::default)) else {
        return;
    };
    let what = body.told(at("f04.standards"), &standards.what);
    body.fields([field(21, "f04.standards", &what).grows(2)]);
    let columns = [
        column(5, "section.standardisation.documents.number", Align::Left),
        column(9, "f04.document", Align::Left).short(),
        column(3, "section.standardisation.documents.version", Align::Centre),
        column(3, "f03.effective", Align::Centre),
        column(4, "f04.trained", Align::Centre),
    ];
    let row = |of: &crate::view::f04::Document| {
        vec![of.number.entry(), of.title.entry(), of.version.entry(), day(of.issued_on), of.trained_on.entry()]
    };
    list(body, &columns, &standards.documents.iter().map(row).collect::<Vec<_>>(), FREE);
}

pub(super) fn closed(body: &mut Body, report: &EightD) {
    body.under(Bar::Step("D8"), "f04.d8");
    let open = report.actions.as_ref().map(|all| all.lines.iter().filter(|of| of.done.is_none()).count());
    let open = Entry::or_not_applicable(open.map(|n| n.to_string()));
    // The customer's answer is the customer's to give.
    let answer = ticks(["f04.accepted", "f04.not_accepted"].map(|key| (word(key), false)));
    body.fields([field(9, "f04.answer", &answer), field(9, "f04.open_actions", &open)]);
    let label = Cell::label(body.speech.label_columns(), body.speech.label("f04.seal"));
    let rest = COLUMNS - label.columns;
    body.row(Kind::Fields, vec![label, Cell::of(rest, Align::Left, Content::Free(2))]);
    let thanks = Entry::Said(word("f04.thanks_words"));
    body.fields([field(21, "f04.thanks", &thanks)]);
}
