//! The files that a case uses, found by the field registry: a new field that holds files is looked at like all others.

use crate::case::{Case, Extra, Hand};
use crate::fields::{FieldInfo, FieldType};
use crate::people::FileDigest;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeSet;

/// In its sections and records of every round, in the procedure's own fields, and the scans of its signatures on paper.
pub fn files(c: &Case) -> BTreeSet<FileDigest> {
    let mut out = BTreeSet::new();
    for row in &c.sections {
        gather(row.section.kind().fields(), &row.section, &mut out);
    }
    for row in &c.records {
        gather(row.record.kind().fields(), &row.record, &mut out);
    }
    let extras = c.sections.iter().map(|row| &row.extra).chain(c.records.iter().map(|row| &row.extra));
    for answer in extras.flat_map(|extra| extra.values()) {
        if let Extra::File(file) = answer {
            out.insert(file.clone());
        }
    }
    out.extend(c.head.stopped.iter().flat_map(|stopped| &stopped.files).cloned());
    for hand in c.tasks.iter().filter_map(|row| row.hand.as_ref()) {
        match hand {
            Hand::Behalf { files, .. } => out.extend(files.iter().cloned()),
            Hand::Paper { scan, .. } => out.extend([scan.clone()]),
        }
    }
    out
}

/// Most kinds hold no files, and are not written out for it.
fn gather(fields: &[FieldInfo], body: &impl Serialize, out: &mut BTreeSet<FileDigest>) {
    if fields.iter().any(|field| holds_files(field.is)) {
        let body = serde_json::to_value(body).unwrap_or_default();
        walk(fields, &body["body"], out);
    }
}

fn holds_files(of: FieldType) -> bool {
    match of {
        FieldType::File | FieldType::List(FieldType::File) => true,
        FieldType::Lines(inner) => inner.iter().any(|field| holds_files(field.is)),
        _ => false,
    }
}

fn walk(fields: &[FieldInfo], body: &Value, out: &mut BTreeSet<FileDigest>) {
    for field in fields.iter().filter(|field| holds_files(field.is)) {
        let value = &body[field.name];
        match field.is {
            FieldType::Lines(inner) => value.as_array().into_iter().flatten().for_each(|line| walk(inner, line, out)),
            _ => {
                let all = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
                out.extend(all.iter().filter_map(Value::as_str).filter_map(FileDigest::new));
            }
        }
    }
}
