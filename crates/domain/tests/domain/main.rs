//! The rules of the field, through the public door of the crate.

mod action;
mod desk;
mod duty;
mod engine;
mod manifest;
mod own;
mod proof;
mod time;
mod walk;
mod whole;
mod words;
