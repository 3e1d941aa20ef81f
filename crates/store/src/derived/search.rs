//! `search`: the words of cases in FTS5. The index follows with the save of a case. Where it cannot, or where words changed that
//! are not the case's own, the case is marked: it is indexed after the commit or with the next command, and a search looks at
//! marked cases itself. An index that is damaged keeps nobody from work.
//!
//! The index keeps no text. Both sides are brought to NFKC here and folded by [`kesu_domain::derive::fold`], which sets
//! every Han character by itself: so words of any length are found, and a phrase is a word.

use crate::case::plain;
use crate::door::{Read, Write};
use crate::error::{Error, Result};
use crate::record::Record;
use kesu_domain::case::Case;
use kesu_domain::derive::{fold, search_text, spelled_from_each};
use kesu_domain::id::{CaseId, CustomerId};
use kesu_domain::master::{Customer, Product};
use kesu_domain::section::{Complaint, Kind};
use kesu_domain::text::Names;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use unicode_normalization::UnicodeNormalization;

/// From so many hits on, the list is walked and each row asked, rather than all hits sorted.
const FEW: usize = 2000;
/// Marked cases that a search looks at itself. There are more only while everything is made again.
const MARKED: usize = 1000;
/// Cases that are indexed in one transaction after a commit.
const BATCH: usize = 200;

/// What a search found.
pub(super) enum Hits {
    /// Nothing was asked.
    All,
    /// These cases, as a JSON list.
    Few(String),
    /// More than are worth listing: the question to the index, and the marked cases that fit, as a JSON list.
    Many { found: String, beside: String },
}

impl Read<'_> {
    pub(super) fn hits(&self, words: &str) -> Result<Hits> {
        if words.trim().is_empty() {
            return Ok(Hits::All);
        }
        let Some(question) = question(words) else { return Ok(Hits::Few("[]".into())) };
        let marked = marked_hits(self.db, &question)?;
        let sql = "SELECT rowid FROM search WHERE search MATCH ?1
                   AND rowid NOT IN (SELECT case_id FROM search_mark) LIMIT ?2";
        let mut query = self.db.prepare_cached(sql)?;
        let found = query.query_map(params![question, FEW as i64], |row| row.get(0))?;
        let mut found: Vec<i64> = found.collect::<rusqlite::Result<_>>()?;
        let many = found.len() == FEW;
        if many {
            return Ok(Hits::Many { found: question, beside: list(&marked)? });
        }
        found.extend(marked);
        Ok(Hits::Few(list(&found)?))
    }
}

/// A condition: the case is among those that the index finds, or one of the marked ones beside.
pub(super) fn among(case: &str, found: &str, beside: &str) -> String {
    format!(
        "({case} IN (SELECT rowid FROM search WHERE search MATCH {found}
            AND rowid NOT IN (SELECT case_id FROM search_mark))
          OR {case} IN (SELECT value FROM json_each({beside})))"
    )
}

/// The question to the index: each word a phrase, all of them together; a Latin word or a number may go on. `None` when
/// there is nothing in it that a text could hold.
fn question(words: &str) -> Option<String> {
    let mut phrases = vec![];
    for word in words.split_whitespace() {
        let folded = folded(word);
        let tokens: Vec<&str> =
            folded.split(|c: char| !c.is_alphanumeric()).filter(|token| !token.is_empty()).collect();
        let Some(last) = tokens.last() else { continue };
        // What is no Han character folds to itself.
        let open = if fold(last) == **last { "*" } else { "" };
        phrases.push(format!("\"{}\"{open}", tokens.join(" ")));
    }
    (!phrases.is_empty()).then(|| phrases.join(" AND "))
}

fn folded(text: &str) -> String {
    fold(&text.nfkc().collect::<String>())
}

fn list(cases: &[i64]) -> Result<String> {
    serde_json::to_string(cases).map_err(|cause| Error::Body { kind: "hits", cause })
}

/// Marked cases that fit. They are indexed in memory by the same tokenizer, so that a case is found or not, never both.
fn marked_hits(db: &Connection, question: &str) -> Result<Vec<i64>> {
    let marked = marked(db, MARKED)?;
    if marked.is_empty() {
        return Ok(vec![]);
    }
    let memory = Connection::open_in_memory()?;
    memory.execute_batch("CREATE VIRTUAL TABLE search USING fts5(words, content='', tokenize='unicode61')")?;
    let mut insert = memory.prepare("INSERT INTO search(rowid, words) VALUES(?1, ?2)")?;
    for id in marked {
        if let Some(loaded) = plain(db, id)? {
            insert.execute(params![id.0, folded(&words_of(db, &loaded.case)?)])?;
        }
    }
    let mut query = memory.prepare("SELECT rowid FROM search WHERE search MATCH ?1")?;
    let found = query.query_map([question], |row| row.get(0))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// The words of a case, and the names of whom and what it is about: as written, as coded, as spelled.
fn words_of(db: &Connection, case: &Case) -> Result<String> {
    let mut words = search_text(case);
    let Some(complaint) = case.section(Kind::Complaint).and_then(|row| <&Complaint>::try_from(&row.section).ok())
    else {
        return Ok(words);
    };
    if let Some(customer) = complaint.customer.map(|id| master::<Customer>(db, id.0)).transpose()?.flatten() {
        add(&mut words, &customer.code, &customer.name);
    }
    for product in complaint.lines.iter().filter_map(|line| line.product) {
        if let Some(product) = master::<Product>(db, product.0)? {
            add(&mut words, &product.code, &product.name);
        }
    }
    Ok(words)
}

fn add(words: &mut String, code: &str, name: &Names) {
    words.extend(["\n", code, "\n", &name.zh, "\n", &name.en, "\n", &spelled_from_each(&name.zh)]);
}

fn master<T: Record>(db: &Connection, id: i64) -> Result<Option<T>> {
    let sql = format!("SELECT body FROM {} WHERE id = ?1", T::TABLE.name());
    let body: Option<String> = db.prepare_cached(&sql)?.query_row([id], |row| row.get(0)).optional()?;
    let read = |body: String| serde_json::from_str(&body).map_err(|cause| Error::Body { kind: T::TABLE.name(), cause });
    body.map(read).transpose()
}

impl Write<'_> {
    /// A customer is called otherwise: the index of every case of theirs follows.
    ///
    /// # Errors
    /// The disk.
    pub fn search_follows(&mut self, customer: CustomerId) -> Result<()> {
        let sql = "INSERT OR IGNORE INTO search_mark(case_id) SELECT case_id FROM register WHERE customer = ?1";
        self.db.prepare_cached(sql)?.execute([customer.0])?;
        Ok(())
    }
}

