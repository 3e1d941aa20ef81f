//! Lower-case hex, and no other spelling.

use std::fmt::Write as _;

/// The bytes in hex.
pub(crate) fn of(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// The bytes that it spells; `None` for an odd length or any sign but `0-9a-f`.
pub(crate) fn read(text: &str) -> Option<Vec<u8>> {
    let digit = |sign: u8| match sign {
        b'0'..=b'9' => Some(sign - b'0'),
        b'a'..=b'f' => Some(sign - b'a' + 10),
        _ => None,
    };
    let pairs = text.as_bytes().chunks(2);
    pairs
        .map(|pair| match *pair {
            [high, low] => Some(digit(high)? << 4 | digit(low)?),
            _ => None,
        })
        .collect()
}

/// The same, when it spells exactly so many bytes.
pub(crate) fn read_exact<const N: usize>(text: &str) -> Option<[u8; N]> {
    read(text)?.try_into().ok()
}
