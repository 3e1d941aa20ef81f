//! A case from registration to its last stage: taken in, shown, taken back, paused.

pub(crate) use super::timeline::case_timeline;
pub use super::timeline::{GetTimeline, Timeline};
use crate::door::{Reading, Writing};
use crate::error::{ApiError, Result};
use crate::refers::{self, Where};
pub use crate::view::case::CaseView;
use crate::view::case::case_view;
use chrono::Datelike;
use kesu_domain::case::{Head, SectionRow};
use kesu_domain::engine::{self, Blocked, Doing, Moment, Step};
use kesu_domain::fields::{Fields, LineNumbers};
use kesu_domain::id::{AccountId, CaseId, PlantId};
use kesu_domain::master::Account;
use kesu_domain::people::Post;
use kesu_domain::procedure::{By, Proven, StageId};
use kesu_domain::section::{Complaint, Section};
use kesu_domain::time::{Calendar, Pause};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A complaint as it comes in. Six facts are enough (I-14), of which two are known (when, by whom); everything else is asked by the task that needs it.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RegisterCase {
    /// Number of the procedure; the only one in force when left out.
    #[serde(default)]
    procedure: Option<String>,
    /// Where; the plant of the caller's post when left out.
    #[serde(default)]
    plant: Option<PlantId>,
    /// What the customer says. `received_at` is now when left out.
    complaint: Complaint,
    /// Seen only by those who take part (M-7).
    #[serde(default)]
    confidential: bool,
}

/// What a registration gives back.
#[derive(Debug, Serialize, TS)]
pub struct Registered {
    /// The new case.
    pub(super) case: CaseId,
    /// Its number, to be told to the customer.
    pub(super) number: String,
    /// What the first task still asks for; empty when it is done.
    missing: Vec<Blocked>,
}

/// Nobody registers what was received before this year: it is a mistyped date.
const EARLIEST: i32 = 2000;

/// What registration cannot do without.
const FACTS: &[&str] = &["customer", "channel", "class", "words"];

/// Takes in a complaint and gives it a number.
pub(crate) fn case_register(cx: &mut Writing, request: RegisterCase) -> Result<Registered> {
    let mut complaint = request.complaint;
    let missing = FACTS
        .iter()
        .filter(|field| !complaint.filled(field))
        .map(|field| crate::error::Field::missing(&format!("complaint.{field}")));
    let missing: Vec<_> = missing.collect();
    if !missing.is_empty() {
        return Err(ApiError::Invalid { fields: missing });
    }
    let received = *complaint.received_at.get_or_insert(cx.now());
    if received.utc().year() < EARLIEST {
        return Err(ApiError::invalid("complaint.received_at", "too_long_ago", received.to_string()));
    }
    if received > cx.now() {
        return Err(ApiError::invalid("complaint.received_at", "in_the_future", received.to_string()));
    }
    complaint.number_lines(&LineNumbers::new());
    let section = Section::Complaint(complaint);
    refers::check(&Where { cx: &cx.reading(), case: None }, &section)?;
    let (procedure, proven) = cx.reading().procedure_in_force(request.procedure.as_deref())?;
    let plant = cx.reading().plant(request.plant)?;
    let calendar = cx.db.calendar(plant.id)?;
    let standing = cx.seat.at(plant.id, &proven.number);
    let holds = |post: &Post| proven.roles.iter().any(|role| role.id == post.role);
    if !standing.actor().posts.iter().any(holds) {
        let by = proven.roles.iter().map(|role| By::Role(role.id.clone())).collect();
        return Err(Blocked::NeedsRole { by }.into());
    }
    let number = cx.db.next_number(&proven.prefix, plant.id, received.day(calendar.zone()).year())?;
    let head = Head {
        confidential: request.confidential,
        participants: vec![cx.account()],
        ..Head::new(number, plant.id, procedure, received, cx.now())
    };
    let complaint = SectionRow {
        id: None,
        slot: String::new(),
        round: 1,
        section,
        extra: Default::default(),
        gone: Default::default(),
    };
    take_in(cx, &proven, head, complaint, &calendar)
}

/// Begins a case with its complaint and does its first task, as far as what was said allows.
pub(super) fn take_in(
    cx: &mut Writing,
    p: &Proven,
    head: Head,
    complaint: SectionRow,
    calendar: &Calendar,
) -> Result<Registered> {
    let at = Moment { now: cx.now(), calendar };
    let (number, standing) = (head.number.clone(), cx.seat.at(head.plant, &p.number));
    let mut case = engine::begin(p, head, &at);
    case.sections.push(complaint);
    let doing = Doing { step: Step::Done, hand: None, signed: false, reason: "" };
    let missing = match case.tasks.first().map(kesu_domain::case::TaskRow::key) {
        Some(key) => match engine::advance(p, &case, &standing.actor(), &key, &doing, &at) {
            Ok(done) => {
                case = done;
                vec![]
            }
            Err(blocked) => blocked,
        },
        None => vec![],
    };
    let id = cx.db.add_case(p, &case, calendar)?;
    Ok(Registered { case: id, number, missing })
}

