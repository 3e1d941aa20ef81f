//! The list of all commands, who may call them, and what they do (design §§ 3, 4).
//!
//! Owns: the one list below, the four doors, permission, handlers, views, the TypeScript types. A handler reads like the
//! sentence that a user would say: it loads the case as this person may see it, asks the domain, saves what came out.
//!
//! Must never know: HTTP, Tauri, terminals, SQL, cryptography, PDF. No rule of a procedure stands here: `blockers` answers
//! those. The clock and randomness are read in [`machine`] and nowhere else.
//!
//! Errors: [`error::ApiError`] and nothing else leaves this crate.
//!
//! How to add a command: `docs/how-to/command.md`.

pub mod app;
pub mod breaks;
pub mod door;
pub mod error;
pub mod file;
pub mod folder;
mod form;
pub mod handle;
pub mod home;
mod ical;
mod list;
pub mod machine;
mod manifest;
mod news;
mod open;
pub mod outside;
mod password;
pub mod permission;
pub mod reference;
mod refers;
pub mod sample;
mod seat;
pub mod signing;
pub mod staffing;
pub mod types;
pub mod view;

use list::commands;
pub use list::{Command, Door, Type, call};

commands! {
    /// Signing in, and who that is.
    session {
        /// Signs in. A wrong password is an answer, so that it is counted; as many as the house sets lock the account (five at first).
        sign_in (SignIn) -> SignedIn, private, Open, before check_password;
        /// Signs out.
        sign_out (SignOut) -> SignedOut, private, SignedIn;
        /// Who is signed in, with the posts that hold today.
        me (Me) -> MyView, read, SignedIn;
        /// A new password for the same key: nothing signed before changes.
        password_change (ChangePassword) -> PasswordChanged, signed, SignedIn;
    }
    /// Accounts and their posts.
    account {
        /// Everybody with an account: names for what was done by whom.
        people_list (ListPeople) -> People, read, SignedIn;
        /// Accounts with their keys: who endorsed them, and which nobody has.
        account_list (ListAccounts) -> Accounts, read, Admin;
        /// Makes an account with a first password. Its key is endorsed by the administrator's.
        account_add (AddAccount) -> AccountAdded, signed, Admin;
        /// Changes a name or a language, or closes an account. A login is never given to somebody else.
        account_save (SaveAccount) -> Kept, write, Admin;
        /// A new password and a new key for somebody who lost theirs. What they signed stays valid under the old key.
        account_reset (ResetAccount) -> AccountAdded, signed, Admin;
        /// Endorses a key that nobody has endorsed: after a recovery on the machine.
        account_endorse (EndorseAccount) -> Kept, signed, Admin;
    }
    /// Posts: who holds which role.
    post {
        /// Gives somebody a post, or changes one: role, plant, department, from, until, deputy for whom (M-5).
        post_save (SavePost) -> Kept, write, Admin;
    }
    /// Plants, departments, customers, people at customers, products.
    master {
        /// The rows of one kind, or those that contain some words.
        master_list (ListMaster) -> MasterList, read, Read;
        /// Saves a customer, a person at a customer, or a product.
        master_save (SaveMaster) -> Kept, write, Work;
        /// Saves a plant or a department.
        plant_save (SavePlant) -> Kept, write, Admin;
    }
    /// The working calendar of plants.
    calendar {
        /// A year of a plant's working calendar as it counts now, and where it comes from.
        calendar_get (GetCalendar) -> CalendarView, read, Read;
        /// Saves a year of a plant's own calendar: days off, make-up days, shifts (T-1). Open deadlines follow at once.
        calendar_save (SaveCalendar) -> CalendarSaved, write, Admin;
        /// Takes in a whole year as a text, all of it or nothing: lines `2027-01-01,off`, or an iCalendar file.
        calendar_import (ImportCalendar) -> CalendarSaved, write, Admin;
    }
    /// Settings of the house.
    setting {
        /// The settings of the house.
        setting_get (GetSetting) -> SettingView, read, SignedIn;
        /// Saves a setting.
        setting_save (SaveSetting) -> Kept, write, Admin;
    }
    /// Procedures 规程.
    procedure {
        /// The versions that this folder keeps.
        procedure_list (ListProcedures) -> Procedures, read, SignedIn;
        /// One version: stages, tasks, roles, deadlines, and its text.
        procedure_get (GetProcedure) -> ProcedureView, read, SignedIn;
        /// Puts a procedure of the library in force, as the program carries it.
        procedure_adopt (AdoptProcedure) -> Kept, write, Admin;
        /// The procedures that come with the program, and which of them this folder keeps.
        procedure_library (ListLibrary) -> Library, read, SignedIn;
        /// Makes a draft: of a version that is kept, or of one in the library. Of a number that is there, its next version.
        procedure_copy (CopyProcedure) -> Kept, write, Work;
        /// Saves a draft, as text or as forms have it. Whoever works here may write; a draft may be broken.
        procedure_draft_save (SaveProcedure) -> Kept, write, Work;
        /// Proves a version, a text, or what is being typed: each fault with place, line and reason; warnings; posts that nobody holds (D-11).
        procedure_check (CheckProcedure) -> Checked, read, Work;
        /// Proves a draft and puts it in force from a day on. Not by who wrote it last; by a role that approves in it (M-6).
        procedure_issue (IssueProcedure) -> Kept, write, Work;
        /// Takes a version out of force, or drops a draft. Running cases keep theirs.
        procedure_withdraw (WithdrawProcedure) -> Kept, write, Work;
        /// In what two versions differ: by stage, task and field.
        procedure_compare (CompareProcedures) -> Compared, read, SignedIn;
        /// Moves a running case to the version of its procedure that is in force, for a reason.
        case_move (MoveCase) -> CaseView, write, Work;
    }
    /// Cases 案件.
    case {
        /// Takes in a complaint and gives it a number. Six facts are enough (I-14): when and by whom it was taken in are known.
        case_register (RegisterCase) -> Registered, write, Work;
        /// Shows a case with what is open to this person and, for what is not, the reasons.
        case_get (GetCase) -> CaseView, read, Read;
        /// Takes a case back to a stage on its way.
        case_reopen (ReopenCase) -> CaseView, write, Work;
        /// Stops the department's clock, for a reason (D-5).
        case_pause (PauseCase) -> CaseView, write, Work;
        /// Lets the clock run again.
        case_resume (ResumeCase) -> CaseView, write, Work;
        /// Makes a case confidential, or not; says who is let in (M-7).
        case_confide (ConfideCase) -> CaseView, write, Work;
        /// What happened to a case, entry by entry.
        case_timeline (GetTimeline) -> Timeline, read, Read;
    }
    /// Ends of a case that its procedure does not know (I-12).
    case_end {
        /// 作废: asks that a number be declared void, approves that somebody else asks it, or refuses. The number stays.
        case_void (VoidCase) -> CaseView, write, Work;
        /// 合并: one case leads, the other ends in it; each is found by the other's number.
        case_merge (MergeCase) -> CaseView, write, Work;
        /// 拆分: makes cases of their own from chosen product lines, or from the whole complaint, with the same receipt.
        case_split (SplitCase) -> Split, write, Work;
        /// 撤诉: the customer takes the complaint back; what is open is superseded.
        case_withdraw (WithdrawCase) -> CaseView, write, Work;
    }
    /// Work that recurs without a case (T-5).
    duty {
        /// The duties of this person that are not done, overdue ones first; and those done last.
        duty_list (ListDuties) -> Duties, read, Read;
        /// Records what was done for one period of a duty.
        duty_done (DoDuty) -> Kept, write, Work;
    }
    /// Files of the controlled documents that procedures cite (M-9).
    document {
        /// What a version of a procedure cites, each with the file that the house keeps.
        document_list (ListDocuments) -> Documents, read, Read;
        /// Keeps the file of a cited document, with its number and version.
        document_save (SaveDocument) -> Kept, write, Work, before look;
    }
    /// People who leave.
    people {
        /// 工作交接: everything that is for somebody by name is for somebody else from now on; their posts end today.
        tasks_hand_over (HandOverTasks) -> TasksHandedOver, write, Read;
    }
    /// Suggestions for a procedure (M-4).
    suggestion {
        /// Takes a suggestion that belongs to no case.
        suggestion_add (AddSuggestion) -> Kept, write, SignedIn;
        /// Suggestions of the house and of cases, those to be decided first.
        suggestion_list (ListSuggestions) -> Suggestions, read, SignedIn;
        /// Decides on a suggestion, with the reason and the version that follows.
        suggestion_decide (DecideSuggestion) -> Kept, write, Work;
    }
    /// What people type.
    section {
        /// Saves a section of a case. Two people in two sections never conflict.
        section_save (SaveSection) -> Saved, write, Work;
        /// Saves a side record of a case; gives a new one its number.
        record_save (SaveRecord) -> SavedRecord, write, Work;
    }
    /// What people do.
    task {
        /// Does a task that needs no signature, or one on paper or for somebody else.
        task_do (DoTask) -> CaseView, write, Work;
        /// Lets somebody approve or verify their own work; written by somebody else.
        task_excuse (ExcuseTask) -> CaseView, write, Work;
        /// 转审: passes an open task to somebody else who may do it, and it waits for that account alone.
        task_pass (PassTask) -> CaseView, write, Work;
        /// 加签: asks one more account to sign what is approved, verified or decided; the stage waits for it.
        task_ask (AskTask) -> CaseView, write, Work;
        /// 撤回: takes back what one did, until somebody has answered it; or the question to one more signer.
        task_withdraw (WithdrawTask) -> CaseView, write, Work;
        /// Moves the deadline of an open task, approved by somebody who does not do it; the first one is kept (T-4).
        task_move (MoveTask) -> CaseView, write, Work;
        /// The text that a signature would be over, row by row.
        task_manifest (GetManifest) -> ManifestView, read, Work;
        /// Signs what the manifest names, and does the task.
        case_sign (SignTask) -> CaseView, signed, Work;
        /// Says why the clock of this machine went back. Signing goes on.
        clock_explain (ExplainClock) -> Explained, write, Work;
    }
    /// Printed forms.
    paper {
        /// Issues a form of a case; the same one again where nothing has changed.
        form_issue (IssueForm) -> IssuedView, write, Read, before draw;
        /// The forms that were issued for a case.
        form_list (ListForms) -> IssuedForms, read, Read;
        /// Which paper is this? The issue of a check code (D-8).
        form_check (CheckForm) -> IssuedView, read, Read;
    }
    /// Files of a case.
    upload {
        /// Makes an uploaded file part of a case.
        file_claim (ClaimFile) -> Claimed, write, Work, before look;
        /// The files of a case.
        file_list (ListFiles) -> Files, read, Read;
    }
    /// Lists.
    register {
        /// Open tasks of this person, the one that falls due first on top.
        inbox_list (ListInbox) -> Inbox, read, Read;
        /// The register 台账: a page of cases by filter, newest receipt first or by deadline, and how many there are.
        register_list (ListRegister) -> RegisterPage, read, Read;
        /// Planned actions 措施 of all cases: those to be done by deadline, or those that are over.
        action_list (ListActions) -> ActionPage, read, Read;
    }
    /// What waits where.
    board {
        /// The progress board: what waits where, for whom, since when, until when (T-2).
        board (GetBoard) -> Board, read, Read;
        /// 逾期原因: says why a task is late, by anybody who works on the case (T-2).
        task_late (SayLate) -> CaseView, write, Work;
    }
    /// The day of one person.
    digest {
        /// What fell due yesterday, falls due today and in the next three days, is overdue, and what is pressed (T-3).
        digest (GetDigest) -> Digest, read, Read;
        /// One's own deadlines as an iCalendar file.
        ical (GetIcal) -> Ical, read, Read;
    }
    /// What is being typed: never evidence.
    draft {
        /// Keeps what is being typed.
        draft_save (SaveDraft) -> Kept, private, SignedIn;
        /// The drafts of this person.
        draft_list (ListDrafts) -> Drafts, private, SignedIn;
        /// Drops a draft.
        draft_drop (DropDraft) -> Dropped, private, SignedIn;
        /// How this person wants the screen.
        preference_save (SavePreference) -> Kept, private, SignedIn;
        /// The same, read.
        preference_get (GetPreference) -> Preference, private, SignedIn;
    }
}
