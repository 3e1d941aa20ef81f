-- user_version 2
CREATE TABLE journal(
  seq INTEGER PRIMARY KEY, tx INTEGER NOT NULL,
  at TEXT NOT NULL, zone TEXT NOT NULL,
  actor INTEGER NOT NULL, machine TEXT NOT NULL, action TEXT NOT NULL, reason TEXT NOT NULL,
  kind TEXT NOT NULL, subject INTEGER NOT NULL, rev INTEGER NOT NULL, case_id INTEGER,
  request TEXT,
  digest BLOB NOT NULL, prev BLOB NOT NULL, hash BLOB NOT NULL) STRICT;
CREATE UNIQUE INDEX journal_request ON journal(actor, request) WHERE request IS NOT NULL;
CREATE UNIQUE INDEX journal_subject ON journal(kind, subject, rev);
CREATE INDEX journal_case ON journal(case_id, seq);
CREATE TABLE content(seq INTEGER PRIMARY KEY REFERENCES journal(seq), salt BLOB NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE erased(seq INTEGER PRIMARY KEY REFERENCES journal(seq), by_seq INTEGER NOT NULL REFERENCES journal(seq)) STRICT;
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
CREATE TABLE cases(
  id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, seq INTEGER NOT NULL UNIQUE REFERENCES journal(seq), body TEXT NOT NULL,
  number TEXT NOT NULL AS (body ->> '$.number') STORED,
  plant INTEGER NOT NULL AS (body ->> '$.plant') STORED,
  procedure INTEGER NOT NULL AS (body ->> '$.procedure') STORED,
  state TEXT NOT NULL AS (body ->> '$.state') STORED) STRICT;
CREATE TRIGGER cases_insert BEFORE INSERT ON cases WHEN NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq AND j.kind = 'cases' AND j.subject = NEW.id
    AND j.rev = NEW.rev AND j.case_id IS NEW.id AND j.rev = 1)
    OR EXISTS (SELECT 1 FROM cases WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER cases_update BEFORE UPDATE ON cases WHEN NEW.id <> OLD.id OR NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq AND j.kind = 'cases' AND j.subject = NEW.id
    AND j.rev = NEW.rev AND j.case_id IS NEW.id AND j.rev = OLD.rev + 1)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER cases_delete BEFORE DELETE ON cases BEGIN SELECT RAISE(ABORT, 'kesu: rows are never deleted'); END;
CREATE UNIQUE INDEX cases_by_number ON cases(number);
CREATE INDEX cases_by_state_number ON cases(state, number);
CREATE TABLE section(
  id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, seq INTEGER NOT NULL UNIQUE REFERENCES journal(seq), body TEXT NOT NULL,
  case_id INTEGER NOT NULL AS (body ->> '$.case') STORED,
  kind TEXT NOT NULL AS (body ->> '$.kind') STORED,
  slot TEXT NOT NULL AS (body ->> '$.slot') STORED,
  round INTEGER NOT NULL AS (body ->> '$.round') STORED) STRICT;
CREATE TRIGGER section_insert BEFORE INSERT ON section WHEN NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq AND j.kind = 'section' AND j.subject = NEW.id
    AND j.rev = NEW.rev AND j.case_id IS (NEW.body ->> '$.case') AND j.rev = 1)
    OR EXISTS (SELECT 1 FROM section WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER section_update BEFORE UPDATE ON section WHEN NEW.id <> OLD.id OR NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq AND j.kind = 'section' AND j.subject = NEW.id
    AND j.rev = NEW.rev AND j.case_id IS (NEW.body ->> '$.case') AND j.rev = OLD.rev + 1)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER section_delete BEFORE DELETE ON section BEGIN SELECT RAISE(ABORT, 'kesu: rows are never deleted'); END;
CREATE UNIQUE INDEX section_by_case_id_kind_slot_round ON section(case_id, kind, slot, round);
CREATE TABLE task(
  id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, seq INTEGER NOT NULL UNIQUE REFERENCES journal(seq), body TEXT NOT NULL,
  case_id INTEGER NOT NULL AS (body ->> '$.case') STORED,
  task TEXT NOT NULL AS (body ->> '$.task') STORED,
  slot TEXT NOT NULL AS (body ->> '$.slot') STORED,
  round INTEGER NOT NULL AS (body ->> '$.round') STORED,
  state TEXT NOT NULL AS (body ->> '$.state') STORED) STRICT;
