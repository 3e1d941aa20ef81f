//! What somebody may see (model § 8, M-7), and whose inbox a task stands in.

use crate::house::{at, code};
use crate::works::{NOBODY, QE, READER, SALES, Works, by, post, works};
use kesu_domain::id::{AccountId, CaseId, DepartmentId, PlantId};
use kesu_domain::master::File;
use kesu_domain::people::{FileDigest, Post};
use kesu_store::derived::{Order, Page, RegisterFilter};
use kesu_store::door::Read;
use kesu_store::error::Error;
use std::path::Path;

const ALL: Page = Page { order: Order::Received, after: None, skip: 0, limit: 100 };

/// Every way to a case that the store has, asked for one case.
fn ways(works: &Works, actor: AccountId, id: CaseId, file: &FileDigest) -> Vec<bool> {
    let number = works.load(id).case.head.number;
    let listed = |r: &Read, filter: RegisterFilter| {
        Ok::<_, Error>(r.register(&filter, &ALL)?.iter().any(|(case, _)| *case == id))
    };
    works.read(Some(actor), |r| {
        Ok(vec![
            r.case(id).is_ok(),
            r.case_seen(id)?,
            r.case_of_number(&number).is_ok(),
            listed(r, RegisterFilter::default())?,
            listed(r, RegisterFilter { search: "锈".into(), ..RegisterFilter::default() })?,
            !r.timeline(id)?.is_empty(),
            !r.files_of(id)?.is_empty(),
            !r.case_of_file(file)?.is_empty(),
        ])
    })
}

fn with_file(works: &Works, confidential: bool, participants: Vec<AccountId>) -> (CaseId, FileDigest) {
    let words = format!("photo {confidential}");
    let file = works.house.folder.keep_file(at(0), 1 << 20, &mut words.as_bytes()).unwrap().digest;
    let (media_type, bytes) = ("image/png".to_owned(), 10);
    let row = File { sha256: file.clone(), media_type, bytes, pixels: None, name: words, case: None, also: vec![] };
    works.house.write(|w| w.add(&row));
    let id = works.register_as("焊缝生锈", 1, |case| {
        case.head.confidential = confidential;
        case.head.participants = participants;
        let body = serde_json::json!({ "words": { "zh": "焊缝生锈" }, "files": [file.as_str()] });
        case.sections[0].section = crate::works::section("complaint", body);
    });
    (id, file)
}

#[test]
fn a_confidential_case_is_found_by_no_way_but_by_those_who_take_part() {
    let works = works();
    let (open, open_file) = with_file(&works, false, vec![]);
    let (shut, shut_file) = with_file(&works, true, vec![AccountId(8), READER]);
    let everybody = [SALES, QE, AccountId(3), AccountId(4), AccountId(5), READER, AccountId(8), NOBODY];
    for actor in everybody {
        assert_eq!(ways(&works, actor, open, &open_file), [true; 8], "{actor}, open");
        // Sales registered it and the quality engineer has its open tasks; 8 was let in. An auditor takes part in nothing,
        // though somebody wrote the name down.
        let sees = [SALES, QE, AccountId(8)].contains(&actor);
        assert_eq!(ways(&works, actor, shut, &shut_file), [sees; 8], "{actor}, confidential");
    }
    let stranger = works.house.folder.read(Some(NOBODY), at(0), |r| r.case(shut));
    assert_eq!(code(stranger), "not_found", "never forbidden");
}

#[test]
fn who_may_not_see_a_case_has_none_of_its_tasks() {
    let works = works();
    works.register_as("焊缝生锈", 1, |case| case.head.confidential = true);
    let inbox = |actor| works.read(Some(actor), |r| r.inbox(10)).len();
    assert_eq!((inbox(QE) > 0, inbox(READER), inbox(NOBODY)), (true, 0, 0));
}

/// Posts that hold today, at this plant, in this procedure give the inbox of a role; others give nothing.
#[test]
fn an_inbox_is_that_of_the_posts_that_hold() {
    let works = works();
    works.register("焊缝生锈", 1);
    let tasks = |actor| {
        let lines = works.read(Some(AccountId(actor)), |r| r.inbox(10));
        lines.iter().map(|line| line.key.task.to_string()).collect::<Vec<_>>()
    };
    let mine = tasks(QE.0);
    assert!(mine.contains(&"contain".to_owned()) && mine.contains(&"judge".to_owned()), "{mine:?}");
    let day = |text: &str| Some(text.parse().unwrap());
    let cases: Vec<(&str, Post, bool)> = vec![
        ("all procedures", post(20, "qe", 1), true),
        ("this procedure", Post { procedure: Some("P-KS".into()), ..post(21, "qe", 1) }, true),
        ("another procedure", Post { procedure: Some("P-RE".into()), ..post(22, "qe", 1) }, false),
        ("another plant", post(23, "qe", 2), false),
        ("from today", Post { from: day("2026-11-22"), ..post(24, "qe", 1) }, true),
        ("from tomorrow", Post { from: day("2026-11-23"), ..post(25, "qe", 1) }, false),
        ("until yesterday", Post { until: day("2026-11-21"), ..post(26, "qe", 1) }, false),
        ("another role", post(27, "gm", 1), false),
    ];
    for (what, post, has) in cases {
        works.house.write(|w| w.add(&post));
        let expected = if has { mine.clone() } else { vec![] };
        assert_eq!(tasks(post.account.0), expected, "{what}");
    }
}

