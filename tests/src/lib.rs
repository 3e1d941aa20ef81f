//! What runs the whole: stories of `scenarios/`, driven through the program as a user starts it.
//!
//! A story says who does which task, what they type into which fields, and what is to be seen then; never how the program
//! is called. [`play`] drives the terminal; a browser can be driven by the same files.
//!
//! Must never know: the list's types, the store. It sees what a user of the terminal sees. Of the domain it knows the
//! registry of fields, so that a name in a story becomes the right id, and the procedure, to say what no story does.
//!
//! How to add a story: a file in `scenarios/`; the tests find it.

pub mod cover;
pub mod fill;
pub mod house;
pub mod look;
pub mod play;
pub mod program;
pub mod story;
pub mod time;
