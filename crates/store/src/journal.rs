//! The journal: what an entry is, what is hashed and how (model § 2).
//!
//! The chain covers the digest of a body and not the body, so words can be taken out on request and the chain stays
//! whole. A digest is salted, so that short words cannot be guessed from it afterwards. A secret body (a sealed private
//! key) has no `content` row: its salt is made from the entry before it, so `verify` can still hold the row against the
//! digest, and no old key can be read back. Such a body is long and random, and cannot be guessed with or without salt.

use crate::error::Result;
use kesu_domain::id::CaseId;
use rusqlite::{Connection, OptionalExtension, Row};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};

/// A SHA-256, written as 64 lower-case hex signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Hash(pub [u8; 32]);

/// Where the journal ends: printed on forms and backups, remembered outside the folder. Written `seq-hash`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Its last entry; 0 for an empty one.
    pub seq: i64,
    /// That entry's hash; zeros for an empty journal.
    pub hash: Hash,
}

/// An entry that is about no row: its kind, a running number of its own as subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// The folder was made: always entry 1, its body holds the folder id.
    Folder,
    /// Words were taken out (model § 10).
    Erasure,
    /// The clock stood behind the last entry, or somebody said why (model § 10).
    Clock,
    /// A sign-in that failed, up to the lock (model § 7).
    SignIn,
    /// The folder came from a backup; its body holds the head it came from.
    Restore,
    /// The only administrator's loss was mended on the machine itself (model § 9).
    Recovery,
}

impl Event {
    /// Every kind of event.
    pub const ALL: &[Event] =
        &[Event::Folder, Event::Erasure, Event::Clock, Event::SignIn, Event::Restore, Event::Recovery];

    /// The kind of its entries; no table has such a name.
    pub fn name(self) -> &'static str {
        match self {
            Event::Folder => "folder",
            Event::Erasure => "erasure",
            Event::Clock => "clock",
            Event::SignIn => "sign_in",
            Event::Restore => "restore",
            Event::Recovery => "recovery",
        }
    }
}

/// One entry, without its words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Entry {
    /// The order, contiguous from 1.
    pub seq: i64,
    /// First entry of the same command.
    pub tx: i64,
    /// When, UTC.
    pub at: String,
    /// Offset of the wall clock of the machine that wrote.
    pub zone: String,
    /// Account; 0 for the program itself.
    pub actor: i64,
    /// Which machine.
    pub machine: String,
    /// The command.
    pub action: String,
    /// Why, where somebody had to say.
    pub reason: String,
    /// Table or event.
    pub kind: String,
    /// Row, or running number of the event.
    pub subject: i64,
    /// The revision that it wrote.
    pub rev: i64,
    /// The case that it is about.
    pub case_id: Option<i64>,
    /// Made by the client, on the first entry of a command.
    pub request: Option<String>,
    /// Of salt and body.
    pub digest: Hash,
    /// Hash of the entry before; zeros for the first.
    pub prev: Hash,
    /// Hash of this one.
    pub hash: Hash,
}

/// The columns of an entry, in the order in which they are read and hashed.
pub(crate) const COLUMNS: &str =
    "seq, tx, at, zone, actor, machine, action, reason, kind, subject, rev, case_id, request, digest, prev, hash";

/// A value of an entry as it is hashed: exactly the bytes that the database holds, whatever was done to them.
pub(crate) enum Value<'a> {
    Int(i64),
    Bytes(&'a [u8]),
    Absent,
}

impl Entry {
    pub(crate) fn read(row: &Row) -> rusqlite::Result<Entry> {
        Ok(Entry {
            seq: row.get(0)?,
            tx: row.get(1)?,
            at: row.get(2)?,
            zone: row.get(3)?,
            actor: row.get(4)?,
            machine: row.get(5)?,
            action: row.get(6)?,
            reason: row.get(7)?,
            kind: row.get(8)?,
            subject: row.get(9)?,
            rev: row.get(10)?,
            case_id: row.get(11)?,
            request: row.get(12)?,
            digest: Hash(row.get(13)?),
            prev: Hash(row.get(14)?),
            hash: Hash(row.get(15)?),
        })
    }

