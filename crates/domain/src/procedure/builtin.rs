//! The library of procedures that come with the program 规程库.

/// Number and text of each. Only the first is switched on at first run.
pub const BUILTIN: &[(&str, &str)] = &[
    ("P-KS", include_str!("../../procedures/P-KS.toml")),
    ("P-R008", include_str!("../../procedures/P-R008.toml")),
    ("P-HB", include_str!("../../procedures/P-HB.toml")),
    ("P-QA", include_str!("../../procedures/P-QA.toml")),
    ("P-5S", include_str!("../../procedures/P-5S.toml")),
    ("P-LV", include_str!("../../procedures/P-LV.toml")),
    ("P-PC", include_str!("../../procedures/P-PC.toml")),
    ("P-JD", include_str!("../../procedures/P-JD.toml")),
    ("P-PD", include_str!("../../procedures/P-PD.toml")),
    ("P-RE", include_str!("../../procedures/P-RE.toml")),
    ("P-FI", include_str!("../../procedures/P-FI.toml")),
];
