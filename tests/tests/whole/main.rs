//! Stories, what they cover, and what bad input gets.

mod bad_input;
mod coverage;
mod procedures;
mod stories;
