//! Five hundred random edits behind the program's back, each on a copy of one folder: `verify` names the very thing.

use crate::house::{Dice, House, Person, add, body, breaks, house, open, put, raw};
use crate::verify::{seal, without_guards};
use kesu_domain::people::FileDigest;
use kesu_store::erase::Erasure;
use kesu_store::schema::Table;
use kesu_store::verify::Break;
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

const EDITS: u64 = 500;

/// Rows in every table, most with several revisions; an erasure; two files.
fn lived_in() -> (House, Vec<FileDigest>) {
    let house = house();
    let files = vec![house.claim("photo one"), house.claim("photo two")];
    for table in Table::ALL.iter().copied().filter(|table| *table != Table::File) {
        for n in 1..=3 {
            let id = house.add(table, n);
            for rev in 1..n {
                let mut next = body(table, n);
                next["words"] = serde_json::json!(format!("revision {}", rev + 1));
                house.write(|w| put(w, table, id, rev, &next));
            }
        }
    }
    house.write(|w| {
        let seqs = w.earlier::<Person>(3)?;
        w.erase(&Erasure { asked_by: "the person".into(), ground: "PIPL 47".into(), seqs, files: vec![] })
    });
    house.write(|w| add(w, Table::Setting, &body(Table::Setting, 40)));
    (house, files)
}

/// One edit, and the break that must be named for it.
type Edit = fn(&mut Dice, &Connection, &Path, &[FileDigest]) -> Break;

