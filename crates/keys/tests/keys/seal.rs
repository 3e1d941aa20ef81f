//! Sealed keys: wrong passwords, damaged rows, rows that changed places, a change of password.

use crate::{key, numbers, typed};
use kesu_domain::master::Sealed;
use kesu_keys::{Cost, Error, Password, holds, new_pair, open};

const RIGHT: &str = "correct horse";

#[test]
fn only_the_password_opens_it() {
    let made = key(1, RIGHT);
    let opened = open(&made.sealed, &made.public, &typed(RIGHT)).unwrap().unwrap();
    assert_eq!(
        (opened.public(), opened.exchange(), opened.fingerprint()),
        (made.public.clone(), made.exchange.clone(), made.fingerprint.clone())
    );
    assert_eq!(opened.sign(b"text"), made.open.sign(b"text"));
    assert_ne!(made.public, made.exchange);
    for wrong in ["correct horsf", "Correct horse", "correct horse ", ""] {
        assert!(open(&made.sealed, &made.public, &typed(wrong)).unwrap().is_none(), "{wrong:?}");
    }
}

#[test]
fn a_damaged_row_never_opens_and_says_where_it_can() {
    let made = key(1, RIGHT);
    let check = |what: &str, spoil: &dyn Fn(&mut Sealed), error: Option<&'static str>| {
        let mut spoilt = made.sealed.clone();
        spoil(&mut spoilt);
        assert_ne!(spoilt, made.sealed, "{what}");
        match open(&spoilt, &made.public, &typed(RIGHT)) {
            Ok(None) => assert_eq!(error, None, "{what}"),
            Ok(Some(_)) => panic!("{what}: opened"),
            Err(found) => assert_eq!(error.map(Error::Damaged), Some(found), "{what}"),
        }
    };
    check("memory out of bounds", &|s| s.memory_kib = u32::MAX, Some("cost"));
    check("no lanes", &|s| s.lanes = 0, Some("cost"));
    check("another cost", &|s| s.passes = 2, None);
    check("no salt", &|s| s.salt.clear(), Some("salt"));
    check("long salt", &|s| s.salt.push_str("00"), Some("salt"));
    check("odd nonce", &|s| s.nonce.truncate(47), Some("nonce"));
    check("letters in the nonce", &|s| s.nonce.replace_range(0..1, "x"), Some("nonce"));
    check("upper case", &|s| s.sealed = s.sealed.to_uppercase(), Some("sealed"));
    check("short seal", &|s| s.sealed.truncate(158), Some("sealed"));
    check("not hex", &|s| s.sealed.replace_range(0..3, "钥"), Some("sealed"));
    for at in 0..made.sealed.sealed.len() {
        check("a sign of the seal", &|s| flip(&mut s.sealed, at), None);
    }
    for at in 0..made.sealed.nonce.len() {
        check("a sign of the nonce", &|s| flip(&mut s.nonce, at), None);
    }
    for at in 0..made.sealed.salt.len() {
        check("a sign of the salt", &|s| flip(&mut s.salt, at), None);
    }
}

#[test]
fn a_seal_does_not_open_in_the_row_of_another() {
    let (one, two) = (key(1, RIGHT), key(2, RIGHT));
    assert!(open(&one.sealed, &two.public, &typed(RIGHT)).unwrap().is_none());
    assert!(open(&two.sealed, &one.public, &typed(RIGHT)).unwrap().is_none());
    assert!(open(&one.sealed, &one.exchange, &typed(RIGHT)).unwrap().is_none());
}

#[test]
fn a_change_of_password_keeps_the_pair() {
    let made = key(1, RIGHT);
    let again = made.open.seal_again(&numbers(9), &typed("battery staple"), Cost::TEST).unwrap();
    assert!(open(&again, &made.public, &typed(RIGHT)).unwrap().is_none());
    let opened = open(&again, &made.public, &typed("battery staple")).unwrap().unwrap();
    assert_eq!((opened.public(), opened.exchange()), (made.public.clone(), made.exchange.clone()));
    assert!(holds(&made.public, b"text", &opened.sign(b"text")));
    let same = made.open.seal_again(&numbers(10), &typed(RIGHT), Cost::TEST).unwrap();
    assert!(same.salt != made.sealed.salt && same.nonce != made.sealed.nonce && same.sealed != made.sealed.sealed);
}

#[test]
fn a_broken_source_of_randomness_makes_no_key() {
    let check = |fill: u8, made: Option<Error>| {
        let random = move |bytes: &mut [u8]| bytes.fill(fill);
        assert_eq!(new_pair(&random, &Password::typed(RIGHT.to_owned()), Cost::TEST).err(), made, "{fill:#x}");
    };
    check(0, Some(Error::Random));
    check(0xff, Some(Error::Random));
    check(0x11, None);
}

#[test]
fn the_cost_for_real_accounts_works() {
    let made = new_pair(&numbers(3), &typed(RIGHT), Cost::DEFAULT).unwrap();
    assert!(open(&made.sealed, &made.public, &typed(RIGHT)).unwrap().is_some());
    assert!(open(&made.sealed, &made.public, &typed("correct horsf")).unwrap().is_none());
}

/// Another hex sign in this place.
fn flip(text: &mut String, at: usize) {
    let other = if &text[at..=at] == "0" { "1" } else { "0" };
    text.replace_range(at..=at, other);
}
