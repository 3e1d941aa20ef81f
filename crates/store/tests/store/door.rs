//! Reading and writing through the doors.

use crate::house::{Key, Setting, add, at, body, code, command, get, house, put};
use kesu_domain::id::{AccountId, CaseId};
use kesu_store::error::Error;
use kesu_store::record::Rev;
use kesu_store::schema::Table;
use serde_json::json;

#[test]
fn a_row_is_written_with_its_entry() {
    let house = house();
    let id = house.add(Table::Setting, 1);
    let row = get::<Setting>(&house.folder, id);
    assert_eq!((row.rev, row.seq, &row.body.0), (Rev(1), 2, &body(Table::Setting, 1)));
    let entry = house.folder.read(None, at(0), |r| r.entry(row.seq)).unwrap();
    assert_eq!((entry.kind.as_str(), entry.subject, entry.rev, entry.tx), ("setting", id, 1, 2));
    assert_eq!((entry.action.as_str(), entry.actor, entry.at.as_str()), ("test", 1, "2026-11-22T05:00:00.000Z"));
    assert_eq!((entry.zone.as_str(), entry.machine.as_str(), entry.case_id), ("+08:00", "still", None));
    let words = house.folder.read(None, at(0), |r| r.words(row.seq)).unwrap();
    assert_eq!(words, Some(body(Table::Setting, 1).to_string()));
}

#[test]
fn entries_of_one_command_share_their_first() {
    let house = house();
    let seqs = house.write(|w| {
        let id = add(w, Table::Cases, &body(Table::Cases, 1))?;
        let section = add(w, Table::Section, &json!({ "case": id, "kind": "complaint", "slot": "", "round": 1 }))?;
        w.because("  the customer called again ");
        put(
            w,
            Table::Section,
            section,
            1,
            &json!({ "case": id, "kind": "complaint", "slot": "", "round": 1, "x": 1 }),
        )?;
        Ok((w.first_entry(), w.head()?.seq))
    });
    assert_eq!(seqs, (Some(2), 4));
    house
        .folder
        .read(None, at(0), |r| {
            let entries: Vec<_> = [2, 3, 4].into_iter().map(|seq| r.entry(seq)).collect::<Result<_, _>>()?;
            assert!(entries.iter().all(|entry| entry.tx == 2 && entry.case_id == Some(1)));
            assert_eq!(entries[2].reason, "the customer called again");
            assert_eq!(r.head_of(CaseId(1))?.seq, 4);
            assert_eq!(r.head_of(CaseId(2))?.seq, 0);
            Ok::<_, Error>(())
        })
        .unwrap();
    assert_eq!(house.breaks(), []);
}

#[test]
fn a_stale_revision_conflicts_and_equal_bytes_write_nothing() {
    let house = house();
    let id = house.add(Table::Customer, 1);
    let rev = house.write(|w| put(w, Table::Customer, id, 1, &body(Table::Customer, 2)));
    assert_eq!(rev, Rev(2));
    let head = house.folder.head().unwrap();
    let same = house.write(|w| put(w, Table::Customer, id, 2, &body(Table::Customer, 2)));
    assert_eq!((same, house.folder.head().unwrap()), (Rev(2), head));
    let stale = house.folder.write(command("test"), |w| put(w, Table::Customer, id, 1, &body(Table::Customer, 3)));
    assert!(matches!(stale, Err(Error::Conflict { current: 2 })), "{stale:?}");
    let missing = house.folder.write(command("test"), |w| put(w, Table::Customer, 9, 1, &body(Table::Customer, 3)));
    assert_eq!(code(missing), "not_found");
    assert_eq!(house.folder.head().unwrap(), head);
}

#[test]
fn a_taken_key_is_named_and_nothing_of_the_command_stays() {
    let house = house();
    house.add(Table::Account, 1);
    let head = house.folder.head().unwrap();
    let taken = house.folder.write(command("test"), |w| {
        add(w, Table::Plant, &body(Table::Plant, 1))?;
        add(w, Table::Account, &body(Table::Account, 1))
    });
    assert!(matches!(&taken, Err(Error::Taken { key }) if key == "account.login"), "{taken:?}");
    assert_eq!(house.folder.head().unwrap(), head);
    let none = house.folder.read(None, at(0), |r| r.list::<crate::house::bodies::Plant>(&[])).unwrap();
    assert!(none.is_empty());
}