CREATE TRIGGER task_insert BEFORE INSERT ON task WHEN NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq AND j.kind = 'task' AND j.subject = NEW.id
    AND j.rev = NEW.rev AND j.case_id IS (NEW.body ->> '$.case') AND j.rev = 1)
    OR EXISTS (SELECT 1 FROM task WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER task_update BEFORE UPDATE ON task WHEN NEW.id <> OLD.id OR NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq AND j.kind = 'task' AND j.subject = NEW.id
    AND j.rev = NEW.rev AND j.case_id IS (NEW.body ->> '$.case') AND j.rev = OLD.rev + 1)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER task_delete BEFORE DELETE ON task BEGIN SELECT RAISE(ABORT, 'kesu: rows are never deleted'); END;
CREATE UNIQUE INDEX task_by_case_id_task_slot_round ON task(case_id, task, slot, round);
CREATE TABLE record(
  id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, seq INTEGER NOT NULL UNIQUE REFERENCES journal(seq), body TEXT NOT NULL,
  case_id INTEGER AS (body ->> '$.case') STORED,
  kind TEXT NOT NULL AS (body ->> '$.kind') STORED,
  state TEXT NOT NULL AS (body ->> '$.state') STORED,
  number TEXT AS (body ->> '$.number') STORED) STRICT;
CREATE TRIGGER record_insert BEFORE INSERT ON record WHEN NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq AND j.kind = 'record' AND j.subject = NEW.id
    AND j.rev = NEW.rev AND j.case_id IS (NEW.body ->> '$.case') AND j.rev = 1)
    OR EXISTS (SELECT 1 FROM record WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER record_update BEFORE UPDATE ON record WHEN NEW.id <> OLD.id OR NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq AND j.kind = 'record' AND j.subject = NEW.id
    AND j.rev = NEW.rev AND j.case_id IS (NEW.body ->> '$.case') AND j.rev = OLD.rev + 1)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER record_delete BEFORE DELETE ON record BEGIN SELECT RAISE(ABORT, 'kesu: rows are never deleted'); END;
CREATE INDEX record_by_case_id_kind ON record(case_id, kind);
CREATE INDEX record_by_kind_state ON record(kind, state);
CREATE UNIQUE INDEX record_by_kind_number ON record(kind, number);
CREATE TABLE signature(
  id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, seq INTEGER NOT NULL UNIQUE REFERENCES journal(seq), body TEXT NOT NULL,
  case_id INTEGER NOT NULL AS (body ->> '$.case') STORED,
  account_id INTEGER AS (body ->> '$.account') STORED) STRICT;
CREATE TRIGGER signature_insert BEFORE INSERT ON signature WHEN NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq AND j.kind = 'signature' AND j.subject = NEW.id
    AND j.rev = NEW.rev AND j.case_id IS (NEW.body ->> '$.case') AND j.rev = 1)
    OR EXISTS (SELECT 1 FROM signature WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER signature_update BEFORE UPDATE ON signature WHEN NEW.id <> OLD.id OR NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq AND j.kind = 'signature' AND j.subject = NEW.id
    AND j.rev = NEW.rev AND j.case_id IS (NEW.body ->> '$.case') AND j.rev = OLD.rev + 1)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER signature_delete BEFORE DELETE ON signature BEGIN SELECT RAISE(ABORT, 'kesu: rows are never deleted'); END;
CREATE INDEX signature_by_case_id ON signature(case_id);
CREATE INDEX signature_by_account_id ON signature(account_id);
CREATE TABLE issued(
  id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, seq INTEGER NOT NULL UNIQUE REFERENCES journal(seq), body TEXT NOT NULL,
  code TEXT NOT NULL AS (body ->> '$.code') STORED,
  case_id INTEGER NOT NULL AS (body ->> '$.case') STORED,
  form TEXT NOT NULL AS (body ->> '$.form') STORED) STRICT;
