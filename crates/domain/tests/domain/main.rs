//! The rules of the field, through the public door of the crate.

mod desk;
mod engine;
mod proof;
mod time;
mod walk;
mod words;
