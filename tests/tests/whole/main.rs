//! Stories, what they cover, and what bad input gets.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails there")]

mod bad_input;
mod coverage;
mod procedures;
mod stories;
