//! 晨会单: totals, what is overdue, what falls due today, for whom it waits, what is new. One page.

use super::speech;
use crate::layout::body::{Align, Body, Column, column, field};
use crate::layout::sheet::{Audience, Form};
use crate::view::morning::{MorningLine, MorningSheet};
use crate::view::{Entry, Sheet};

/// Lays out at most so many rows of what is overdue; the other parts are shorter, and give way last.
pub(crate) fn morning<'a>(sheet: &Sheet, view: &'a MorningSheet, rows: usize) -> (Form<'a>, Body) {
    let mut body = Body::new(speech(sheet));
    body.section("morning.totals");
    let [open, overdue, today, outside, new] = &view.totals;
    body.fields([
        field(3, "morning.open", open),
        field(3, "morning.overdue_count", overdue),
        field(3, "morning.today_count", today),
        field(3, "morning.outside", outside),
    ]);
    body.fields([field(21, "morning.new_count", new)]);
    let others = match rows {
        11.. => 6,
        9.. => 4,
        4.. => 3,
        _ => 2,
    };
    lines(&mut body, "morning.overdue", &view.overdue, view.overdue_in_all, rows);
    lines(&mut body, "morning.today", &view.today, view.today_in_all, others);
    holders(&mut body, view, others);
    cases(&mut body, view, others);
    let form = Form {
        id: "MS",
        title: "morning.title",
        number_label: "morning.day",
        number: Some(&view.day),
        case_no: None,
        audience: Audience::Internal,
        signatures: &[],
        countersigned: &[],
    };
    (form, body)
}

/// Begins a part; where not all of it has room, that is said.
fn part(body: &mut Body, title: &'static str, shown: usize, in_all: usize) {
    let (shown_text, all) = (shown.to_string(), in_all.to_string());
    let key = if shown < in_all { "morning.some_of" } else { "morning.all_of" };
    let hint = body.speech.hint(key, &[("n", &shown_text), ("m", &all)]);
    body.section(title).hint(hint);
}

fn lines(body: &mut Body, title: &'static str, all: &[MorningLine], in_all: usize, rows: usize) {
    let shown = &all[..all.len().min(rows)];
    part(body, title, shown.len(), in_all);
    let columns = [
        column(4, "common.case_no", Align::Left),
        column(4, "morning.customer", Align::Left),
        column(4, "morning.task", Align::Left),
        column(3, "morning.holder", Align::Left),
        column(3, "morning.since", Align::Centre),
        column(3, "morning.due", Align::Centre),
        column(3, "morning.late", Align::Left),
    ];
    let cells = |one: &'_ MorningLine| -> Vec<Entry> {
        let MorningLine { number, customer, task, holder, since, due, late } = one.clone();
        vec![number, customer, task, holder, since, due, late]
    };
    table(body, &columns, shown.iter().map(cells).collect());
}

fn holders(body: &mut Body, view: &MorningSheet, rows: usize) {
    let shown = &view.holders[..view.holders.len().min(rows)];
    part(body, "morning.holders", shown.len(), view.holders_in_all);
    let columns = [
        column(8, "morning.holder", Align::Left),
        column(4, "morning.open", Align::Right),
        column(4, "morning.overdue_count", Align::Right),
        column(4, "morning.today_count", Align::Right),
        column(4, "morning.oldest", Align::Centre),
    ];
    let rows = shown.iter().map(|one| {
        let [open, overdue, today] = one.counts.clone();
        vec![Entry::Said(one.holder.clone()), open, overdue, today, one.oldest.clone()]
    });
    table(body, &columns, rows.collect());
}

fn cases(body: &mut Body, view: &MorningSheet, rows: usize) {
    let shown = &view.new[..view.new.len().min(rows)];
    part(body, "morning.new", shown.len(), view.new_in_all);
    let columns = [
        column(4, "common.case_no", Align::Left),
        column(5, "morning.customer", Align::Left),
        column(11, "morning.words", Align::Left),
        column(4, "morning.received", Align::Centre),
    ];
    let rows =
        shown.iter().map(|one| vec![one.number.clone(), one.customer.clone(), one.words.clone(), one.received.clone()]);
    table(body, &columns, rows.collect());
}

/// Without what closes a signed list: it may well go on.
fn table(body: &mut Body, columns: &[Column], rows: Vec<Vec<Entry>>) {
    body.heads(&columns.iter().collect::<Vec<_>>());
    for row in &rows {
        body.entries(None, columns, &row.iter().collect::<Vec<_>>());
    }
    if rows.is_empty() {
        body.closing(true);
    }
}
