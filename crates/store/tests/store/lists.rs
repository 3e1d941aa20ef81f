//! The register: filters, pages, words.

use crate::house::{at, command};
use crate::works::{Works, complaint, works};
use kesu_domain::id::{AccountId, CaseId, CustomerId, PlantId};
use kesu_domain::time::Date;
use kesu_store::derived::{ActionFilter, Order, Page, Part, Place, RegisterFilter};
use kesu_store::door::Command;
use kesu_store::error::Error;

const ALL: Page = Page { order: Order::Received, after: None, skip: 0, limit: 100 };

fn found(works: &Works, filter: &RegisterFilter) -> Vec<i64> {
    let rows = works.read(Some(AccountId(2)), |r| r.register(filter, &ALL));
    rows.iter().map(|(id, _)| id.0).collect()
}

fn words(search: &str) -> RegisterFilter {
    RegisterFilter { search: search.into(), ..RegisterFilter::default() }
}

fn day(text: &str) -> Option<Date> {
    Some(text.parse().unwrap())
}

#[test]
fn the_register_is_filtered_by_each_of_its_columns() {
    let works = works();
    // Nine hours later it is the next day in Shanghai.
    for (minutes, words) in [(0, "一"), (11 * 60, "二"), (48 * 60, "三")] {
        works.register(words, minutes);
    }
    works.change(CaseId(3), |case| {
        case.sections.push(crate::works::row(
            crate::works::section("level", serde_json::json!({ "severity": "major", "track": "8d", "owner": 4 })),
            1,
        ));
    });
    works.change(CaseId(1), |case| case.head.state = kesu_domain::case::CaseState::Closed);
    let none = RegisterFilter::default();
    let table: Vec<(RegisterFilter, &[i64])> = vec![
        (none.clone(), &[3, 2, 1]),
        (RegisterFilter { plant: Some(PlantId(1)), ..none.clone() }, &[3, 2, 1]),
        (RegisterFilter { plant: Some(PlantId(2)), ..none.clone() }, &[]),
        (RegisterFilter { procedure: Some("P-KS".into()), ..none.clone() }, &[3, 2, 1]),
        (RegisterFilter { procedure: Some("P-RE".into()), ..none.clone() }, &[]),
        (RegisterFilter { stage: Some("judge".into()), ..none.clone() }, &[3, 2, 1]),
        (RegisterFilter { state: Some("archived".into()), ..none.clone() }, &[]),
        (RegisterFilter { state: Some("open".into()), ..none.clone() }, &[3, 2]),
        (RegisterFilter { customer: Some(CustomerId(1)), ..none.clone() }, &[3, 2, 1]),
        (RegisterFilter { customer: Some(CustomerId(2)), ..none.clone() }, &[]),
        (RegisterFilter { class: Some("quality".into()), ..none.clone() }, &[3, 2, 1]),
        (RegisterFilter { severity: Some("major".into()), ..none.clone() }, &[3]),
        (RegisterFilter { track: Some("8d".into()), ..none.clone() }, &[3]),
        (RegisterFilter { verdict: Some("partly".into()), ..none.clone() }, &[]),
        (RegisterFilter { owner: Some(AccountId(4)), ..none.clone() }, &[3]),
        (RegisterFilter { owner: Some(AccountId(1)), ..none.clone() }, &[2, 1]),
        (RegisterFilter { received_from: day("2026-11-23"), ..none.clone() }, &[3, 2]),
        (RegisterFilter { received_until: day("2026-11-22"), ..none.clone() }, &[1]),
        (RegisterFilter { received_from: day("2026-11-23"), received_until: day("2026-11-23"), ..none.clone() }, &[2]),
        (RegisterFilter { overdue: true, ..none.clone() }, &[]),
        (RegisterFilter { unclosed: true, ..none.clone() }, &[3, 2]),
    ];
    for (filter, expected) in table {
        assert_eq!(found(&works, &filter), expected, "{filter:?}");
    }
    let overdue = RegisterFilter { overdue: true, ..none };
    let late = works.house.folder.read(None, at(5 * 24 * 60), |r| r.register(&overdue, &ALL)).unwrap();
    assert_eq!(late.len(), 3);
    assert_eq!(works.derived_breaks(), []);
}