#[test]
fn a_request_is_carried_out_once() {
    let house = house();
    let asked = || kesu_store::door::Command { request: Some("r-1".into()), ..command("test") };
    house
        .folder
        .write(asked(), |w| {
            add(w, Table::Plant, &body(Table::Plant, 1))?;
            add(w, Table::Plant, &body(Table::Plant, 2))
        })
        .unwrap();
    let mut called = false;
    let again = house.folder.write(asked(), |w| {
        called = true;
        add(w, Table::Plant, &body(Table::Plant, 3))
    });
    assert!(matches!(again, Err(Error::Replayed { seq: 2 })), "{again:?}");
    assert!(!called);
    let seen = house
        .folder
        .read(Some(AccountId(1)), at(0), |r| Ok::<_, Error>((r.replayed("r-1")?, r.replayed("r-2")?)))
        .unwrap();
    assert_eq!(seen, (Some(2), None));
    assert_eq!(house.breaks(), []);
}

/// A client makes its request ids by itself: one that somebody else has used tells nothing and swallows nothing.
#[test]
fn a_request_is_its_actors_own() {
    let house = house();
    let asked = |actor: Option<i64>| kesu_store::door::Command {
        actor: actor.map(AccountId),
        request: Some("r-1".into()),
        ..command("test")
    };
    for (n, actor) in [Some(1), Some(2), None].into_iter().enumerate() {
        house.folder.write(asked(actor), |w| add(w, Table::Plant, &body(Table::Plant, n as i64))).unwrap();
        let again = house.folder.write(asked(actor), |w| add(w, Table::Plant, &body(Table::Plant, 9)));
        assert!(matches!(again, Err(Error::Replayed { seq }) if seq == n as i64 + 2), "{again:?}");
    }
    let seen = house.folder.read(Some(AccountId(3)), at(0), |r| r.replayed("r-1")).unwrap();
    assert_eq!(seen, None);
    assert_eq!(house.breaks(), []);
}

#[test]
fn rows_are_found_by_their_columns() {
    let house = house();
    for n in 1..=6 {
        house.add(Table::Section, n);
    }
    house
        .folder
        .read(None, at(0), |r| {
            type Section = crate::house::bodies::Section;
            let of_case = r.list::<Section>(&[("case_id", &2)])?;
            assert_eq!(of_case.iter().map(|row| row.id).collect::<Vec<_>>(), [1, 4]);
            let one = r.find::<Section>(&[("case_id", &2), ("kind", &"sample"), ("slot", &""), ("round", &4)])?;
            assert_eq!(one.map(|row| row.id), Some(4));
            assert!(r.find::<Section>(&[("case_id", &9)])?.is_none());
            assert_eq!(r.list::<Section>(&[])?.len(), 6);
            Ok::<_, Error>(())
        })
        .unwrap();
}

#[test]
fn a_read_sees_one_moment() {
    let house = house();
    house.add(Table::Plant, 1);
    house
        .folder
        .read(None, at(0), |r| {
            let before = r.head()?;
            house.add(Table::Plant, 2);
            assert_eq!(r.head()?, before);
            Ok::<_, Error>(())
        })
        .unwrap();
    assert_eq!(house.folder.head().unwrap().seq, 3);
}

/// A sealed key is in its row, and in no history; the row is still held against the journal.
#[test]
fn a_secret_leaves_no_words_in_the_journal() {
    let house = house();
    let id = house.add(Table::Key, 1);
    house.write(|w| put(w, Table::Key, id, 1, &body(Table::Key, 2)));
    house
        .folder
        .read(None, at(0), |r| {
            assert_eq!(r.history::<Key>(id)?.len(), 2);
            assert_eq!((r.words(2)?, r.words(3)?), (None, None));
            Ok::<_, Error>(())
        })
        .unwrap();
    assert_eq!(house.breaks(), []);
}

#[test]
fn a_panic_in_a_command_leaves_nothing_and_locks_nothing() {
    let house = house();
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let _: Result<(), Error> = house.folder.write(command("test"), |w| {
            add(w, Table::Plant, &body(Table::Plant, 1))?;
            panic!("a fault of a handler")
        });
    }));
    assert!(panicked.is_err());
    assert_eq!(house.folder.head().unwrap().seq, 1);
    house.add(Table::Plant, 1);
    assert_eq!(house.breaks(), []);
}
