//! What `verify` says of a clean folder, of a tail, and of heads that are remembered.

use crate::house::{House, add, body, command, house, put};
use kesu_store::door::Command;
use kesu_store::journal::Head;
use kesu_store::schema::Table;
use kesu_store::verify::{Break, Scope};
use rusqlite::Connection;
use rusqlite::types::ValueRef;
use sha2::{Digest, Sha256};

fn settled() -> House {
    let house = house();
    for n in 1..=5 {
        let id = house.add(Table::Customer, n);
        house.write(|w| put(w, Table::Customer, id, 1, &body(Table::Customer, n + 100)));
    }
    house
}

/// Runs SQL with the guards away, and puts them back.
pub(crate) fn behind_the_back(db: &Connection, sql: &str) {
    db.pragma_update(None, "foreign_keys", false).unwrap();
    db.execute_batch(&without_guards(db, sql)).unwrap_or_else(|cause| panic!("{sql}: {cause}"));
}

/// A script that takes the guards away, runs this, and puts them back.
pub(crate) fn without_guards(db: &Connection, sql: &str) -> String {
    let mut query = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid").unwrap();
    let read = |row: &rusqlite::Row| Ok((row.get(0)?, row.get(1)?));
    let triggers: Vec<(String, String)> = query.query_map([], read).unwrap().collect::<Result<_, _>>().unwrap();
    let drops: String = triggers.iter().map(|(name, _)| format!("DROP TRIGGER {name};\n")).collect();
    let makes: String = triggers.iter().map(|(_, sql)| format!("{sql};\n")).collect();
    format!("BEGIN;\n{drops}{sql};\n{makes}COMMIT;")
}

/// The hash of an entry, made from the description in model § 2 and not by the code under test.
fn sealed(db: &Connection, seq: i64) -> Vec<u8> {
    let sql =
        "SELECT seq, tx, at, zone, actor, machine, action, reason, kind, subject, rev, case_id, request, digest, prev
               FROM journal WHERE seq = ?1";
    db.query_row(sql, [seq], |row| {
        let mut all = vec![0, 0, 0, 0, 0, 0, 0, 14];
        all.extend(b"kesu-journal-1");
        for at in 0..15 {
            let bytes = match row.get_ref(at)? {
                ValueRef::Integer(number) => number.to_be_bytes().to_vec(),
                ValueRef::Text(bytes) | ValueRef::Blob(bytes) => bytes.to_vec(),
                ValueRef::Null | ValueRef::Real(_) => {
                    all.extend([0xff; 8]);
                    continue;
                }
            };
            all.extend((bytes.len() as u64).to_be_bytes());
            all.extend(bytes);
        }
        Ok(Sha256::digest(&all).to_vec())
    })
    .unwrap()
}

/// SQL that gives an entry the hash of what it says now.
pub(crate) fn seal(db: &Connection, seq: i64) -> String {
    let hash: String = sealed(db, seq).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("UPDATE journal SET hash = x'{hash}' WHERE seq = {seq}")
}

/// Makes the chain anew from this entry on, as somebody who knows how it is made would.
fn chain_anew(db: &Connection, from: i64) {
    let last: i64 = db.query_row("SELECT max(seq) FROM journal", [], |row| row.get(0)).unwrap();
    for seq in from..=last {
        behind_the_back(
            db,
            &format!("UPDATE journal SET prev = (SELECT hash FROM journal WHERE seq = {seq} - 1) WHERE seq = {seq}"),
        );
        behind_the_back(db, &seal(db, seq));
    }
}

#[test]
fn a_clean_folder_has_no_breaks_and_is_counted() {
    let house = settled();
    house.claim("photo");
    let report = house.folder.verify(Scope::Full, &mut |found| panic!("{found}")).unwrap();
    assert_eq!(report.head, house.folder.head().unwrap());
    assert_eq!((report.entries, report.rows, report.files, report.breaks), (12, 6, 1, 0));
    let tail = house.folder.verify(Scope::Since(9), &mut |found| panic!("{found}")).unwrap();
    assert_eq!((tail.entries, tail.rows, tail.files), (3, 2, 1));
}

#[test]
fn the_hash_is_the_one_that_is_described() {
    let house = settled();
    let head = house.folder.head().unwrap();
    assert_eq!(sealed(&house.raw(), head.seq), head.hash.0);
}

/// Every break is named, not only the first.
#[test]
fn all_breaks_are_named() {
    let house = settled();
    behind_the_back(
        &house.raw(),
        "UPDATE customer SET body = json_set(body, '$.words', 'x') WHERE id IN (2, 4);
         DELETE FROM customer WHERE id = 3;
         UPDATE journal SET reason = 'x' WHERE seq = 5;
         DELETE FROM content WHERE seq = 8",
    );
    let table = Table::Customer;
    let named = [
        Break::Entry { seq: 5 },
        Break::WordsMissing { seq: 8 },
        Break::Row { table, id: 2 },
        Break::RowMissing { table, id: 3 },
        Break::Row { table, id: 4 },
    ];
    assert_eq!(house.breaks(), named);
}

#[test]
fn a_tail_names_what_happened_in_it() {
    let house = settled();
    let db = house.raw();
    behind_the_back(&db, "UPDATE customer SET body = json_set(body, '$.words', 'x') WHERE id IN (1, 5)");
    behind_the_back(&db, "UPDATE journal SET reason = 'x' WHERE seq IN (3, 10)");
    let mut found = vec![];
    house.folder.verify(Scope::Since(9), &mut |one| found.push(one)).unwrap();
    assert_eq!(found, [Break::Entry { seq: 10 }, Break::Row { table: Table::Customer, id: 5 }]);
    let old = "UPDATE customer SET rev = 1, seq = 10, body = (SELECT body FROM content WHERE seq = 10) WHERE id = 5";
    behind_the_back(&db, old);
    found.clear();
    house.folder.verify(Scope::Since(10), &mut |one| found.push(one)).unwrap();
    let behind = Break::RowBehind { table: Table::Customer, id: 5, rev: 1, last: 2 };
    assert!(found.contains(&behind), "{found:?}");
    found.clear();
    house.folder.verify(Scope::Since(99), &mut |one| found.push(one)).unwrap();
    assert_eq!(found, [Break::HeadMissing { seq: 99 }]);
}