CREATE TRIGGER issued_insert BEFORE INSERT ON issued WHEN NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq AND j.kind = 'issued' AND j.subject = NEW.id
    AND j.rev = NEW.rev AND j.case_id IS (NEW.body ->> '$.case') AND j.rev = 1)
    OR EXISTS (SELECT 1 FROM issued WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER issued_update BEFORE UPDATE ON issued WHEN NEW.id <> OLD.id OR NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq AND j.kind = 'issued' AND j.subject = NEW.id
    AND j.rev = NEW.rev AND j.case_id IS (NEW.body ->> '$.case') AND j.rev = OLD.rev + 1)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER issued_delete BEFORE DELETE ON issued BEGIN SELECT RAISE(ABORT, 'kesu: rows are never deleted'); END;
CREATE UNIQUE INDEX issued_by_code ON issued(code);
CREATE INDEX issued_by_case_id_form ON issued(case_id, form);
CREATE TABLE file(
  id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, seq INTEGER NOT NULL UNIQUE REFERENCES journal(seq), body TEXT NOT NULL,
  sha256 TEXT NOT NULL AS (body ->> '$.sha256') STORED,
  case_id INTEGER AS (body ->> '$.case') STORED) STRICT;
CREATE TRIGGER file_insert BEFORE INSERT ON file WHEN NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq AND j.kind = 'file' AND j.subject = NEW.id
    AND j.rev = NEW.rev AND j.case_id IS (NEW.body ->> '$.case') AND j.rev = 1)
    OR EXISTS (SELECT 1 FROM file WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER file_update BEFORE UPDATE ON file WHEN NEW.id <> OLD.id OR NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq AND j.kind = 'file' AND j.subject = NEW.id
    AND j.rev = NEW.rev AND j.case_id IS (NEW.body ->> '$.case') AND j.rev = OLD.rev + 1)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER file_delete BEFORE DELETE ON file BEGIN SELECT RAISE(ABORT, 'kesu: rows are never deleted'); END;
CREATE UNIQUE INDEX file_by_sha256 ON file(sha256);
CREATE INDEX file_by_case_id ON file(case_id);
CREATE TABLE account(
  id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, seq INTEGER NOT NULL UNIQUE REFERENCES journal(seq), body TEXT NOT NULL,
  login TEXT NOT NULL AS (body ->> '$.login') STORED) STRICT;
CREATE TRIGGER account_insert BEFORE INSERT ON account WHEN NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq AND j.kind = 'account' AND j.subject = NEW.id
    AND j.rev = NEW.rev AND j.case_id IS NULL AND j.rev = 1)
    OR EXISTS (SELECT 1 FROM account WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER account_update BEFORE UPDATE ON account WHEN NEW.id <> OLD.id OR NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq AND j.kind = 'account' AND j.subject = NEW.id
    AND j.rev = NEW.rev AND j.case_id IS NULL AND j.rev = OLD.rev + 1)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER account_delete BEFORE DELETE ON account BEGIN SELECT RAISE(ABORT, 'kesu: rows are never deleted'); END;
CREATE UNIQUE INDEX account_by_login ON account(login);
CREATE TABLE key(
  id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, seq INTEGER NOT NULL UNIQUE REFERENCES journal(seq), body TEXT NOT NULL,
  account_id INTEGER NOT NULL AS (body ->> '$.account') STORED,
  fingerprint TEXT NOT NULL AS (body ->> '$.fingerprint') STORED) STRICT;
CREATE TRIGGER key_insert BEFORE INSERT ON key WHEN NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq AND j.kind = 'key' AND j.subject = NEW.id
    AND j.rev = NEW.rev AND j.case_id IS NULL AND j.rev = 1)
    OR EXISTS (SELECT 1 FROM key WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER key_update BEFORE UPDATE ON key WHEN NEW.id <> OLD.id OR NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq AND j.kind = 'key' AND j.subject = NEW.id
    AND j.rev = NEW.rev AND j.case_id IS NULL AND j.rev = OLD.rev + 1)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER key_delete BEFORE DELETE ON key BEGIN SELECT RAISE(ABORT, 'kesu: rows are never deleted'); END;
