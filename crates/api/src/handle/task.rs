//! Doing tasks: by oneself, on behalf, on paper, with a signature.

pub use super::task_hand::{AskTask, MoveTask, PassTask, WithdrawTask};
pub(crate) use super::task_hand::{task_ask, task_move, task_pass, task_withdraw};
use crate::door::{Reading, Writing};
use crate::error::{ApiError, Field, Result};
use crate::manifest::{of_task, rows_covered, rows_of_task};
use crate::open::Open;
use crate::password::Opened;
use crate::refers;
use crate::signing::{Asks, Typed};
pub use crate::view::case::CaseView;
use crate::view::case::case_view;
use kesu_domain::case::{Hand, TaskKey};
use kesu_domain::engine::{self, Blocked, Doing, Moment, Step};
use kesu_domain::id::CaseId;
use kesu_domain::manifest::{Manifest, ManifestIssue, ManifestRow};
use kesu_domain::master::{Account, AccountState, Issued, Signature, Signer};
use kesu_domain::people::{FileDigest, Who};
use kesu_domain::procedure::{Meaning, Task};
use kesu_domain::section::{Kind, Nature};
use kesu_domain::time::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A task that needs no signature by account.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DoTask {
    case: CaseId,
    task: TaskKey,
    /// Done, when left out.
    #[serde(default = "done")]
    step: Step,
    /// Why not needed, or how it was reported ahead.
    #[serde(default)]
    reason: String,
    /// 代录
    #[serde(default)]
    behalf: Option<Behalf>,
    /// 纸质签字
    #[serde(default)]
    paper: Option<Paper>,
}

fn done() -> Step {
    Step::Done
}

/// Recorded for a named person.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Behalf {
    /// Whose work it is.
    who: Who,
    /// Paper, phone, mail, and where it lies.
    source: String,
    /// Evidence.
    #[serde(default)]
    files: Vec<FileDigest>,
}

/// Signed by hand on a printed form, scanned back to it.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Paper {
    /// Who signed.
    who: Who,
    /// Of whom: department, customer, contractor.
    #[serde(default)]
    of: String,
    /// Date on the paper.
    on: Date,
    /// The scan, a claimed file.
    scan: FileDigest,
    /// The check code that is printed on it.
    code: String,
}

/// Does a task and settles the case.
pub(crate) fn task_do(cx: &mut Writing, request: DoTask) -> Result<CaseView> {
    let open = cx.open(request.case)?;
    let (who, hand) = hand_of(cx, &open, &request)?;
    let head = &open.case().head;
    let standing = match &who {
        Some(who) => cx.seat.records_for(cx.db, who, cx.now(), head.plant, &open.procedure.number)?,
        None => cx.reading().standing(&open),
    };
    if who.is_some() {
        cx.working(&open)?;
    }
    let signature = request.paper.as_ref().map(|paper| on_paper(cx, &open, &request.task, paper)).transpose()?;
    let doing = Doing { step: request.step, hand, signed: false, reason: &request.reason };
    let at = Moment { now: cx.now(), calendar: &open.calendar };
    let after = engine::advance(&open.procedure, open.case(), &standing.actor(), &request.task, &doing, &at)?;
    cx.db.because(&request.reason);
    cx.save(&open, &after)?;
    if let Some(signature) = signature.flatten() {
        cx.db.add(&signature)?;
    }
    case_view(&cx.reading(), request.case)
}

