//! Stories, what they cover, and what bad input gets.

mod coverage;
mod stories;
