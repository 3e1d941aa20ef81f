//! Sign-off boxes, and what stands in them: signed here, signed on paper, void, or free for ink.

use super::book::Book;
use kesu_domain::case::TaskKey;
use kesu_domain::manifest::Manifest;
use kesu_domain::master::{Signature, Signer};
use kesu_domain::procedure::{FormBox, FormUse};
use kesu_domain::text::Lang;
use kesu_domain::words;
use kesu_forms::view::{SignBox, SignState, Words};
use kesu_store::record::Kept;

/// The boxes of a form, in the order in which the procedure lists them.
pub(crate) fn boxes(book: &Book, used: &FormUse) -> Vec<SignBox> {
    used.boxes.iter().map(|one| sign_box(book, one)).collect()
}

/// The signatures that stand in the boxes of a form: id and digest, for its content digest.
pub(crate) fn shown(book: &Book, used: &FormUse) -> Vec<(i64, String)> {
    let found = used.boxes.iter().filter_map(|one| latest(book, one));
    found.map(|kept| (kept.id.0, kept.body.digest.clone())).collect()
}

fn sign_box(book: &Book, one: &FormBox) -> SignBox {
    let role = Words { text: one.zh.clone(), en: (!one.en.is_empty()).then(|| one.en.clone()) };
    let signs = one.tasks.iter().find_map(|task| book.open.procedure.task(task)?.signs.as_ref());
    let found = latest(book, one);
    let meaning = found.map(|kept| kept.body.meaning).or(signs.map(|signs| signs.meaning));
    let meaning = meaning.map(|meaning| Words {
        text: words::meaning(Lang::Zh, meaning).to_owned(),
        en: Some(words::meaning(Lang::En, meaning).to_owned()),
    });
    SignBox {
        role,
        meaning: meaning.unwrap_or_default(),
        state: found.map(|kept| state(book, &kept.body)).unwrap_or_default(),
    }
}

/// The latest signature of one of the tasks that counts. Whoever was asked to sign beside the holder (加签) stands in no box
/// of the form: the case shows who it was.
fn latest<'a>(book: &Book<'a>, one: &FormBox) -> Option<&'a Kept<Signature>> {
    let counts = |kept: &&Kept<Signature>| {
        let row = book.case().task(&key(&kept.body));
        one.tasks.contains(&kept.body.task) && row.is_some_and(|row| row.is_own() && row.counts(kept.body.at))
    };
    book.open.file.signatures.iter().rfind(counts)
}

fn key(signature: &Signature) -> TaskKey {
    TaskKey { task: signature.task.clone(), slot: signature.slot.clone(), round: signature.round }
}

fn state(book: &Book, signature: &Signature) -> SignState {
    let row = book.case().task(&key(signature));
    let name = match &signature.by {
        Signer::Key { account, .. } => book.account(*account),
        Signer::Outside { name, .. } => name.clone(),
    };
    let short = match &signature.by {
        Signer::Key { key, .. } => book.key(*key),
        Signer::Outside { scan, .. } => scan.as_str().chars().take(8).collect(),
    };
    if row.is_some_and(|row| book.case().is_void(row)) {
        let (signed, present) = revisions(book, signature);
        return SignState::Voided { name, at: book.second(signature.at), key: short, signed, present };
    }
    match &signature.by {
        Signer::Key { account: _, key: _, bytes: _ } => {
            SignState::Electronic { name, substitute: false, at: book.second(signature.at), key: short, drawn: None }
        }
        Signer::Outside { name: _, of: _, on, scan, witness } => SignState::Scanned {
            name,
            on_paper: on.to_string(),
            recorded_by: book.account(*witness),
            scanned_at: book.minute(signature.at),
            annex: annex(book, scan.as_str()),
            digest: short,
        },
    }
}

/// Which annex holds the scan: its place among the files of the case.
fn annex(book: &Book, scan: &str) -> String {
    let at = book.files.iter().position(|file| file.sha256.as_str() == scan);
    at.map(|at| (at + 1).to_string()).unwrap_or_default()
}

/// The revision that was signed and the present one, of the first row that differs; a row that was added had none.
fn revisions(book: &Book, signature: &Signature) -> (String, String) {
    let signed = Manifest::read(&signature.manifest).map(|manifest| manifest.rows).unwrap_or_default();
    let task = book.open.procedure.task(&signature.task);
    let now = task.map(|task| crate::manifest::rows_of_task(book.open, task, &key(signature))).unwrap_or_default();
    let changed = signed.iter().find_map(|old| {
        let same = now.iter().find(|row| row.kind == old.kind && row.slot == old.slot)?;
        (same.digest != old.digest).then_some((old.rev, same.rev))
    });
    if let Some((old, new)) = changed {
        return (format!("r{old}"), format!("r{new}"));
    }
    // Nothing was rewritten: something was added to what is covered.
    let covered = task.map(|task| crate::manifest::rows_covered(book.open, task, &key(signature))).unwrap_or_default();
    let added = covered.iter().find(|row| !signed.contains(row));
    added.map(|row| ("–".to_owned(), format!("r{}", row.rev))).unwrap_or_default()
}
