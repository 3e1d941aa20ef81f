//! Plain SQLite doing the same work: the same rows by the same indexes, the same durability, no journal, no rules.
//!
//! Reads are of the measured folder itself. Writes go to a file beside it, into tables of the same columns without triggers.

use rusqlite::{Connection, OpenFlags, params};
use std::cell::Cell;
use std::hint::black_box;
use std::path::Path;

/// Two connections: to the evidence, for reading; to a file of its own, for writing.
pub(crate) struct Raw {
    read: Connection,
    write: Connection,
    n: Cell<i64>,
}

/// About as long as the bodies of a case are.
const BODY: usize = 900;
/// Rows that are there before anything is measured.
const ROWS: i64 = 20_000;

impl Raw {
    pub(crate) fn open(dir: &Path) -> Raw {
        let read = Connection::open_with_flags(dir.join("kesu.db"), OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
        read.set_prepared_statement_cache_capacity(64);
        let path = format!("{}.raw.db", dir.display());
        for end in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(format!("{path}{end}"));
        }
        let write = Connection::open(path).unwrap();
        write
            .execute_batch(
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
                 CREATE TABLE cases(id INTEGER PRIMARY KEY, number TEXT UNIQUE, body TEXT);
                 CREATE TABLE section(id INTEGER PRIMARY KEY, case_id INTEGER, body TEXT);
                 CREATE INDEX section_case ON section(case_id);
                 CREATE TABLE task(id INTEGER PRIMARY KEY, case_id INTEGER, body TEXT);
                 CREATE INDEX task_case ON task(case_id);
                 CREATE TABLE register(case_id INTEGER PRIMARY KEY, received TEXT, state TEXT, summary TEXT);
                 CREATE INDEX register_received ON register(received DESC, case_id DESC);
                 CREATE VIRTUAL TABLE search USING fts5(words, content='', contentless_delete=1);",
            )
            .unwrap();
        let raw = Raw { read, write, n: Cell::new(0) };
        raw.write.execute_batch("BEGIN").unwrap();
        (0..ROWS).for_each(|_| raw.insert());
        raw.write.execute_batch("COMMIT").unwrap();
        raw
    }

    fn insert(&self) {
        let n = self.n.get() + 1;
        self.n.set(n);
        let body = "焊".repeat(BODY / 3);
        let run = |sql: &str, body: &str| {
            self.write.prepare_cached(sql).unwrap().execute(params![n, body]).unwrap();
        };
        run("INSERT INTO cases(number, body) VALUES('KS-' || ?1, ?2)", &body);
        run("INSERT INTO section(case_id, body) VALUES(?1, ?2)", &body);
        (0..5).for_each(|_| run("INSERT INTO task(case_id, body) VALUES(?1, ?2)", &body[..300]));
        run("INSERT INTO register VALUES(?1, '2026-11-25T03:00:00.000Z', 'open', ?2)", &body[..240]);
        run("INSERT INTO search(rowid, words) VALUES(?1, ?2)", "焊 缝 生 锈 垃 圾 桶 更 换 全 部");
    }

    /// Reads the row, writes it anew with the list and the index after it, waits for the disk.
    pub(crate) fn save_section(&self) {
        let id = self.n.get() / 2;
        let body = format!("{}{}", "焊".repeat(BODY / 3), self.n.get());
        self.write.execute_batch("BEGIN IMMEDIATE").unwrap();
        let sql = "SELECT body FROM section WHERE id = ?1";
        let old: String = self.write.prepare_cached(sql).unwrap().query_row([id], |row| row.get(0)).unwrap();
        black_box(old);
        let run = |sql: &str, text: &str| {
            self.write.prepare_cached(sql).unwrap().execute(params![id, text]).unwrap();
        };
        run("UPDATE section SET body = ?2 WHERE id = ?1", &body);
        run("UPDATE register SET summary = ?2 WHERE case_id = ?1", &body[..240]);
        run("INSERT OR REPLACE INTO search(rowid, words) VALUES(?1, ?2)", "焊 缝 生 锈 垃 圾 桶 更 换 全 部");
        self.write.execute_batch("COMMIT").unwrap();
        self.n.set(self.n.get() + 1);
    }

    /// Seven rows, the list and the index, and waits for the disk.
    pub(crate) fn register(&self) {
        self.write.execute_batch("BEGIN IMMEDIATE").unwrap();
        self.insert();
        self.write.execute_batch("COMMIT").unwrap();
    }

    /// Every row of a case, as text.
    pub(crate) fn open_case(&self, case: i64) {
        for table in ["cases", "section", "task", "record", "signature"] {
            let column = if table == "cases" { "id" } else { "case_id" };
            let sql = format!("SELECT id, rev, body FROM {table} WHERE {column} = ?1 ORDER BY id");
            let mut query = self.read.prepare_cached(&sql).unwrap();
            let rows = query.query_map([case], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(2)?))).unwrap();
            black_box(rows.collect::<Result<Vec<_>, _>>().unwrap());
        }
    }

    /// The columns that the list shows of a hundred rows.
    pub(crate) fn page(&self) {
        let sql = "SELECT * FROM register WHERE state = 'archived' AND class = 'quality'
                   ORDER BY received DESC, case_id DESC LIMIT 100";
        self.all(sql, &[]);
    }

    /// The hundred rows of one token that fall due first, with their cases.
    pub(crate) fn inbox(&self, token: &str) {
        let sql = "SELECT i.*, r.* FROM inbox i JOIN register r ON r.case_id = i.case_id WHERE i.token = ?1
                   ORDER BY i.due IS NULL, i.due, i.case_id LIMIT 100";
        self.all(sql, &[&token]);
    }

    /// What waits, counted, and the hundred tasks that fall due first.
    pub(crate) fn board(&self, now: &str) {
        let sql = "SELECT procedure, stage, holder, count(*), sum(due < ?1), min(opened), min(due) FROM wait
                   GROUP BY procedure, stage, holder";
        self.all(sql, &[&now]);
        let sql = "SELECT w.*, r.* FROM wait w JOIN register r ON r.case_id = w.case_id
                   ORDER BY w.due IS NULL, w.due, w.case_id LIMIT 100";
        self.all(sql, &[]);
    }

    /// The newest hundred that the index finds.
    pub(crate) fn search(&self, words: &str) {
        let phrase: Vec<String> = words.chars().map(String::from).collect();
        let sql = "SELECT r.* FROM search s CROSS JOIN register r ON r.case_id = s.rowid WHERE s.words MATCH ?1
                   ORDER BY r.received DESC, r.case_id DESC LIMIT 100";
        self.all(sql, &[&format!("\"{}\"", phrase.join(" "))]);
    }

    fn all(&self, sql: &str, values: &[&dyn rusqlite::ToSql]) {
        let mut query = self.read.prepare_cached(sql).unwrap();
        let columns = query.column_count();
        let rows = query
            .query_map(values, |row| {
                (0..columns).map(|n| row.get::<_, rusqlite::types::Value>(n)).collect::<Result<Vec<_>, _>>()
            })
            .unwrap();
        black_box(rows.collect::<Result<Vec<_>, _>>().unwrap());
    }
}
