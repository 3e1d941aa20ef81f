//! What makes a paper checkable: the check code for typing, and the QR code that files a scanned sheet (D-8, A-7).

use crate::error::FormError;
use crate::view::{Issue, Sheet};
use qrcode::{EcLevel, QrCode, Version};
use std::fmt::Write as _;

/// Five bits to a sign; without 0 1 I O, which are taken for one another.
const ALPHABET: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
/// What a code of version 4, level M, holds in its alphanumeric mode.
const MOST: usize = 90;

/// The first 60 bits of a content digest, as three groups of four signs (model § 9).
pub fn check_code(digest: &[u8; 32]) -> String {
    let bits = digest.iter().take(8).fold(0u64, |bits, byte| bits << 8 | u64::from(*byte));
    let sign = |n: u32| char::from(ALPHABET[(bits >> (59 - 5 * n) & 31) as usize]);
    (0..12).flat_map(|n| (n > 0 && n % 4 == 0).then_some('-').into_iter().chain([sign(n)])).collect()
}

/// Bytes as hex in capitals, in groups of four.
pub(super) fn grouped(bytes: &[u8]) -> String {
    let mut out = String::new();
    for (n, byte) in bytes.iter().enumerate() {
        let gap = if n > 0 && n % 2 == 0 { " " } else { "" };
        let _ = write!(out, "{gap}{byte:02X}");
    }
    out
}

/// A QR code that has been computed.
pub(super) struct Code {
    pub(super) modules: usize,
    pub(super) dark: Vec<bool>,
    pub(super) says: String,
}

/// The code of one page: `KESU1/case/form/issue/page-of/32 hex of the content digest`.
pub(super) fn code(form: &str, case_no: &str, issue: &Issue, page: usize, of: usize) -> Result<Code, FormError> {
    let mut says = format!("KESU1/{}/{form}/{}/{page}-{of}/", plain(case_no), plain(&issue.number));
    for byte in &issue.digest[..16] {
        let _ = write!(says, "{byte:02X}");
    }
    let too_long = || FormError::CodeTooLong { text: says.clone(), most: MOST };
    let made = QrCode::with_version(says.as_bytes(), Version::Normal(4), EcLevel::M).map_err(|_| too_long())?;
    Ok(Code { modules: made.width(), dark: made.to_colors().iter().map(|c| *c == qrcode::Color::Dark).collect(), says })
}

/// The alphanumeric mode knows capitals, digits and few signs; everything else stands as the hex of its bytes behind `%`.
fn plain(text: &str) -> String {
    let mut out = String::new();
    for byte in text.to_uppercase().bytes() {
        match byte {
            b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' => out.push(char::from(byte)),
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    if out.is_empty() { "-".to_owned() } else { out }
}

/// The check code of a sheet, if it has one.
pub(super) fn of_sheet(sheet: &Sheet) -> Option<String> {
    sheet.issue().map(|issue| check_code(&issue.digest))
}