const KINDS: &[(&str, Edit)] = &[
    ("row altered", |dice, db, _, _| {
        let (table, id) = row(dice, db);
        sql(db, &format!("UPDATE {} SET body = json_set(body, '$.words', 'x') WHERE id = {id}", table.name()));
        Break::Row { table, id }
    }),
    ("row altered by one byte", |dice, db, _, _| {
        let (table, id) = row(dice, db);
        sql(db, &format!("UPDATE {} SET body = body || ' ' WHERE id = {id}", table.name()));
        Break::Row { table, id }
    }),
    ("row said to be newer", |dice, db, _, _| {
        let (table, id) = row(dice, db);
        sql(db, &format!("UPDATE {} SET rev = rev + 1 WHERE id = {id}", table.name()));
        Break::Row { table, id }
    }),
    ("row said to be of another entry", |dice, db, _, _| {
        let (table, id) = row(dice, db);
        sql(db, &format!("UPDATE {} SET seq = 1 WHERE id = {id}", table.name()));
        Break::Row { table, id }
    }),
    ("row put back", |dice, db, _, _| {
        // The words of a secret are in no history, and those of the third person were erased.
        let tables: Vec<_> = tables().into_iter().filter(|t| !t.is_secret() && *t != Table::Person).collect();
        let table = *dice.pick(&tables);
        let t = table.name();
        sql(
            db,
            &format!(
                "UPDATE {t} SET rev = 1, (seq, body) = (SELECT seq, c.body FROM journal j JOIN content c USING(seq)
                 WHERE kind = '{t}' AND subject = 3 AND j.rev = 1) WHERE id = 3"
            ),
        );
        Break::RowBehind { table, id: 3, rev: 1, last: 3 }
    }),
    ("row removed", |dice, db, _, _| {
        let (table, id) = row(dice, db);
        sql(db, &format!("DELETE FROM {} WHERE id = {id}", table.name()));
        Break::RowMissing { table, id }
    }),
    ("row added", |dice, db, _, _| {
        let table = *dice.pick(&tables());
        let id = 50 + dice.roll(50) as i64;
        let text = body(table, 1000);
        sql(db, &format!("INSERT INTO {}(id, rev, seq, body) VALUES({id}, 1, 1, '{text}')", table.name()));
        Break::RowAdded { table, id }
    }),
    ("row given another id", |dice, db, _, _| {
        let (table, id) = row(dice, db);
        sql(db, &format!("UPDATE {} SET id = id + 100 WHERE id = {id}", table.name()));
        Break::RowMissing { table, id }
    }),
    ("rows exchanged", |dice, db, _, _| {
        let table = *dice.pick(&tables());
        let t = table.name();
        sql(
            db,
            &format!(
                "UPDATE {t} SET id = 90 WHERE id = 1; UPDATE {t} SET id = 1 WHERE id = 2; UPDATE {t} SET id = 2 WHERE id = 90"
            ),
        );
        Break::RowBehind { table, id: 2, rev: 1, last: 2 }
    }),
    ("entry altered", |dice, db, _, _| {
        let seq = entry(dice, db);
        let what = dice.pick(&[
            "tx = tx + 1",
            "at = '2020-01-01T00:00:00.000Z'",
            "zone = '+00:00'",
            "actor = actor + 1",
            "machine = 'x'",
            "action = 'x'",
            "reason = 'x'",
            "kind = 'x'",
            "subject = subject + 500",
            "rev = rev + 500",
            "case_id = coalesce(case_id, 0) + 1",
            "request = 'x'",
            "request = ''",
            "digest = x'00'",
            "digest = zeroblob(32)",
            "prev = zeroblob(31)",
            "hash = zeroblob(32)",
            "hash = x''",
            "at = CAST(x'ff' AS TEXT)",
            "zone = ''",
        ]);
        sql(db, &format!("UPDATE journal SET {what} WHERE seq = {seq}"));
        Break::Entry { seq }
    }),
    ("entry altered and given its hash", |dice, db, _, _| {
        let seq = entry(dice, db);
        sql(db, &format!("UPDATE journal SET reason = 'x' WHERE seq = {seq}"));
        sql(db, &seal(db, seq));
        Break::Link { seq: seq + 1 }
    }),
    ("entry removed", |dice, db, _, _| {
        let seq = entry(dice, db);
        sql(db, &format!("DELETE FROM journal WHERE seq = {seq}"));
        Break::Gap { from: seq, to: seq }
    }),
    ("entry and its words removed", |dice, db, _, _| {
        let seq = entry(dice, db);
        sql(db, &format!("DELETE FROM journal WHERE seq = {seq}; DELETE FROM content WHERE seq = {seq}"));
        Break::Gap { from: seq, to: seq }
    }),
    ("last entry removed", |_, db, _, _| {
        let seq = last(db);
        sql(db, &format!("DELETE FROM journal WHERE seq = {seq}"));
        Break::WordsAdded { seq }
    }),
    ("last entry and its words removed", |_, db, _, _| {
        let seq = last(db);
        sql(db, &format!("DELETE FROM journal WHERE seq = {seq}; DELETE FROM content WHERE seq = {seq}"));
        Break::RowAdded { table: Table::Setting, id: 4 }
    }),
    ("entry added", |dice, db, _, _| {
        let (seq, from) = (last(db) + 1, entry(dice, db));
        sql(db, &format!(
            "INSERT INTO journal SELECT {seq}, tx, at, zone, actor, machine, action, reason, 'added', subject, rev, case_id, NULL,
             digest, (SELECT hash FROM journal WHERE seq = {seq} - 1), hash FROM journal WHERE seq = {from}"
        ));
        Break::Entry { seq }
    }),
    ("entry added below the first", |dice, db, _, _| {
        let (seq, from) = (-(dice.roll(9) as i64), entry(dice, db));
        sql(db, &format!(
            "INSERT INTO journal SELECT {seq}, tx, at, zone, actor, machine, action, reason, 'added', {seq}, rev, case_id, NULL,
             digest, prev, hash FROM journal WHERE seq = {from}"
        ));
        sql(db, &seal(db, seq));
        Break::Link { seq }
    }),
    ("row added below the first entry", |dice, db, _, _| {
        let (table, id) = (*dice.pick(&tables()), 50 + dice.roll(50) as i64);
        let (text, seq) = (body(table, 1000), -(dice.roll(9) as i64));
        sql(db, &format!("INSERT INTO {}(id, rev, seq, body) VALUES({id}, 1, {seq}, '{text}')", table.name()));
        Break::RowAdded { table, id }
    }),
    ("words added below the first entry", |dice, db, _, _| {
        let seq = -(dice.roll(9) as i64);
        sql(db, &format!("INSERT INTO content VALUES({seq}, x'00', 'x')"));
        Break::WordsAdded { seq }
    }),
    ("words altered", |dice, db, _, _| {
        let seq = words(dice, db);
        sql(db, &format!("UPDATE content SET body = body || ' ' WHERE seq = {seq}"));
        Break::Words { seq }
    }),
    ("salt altered", |dice, db, _, _| {
        let seq = words(dice, db);
        sql(db, &format!("UPDATE content SET salt = x'00' WHERE seq = {seq}"));
        Break::Words { seq }
    }),
    ("words and row altered alike", |dice, db, _, _| {
        let (table, id) = row(dice, db);
        let t = table.name();
        sql(
            db,
            &format!(
                "UPDATE {t} SET body = body || ' ' WHERE id = {id};
             UPDATE content SET body = body || ' ' WHERE seq = (SELECT seq FROM {t} WHERE id = {id})"
            ),
        );
        Break::Row { table, id }
    }),
    ("words removed", |dice, db, _, _| {
        let seq = words(dice, db);
        sql(db, &format!("DELETE FROM content WHERE seq = {seq}"));
        Break::WordsMissing { seq }
    }),
    ("words added past the end", |dice, db, _, _| {
        let seq = last(db) + 1 + dice.roll(9) as i64;
        sql(db, &format!("INSERT INTO content VALUES({seq}, x'00', 'x')"));
        Break::WordsAdded { seq }
    }),
    ("words added to a secret", |dice, db, _, _| {
        let seq = one(dice, db, "SELECT seq FROM journal WHERE kind = 'key'");
        sql(db, &format!("INSERT INTO content VALUES({seq}, x'00', 'x')"));
        Break::WordsAdded { seq }
    }),
    ("erased words put back", |dice, db, _, _| {
        let seq = one(dice, db, "SELECT seq FROM erased");
        sql(db, &format!("INSERT INTO content VALUES({seq}, x'00', 'x')"));
        Break::ErasedThere { seq }
    }),
    ("mark of erasure added", |dice, db, _, _| {
        let seq = words(dice, db);
        sql(db, &format!("INSERT INTO erased SELECT {seq}, max(by_seq) FROM erased"));
        Break::ErasedAdded { seq }
    }),
    ("words removed as if erased", |dice, db, _, _| {
        let seq = words(dice, db);
        sql(
            db,
            &format!("INSERT INTO erased SELECT {seq}, max(by_seq) FROM erased; DELETE FROM content WHERE seq = {seq}"),
        );
        Break::ErasedAdded { seq }
    }),
    ("mark of erasure removed", |dice, db, _, _| {
        let seq = one(dice, db, "SELECT seq FROM erased");
        sql(db, &format!("DELETE FROM erased WHERE seq = {seq}"));
        Break::ErasedMissing { seq }
    }),
    ("mark of erasure altered", |dice, db, _, _| {
        let seq = one(dice, db, "SELECT seq FROM erased");
        sql(db, &format!("UPDATE erased SET by_seq = by_seq - 1 WHERE seq = {seq}"));
        Break::ErasedAdded { seq }
    }),
    ("mark of erasure moved", |dice, db, _, _| {
        let seq = one(dice, db, "SELECT seq FROM erased");
        sql(db, &format!("UPDATE erased SET seq = 9000 WHERE seq = {seq}"));
        Break::ErasedMissing { seq }
    }),
    ("mark of erasure for nothing", |_, db, _, _| {
        sql(db, "INSERT INTO erased VALUES(9000, 1)");
        Break::ErasedAdded { seq: 9000 }
    }),
    ("file altered", |dice, _, dir, files| {
        let (file, path) = file(dice, dir, files);
        let mut bytes = fs::read(&path).unwrap();
        let at = dice.roll(bytes.len() as u64) as usize;
        bytes[at] ^= 1;
        fs::write(path, bytes).unwrap();
        Break::File { file }
    }),
    ("file cut short", |dice, _, dir, files| {
        let (file, path) = file(dice, dir, files);
        fs::write(path, "").unwrap();
        Break::File { file }
    }),
    ("file removed", |dice, _, dir, files| {
        let (file, path) = file(dice, dir, files);
        fs::remove_file(path).unwrap();
        Break::FileMissing { file }
    }),
];

