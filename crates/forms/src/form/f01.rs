//! F-1 客户投诉记录表: what was received, from whom, about what, and how it was assessed at first.

use super::speech;
use crate::error::FormError;
use crate::layout::body::{Align, Body, Cell, Column, Content, Kind, Value, column, field};
use crate::layout::grid::{VALUE, VALUE_EN};
use crate::layout::sheet::{Audience, Form};
use crate::layout::speech::{Paragraphs, Speech};
use crate::text::Span;
use crate::view::f01::{Attachment, ComplaintRecord, ProductLine};
use crate::view::{Entry, Sheet};
use crate::words::sentence;

/// Up to so many attachments stand in one cell; more make a list.
const INLINE: usize = 6;

pub(crate) fn f01<'a>(sheet: &Sheet, record: &'a ComplaintRecord) -> Result<(Form<'a>, Body), FormError> {
    let mut body = Body::new(speech(sheet));
    registered(&mut body, record);
    customer(&mut body, record);
    body.section("section.complaint.lines");
    match record.lines.as_slice() {
        [] => one_product(&mut body, &ProductLine::default()),
        [line] => one_product(&mut body, line),
        lines => products(&mut body, lines),
    }
    complaint(&mut body, record);
    assessed(&mut body, record);
    attachments(&mut body, record)?;
    let form = Form {
        id: "F-1",
        title: "f01.title",
        number_label: "common.case_no",
        number: record.case_no.as_deref(),
        case_no: record.case_no.as_deref(),
        audience: Audience::Internal,
        signatures: &record.signatures,
        countersigned: &[],
    };
    Ok((form, body))
}

fn registered(body: &mut Body, record: &ComplaintRecord) {
    let hint = body.speech.hint("f01.registered_hint", &[]);
    body.section("f01.registered").hint(hint);
    body.fields([
        field(5, "section.complaint.received_at", &record.received_at),
        field(5, "f01.registered_at", &record.registered_at),
        field(5, "f01.registered_by", &record.registered_by),
    ]);
    body.fields([
        field(5, "section.complaint.aware_at", &record.aware_at),
        field(5, "f01.acknowledged_at", &record.acknowledged_at),
        field(5, "section.complaint.reply_due", &record.reply_due),
    ]);
    body.fields([field(21, "section.complaint.channel", &record.channel)]);
    body.fields([
        field(13, "section.complaint.format", &record.format),
        field(5, "section.complaint.answer_in", &record.answer_in),
    ]);
}

fn customer(body: &mut Body, record: &ComplaintRecord) {
    body.section("section.complaint.customer");
    body.fields([field(13, "f01.customer", &record.customer), field(5, "f01.customer_code", &record.customer_code)]);
    body.fields([
        field(13, "section.complaint.address", &record.address),
        field(5, "section.complaint.end_customer", &record.end_customer),
    ]);
    body.fields([
        field(5, "section.complaint.contact", &record.contact),
        field(4, "section.complaint.phone", &record.phone),
        field(6, "section.complaint.email", &record.email),
    ]);
    body.fields([
        field(5, "section.complaint.customer_no", &record.customer_no),
        field(4, "section.complaint.order_no", &record.order_no),
        field(6, "section.complaint.delivery_note", &record.delivery_note),
    ]);
}

fn one_product(body: &mut Body, line: &ProductLine) {
    body.fields([
        field(9, "section.complaint.lines.name", &line.name),
        field(9, "section.complaint.lines.model", &line.model),
    ]);
    body.fields([
        field(5, "section.complaint.lines.customer_part", &line.customer_part),
        field(5, "section.complaint.lines.lot", &line.lot),
        field(5, "section.complaint.lines.made_on", &line.made_on),
    ]);
    body.fields([
        field(5, "section.complaint.lines.delivered_on", &line.delivered_on),
        field(5, "section.complaint.lines.delivered", &line.delivered),
        field(5, "section.complaint.lines.defective", Value::Figure(&line.defective, line.defective_share.as_deref())),
    ]);
    body.fields([
        field(5, "section.complaint.lines.inspected", &line.inspected),
        field(5, "section.complaint.lines.returned", &line.returned),
        field(5, "f01.line_stop", &line.line_stop),
    ]);
}