#[test]
fn pages_follow_one_another_without_a_gap() {
    let works = works();
    // Several were received in the same moment.
    for minutes in [5, 3, 3, 9, 3, 1] {
        works.register("焊缝", minutes);
    }
    let all = found(&works, &RegisterFilter::default());
    assert_eq!(all, [4, 1, 5, 3, 2, 6]);
    let (mut paged, mut after) = (vec![], None);
    loop {
        let page = Page { order: Order::Received, after, skip: 0, limit: 2 };
        let rows = works.read(None, |r| r.register(&words("焊缝"), &page));
        let Some((case, last)) = rows.last() else { break };
        after = Some(Place { received: last.received, due: last.next_due, case: *case });
        paged.extend(rows.iter().map(|(id, _)| id.0));
    }
    assert_eq!(paged, all);
}

#[test]
fn words_of_any_length_are_found() {
    let works = works();
    works.register("户外果皮箱 400 只，两个月内 12 只焊缝生锈，要求全部更换", 1);
    works.register("Schweißnaht rostet; lot ＡＢ-１２０, weld seam, Größe 5", 2);
    works.register("包装箱破损，果汁外漏", 3);
    let table: &[(&str, &[i64])] = &[
        ("生锈", &[1]),
        ("锈", &[1]),
        ("果皮", &[1]),
        ("果", &[3, 1]),
        ("皮果", &[]),
        ("焊缝生锈", &[1]),
        ("果皮箱 更换", &[1]),
        ("果皮箱 破损", &[]),
        ("箱 果", &[3, 1]),
        ("weld", &[2]),
        ("WEL", &[2]),
        ("eld", &[]),
        ("weld seam", &[2]),
        ("seam weld", &[2]),
        ("ab-120", &[2]),
        ("ＡＢ", &[2]),
        ("schweiss", &[]),
        ("schweiß", &[2]),
        ("grosse", &[]),
        ("40", &[1]),
        ("400只", &[1]),
        ("KS-2026-0003", &[3]),
        ("ks-2026", &[3, 2, 1]),
        ("2026-0001", &[1]),
        ("\"锈\" OR 果", &[]),
        ("…", &[]),
        ("  ", &[3, 2, 1]),
        ("phone*", &[3, 2, 1]),
    ];
    for (search, expected) in table {
        assert_eq!(found(&works, &words(search)), *expected, "{search}");
    }
    // The index has followed nobody: the search looks itself, and finds the same.
    let db = works.house.raw();
    db.execute_batch("DELETE FROM search; INSERT INTO search_mark SELECT id FROM cases").unwrap();
    for (search, expected) in table {
        assert_eq!(found(&works, &words(search)), *expected, "{search}, marked");
    }
    // The next command indexes what an earlier one left marked.
    works.change(CaseId(1), |case| case.sections[0].section = complaint("换了说法"));
    let marked: i64 = db.query_row("SELECT count(*) FROM search_mark", [], |row| row.get(0)).unwrap();
    assert_eq!(marked, 0);
    assert_eq!((found(&works, &words("生锈")), found(&works, &words("说法"))), (vec![], vec![1]));
    assert_eq!(works.derived_breaks(), []);
}

