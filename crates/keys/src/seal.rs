//! Sealing private keys with a password, and opening them: Argon2id, then XChaCha20-Poly1305.
//!
//! The public key is bound in as associated data. A sealed key that is moved to the row of another account does not
//! open there, whatever the password.

use crate::pair::OpenKey;
use crate::{Cost, Error, Password, Random, hex, text};
use chacha20poly1305::XChaCha20Poly1305;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use kesu_domain::master::Sealed;
use zeroize::Zeroizing;

/// Length of the salt.
const SALT: usize = 16;
/// Length of the nonce: long enough to be drawn at random for every seal.
const NONCE: usize = 24;
/// Length of what is sealed: the two private keys, one after the other.
pub(crate) const SECRETS: usize = 64;
/// Length of the tag.
const TAG: usize = 16;

/// Opens the key of an account with what was typed. `None`: the password is wrong. An error: the row is damaged.
///
/// A row that can be read costs the same work whether the password is right or not.
pub fn open(sealed: &Sealed, public: &str, password: &Password) -> Result<Option<OpenKey>, Error> {
    let cost = Cost::new(sealed.memory_kib, sealed.passes, sealed.lanes).ok_or(Error::Damaged("cost"))?;
    let salt: [u8; SALT] = hex::read_exact(&sealed.salt).ok_or(Error::Damaged("salt"))?;
    let nonce: [u8; NONCE] = hex::read_exact(&sealed.nonce).ok_or(Error::Damaged("nonce"))?;
    let bytes: [u8; SECRETS + TAG] = hex::read_exact(&sealed.sealed).ok_or(Error::Damaged("sealed"))?;
    let key = cost.derive(password, &salt)?;
    let payload = Payload { msg: &bytes, aad: &bound(public) };
    let Ok(plain) = XChaCha20Poly1305::new((&*key).into()).decrypt((&nonce).into(), payload) else {
        return Ok(None);
    };
    let plain = Zeroizing::new(plain);
    let secrets: &[u8; SECRETS] = plain.as_slice().try_into().map_err(|_| Error::Damaged("sealed"))?;
    let open = OpenKey::from_secrets(secrets).ok_or(Error::Damaged("sealed"))?;
    if open.public() != public {
        return Err(Error::Damaged("public"));
    }
    Ok(Some(open))
}

/// Does the work of [`open`] for a login that does not exist, so that the time it takes does not say which ones do.
pub fn pretend(password: &Password, cost: Cost) {
    // Where there is no memory for it, there is none for a real key either, and that answer shows nothing.
    let _ = std::hint::black_box(cost.derive(password, &[0; SALT]));
}

/// Seals both private keys; salt and nonce are new each time.
pub(crate) fn seal(
    random: Random,
    secrets: &[u8; SECRETS],
    public: &str,
    password: &Password,
    cost: Cost,
) -> Result<Sealed, Error> {
    if !password.is_acceptable() {
        return Err(Error::Weak);
    }
    let (mut salt, mut nonce) = ([0; SALT], [0; NONCE]);
    random(&mut salt);
    random(&mut nonce);
    let key = cost.derive(password, &salt)?;
    let payload = Payload { msg: secrets, aad: &bound(public) };
    let sealed = XChaCha20Poly1305::new((&*key).into())
        .encrypt((&nonce).into(), payload)
        .expect("64 bytes are far below the longest text of the cipher");
    Ok(Sealed {
        salt: hex::of(&salt),
        memory_kib: cost.memory_kib(),
        passes: cost.passes(),
        lanes: cost.lanes(),
        nonce: hex::of(&nonce),
        sealed: hex::of(&sealed),
    })
}

fn bound(public: &str) -> Vec<u8> {
    text::tagged("kesu-key-1", &[public.as_bytes()])
}