/// Whose work it is, and by whose hand it comes in.
fn hand_of(cx: &Writing, open: &Open, request: &DoTask) -> Result<(Option<Who>, Option<Hand>)> {
    let by = cx.account();
    match (&request.behalf, &request.paper) {
        (Some(_), Some(_)) => Err(ApiError::invalid("paper", "both_hands", "behalf")),
        (None, None) => Ok((None, None)),
        (Some(behalf), None) => {
            let said = [("behalf.who", behalf.who.is_named()), ("behalf.source", !behalf.source.trim().is_empty())];
            let fields: Vec<Field> =
                said.iter().filter(|(_, said)| !said).map(|(field, _)| Field::missing(field)).collect();
            if !fields.is_empty() {
                return Err(ApiError::Invalid { fields });
            }
            named(cx, "behalf.who", &behalf.who)?;
            behalf.files.iter().try_for_each(|file| claimed(cx, open, "behalf.files", file))?;
            let source = behalf.source.trim().to_owned();
            Ok((Some(behalf.who.clone()), Some(Hand::Behalf { source, files: behalf.files.clone(), by })))
        }
        (None, Some(paper)) => {
            if !paper.who.is_named() {
                return Err(ApiError::Invalid { fields: vec![Field::missing("paper.who")] });
            }
            if paper.who == Who::Account(by) {
                return Err(ApiError::invalid("paper.who", "own_witness", ""));
            }
            if paper.on > cx.now().day(open.calendar.zone()) {
                return Err(ApiError::invalid("paper.on", "in_the_future", paper.on.to_string()));
            }
            named(cx, "paper.who", &paper.who)?;
            claimed(cx, open, "paper.scan", &paper.scan)?;
            let (scan, code) = (paper.scan.clone(), paper.code.trim().to_uppercase());
            Ok((Some(paper.who.clone()), Some(Hand::Paper { on: paper.on, scan, code, by })))
        }
    }
}

/// The signature that the paper bears: over what the issue shows of what the task covers, and it cites that issue. The issue
/// is one of this round or later and shows it all in the revision that stands now: paper that was printed before a change
/// does not sign the change, and yesterday's does not sign today's question.
fn on_paper(cx: &Writing, open: &Open, key: &TaskKey, paper: &Paper) -> Result<Option<Signature>> {
    let code = paper.code.trim().to_uppercase();
    let issued = cx.db.find::<Issued>(&[("code", &code)])?.filter(|kept| kept.body.case == open.file.id);
    let issued = issued.ok_or_else(|| ApiError::invalid("paper.code", "unknown", code))?.body;
    if crate::form::is_for_customer(&issued.form) {
        return Err(ApiError::invalid("paper.code", "paper_without", issued.form));
    }
    if paper.on < issued.at.day(open.calendar.zone()) {
        return Err(ApiError::invalid("paper.on", "before_printing", paper.on.to_string()));
    }
    let shown = Manifest::read(&issued.manifest).ok_or_else(|| ApiError::internal("an issued manifest is not one"))?;
    if shown.task.round < key.round {
        return Err(ApiError::invalid("paper.code", "paper_outdated", shown.task.round.to_string()));
    }
    let Some(task) = open.procedure.task(&key.task).filter(|_| !key.is_told()) else { return Err(not_there(open)) };
    let Some(signs) = &task.signs else { return Ok(None) };
    let rows = rows_on(open, task, key, &shown)?;
    let issue = Some(ManifestIssue { code: issued.code, content: issued.content });
    let text = Manifest { task: key.clone(), issue, rows, ..shown }.text();
    let name = match &paper.who {
        Who::Name(name) => name.trim().to_owned(),
        Who::Account(account) => cx.db.get::<Account>(*account)?.body.name,
    };
    let (of, scan, witness) = (paper.of.trim().to_owned(), paper.scan.clone(), cx.account());
    let by = Signer::Outside { name, of, on: paper.on, scan, witness };
    Ok(Some(signature(cx, open, key, signs.meaning, text, by, paper.who.account())))
}

/// The rows that this issue shows of what is signed. All that the task covers is on it. The answer of the signer may be:
/// where it is not, it was written by hand.
fn rows_on(open: &Open, task: &Task, key: &TaskKey, shown: &Manifest) -> Result<Vec<ManifestRow>> {
    let covered = rows_covered(open, task, key);
    let mut out = rows_of_task(open, task, key);
    let is_decision = |row: &ManifestRow| Kind::named(&row.kind).is_some_and(|kind| kind.nature() == Nature::Decision);
    for row in &out {
        let same = |old: &&ManifestRow| old.kind == row.kind && old.slot == row.slot;
        let mut known = shown.rows.iter().filter(same);
        // The answer of an earlier round is another one, and no earlier revision.
        let known = known.any(|old| old.round == row.round || !is_decision(row));
        if (known || covered.contains(row)) && !shown.rows.contains(row) {
            let wrong = if known { "paper_outdated" } else { "paper_without" };
            return Err(ApiError::invalid("paper.code", wrong, &row.kind));
        }
    }
    out.retain(|row| shown.rows.contains(row));
    Ok(out)
}