#[test]
fn many_commands_in_one_transaction_leave_what_single_ones_would() {
    let works = works();
    let before = works.read(None, |r| r.head());
    let ids = works
        .house
        .folder
        .bulk(|bulk| {
            let mut ids = vec![];
            for n in 0..20 {
                let one = Command { now: at(n), actor: Some(AccountId(1)), ..command("case_register") };
                let id = bulk.command(one, |w| {
                    let number = w.next_number("KS", PlantId(1), 2026)?;
                    let case = works.begun(&number, "焊缝生锈", at(n));
                    w.add_case(&works.procedure, &case, &works.calendar)
                })?;
                let refused: Result<(), Error> = bulk.command(command("refused"), |w| {
                    w.add(&crate::works::post(50, "qe", 1))?;
                    Err(Error::Busy)
                });
                assert!(refused.is_err());
                let two = Command { now: at(n), actor: Some(AccountId(2)), ..command("section_save") };
                bulk.command(two, |w| {
                    let loaded = w.case(id)?;
                    let mut after = loaded.case.clone();
                    after.sections[0].section = complaint(&format!("第{n}号 果皮箱"));
                    w.save_case(&loaded, &after, &works.procedure, &works.calendar)
                })?;
                ids.push(id);
            }
            Ok::<_, Error>(ids)
        })
        .unwrap();
    assert_eq!((works.house.breaks(), works.derived_breaks()), (vec![], vec![]));
    assert_eq!(found(&works, &words("果皮")).len(), 20);
    let last = works.read(None, |r| r.timeline(ids[19]));
    assert_eq!((last[0].actor, last.last().unwrap().actor), (1, 2));
    assert_eq!((last[0].action.as_str(), last[0].at.as_str()), ("case_register", "2026-11-22T05:19:00.000Z"));
    assert!(last[0].tx == last[1].tx && last.last().unwrap().tx != last[0].tx);
    let failed: Result<(), Error> = works.house.folder.bulk(|bulk| {
        bulk.command(command("test"), |w| w.add(&crate::works::post(51, "qe", 1)))?;
        Err(Error::Busy)
    });
    assert!(failed.is_err());
    let entries = works.read(None, |r| r.count_entries());
    assert_eq!(entries, before.seq.unsigned_abs() + last.len() as u64 * 20, "nothing of what was refused stays");
}

/// By deadline as by receipt: the pages of either order are all of it, and the counts are those of the pages.
#[test]
fn the_register_is_listed_by_deadline_and_counted() {
    let works = works();
    // The one received last falls due last.
    for minutes in [9, 3, 3 * 24 * 60] {
        works.register("焊缝", minutes);
    }
    let (mut paged, mut after) = (vec![], None);
    loop {
        let page = Page { order: Order::Due, after, skip: 0, limit: 2 };
        let rows = works.read(None, |r| r.register(&RegisterFilter::default(), &page));
        let Some((case, last)) = rows.last() else { break };
        after = Some(Place { received: last.received, due: last.next_due, case: *case });
        paged.extend(rows.iter().map(|(id, _)| id.0));
    }
    assert_eq!(paged, [2, 1, 3]);
    let middle = Page { order: Order::Due, after: None, skip: 1, limit: 2 };
    let rows = works.read(None, |r| r.register(&RegisterFilter::default(), &middle));
    assert_eq!(rows.iter().map(|(id, _)| id.0).collect::<Vec<_>>(), [1, 3], "a place in the middle");
    let counted = |minutes, filter: &RegisterFilter| {
        let count = works.house.folder.read(None, at(minutes), |r| r.register_count(filter, Order::Received)).unwrap();
        (count.cases, count.overdue)
    };
    assert_eq!(counted(0, &RegisterFilter::default()), (3, 0));
    assert_eq!(counted(3 * 24 * 60, &RegisterFilter::default()), (3, 2));
    assert_eq!(counted(0, &words("焊缝")), (3, 0));
    assert_eq!(counted(0, &words("虫")), (0, 0));
}

#[test]
fn somebody_finds_what_they_registered_and_what_they_did() {
    let works = works();
    works.register("一", 1);
    let two = works.register("二", 2);
    let places = serde_json::json!({ "places": [{ "id": 1, "place": "finished", "checked": 60 }] });
    let before = works.change(two, |case| {
        case.sections.push(crate::works::row(crate::works::section("containment", places), 1));
    });
    let contained = works.done(&before.case, AccountId(2), "qe", "contain", at(9));
    works.save(&before, &contained).unwrap();
    let mine = |who, part| {
        let filter = RegisterFilter { mine: Some(part), ..RegisterFilter::default() };
        let rows = works.read(Some(AccountId(who)), |r| r.register(&filter, &ALL));
        rows.iter().map(|(id, _)| id.0).collect::<Vec<_>>()
    };
    for (who, registered, did) in [(1, vec![2, 1], vec![2, 1]), (2, vec![], vec![2]), (3, vec![], vec![])] {
        assert_eq!((mine(who, Part::Registered), mine(who, Part::Did)), (registered, did), "{who}");
    }
}