CREATE INDEX key_by_account_id ON key(account_id);
CREATE UNIQUE INDEX key_by_fingerprint ON key(fingerprint);
CREATE TABLE post(
  id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, seq INTEGER NOT NULL UNIQUE REFERENCES journal(seq), body TEXT NOT NULL,
  account_id INTEGER NOT NULL AS (body ->> '$.account') STORED,
  role TEXT NOT NULL AS (body ->> '$.role') STORED,
  plant INTEGER NOT NULL AS (body ->> '$.plant') STORED) STRICT;
CREATE TRIGGER post_insert BEFORE INSERT ON post WHEN NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq AND j.kind = 'post' AND j.subject = NEW.id
    AND j.rev = NEW.rev AND j.case_id IS NULL AND j.rev = 1)
    OR EXISTS (SELECT 1 FROM post WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER post_update BEFORE UPDATE ON post WHEN NEW.id <> OLD.id OR NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq AND j.kind = 'post' AND j.subject = NEW.id
    AND j.rev = NEW.rev AND j.case_id IS NULL AND j.rev = OLD.rev + 1)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER post_delete BEFORE DELETE ON post BEGIN SELECT RAISE(ABORT, 'kesu: rows are never deleted'); END;
CREATE INDEX post_by_account_id ON post(account_id);
CREATE INDEX post_by_role_plant ON post(role, plant);
CREATE TABLE plant(
  id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, seq INTEGER NOT NULL UNIQUE REFERENCES journal(seq), body TEXT NOT NULL,
  code TEXT NOT NULL AS (body ->> '$.code') STORED) STRICT;
CREATE TRIGGER plant_insert BEFORE INSERT ON plant WHEN NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq AND j.kind = 'plant' AND j.subject = NEW.id
    AND j.rev = NEW.rev AND j.case_id IS NULL AND j.rev = 1)
    OR EXISTS (SELECT 1 FROM plant WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER plant_update BEFORE UPDATE ON plant WHEN NEW.id <> OLD.id OR NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq AND j.kind = 'plant' AND j.subject = NEW.id
    AND j.rev = NEW.rev AND j.case_id IS NULL AND j.rev = OLD.rev + 1)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER plant_delete BEFORE DELETE ON plant BEGIN SELECT RAISE(ABORT, 'kesu: rows are never deleted'); END;
CREATE UNIQUE INDEX plant_by_code ON plant(code);
CREATE TABLE department(
  id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, seq INTEGER NOT NULL UNIQUE REFERENCES journal(seq), body TEXT NOT NULL,
  code TEXT NOT NULL AS (body ->> '$.code') STORED) STRICT;
CREATE TRIGGER department_insert BEFORE INSERT ON department WHEN NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq AND j.kind = 'department' AND j.subject = NEW.id
    AND j.rev = NEW.rev AND j.case_id IS NULL AND j.rev = 1)
    OR EXISTS (SELECT 1 FROM department WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER department_update BEFORE UPDATE ON department WHEN NEW.id <> OLD.id OR NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq AND j.kind = 'department' AND j.subject = NEW.id
    AND j.rev = NEW.rev AND j.case_id IS NULL AND j.rev = OLD.rev + 1)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER department_delete BEFORE DELETE ON department BEGIN SELECT RAISE(ABORT, 'kesu: rows are never deleted'); END;
CREATE UNIQUE INDEX department_by_code ON department(code);
CREATE TABLE customer(
  id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, seq INTEGER NOT NULL UNIQUE REFERENCES journal(seq), body TEXT NOT NULL,
  code TEXT NOT NULL AS (body ->> '$.code') STORED) STRICT;
CREATE TRIGGER customer_insert BEFORE INSERT ON customer WHEN NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq AND j.kind = 'customer' AND j.subject = NEW.id
    AND j.rev = NEW.rev AND j.case_id IS NULL AND j.rev = 1)
    OR EXISTS (SELECT 1 FROM customer WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER customer_update BEFORE UPDATE ON customer WHEN NEW.id <> OLD.id OR NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq AND j.kind = 'customer' AND j.subject = NEW.id
    AND j.rev = NEW.rev AND j.case_id IS NULL AND j.rev = OLD.rev + 1)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER customer_delete BEFORE DELETE ON customer BEGIN SELECT RAISE(ABORT, 'kesu: rows are never deleted'); END;
