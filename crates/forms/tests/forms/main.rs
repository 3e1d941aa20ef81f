//! The forms, as their readers meet them.

#![expect(clippy::unwrap_used, reason = "a helper that cannot read what a test has made fails the test")]

mod catalogue;
mod customer;
mod file;
mod fit;
mod lines;
mod morning;
mod nasty;
mod rich;
mod said;
