//! Printed forms (design § 10): an issued form is a record; printing it again gives the same bytes.

use crate::door::{Desk, Reading, Writing};
use crate::error::{ApiError, Field, Result};
use crate::form::{self, CaseBook};
use crate::manifest::{of_form, rows};
use crate::open::Open;
use crate::permission::Permission;
use kesu_domain::derive;
use kesu_domain::id::{AccountId, CaseId, IssuedId};
use kesu_domain::manifest::Manifest;
use kesu_domain::master::{Account, File, Issued};
use kesu_domain::people::FileDigest;
use kesu_domain::procedure::FormUse;
use kesu_domain::time::{Date, Stamp};
use kesu_forms::view::{FormLang, Head, Issue, Lack, Plant, Printed, Sheet, State, Untranslated, Words};
use kesu_store::journal;
use kesu_store::record::Kept;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which form of which case.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct IssueForm {
    case: CaseId,
    /// e.g. `F-3`
    form: String,
    language: FormLanguage,
    /// Print it although some words are not there in a language of the form: on a form of the house they are printed as
    /// they were typed, on a customer's form their place stays empty.
    #[serde(default)]
    accept_gaps: bool,
}

/// The languages of the labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FormLanguage {
    /// 中文
    Zh,
    /// English
    En,
    /// 中文, and English below it
    Both,
}

impl FormLanguage {
    /// The language of that word.
    pub(crate) fn named(word: &str) -> Option<FormLanguage> {
        [FormLanguage::Zh, FormLanguage::En, FormLanguage::Both].into_iter().find(|one| one.word() == word)
    }
    fn word(self) -> &'static str {
        match self {
            FormLanguage::Zh => "zh",
            FormLanguage::En => "en",
            FormLanguage::Both => "both",
        }
    }
    pub(crate) fn of_form(self) -> FormLang {
        match self {
            FormLanguage::Zh => FormLang::Zh,
            FormLanguage::En => FormLang::En,
            FormLanguage::Both => FormLang::Both,
        }
    }
}

/// An issued form. Its bytes travel beside the list, by its check code.
#[derive(Debug, Serialize, TS)]
pub struct IssuedView {
    id: IssuedId,
    /// Check code, as printed.
    code: String,
    case: CaseId,
    form: String,
    /// Form number and version as printed.
    number: String,
    version: String,
    language: String,
    /// Which issue of this form, from 1.
    issue: u32,
    /// Content digest.
    content: String,
    /// Head of the case when it was issued.
    head: String,
    file: FileDigest,
    at: Stamp,
    by: AccountId,
    /// What it shows has changed since.
    outdated: bool,
    /// What is not there in a language of the form.
    gaps: Vec<Gap>,
}

/// Words that lack a language of the form.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Gap {
    /// The label beside them.
    place: String,
    /// As they were typed; empty where nothing was.
    text: String,
    /// What is wrong with them: `not_in_language`, `not_told`, `han_in_english`.
    wrong: String,
}

/// A form that was drawn, before it is a record.
pub(crate) struct Ready {
    /// It was issued already, and nothing has changed.
    known: Option<Kept<Issued>>,
    body: Issued,
    bytes: i64,
    gaps: Vec<Gap>,
}

/// Draws the form, unless the same one was issued already.
pub(crate) fn draw(desk: &Desk, request: &IssueForm) -> Result<Ready> {
    let seat = desk.seat.ok_or(ApiError::Forbidden { needs: Permission::SignedIn })?;
    let app = desk.app;
    app.folder.read(Some(seat.account), app.machine.now(), |db| {
        let cx = Reading { db, seat, app };
        let open = cx.open(request.case)?;
        let (form, used) = form::find(&open, &request.form)?;
        let book = CaseBook::of(&cx, &open)?;
        let signatures = form::shown(&book, used);
        let before = issues(&cx, request.case, &request.form)?;
        let language = request.language.word();
        let same = before.iter().rev().find(|kept| kept.body.language == language);
        if let Some(known) = same.filter(|kept| is_same(&cx, &open, form.shows, kept, &signatures)) {
            return Ok(Ready { body: known.body.clone(), known: Some(known.clone()), bytes: 0, gaps: vec![] });
        }
        let head = cx.db.head_of(request.case)?;
        let on = (form.id, used.version.as_str(), language);
        let text = of_form(app.folder_id(), &open, on, rows(&open, form.shows), &head.to_string()).text();
        let content = kesu_keys::content_digest(&text, &signatures);
        let issue = u32::try_from(before.len() + 1).map_err(ApiError::internal)?;
        let sheet = sheet(&cx, &book, used, request.language, issue, &content, &head)?;
        let drawn = (form.draw)(&book, used, &sheet).map_err(|cause| refused(&cause))?;
        let gaps: Vec<Gap> = drawn.untranslated.iter().map(gap).collect();
        if !gaps.is_empty() && !request.accept_gaps {
            let fields = gaps.iter().map(|gap| Field {
                field: gap.place.clone(),
                wrong: gap.wrong.clone(),
                detail: gap.text.clone(),
            });
            return Err(ApiError::Invalid { fields: fields.collect() });
        }
        let stored = app.folder.keep_file(cx.now(), u64::MAX, &mut drawn.bytes.as_slice())?;
        let body = Issued {
            code: kesu_keys::check_code(&content),
            case: request.case,
            form: form.id.to_owned(),
            number: used.number.clone(),
            version: used.version.clone(),
            language: language.to_owned(),
            issue,
            manifest: text,
            content,
            head: head.to_string(),
            file: stored.digest,
            at: cx.now(),
            by: seat.account,
        };
        Ok(Ready { known: None, body, bytes: i64::try_from(stored.bytes).map_err(ApiError::internal)?, gaps })
    })
}