/// The index of this case has to follow.
fn mark(db: &Connection, case: CaseId) -> Result<()> {
    db.prepare_cached("INSERT OR IGNORE INTO search_mark(case_id) VALUES(?1)")?.execute([case.0])?;
    Ok(())
}

/// What the index is to hold of a case.
#[derive(Debug)]
pub(crate) struct Words {
    case: CaseId,
    text: String,
}

/// The words of a case as it is saved, so that the index need not read it again.
pub(crate) fn words(db: &Connection, id: CaseId, case: &Case) -> Result<Words> {
    Ok(Words { case: id, text: folded(&words_of(db, case)?) })
}

/// Indexes a case, and takes its mark away.
pub(super) fn index(db: &Connection, id: CaseId, case: &Case) -> Result<()> {
    put(db, &words(db, id, case)?)
}

fn put(db: &Connection, words: &Words) -> Result<()> {
    let row = params![words.case.0, words.text];
    db.prepare_cached("INSERT OR REPLACE INTO search(rowid, words) VALUES(?1, ?2)")?.execute(row)?;
    unmark(db, words.case)
}

fn unmark(db: &Connection, id: CaseId) -> Result<()> {
    db.prepare_cached("DELETE FROM search_mark WHERE case_id = ?1")?.execute([id.0])?;
    Ok(())
}

/// Indexes what a command has saved, in its own transaction, and says whether cases are marked. What the index refuses is.
///
/// # Errors
/// The transaction is lost: the disk is full, or fails.
pub(crate) fn index_saved(db: &Connection, saved: &[Words]) -> Result<bool> {
    if !saved.is_empty() {
        db.execute_batch("SAVEPOINT words")?;
        // FTS5 writes what it has gathered when a savepoint begins: what is wrong with the index shows here, and not in
        // the commit.
        let put = saved.iter().try_for_each(|words| put(db, words));
        let put = put.and_then(|()| Ok(db.execute_batch("SAVEPOINT written; RELEASE written")?));
        match put {
            Ok(()) => {}
            Err(cause) if db.is_autocommit() => return Err(cause),
            Err(_) => {
                db.execute_batch("ROLLBACK TO words")?;
                saved.iter().try_for_each(|words| mark(db, words.case))?;
            }
        }
        db.execute_batch("RELEASE words")?;
    }
    Ok(!marked(db, 1)?.is_empty())
}

/// Indexes marked cases after a commit. It need not be on the disk: while the index is not there, neither is the mark gone.
pub(crate) fn index_marked(db: &mut Connection) -> Result<()> {
    db.pragma_update(None, "synchronous", "NORMAL")?;
    let done = index_batch(db);
    db.pragma_update(None, "synchronous", "FULL")?;
    done
}

fn index_batch(db: &mut Connection) -> Result<()> {
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for id in marked(&tx, BATCH)? {
        match plain(&tx, id)? {
            Some(loaded) => index(&tx, id, &loaded.case)?,
            None => unmark(&tx, id)?,
        }
    }
    Ok(tx.commit()?)
}

fn marked(db: &Connection, limit: usize) -> Result<Vec<CaseId>> {
    let mut query = db.prepare_cached("SELECT case_id FROM search_mark ORDER BY case_id DESC LIMIT ?1")?;
    let found = query.query_map([limit as i64], |row| row.get(0).map(CaseId))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Empties the index and marks every case.
pub(super) fn begin_anew(db: &Connection) -> Result<()> {
    db.execute_batch(
        "INSERT INTO search(search) VALUES('delete-all');
         DELETE FROM search_mark; INSERT INTO search_mark(case_id) SELECT id FROM cases;",
    )?;
    Ok(())
}

/// After an erasure: words that no case has any more leave the index too, and not only when it is merged some day.
pub(crate) fn forget_words(db: &Connection) -> Result<()> {
    db.execute_batch("INSERT INTO search(search) VALUES('optimize')")?;
    Ok(())
}

/// Is the case indexed, or marked to be? A contentless index keeps no text to compare; which cases it holds stands beside it.
pub(crate) fn is_indexed(db: &Connection, id: CaseId) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM search_docsize WHERE id = ?1)
                   OR EXISTS (SELECT 1 FROM search_mark WHERE case_id = ?1)";
    Ok(db.prepare_cached(sql)?.query_row([id.0], |row| row.get(0))?)
}
