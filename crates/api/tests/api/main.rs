//! Stories through the list of commands, as a form or a terminal calls it.

mod account;
mod case;
mod correct;
mod desk;
mod document;
mod duty;
mod eight_d;
mod ends;
mod file;
mod guess;
mod hand;
mod list;
mod lists;
mod master;
mod own;
mod paper;
mod people;
mod procedure;
mod sample;
mod session;
mod sign;
mod suggestion;
mod time;
mod types;
