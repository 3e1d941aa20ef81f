//! A case as the screen shows it.

use crate::door::Reading;
use crate::error::Result;
use crate::open::Open;
use crate::view::desk;
use crate::view::warn::{Warning, of_assignment};
use kesu_domain::case::{Body, Case, CaseLink, Extra, Head, RecordRow, SectionRow, TaskKey, TaskRow, TaskState};
use kesu_domain::derive::{self, Ball};
use kesu_domain::engine::{self, Blocked, Clock, Offer};
use kesu_domain::id::{AccountId, CaseId, LineId, RecordId, SignatureId};
use kesu_domain::master::{Plant, Signature, Signer};
use kesu_domain::path::Target;
use kesu_domain::people::Who;
use kesu_domain::procedure::{Meaning, StageId};
use kesu_domain::record::{ActionProgress, RecordKind};
use kesu_domain::section::{Assignment, Kind};
use kesu_domain::time::{Date, Stamp};
use kesu_store::record::Kept;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// The whole case file, as this person may see it.
#[derive(Debug, Serialize, TS)]
pub struct CaseView {
    case: CaseId,
    rev: i64,
    head: Head,
    /// Task rows, oldest first, with what stands in this person's way.
    tasks: Vec<TaskView>,
    /// Deadlines of the open tasks, by both clocks.
    clocks: Vec<Clock>,
    /// Who held the ball, and for how long (D-5).
    ball: Ball,
    sections: Vec<SectionView>,
    records: Vec<RecordView>,
    signatures: Vec<SignatureView>,
    /// Stages to which this person may take the case back by hand.
    can_reopen: Vec<StageId>,
    /// Why this person may not approve, or refuse, that the number be declared void; empty: they may, once somebody asks.
    void_blocked: Vec<Blocked>,
    /// Last entry of the journal about this case: `seq-hash`.
    head_of_case: String,
}

/// A task row.
#[derive(Debug, Serialize, TS)]
pub struct TaskView {
    row: TaskRow,
    /// Every reason why this person cannot do it now, or sign it again where its signature is void; empty: they can. Of rows
    /// that are over: empty.
    blocked: Vec<Blocked>,
    /// Its signature is void: what it covers was changed since.
    void: bool,
    /// What this person may do with it beside doing it: pass it on, ask one more to sign, take it back, move its deadline.
    offers: Vec<Offer>,
    /// Of a row that is not over, or is to be signed again: what stands in each section or record that it fills, to be typed over.
    fills: Vec<Fill>,
    /// What should be looked at before it is handed in.
    warnings: Vec<Warning>,
}

/// What stands where a task is filled.
#[derive(Debug, Serialize, TS)]
pub struct Fill {
    target: Target,
    /// The revision to be sent back with the save; 0 where nothing stands.
    rev: i64,
    /// Which record; `None` for sections, and for a record that is not there yet.
    record: Option<RecordId>,
    /// What was typed before; nothing where this begins empty.
    #[ts(type = "unknown")]
    body: Option<serde_json::Value>,
    /// Answers to the procedure's own fields.
    extra: BTreeMap<String, Extra>,
}

/// A section in its revision.
#[derive(Debug, Serialize, TS)]
pub struct SectionView {
    rev: i64,
    /// It is the row that counts now.
    counts: bool,
    row: SectionRow,
}

/// A side record in its revision.
#[derive(Debug, Serialize, TS)]
pub struct RecordView {
    record: Option<RecordId>,
    rev: i64,
    row: RecordRow,
}

/// A signature as it is shown.
#[derive(Debug, Serialize, TS)]
pub struct SignatureView {
    id: SignatureId,
    task: TaskKey,
    meaning: Meaning,
    at: Stamp,
    /// Who signed.
    by: Who,
    /// On paper: the date on it, and who recorded it.
    paper: Option<PaperView>,
    /// Its SHA-256: what was signed.
    digest: String,
    /// What it covers was changed since.
    void: bool,
    /// The case went back behind it, or whoever gave it took it back.
    set_aside: bool,
}

/// What is shown of a signature on paper: 纸质签字(由…录入), never as electronic.
#[derive(Debug, Serialize, TS)]
pub struct PaperView {
    on: Date,
    witness: AccountId,
}

/// Shows a case.
pub(crate) fn case_view(cx: &Reading, id: CaseId) -> Result<CaseView> {
    let open = cx.open(id)?;
    let standing = cx.standing(&open);
    let actor = standing.actor();
    let (case, p) = (open.case(), &open.procedure);
    let assigns = case.get(Kind::Assignment).map(|said| of_assignment(cx, said)).transpose()?.unwrap_or_default();
    let assigns_now = |row: &TaskRow| {
        let fills = p.task(&row.task).is_some_and(|task| task.fills.contains(&Target::Section(Kind::Assignment)));
        fills && is_shown(case, row)
    };
    let assigning = |row: &TaskRow| if assigns_now(row) { assigns.clone() } else { vec![] };
    let desk = if case.tasks.iter().any(assigns_now) { desk::offered(cx, &open)? } else { None };
    let in_charge = cx.db.get::<Plant>(case.head.plant)?.body.in_charge;
    let tasks = case.tasks.iter().map(|row| TaskView {
        blocked: if is_shown(case, row) { engine::blockers(p, case, &actor, &row.key()) } else { vec![] },
        void: case.is_void(row),
        fills: if is_shown(case, row) { fills(&open, row, desk.as_ref()) } else { vec![] },
        offers: engine::offers(p, case, &actor, &row.key()),
        warnings: assigning(row),
        row: row.clone(),
    });
    let at = cx.moment(&open.calendar);
    let can_reopen = p.reopen.iter().map(|rule| rule.to.clone());
    Ok(CaseView {
        case: id,
        rev: open.file.head().rev.0,
        head: head_seen(cx, &case.head)?,
        tasks: tasks.collect(),
        clocks: engine::clocks(p, case, &at),
        ball: derive::ball(p, case, cx.now()),
        sections: case.sections.iter().map(|row| section_view(&open, row)).collect(),
        records: case.records.iter().map(|row| record_view(&open, row)).collect(),
        signatures: open.file.signatures.iter().map(|kept| signature_view(&open, kept)).collect(),
        can_reopen: can_reopen.filter(|to| engine::reopen(p, case, &actor, to, &at).is_ok()).collect(),
        void_blocked: engine::may_void(p, case, &actor, in_charge),
        head_of_case: cx.db.head_of(id)?.to_string(),
    })
}

