//! What can be wrong with a procedure.

use crate::fact::Fact;
use crate::path::{Path, Target};
use crate::procedure::{By, End, RoleId, StageId, TaskId};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// The words of some facts, as far as they are known.
type Said = BTreeMap<Fact, String>;

macro_rules! whys { ($( $(#[$doc:meta])* $Why:ident as $code:literal { $( $data:ident: $type:ty ),* } )*) => {
    /// What is wrong, with the data of its sentence.
    #[derive(Debug, Clone, PartialEq, Serialize, TS)]
    #[serde(tag = "why")]
    #[ts(rename = "Flaw")]
    #[expect(missing_docs, reason = "the sentence in the catalogue says what its data mean")]
    pub enum Why { $( $(#[$doc])* #[serde(rename = $code)] $Why { $( $data: $type ),* }, )* }
    impl Why {
        /// Every code with the names of its data, as the catalogue has them.
        pub const CODES: &[(&str, &[&str])] = &[$( ($code, &[$( stringify!($data) ),*]), )*];
        /// The code.
        pub fn code(&self) -> &'static str { match self { $( Why::$Why { .. } => $code, )* } }
    }
} }

whys! {
    /// The text is no TOML, or no procedure.
    Unreadable as "unreadable" { message: String }
    /// Nothing in a procedure is called so.
    UnknownKey as "unknown_key" { key: String }
    /// Something that cannot be left out is left out.
    MissingKey as "missing_key" { key: String }
    /// The word is none of those that may stand there.
    NoSuchWord as "no_such_word" { word: String, words: String }
    /// The same name is given twice in one place.
    KeyTwice as "key_twice" { key: String }

    /// Two things have this id.
    Twice as "twice" { id: String }
    /// The word has a meaning of its own and cannot be an id.
    Reserved as "reserved" { id: String }
    /// An id is empty, or holds a space, a slash, a colon or a dot.
    BadId as "bad_id" { id: String }
    /// There is nothing in this list, where something has to be.
    Nothing as "nothing" { list: String }
    /// No such role.
    UnknownRole as "unknown_role" { role: RoleId }
    /// No such field, built in or of the procedure's own.
    UnknownField as "unknown_field" { field: Path }
    /// No such stage.
    UnknownStage as "unknown_stage" { stage: StageId }
    /// No such task.
    UnknownTask as "unknown_task" { task: TaskId }
    /// The fact is never this word.
    UnknownWord as "unknown_word" { fact: Fact, word: String }
    /// Neither a role nor a department that the complaint names.
    NoDesk as "no_desk" { by: By }
    /// No document of the procedure has this id.
    UnknownDocument as "unknown_document" { document: String }
    /// No task decides the fact.
    Undecided as "undecided" { fact: Fact }
    /// The fact belongs to each line of a list; only a task for each of that list can ask for it.
    OfLines as "of_lines" { fact: Fact, field: Path }
    /// A field of the procedure's own has the name of a built-in one.
    Shadows as "shadows" { field: Path }
    /// A choice without words.
    NoWords as "no_words" { field: String }
    /// No clock can start at this field.
    NoDate as "no_date" { field: Path }
    /// The date belongs to each line of a list; only the clock of a task for each of that list can start at it.
    DateOfLines as "date_of_lines" { field: Path }
    /// A task for each of a list goes on with a record that is one.
    EachOf as "each_of" {}
    /// Neither a list of lines nor of departments or people.
    NoList as "no_list" { field: Path }
    /// The lines of this list name nobody who could do it.
    NoHolder as "no_holder" { field: Path }
    /// There is no department there whose head could do it.
    NoHead as "no_head" { by: By }
    /// Outside a case there is nobody whom the case names.
    NeedsCase as "needs_case" { by: By }
    /// Limits of one fact do not rise.
    LimitOrder as "limit_order" { word: String, above: String }
    /// The fact is no amount and takes no limits.
    NoAmount as "no_amount" { fact: Fact }
    /// Not every period has this day.
    NoDay as "no_day" { day: u8 }

    /// It waits for a task of another stage.
    OtherStage as "other_stage" { task: TaskId }
    /// Tasks wait for each other.
    Circle as "circle" { task: TaskId }
    /// It demands what it does not fill.
    DemandsUnfilled as "demands_unfilled" { field: Path }
    /// Done by each, but of no list.
    EachOfNothing as "each_of_nothing" {}
    /// A quorum of one row, or of none.
    NoQuorum as "no_quorum" {}
    /// What goes to the customer, or stays open anyway, is not made up later.
    NeverAhead as "never_ahead" {}
    /// It goes on with no record of that task.
    NoRecordOf as "no_record_of" { task: TaskId }
    /// Several stages to go to, and no rejection of this stage that chooses.
    NobodyChooses as "nobody_chooses" {}
    /// A box for a signature names a task that does not sign.
    BoxUnsigned as "box_unsigned" { task: TaskId }

    /// A role approves what it fills itself.
    OwnApproval as "own_approval" { by: By, task: TaskId, target: Target }
    /// A signature does not wait for somebody who fills what it covers.
    Unawaited as "unawaited" { task: TaskId, target: Target }
    /// What is signed may still be filled by a task that stays open.
    StaysOpen as "stays_open" { task: TaskId, target: Target }
    /// A signature or an approval over nothing.
    CoversNothing as "covers_nothing" {}
    /// An approval that may be left out.
    OptionalApproval as "optional_approval" {}
    /// It fills an approval and does not approve.
    NotApproving as "not_approving" {}

    /// With these facts the stage cannot be left.
    NoExit as "no_exit" { facts: Said }
    /// With these facts several exits fit.
    SeveralExits as "several_exits" { facts: Said }
    /// It stands on a field that may be empty by then.
    MayBeEmpty as "may_be_empty" { field: Path }
    /// It stands on a task that may not have been done by then.
    MayBeUndone as "may_be_undone" { task: TaskId }
    /// It signs what may not have been written by then.
    MayBeUnwritten as "may_be_unwritten" { target: Target }
    /// What was signed is changed later, and archived so.
    ChangedAfter as "changed_after" { target: Target, task: TaskId }
    /// An end is reached a second time.
    EndTwice as "end_twice" { end: End }
    /// The case ends as a whole before it ends toward the customer.
    EndTooSoon as "end_too_soon" {}
    /// It is archived before it has ended.
    ArchivedOpen as "archived_open" {}
    /// It takes back ends that were not reached.
    ReopensNothing as "reopens_nothing" {}
    /// No walk meets the stage.
    NeverReached as "never_reached" {}
    /// No walk opens the task.
    NeverOpens as "never_opens" {}
    /// No walk takes the exit.
    NeverTaken as "never_taken" {}
    /// From here, with these facts, no way leads to the archive.
    OutOfReach as "out_of_reach" { facts: Said }
    /// From here no way leads to the archive, whatever was said.
    DeadEnd as "dead_end" {}
    /// It may be open after the end of the case, and nothing waits for it any more.
    NeverAwaited as "never_awaited" {}
    /// Stages follow each other in a circle in which nobody has anything to do.
    Spins as "spins" {}
    /// There are too many walks to prove them all.
    TooManyWalks as "too_many_walks" {}

    /// A warning: this task may be due before the one that it waits for.
    MayCross as "may_cross" { task: TaskId }
}
