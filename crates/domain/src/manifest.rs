//! The manifest: the text that a signature is over (model § 9). Plain lines, so that a person can read what was signed.
//!
//! It names the task row that it is for, so that no text is a signature of two; and on paper the issue that was signed.
//! Must never know: keys, and how a digest is made. It names rows, files and a head by their digests in hex.

use crate::case::{Body, Case, SectionRow, TaskKey};
use crate::path::Target;
use crate::people::FileDigest;
use crate::section::{Kind, Nature};
use std::fmt::Write as _;

/// First line of every manifest of this shape.
const TAG: &str = "kesu-manifest-2";

/// What is signed, or issued: rows and files by digest, and where the journal stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// UUID of the data folder.
    pub folder: String,
    /// 案件编号
    pub case: String,
    /// The form on which it stands, e.g. `F-3`; empty for a signature on the screen.
    pub form: String,
    /// Version of that form, e.g. `A/0`.
    pub version: String,
    /// Languages on it: `zh`, `en`, `both`.
    pub language: String,
    /// Number and version of the procedure, e.g. `P-KS A/0`.
    pub procedure: String,
    /// The task row that is signed. Of a form: no task, no slot, and the round of the case.
    pub task: TaskKey,
    /// The issue on which it was signed by hand.
    pub issue: Option<ManifestIssue>,
    /// The rows, in the order of the case.
    pub rows: Vec<ManifestRow>,
    /// The files that those rows use.
    pub files: Vec<FileDigest>,
    /// Head of the journal at that moment: `seq-hash`.
    pub head: String,
}

/// An issued form, as what was signed by hand on it cites it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ManifestIssue {
    /// Its check code.
    pub code: String,
    /// Its content digest, hex.
    pub content: String,
}

/// One row: a section or a side record, in the revision that was shown.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ManifestRow {
    /// Kind of section or record.
    pub kind: String,
    /// Slot of a section; the id of a record.
    pub slot: String,
    /// Round of a section; 0 for a record.
    pub round: u32,
    /// Revision.
    pub rev: i64,
    /// Digest of its entry in the journal, hex.
    pub digest: String,
}

impl Manifest {
    /// The text. Values hold no line break; where one does, it is written as a space.
    pub fn text(&self) -> String {
        let mut out = format!("{TAG}\n");
        let heads = [
            ("folder", &self.folder),
            ("case", &self.case),
            ("form", &self.form),
            ("version", &self.version),
            ("language", &self.language),
            ("procedure", &self.procedure),
        ];
        for (name, value) in heads {
            let _ = writeln!(out, "{name}\t{}", plain(value));
        }
        let TaskKey { task, slot, round } = &self.task;
        let _ = writeln!(out, "task\t{}\t{}\t{round}", plain(task.as_str()), plain(slot));
        if let Some(issue) = &self.issue {
            let _ = writeln!(out, "issue\t{}\t{}", plain(&issue.code), plain(&issue.content));
        }
        for row in &self.rows {
            let (kind, slot) = (plain(&row.kind), plain(&row.slot));
            let _ = writeln!(out, "row\t{kind}\t{slot}\t{}\t{}\t{}", row.round, row.rev, row.digest);
        }
        for file in &self.files {
            let _ = writeln!(out, "file\t{}", file.as_str());
        }
        let _ = writeln!(out, "head\t{}", self.head);
        out
    }

    /// Reads it back; `None` when it is no manifest.
    pub fn read(text: &str) -> Option<Manifest> {
        let mut lines = text.lines();
        (lines.next()? == TAG).then_some(())?;
        let mut value = |name: &str| Some(lines.next()?.strip_prefix(name)?.strip_prefix('\t')?.to_owned());
        let mut manifest = Manifest {
            folder: value("folder")?,
            case: value("case")?,
            form: value("form")?,
            version: value("version")?,
            language: value("language")?,
            procedure: value("procedure")?,
            task: task(&value("task")?)?,
            issue: None,
            rows: vec![],
            files: vec![],
            head: String::new(),
        };
        for line in lines {
            let cells: Vec<&str> = line.split('\t').collect();
            match cells.as_slice() {
                ["issue", code, content] => {
                    manifest.issue = Some(ManifestIssue { code: (*code).to_owned(), content: (*content).to_owned() });
                }
                ["row", kind, slot, round, rev, digest] => manifest.rows.push(ManifestRow {
                    kind: (*kind).to_owned(),
                    slot: (*slot).to_owned(),
                    round: round.parse().ok()?,
                    rev: rev.parse().ok()?,
                    digest: (*digest).to_owned(),
                }),
                ["file", digest] => manifest.files.push(FileDigest::new(digest)?),
                ["head", head] => (*head).clone_into(&mut manifest.head),
                _ => return None,
            }
        }
        (!manifest.head.is_empty()).then_some(manifest)
    }
}

/// The rows of these targets that count in a case: of work the newest round, of decisions each answer of the last round in
/// which its task was answered, of records all.
pub fn covered<'a>(case: &'a Case, targets: &[Target]) -> Vec<Body<'a>> {
    let of = |target: &Target| -> Vec<Body<'a>> {
        match target {
            Target::Section(kind) => match kind.nature() {
                Nature::Work => case.section(*kind).map(Body::Section).into_iter().collect(),
                Nature::Decision => decisions(case, *kind).into_iter().map(Body::Section).collect(),
            },
            Target::Record(kind) => case.records_of(*kind).map(Body::Record).collect(),
        }
    };
    targets.iter().flat_map(of).collect()
}

fn decisions(case: &Case, kind: Kind) -> Vec<&SectionRow> {
    let task = |row: &SectionRow| row.slot.find('/').unwrap_or(row.slot.len());
    let all: Vec<(&str, &SectionRow)> = case
        .sections
        .iter()
        .filter(|row| row.section.kind() == kind)
        .map(|row| (&row.slot[..task(row)], row))
        .collect();
    let is_over = |of: &str, row: &SectionRow| all.iter().any(|(other, later)| later.round > row.round && *other == of);
    all.iter().filter(|(of, row)| !is_over(of, row)).map(|(_, row)| *row).collect()
}

fn task(cells: &str) -> Option<TaskKey> {
    let mut cells = cells.split('\t');
    let (task, slot, round) = (cells.next()?, cells.next()?, cells.next()?);
    cells.next().is_none().then_some(())?;
    Some(TaskKey { task: task.into(), slot: slot.to_owned(), round: round.parse().ok()? })
}

fn plain(value: &str) -> String {
    value.replace(['\t', '\n', '\r'], " ")
}
