//! The machine: the only place in the workspace that reads a clock or makes randomness. Tests hand in one that does neither.

use kesu_domain::time::Stamp;
use rand_core::{OsRng, RngCore};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

/// What changes from one run to the next.
pub trait Machine: Send + Sync {
    /// Now, UTC.
    fn now(&self) -> Stamp;
    /// The offset of this machine's wall clock, e.g. `+08:00`; the journal keeps it beside each entry.
    fn zone(&self) -> String;
    /// The name of this machine, for the journal (11.10 h).
    fn name(&self) -> String;
    /// Fills the bytes with randomness that nobody can guess.
    fn random(&self, bytes: &mut [u8]);
    /// A new id that nobody else has.
    fn uuid(&self) -> String {
        let mut bytes = [0u8; 16];
        self.random(&mut bytes);
        uuid::Builder::from_random_bytes(bytes).into_uuid().to_string()
    }
}

/// The machine that the program runs on.
#[derive(Debug, Default)]
pub struct RealMachine;

impl Machine for RealMachine {
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
    fn now(&self) -> Stamp {
        Stamp::from_millis(chrono::Utc::now().timestamp_millis()).unwrap_or_else(epoch)
    }
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
    fn zone(&self) -> String {
        chrono::Local::now().format("%:z").to_string()
    }
    fn name(&self) -> String {
        NAME.get_or_init(name_of_this_machine).clone()
    }
    fn random(&self, bytes: &mut [u8]) {
        OsRng.fill_bytes(bytes);
    }
}

/// Read once: it stands in every entry.
static NAME: OnceLock<String> = OnceLock::new();

fn name_of_this_machine() -> String {
    let named = ["COMPUTERNAME", "HOSTNAME"].iter().find_map(|name| std::env::var(name).ok());
    let named = named.filter(|name| !name.is_empty());
    let file = || std::fs::read_to_string("/etc/hostname").ok().map(|name| name.trim().to_owned());
    named.or_else(file).unwrap_or_else(|| "unnamed".into())
}

fn epoch() -> Stamp {
    Stamp::from_millis(0).expect("the epoch lies within the years 0000 to 9999")
}

/// A machine for tests and samples: its clock moves only when told, its randomness is a sequence from a seed.
#[derive(Debug)]
pub struct StillMachine {
    now: AtomicI64,
    seed: u64,
    drawn: AtomicU64,
}

impl StillMachine {
    /// At this moment, with this seed.
    pub fn new(now: Stamp, seed: u64) -> StillMachine {
        StillMachine { now: AtomicI64::new(now.millis()), seed, drawn: AtomicU64::new(0) }
    }
    /// Sets the clock.
    pub fn set(&self, now: Stamp) {
        self.now.store(now.millis(), Ordering::SeqCst);
    }
    /// Moves the clock.
    pub fn pass(&self, millis: i64) {
        self.now.fetch_add(millis, Ordering::SeqCst);
    }
}

impl Machine for StillMachine {
    fn now(&self) -> Stamp {
        Stamp::from_millis(self.now.load(Ordering::SeqCst)).unwrap_or_else(epoch)
    }
    fn zone(&self) -> String {
        "+08:00".into()
    }
    fn name(&self) -> String {
        "still".into()
    }
    fn random(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(32) {
            let n = self.drawn.fetch_add(1, Ordering::SeqCst);
            let digest = <sha2::Sha256 as sha2::Digest>::digest([self.seed.to_be_bytes(), n.to_be_bytes()].concat());
            chunk.copy_from_slice(&digest[..chunk.len()]);
        }
    }
}
