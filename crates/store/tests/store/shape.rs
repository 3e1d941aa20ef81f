//! The row shape: the database itself refuses what is not journaled, whoever asks.

use crate::house::{Person, add, body, house};
use kesu_store::erase::Erasure;
use kesu_store::schema::Table;

#[test]
fn every_sacred_table_refuses_what_is_not_journaled() {
    let house = house();
    house.claim("photo");
    for table in Table::ALL.iter().filter(|table| **table != Table::File) {
        house.add(*table, 1);
    }
    let db = house.raw();
    // Somebody's own tool does not turn this on.
    for (table, recursive) in Table::ALL.iter().flat_map(|table| [(table, true), (table, false)]) {
        db.pragma_update(None, "recursive_triggers", recursive).unwrap();
        let t = table.name();
        let stranger = body(*table, 77).to_string().replace("\"number\"", "\"sha256\":\"x\",\"number\"");
        for sql in [
            format!("UPDATE {t} SET body = json_set(body, '$.words', 'x')"),
            format!("UPDATE {t} SET rev = rev + 1"),
            format!("UPDATE {t} SET seq = seq"),
            format!("UPDATE {t} SET id = id + 1"),
            format!("DELETE FROM {t}"),
            format!("INSERT OR REPLACE INTO {t}(id, rev, seq, body) SELECT id, rev, seq, body FROM {t}"),
            format!("INSERT INTO {t}(id, rev, seq, body) VALUES(99, 1, 1, '{stranger}')"),
            format!("INSERT INTO {t}(id, rev, seq, body) SELECT 99, 1, seq, '{stranger}' FROM {t}"),
        ] {
            let refused = db.execute(&sql, []).map_err(|cause| cause.to_string());
            assert!(refused.as_ref().is_err_and(|why| why.contains("kesu: ")), "{sql}: {refused:?}");
        }
        assert!(db.execute(&format!("UPDATE {t} SET id = 7 WHERE false"), []).is_ok(), "{t} is a table");
    }
    assert_eq!(house.breaks(), []);
}

#[test]
fn journal_refuses_every_change() {
    let house = house();
    let id = house.add(Table::Person, 1);
    house.write(|w| crate::house::put(w, Table::Person, id, 1, &body(Table::Person, 2)));
    let seqs = house.folder.read(None, crate::house::at(0), |r| r.earlier::<Person>(id)).unwrap();
    house.write(|w| w.erase(&Erasure { seqs, ..Erasure::default() }));
    let db = house.raw();
    let statements = [
        "UPDATE journal SET reason = 'x'",
        "DELETE FROM journal",
        "INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE seq = 1",
        "INSERT INTO journal SELECT 9, tx, at, zone, actor, machine, action, reason, 'x', 9, 1, case_id, request, digest, prev, hash FROM journal WHERE seq = 1",
        "UPDATE content SET body = 'x'",
        "DELETE FROM content",
        "INSERT OR REPLACE INTO content SELECT * FROM content WHERE seq = 1",
        "INSERT INTO content VALUES(2, x'00', 'x')",
        "UPDATE erased SET by_seq = 1",
        "DELETE FROM erased",
        "INSERT INTO erased VALUES(1, 1)",
        "INSERT OR REPLACE INTO erased SELECT * FROM erased",
        "INSERT OR REPLACE INTO erased VALUES(2, 1)",
        "INSERT OR REPLACE INTO journal SELECT 5, 5, at, zone, actor, machine, action, 'x', kind, subject, rev, case_id, request, digest, prev, hash FROM journal WHERE seq = 2",
        "INSERT OR REPLACE INTO content VALUES(4, x'00', 'x')",
    ];
    for (sql, recursive) in statements.into_iter().flat_map(|sql| [(sql, true), (sql, false)]) {
        db.pragma_update(None, "recursive_triggers", recursive).unwrap();
        let refused = db.execute(sql, []).map_err(|cause| cause.to_string());
        assert!(refused.is_err(), "{sql} was not refused");
    }
    assert_eq!(house.breaks(), []);
}

/// A body without the field that its table is found by is refused, not kept where nobody finds it.
#[test]
fn a_row_without_its_key_is_refused() {
    let house = house();
    let refused = house
        .folder
        .write(crate::house::command("test"), |w| add(w, Table::Account, &serde_json::json!({ "name": "nobody" })));
    assert!(refused.unwrap_err().to_string().contains("account.login"));
    assert_eq!(house.folder.head().unwrap().seq, 1);
}
