//! Backup and restore: one zip with a snapshot of the evidence, then its claimed files, and a manifest with the digest
//! of each and the head of the journal (model § 10, design § 7). The private file is no part of it.
//!
//! The snapshot comes first: whatever it claims was on the disk before, and is never altered.

mod pack;
mod unpack;

use crate::journal::Head;
use kesu_domain::people::FileDigest;
use serde::{Deserialize, Serialize};
pub use unpack::restore;

/// The first line of every manifest.
const FORMAT: &str = "kesu-backup-1";
/// Where the manifest lies in the zip.
const MANIFEST: &str = "manifest.json";

/// What a backup says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    format: String,
    /// The folder id.
    pub folder: String,
    /// Where its journal ends.
    pub head: Head,
    /// Claimed files that were missing when it was made: `verify` of a restored folder names them too.
    pub missing: Vec<FileDigest>,
    /// Everything in the zip but the manifest.
    parts: Vec<Part>,
}

/// One file of the zip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Part {
    name: String,
    bytes: u64,
    sha256: FileDigest,
}
