//! F-3 纠正与预防措施报告: the internal CAPA report (forms.md § 3), whose correction, corrective and preventive actions
//! stand in three boxes.

use super::speech;
use crate::error::FormError;
use crate::layout::body::{Align, Body, Column, column, field};
use crate::layout::sheet::{Audience, Form};
use crate::view::f03::{Action, CapaReport};
use crate::view::{Entry, Sheet};

/// Rows that a list has on paper to be filled by hand.
const FREE: usize = 4;

pub(crate) fn f03<'a>(sheet: &Sheet, report: &'a CapaReport) -> Result<(Form<'a>, Body), FormError> {
    let mut body = Body::new(speech(sheet));
    raised(&mut body, report)?;
    causes(&mut body, report);
    actions(&mut body, ("f03.correction", "f03.correction_hint"), &report.corrections);
    actions(&mut body, ("f03.corrective", "f03.corrective_hint"), &report.correctives);
    actions(&mut body, ("f03.preventive", "f03.preventive_hint"), &report.preventives);
    plan_and_check(&mut body, report);
    effect(&mut body, report);
    standards(&mut body, report);
    let form = Form {
        id: "F-3",
        title: "f03.title",
        number_label: "common.report_no",
        number: report.report_no.as_deref(),
        case_no: report.case_no.as_deref(),
        audience: Audience::Internal,
        signatures: &report.signatures,
        countersigned: &report.countersigned,
    };
    Ok((form, body))
}

fn raised(body: &mut Body, report: &CapaReport) -> Result<(), FormError> {
    let case_no = Entry::or_missing(report.case_no.as_deref());
    body.section("f03.raised");
    body.fields([field(21, "record.capa.source", &report.source)]);
    body.fields([field(9, "common.case_no", &case_no), field(9, "section.level.severity", &report.level)]);
    body.fields([
        field(9, "record.capa.from_department", &report.issuing_department),
        field(9, "f03.responsible_department", &report.responsible_department),
    ]);
    body.fields([
        field(5, "record.capa.issued_on", &report.issued_on),
        field(5, "record.capa.reply_due", &report.due_on),
        field(5, "record.capa.answered_on", &report.answered_on),
    ]);

    body.section("record.capa.fact");
    body.fields([field(21, "f03.fact", &report.fact).grows(3)]);
    body.fields([field(9, "f03.clause", &report.clause), field(9, "f03.document", &report.document)]);
    body.fields([field(21, "f03.evidence", &report.evidence).grows(2)]);
    body.photos(&report.photos)?;

    body.section("record.capa.immediate");
    body.fields([field(21, "f03.containment", &report.containment).grows(2)]);
    body.fields([
        field(5, "f03.containment_by", &report.containment_by),
        field(5, "f03.containment_done_at", &report.containment_done_at),
        field(5, "f03.containment_verified_by", &report.containment_verified_by),
    ]);
    Ok(())
}

fn causes(body: &mut Body, report: &CapaReport) {
    let hint = body.speech.hint("f03.causes_hint", &[]);
    body.section("section.causes").hint(hint);
    if let Some(fishbone) = &report.fishbone {
        body.fishbone(fishbone);
    }
    body.fields([field(21, "section.causes.changed", &report.changed)]);
    body.fields([field(21, "f03.occurrence", report.occurrence.as_slice()).grows(2)]);
    body.fields([field(21, "f03.escape", report.escape.as_slice()).grows(2)]);
    body.fields([field(21, "f03.system", report.system.as_slice()).grows(2)]);
    body.fields([field(21, "section.causes.verification", &report.verification).grows(2)]);
    body.fields([
        field(9, "section.causes.by", &report.analysed_by),
        field(9, "section.causes.on", &report.analysed_on),
    ]);
}

fn actions(body: &mut Body, (title, hint): (&'static str, &'static str), actions: &[Action]) {
    let hint = body.speech.hint(hint, &[]);
    body.section(title).hint(hint);
    let columns = [
        column(10, "section.actions.lines.what", Align::Left),
        column(3, "f03.against", Align::Centre),
        column(3, "section.actions.lines.owner", Align::Left),
        column(3, "section.actions.lines.due", Align::Centre),
        column(4, "f03.done", Align::Left),
    ];
    let rows: Vec<Vec<&Entry>> =
        actions.iter().map(|of| vec![&of.what, &of.cause, &of.who, &of.due, &of.done]).collect();
    body.numbered(&columns, &rows, FREE);
}

fn plan_and_check(body: &mut Body, report: &CapaReport) {
    let hint = body.speech.hint("f03.plan_hint", &[]);
    body.section("f03.plan").hint(hint).countersigned();
    body.fields([field(21, "section.plan", &report.customer_plan)]);
    body.fields([
        field(8, "f03.plan_answer", &report.plan),
        field(4, "f03.plan_by", &report.plan_by),
        field(3, "f03.plan_on", &report.plan_on),
    ]);
    body.fields([field(21, "record.capa.plan_note", &report.plan_note)]);

    let hint = body.speech.hint("f03.check_hint", &[]);
    body.section("f03.check").hint(hint);
    body.fields([
        field(8, "f03.check_answer", &report.check),
        field(4, "f03.check_by", &report.check_by),
        field(3, "f03.check_on", &report.check_on),
    ]);
    body.fields([field(21, "f03.check_note", &report.check_note).grows(2)]);
    body.fields([field(21, "f03.self_check_reason", &report.self_check_reason)]);
}

fn effect(body: &mut Body, report: &CapaReport) {
    body.section("section.effectiveness");
    body.fields([field(21, "f03.method", &report.method)]);
    let columns: [Column; 4] = [
        column(9, "f03.measure", Align::Left),
        column(5, "section.effectiveness.before", Align::Centre),
        column(5, "section.effectiveness.after", Align::Centre),
        column(5, "f03.reached", Align::Centre),
    ];
    let rows: Vec<Vec<&Entry>> =
        report.measures.iter().map(|of| vec![&of.what, &of.before, &of.after, &of.verdict]).collect();
    body.table(&columns, &rows, FREE - 1);
    body.fields([
        field(9, "section.effectiveness.verdict", &report.effect),
        field(9, "record.capa.next", &report.next_capa),
    ]);
    body.fields([field(21, "section.effectiveness.result", &report.result).grows(2)]);
}

fn standards(body: &mut Body, report: &CapaReport) {
    body.section("section.standardisation");
    let columns = [
        column(8, "f03.changed_document", Align::Left),
        column(3, "f03.version_before", Align::Centre),
        column(3, "f03.version_now", Align::Centre),
        column(3, "f03.effective", Align::Centre),
        column(7, "f03.change", Align::Left),
    ];
    let rows: Vec<Vec<&Entry>> =
        report.standards.iter().map(|of| vec![&of.document, &of.from, &of.to, &of.effective, &of.change]).collect();
    body.table(&columns, &rows, FREE);
}