CREATE UNIQUE INDEX customer_by_code ON customer(code);
CREATE TABLE person(
  id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, seq INTEGER NOT NULL UNIQUE REFERENCES journal(seq), body TEXT NOT NULL,
  customer_id INTEGER NOT NULL AS (body ->> '$.customer') STORED) STRICT;
CREATE TRIGGER person_insert BEFORE INSERT ON person WHEN NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq AND j.kind = 'person' AND j.subject = NEW.id
    AND j.rev = NEW.rev AND j.case_id IS NULL AND j.rev = 1)
    OR EXISTS (SELECT 1 FROM person WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER person_update BEFORE UPDATE ON person WHEN NEW.id <> OLD.id OR NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq AND j.kind = 'person' AND j.subject = NEW.id
    AND j.rev = NEW.rev AND j.case_id IS NULL AND j.rev = OLD.rev + 1)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER person_delete BEFORE DELETE ON person BEGIN SELECT RAISE(ABORT, 'kesu: rows are never deleted'); END;
CREATE INDEX person_by_customer_id ON person(customer_id);
CREATE TABLE product(
  id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, seq INTEGER NOT NULL UNIQUE REFERENCES journal(seq), body TEXT NOT NULL,
  code TEXT NOT NULL AS (body ->> '$.code') STORED) STRICT;
CREATE TRIGGER product_insert BEFORE INSERT ON product WHEN NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq AND j.kind = 'product' AND j.subject = NEW.id
    AND j.rev = NEW.rev AND j.case_id IS NULL AND j.rev = 1)
    OR EXISTS (SELECT 1 FROM product WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER product_update BEFORE UPDATE ON product WHEN NEW.id <> OLD.id OR NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq AND j.kind = 'product' AND j.subject = NEW.id
    AND j.rev = NEW.rev AND j.case_id IS NULL AND j.rev = OLD.rev + 1)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER product_delete BEFORE DELETE ON product BEGIN SELECT RAISE(ABORT, 'kesu: rows are never deleted'); END;
CREATE UNIQUE INDEX product_by_code ON product(code);
CREATE TABLE procedure(
  id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, seq INTEGER NOT NULL UNIQUE REFERENCES journal(seq), body TEXT NOT NULL,
  number TEXT NOT NULL AS (body ->> '$.number') STORED,
  version TEXT NOT NULL AS (body ->> '$.version') STORED) STRICT;
CREATE TRIGGER procedure_insert BEFORE INSERT ON procedure WHEN NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq AND j.kind = 'procedure' AND j.subject = NEW.id
    AND j.rev = NEW.rev AND j.case_id IS NULL AND j.rev = 1)
    OR EXISTS (SELECT 1 FROM procedure WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER procedure_update BEFORE UPDATE ON procedure WHEN NEW.id <> OLD.id OR NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq AND j.kind = 'procedure' AND j.subject = NEW.id
    AND j.rev = NEW.rev AND j.case_id IS NULL AND j.rev = OLD.rev + 1)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER procedure_delete BEFORE DELETE ON procedure BEGIN SELECT RAISE(ABORT, 'kesu: rows are never deleted'); END;
CREATE UNIQUE INDEX procedure_by_number_version ON procedure(number, version);
CREATE TABLE document(
  id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, seq INTEGER NOT NULL UNIQUE REFERENCES journal(seq), body TEXT NOT NULL,
  procedure TEXT NOT NULL AS (body ->> '$.procedure') STORED,
  document TEXT NOT NULL AS (body ->> '$.document') STORED,
  file TEXT NOT NULL AS (body ->> '$.file') STORED) STRICT;
