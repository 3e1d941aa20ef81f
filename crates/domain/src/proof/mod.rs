//! placeholder until the proof lands
/// x
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct Fault {
    /** x */
    pub why: String,
}
/// x
pub fn faults(_p: &crate::procedure::Procedure) -> Vec<Fault> {
    vec![]
}
/// x
pub mod place {
    use super::Fault;
    /** x */
    pub fn unreadable(_t: &str, e: &toml::de::Error) -> Fault {
        Fault { why: e.to_string() }
    }
    /** x */
    pub fn with_lines(_t: &str, f: Vec<Fault>) -> Vec<Fault> {
        f
    }
}
