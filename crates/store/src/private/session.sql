-- the digest of a token, so that whoever reads this file has no session by it; and the key with the digest of its seal that
-- the password opened, so that a session ends with the password that began it
DROP TABLE IF EXISTS session;
CREATE TABLE session(
  token BLOB PRIMARY KEY, account INTEGER NOT NULL, key INTEGER NOT NULL, seal BLOB NOT NULL, machine TEXT NOT NULL,
  opened TEXT NOT NULL, touched TEXT NOT NULL) STRICT, WITHOUT ROWID;
