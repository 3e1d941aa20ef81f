//! Stories through the list of commands, as a form or a terminal calls it.

mod account;
mod case;
mod desk;
mod eight_d;
mod file;
mod guess;
mod list;
mod lists;
mod master;
mod own;
mod paper;
mod sample;
mod session;
mod sign;
mod types;
