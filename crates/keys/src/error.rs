//! What can go wrong with keys. Nothing in it ever names a secret.

/// Why a key was not made or not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The password is too short to seal anything.
    #[error("the password is shorter than {} characters", crate::Password::LEAST)]
    Weak,
    /// The row of a key is not what was kept: the part that shows it.
    #[error("the row of the key is damaged: {0}")]
    Damaged(&'static str),
    /// The source of randomness gave numbers that are no key, again and again.
    #[error("the source of randomness gives no usable numbers")]
    Random,
    /// The machine could not lend the memory that the derivation needs.
    #[error("not enough memory to open or seal a key")]
    Memory,
}
