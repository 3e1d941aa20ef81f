//! Stretches of time, from a moment until another.

use super::Stamp;

/// From, until; the second is not part of it.
pub(super) type Stretch = (Stamp, Stamp);

/// In order, and those that touch or overlap as one; empty ones are left out.
pub(super) fn merged(mut all: Vec<Stretch>) -> Vec<Stretch> {
    all.retain(|(from, until)| from < until);
    all.sort_unstable();
    let mut out: Vec<Stretch> = vec![];
    for (from, until) in all {
        match out.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(until),
            Some(_) | None => out.push((from, until)),
        }
    }
    out
}

/// How many milliseconds of merged stretches lie between two moments.
pub(super) fn within(merged: &[Stretch], from: Stamp, until: Stamp) -> i64 {
    merged.iter().map(|(begin, end)| (end.min(&until).millis() - begin.max(&from).millis()).max(0)).sum()
}
