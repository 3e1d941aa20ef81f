//! The library of procedures that come with the program 规程库.

/// Number and text of each. Only `P-KS` is switched on at first run.
pub const BUILTIN: &[(&str, &str)] = &[("P-KS", include_str!("../../procedures/P-KS.toml"))];
