//! What the verbs do, a file for each.

pub(crate) mod backup;
pub(crate) mod call;
pub(crate) mod calls;
pub(crate) mod cases;
pub(crate) mod commands;
pub(crate) mod file;
pub(crate) mod form;
pub(crate) mod ical;
pub(crate) mod init;
pub(crate) mod morning;
pub(crate) mod procedure;
pub(crate) mod rebuild;
pub(crate) mod recover;
pub(crate) mod restore;
pub(crate) mod sample;
pub(crate) mod serve;
pub(crate) mod verify;