fn signature(
    cx: &Writing,
    open: &Open,
    key: &TaskKey,
    meaning: Meaning,
    manifest: String,
    by: Signer,
    account: Option<kesu_domain::id::AccountId>,
) -> Signature {
    Signature {
        case: open.file.id,
        task: key.task.clone(),
        slot: key.slot.clone(),
        round: key.round,
        meaning,
        at: cx.now(),
        digest: kesu_keys::sha256_hex(manifest.as_bytes()),
        manifest,
        by,
        account,
    }
}

/// Somebody may be named: whose account is closed is no longer, and a name that is an account's is given as that account:
/// what somebody did counts as theirs, however it comes in.
fn named(cx: &Writing, field: &str, who: &Who) -> Result<()> {
    let name = match who {
        Who::Name(name) => name,
        Who::Account(account) => {
            let account = cx.db.get::<Account>(*account)?.body;
            return match account.state {
                AccountState::Active => Ok(()),
                AccountState::Disabled => Err(ApiError::invalid(field, "account_closed", account.login)),
            };
        }
    };
    let squeezed = |name: &str| name.split_whitespace().collect::<String>().to_lowercase();
    let mut accounts = cx.db.list::<Account>(&[])?.into_iter();
    let same =
        accounts.find(|kept| [&kept.body.name, &kept.body.login].iter().any(|known| squeezed(known) == squeezed(name)));
    same.map_or(Ok(()), |kept| Err(ApiError::invalid(field, "has_account", kept.body.login)))
}

fn claimed(cx: &Writing, open: &Open, field: &str, file: &FileDigest) -> Result<()> {
    // Knowing the digest of a file of another case opens nothing.
    match refers::is_of_case(&cx.reading(), open.file.id, file.as_str())? {
        true => Ok(()),
        false => Err(ApiError::invalid(field, "unknown", file.as_str())),
    }
}

fn not_there(open: &Open) -> ApiError {
    Blocked::NotNow { stage: open.case().head.stage.clone() }.into()
}

/// Leave for somebody to approve or verify what they did.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExcuseTask {
    case: CaseId,
    task: TaskKey,
    /// Why nobody else does it.
    reason: String,
}

/// Lets somebody else approve or verify their own work, for a reason.
pub(crate) fn task_excuse(cx: &mut Writing, request: ExcuseTask) -> Result<CaseView> {
    let open = cx.open(request.case)?;
    let standing = cx.reading().standing(&open);
    let at = Moment { now: cx.now(), calendar: &open.calendar };
    let after = engine::excuse(&open.procedure, open.case(), &standing.actor(), &request.task, &request.reason, &at)?;
    cx.because(&request.reason)?;
    cx.save(&open, &after)?;
    case_view(&cx.reading(), request.case)
}

/// Which task row.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GetManifest {
    case: CaseId,
    task: TaskKey,
}

/// What a signature would be over.
#[derive(Debug, Serialize, TS)]
pub struct ManifestView {
    /// What signing would say.
    meaning: Meaning,
    /// The text itself.
    text: String,
    /// Its SHA-256; `case_sign` carries it.
    digest: String,
    /// Where the journal stands; `case_sign` carries it.
    head: String,
    /// Why this person cannot sign it now; empty: they can.
    blocked: Vec<Blocked>,
}

