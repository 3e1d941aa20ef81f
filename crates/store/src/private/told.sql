-- what somebody was told on the desktop already, so that nothing is told twice
CREATE TABLE told(
  account INTEGER NOT NULL, item TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (account, item)) STRICT, WITHOUT ROWID;