#[test]
fn five_hundred_random_edits_are_named() {
    let (house, files) = lived_in();
    assert_eq!(house.breaks(), []);
    house.raw().query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    let base = house.folder.dir().to_owned();
    let kept = house.dir;
    drop(house.folder);
    let mut done: BTreeMap<&str, u32> = BTreeMap::new();
    for seed in 0..EDITS {
        let mut dice = Dice(seed);
        let copy = kept.path().join("copy");
        copy_dir(&base, &copy);
        let (name, edit) = KINDS[seed as usize % KINDS.len()];
        let expected = {
            let db = raw(&copy);
            edit(&mut dice, &db, &copy, &files)
        };
        let named = breaks(&open(&copy));
        assert!(named.contains(&expected), "seed {seed}, {name}: {expected} is not among {named:?}");
        assert!(named.len() <= 8, "seed {seed}, {name}: names too much: {named:?}");
        *done.entry(name).or_default() += 1;
        fs::remove_dir_all(&copy).unwrap();
    }
    assert!(done.values().all(|times| *times >= 10), "{done:?}");
}

/// Runs SQL the way somebody with a database tool would, guards away: in the sqlite3 shell, another program than ours.
fn sql(db: &Connection, sql: &str) {
    let mut shell = Command::new("sqlite3")
        .args(["-bail", "-batch", db.path().unwrap()])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap_or_else(|cause| panic!("this test needs the sqlite3 shell (Debian: apt-get install sqlite3): {cause}"));
    shell.stdin.take().unwrap().write_all(without_guards(db, sql).as_bytes()).unwrap();
    let out = shell.wait_with_output().unwrap();
    assert!(out.status.success() && out.stderr.is_empty(), "{sql}: {}", String::from_utf8_lossy(&out.stderr));
}

