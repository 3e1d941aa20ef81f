//! Ends of a case that its procedure does not know: 作废, 合并, 拆分, 撤诉 (I-12).

use super::case::take_in;
pub use super::case::{CaseView, Registered};
use crate::door::Writing;
use crate::error::{ApiError, Field, Result};
use crate::open::Open;
use crate::refers;
use crate::view::case::case_view;
use kesu_domain::case::{CaseLink, CaseState, Head, Links, SectionRow};
use kesu_domain::choice::Class;
use kesu_domain::engine::{self, Blocked, Moment, Withdrawal};
use kesu_domain::id::{CaseId, LineId};
use kesu_domain::master::Plant;
use kesu_domain::people::FileDigest;
use kesu_domain::section::{Complaint, Kind, Section};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// So many children of one splitting: more is a slip.
const MOST_CHILDREN: usize = 20;

/// One step toward a void number.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VoidCase {
    case: CaseId,
    step: VoidStep,
    /// Why; of an approval that of whoever asked.
    #[serde(default)]
    reason: String,
}

/// Which step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum VoidStep {
    /// 申请: whoever works on the case.
    Ask,
    /// 批准: somebody else, who may take a case of this procedure back by hand, or is in charge of the plant.
    Approve,
    /// 不批准: the same, or whoever asked, who takes it back.
    Refuse,
}

/// Asks for a void number, approves it, or refuses.
pub(crate) fn case_void(cx: &mut Writing, request: VoidCase) -> Result<CaseView> {
    let open = cx.open(request.case)?;
    let (standing, at) = (cx.reading().standing(&open), Moment { now: cx.now(), calendar: &open.calendar });
    let (p, c, actor) = (&open.procedure, open.case(), standing.actor());
    let in_charge = cx.db.get::<Plant>(c.head.plant)?.body.in_charge;
    let asked = c.head.void_asked.clone();
    match (&asked, request.step) {
        (Some(_), VoidStep::Ask) => return Err(ApiError::invalid("step", "asked_already", "")),
        (None, VoidStep::Approve | VoidStep::Refuse) if !c.head.state.is_read_only() => {
            return Err(ApiError::invalid("step", "not_asked", ""));
        }
        (Some(_) | None, _) => {}
    }
    if !c.head.links.merged.is_empty() && request.step != VoidStep::Refuse {
        return Err(ApiError::invalid("case", "leads_others", numbers(&c.head.links.merged)));
    }
    let after = match request.step {
        VoidStep::Ask => engine::ask_void(p, c, &actor, &request.reason, &at)?,
        VoidStep::Approve => engine::approve_void(p, c, &actor, in_charge, &at)?,
        VoidStep::Refuse => engine::refuse_void(p, c, &actor, in_charge)?,
    };
    match (request.step, asked) {
        (VoidStep::Approve, Some(asked)) => cx.because(&asked.reason)?,
        (VoidStep::Ask | VoidStep::Approve | VoidStep::Refuse, _) => cx.because(&request.reason)?,
    }
    cx.save(&open, &after)?;
    case_view(&cx.reading(), request.case)
}

/// Two complaints about one matter.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MergeCase {
    /// The case that leads.
    case: CaseId,
    /// The case that ends in it.
    other: CaseId,
    /// Why.
    reason: String,
}

/// Ends one case in another of the same customer.
pub(crate) fn case_merge(cx: &mut Writing, request: MergeCase) -> Result<CaseView> {
    cx.because(&request.reason)?;
    let (leads, other) = (cx.open(request.case)?, cx.open(request.other)?);
    if request.case == request.other {
        return Err(ApiError::invalid("other", "same_case", ""));
    }
    cx.working(&leads)?;
    let customer = |open: &Open| open.case().get::<Complaint>(Kind::Complaint).and_then(|said| said.customer);
    if customer(&leads).is_none() || customer(&leads) != customer(&other) {
        return Err(ApiError::invalid("other", "other_customer", &other.case().head.number));
    }
    let (standing, at) = (cx.reading().standing(&other), Moment { now: cx.now(), calendar: &other.calendar });
    let (p, actor) = (&other.procedure, standing.actor());
    let ended = engine::merge(p, other.case(), &actor, link(&leads), &request.reason, &at)?;
    let mut after = leads.case().clone();
    after.head.links.merged.push(link(&other));
    cx.save(&other, &ended)?;
    cx.save(&leads, &after)?;
    case_view(&cx.reading(), request.case)
}

/// Several matters in one complaint.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SplitCase {
    case: CaseId,
    /// Why.
    reason: String,
    children: Vec<SplitChild>,
}

/// A case of its own.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SplitChild {
    /// The product lines that go to it; the whole complaint is copied when there are none.
    #[serde(default)]
    lines: Vec<LineId>,
    /// 类别, where it is another one.
    #[serde(default)]
    class: Option<Class>,
}

/// The case that was split, and its children.
#[derive(Debug, Serialize, TS)]
pub struct Split {
    case: CaseView,
    children: Vec<Registered>,
}

