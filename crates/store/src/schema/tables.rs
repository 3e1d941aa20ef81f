//! The one list of sacred tables (model § 3). What SQL must find a row by is a generated column; everything else stays
//! in the body. The name of a table is the `kind` of its entries.

/// A generated column: its name, SQL type and constraint, and the field of the body that it shows.
struct Column(&'static str, &'static str, &'static str);

/// An index and the question that it answers.
enum Index {
    Unique(&'static str, &'static str),
    Plain(&'static str, &'static str),
}

const fn text(name: &'static str) -> Column {
    Column(name, "TEXT NOT NULL", name)
}
const fn int(name: &'static str) -> Column {
    Column(name, "INTEGER NOT NULL", name)
}
const fn refers(name: &'static str, field: &'static str) -> Column {
    Column(name, "INTEGER NOT NULL", field)
}

use Index::{Plain, Unique};

const CASE: Column = refers("case_id", "case");
const ACCOUNT: Column = refers("account_id", "account");

/// Makes the enum, its names and the shape of each table from one list.
macro_rules! sacred { ($( $(#[$doc:meta])* $Name:ident = $name:literal { $($column:expr),* } $($index:expr),* ; )*) => {
    /// A sacred table: written only with its journal entry, its rows never deleted.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Table { $( $(#[$doc])* $Name, )* }

    impl Table {
        /// Every sacred table.
        pub const ALL: &[Table] = &[ $( Table::$Name, )* ];

        /// Its name in SQL, and the kind of its entries.
        pub fn name(self) -> &'static str {
            match self { $( Table::$Name => $name, )* }
        }

        /// The id of the next row.
        pub(crate) fn sql_next(self) -> &'static str {
            match self { $( Table::$Name => concat!("SELECT coalesce(max(id), 0) + 1 FROM ", $name), )* }
        }

        /// Revision and body of a row.
        pub(crate) fn sql_stand(self) -> &'static str {
            match self { $( Table::$Name => concat!("SELECT rev, body FROM ", $name, " WHERE id = ?1"), )* }
        }

        /// Id, entry and body of a new row.
        pub(crate) fn sql_insert(self) -> &'static str {
            match self {
                $( Table::$Name => concat!("INSERT INTO ", $name, "(id, rev, seq, body) VALUES(?1, 1, ?2, ?3)"), )*
            }
        }

        /// A row's next revision: id, revision, entry, body.
        pub(crate) fn sql_update(self) -> &'static str {
            match self {
                $( Table::$Name => concat!("UPDATE ", $name, " SET rev = ?2, seq = ?3, body = ?4 WHERE id = ?1"), )*
            }
        }

        fn shape(self) -> (&'static [Column], &'static [Index]) {
            match self { $( Table::$Name => (const { &[$($column),*] }, const { &[$($index),*] }), )* }
        }
    }
} }

sacred! {
    /// Heads of cases 案件.
    Cases = "cases" { text("number"), int("plant"), int("procedure"), text("state") }
        Unique("number", "a number is never used again; the highest one gives the next"),
        Plain("state, number", "open cases without the register");
    /// Sections of cases, every round of them.
    Section = "section" { CASE, text("kind"), text("slot"), int("round") }
        Unique("case_id, kind, slot, round", "a case is loaded whole; one row a kind, slot and round");
    /// Task rows of cases.
    Task = "task" { CASE, text("task"), text("slot"), int("round"), text("state") }
        Unique("case_id, task, slot, round", "a case is loaded whole; one row a task, slot and round");
    /// Side records: sample, return, meeting, CAPA; some belong to several cases.
    Record = "record" { Column("case_id", "INTEGER", "case"), text("kind"), text("state"), Column("number", "TEXT", "number") }
        Plain("case_id, kind", "a case is loaded whole"),
        Plain("kind, state", "lists of open records of one kind"),
        Unique("kind, number", "a number is never used again; the highest one gives the next");
    /// Signatures, by account or from outside.
    Signature = "signature" { CASE, Column("account_id", "INTEGER", "account") }
        Plain("case_id", "a case is loaded whole"),
        Plain("account_id", "what somebody signed");
    /// Issued forms.
    Issued = "issued" { text("code"), CASE, text("form") }
        Unique("code", "a check code on paper names one issue"),
        Plain("case_id, form", "the issues of one form of a case");
    /// Claimed files.
    File = "file" { text("sha256"), Column("case_id", "INTEGER", "case") }
        Unique("sha256", "a file is kept and claimed once"),
        Plain("case_id", "the files that were brought into a case");
    /// Named accounts.
    Account = "account" { text("login") }
        Unique("login", "signing in; a login is never given to somebody else");
    /// Keys of accounts; their bodies are secret.
    Key = "key" { ACCOUNT, text("fingerprint") }
        Plain("account_id", "signing in opens the keys of the account"),
        Unique("fingerprint", "a signature names its key by it");
    /// Posts 岗位.
    Post = "post" { ACCOUNT, text("role"), int("plant") }
        Plain("account_id", "what somebody may do"),
        Plain("role, plant", "who holds a role");
    /// Plants 工厂.
    Plant = "plant" { text("code") }
        Unique("code", "how people and ledgers name it");
    /// Departments 部门.
    Department = "department" { text("code") }
        Unique("code", "how people and ledgers name it");
    /// Customers 客户.
    Customer = "customer" { text("code") }
        Unique("code", "how people and ledgers name it");
    /// People at customers.
    Person = "person" { refers("customer_id", "customer") }
        Plain("customer_id", "the people of one customer");
    /// Products 产品.
    Product = "product" { text("code") }
        Unique("code", "how people and ledgers name it");
    /// Versions of procedures 规程.
    Procedure = "procedure" { text("number"), text("version") }
        Unique("number, version", "a version is issued once");
    /// Files of controlled documents that procedures cite.
    Document = "document" { text("procedure"), text("document"), text("file") }
        Unique("procedure, document", "a cited document has one file, in its revisions"),
        Plain("file", "whose bytes everybody in the house may read");
    /// Working calendars of plants.
    Calendar = "calendar" { int("plant"), int("year") }
        Unique("plant, year", "a year of a plant is said once");
    /// Settings, one typed struct a name.
    Setting = "setting" { text("name") }
        Unique("name", "the value under a name");
}