/// The head without links to cases that this person may not see.
fn head_seen(cx: &Reading, head: &Head) -> Result<Head> {
    let mut head = head.clone();
    let seen = head.links.all().map(|link| Ok((link.case, cx.db.case_seen(link.case)?))).collect::<Result<Vec<_>>>()?;
    let is_seen = |link: &CaseLink| seen.contains(&(link.case, true));
    head.links.merged.retain(is_seen);
    head.links.split_into.retain(is_seen);
    head.links.merged_into = head.links.merged_into.filter(is_seen);
    head.links.split_from = head.links.split_from.filter(is_seen);
    Ok(head)
}

/// It is still to be done, or to be signed again because what it covers was changed.
fn is_shown(case: &Case, row: &TaskRow) -> bool {
    match row.state {
        TaskState::Waiting | TaskState::Open | TaskState::Ahead => true,
        TaskState::Done => case.is_void(row),
        TaskState::Skipped | TaskState::NotNeeded | TaskState::Superseded => false,
    }
}

/// What the task of this row fills, as it stands now.
fn fills(open: &Open, row: &TaskRow, desk: Option<&Assignment>) -> Vec<Fill> {
    let Some(task) = open.procedure.task(&row.task).filter(|_| !row.is_told()) else { return vec![] };
    let fill = |target: &Target| {
        let (target, key) = (*target, row.key());
        let nothing = Fill { target, rev: 0, record: None, body: None, extra: BTreeMap::new() };
        match open.case().filled_by(task, &key, target) {
            None => Fill { body: begun(target, &row.slot, desk), ..nothing },
            Some(Body::Section(section)) => Fill {
                rev: section_view(open, section).rev,
                body: body_of(&section.section),
                extra: section.extra.clone(),
                ..nothing
            },
            Some(Body::Record(record)) => Fill {
                rev: record_view(open, record).rev,
                record: record.id,
                body: body_of(&record.record),
                extra: record.extra.clone(),
                ..nothing
            },
        }
    };
    task.fills.iter().map(fill).collect()
}

/// What is known before anybody writes it: progress belongs to the planned action whose row it is, and a table of the
/// procedure says which desk takes what in hand (I-6).
fn begun(target: Target, slot: &str, desk: Option<&Assignment>) -> Option<serde_json::Value> {
    match target {
        Target::Section(Kind::Assignment) => serde_json::to_value(desk?).ok(),
        Target::Record(RecordKind::ActionProgress) => {
            let line = slot.parse().map(LineId).ok()?;
            let progress = ActionProgress { action: Some(line), ..ActionProgress::default() };
            serde_json::to_value(progress).ok()
        }
        _ => None,
    }
}

/// The body without its kind, which the target says already.
fn body_of(tagged: &impl Serialize) -> Option<serde_json::Value> {
    let mut whole = serde_json::to_value(tagged).ok()?;
    Some(whole["body"].take())
}

fn section_view(open: &Open, row: &SectionRow) -> SectionView {
    let kind = row.section.kind();
    let counts = open.case().section(kind).is_some_and(|newest| newest.id == row.id);
    let rev = open.file.section(kind, &row.slot, row.round).map_or(0, |stand| stand.rev.0);
    SectionView { rev, counts, row: row.clone() }
}

fn record_view(open: &Open, row: &RecordRow) -> RecordView {
    let rev = row.id.and_then(|id| open.file.record(id)).map_or(0, |stand| stand.rev.0);
    RecordView { record: row.id, rev, row: row.clone() }
}

fn signature_view(open: &Open, kept: &Kept<Signature>) -> SignatureView {
    let signature = &kept.body;
    let task = TaskKey { task: signature.task.clone(), slot: signature.slot.clone(), round: signature.round };
    let row = open.case().task(&task);
    let (by, paper) = match &signature.by {
        Signer::Key { account, key: _, bytes: _ } => (Who::Account(*account), None),
        Signer::Outside { name, of: _, on, scan: _, witness } => {
            let who = signature.account.map_or_else(|| Who::Name(name.clone()), Who::Account);
            (who, Some(PaperView { on: *on, witness: *witness }))
        }
    };
    SignatureView {
        id: kept.id,
        meaning: signature.meaning,
        at: signature.at,
        by,
        paper,
        digest: signature.digest.clone(),
        void: row.is_some_and(|row| open.case().is_void(row)),
        set_aside: row.is_some_and(|row| !row.counts(signature.at)),
        task,
    }
}
