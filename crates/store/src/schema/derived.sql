-- Derived tables (model §§ 1, 3): pure functions of sacred rows, no evidence. `rebuild` makes them again.

-- One flat row a case: all that lists filter, sort and count.
CREATE TABLE register(
  case_id INTEGER PRIMARY KEY, number TEXT NOT NULL, plant INTEGER NOT NULL, procedure INTEGER NOT NULL,
  stage TEXT NOT NULL, state TEXT NOT NULL, round INTEGER NOT NULL, customer INTEGER, class TEXT, severity TEXT,
  track TEXT, verdict TEXT, owner INTEGER, customer_no TEXT NOT NULL, product TEXT NOT NULL, lot TEXT NOT NULL,
  defect_code TEXT NOT NULL, summary TEXT NOT NULL, received TEXT NOT NULL, received_on TEXT NOT NULL,
  registered TEXT NOT NULL, next_task TEXT, next_due TEXT, settled_at TEXT, closed_at TEXT, archived_at TEXT,
  confidential INTEGER NOT NULL) STRICT;
-- the list without a filter, newest receipt first; the next page begins after the last row of this one
CREATE INDEX register_by_received ON register(received DESC, case_id DESC);
-- the list of one state, of one customer, of one owner, of one plant, likewise
CREATE INDEX register_by_state ON register(state, received DESC, case_id DESC);
CREATE INDEX register_by_customer ON register(customer, received DESC, case_id DESC) WHERE customer IS NOT NULL;
CREATE INDEX register_by_owner ON register(owner, received DESC, case_id DESC) WHERE owner IS NOT NULL;
CREATE INDEX register_by_plant ON register(plant, received DESC, case_id DESC);
-- what is rare is found without walking the list; what nobody has said yet is not looked for, and costs a registration nothing
CREATE INDEX register_by_class ON register(class, received DESC, case_id DESC) WHERE class IS NOT NULL;
CREATE INDEX register_by_severity ON register(severity, received DESC, case_id DESC) WHERE severity IS NOT NULL;
CREATE INDEX register_by_track ON register(track, received DESC, case_id DESC) WHERE track IS NOT NULL;
-- what is overdue: few of many
CREATE INDEX register_by_next_due ON register(next_due) WHERE next_due IS NOT NULL;

-- Open tasks, once for each token that entitles to do them.
CREATE TABLE inbox(
  case_id INTEGER NOT NULL, task TEXT NOT NULL, slot TEXT NOT NULL, round INTEGER NOT NULL, token TEXT NOT NULL,
  stage TEXT NOT NULL, opened TEXT, due TEXT, customer_due TEXT, remind TEXT, paused_with TEXT, unknown_year INTEGER) STRICT;
-- the inbox of one token in its order: what is due first comes first, what has no deadline last
CREATE INDEX inbox_by_token ON inbox(token, due IS NULL, due, case_id);
-- the rows of a case are replaced when it is saved
CREATE INDEX inbox_by_case ON inbox(case_id);

-- Reminders ahead of deadlines and escalations after them, once for each token: moments, whether they have come or not.
CREATE TABLE reminder(
  case_id INTEGER NOT NULL, task TEXT NOT NULL, slot TEXT NOT NULL, round INTEGER NOT NULL, token TEXT NOT NULL,
  press TEXT NOT NULL, role TEXT, stage TEXT NOT NULL, since TEXT NOT NULL, due TEXT NOT NULL) STRICT;
-- what has come for one token, newest first
CREATE INDEX reminder_by_token ON reminder(token, press, since DESC, case_id);
-- the rows of a case are replaced when it is saved
CREATE INDEX reminder_by_case ON reminder(case_id);

-- What waits where and for whom: one row an open task. Plant and confidence stand here too, so that counting reads one table.
CREATE TABLE wait(
  case_id INTEGER NOT NULL, task TEXT NOT NULL, slot TEXT NOT NULL, round INTEGER NOT NULL, plant INTEGER NOT NULL,
  procedure TEXT NOT NULL, stage TEXT NOT NULL, holder TEXT NOT NULL, opened TEXT, due TEXT, paused INTEGER NOT NULL,
  unknown_year INTEGER, reason TEXT NOT NULL, confidential INTEGER NOT NULL) STRICT;
-- the board counts by stage and holder without reading anything but this index
CREATE INDEX wait_by_group ON wait(procedure, stage, holder, plant, due, opened, paused, unknown_year, confidential, case_id);
-- what is latest, first
CREATE INDEX wait_by_due ON wait(due IS NULL, due, case_id);
-- the rows of a case are replaced when it is saved
CREATE INDEX wait_by_case ON wait(case_id);

-- Planned actions of all cases. `day` is by which they are listed: open ones by their deadline, others by when they were done.
CREATE TABLE action(
  case_id INTEGER NOT NULL, line INTEGER NOT NULL, kind TEXT, what TEXT NOT NULL, owner INTEGER, owner_name TEXT NOT NULL,
  due TEXT, done_on TEXT, state TEXT NOT NULL, over INTEGER NOT NULL, task TEXT, round INTEGER NOT NULL,
  evidence TEXT NOT NULL, files INTEGER NOT NULL, effect TEXT, day TEXT NOT NULL, PRIMARY KEY(case_id, line)) STRICT, WITHOUT ROWID;
-- what is to be done, due first; what is over, newest first
CREATE INDEX action_by_day ON action(over, day, case_id, line);
-- the same of one person
CREATE INDEX action_by_owner ON action(owner, over, day, case_id, line);

-- Whose hands a case went through: the cases that somebody registered, or did something in.
CREATE TABLE hand(account INTEGER NOT NULL, case_id INTEGER NOT NULL, registered INTEGER NOT NULL, PRIMARY KEY(account, case_id)) STRICT, WITHOUT ROWID;
-- the rows of a case are replaced when it is saved
CREATE INDEX hand_by_case ON hand(case_id);

-- Who takes part, by token: asked for each confidential case that a list would show.
CREATE TABLE participant(case_id INTEGER NOT NULL, token TEXT NOT NULL, PRIMARY KEY(case_id, token)) STRICT, WITHOUT ROWID;

-- The files that a case uses: a download asks which case lets it through.
CREATE TABLE file_use(file TEXT NOT NULL, case_id INTEGER NOT NULL, PRIMARY KEY(file, case_id)) STRICT, WITHOUT ROWID;
-- the files of one case, and its rows when it is saved
CREATE INDEX file_use_by_case ON file_use(case_id);

-- The words of cases, folded: every Han character by itself. Holds no text, so that words are in one place only.
CREATE VIRTUAL TABLE search USING fts5(words, content='', contentless_delete=1, tokenize='unicode61');
-- Cases whose index has not followed yet.
CREATE TABLE search_mark(case_id INTEGER PRIMARY KEY) STRICT;

-- The highest number of a prefix is one step away, though 10000 sorts before 9999: lengths are tried one by one.
CREATE INDEX cases_by_number_length ON cases(length(number), number);
CREATE INDEX record_by_number_length ON record(kind, length(number), number);
