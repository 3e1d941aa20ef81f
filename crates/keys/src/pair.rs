//! The two P-256 pairs of an account: one signs, the other is what envelopes are encrypted to. Made, endorsed and
//! sealed together.

use crate::seal::{SECRETS, seal};
use crate::{Cost, Error, Password, Random, hex, sha256_hex};
use kesu_domain::master::Sealed;
use p256::SecretKey;
use p256::ecdsa::signature::{Signer as _, Verifier as _};
use p256::ecdsa::{Signature, SigningKey, VerifyingKey};
use p256::elliptic_curve::sec1::ToEncodedPoint as _;
use zeroize::Zeroizing;

/// Length of a private key.
const SECRET: usize = SECRETS / 2;
/// Length of a public key: a compressed point.
const POINT: usize = 33;
/// How often a number that is no key is drawn again. One in 2³² is none; eight in a row is a broken source.
const DRAWS: usize = 8;

/// A pair that was just made: what its row keeps, and the key itself, open.
#[derive(Debug)]
pub struct NewKey {
    /// Public key that checks signatures, hex.
    pub public: String,
    /// Public key of the pair for envelopes, hex.
    pub exchange: String,
    /// SHA-256 of `public`, hex.
    pub fingerprint: String,
    /// Both private keys under the password.
    pub sealed: Sealed,
    /// The key, ready to sign.
    pub open: OpenKey,
}

/// A key that its password has opened. Whoever holds one can sign with it; it is wiped when dropped.
pub struct OpenKey {
    signing: SigningKey,
    exchange: SecretKey,
}

impl OpenKey {
    /// Signs. The same text always gives the same signature (RFC 6979), of the two possible ones always the lower.
    pub fn sign(&self, text: &[u8]) -> String {
        let signature: Signature = self.signing.sign(text);
        hex::of(&signature.normalize_s().unwrap_or(signature).to_bytes())
    }

    /// Seals the same pairs with another password. Ask [`Password::is_acceptable`] first: a weak one is an error.
    pub fn seal_again(&self, random: Random, password: &Password, cost: Cost) -> Result<Sealed, Error> {
        seal(random, &self.secrets(), &self.public(), password, cost)
    }

    /// SHA-256 of the public key, hex.
    pub fn fingerprint(&self) -> String {
        sha256_hex(self.signing.verifying_key().to_encoded_point(true).as_bytes())
    }

    /// The public key, hex.
    pub fn public(&self) -> String {
        hex::of(self.signing.verifying_key().to_encoded_point(true).as_bytes())
    }

    /// The public key of the pair for envelopes, hex.
    pub fn exchange(&self) -> String {
        hex::of(self.exchange.public_key().to_encoded_point(true).as_bytes())
    }

    pub(crate) fn from_secrets(secrets: &[u8; SECRETS]) -> Option<OpenKey> {
        let (signing, exchange) = secrets.split_at(SECRET);
        let signing = SigningKey::from(SecretKey::from_slice(signing).ok()?);
        Some(OpenKey { signing, exchange: SecretKey::from_slice(exchange).ok()? })
    }

    fn secrets(&self) -> Zeroizing<[u8; SECRETS]> {
        let mut both = Zeroizing::new([0; SECRETS]);
        let parts = [Zeroizing::new(self.signing.to_bytes()), Zeroizing::new(self.exchange.to_bytes())];
        for (place, part) in both.chunks_exact_mut(SECRET).zip(&parts) {
            place.copy_from_slice(part);
        }
        both
    }
}

/// Shows which key it is, and nothing of it.
impl std::fmt::Debug for OpenKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("OpenKey").field(&self.fingerprint()).finish()
    }
}

/// Makes both pairs of an account and seals them with its password.
pub fn new_pair(random: Random, password: &Password, cost: Cost) -> Result<NewKey, Error> {
    let open = OpenKey { signing: SigningKey::from(draw(random)?), exchange: draw(random)? };
    let sealed = open.seal_again(random, password, cost)?;
    Ok(NewKey { public: open.public(), exchange: open.exchange(), fingerprint: open.fingerprint(), sealed, open })
}

/// Whether this key gave this signature over this text. Anything that is no key or no signature gave none.
pub fn holds(public: &str, text: &[u8], signature: &str) -> bool {
    let key = hex::read_exact::<POINT>(public).and_then(|point| VerifyingKey::from_sec1_bytes(&point).ok());
    let signature = hex::read_exact::<64>(signature).and_then(|bytes| Signature::from_slice(&bytes).ok());
    // The mirrored signature would hold as well: refused, so that a signature has one spelling.
    let signature = signature.filter(|signature| signature.normalize_s().is_none());
    key.zip(signature).is_some_and(|(key, signature)| key.verify(text, &signature).is_ok())
}

fn draw(random: Random) -> Result<SecretKey, Error> {
    let mut bytes = Zeroizing::new([0; SECRET]);
    (0..DRAWS)
        .find_map(|_| {
            random(bytes.as_mut_slice());
            SecretKey::from_slice(bytes.as_slice()).ok()
        })
        .ok_or(Error::Random)
}
