//! What is taken and what is not, through the public door of the crate.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

mod bytes;
mod name;
mod refuse;
mod take;
