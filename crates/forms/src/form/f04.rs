//! F-4 8D 报告: the report that a customer gets, D0 to D8 (forms.md § 2).

use super::customer::{At, at};
use super::{f04_steps as steps, speech};
use crate::error::FormError;
use crate::layout::body::{Align, Bar, Body, Value, column, field};
use crate::layout::grid::{HINT, VALUE, VALUE_BOLD, VALUE_EN};
use crate::layout::sheet::{Audience, Form};
use crate::text::Span;
use crate::view::f04::{EightD, Line, Problem, Team};
use crate::view::{Choice, Entry, Lack, Open, Sheet, Tick, Words};
use crate::words::t;
use kesu_domain::choice::{Choice as _, Mode, YesNo};
use kesu_domain::text::{ForCustomer, Lang};
use kesu_domain::time::Date;

pub(crate) fn f04<'a>(sheet: &Sheet, report: &'a EightD) -> Result<(Form<'a>, Body), FormError> {
    only_for_customers(report);
    let mut body = Body::new(speech(sheet));
    head(&mut body, sheet, report);
    prepared(&mut body, report);
    team(&mut body, report.team.as_ref());
    problem(&mut body, report);
    steps::containment(&mut body, report.containment.as_ref());
    steps::causes(&mut body, report.causes.as_ref());
    steps::chosen(&mut body, report.actions.as_ref());
    steps::carried_out(&mut body, report);
    steps::prevented(&mut body, report);
    steps::closed(&mut body, report);
    let number = report.case_no.words().map(|words| words.text.as_str());
    let form = Form {
        id: "F-4",
        title: "f04.title",
        number_label: "common.case_no",
        number,
        case_no: number,
        audience: Audience::Customer,
        signatures: &report.signatures,
        countersigned: &[],
    };
    Ok((form, body))
}

/// What this form is built from may be read by a customer: the compiler has seen each field of it.
fn only_for_customers(_: &impl ForCustomer) {}

/// A day; — where there is none.
pub(super) fn day(date: Option<Date>) -> Entry {
    Entry::or_not_applicable(date.map(|date| date.to_string()))
}

/// A count; — where nobody counted.
pub(super) fn count(n: Option<i64>) -> Entry {
    Entry::or_not_applicable(n.map(|n| n.to_string()))
}

/// The word at a key, in both languages.
pub(super) fn word(key: &str) -> Words {
    Words { text: t(Lang::Zh, key).to_owned(), en: Some(t(Lang::En, key).to_owned()) }
}

/// A box to tick for each word.
pub(super) fn ticks(words: impl IntoIterator<Item = (Words, bool)>) -> Choice {
    Choice { options: words.into_iter().map(|(words, ticked)| Tick { words, ticked }).collect() }
}

/// Several values in the cell at this label, with what is there of them. In English each that is none is named.
pub(super) fn joined(body: &mut Body, at: At, values: &[&Open], (between, between_en): (&str, &str)) -> Entry {
    let all: Vec<&Words> = values.iter().filter_map(|value| value.words()).collect();
    let text: Vec<&str> = all.iter().map(|words| words.text.as_str()).collect();
    let has_en = all.iter().any(|words| words.en.is_some());
    let speech = body.speech;
    if has_en {
        for words in all.iter().filter(|words| speech.lacks(words)) {
            body.gap(at.said(speech.first()), &words.text, Lack::Language);
        }
    }
    let en: Vec<&str> = all.iter().map(|words| words.en.as_deref().unwrap_or(&words.text)).collect();
    let words = Words { text: text.join(between), en: has_en.then(|| en.join(between_en)) };
    Entry::or_not_applicable((!all.is_empty()).then_some(words))
}

fn head(body: &mut Body, sheet: &Sheet, report: &EightD) {
    body.under(Bar::Bare, "f04.title");
    let (customer, code) = (report.customer.entry(), report.customer_code.entry());
    body.fields([field(13, "section.complaint.customer", &customer), field(5, "f01.customer_code", &code)]);
    let (number, received) = (report.customer_no.entry(), report.complained_at.entry());
    body.fields([
        field(9, "section.complaint.customer_no", &number),
        field(9, "section.complaint.received_at", &received),
    ]);
    let (order, mode) = (report.order_no.entry(), report.mode.map(mode_word));
    let mode = Entry::or_not_applicable(mode);
    if let [line] = report.lines.as_slice() {
        let name = joined(body, at("f01.name_and_model"), &[&line.name, &line.model], (" ", " "));
        let part = line.customer_part.entry();
        let made = Open::code(&line.made_on.map(|date| date.to_string()).unwrap_or_default());
        let lot = joined(body, at("section.complaint.lines.lot"), &[&line.lot, &made], ("  ", "  "));
        body.fields([field(9, "f01.name_and_model", &name), field(9, "section.complaint.lines.customer_part", &part)]);
        body.fields([field(9, "section.complaint.lines.lot", &lot), field(9, "section.complaint.order_no", &order)]);
    }
    let (theirs, ours) = (report.customer_contact.entry(), report.contact.entry());
    body.fields([field(9, "f04.customer_contact", &theirs), field(9, "f04.contact", &ours)]);
    let status = status(sheet, report.is_final);
    body.fields([field(9, "section.complaint.mode", &mode), field(9, "f04.status", &status)]);
    if report.lines.len() != 1 {
        body.fields([field(21, "section.complaint.order_no", &order)]);
        products(body, &report.lines);
    }
}

fn mode_word(mode: Mode) -> Words {
    word(&format!("choice.mode.{}", mode.word()))
}

