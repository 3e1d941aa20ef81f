//! The rules of the field, through the public door of the crate.

mod action;
mod desk;
mod engine;
mod manifest;
mod own;
mod proof;
mod time;
mod walk;
mod words;
