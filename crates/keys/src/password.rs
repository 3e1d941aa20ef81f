//! A password as it was typed, and what it costs to try one.

use crate::Error;
use argon2::{Algorithm, Argon2, Params, Version};
use zeroize::Zeroizing;

/// What somebody typed. Taken as it is: no trimming, no normal form, no rule but its length.
pub struct Password(Zeroizing<String>);

impl Password {
    /// The least number of characters of a new one.
    pub const LEAST: usize = 8;

    /// Takes what was typed; it is wiped when dropped.
    pub fn typed(text: String) -> Password {
        Password(Zeroizing::new(text))
    }

    /// Long enough to seal a key with. Characters are Unicode characters: eight Chinese ones will do.
    pub fn is_acceptable(&self) -> bool {
        self.0.chars().count() >= Password::LEAST
    }
}

/// Shows that there is one, and nothing of it, so that structs around it can be logged.
impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password(…)")
    }
}

/// What one try costs (Argon2id). Kept beside each sealed key, so that it may rise without making old keys unreadable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

impl Cost {
    /// For real accounts: 64 MiB, three passes, above what OWASP asks for (19 MiB, two), still well under 0.3 s.
    pub const DEFAULT: Cost = Cost { memory_kib: 64 * 1024, passes: 3, lanes: 1 };
    /// For tests and sample data only, where thousands of keys are made: it protects nothing.
    pub const TEST: Cost = Cost { memory_kib: 64, passes: 1, lanes: 1 };

    /// A cost; `None` outside 64 KiB–1 GiB, 1–64 passes, 1–8 lanes: a damaged or forged row must not be able to stall
    /// the machine, or to make a password cheap below the tests' own figure.
    pub fn new(memory_kib: u32, passes: u32, lanes: u32) -> Option<Cost> {
        let fits = (64..=1024 * 1024).contains(&memory_kib) && (1..=64).contains(&passes) && (1..=8).contains(&lanes);
        fits.then_some(Cost { memory_kib, passes, lanes })
    }

    /// Memory, KiB.
    pub fn memory_kib(self) -> u32 {
        self.memory_kib
    }
    /// Passes.
    pub fn passes(self) -> u32 {
        self.passes
    }
    /// Lanes.
    pub fn lanes(self) -> u32 {
        self.lanes
    }

    /// The key that this password gives with this salt.
    pub(crate) fn derive(self, password: &Password, salt: &[u8]) -> Result<Zeroizing<[u8; 32]>, Error> {
        let params = Params::new(self.memory_kib, self.passes, self.lanes, None)
            .expect("the ranges of Cost::new lie within those of Argon2");
        let mut key = Zeroizing::new([0; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(password.0.as_bytes(), salt, key.as_mut_slice())
            .map_err(|_| Error::Memory)?;
        Ok(key)
    }
}