/// Two posts that entitle to the same task show it once; what is due first stands first.
#[test]
fn an_inbox_shows_each_task_once_and_the_most_urgent_first() {
    let works = works();
    works.house.write(|w| {
        w.add(&Post { procedure: Some("P-KS".into()), ..post(QE.0, "qe", 1) })?;
        w.add(&post(QE.0, "sales", 1))
    });
    for minutes in [30, 10, 20] {
        works.register("焊缝生锈", minutes);
    }
    let lines = works.read(Some(QE), |r| r.inbox(100));
    let mut keys: Vec<_> = lines.iter().map(|line| (line.case, line.key.clone())).collect();
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), lines.len());
    let dues: Vec<_> = lines.iter().map(|line| (line.due.is_none(), line.due)).collect();
    assert!(dues.is_sorted(), "{dues:?}");
    assert_eq!(lines[0].case, CaseId(2));
    assert_eq!((lines[0].summary.as_str(), lines[0].class.as_deref()), ("焊缝生锈", Some("quality")));
    assert_eq!(works.read(Some(QE), |r| r.inbox(2)), lines[..2], "a page is the beginning of all");
    assert_eq!(works.read(None, |r| r.inbox(10)), []);
}

#[test]
fn holders_of_a_role_are_those_of_the_day() {
    let works = works();
    works.house.write(|w| w.add(&Post { until: Some("2026-11-22".parse().unwrap()), ..post(20, "qe", 1) }));
    let holders =
        |day: &str, plant| works.read(None, |r| r.holders(&"qe".into(), PlantId(plant), "P-KS", day.parse().unwrap()));
    assert_eq!(holders("2026-11-22", 1), [QE, AccountId(20)]);
    assert_eq!(holders("2026-11-23", 1), [QE]);
    assert_eq!(holders("2026-11-22", 2), []);
}

#[test]
fn a_post_changed_changes_what_is_seen_and_no_row() {
    let works = works();
    let id = works.register_as("焊缝生锈", 1, |case| case.head.confidential = true);
    assert!(!works.read(Some(AccountId(30)), |r| r.case_seen(id)));
    works
        .house
        .folder
        .write(by(SALES), |w| w.add(&Post { department: Some(DepartmentId(1)), ..post(30, "qe", 1) }))
        .unwrap();
    assert!(works.read(Some(AccountId(30)), |r| r.case_seen(id)));
    assert_eq!(works.derived_breaks(), []);
}

/// Cases are read through `derived/seen.rs` only: elsewhere no SQL names these tables but where they are written.
#[test]
fn no_other_file_reads_cases() {
    // Who writes them, and who is given an id that was seen.
    let allowed: &[(&str, &[&str])] = &[
        ("cases", &["case/load.rs", "case/number.rs", "derived/rebuild.rs", "derived/rows.rs", "derived/search.rs"]),
        // Search marks the cases of a customer who is called otherwise, and gives none to anybody.
        ("register", &["derived/seen.rs", "derived/register.rs", "derived/search.rs"]),
        ("inbox", &["derived/seen.rs", "derived/inbox.rs"]),
        ("reminder", &["derived/seen.rs", "derived/remind.rs"]),
        ("wait", &["derived/seen.rs", "derived/board.rs"]),
        ("action", &["derived/seen.rs", "derived/action.rs"]),
        ("hand", &["derived/register.rs"]),
        ("participant", &["derived/seen.rs", "derived/rows.rs"]),
        ("file_use", &["derived/seen.rs", "derived/files.rs"]),
        ("search", &["derived/search.rs"]),
    ];
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = vec![];
    gather(&root, &mut files);
    let mut found = 0;
    for file in files {
        let name = file.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
        let text = std::fs::read_to_string(&file).unwrap();
        let words: Vec<String> = text.split_whitespace().map(bare).collect();
        for pair in words.windows(2) {
            let reads = ["FROM", "JOIN", "(FROM"].contains(&pair[0].as_str());
            let Some((table, files)) = allowed.iter().find(|(table, _)| reads && pair[1] == **table) else { continue };
            found += 1;
            assert!(files.contains(&name.as_str()), "{name} reads {table}");
        }
        // The register is read as somebody sees it, or row by row to be compared.
        if name == "derived/register.rs" || name == "derived/inbox.rs" || name == "derived/files.rs" {
            let table = name.trim_start_matches("derived/").trim_end_matches(".rs").replace("files", "file_use");
            for line in text.lines().filter(|line| line.contains(&format!("FROM {table}"))) {
                assert!(line.contains("WHERE case_id = ?1"), "{name}: {line}");
            }
        }
    }
    assert!(found >= 15, "the test sees the SQL: {found}");
}

fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_ascii_alphanumeric() && c != '_').to_owned()
}

fn gather(dir: &Path, into: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, into);
        } else if path.extension().is_some_and(|end| end == "rs") {
            into.push(path);
        }
    }
}
