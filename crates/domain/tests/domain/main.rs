//! The rules of the field, through the public door of the crate.

mod action;
mod claim;
mod desk;
mod duty;
mod edit;
mod engine;
mod hand;
mod manifest;
mod matrix;
mod own;
mod proof;
mod remind;
mod staff;
mod time;
mod walk;
mod walker;
mod whole;
mod words;
