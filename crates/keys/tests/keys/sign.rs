//! Signatures, and the texts that they are over.

use crate::key;
use kesu_keys::{endorsement_text, holds, signature_text};
use std::collections::BTreeSet;

const DIGEST: &str = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

#[test]
fn a_signature_holds_for_its_key_and_text_only() {
    let (one, two) = (key(1, "correct horse"), key(2, "correct horse"));
    let text = signature_text("approved", 7, "2026-11-22T05:18:27.123Z", DIGEST);
    let signature = one.open.sign(&text);
    assert_eq!(signature, one.open.sign(&text), "signing is not deterministic");
    assert!(holds(&one.public, &text, &signature));
    assert!(!holds(&two.public, &text, &signature));
    assert!(!holds(&one.exchange, &text, &signature));
    for bit in 0..text.len() * 8 {
        let mut other = text.clone();
        other[bit / 8] ^= 1 << (bit % 8);
        assert!(!holds(&one.public, &other, &signature), "bit {bit} of the text");
    }
    for at in 0..signature.len() {
        for sign in "0123456789abcdefABCDEF".chars().filter(|sign| !signature[at..].starts_with(*sign)) {
            let mut other = signature.clone();
            other.replace_range(at..=at, &sign.to_string());
            assert!(!holds(&one.public, &text, &other), "{sign} at {at} of the signature");
        }
    }
}

#[test]
fn what_is_no_key_or_no_signature_holds_nothing() {
    let made = key(1, "correct horse");
    let (public, signature) = (made.public.as_str(), made.open.sign(b"text"));
    let check = |public: &str, signature: &str| assert!(!holds(public, b"text", signature), "{public} {signature}");
    assert!(holds(public, b"text", &signature));
    check("", &signature);
    check(public, "");
    check(&public[2..], &signature);
    check(&public.to_uppercase(), &signature);
    check(&format!("05{}", &public[2..]), &signature);
    check(&format!("02{}", "ff".repeat(32)), &signature);
    check(public, &signature[2..]);
    check(public, &format!("{signature}00"));
    check(public, &"00".repeat(64));
    check(public, &mirrored(&signature));
}

#[test]
fn a_public_key_has_one_spelling() {
    let made = key(1, "correct horse");
    assert_eq!(made.public.len(), 66);
    assert_eq!(made.fingerprint.len(), 64);
    assert_eq!(made.fingerprint, made.open.fingerprint());
}

#[test]
fn known_answer() {
    // RFC 6979, A.2.5: the key, and its signature of "sample" with SHA-256; its s is above the half, so it is mirrored.
    let secret = "c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721";
    let bytes: Vec<u8> = (0..32).map(|at| u8::from_str_radix(&secret[at * 2..at * 2 + 2], 16).unwrap()).collect();
    let random = move |out: &mut [u8]| (0..out.len()).for_each(|at| out[at] = bytes[at]);
    let made = kesu_keys::new_pair(&random, &crate::typed("correct horse"), kesu_keys::Cost::TEST).unwrap();
    assert_eq!(made.public, "0360fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6");
    let expected = "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716\
                    f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8";
    assert_eq!(made.open.sign(b"sample"), mirrored(expected));
}

#[test]
fn no_two_texts_are_the_same() {
    let texts = [
        signature_text("approved", 7, "at", DIGEST),
        signature_text("approved", 71, "at", DIGEST),
        signature_text("approved7", 7, "at", DIGEST),
        signature_text("approve", 7, "dat", DIGEST),
        signature_text("", 7, "approvedat", DIGEST),
        signature_text("approved", 7, "at", &DIGEST[1..]),
        endorsement_text("approved", "7", "at", DIGEST),
        endorsement_text("approved7", "", "at", DIGEST),
        endorsement_text("approved", "7", DIGEST, "at"),
    ];
    let kinds: BTreeSet<_> = texts.iter().collect();
    assert_eq!(kinds.len(), texts.len());
}

/// The other signature that the mathematics would take: (r, n − s).
fn mirrored(signature: &str) -> String {
    let order = number("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
    let s = number(&signature[64..]);
    let (mut out, mut borrow) = ([0u8; 32], 0);
    for at in (0..32).rev() {
        let difference = i16::from(order[at]) - i16::from(s[at]) - borrow;
        borrow = i16::from(difference < 0);
        out[at] = difference.rem_euclid(256) as u8;
    }
    let low: String = out.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{}{low}", &signature[..64])
}

fn number(hex: &str) -> [u8; 32] {
    std::array::from_fn(|at| u8::from_str_radix(&hex[at * 2..at * 2 + 2], 16).unwrap())
}
