//! Making and opening a folder; each way in which it cannot be opened has its own answer.

use crate::house::{ID, at, body, code, command, house, open, random};
use kesu_store::error::{Error, WayOut};
use kesu_store::folder::Folder;
use kesu_store::schema::Table;
use kesu_store::verify::{Break, Scope};
use std::fs;
use std::io::{Seek, SeekFrom, Write};

#[test]
fn a_folder_is_found_again_as_it_was_left() {
    let house = house();
    house.add(Table::Plant, 1);
    let head = house.folder.head().unwrap();
    let again = open(house.folder.dir());
    assert_eq!((again.id(), again.head().unwrap()), (ID, head));
    assert_eq!(head.to_string().parse(), Ok(head));
}

/// One folder serves the threads of a server.
#[test]
fn a_folder_is_shared_by_threads() {
    let house = house();
    let folder = &house.folder;
    std::thread::scope(|scope| {
        for k in 0..4 {
            scope.spawn(move || {
                for n in 0..10 {
                    let text = body(Table::Section, k * 100 + n);
                    folder.write(command("test"), |w| crate::house::add(w, Table::Section, &text)).unwrap();
                    folder.read(None, at(0), |r| r.head()).unwrap();
                }
            });
        }
    });
    assert_eq!((folder.head().unwrap().seq, house.breaks()), (41, vec![]));
}

#[test]
fn nothing_is_made_over_what_is_there() {
    let house = house();
    let again = Folder::create(house.folder.dir(), "another", command("init"), random(3));
    assert_eq!(code(again.map(drop)), "exists");
    let other = house.dir.path().join("other");
    fs::create_dir(&other).unwrap();
    fs::write(other.join("thesis.docx"), "x").unwrap();
    assert_eq!(code(Folder::create(&other, ID, command("init"), random(3)).map(drop)), "exists");
    assert_eq!(fs::read_dir(&other).unwrap().count(), 1);
}

/// The power was lost while the folder was made: making it again completes it, and before that there is none.
#[test]
fn an_interrupted_making_is_completed() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("kesu.lock"), "").unwrap();
    fs::write(dir.path().join("kesu.db"), "").unwrap();
    assert_eq!(code(Folder::open(dir.path(), random(3)).map(drop)), "no_folder");
    let folder = Folder::create(dir.path(), ID, command("init"), random(3)).unwrap();
    assert_eq!(folder.head().unwrap().seq, 1);
}

#[test]
fn what_cannot_be_opened_says_why_and_what_to_do() {
    let check = |harm: &dyn Fn(&std::path::Path), expected: &str, way: WayOut| {
        let house = house();
        let dir = house.folder.dir().to_owned();
        let kept = house.dir;
        drop(house.folder);
        harm(&dir);
        let error = Folder::open(&dir, random(3)).map(drop).unwrap_err();
        assert_eq!((error.code(), error.way_out()), (expected, Some(way)), "{error}");
        drop(kept);
    };
    let newer = |dir: &std::path::Path| crate::house::raw(dir).pragma_update(None, "user_version", 99).unwrap();
    check(&newer, "newer", WayOut::UpdateProgram);
    let ageless = |dir: &std::path::Path| crate::house::raw(dir).pragma_update(None, "user_version", 0).unwrap();
    check(&ageless, "damaged", WayOut::Restore);
    check(&|dir| fs::write(dir.join("kesu.db"), "no database at all").unwrap(), "damaged", WayOut::Restore);
    check(&|dir| fs::write(dir.join("kesu.db"), "short").unwrap(), "damaged", WayOut::Restore);
    let zeroed = |dir: &std::path::Path| {
        let mut file = fs::OpenOptions::new().write(true).open(dir.join("kesu.db")).unwrap();
        file.seek(SeekFrom::Start(100)).unwrap();
        file.write_all(&[0; 3000]).unwrap();
    };
    check(&zeroed, "damaged", WayOut::Restore);
    check(&|dir| fs::remove_file(dir.join("kesu.db")).unwrap(), "no_folder", WayOut::ChooseOtherFolder);
    check(&|dir| fs::write(dir.join(".stfolder"), "").unwrap(), "shared", WayOut::ChooseLocalFolder);
}

/// A page deep in the file is damaged: it opens, and `verify` says so.
#[test]
fn damage_inside_is_named() {
    let house = house();
    for n in 0..200 {
        house.add(Table::Section, n);
    }
    let dir = house.folder.dir().to_owned();
    let kept = house.dir;
    drop(house.folder);
    let pages = fs::metadata(dir.join("kesu.db")).unwrap().len() / 4096;
    let mut file = fs::OpenOptions::new().write(true).open(dir.join("kesu.db")).unwrap();
    file.seek(SeekFrom::Start((pages - 3) * 4096)).unwrap();
    file.write_all(&[0xff; 4096]).unwrap();
    let mut named = vec![];
    let verified = open(&dir).verify(Scope::Full, &mut |found| named.push(found));
    let said = named.iter().any(|found| matches!(found, Break::Damaged { .. }));
    assert!(said || matches!(verified, Err(Error::Damaged(_))), "{verified:?} {named:?}");
    drop(kept);
}

#[test]
fn a_folder_that_somebody_holds_is_busy() {
    let house = house();
    let other = house.raw();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let refused = house.folder.write(command("test"), |w| crate::house::add(w, Table::Plant, &body(Table::Plant, 1)));
    assert_eq!(code(refused), "busy");
    assert_eq!(house.folder.read(None, at(0), |r| r.head()).unwrap().seq, 1, "reading goes on");
    other.execute_batch("ROLLBACK").unwrap();
    house.add(Table::Plant, 1);
}

#[cfg(unix)]
#[test]
fn only_this_user_can_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let house = house();
    house.claim("photo");
    kesu_store::private::Private::open(house.folder.dir()).unwrap();
    let mut open = vec![house.folder.dir().to_owned()];
    while let Some(path) = open.pop() {
        let mode = fs::metadata(&path).unwrap().permissions().mode() & 0o777;
        let expected = if path.is_dir() { 0o700 } else { 0o600 };
        assert_eq!(mode, expected, "{} has {mode:o}", path.display());
        if path.is_dir() {
            open.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        }
    }
}