CREATE TRIGGER document_insert BEFORE INSERT ON document WHEN NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq AND j.kind = 'document' AND j.subject = NEW.id
    AND j.rev = NEW.rev AND j.case_id IS NULL AND j.rev = 1)
    OR EXISTS (SELECT 1 FROM document WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER document_update BEFORE UPDATE ON document WHEN NEW.id <> OLD.id OR NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq AND j.kind = 'document' AND j.subject = NEW.id
    AND j.rev = NEW.rev AND j.case_id IS NULL AND j.rev = OLD.rev + 1)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER document_delete BEFORE DELETE ON document BEGIN SELECT RAISE(ABORT, 'kesu: rows are never deleted'); END;
CREATE UNIQUE INDEX document_by_procedure_document ON document(procedure, document);
CREATE INDEX document_by_file ON document(file);
CREATE TABLE calendar(
  id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, seq INTEGER NOT NULL UNIQUE REFERENCES journal(seq), body TEXT NOT NULL,
  plant INTEGER NOT NULL AS (body ->> '$.plant') STORED,
  year INTEGER NOT NULL AS (body ->> '$.year') STORED) STRICT;
CREATE TRIGGER calendar_insert BEFORE INSERT ON calendar WHEN NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq AND j.kind = 'calendar' AND j.subject = NEW.id
    AND j.rev = NEW.rev AND j.case_id IS NULL AND j.rev = 1)
    OR EXISTS (SELECT 1 FROM calendar WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER calendar_update BEFORE UPDATE ON calendar WHEN NEW.id <> OLD.id OR NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq AND j.kind = 'calendar' AND j.subject = NEW.id
    AND j.rev = NEW.rev AND j.case_id IS NULL AND j.rev = OLD.rev + 1)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER calendar_delete BEFORE DELETE ON calendar BEGIN SELECT RAISE(ABORT, 'kesu: rows are never deleted'); END;
CREATE UNIQUE INDEX calendar_by_plant_year ON calendar(plant, year);
CREATE TABLE setting(
  id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, seq INTEGER NOT NULL UNIQUE REFERENCES journal(seq), body TEXT NOT NULL,
  name TEXT NOT NULL AS (body ->> '$.name') STORED) STRICT;
CREATE TRIGGER setting_insert BEFORE INSERT ON setting WHEN NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq AND j.kind = 'setting' AND j.subject = NEW.id
    AND j.rev = NEW.rev AND j.case_id IS NULL AND j.rev = 1)
    OR EXISTS (SELECT 1 FROM setting WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER setting_update BEFORE UPDATE ON setting WHEN NEW.id <> OLD.id OR NOT EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq AND j.kind = 'setting' AND j.subject = NEW.id
    AND j.rev = NEW.rev AND j.case_id IS NULL AND j.rev = OLD.rev + 1)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER setting_delete BEFORE DELETE ON setting BEGIN SELECT RAISE(ABORT, 'kesu: rows are never deleted'); END;
CREATE UNIQUE INDEX setting_by_name ON setting(name);
CREATE TABLE register(
  case_id INTEGER PRIMARY KEY, number TEXT NOT NULL, plant INTEGER NOT NULL, procedure INTEGER NOT NULL,
  stage TEXT NOT NULL, state TEXT NOT NULL, round INTEGER NOT NULL, customer INTEGER, class TEXT, severity TEXT,
  track TEXT, verdict TEXT, owner INTEGER, customer_no TEXT NOT NULL, product TEXT NOT NULL, lot TEXT NOT NULL,
  defect_code TEXT NOT NULL, summary TEXT NOT NULL, received TEXT NOT NULL, received_on TEXT NOT NULL,
  registered TEXT NOT NULL, next_task TEXT, next_due TEXT, settled_at TEXT, closed_at TEXT, archived_at TEXT,
  confidential INTEGER NOT NULL) STRICT;
