//! Plain SQLite doing the same work: the same rows by the same indexes, the same durability, no journal, no rules.
//!
//! Reads are of the measured folder itself. Writes go to a file beside it, into the same tables without triggers: a
//! registration there is the rows of one that was made in the folder.

use rusqlite::types::{ToSql, Value};
use rusqlite::{Connection, OpenFlags, params, params_from_iter};
use std::cell::Cell;
use std::hint::black_box;
use std::path::Path;

/// Two connections: to the evidence, for reading; to a file of its own, for writing.
pub(crate) struct Raw {
    read: Connection,
    write: Connection,
    /// What a registration writes, row by row.
    rows: Vec<Row>,
    /// Cases that were written.
    n: Cell<i64>,
    /// Rows that were written.
    seq: Cell<i64>,
}

/// The tables into which a registration writes, but for the journal.
const WRITTEN: [&str; 9] = ["cases", "section", "task", "register", "inbox", "reminder", "wait", "hand", "participant"];
/// Cases that are there before anything is measured.
const CASES: i64 = 10_000;
/// What the index is told of each.
const WORDS: &str = "焊 缝 生 锈 垃 圾 桶 更 换 全 部";

/// A row as it is written again and again, each time for another case.
struct Row {
    sql: String,
    values: Vec<New>,
}

/// What stands in a column.
enum New {
    /// The same each time.
    Same(Value),
    /// The case.
    Case,
    /// A number that no other row has.
    Next,
    /// A text that names the case, by [`ID`] and by [`NUMBER`].
    Names(String),
}

/// Stand in a text for the case's id and for its number.
const ID: &str = "\u{1}";
const NUMBER: &str = "\u{2}";

impl Row {
    /// The rows of a case in one table.
    fn all(db: &Connection, table: &str, case: i64) -> Vec<Row> {
        let number: String = db.query_row("SELECT number FROM cases WHERE id = ?1", [case], |row| row.get(0)).unwrap();
        let key = if table == "cases" { "id" } else { "case_id" };
        let mut query = db.prepare(&format!("SELECT name FROM pragma_table_info('{table}')")).unwrap();
        let columns: Vec<String> = query.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
        let marks = vec!["?"; columns.len()].join(",");
        let named = columns.join(",");
        let sql = format!("INSERT INTO {table}({named}) VALUES({marks})");
        let anew = |column: &str, value: Value| match value {
            _ if column == key => New::Case,
            _ if ["id", "seq"].contains(&column) => New::Next,
            Value::Text(text) => {
                let said =
                    text.replace(&format!("\"case\":{case}"), &format!("\"case\":{ID}")).replace(&number, NUMBER);
                if said == text { New::Same(Value::Text(text)) } else { New::Names(said) }
            }
            value => New::Same(value),
        };
        let mut query = db.prepare(&format!("SELECT {named} FROM {table} WHERE {key} = ?1")).unwrap();
        let found = query.query_map([case], |row| {
            let values =
                columns.iter().enumerate().map(|(n, column)| Ok::<_, rusqlite::Error>(anew(column, row.get(n)?)));
            Ok(Row { sql: sql.clone(), values: values.collect::<Result<_, _>>()? })
        });
        found.unwrap().collect::<Result<_, _>>().unwrap()
    }
}

impl Raw {
    /// Beside the folder `dir`, in which `case` was registered and nothing else was done to it.
    pub(crate) fn open(dir: &Path, case: i64) -> Raw {
        let read = Connection::open_with_flags(dir.join("kesu.db"), OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
        read.set_prepared_statement_cache_capacity(64);
        let path = format!("{}.raw.db", dir.display());
        for end in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(format!("{path}{end}"));
        }
        let write = Connection::open(path).unwrap();
        write.set_prepared_statement_cache_capacity(64);
        write
            .execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF;")
            .unwrap();
        for table in WRITTEN.iter().chain(&["search"]) {
            let sql =
                "SELECT sql FROM sqlite_schema WHERE tbl_name = ?1 AND type IN ('table', 'index') AND sql IS NOT NULL
                       ORDER BY type DESC";
            let mut query = read.prepare(sql).unwrap();
            for made in query.query_map([table], |row| row.get::<_, String>(0)).unwrap() {
                write.execute_batch(&made.unwrap()).unwrap();
            }
        }
        let rows = WRITTEN.iter().flat_map(|table| Row::all(&read, table, case)).collect();
        let raw = Raw { read, write, rows, n: Cell::new(0), seq: Cell::new(0) };
        raw.write.execute_batch("BEGIN").unwrap();
        (0..CASES).for_each(|_| raw.insert());
        raw.write.execute_batch("COMMIT").unwrap();
        raw
    }
    fn insert(&self) {
        let n = self.n.get() + 1;
        self.n.set(n);
        let (id, number) = (n.to_string(), format!("RAW-{n}"));
        for row in &self.rows {
            let value = |value: &New| match value {
                New::Same(value) => value.clone(),
                New::Case => Value::Integer(n),
                New::Next => {
                    self.seq.set(self.seq.get() + 1);
                    Value::Integer(self.seq.get())
                }
                New::Names(text) => Value::Text(text.replace(ID, &id).replace(NUMBER, &number)),
            };
            let values = params_from_iter(row.values.iter().map(value));
            self.write.prepare_cached(&row.sql).unwrap().execute(values).unwrap();
        }
        let sql = "INSERT INTO search(rowid, words) VALUES(?1, ?2)";
        self.write.prepare_cached(sql).unwrap().execute(params![n, WORDS]).unwrap();
    }

    /// Reads the row, writes it anew with the list and the index after it, waits for the disk.
    pub(crate) fn save_section(&self) {
        let said = self.seq.get() + 1;
        self.seq.set(said);
        let case = said % self.n.get() + 1;
        self.write.execute_batch("BEGIN IMMEDIATE").unwrap();
        let sql = "SELECT id, body FROM section WHERE case_id = ?1";
        let read = |row: &rusqlite::Row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?));
        let (id, body) = self.write.prepare_cached(sql).unwrap().query_row([case], read).unwrap();
        let run = |sql: &str, values: &[&dyn ToSql]| self.write.prepare_cached(sql).unwrap().execute(values).unwrap();
        // As long as it was, however often this row comes round.
        let body = body.strip_prefix("{\"said\":").map_or(&body[1..], |rest| &rest[rest.find(',').unwrap() + 1..]);
        let anew = format!("{{\"said\":{said},{body}");
        run("UPDATE section SET rev = rev + 1, seq = ?2, body = ?3 WHERE id = ?1", &[&id, &said, &anew]);
        run("UPDATE register SET summary = ?2 WHERE case_id = ?1", &[&case, &format!("生锈 {said}")]);
        run("INSERT OR REPLACE INTO search(rowid, words) VALUES(?1, ?2)", &[&case, &WORDS]);
        self.write.execute_batch("COMMIT").unwrap();
    }

    /// The rows of a new case in all their tables, the index; waits for the disk.
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

    fn all(&self, sql: &str, values: &[&dyn ToSql]) {
        let mut query = self.read.prepare_cached(sql).unwrap();
        let columns = query.column_count();
        let rows = query
            .query_map(values, |row| (0..columns).map(|n| row.get::<_, Value>(n)).collect::<Result<Vec<_>, _>>())
            .unwrap();
        black_box(rows.collect::<Result<Vec<_>, _>>().unwrap());
    }
}
