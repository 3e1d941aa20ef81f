//! The forms, as their readers meet them.

mod rich;