/// Which case.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GetCase {
    /// By id.
    #[serde(default)]
    case: Option<CaseId>,
    /// By number.
    #[serde(default)]
    number: Option<String>,
}

/// Shows a case with everything that is open to this user and, for what is not, the reasons.
pub(crate) fn case_get(cx: &Reading, request: GetCase) -> Result<CaseView> {
    let id = match (request.case, request.number) {
        (Some(id), _) => id,
        (None, Some(number)) => cx.db.case_of_number(number.trim())?,
        (None, None) => return Err(ApiError::invalid("case", "missing", "")),
    };
    case_view(cx, id)
}

/// A stage to go back to.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReopenCase {
    case: CaseId,
    /// A stage on the way that the procedure names.
    to: StageId,
    /// Why.
    reason: String,
}

/// Takes a case back to a stage on its way. Earlier rounds stay.
pub(crate) fn case_reopen(cx: &mut Writing, request: ReopenCase) -> Result<CaseView> {
    cx.because(&request.reason)?;
    let open = cx.open(request.case)?;
    let standing = cx.reading().standing(&open);
    let at = Moment { now: cx.now(), calendar: &open.calendar };
    let after = engine::reopen(&open.procedure, open.case(), &standing.actor(), &request.to, &at)?;
    cx.save(&open, &after)?;
    case_view(&cx.reading(), request.case)
}

/// A pause of the clocks.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PauseCase {
    case: CaseId,
    /// Why; the ball is with the party that it names.
    reason: String,
    /// Who holds the ball meanwhile: customer, supplier, laboratory, …
    holder: String,
    /// The customer agreed: then the customer's clock stops too. Where that stands.
    #[serde(default)]
    agreed: Option<String>,
}

/// Stops the department's clock, for a reason (D-5). Acknowledgement and containment go on.
pub(crate) fn case_pause(cx: &mut Writing, request: PauseCase) -> Result<CaseView> {
    cx.because(&request.reason)?;
    let open = cx.open(request.case)?;
    cx.working(&open)?;
    if open.case().head.pauses.iter().any(|pause| pause.until.is_none()) {
        return Err(ApiError::invalid("case", "paused_already", ""));
    }
    if request.holder.trim().is_empty() {
        return Err(ApiError::invalid("holder", "missing", ""));
    }
    // Without its evidence the customer's word does not stop the customer's clock; saying nothing of it would hide that.
    let evidence = request.agreed.map(|evidence| evidence.trim().to_owned());
    if evidence.as_ref().is_some_and(String::is_empty) {
        return Err(ApiError::invalid("agreed", "missing", ""));
    }
    let mut after = open.case().clone();
    after.head.pauses.push(Pause {
        from: cx.now(),
        until: None,
        reason: request.reason.trim().to_owned(),
        holder: request.holder.trim().to_owned(),
        customer_agreed: evidence.is_some(),
        evidence,
    });
    cx.save(&open, &after)?;
    case_view(&cx.reading(), request.case)
}

/// The end of a pause.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ResumeCase {
    case: CaseId,
}

/// Lets the clock run again.
pub(crate) fn case_resume(cx: &mut Writing, request: ResumeCase) -> Result<CaseView> {
    let open = cx.open(request.case)?;
    cx.working(&open)?;
    let now = cx.now();
    let mut after = open.case().clone();
    let Some(pause) = after.head.pauses.iter_mut().find(|pause| pause.until.is_none()) else {
        return Err(ApiError::invalid("case", "not_paused", ""));
    };
    pause.until = Some(now);
    cx.save(&open, &after)?;
    case_view(&cx.reading(), request.case)
}

/// Who may see a case.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ConfideCase {
    case: CaseId,
    /// Seen only by those who take part.
    confidential: bool,
    /// Who is let in beside them.
    participants: Vec<AccountId>,
    /// Why.
    reason: String,
}

/// Makes a case confidential, or not; says who is let in (M-7).
pub(crate) fn case_confide(cx: &mut Writing, request: ConfideCase) -> Result<CaseView> {
    cx.because(&request.reason)?;
    let open = cx.open(request.case)?;
    cx.working(&open)?;
    for account in &request.participants {
        cx.db.get::<Account>(*account)?;
    }
    let mut after = open.case().clone();
    after.head.confidential = request.confidential;
    after.head.participants = request.participants;
    after.head.participants.push(cx.account());
    after.head.participants.sort_unstable();
    after.head.participants.dedup();
    cx.save(&open, &after)?;
    case_view(&cx.reading(), request.case)
}
