-- what somebody was typing; case_id 0 stands for a complaint that has no case yet
CREATE TABLE draft(
  account INTEGER NOT NULL, case_id INTEGER NOT NULL, kind TEXT NOT NULL, slot TEXT NOT NULL,
  base_rev INTEGER NOT NULL, text TEXT NOT NULL, saved TEXT NOT NULL,
  PRIMARY KEY (account, case_id, kind, slot)) STRICT, WITHOUT ROWID;
CREATE TABLE attempt(login TEXT NOT NULL, at TEXT NOT NULL) STRICT;
-- failures of one login since a moment
CREATE INDEX attempt_login ON attempt(login, at);
CREATE TABLE preference(
  account INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (account, name)) STRICT, WITHOUT ROWID;
-- who brought which file under which name, until a row claims it
CREATE TABLE upload(
  account INTEGER NOT NULL, sha256 TEXT NOT NULL, name TEXT NOT NULL, media_type TEXT NOT NULL, bytes INTEGER NOT NULL,
  at TEXT NOT NULL, PRIMARY KEY (account, sha256)) STRICT, WITHOUT ROWID;
