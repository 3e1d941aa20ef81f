//! The QR code that makes a paper checkable and files a scanned sheet (D-8, A-7).

use crate::error::FormError;
use crate::view::Issue;
use qrcode::{EcLevel, QrCode, Version};
use std::fmt::Write as _;

/// What a code of version 4, level M, holds in its alphanumeric mode.
const MOST: usize = 90;

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
