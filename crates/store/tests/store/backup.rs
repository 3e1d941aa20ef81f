//! Backup and restore.

use crate::house::{House, at, breaks, code, house, open};
use kesu_store::backup::restore;
use kesu_store::error::Error;
use kesu_store::schema::Table;
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

fn backed_up() -> (House, PathBuf) {
    let house = house();
    for n in 1..20 {
        house.add(Table::Section, n);
    }
    house.claim("photo one");
    house.claim("photo two");
    house.folder.keep_file(at(0), 1 << 20, &mut &b"claimed by nobody"[..]).unwrap();
    let file = house.dir.path().join("kesu-2026-11-22.zip");
    house.folder.backup(&file).unwrap();
    (house, file)
}

#[test]
fn a_restored_folder_is_the_one_that_was_backed_up() {
    let (house, file) = backed_up();
    let head = house.folder.head().unwrap();
    house.add(Table::Section, 99);
    let dir = house.dir.path().join("restored");
    let manifest = restore(&file, &dir).unwrap();
    assert_eq!((manifest.head, manifest.folder.as_str()), (head, house.folder.id()));
    let restored = open(&dir);
    assert_eq!((restored.head().unwrap(), breaks(&restored)), (head, vec![]));
    assert_eq!(restored.unclaimed_files().unwrap(), []);
    assert_eq!(house.folder.holds(&manifest.head).unwrap(), None);
    assert_eq!(fs::read_dir(house.dir.path()).unwrap().count(), 3, "data, backup, restored and nothing else");
}

#[test]
fn nothing_is_written_over() {
    let (house, file) = backed_up();
    assert_eq!(code(house.folder.backup(&file)), "exists");
    assert_eq!(code(restore(&file, house.folder.dir())), "exists");
    let empty = house.dir.path().join("empty");
    fs::create_dir(&empty).unwrap();
    restore(&file, &empty).unwrap();
}

/// A file that is missing does not keep the rest from being backed up; it is said, here and after.
#[test]
fn a_backup_of_a_folder_with_a_missing_file_says_so() {
    let (house, _) = backed_up();
    let gone = house.claim("soon gone");
    fs::remove_file(house.folder.dir().join("files").join(&gone.as_str()[..2]).join(gone.as_str())).unwrap();
    let file = house.dir.path().join("second.zip");
    assert_eq!(house.folder.backup(&file).unwrap().missing, [gone]);
    let dir = house.dir.path().join("restored");
    restore(&file, &dir).unwrap();
    assert_eq!(breaks(&open(&dir)), house.breaks());
    assert_eq!(house.breaks().len(), 1);
}

/// The parts of a backup, altered and packed again.
fn repack(file: &Path, to: &Path, alter: impl Fn(&str, Vec<u8>) -> Option<Vec<u8>>) {
    let mut from = zip::ZipArchive::new(fs::File::open(file).unwrap()).unwrap();
    let mut zip = zip::ZipWriter::new(fs::File::create(to).unwrap());
    for at in 0..from.len() {
        let mut part = from.by_index(at).unwrap();
        let name = String::from_utf8(part.name_raw().to_vec()).unwrap();
        let mut bytes = vec![];
        part.read_to_end(&mut bytes).unwrap();
        if let Some(bytes) = alter(&name, bytes) {
            zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(&bytes).unwrap();
        }
    }
    zip.finish().unwrap();
}

#[test]
fn an_altered_backup_is_refused_and_leaves_nothing() {
    let (house, file) = backed_up();
    let bad = house.dir.path().join("bad.zip");
    let dir = house.dir.path().join("restored");
    let check = |what: &str| {
        let refused = restore(&bad, &dir);
        assert!(matches!(&refused, Err(Error::Backup(_))), "{what}: {refused:?}");
        assert!(!dir.exists() && !house.dir.path().join("restored.part").exists(), "{what}");
    };
    let text = |bytes: Vec<u8>, from: &str, to: &str| {
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.contains(from));
        Some(text.replacen(from, to, 1).into_bytes())
    };
    fs::write(&bad, "not a zip").unwrap();
    check("no zip");
    fs::write(&bad, &fs::read(&file).unwrap()[..4000]).unwrap();
    check("cut short");
    repack(&file, &bad, |name, bytes| (name != "manifest.json").then_some(bytes));
    check("no manifest");
    repack(&file, &bad, |name, bytes| (!name.starts_with("files/")).then_some(bytes));
    check("files left out");
    repack(&file, &bad, |name, mut bytes| {
        if name.starts_with("files/") {
            bytes.push(b'!');
        }
        Some(bytes)
    });
    check("a photo altered");
    repack(&file, &bad, |name, bytes| {
        if name == "manifest.json" { text(bytes, "kesu-backup-1", "kesu-backup-9") } else { Some(bytes) }
    });
    check("another format");
    repack(
        &file,
        &bad,
        |name, bytes| if name == "manifest.json" { text(bytes, "\"seq\": ", "\"seq\": 1") } else { Some(bytes) },
    );
    check("another head");
    repack(&file, &bad, |name, bytes| {
        if name == "manifest.json" { text(bytes, "\"kesu.db\"", "\"../kesu.db\"") } else { Some(bytes) }
    });
    check("a way out of the folder");
}

/// A byte of the stored zip is flipped: wherever it is, nothing that is not what was backed up is restored.
#[test]
fn a_damaged_backup_is_refused_or_restores_the_same() {
    let (house, file) = backed_up();
    let head = house.folder.head().unwrap();
    let bytes = fs::read(&file).unwrap();
    let bad = house.dir.path().join("bad.zip");
    let mut refused = 0;
    for n in 0..40 {
        let mut copy = bytes.clone();
        let at = n * (copy.len() - 1) / 39;
        copy[at] ^= 0x40;
        fs::write(&bad, copy).unwrap();
        let dir = house.dir.path().join(format!("restored-{n}"));
        match restore(&bad, &dir) {
            Ok(manifest) => assert_eq!((manifest.head, breaks(&open(&dir))), (head, vec![]), "byte {at}"),
            Err(_) => {
                refused += 1;
                assert!(!dir.exists(), "byte {at}");
            }
        }
    }
    assert!(refused > 20, "only {refused} of 40 were refused");
}
