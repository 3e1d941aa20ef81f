use super::Stamp;
use super::stretch::{Stretch, merged, within};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// A pause of a case (D-5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Pause {
    /// From when.
    pub from: Stamp,
    /// Until when; `None` while it lasts.
    pub until: Option<Stamp>,
    /// Why.
    pub reason: String,
    /// Who holds the ball meanwhile.
    pub holder: String,
    /// The customer agreed, with evidence: then the customer's clock stops too.
    pub customer_agreed: bool,
    /// Where the customer's word stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub evidence: Option<String>,
}

/// Which of the two clocks (D-5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Which {
    /// The department's: stops in every pause.
    House,
    /// The customer's: stops only where the customer agreed.
    Customer,
}

/// The pause that lasts, if one does.
pub fn paused_now(pauses: &[Pause]) -> Option<&Pause> {
    pauses.iter().find(|pause| pause.until.is_none())
}

/// How many milliseconds this clock stood between two moments; overlapping pauses count once, an open one until the second.
/// The part that "mean time per stage" leaves out (forms § 6).
pub fn stopped_millis(pauses: &[Pause], which: Which, from: Stamp, until: Stamp) -> i64 {
    within(&stops(pauses, which, until), from, until)
}

/// How many milliseconds each party held the ball in pauses between two moments (D-5). Where pauses overlap, the one that
/// began first has it.
pub fn held_millis(pauses: &[Pause], from: Stamp, until: Stamp) -> BTreeMap<&str, i64> {
    let mut in_order: Vec<_> = pauses.iter().collect();
    in_order.sort_by_key(|pause| pause.from);
    let (mut out, mut counted) = (BTreeMap::new(), from);
    for pause in in_order {
        let (begin, end) = (pause.from.max(counted), pause.until.unwrap_or(until).min(until));
        if begin < end {
            *out.entry(pause.holder.as_str()).or_default() += end.millis() - begin.millis();
            counted = end;
        }
    }
    out
}

/// The stretches in which this clock stands, merged; an open pause counts until `now`.
pub(super) fn stops(pauses: &[Pause], which: Which, now: Stamp) -> Vec<Stretch> {
    let counts = |pause: &&Pause| match which {
        Which::House => true,
        Which::Customer => pause.customer_agreed,
    };
    merged(pauses.iter().filter(counts).map(|pause| (pause.from, pause.until.unwrap_or(now))).collect())
}
