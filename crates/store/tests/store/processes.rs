//! Several processes on one folder, and processes that die. The other process is this test binary itself: each `child`
//! below is started by the test above it, with the folder in its environment.

use crate::house::{ID, add, body, breaks, code, command, open, random};
use crate::works::{Works, complaint, works};
use kesu_store::derived::{Order, Page, RegisterFilter};
use kesu_store::error::Error;
use kesu_store::folder::Folder;
use kesu_store::schema::Table;
use std::env;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

const DIR: &str = "KESU_TEST_DIR";
const ROWS: i64 = 100;
/// What a process that was refused as it should be exits with: a test binary that found no test exits with 0.
const REFUSED: i32 = 17;

fn start(child: &str, dir: &Path) -> Command {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args([child, "--exact", "--ignored", "--nocapture"]).env(DIR, dir);
    command.stdout(Stdio::null());
    command
}

/// The folder that a child was started on; none when somebody runs all ignored tests.
fn started_on() -> Option<PathBuf> {
    env::var_os(DIR).map(PathBuf::from)
}

fn finish(children: Vec<Child>) {
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
}

#[test]
fn two_processes_create_and_write_at_once() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let children = (0..3).map(|_| start("processes::child_creates_and_writes", &data).spawn().unwrap()).collect();
    finish(children);
    let folder = open(&data);
    assert_eq!(folder.head().unwrap().seq, 1 + 3 * ROWS);
    assert_eq!(breaks(&folder), []);
}

#[test]
#[ignore = "the other process of the test above"]
fn child_creates_and_writes() {
    let Some(dir) = started_on() else { return };
    let seed = u64::from(std::process::id());
    let folder = match Folder::create(&dir, ID, command("init"), random(seed)) {
        Err(Error::Exists(_)) => Folder::open(&dir, random(seed)).unwrap(),
        made => made.unwrap(),
    };
    kesu_store::private::Private::open(&dir).unwrap();
    for n in 0..ROWS {
        let unlike = i64::from(std::process::id()) * 1000 + n;
        folder.write(command("test"), |w| add(w, Table::Section, &body(Table::Section, unlike))).unwrap();
    }
}

/// Power lost in the middle of a save: all of a command is there, or nothing.
#[test]
fn a_killed_process_leaves_nothing_half() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    drop(Folder::create(&data, ID, command("init"), random(1)).unwrap());
    let mut last = 1;
    for round in 0..6 {
        let mut child = start("processes::child_writes_until_killed", &data).spawn().unwrap();
        let folder = open(&data);
        while folder.head().unwrap().seq < last + 30 + round * 7 {
            assert!(child.try_wait().unwrap().is_none(), "the child died by itself");
            std::thread::sleep(Duration::from_millis(1));
        }
        child.kill().unwrap();
        child.wait().unwrap();
        drop(folder);
        let folder = open(&data);
        last = folder.head().unwrap().seq;
        assert_eq!((last - 1) % 3, 0, "a command was cut");
        assert_eq!(breaks(&folder), []);
    }
}

#[test]
#[ignore = "the process that is killed by the test above"]
fn child_writes_until_killed() {
    let Some(dir) = started_on() else { return };
    let folder = open(&dir);
    let first = folder.head().unwrap().seq * 10;
    for n in first.. {
        let photo = format!("photo {n}");
        let stored = folder.keep_file(crate::house::at(0), 1 << 20, &mut photo.as_bytes()).unwrap();
        let command = command("test");
        folder
            .write(command, |w| {
                let section = add(w, Table::Section, &body(Table::Section, n))?;
                add(w, Table::File, &serde_json::json!({ "sha256": stored.digest.as_str() }))?;
                crate::house::put(w, Table::Section, section, 1, &body(Table::Section, n + 1_000_000))
            })
            .unwrap();
    }
}

/// The same with whole cases: lists, inboxes and search are those of the cases that are there.
#[test]
fn a_killed_process_leaves_lists_as_the_cases_are() {
    let works = works();
    let data = works.house.folder.dir().to_owned();
    for round in 1..=4 {
        let mut child = start("processes::child_saves_cases_until_killed", &data).spawn().unwrap();
        let last = works.house.folder.head().unwrap().seq;
        while works.house.folder.head().unwrap().seq < last + 40 + round * 11 {
            assert!(child.try_wait().unwrap().is_none(), "the child died by itself");
            std::thread::sleep(Duration::from_millis(1));
        }
        child.kill().unwrap();
        child.wait().unwrap();
        assert_eq!((works.house.breaks(), works.derived_breaks()), (vec![], vec![]));
        let page = Page { order: Order::Received, after: None, skip: 0, limit: 1000 };
        let listed = |search: &str| {
            let filter = RegisterFilter { search: search.into(), ..RegisterFilter::default() };
            works.read(None, |r| r.register(&filter, &page)).len()
        };
        assert_eq!(listed("焊缝"), listed(""), "every case is found, indexed or marked");
        assert!(listed("") > 0);
    }
}

#[test]
#[ignore = "the process that is killed by the test above"]
fn child_saves_cases_until_killed() {
    let Some(dir) = started_on() else { return };
    let works = Works::opened(open(&dir));
    for minutes in 1.. {
        let id = works.register("焊缝生锈", minutes);
        works.change(id, |case| case.sections[0].section = complaint("焊缝，另一种说法"));
    }
}

/// The folder is there, and this user may not write it.
#[cfg(unix)]
#[test]
fn a_read_only_folder_is_said_to_be_one() {
    use std::os::unix::fs::{PermissionsExt, chown};
    use std::os::unix::process::CommandExt;
    const NOBODY: u32 = 65534;
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    drop(Folder::create(&data, ID, command("init"), random(1)).unwrap());
    let mode = |path: &Path, mode| std::fs::set_permissions(path, PermissionsExt::from_mode(mode)).unwrap();
    let files: Vec<_> = std::fs::read_dir(&data).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.iter().for_each(|file| mode(file, 0o444));
    mode(&data, 0o555);
    let mut child = start("processes::child_may_not_write", &data);
    if std::fs::write(data.join("probe"), "").is_ok() {
        // The superuser may write everywhere: somebody else has to try.
        std::fs::remove_file(data.join("probe")).unwrap();
        mode(dir.path(), 0o755);
        chown(&data, Some(NOBODY), Some(NOBODY)).unwrap();
        child.uid(NOBODY).gid(NOBODY).current_dir(&data);
    }
    assert_eq!(child.status().unwrap().code(), Some(REFUSED));
    mode(&data, 0o755);
}

#[test]
#[ignore = "the process that may not write, of the test above"]
fn child_may_not_write() {
    let Some(dir) = started_on() else { return };
    assert_eq!(code(Folder::open(&dir, random(1)).map(drop)), "read_only");
    std::process::exit(REFUSED);
}
