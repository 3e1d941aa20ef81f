-- Order is seq, contiguous from 1; the hash is a check, never the navigation (design § 7).
CREATE TABLE journal(
  seq INTEGER PRIMARY KEY, tx INTEGER NOT NULL,
  at TEXT NOT NULL, zone TEXT NOT NULL,
  actor INTEGER NOT NULL, machine TEXT NOT NULL, action TEXT NOT NULL, reason TEXT NOT NULL,
  kind TEXT NOT NULL, subject INTEGER NOT NULL, rev INTEGER NOT NULL, case_id INTEGER,
  request TEXT,
  digest BLOB NOT NULL, prev BLOB NOT NULL, hash BLOB NOT NULL) STRICT;
-- a retry is no second write; ids are each client's own, so that nobody meets somebody else's
CREATE UNIQUE INDEX journal_request ON journal(actor, request) WHERE request IS NOT NULL;
-- the history of one thing; its last entry
CREATE UNIQUE INDEX journal_subject ON journal(kind, subject, rev);
-- the timeline of a case, its evidence pack, its head
CREATE INDEX journal_case ON journal(case_id, seq);

-- The words of an entry. A secret has none: see journal.rs.
CREATE TABLE content(seq INTEGER PRIMARY KEY REFERENCES journal(seq), salt BLOB NOT NULL, body TEXT NOT NULL) STRICT;
-- Whose words were taken out, and the entry that says why.
CREATE TABLE erased(seq INTEGER PRIMARY KEY REFERENCES journal(seq), by_seq INTEGER NOT NULL REFERENCES journal(seq)) STRICT;

-- INSERT OR REPLACE removes what is in its way, and on a connection without recursive_triggers no DELETE trigger sees
-- it: so what would be in the way is looked for before.
CREATE TRIGGER journal_insert BEFORE INSERT ON journal
  WHEN NEW.seq <> coalesce((SELECT max(seq) FROM journal), 0) + 1
    OR EXISTS (SELECT 1 FROM journal WHERE kind = NEW.kind AND subject = NEW.subject AND rev = NEW.rev)
    OR EXISTS (SELECT 1 FROM journal WHERE actor = NEW.actor AND request = NEW.request)
  BEGIN SELECT RAISE(ABORT, 'kesu: the journal has no gaps and says nothing twice'); END;
CREATE TRIGGER journal_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'kesu: the journal is append-only'); END;
CREATE TRIGGER journal_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'kesu: the journal is append-only'); END;
CREATE TRIGGER content_insert BEFORE INSERT ON content
  WHEN NEW.seq <> (SELECT max(seq) FROM journal) OR EXISTS (SELECT 1 FROM content WHERE seq = NEW.seq)
  BEGIN SELECT RAISE(ABORT, 'kesu: words belong to the newest entry'); END;
CREATE TRIGGER content_update BEFORE UPDATE ON content BEGIN SELECT RAISE(ABORT, 'kesu: the journal is append-only'); END;
CREATE TRIGGER content_delete BEFORE DELETE ON content WHEN NOT EXISTS (SELECT 1 FROM erased WHERE seq = OLD.seq)
  BEGIN SELECT RAISE(ABORT, 'kesu: words go only by erasure'); END;
CREATE TRIGGER erased_insert BEFORE INSERT ON erased
  WHEN NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.by_seq AND j.kind = 'erasure' AND j.seq > NEW.seq)
    OR EXISTS (SELECT 1 FROM erased WHERE seq = NEW.seq)
  BEGIN SELECT RAISE(ABORT, 'kesu: an erasure without its entry'); END;
CREATE TRIGGER erased_update BEFORE UPDATE ON erased BEGIN SELECT RAISE(ABORT, 'kesu: the journal is append-only'); END;
CREATE TRIGGER erased_delete BEFORE DELETE ON erased BEGIN SELECT RAISE(ABORT, 'kesu: the journal is append-only'); END;