#[test]
fn planned_actions_are_listed_by_deadline_then_by_case_and_only_those_that_are_seen() {
    let works = works();
    let plan = |days: [&str; 2]| {
        let line = |id: usize, due: &str| serde_json::json!({ "id": id, "what": "恢复喷砂", "owner": { "account": 3 + id }, "due": due });
        crate::works::section("actions", serde_json::json!({ "lines": [line(1, days[0]), line(2, days[1])] }))
    };
    for (minutes, days, shut) in [
        (1, ["2026-12-03", "2026-12-01"], false),
        (2, ["2026-12-02", "2026-12-04"], false),
        (3, ["2026-11-30", "2026-11-30"], true),
    ] {
        works.register_as("焊缝", minutes, |case| {
            case.head.confidential = shut;
            case.sections.push(crate::works::row(plan(days), 1));
        });
    }
    let list = |actor: Option<i64>, owner: Option<i64>| {
        let filter = ActionFilter { over: false, owner: owner.map(AccountId) };
        let (mut all, mut after) = (vec![], None);
        loop {
            let rows = works.read(actor.map(AccountId), |r| r.actions(&filter, after.as_ref(), 3));
            let Some(last) = rows.last() else { return all };
            after = Some(last.place.clone());
            all.extend(rows.iter().map(|one| (one.case.0, one.row.line)));
        }
    };
    assert_eq!(list(None, None), [(3, 1), (3, 2), (1, 2), (2, 1), (1, 1), (2, 2)]);
    assert_eq!(list(Some(99), None), [(1, 2), (2, 1), (1, 1), (2, 2)]);
    assert_eq!(list(None, Some(5)), [(3, 2), (1, 2), (2, 2)]);
    let over = ActionFilter { over: true, owner: None };
    assert_eq!(works.read(None, |r| r.actions(&over, None, 9)), []);
    assert_eq!(works.derived_breaks(), []);
}

#[test]
fn derived_rows_are_compared_and_made_again() {
    let works = works();
    for minutes in 1..=3 {
        works.register("焊缝生锈", minutes);
    }
    assert_eq!(works.derived_breaks(), []);
    let db = works.house.raw();
    let table = [
        ("UPDATE register SET stage = 'archive' WHERE case_id = 1", "register", 1),
        ("DELETE FROM register WHERE case_id = 2", "register", 2),
        (
            "INSERT INTO register SELECT 77, number, plant, procedure, stage, state, round, customer, class, severity, track, verdict, owner, customer_no, product, lot, defect_code, summary, received, received_on, registered, next_task, next_due, settled_at, closed_at, archived_at, confidential FROM register WHERE case_id = 1",
            "register",
            77,
        ),
        (
            "INSERT INTO action VALUES(1, 1, NULL, '', NULL, '', NULL, NULL, 'open', 0, NULL, 1, '', 0, NULL, '')",
            "action",
            1,
        ),
        ("UPDATE hand SET registered = 0 WHERE case_id = 1", "hand", 1),
        ("DELETE FROM inbox WHERE case_id = 1 AND task = 'contain'", "inbox", 1),
        ("UPDATE inbox SET due = '2030-01-01T00:00:00.000Z' WHERE case_id = 3", "inbox", 3),
        ("INSERT INTO participant VALUES(3, 'account:9')", "participant", 3),
        ("INSERT INTO file_use VALUES(printf('%064d', 1), 2)", "file_use", 2),
        ("DELETE FROM search WHERE rowid = 2", "search", 2),
    ];
    for (sql, table, case) in table {
        db.execute_batch(sql).unwrap();
        let named = works.derived_breaks();
        let expected = kesu_store::verify::Break::Derived { table, case: CaseId(case) };
        assert!(named.contains(&expected), "{sql}: {named:?}");
        assert_eq!(works.house.breaks(), [], "derived rows are no evidence");
        assert_eq!(works.house.folder.rebuild(at(0)).unwrap(), 3);
        assert_eq!(works.derived_breaks(), [], "after {sql}");
    }
    db.execute_batch(
        "DELETE FROM register; DELETE FROM inbox; DELETE FROM hand; DELETE FROM participant; DELETE FROM search",
    )
    .unwrap();
    works.house.folder.rebuild(at(0)).unwrap();
    assert_eq!((found(&works, &words("生锈")), works.derived_breaks()), (vec![3, 2, 1], vec![]));
}
