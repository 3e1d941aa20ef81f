//! Digests, and the check code 校验码 by which a printed form is found again.

use crate::{hex, text};
use sha2::{Digest as _, Sha256};

/// The signs of a check code: no `0 O`, no `1 I`, so that what is read from paper or over the phone is typed right.
const SIGNS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/// SHA-256, lower-case hex.
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex::of(&Sha256::digest(bytes))
}

/// The digest that stands on paper: over the manifest and each signature shown (its id, the digest that it signed), in
/// the order of the ids, however the caller lists them.
pub fn content_digest(manifest_text: &str, signatures: &[(i64, String)]) -> String {
    let mut shown: Vec<_> = signatures.iter().collect();
    shown.sort();
    let lines: Vec<String> = shown.iter().map(|(id, digest)| format!("{id}\t{digest}")).collect();
    let parts: Vec<&[u8]> =
        std::iter::once(manifest_text).chain(lines.iter().map(String::as_str)).map(str::as_bytes).collect();
    sha256_hex(&text::tagged("kesu-content-1", &parts))
}

/// The first 60 bits of a content digest, five to a sign: `K7QM-2XRD-9FTA`.
///
/// # Panics
/// When it is given anything but a digest in hex, which nothing but [`content_digest`] makes.
pub fn check_code(content_digest_hex: &str) -> String {
    let bits = content_digest_hex.get(..15).and_then(|first| u64::from_str_radix(first, 16).ok());
    let bits = bits.expect("a check code is made of a digest in hex");
    let mut code = String::with_capacity(14);
    for place in 0..12 {
        if place == 4 || place == 8 {
            code.push('-');
        }
        let sign = bits >> (55 - 5 * place) & 31;
        code.push(char::from(SIGNS[sign as usize]));
    }
    code
}
