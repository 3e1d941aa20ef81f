//! The parts of the family F-1 … F-25: one grid, one set of cells, tables, boxes and bands (forms-language).
//!
//! Owns: where things stand. A form hands over a [`body::Body`]; [`sheet::lay`] sets it, flows it over pages, lets it
//! grow, and puts header, sign-off row and footer around it. Must never know: which form it is, nor any PDF type.

pub(crate) mod body;
pub(crate) mod code;
mod fishbone;
mod flow;
mod footer;
pub(crate) mod grid;
mod header;
mod paint;
mod pen;
mod set;
pub(crate) mod sheet;
mod sign;
pub(crate) mod speech;
mod stretch;
