//! Keys, passwords, signatures (model § 9, design § 8).
//!
//! Owns: the key pairs of an account, how a password seals and opens them, signatures and what exactly they are over,
//! digests and the check code on paper. The only crate that knows Argon2, P-256 and the AEAD.
//!
//! Must never know: who may sign what, accounts that are locked, tables, forms; no clock and no randomness either,
//! both are handed in. No private key and no password leaves this crate; both are wiped when they are dropped.
//!
//! Errors: one enum, [`Error`]. A wrong password is no error but an answer (`None`), because it is counted. Everything
//! that is kept is lower-case hex, and is refused in any other spelling: one value has one text.

mod code;
mod error;
mod hex;
mod pair;
mod password;
mod seal;
mod text;

pub use code::{check_code, content_digest, sha256_hex};
pub use error::Error;
pub use pair::{NewKey, OpenKey, holds, new_pair};
pub use password::{Cost, Password};
pub use seal::{open, pretend};
pub use text::{endorsement_text, signature_text};

/// Where randomness comes from: fills the bytes it is given.
pub type Random<'a> = &'a dyn Fn(&mut [u8]);