/// Makes cases of their own from a running case. Its complaint stays as it was said; figures count a line that went to a
/// child there. A child begins like any complaint, under the same version, with nothing to be typed again.
pub(crate) fn case_split(cx: &mut Writing, request: SplitCase) -> Result<Split> {
    cx.because(&request.reason)?;
    let open = cx.open(request.case)?;
    cx.working(&open)?;
    let parent = open.case();
    if parent.head.state == CaseState::Closed {
        return Err(Blocked::NotNow { stage: parent.head.stage.clone() }.into());
    }
    let said = parent.section(Kind::Complaint).ok_or_else(|| ApiError::not_found("complaint"))?;
    let Section::Complaint(complaint) = &said.section else { return Err(ApiError::not_found("complaint")) };
    check_children(&request.children, complaint, &parent.head.links)?;
    let year = parent.head.received.day(open.calendar.zone()).year();
    let mut after = parent.clone();
    let mut children = vec![];
    for child in request.children {
        let mut copied = complaint.clone();
        copied.class = child.class.or(copied.class);
        if !child.lines.is_empty() {
            copied.lines.retain(|line| child.lines.contains(&line.id));
        }
        let number = cx.db.next_number(&open.procedure.prefix, parent.head.plant, year)?;
        let head = Head {
            confidential: parent.head.confidential,
            participants: parent
                .head
                .participants
                .iter()
                .copied()
                .chain([cx.account()])
                .collect::<BTreeSet<_>>()
                .into_iter()
                .collect(),
            links: Links { split_from: Some(link(&open)), ..Links::default() },
            ..Head::new(number, parent.head.plant, parent.head.procedure, parent.head.received, cx.now())
        };
        let section = Section::Complaint(copied);
        let row = SectionRow {
            id: None,
            slot: String::new(),
            round: 1,
            section,
            extra: said.extra.clone(),
            gone: said.gone.clone(),
        };
        let made = take_in(cx, &open.procedure, head, row, &open.calendar)?;
        let link = CaseLink { case: made.case, number: made.number.clone(), lines: child.lines };
        after.head.links.split_into.push(link);
        children.push(made);
    }
    cx.save(&open, &after)?;
    Ok(Split { case: case_view(&cx.reading(), request.case)?, children })
}

/// Lines are there, go to one child each, and not all of them go.
fn check_children(children: &[SplitChild], complaint: &Complaint, links: &Links) -> Result<()> {
    if children.is_empty() {
        return Err(ApiError::Invalid { fields: vec![Field::missing("children")] });
    }
    if children.len() > MOST_CHILDREN {
        return Err(ApiError::invalid("children", "out_of_range", format!("1–{MOST_CHILDREN}")));
    }
    let mut gone: BTreeSet<LineId> = links.split_into.iter().flat_map(|link| link.lines.iter().copied()).collect();
    let before = gone.len();
    for line in children.iter().flat_map(|child| &child.lines) {
        if !complaint.lines.iter().any(|known| known.id == *line) {
            return Err(ApiError::invalid("children.lines", "unknown", line.to_string()));
        }
        if !gone.insert(*line) {
            return Err(ApiError::invalid("children.lines", "taken", line.to_string()));
        }
    }
    if gone.len() > before && gone.len() == complaint.lines.len() {
        return Err(ApiError::invalid("children.lines", "none_left", ""));
    }
    Ok(())
}

/// A customer who takes the complaint back.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WithdrawCase {
    case: CaseId,
    /// Why, as the customer says.
    reason: String,
    /// Who said so for the customer.
    said_by: String,
    /// Where that stands: the call, the mail. Words or a file are there.
    #[serde(default)]
    evidence: String,
    /// Files of the case.
    #[serde(default)]
    files: Vec<FileDigest>,
}

/// Ends a case that the customer withdraws. It can be taken back where the procedure lets somebody reopen it.
pub(crate) fn case_withdraw(cx: &mut Writing, request: WithdrawCase) -> Result<CaseView> {
    cx.because(&request.reason)?;
    let open = cx.open(request.case)?;
    let is_said = [
        ("said_by", !request.said_by.trim().is_empty()),
        ("evidence", !request.evidence.trim().is_empty() || !request.files.is_empty()),
    ];
    let fields: Vec<Field> = is_said.iter().filter(|(_, said)| !said).map(|(name, _)| Field::missing(name)).collect();
    if !fields.is_empty() {
        return Err(ApiError::Invalid { fields });
    }
    for file in &request.files {
        if !refers::is_of_case(&cx.reading(), request.case, file.as_str())? {
            return Err(ApiError::invalid("files", "unknown", file.as_str()));
        }
    }
    let (standing, at) = (cx.reading().standing(&open), Moment { now: cx.now(), calendar: &open.calendar });
    let said = Withdrawal {
        said_by: request.said_by.trim().to_owned(),
        evidence: request.evidence.trim().to_owned(),
        files: request.files,
    };
    let after = engine::withdraw(&open.procedure, open.case(), &standing.actor(), said, &request.reason, &at)?;
    cx.save(&open, &after)?;
    case_view(&cx.reading(), request.case)
}

fn link(open: &Open) -> CaseLink {
    CaseLink { case: open.file.id, number: open.case().head.number.clone(), lines: vec![] }
}

fn numbers(links: &[CaseLink]) -> String {
    let all: Vec<&str> = links.iter().map(|link| link.number.as_str()).collect();
    all.join(" ")
}