impl Table {
    /// The table of this kind of entry; `None` for entries about no row.
    pub(crate) fn of_kind(kind: &[u8]) -> Option<Table> {
        Table::ALL.iter().copied().find(|table| table.name().as_bytes() == kind)
    }

    /// Its entries carry a digest and no words: verified against the row, never readable in history (model § 2).
    pub fn is_secret(self) -> bool {
        self == Table::Key
    }

    /// Its rows use files of a case beside those that its sections and records name.
    pub(crate) fn brings_files(self) -> bool {
        matches!(self, Table::Signature | Table::Issued)
    }

    /// Its rows belong to a case, which their body names in `case`.
    pub(crate) fn has_case(self) -> bool {
        self.shape().0.iter().any(|column| column.0 == CASE.0)
    }

    /// Its generated columns, and the fields of the body that they show.
    pub(crate) fn columns(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.shape().0.iter().map(|Column(name, _, field)| (*name, *field))
    }

    /// A condition that holds when each generated column of the row `r` shows what its body says.
    pub(crate) fn columns_hold(self) -> String {
        let each = self.columns().map(|(name, field)| format!("r.{name} IS (r.body ->> '$.{field}')"));
        each.collect::<Vec<_>>().join(" AND ")
    }

    /// The DDL of the table, its triggers and its indexes.
    pub(crate) fn ddl(self) -> String {
        let name = self.name();
        let (columns, indexes) = self.shape();
        let columns: String = columns
            .iter()
            .map(|Column(name, kind, field)| format!(",\n  {name} {kind} AS (body ->> '$.{field}') STORED"))
            .collect();
        let indexes: String = indexes.iter().map(|index| index.ddl(name)).collect();
        // The case of an entry is what its row says, or the row itself: so a timeline cannot be written past its case.
        let case = if self == Table::Cases {
            "NEW.id"
        } else if self.has_case() {
            "(NEW.body ->> '$.case')"
        } else {
            "NULL"
        };
        let entry = format!(
            "EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq AND j.kind = '{name}' AND j.subject = NEW.id
    AND j.rev = NEW.rev AND j.case_id IS {case}"
        );
        format!(
            "CREATE TABLE {name}(
  id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, seq INTEGER NOT NULL UNIQUE REFERENCES journal(seq), body TEXT NOT NULL{columns}) STRICT;
CREATE TRIGGER {name}_insert BEFORE INSERT ON {name} WHEN NOT {entry} AND j.rev = 1)
    OR EXISTS (SELECT 1 FROM {name} WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER {name}_update BEFORE UPDATE ON {name} WHEN NEW.id <> OLD.id OR NOT {entry} AND j.rev = OLD.rev + 1)
  BEGIN SELECT RAISE(ABORT, 'kesu: a row without its entry'); END;
CREATE TRIGGER {name}_delete BEFORE DELETE ON {name} BEGIN SELECT RAISE(ABORT, 'kesu: rows are never deleted'); END;
{indexes}"
        )
    }
}

impl Index {
    fn ddl(&self, table: &str) -> String {
        let (unique, on, why) = match self {
            Index::Unique(on, why) => ("UNIQUE ", on, why),
            Index::Plain(on, why) => ("", on, why),
        };
        let name = on.replace(", ", "_");
        format!("-- {why}\nCREATE {unique}INDEX {table}_by_{name} ON {table}({on});\n")
    }
}
