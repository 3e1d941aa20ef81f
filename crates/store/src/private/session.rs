//! Sessions: who is signed in, and by which seal of which key: a session outlives neither. The file holds the digest of a
//! token and never the token.

use super::Private;
use crate::error::Result;
use kesu_domain::id::{AccountId, KeyId};
use kesu_domain::time::Stamp;
use rusqlite::{OptionalExtension, Row, params};
use sha2::{Digest, Sha256};

/// Somebody who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Who.
    pub account: AccountId,
    /// The key that their password opened.
    pub key: KeyId,
    /// How it was sealed then: another password makes another seal.
    pub seal: Seal,
    /// From which machine or browser, as it called itself.
    pub machine: String,
    /// Since when.
    pub opened: Stamp,
    /// When they last did something; the caller locks the screen by it.
    pub touched: Stamp,
}

/// The digest of a sealed key: the private file needs no copy of what guards it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seal([u8; 32]);

impl Seal {
    /// Of a key as it is sealed now.
    pub fn of(sealed: &str) -> Seal {
        Seal(digest(sealed))
    }
}

impl Private {
    /// Begins a session under this token.
    ///
    /// # Errors
    /// SQLite; a full disk.
    pub fn put_session(&self, token: &str, session: &Session) -> Result<()> {
        let sql = "INSERT OR REPLACE INTO session(token, account, key, seal, machine, opened, touched)
                   VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let (opened, touched) = (session.opened.to_string(), session.touched.to_string());
        self.db().prepare_cached(sql)?.execute(params![
            digest(token),
            session.account.0,
            session.key.0,
            session.seal.0,
            session.machine,
            opened,
            touched
        ])?;
        Ok(())
    }

    /// The session of this token.
    ///
    /// # Errors
    /// SQLite.
    pub fn session(&self, token: &str) -> Result<Option<Session>> {
        let sql = "SELECT account, key, seal, machine, opened, touched FROM session WHERE token = ?1";
        Ok(self.db().prepare_cached(sql)?.query_row([digest(token)], read).optional()?)
    }

    /// They did something.
    ///
    /// # Errors
    /// SQLite.
    pub fn touch_session(&self, token: &str, now: Stamp) -> Result<()> {
        let sql = "UPDATE session SET touched = ?2 WHERE token = ?1";
        self.db().prepare_cached(sql)?.execute(params![digest(token), now.to_string()])?;
        Ok(())
    }

    /// Ends a session.
    ///
    /// # Errors
    /// SQLite.
    pub fn delete_session(&self, token: &str) -> Result<()> {
        self.db().prepare_cached("DELETE FROM session WHERE token = ?1")?.execute([digest(token)])?;
        Ok(())
    }

    /// Ends all sessions of an account but the one of this token, which goes on under the new seal: it changed the password.
    ///
    /// # Errors
    /// SQLite.
    pub fn keep_session(&self, token: &str, account: AccountId, seal: Seal) -> Result<()> {
        let mut db = self.db();
        let tx = db.transaction()?;
        tx.prepare_cached("DELETE FROM session WHERE account = ?1 AND token <> ?2")?
            .execute(params![account.0, digest(token)])?;
        tx.prepare_cached("UPDATE session SET seal = ?2 WHERE token = ?1")?.execute(params![digest(token), seal.0])?;
        Ok(tx.commit()?)
    }

    /// Ends all sessions of an account: its password was reset, or it was closed.
    ///
    /// # Errors
    /// SQLite.
    pub fn delete_sessions(&self, account: AccountId) -> Result<()> {
        self.db().prepare_cached("DELETE FROM session WHERE account = ?1")?.execute([account.0])?;
        Ok(())
    }
}

fn digest(text: &str) -> [u8; 32] {
    Sha256::digest(text.as_bytes()).into()
}

fn read(row: &Row) -> rusqlite::Result<Session> {
    Ok(Session {
        account: AccountId(row.get(0)?),
        key: KeyId(row.get(1)?),
        seal: Seal(row.get(2)?),
        machine: row.get(3)?,
        opened: stamp(row, 4)?,
        touched: stamp(row, 5)?,
    })
}

/// A moment as the private file writes it.
pub(super) fn stamp(row: &Row, at: usize) -> rusqlite::Result<Stamp> {
    let text: String = row.get(at)?;
    text.parse().map_err(|cause: String| {
        rusqlite::Error::FromSqlConversionFailure(at, rusqlite::types::Type::Text, cause.into())
    })
}