    /// The hash that this entry should have.
    pub(crate) fn seal(&self) -> Hash {
        seal(&[
            Value::Int(self.seq),
            Value::Int(self.tx),
            Value::Bytes(self.at.as_bytes()),
            Value::Bytes(self.zone.as_bytes()),
            Value::Int(self.actor),
            Value::Bytes(self.machine.as_bytes()),
            Value::Bytes(self.action.as_bytes()),
            Value::Bytes(self.reason.as_bytes()),
            Value::Bytes(self.kind.as_bytes()),
            Value::Int(self.subject),
            Value::Int(self.rev),
            self.case_id.map_or(Value::Absent, Value::Int),
            self.request.as_ref().map_or(Value::Absent, |request| Value::Bytes(request.as_bytes())),
            Value::Bytes(&self.digest.0),
            Value::Bytes(&self.prev.0),
        ])
    }
}

/// The hash over a version tag and the columns of an entry but the last, each with its length before it. An absent
/// value has a length that nothing else has.
pub(crate) fn seal(values: &[Value]) -> Hash {
    let mut text = Vec::with_capacity(512);
    add(&mut text, b"kesu-journal-1");
    for value in values {
        match value {
            Value::Int(number) => add(&mut text, &number.to_be_bytes()),
            Value::Bytes(bytes) => add(&mut text, bytes),
            Value::Absent => text.extend(u64::MAX.to_be_bytes()),
        }
    }
    Hash(Sha256::digest(&text).into())
}

/// The digest of a body with its salt.
pub(crate) fn digest(salt: &[u8], body: &[u8]) -> Hash {
    let mut text = Vec::with_capacity(16 + salt.len() + body.len());
    add(&mut text, salt);
    add(&mut text, body);
    Hash(Sha256::digest(&text).into())
}

/// The salt of a secret body: see the head of this module.
pub(crate) fn secret_salt(prev: &[u8]) -> [u8; 32] {
    digest(b"kesu-secret-1", prev).0
}

fn add(text: &mut Vec<u8>, bytes: &[u8]) {
    text.extend((bytes.len() as u64).to_be_bytes());
    text.extend_from_slice(bytes);
}

/// The last entry.
pub(crate) fn head(db: &Connection) -> Result<Head> {
    let mut query = db.prepare_cached("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1")?;
    let last = query.query_row([], read_head).optional()?;
    Ok(last.unwrap_or(Head::EMPTY))
}

/// The last entry about one case: what a form of that case prints, so that it prints again with equal bytes.
pub(crate) fn head_of(db: &Connection, case: CaseId) -> Result<Head> {
    let mut query = db.prepare_cached("SELECT seq, hash FROM journal WHERE case_id = ?1 ORDER BY seq DESC LIMIT 1")?;
    let last = query.query_row([case.0], read_head).optional()?;
    Ok(last.unwrap_or(Head::EMPTY))
}

fn read_head(row: &Row) -> rusqlite::Result<Head> {
    // A hash of another length is no hash that this program wrote; `verify` names its entry.
    let bytes: Vec<u8> = row.get(1)?;
    Ok(Head { seq: row.get(0)?, hash: Hash(bytes.try_into().unwrap_or([0; 32])) })
}

impl Head {
    /// The head of a journal without entries.
    pub const EMPTY: Head = Head { seq: 0, hash: Hash([0; 32]) };
}

impl std::fmt::Display for Head {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}", self.seq, self.hash)
    }
}

impl std::fmt::Display for Hash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl std::str::FromStr for Head {
    type Err = String;
    fn from_str(text: &str) -> std::result::Result<Head, String> {
        let parts = text.split_once('-').and_then(|(seq, hash)| Some((seq.parse().ok()?, hash.parse().ok()?)));
        parts.map(|(seq, hash)| Head { seq, hash }).ok_or_else(|| format!("`{text}` is no head such as 12-ab34…"))
    }
}

impl std::str::FromStr for Hash {
    type Err = String;
    fn from_str(text: &str) -> std::result::Result<Hash, String> {
        let wrong = || format!("`{text}` is no SHA-256 in hex");
        let digits = text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let mut bytes = [0; 32];
        for (byte, at) in bytes.iter_mut().zip((0..64).step_by(2)).filter(|_| digits) {
            *byte = u8::from_str_radix(&text[at..at + 2], 16).map_err(|_| wrong())?;
        }
        if digits { Ok(Hash(bytes)) } else { Err(wrong()) }
    }
}

impl Serialize for Hash {
    fn serialize<S: Serializer>(&self, out: S) -> std::result::Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Hash {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Hash, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}
