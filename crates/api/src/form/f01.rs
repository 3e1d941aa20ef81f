//! F-1 客户投诉记录表 from a case.

use super::book::Book;
use super::say::{choice, date, graded, house, names, pieces, stamp, text, ticks, told, told_or_none, who, word};
use super::sign::boxes;
use kesu_domain::choice::{Track, YesNo};
use kesu_domain::people::Who;
use kesu_domain::procedure::FormUse;
use kesu_domain::section::{Complaint, Kind, Level, ProductLine};
use kesu_forms::view::f01::{Attachment, ComplaintRecord, ProductLine as Line};
use kesu_forms::view::{Entry, Photo, Words};

/// The complaint record of a case.
pub(crate) fn complaint_record(book: &Book, used: &FormUse) -> ComplaintRecord {
    let empty = (Complaint::default(), Level::default());
    let said: &Complaint = book.case().get(Kind::Complaint).unwrap_or(&empty.0);
    let level: &Level = book.case().get(Kind::Level).unwrap_or(&empty.1);
    let head = &book.case().head;
    let customer = book.customer.as_ref();
    let registered_by = book.case().tasks.first().and_then(|first| first.done_by.as_ref());
    let address =
        if said.address.trim().is_empty() { customer.map(|c| c.address.as_str()) } else { Some(&*said.address) };
    ComplaintRecord {
        case_no: Some(head.number.clone()),
        aware_at: stamp(book, said.aware_at),
        received_at: Entry::said(book.minute(head.received)),
        registered_at: Entry::said(book.minute(head.registered)),
        registered_by: who(book, registered_by),
        channel: choice(said.channel),
        acknowledged_at: acknowledged(book, said),
        reply_due: stamp(book, said.reply_due),
        format: choice(said.format),
        answer_in: text(&said.answer_in),
        customer: customer.map_or(Entry::Missing, |customer| names(&customer.name)),
        customer_code: text(customer.map_or("", |customer| &customer.code)),
        address: text(address.unwrap_or_default()),
        end_customer: text(&said.end_customer),
        contact: text(&said.contact),
        phone: text(&said.phone),
        email: text(&said.email),
        customer_no: text(&said.customer_no),
        order_no: text(&said.order_no),
        delivery_note: text(&said.delivery_note),
        lines: said.lines.iter().map(line).collect(),
        words: told(&said.words),
        class: choice(said.class),
        mode: choice(said.mode),
        defect: house(&said.defect),
        defect_code: text(&said.defect_code),
        where_found: text(&said.where_found),
        found_on: date(said.found_on),
        how_found: text(&said.how_found),
        effect: text(&said.effect),
        demand: choice(said.demand),
        demand_words: told_or_none(&said.demand_words),
        severity: graded(level.severity),
        safety: graded(level.safety),
        repeat: ticks(&[("first", level.repeat == Some(YesNo::No)), ("repeated", level.repeat == Some(YesNo::Yes))]),
        urgent: graded(level.urgent),
        eight_d: graded(level.track.map(|track| if track == Track::EightD { YesNo::Yes } else { YesNo::No })),
        owner: who(book, level.owner.map(Who::Account).as_ref()),
        note: house(&level.reason),
        attachments: attachments(book, said),
        photos: photos(book),
        signatures: boxes(book, used),
    }
}

/// When the customer was told: on the spot, or by the first communication.
fn acknowledged(book: &Book, said: &Complaint) -> Entry {
    let on_the_spot = said.acknowledged == Some(YesNo::Yes);
    let told =
        book.case().records_of(kesu_domain::record::RecordKind::Communication).find_map(|row| match &row.record {
            kesu_domain::record::Record::Communication(said) => said.at,
            _ => None,
        });
    stamp(book, if on_the_spot { Some(book.case().head.received) } else { told })
}

fn line(line: &ProductLine) -> Line {
    let share = line.defective.zip(line.delivered).filter(|(_, of)| *of > 0);
    Line {
        name: text(&line.name),
        model: text(&line.model),
        customer_part: text(&line.customer_part),
        lot: text(&line.lot),
        made_on: date(line.made_on),
        delivered_on: date(line.delivered_on),
        delivered: pieces(line.delivered),
        defective: pieces(line.defective),
        defective_share: share.map(|(bad, of)| format!("{:.1} %", bad as f64 * 100.0 / of as f64)),
        inspected: pieces(line.inspected),
        returned: pieces(line.returned),
        line_stop: Entry::or_not_applicable(
            line.line_stop_minutes.map(|n| word("print.minutes", &[("n", &n.to_string())])),
        ),
    }
}

fn attachments(book: &Book, said: &Complaint) -> Vec<Attachment> {
    let of_complaint = book.files.iter().filter(|file| said.files.contains(&file.sha256));
    let attachment = |file: &kesu_domain::master::File| Attachment {
        name: Words::from(file.name.clone()),
        digest: Some(file.sha256.as_str().chars().take(12).collect()),
    };
    of_complaint.map(attachment).collect()
}

/// The pictures that came with the complaint.
pub(super) fn photos(book: &Book) -> Vec<Photo> {
    let Some(said) = book.case().get::<Complaint>(Kind::Complaint) else { return vec![] };
    let subject = if said.defect.0.trim().is_empty() { said.words.zh.clone() } else { said.defect.0.clone() };
    let subject: String = subject.chars().take(40).collect();
    let photo = |(file, bytes): &(kesu_domain::master::File, Vec<u8>)| Photo {
        file: bytes.clone(),
        subject: Words::from(subject.clone()),
        taken: said.found_on.map(|on| on.to_string()).unwrap_or_default().into(),
        digest: file.sha256.as_str().chars().take(12).collect(),
    };
    book.pictures.iter().map(photo).collect()
}
