//! Files by their digest.

use crate::house::{add, at, code, command, house};
use kesu_domain::people::FileDigest;
use kesu_store::schema::Table;
use serde_json::json;
use std::io::{self, Read};

const DAY: i64 = 24 * 60;

#[test]
fn a_file_is_kept_once_under_its_digest() {
    let house = house();
    let stored = house.folder.keep_file(at(0), 1 << 20, &mut &b"abc"[..]).unwrap();
    let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!((stored.digest.as_str(), stored.bytes), (digest, 3));
    assert_eq!(house.folder.keep_file(at(1), 1 << 20, &mut &b"abc"[..]).unwrap(), stored);
    assert_eq!(house.folder.unclaimed_files().unwrap(), std::slice::from_ref(&stored.digest));
    let mut bytes = vec![];
    house.folder.open_file(&stored.digest).unwrap().read_to_end(&mut bytes).unwrap();
    assert_eq!(bytes, b"abc");
    let lies = house.folder.dir().join("files/ba").join(digest);
    assert!(lies.is_file());
    assert_eq!(std::fs::read_dir(house.folder.dir().join("files/tmp")).unwrap().count(), 0);
}

/// What lies under a name and has other bytes is replaced by what the name says.
#[test]
fn a_damaged_file_is_healed_by_keeping_it_again() {
    let house = house();
    let digest = house.claim("the very photo");
    let path = house.folder.dir().join("files").join(&digest.as_str()[..2]).join(digest.as_str());
    std::fs::write(&path, "something else").unwrap();
    assert_eq!(house.breaks().len(), 1);
    house.folder.keep_file(at(0), 1 << 20, &mut &b"the very photo"[..]).unwrap();
    assert_eq!(house.breaks(), []);
}

#[test]
fn reading_that_breaks_off_leaves_nothing() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the cable was pulled"))
        }
    }
    let house = house();
    let broken = house.folder.keep_file(at(0), 1 << 20, &mut (&b"half of it"[..]).chain(Broken));
    assert_eq!(code(broken), "io");
    assert_eq!(house.folder.unclaimed_files().unwrap(), []);
    assert_eq!(std::fs::read_dir(house.folder.dir().join("files/tmp")).unwrap().count(), 0);
}

/// One byte too many is found while it is read: neither the file nor a part of it stays.
#[test]
fn of_a_file_that_is_too_large_nothing_is_kept() {
    let house = house();
    let check = |most: u64, said: &str| {
        let kept = house.folder.keep_file(at(0), most, &mut &b"four"[..]).map(|stored| stored.bytes);
        assert_eq!(kept.map_or_else(|cause| cause.code(), |_| "kept"), said, "at most {most}");
        let files = house.folder.unclaimed_files().unwrap().len();
        assert_eq!(files, usize::from(said == "kept"), "at most {most}");
        assert_eq!(std::fs::read_dir(house.folder.dir().join("files/tmp")).unwrap().count(), 0);
    };
    check(0, "too_large");
    check(3, "too_large");
    check(4, "kept");
}

#[test]
fn only_what_is_kept_can_be_claimed() {
    let house = house();
    let nothing = FileDigest::new(&"0".repeat(64)).unwrap();
    let refused = house.folder.write(command("test"), |w| add(w, Table::File, &json!({ "sha256": nothing.as_str() })));
    assert_eq!(code(refused), "not_found");
}

#[test]
fn what_nobody_claims_goes_after_seven_days() {
    let house = house();
    let claimed = house.claim("claimed");
    let old = house.folder.keep_file(at(0), 1 << 20, &mut &b"old"[..]).unwrap().digest;
    let brought_again = house.folder.keep_file(at(0), 1 << 20, &mut &b"again"[..]).unwrap().digest;
    house.folder.keep_file(at(6 * DAY), 1 << 20, &mut &b"again"[..]).unwrap();
    std::fs::write(house.folder.dir().join("files/tmp/leftover"), "x").unwrap();
    assert_eq!(house.folder.sweep(at(7 * DAY - 1)).unwrap(), []);
    assert_eq!(house.folder.sweep(at(7 * DAY)).unwrap(), [old]);
    assert_eq!(house.folder.unclaimed_files().unwrap(), [brought_again]);
    house.folder.open_file(&claimed).unwrap();
    assert_eq!(house.breaks(), []);
}