CREATE INDEX register_by_received ON register(received DESC, case_id DESC);
CREATE INDEX register_by_state ON register(state, received DESC, case_id DESC);
CREATE INDEX register_by_customer ON register(customer, received DESC, case_id DESC) WHERE customer IS NOT NULL;
CREATE INDEX register_by_owner ON register(owner, received DESC, case_id DESC) WHERE owner IS NOT NULL;
CREATE INDEX register_by_plant ON register(plant, received DESC, case_id DESC);
CREATE INDEX register_by_class ON register(class, received DESC, case_id DESC) WHERE class IS NOT NULL;
CREATE INDEX register_by_severity ON register(severity, received DESC, case_id DESC) WHERE severity IS NOT NULL;
CREATE INDEX register_by_track ON register(track, received DESC, case_id DESC) WHERE track IS NOT NULL;
CREATE INDEX register_by_next_due ON register(next_due) WHERE next_due IS NOT NULL;
CREATE TABLE inbox(
  case_id INTEGER NOT NULL, task TEXT NOT NULL, slot TEXT NOT NULL, round INTEGER NOT NULL, token TEXT NOT NULL,
  stage TEXT NOT NULL, opened TEXT, due TEXT, customer_due TEXT, remind TEXT, paused_with TEXT, unknown_year INTEGER) STRICT;
CREATE INDEX inbox_by_token ON inbox(token, due IS NULL, due, case_id);
CREATE INDEX inbox_by_case ON inbox(case_id);
CREATE TABLE reminder(
  case_id INTEGER NOT NULL, task TEXT NOT NULL, slot TEXT NOT NULL, round INTEGER NOT NULL, token TEXT NOT NULL,
  press TEXT NOT NULL, role TEXT, stage TEXT NOT NULL, since TEXT NOT NULL, due TEXT NOT NULL) STRICT;
CREATE INDEX reminder_by_token ON reminder(token, press, since DESC, case_id);
CREATE INDEX reminder_by_case ON reminder(case_id);
CREATE TABLE wait(
  case_id INTEGER NOT NULL, task TEXT NOT NULL, slot TEXT NOT NULL, round INTEGER NOT NULL, plant INTEGER NOT NULL,
  procedure TEXT NOT NULL, stage TEXT NOT NULL, holder TEXT NOT NULL, opened TEXT, due TEXT, paused INTEGER NOT NULL,
  unknown_year INTEGER, reason TEXT NOT NULL, confidential INTEGER NOT NULL) STRICT;
CREATE INDEX wait_by_group ON wait(procedure, stage, holder, plant, due, opened, paused, unknown_year, confidential, case_id);
CREATE INDEX wait_by_due ON wait(due IS NULL, due, case_id);
CREATE INDEX wait_by_case ON wait(case_id);
CREATE TABLE action(
  case_id INTEGER NOT NULL, line INTEGER NOT NULL, kind TEXT, what TEXT NOT NULL, owner INTEGER, owner_name TEXT NOT NULL,
  due TEXT, done_on TEXT, state TEXT NOT NULL, over INTEGER NOT NULL, task TEXT, round INTEGER NOT NULL,
  evidence TEXT NOT NULL, files INTEGER NOT NULL, effect TEXT, day TEXT NOT NULL, PRIMARY KEY(case_id, line)) STRICT, WITHOUT ROWID;
CREATE INDEX action_by_day ON action(over, day, case_id, line);
CREATE INDEX action_by_owner ON action(owner, over, day, case_id, line);
CREATE TABLE hand(account INTEGER NOT NULL, case_id INTEGER NOT NULL, registered INTEGER NOT NULL, PRIMARY KEY(account, case_id)) STRICT, WITHOUT ROWID;
CREATE INDEX hand_by_case ON hand(case_id);
CREATE TABLE participant(case_id INTEGER NOT NULL, token TEXT NOT NULL, PRIMARY KEY(case_id, token)) STRICT, WITHOUT ROWID;
CREATE TABLE file_use(file TEXT NOT NULL, case_id INTEGER NOT NULL, PRIMARY KEY(file, case_id)) STRICT, WITHOUT ROWID;
CREATE INDEX file_use_by_case ON file_use(case_id);
CREATE VIRTUAL TABLE search USING fts5(words, content='', contentless_delete=1, tokenize='unicode61');
CREATE TABLE 'search_data'(id INTEGER PRIMARY KEY, block BLOB);
CREATE TABLE 'search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
CREATE TABLE 'search_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);
CREATE TABLE 'search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
CREATE TABLE search_mark(case_id INTEGER PRIMARY KEY) STRICT;
CREATE INDEX cases_by_number_length ON cases(length(number), number);
CREATE INDEX record_by_number_length ON record(kind, length(number), number);
