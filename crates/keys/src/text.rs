//! The exact bytes that signatures are over. Each kind of text begins with a tag of its own, and each part with its
//! length: no text of one kind can be read as another, and no part can lend a sign to its neighbour.

/// What an administrator's key signs to stand for the key of an account.
pub fn endorsement_text(folder: &str, login: &str, public: &str, exchange: &str) -> Vec<u8> {
    tagged("kesu-endorsement-1", &[folder, login, public, exchange].map(str::as_bytes))
}

/// What an account's key signs: what signing says, who, when, and the digest of the manifest (model § 9).
pub fn signature_text(meaning: &str, account: i64, at: &str, manifest_digest_hex: &str) -> Vec<u8> {
    let account = account.to_string();
    tagged("kesu-signature-1", &[meaning, &account, at, manifest_digest_hex].map(str::as_bytes))
}

/// Tag and parts, each after its length as eight bytes, highest first.
pub(crate) fn tagged(tag: &str, parts: &[&[u8]]) -> Vec<u8> {
    let mut out = vec![];
    for part in std::iter::once(&tag.as_bytes()).chain(parts) {
        out.extend((part.len() as u64).to_be_bytes());
        out.extend(*part);
    }
    out
}