/// Shows what would be signed.
pub(crate) fn task_manifest(cx: &Reading, request: GetManifest) -> Result<ManifestView> {
    let open = cx.open(request.case)?;
    let Some((task, meaning)) = signed_task(&open, &request.task) else { return Err(not_there(&open)) };
    let head = cx.db.head()?.to_string();
    let text = text_of(cx, &open, task, &request.task, &head);
    let standing = cx.standing(&open);
    let mut blocked = engine::blockers(&open.procedure, open.case(), &standing.actor(), &request.task);
    if cx.db.clock_doubt()?.is_some() {
        blocked.push(Blocked::Clock);
    }
    Ok(ManifestView { meaning, digest: kesu_keys::sha256_hex(text.as_bytes()), text, head, blocked })
}

fn signed_task<'a>(open: &'a Open, key: &TaskKey) -> Option<(&'a Task, Meaning)> {
    let task = open.procedure.task(&key.task).filter(|_| open.case().task(key).is_some() && !key.is_told())?;
    task.signs.as_ref().map(|signs| (task, signs.meaning))
}

fn text_of(cx: &Reading, open: &Open, task: &Task, key: &TaskKey, head: &str) -> String {
    of_task(cx.app.folder_id(), open, key, rows_of_task(open, task, key), head).text()
}

/// A signature.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SignTask {
    case: CaseId,
    task: TaskKey,
    /// SHA-256 of the manifest that was shown.
    digest: String,
    /// The head of the journal in it.
    head: String,
    /// Asked for again.
    password: Typed,
}

impl Asks for SignTask {
    fn password(&self) -> &Typed {
        &self.password
    }
}

/// Signs what was shown, and does the task. What was changed since it was shown is not signed.
pub(crate) fn case_sign(cx: &mut Writing, request: SignTask, opened: &Opened) -> Result<CaseView> {
    if cx.db.clock_doubt()?.is_some() {
        return Err(Blocked::Clock.into());
    }
    let open = cx.open(request.case)?;
    let Some((task, meaning)) = signed_task(&open, &request.task) else { return Err(not_there(&open)) };
    let text = text_of(&cx.reading(), &open, task, &request.task, &request.head);
    let shown = head_of(cx, &request.head)?;
    if kesu_keys::sha256_hex(text.as_bytes()) != request.digest {
        return Err(ApiError::Conflict { current: shown });
    }
    let standing = cx.reading().standing(&open);
    let doing = Doing { step: Step::Done, hand: None, signed: true, reason: "" };
    let at = Moment { now: cx.now(), calendar: &open.calendar };
    let after = engine::advance(&open.procedure, open.case(), &standing.actor(), &request.task, &doing, &at)?;
    cx.save(&open, &after)?;
    let account = cx.account();
    let said = kesu_keys::signature_text(
        kesu_domain::choice::Choice::word(meaning),
        account.0,
        &cx.now().to_string(),
        &request.digest,
    );
    let by = Signer::Key { account, key: opened.id, bytes: opened.key.sign(&said) };
    let signature = signature(cx, &open, &request.task, meaning, text, by, Some(account));
    cx.db.add(&signature)?;
    case_view(&cx.reading(), request.case)
}

/// The head that was shown is one that this journal had; a journal that has merely grown since is no conflict.
fn head_of(cx: &Writing, text: &str) -> Result<i64> {
    let head: kesu_store::journal::Head =
        text.parse().map_err(|cause: String| ApiError::invalid("head", "malformed", cause))?;
    let held = cx.db.entry(head.seq).is_ok_and(|entry| entry.hash == head.hash);
    if held { Ok(cx.db.head()?.seq) } else { Err(ApiError::invalid("head", "unknown", text)) }
}

/// Why the clock went back.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExplainClock {
    reason: String,
}

/// It was explained.
#[derive(Debug, Serialize, TS)]
pub struct Explained {}

/// Says why the clock went back.
pub(crate) fn clock_explain(cx: &mut Writing, request: ExplainClock) -> Result<Explained> {
    cx.because(&request.reason)?;
    if cx.db.clock_doubt()?.is_some() {
        cx.db.explain_clock()?;
    }
    Ok(Explained {})
}