/// The form as it would print now, marked as a draft; nothing is kept. What the font lacks is drawn as 〓.
pub(crate) fn preview(cx: &Reading, case: CaseId, form: &str, language: FormLanguage) -> Result<(String, Vec<u8>)> {
    let open = cx.open(case)?;
    let (form, used) = form::find(&open, form)?;
    let book = CaseBook::of(cx, &open)?;
    let head = cx.db.head_of(case)?;
    let on = (form.id, used.version.as_str(), language.word());
    let text = of_form(cx.app.folder_id(), &open, on, rows(&open, form.shows), &head.to_string()).text();
    let content = kesu_keys::content_digest(&text, &form::shown(&book, used));
    let issued = sheet(cx, &book, used, language, 1, &content, &head)?;
    let drawn = (form.draw)(&book, used, &Sheet { state: State::Draft, ..issued }).map_err(|cause| refused(&cause))?;
    Ok((format!("{} {}.pdf", open.case().head.number, form.id), drawn.bytes))
}

/// Issues the form; the same one again where nothing has changed.
pub(crate) fn form_issue(cx: &mut Writing, request: IssueForm, ready: Ready) -> Result<IssuedView> {
    let open = cx.open(request.case)?;
    if let Some(known) = &ready.known {
        return Ok(view(&open, known, ready.gaps));
    }
    let head = cx.db.head_of(request.case)?;
    if head.to_string() != ready.body.head {
        return Err(ApiError::Conflict { current: head.seq });
    }
    let known = cx.db.find::<File>(&[("sha256", &ready.body.file.as_str())])?;
    if known.is_none() {
        let name = format!("{} {} {}.pdf", open.case().head.number, ready.body.form, ready.body.code);
        let (media_type, case) = ("application/pdf".to_owned(), Some(request.case));
        cx.db.add(&File {
            sha256: ready.body.file.clone(),
            media_type,
            bytes: ready.bytes,
            pixels: None,
            name,
            case,
            also: vec![],
        })?;
    }
    let id = cx.db.add(&ready.body)?;
    let kept = cx.db.get::<Issued>(id)?;
    Ok(view(&open, &kept, ready.gaps))
}

/// Which case.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListForms {
    case: CaseId,
}

/// The forms that were issued, oldest first.
#[derive(Debug, Serialize, TS)]
pub struct IssuedForms {
    forms: Vec<IssuedView>,
}

/// Lists issued forms.
pub(crate) fn form_list(cx: &Reading, request: ListForms) -> Result<IssuedForms> {
    let open = cx.open(request.case)?;
    let all = cx.db.list::<Issued>(&[("case_id", &request.case.0)])?;
    Ok(IssuedForms { forms: all.iter().map(|kept| view(&open, kept, vec![])).collect() })
}

/// The code on a paper.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CheckForm {
    code: String,
}

/// Finds the issue that a paper claims to be.
pub(crate) fn form_check(cx: &Reading, request: CheckForm) -> Result<IssuedView> {
    let code = request.code.trim().to_uppercase();
    let found = cx.db.find::<Issued>(&[("code", &code)])?;
    let kept = found.ok_or_else(|| ApiError::not_found(format!("paper {code}")))?;
    let open = cx.open(kept.body.case).map_err(|_| ApiError::not_found(format!("paper {code}")))?;
    Ok(view(&open, &kept, vec![]))
}

fn issues(cx: &Reading, case: CaseId, form: &str) -> Result<Vec<Kept<Issued>>> {
    Ok(cx.db.list::<Issued>(&[("case_id", &case.0), ("form", &form)])?)
}