/// Several products: two rows each, under one number, so that no field is lost.
fn products(body: &mut Body, lines: &[ProductLine]) {
    let columns = [
        column(1, "common.number", Align::Centre),
        column(6, "f01.name_and_model", Align::Left),
        column(4, "f01.part_and_lot", Align::Left),
        column(4, "f01.made_and_delivered", Align::Centre),
        column(3, "f01.delivered_and_inspected", Align::Right),
        column(3, "f01.defective_and_returned", Align::Right),
        column(3, "f01.line_stop", Align::Right),
    ];
    body.heads(&columns.each_ref());
    for (n, line) in lines.iter().enumerate() {
        let number = Content::Text(vec![vec![Span::new((n + 1).to_string(), VALUE)]]);
        let defective = Value::Figure(&line.defective, line.defective_share.as_deref());
        let above = [&line.name, &line.customer_part, &line.made_on, &line.delivered].map(Value::Entry);
        let above = above.into_iter().chain([defective, Value::Entry(&line.line_stop)]);
        let below = [&line.model, &line.lot, &line.delivered_on, &line.inspected, &line.returned].map(Value::Entry);
        let mut cells = vec![Cell::of(1, Align::Centre, number).over(2)];
        cells.extend(columns[1..].iter().zip(above).map(|(column, value)| cell(body, column, &value)));
        if let Some(last) = cells.pop() {
            cells.push(last.over(2));
        }
        body.row(Kind::Entry, cells);
        let cells = columns[1..].iter().zip(below).map(|(column, value)| cell(body, column, &value)).collect();
        body.row(Kind::Entry, cells);
    }
    body.closing(false);
}

fn cell(body: &mut Body, column: &Column, value: &Value<'_>) -> Cell {
    body.look(column.label, value);
    Cell::of(column.columns, column.align, body.speech.content(value, 0))
}

fn complaint(body: &mut Body, record: &ComplaintRecord) {
    let hint = body.speech.hint("f01.words_hint", &[]);
    body.section("section.complaint").hint(hint);
    body.fields([field(21, "section.complaint.words", &record.words).grows(4)]);
    body.fields([field(21, "section.complaint.class", &record.class)]);
    body.fields([
        field(13, "section.complaint.mode", &record.mode),
        field(5, "section.complaint.found_on", &record.found_on),
    ]);
    body.fields([
        field(13, "section.complaint.defect", &record.defect).grows(1),
        field(5, "section.complaint.defect_code", &record.defect_code),
    ]);
    body.fields([
        field(9, "section.complaint.where_found", &record.where_found),
        field(9, "section.complaint.how_found", &record.how_found),
    ]);
    body.fields([field(21, "section.complaint.effect", &record.effect)]);
    body.fields([field(21, "section.complaint.demand", &record.demand)]);
    body.fields([field(21, "section.complaint.demand_words", &record.demand_words)]);
}

fn assessed(body: &mut Body, record: &ComplaintRecord) {
    let hint = body.speech.hint("f01.assessed_hint", &[]);
    body.section("f01.assessed").hint(hint);
    body.fields([
        field(6, "section.level.severity", &record.severity),
        field(4, "section.level.safety", &record.safety),
        field(5, "section.level.repeat", &record.repeat),
    ]);
    body.fields([
        field(6, "section.level.urgent", &record.urgent),
        field(4, "f01.eight_d", &record.eight_d),
        field(5, "section.level.owner", &record.owner),
    ]);
    body.fields([field(21, "f01.note", &record.note).grows(2)]);
}

fn attachments(body: &mut Body, record: &ComplaintRecord) -> Result<(), FormError> {
    let speech = body.speech;
    body.section("section.complaint.files");
    let all = &record.attachments;
    if all.is_empty() && !speech.by_hand {
        body.closing(true);
    } else if all.len() <= INLINE {
        for of in all {
            body.look("f01.file", &Value::Entry(&Entry::Said(of.name.clone())));
        }
        let said = if all.is_empty() { None } else { Some(inline(speech, all)) };
        let content = said.map_or(Value::Entry(&Entry::Missing), Value::Text);
        body.fields([field(21, "f01.list_of_files", content).grows(1)]);
    } else {
        let said = |text: &str| Entry::said(text);
        let rows: Vec<[Entry; 2]> = all
            .iter()
            .map(|of| [Entry::Said(of.name.clone()), of.digest.as_deref().map_or(Entry::NotApplicable, said)])
            .collect();
        let columns = [column(17, "f01.file", Align::Left), column(6, "f01.file_digest", Align::Centre)];
        body.numbered(&columns, &rows.iter().map(|row| row.iter().collect()).collect::<Vec<_>>(), 0);
    }
    body.photos(&record.photos)
}

/// ① name（摘要 4C1E 90B7）  ② …; in two languages each in a line of its own.
fn inline(speech: Speech, all: &[Attachment]) -> Paragraphs {
    let mut lines = vec![Vec::new()];
    for (sign, of) in ('①'..).zip(all) {
        let begun = lines.last().is_some_and(|line: &Vec<Span>| !line.is_empty());
        if begun && speech.is_pair() {
            lines.push(Vec::new());
        }
        let lead = if begun && !speech.is_pair() { "    " } else { "" };
        let mut said = vec![Span { text: format!("{lead}{sign} "), style: VALUE }];
        said.extend(speech.beside(&of.name, (VALUE, VALUE_EN)));
        if let Some(digest) = &of.digest {
            said.push(Span::new(sentence(speech.first(), "f01.digest", &[("digest", digest)]), VALUE));
        }
        lines.last_mut().into_iter().for_each(|line| line.append(&mut said));
    }
    lines
}
