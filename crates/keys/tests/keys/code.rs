//! Digests and the check code on paper.

use kesu_keys::{check_code, content_digest, sha256_hex};
use std::collections::BTreeSet;

#[test]
fn digests_are_sha_256() {
    assert_eq!(sha256_hex(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

#[test]
fn known_check_codes() {
    let check = |first: &str, code: &str| assert_eq!(check_code(&format!("{first:0<64}")), code, "{first}");
    check("", "2222-2222-2222");
    check("fffffffffffffff", "ZZZZ-ZZZZ-ZZZZ");
    // 00000 00001 00010 … 01011: the first twelve signs in their order.
    check("00443214c74254b", "2345-6789-ABCD");
    // The sixteenth hex sign is no part of it.
    check("00443214c74254bf", "2345-6789-ABCD");
    check("8000000000000000", "J222-2222-2222");
    check("0000000000000010", "2222-2222-2223");
    check("0000000000000001", "2222-2222-2222");
}

#[test]
fn a_content_digest_is_of_the_manifest_and_the_signatures_shown() {
    let signed = |ids: &[i64]| ids.iter().map(|id| (*id, format!("digest {id}"))).collect::<Vec<_>>();
    let plain = content_digest("manifest\n", &[]);
    assert_eq!(plain, content_digest("manifest\n", &[]));
    assert_eq!(content_digest("manifest\n", &signed(&[1, 2])), content_digest("manifest\n", &signed(&[2, 1])));
    let all = [
        plain,
        content_digest("manifest", &[]),
        content_digest("manifest\n", &signed(&[1])),
        content_digest("manifest\n", &signed(&[2])),
        content_digest("manifest\n", &signed(&[1, 2])),
        content_digest("manifest\n", &[(1, "digest 2".to_owned())]),
        content_digest("manifest\n1\tdigest 1", &[]),
    ];
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
}