/// Nothing that it shows has changed: the same rows, files and signatures, wherever the journal stands.
fn is_same(
    cx: &Reading,
    open: &Open,
    shows: &[kesu_domain::path::Target],
    kept: &Kept<Issued>,
    signatures: &[(i64, String)],
) -> bool {
    let issued = &kept.body;
    let on = (issued.form.as_str(), issued.version.as_str(), issued.language.as_str());
    let text = of_form(cx.app.folder_id(), open, on, rows(open, shows), &issued.head).text();
    text == issued.manifest && kesu_keys::content_digest(&text, signatures) == issued.content
}

fn view(open: &Open, kept: &Kept<Issued>, gaps: Vec<Gap>) -> IssuedView {
    let issued = &kept.body;
    let shows = form::FORMS.iter().find(|form| form.id == issued.form).map_or(&[][..], |form| form.shows);
    let now = rows(open, shows);
    let files: Vec<FileDigest> = derive::files(open.case()).into_iter().collect();
    let shown = Manifest::read(&issued.manifest);
    IssuedView {
        id: kept.id,
        code: issued.code.clone(),
        case: issued.case,
        form: issued.form.clone(),
        number: issued.number.clone(),
        version: issued.version.clone(),
        language: issued.language.clone(),
        issue: issued.issue,
        content: issued.content.clone(),
        head: issued.head.clone(),
        file: issued.file.clone(),
        at: issued.at,
        by: issued.by,
        outdated: shown.is_none_or(|shown| shown.rows != now || shown.files != files),
        gaps,
    }
}

fn gap(untranslated: &Untranslated) -> Gap {
    let wrong = match untranslated.lack {
        Lack::Language => "not_in_language",
        Lack::Words => "not_told",
        Lack::English => "han_in_english",
    };
    Gap { place: untranslated.place.clone(), text: untranslated.text.clone(), wrong: wrong.into() }
}

fn refused(cause: &kesu_forms::FormError) -> ApiError {
    match cause {
        kesu_forms::FormError::MissingCharacters(_) => {
            ApiError::invalid("form", "no_such_characters", cause.to_string())
        }
        kesu_forms::FormError::Picture { .. } => ApiError::invalid("form", "bad_picture", cause.to_string()),
        kesu_forms::FormError::CodeTooLong { .. } | kesu_forms::FormError::TooTall { .. } => {
            ApiError::invalid("form", "does_not_fit", cause.to_string())
        }
        kesu_forms::FormError::Write(_) => ApiError::internal(cause),
    }
}

fn sheet(
    cx: &Reading,
    book: &CaseBook,
    used: &FormUse,
    language: FormLanguage,
    issue: u32,
    content: &str,
    head: &journal::Head,
) -> Result<Sheet> {
    let digest = content.parse::<journal::Hash>().map_err(ApiError::internal)?.0;
    let unit = &book.plant.unit;
    let by = cx.db.get::<Account>(cx.seat.account)?.body.name;
    Ok(Sheet {
        lang: language.of_form(),
        plant: Plant {
            name: Words::from(&book.plant.name),
            unit: (!unit.zh.is_empty() || !unit.en.is_empty()).then(|| Words::from(unit)),
            logo: book.logo.clone(),
        },
        form_no: used.number.clone(),
        version: used.version.clone(),
        unmarked: used.unmarked,
        state: State::Issued(Issue {
            number: format!("r{issue}"),
            code: kesu_keys::check_code(content),
            digest,
            head: Some(Head { seq: head.seq, hash: head.hash.0 }),
        }),
        retention: retention(book, used),
        printed: Printed {
            at: cx.now(),
            local: book.second(cx.now()),
            by: Words::from(by),
            machine: Some(cx.app.machine.name()),
        },
    })
}

/// 保存期限: so many years from 结案.
fn retention(book: &CaseBook, used: &FormUse) -> Words {
    use crate::form::word;
    let years = used.keep_years.to_string();
    let closed = book.case().head.closed_at.map(|at| at.day(book.open.calendar.zone()));
    let until = closed.map(|day| {
        let year = day.year() + i32::from(used.keep_years);
        let (month, number) = (chrono::Datelike::month(&day.0), chrono::Datelike::day(&day.0));
        // 29 February ends on the 28th where there is no other.
        Date::new(year, month, number).or_else(|| Date::new(year, month, 28)).unwrap_or(day)
    });
    match until {
        Some(until) => word("print.keep_until", &[("years", &years), ("date", &until.to_string())]),
        None => word("print.keep_from_close", &[("years", &years)]),
    }
}
