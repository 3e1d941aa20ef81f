//! Boxes to sign, and what stands in them (forms-language § 4).

use super::Words;

/// One box of the sign-off row, in the order of signing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignBox {
    /// 制作, 审核, 批准; 责任部门.
    pub role: Words,
    /// What the signer says by signing; of a substitute who delegated, of a 补办 how it was approved ahead.
    pub meaning: Words,
    /// What has happened in it.
    pub state: SignState,
}

/// What has happened in a box.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum SignState {
    /// Nobody has signed yet, or it is to be signed by hand.
    #[default]
    Open,
    /// Signed on a PC.
    Electronic {
        /// Who.
        name: String,
        /// Signs for somebody else: 代 stands behind the name.
        substitute: bool,
        /// With seconds and offset.
        at: String,
        /// Short id of the key.
        key: String,
        /// JPEG or PNG of the drawn name.
        drawn: Option<Vec<u8>>,
    },
    /// Signed, and what was signed has changed since: it counts no more.
    Voided {
        /// Who.
        name: String,
        /// With seconds and offset.
        at: String,
        /// Short id of the key.
        key: String,
        /// The revision that was signed: `r5`.
        signed: String,
        /// The present one: `r7`.
        present: String,
    },
    /// Signed on paper and scanned back; never shown as electronic.
    Scanned {
        /// Who signed.
        name: String,
        /// The date on the paper.
        on_paper: String,
        /// Who recorded it.
        recorded_by: String,
        /// When it was scanned.
        scanned_at: String,
        /// Short digest of the scan.
        digest: String,
        /// Number of the annex that holds the scan.
        annex: String,
    },
}

/// One box of the 会签 row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CounterSign {
    /// Whose.
    pub department: Words,
    /// What it says; `None` while it is open.
    pub opinion: Option<Opinion>,
    /// What has happened in it.
    pub state: SignState,
}

/// What a department says to a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opinion {
    /// 同意
    Agrees,
    /// 有异议, in an annex
    Objects,
}