/// Interim or final, which issue, and of which day.
fn status(sheet: &Sheet, is_final: Option<YesNo>) -> Entry {
    let Some(is_final) = is_final else { return Entry::Missing };
    let kind = word(if is_final == YesNo::Yes { "f04.final" } else { "f04.interim" });
    let day = sheet.printed.local.split(' ').next().unwrap_or_default();
    let which = sheet.issue().map_or_else(|| day.to_owned(), |issue| format!("{}  {day}", issue.number));
    Entry::Said(Words { text: format!("{}  {which}", kind.text), en: kind.en.map(|en| format!("{en} {which}")) })
}

fn products(body: &mut Body, lines: &[Line]) {
    let columns = [
        column(8, "f01.name_and_model", Align::Left),
        column(5, "section.complaint.lines.customer_part", Align::Left),
        column(5, "section.complaint.lines.lot", Align::Left),
        column(3, "section.complaint.lines.delivered", Align::Right),
        column(3, "section.complaint.lines.defective", Align::Right),
    ];
    let mut rows = Vec::new();
    for (n, line) in (1..).zip(lines) {
        let name = joined(body, at("f01.name_and_model").row(n), &[&line.name, &line.model], (" ", " "));
        let (part, lot) = (line.customer_part.entry(), line.lot.entry());
        rows.push(vec![name, part, lot, count(line.delivered), count(line.defective)]);
    }
    steps::list(body, &columns, &rows, 2);
}

fn prepared(body: &mut Body, report: &EightD) {
    let prepared = &report.prepared;
    let hint = match prepared.eight_d {
        Some(YesNo::Yes) => body.speech.word("f04.eight_d", &[], (HINT, HINT)),
        Some(YesNo::No) | None => Vec::new(),
    };
    body.under(Bar::Step("D0"), "f04.d0").hint(hint);
    let symptom = body.told(at("f04.symptom"), &prepared.symptom);
    body.fields([field(21, "f04.symptom", &symptom).grows(2)]);
    let response = match &prepared.response {
        Some(told) => body.told(at("f04.response"), told),
        // What was done at once stands in full below, and is not said twice.
        None if report.containment.is_some() => Entry::Said(word("f04.see_d3")),
        None if body.speech.by_hand => Entry::Missing,
        None => Entry::Said(word("f04.to_follow")),
    };
    let since = prepared.response_at.entry();
    body.fields([field(13, "f04.response", &response).grows(1), field(5, "f04.response_at", &since)]);
}

fn team(body: &mut Body, team: Option<&Team>) {
    body.under(Bar::Step("D1"), "f04.d1");
    let Some(team) = steps::begun(body, team) else { return };
    let columns = [
        column(4, "f04.role", Align::Left).short(),
        column(6, "section.team.members.who", Align::Left).short(),
        column(8, "section.team.members.function", Align::Left).short(),
        column(6, "section.team.members.phone", Align::Left),
    ];
    let role = |role| {
        Entry::Said(word(match role {
            crate::view::f04::Role::Sponsor => "section.team.sponsor",
            crate::view::f04::Role::Leader => "section.team.leader",
            crate::view::f04::Role::Member => "f04.member",
        }))
    };
    let rows: Vec<Vec<Entry>> = team
        .members
        .iter()
        .map(|of| vec![role(of.role), of.name.entry(), of.function.entry(), of.phone.entry()])
        .collect();
    steps::list(body, &columns, &rows, 4);
}

fn problem(body: &mut Body, report: &EightD) {
    body.under(Bar::Step("D2"), "f04.d2");
    let Some(problem) = steps::begun(body, report.problem.as_ref()) else { return };
    let Problem { statement, found_on } = problem;
    let statement = body.told(at("section.problem.statement"), &statement);
    body.fields([field(21, "section.problem.statement", &statement).grows(3)]);
    let quantity = quantity(body, report);
    let found = day(found_on);
    body.fields([field(21, "f04.quantity", quantity)]);
    let often = match report.prepared.repeat {
        Some(YesNo::No) => Entry::Said(word("f04.first_time")),
        Some(YesNo::Yes) => Entry::Said(word("f04.repeated")),
        None => Entry::NotApplicable,
    };
    body.fields([field(9, "section.complaint.found_on", &found), field(9, "f04.often", &often)]);
}

/// 交付 **400**    不良 **12**（3.0 %） …: the sums over all products.
fn quantity<'a>(body: &Body, report: &EightD) -> Value<'a> {
    let speech = body.speech;
    let sum = |of: fn(&Line) -> Option<i64>| report.lines.iter().filter_map(of).reduce(|a, b| a + b);
    let (delivered, defective) = (sum(|line| line.delivered), sum(|line| line.defective));
    let counted = [
        ("f04.delivered", delivered),
        ("f04.inspected", sum(|line| line.inspected)),
        ("f04.defective", defective),
        ("f04.returned", sum(|line| line.returned)),
    ];
    let mut said: Vec<Span> = Vec::new();
    for (key, n) in counted.into_iter().filter_map(|(key, n)| Some((key, n?))) {
        let gap = if said.is_empty() { "" } else { "      " };
        let mut words = speech.beside(&word(key), (VALUE, VALUE_EN));
        words.iter_mut().take(1).for_each(|first| first.text.insert_str(0, gap));
        said.extend(words);
        said.push(Span { text: format!(" {n}"), style: VALUE_BOLD });
        if let ("f04.defective", Some(of)) = (key, delivered.filter(|of| *of > 0)) {
            said.push(Span { text: format!(" ({:.1} %)", n as f64 * 100.0 / of as f64), style: VALUE });
        }
    }
    if said.is_empty() {
        let nothing = if speech.by_hand { Entry::Missing } else { Entry::NotApplicable };
        return speech.entry(&nothing, VALUE).map_or(Value::Text(vec![vec![]]), Value::Text);
    }
    Value::Text(vec![said])
}