#[test]
fn guards_that_are_gone_are_named() {
    let house = settled();
    let sql = "DROP TRIGGER customer_update; DROP INDEX customer_by_code; CREATE TABLE extra(x)";
    house.raw().execute_batch(sql).unwrap();
    let named = ["customer_by_code", "customer_update", "extra"].map(|name| Break::Guard { name: name.into() });
    let mut found = house.breaks();
    found.sort();
    assert_eq!(found, named);
}

/// The chain by itself does not show these; a head that was remembered does.
#[test]
fn a_remembered_head_shows_a_cut_and_a_chain_made_anew() {
    let house = settled();
    let (head, db) = (house.folder.head().unwrap(), house.raw());
    assert_eq!(house.folder.holds(&head).unwrap(), None);
    assert_eq!(house.folder.holds(&Head::EMPTY).unwrap(), None);
    house.add(Table::Customer, 50);
    assert_eq!(house.folder.holds(&head).unwrap(), None, "a journal that has grown still holds it");
    behind_the_back(&db, "UPDATE journal SET actor = 2 WHERE seq = 6");
    assert_eq!(house.breaks(), [Break::Entry { seq: 6 }]);
    chain_anew(&db, 6);
    assert_eq!(house.breaks(), []);
    assert_eq!(house.folder.holds(&head).unwrap(), Some(Break::HeadOther { seq: 11 }));
    behind_the_back(
        &db,
        "DELETE FROM customer WHERE seq >= 10; DELETE FROM content WHERE seq >= 10; DELETE FROM journal WHERE seq >= 10",
    );
    assert_eq!(house.breaks(), []);
    assert_eq!(house.folder.holds(&head).unwrap(), Some(Break::HeadMissing { seq: 11 }));
}

/// A revision is taken out and the chain made anew over the gap: the history of the row is not whole.
#[test]
fn a_history_with_a_revision_taken_out_is_named() {
    let house = settled();
    let db = house.raw();
    behind_the_back(
        &db,
        "DELETE FROM content WHERE seq = 10; DELETE FROM journal WHERE seq = 10;
         UPDATE journal SET seq = 10, tx = 10 WHERE seq = 11; UPDATE content SET seq = 10 WHERE seq = 11;
         UPDATE customer SET seq = 10 WHERE seq = 11",
    );
    chain_anew(&db, 10);
    assert_eq!(house.breaks(), [Break::History { table: Table::Customer, id: 5 }]);
}

/// A generated column is written over, with the schema bent for a moment: what a row is found by is not what it says.
#[test]
fn a_column_that_does_not_show_its_body_is_named() {
    let house = settled();
    let bend = |from: &str, to: &str| {
        let db = house.raw();
        db.pragma_update(None, "writable_schema", true).unwrap();
        let sql = "UPDATE sqlite_schema SET sql = replace(sql, ?1, ?2) WHERE name = 'customer'";
        assert_eq!(db.execute(sql, [from, to]).unwrap(), 1);
    };
    let (plain, generated) = ("code TEXT NOT NULL)", "code TEXT NOT NULL AS (body ->> '$.code') STORED)");
    bend(generated, plain);
    behind_the_back(&house.raw(), "UPDATE customer SET code = 'C9999' WHERE id = 2");
    bend(plain, generated);
    assert_eq!(house.breaks(), [Break::Row { table: Table::Customer, id: 2 }]);
}

/// An index is made to lead elsewhere: a row that is there would not be found by its code.
#[test]
fn an_index_that_does_not_lead_to_every_row_is_named() {
    let check = |index: &str, other: &str| {
        let house = settled();
        let db = house.raw();
        db.pragma_update(None, "writable_schema", true).unwrap();
        let sql = "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = ?2)
                   WHERE name = ?1";
        assert_eq!(db.execute(sql, [index, other]).unwrap(), 1);
        let what = format!("index {index} leads to 0 of 5 rows");
        assert_eq!(house.breaks(), [Break::Damaged { what }]);
    };
    check("customer_by_code", "product_by_code");
    check("sqlite_autoindex_customer_1", "sqlite_autoindex_product_1");
}

/// The same of requests: one that was carried out would be carried out again.
#[test]
fn an_index_that_does_not_lead_to_every_request_is_named() {
    let house = settled();
    let asked = Command { request: Some("r-1".into()), ..command("test") };
    house.folder.write(asked, |w| add(w, Table::Plant, &body(Table::Plant, 9))).unwrap();
    let db = house.raw();
    db.execute_batch(
        "CREATE TABLE void_of(seq INTEGER PRIMARY KEY, actor INTEGER, request TEXT) STRICT;
        CREATE UNIQUE INDEX nowhere ON void_of(actor, request) WHERE request IS NOT NULL",
    )
    .unwrap();
    db.pragma_update(None, "writable_schema", true).unwrap();
    let sql = "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'nowhere')
               WHERE name = 'journal_request'";
    assert_eq!(db.execute(sql, []).unwrap(), 1);
    db.execute("DELETE FROM sqlite_schema WHERE name IN ('void_of', 'nowhere')", []).unwrap();
    let what = "index journal_request leads to 0 of 1 rows".into();
    assert_eq!(house.breaks(), [Break::Damaged { what }]);
}