fn tables() -> Vec<Table> {
    Table::ALL.iter().copied().filter(|table| *table != Table::File).collect()
}

fn row(dice: &mut Dice, db: &Connection) -> (Table, i64) {
    let table = *dice.pick(Table::ALL);
    (table, one(dice, db, &format!("SELECT id FROM {}", table.name())))
}

/// An entry other than the first and the last: opening finds the folder by the first, and a missing last leaves no gap.
fn entry(dice: &mut Dice, db: &Connection) -> i64 {
    2 + dice.roll(last(db) as u64 - 2) as i64
}

fn words(dice: &mut Dice, db: &Connection) -> i64 {
    one(dice, db, "SELECT c.seq FROM content c JOIN journal USING(seq) WHERE kind NOT IN ('folder', 'erasure')")
}

fn last(db: &Connection) -> i64 {
    db.query_row("SELECT max(seq) FROM journal", [], |row| row.get(0)).unwrap()
}

fn one(dice: &mut Dice, db: &Connection, sql: &str) -> i64 {
    let mut query = db.prepare(sql).unwrap();
    let all: Vec<i64> = query.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
    *dice.pick(&all)
}

fn file(dice: &mut Dice, dir: &Path, files: &[FileDigest]) -> (FileDigest, std::path::PathBuf) {
    let file = dice.pick(files).clone();
    let path = dir.join("files").join(&file.as_str()[..2]).join(file.as_str());
    (file, path)
}

fn copy_dir(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let (from, to) = (entry.as_ref().unwrap().path(), to.join(entry.unwrap().file_name()));
        if from.is_dir() { copy_dir(&from, &to) } else { fs::copy(&from, &to).map(drop).unwrap() }
    }
}
