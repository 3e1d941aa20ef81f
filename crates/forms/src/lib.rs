//! The printed forms of the house: views in, bytes out (design § 10).
//!
//! Owns: what a form says and where it stands ([`view`], `form`), how words become lines (`text`), lines cells and cells
//! pages (`layout`), what stands where before any file format ([`draw`]), and, in one file, PDF. Equal views give equal
//! bytes: the moment on a form comes with the view.
//!
//! Must never know: the store, the journal, accounts, a clock; whether somebody may see a form was decided before.

mod draw;
mod error;
mod font;
mod picture;
mod text;
pub mod view;

pub use error::FormError;
