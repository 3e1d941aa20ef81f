use crate::schema::Table;
use kesu_domain::id::CaseId;
use kesu_domain::people::FileDigest;

/// One thing that is not as the program left it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Break {
    /// SQLite finds its own structure damaged.
    Damaged {
        /// What it says.
        what: String,
    },
    /// A table, index or trigger is altered, removed or added.
    Guard {
        /// Its name.
        name: String,
    },
    /// Entries are missing.
    Gap {
        /// The first that is missing.
        from: i64,
        /// The last that is missing.
        to: i64,
    },
    /// An entry does not have the hash of what it says.
    Entry {
        /// Which.
        seq: i64,
    },
    /// An entry does not follow from the one before it: that one was replaced, or this one added.
    Link {
        /// Which.
        seq: i64,
    },
    /// The words of an entry do not have its digest.
    Words {
        /// Which.
        seq: i64,
    },
    /// The words of an entry are gone, and no erasure says so.
    WordsMissing {
        /// Which.
        seq: i64,
    },
    /// Words that no entry, or a secret one, should have.
    WordsAdded {
        /// Under which number.
        seq: i64,
    },
    /// Marked as erased, and no erasure says so.
    ErasedAdded {
        /// Which entry.
        seq: i64,
    },
    /// An erasure says so, and it is not marked as erased.
    ErasedMissing {
        /// Which entry.
        seq: i64,
    },
    /// An erasure took these words out, and they are there.
    ErasedThere {
        /// Which entry.
        seq: i64,
    },
    /// A row does not say what its last entry says.
    Row {
        /// Where.
        table: Table,
        /// Which.
        id: i64,
    },
    /// A row that no entry wrote.
    RowAdded {
        /// Where.
        table: Table,
        /// Which.
        id: i64,
    },
    /// A row that entries wrote is gone.
    RowMissing {
        /// Where.
        table: Table,
        /// Which.
        id: i64,
    },
    /// A row is older than its last entry.
    RowBehind {
        /// Where.
        table: Table,
        /// Which.
        id: i64,
        /// The revision that it has.
        rev: i64,
        /// The revision of its last entry.
        last: i64,
    },
    /// A row cannot be held against its entry, whose words are gone.
    RowUnproved {
        /// Where.
        table: Table,
        /// Which.
        id: i64,
    },
    /// The revisions of a row are not all in the journal.
    History {
        /// Where.
        table: Table,
        /// Which.
        id: i64,
    },
    /// A claimed file is gone.
    FileMissing {
        /// Which.
        file: FileDigest,
    },
    /// A claimed file has other bytes than its name says.
    File {
        /// Which.
        file: FileDigest,
    },
    /// A derived row is not what its case says; `rebuild` makes it again.
    Derived {
        /// Where.
        table: &'static str,
        /// Of which case.
        case: CaseId,
    },
    /// The journal ends before a head that is remembered: it was cut, or an old copy was put back.
    HeadMissing {
        /// The remembered entry.
        seq: i64,
    },
    /// The journal has another entry where a head is remembered: the chain was made anew.
    HeadOther {
        /// The remembered entry.
        seq: i64,
    },
}

impl std::fmt::Display for Break {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Break::Damaged { what } => write!(f, "the database is damaged: {what}"),
            Break::Guard { name } => write!(f, "schema object {name} was altered, removed or added"),
            Break::Gap { from, to } if from == to => write!(f, "entry {from} is missing"),
            Break::Gap { from, to } => write!(f, "entries {from} to {to} are missing"),
            Break::Entry { seq } => write!(f, "entry {seq} was altered"),
            Break::Link { seq } => write!(f, "entry {seq} does not follow from the entry before it"),
            Break::Words { seq } => write!(f, "the words of entry {seq} were altered"),
            Break::WordsMissing { seq } => write!(f, "the words of entry {seq} were removed"),
            Break::WordsAdded { seq } => write!(f, "words were added under entry {seq}"),
            Break::ErasedAdded { seq } => write!(f, "entry {seq} is marked as erased, and no erasure says so"),
            Break::ErasedMissing { seq } => write!(f, "entry {seq} was erased and is not marked so"),
            Break::ErasedThere { seq } => write!(f, "the erased words of entry {seq} are there again"),
            Break::Row { table, id } => write!(f, "row {id} of {} was altered", table.name()),
            Break::RowAdded { table, id } => write!(f, "row {id} of {} was added", table.name()),
            Break::RowMissing { table, id } => write!(f, "row {id} of {} was removed", table.name()),
            Break::RowBehind { table, id, rev, last } => {
                write!(f, "row {id} of {} has revision {rev}, its last entry {last}", table.name())
            }
            Break::RowUnproved { table, id } => {
                write!(f, "row {id} of {} cannot be proved: the words of its entry are gone", table.name())
            }
            Break::History { table, id } => write!(f, "the history of row {id} of {} is not whole", table.name()),
            Break::FileMissing { file } => write!(f, "claimed file {} is missing", file.as_str()),
            Break::File { file } => write!(f, "claimed file {} was altered", file.as_str()),
            Break::Derived { table, case } => write!(f, "{table} is not what case {case} says: rebuild it"),
            Break::HeadMissing { seq } => write!(f, "the journal ends before entry {seq}, which is remembered"),
            Break::HeadOther { seq } => write!(f, "entry {seq} is not the one that is remembered"),
        }
    }
}
