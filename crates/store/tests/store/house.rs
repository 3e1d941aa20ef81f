//! A data folder for tests: a still clock, randomness from a sequence, and a body for every table.

use kesu_domain::id::AccountId;
use kesu_domain::people::FileDigest;
use kesu_domain::time::Stamp;
use kesu_store::door::{Command, Random, Write};
use kesu_store::error::{Error, Result};
use kesu_store::folder::Folder;
use kesu_store::record::{Kept, Record, Rev};
use kesu_store::schema::Table;
use kesu_store::verify::{Break, Scope};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use tempfile::TempDir;

pub(crate) const ID: &str = "0198c0de-0000-7000-8000-000000000001";

/// A folder that is gone with the test.
pub(crate) struct House {
    pub(crate) folder: Folder,
    pub(crate) dir: TempDir,
}

pub(crate) fn house() -> House {
    let dir = tempfile::tempdir().unwrap();
    let folder = Folder::create(&dir.path().join("data"), ID, command("init"), random(1)).unwrap();
    House { folder, dir }
}

pub(crate) fn open(path: &Path) -> Folder {
    Folder::open(path, random(2)).unwrap()
}

impl House {
    pub(crate) fn write<T>(&self, f: impl FnOnce(&mut Write) -> Result<T>) -> T {
        self.folder.write(command("test"), f).unwrap()
    }
    pub(crate) fn add(&self, table: Table, n: i64) -> i64 {
        self.write(|w| add(w, table, &body(table, n)))
    }
    /// A file with these words, kept and claimed.
    pub(crate) fn claim(&self, words: &str) -> FileDigest {
        let stored = self.folder.keep_file(at(0), 1 << 20, &mut words.as_bytes()).unwrap();
        let row = json!({ "sha256": stored.digest.as_str(), "name": words });
        self.write(|w| add(w, Table::File, &row));
        stored.digest
    }
    /// A connection of one's own: what somebody with a database tool has.
    pub(crate) fn raw(&self) -> Connection {
        raw(self.folder.dir())
    }
    pub(crate) fn breaks(&self) -> Vec<Break> {
        breaks(&self.folder)
    }
}

pub(crate) fn raw(dir: &Path) -> Connection {
    let db = Connection::open(dir.join("kesu.db")).unwrap();
    db.pragma_update(None, "recursive_triggers", true).unwrap();
    db
}

pub(crate) fn breaks(folder: &Folder) -> Vec<Break> {
    let mut found = vec![];
    let report = folder.verify(Scope::Full, &mut |one| found.push(one)).unwrap();
    assert_eq!(report.breaks, found.len() as u64);
    found
}

/// So many minutes after the beginning.
pub(crate) fn at(minutes: i64) -> Stamp {
    "2026-11-22T05:00:00.000Z".parse::<Stamp>().unwrap().plus_millis(minutes * 60_000)
}

pub(crate) fn command(action: &'static str) -> Command {
    Command {
        actor: Some(AccountId(1)),
        now: at(0),
        action,
        reason: String::new(),
        request: None,
        zone: "+08:00".into(),
        machine: "still".into(),
    }
}

/// Bytes from a seed: the same ones each time.
pub(crate) fn random(seed: u64) -> Box<Random> {
    let drawn = AtomicU64::new(seed << 32);
    Box::new(move |bytes| {
        for byte in bytes {
            *byte = Dice(drawn.fetch_add(1, Ordering::SeqCst)).roll(256) as u8;
        }
    })
}

/// Numbers from a seed (splitmix64).
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// A number below `sides`.
    pub(crate) fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % sides
    }
    pub(crate) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.roll(from.len() as u64) as usize]
    }
}

/// A body with every generated column of every table, unlike that of another `n`.
pub(crate) fn body(table: Table, n: i64) -> Value {
    let mut body = json!({
        "number": format!("KS-{n:04}"), "plant": n, "procedure": 1, "state": "open", "kind": "sample", "slot": "",
        "round": n, "task": "triage", "code": format!("C{n}"), "form": "F-3", "login": format!("user{n}"), "account": 1,
        "fingerprint": format!("fp{n}"), "role": "qe", "customer": 1, "version": "A", "year": 2026, "name": format!("name{n}"),
        "document": format!("D{n}"), "file": format!("{n:064x}"), "words": "焊缝处两个月内生锈",
    });
    let of_case = [Table::Section, Table::Task, Table::Record, Table::Signature, Table::Issued];
    if of_case.contains(&table) {
        body["case"] = json!(n % 3 + 1);
    }
    body
}

macro_rules! any { ($($Name:ident),*) => {
    pub(crate) mod bodies {
        use super::*;
        $(
            #[derive(Debug, Clone, Serialize, Deserialize)]
            #[serde(transparent)]
            pub(crate) struct $Name(pub(crate) Value);
            impl kesu_store::record::Record for $Name {
                const TABLE: Table = Table::$Name;
                type Id = i64;
            }
        )*
    }
    /// Adds a row to any table.
    pub(crate) fn add(w: &mut Write, table: Table, body: &Value) -> Result<i64> {
        match table { $( Table::$Name => w.add(&bodies::$Name(body.clone())), )* }
    }
    /// Writes a row of any table anew.
    pub(crate) fn put(w: &mut Write, table: Table, id: i64, rev: i64, body: &Value) -> Result<Rev> {
        match table { $( Table::$Name => w.put(id, Rev(rev), &bodies::$Name(body.clone())), )* }
    }
} }

any!(
    Cases, Section, Task, Record, Signature, Issued, File, Account, Key, Post, Plant, Department, Customer, Person,
    Product, Procedure, Document, Calendar, Setting
);

pub(crate) use bodies::{Key, Person, Setting};

/// One row of a table whose type the test knows.
pub(crate) fn get<T: Record<Id = i64>>(folder: &Folder, id: i64) -> Kept<T> {
    folder.read(None, at(0), |r| r.get::<T>(id)).unwrap()
}

/// What went wrong, by its code.
pub(crate) fn code<T: std::fmt::Debug>(result: std::result::Result<T, Error>) -> &'static str {
    result.unwrap_err().code()
}
