//! The words said, packed into one number.

use super::TooMany;
use crate::fact::Fact;
use crate::procedure::{Procedure, When};
use std::collections::BTreeMap;

/// For each fact that is asked for: nothing, or the place of its word in the list, worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(super) struct Said(pub(super) u128);

/// A fact that some `when` asks for.
pub(super) struct Asked {
    pub(super) fact: Fact,
    pub(super) words: Vec<String>,
    shift: u32,
    /// Its bits in a [`Said`].
    pub(super) bits: u128,
}

/// All of them hold: the fact, and a bit for each word that will do.
pub(super) type Condition = Vec<(usize, u64)>;

impl Asked {
    /// Every fact that a task or an exit asks for.
    pub(super) fn all(p: &Procedure) -> Result<Vec<Asked>, TooMany> {
        let whens = p.stages.iter().flat_map(|stage| {
            stage.tasks.iter().map(|task| &task.when).chain(stage.exits.iter().map(|exit| &exit.when))
        });
        let facts: std::collections::BTreeSet<Fact> = whens.flat_map(|when| when.keys().copied()).collect();
        let mut shift = 0;
        let mut all = vec![];
        for fact in facts {
            let words: Vec<String> = p.words(fact).into_iter().map(str::to_owned).collect();
            let width = usize::BITS - words.len().leading_zeros();
            if words.len() > 64 || shift + width > 128 {
                return Err(TooMany);
            }
            let bits = ((1_u128 << width) - 1) << shift;
            all.push(Asked { fact, words, shift, bits });
            shift += width;
        }
        Ok(all)
    }
    /// The word said, by its place.
    pub(super) fn in_(&self, said: Said) -> Option<usize> {
        let place = (said.0 & self.bits) >> self.shift;
        usize::try_from(place).ok()?.checked_sub(1)
    }
    /// The worse of what was said before and this word.
    pub(super) fn say(&self, said: Said, word: usize) -> Said {
        let worst = self.in_(said).map_or(word, |before| before.min(word));
        Said(said.0 & !self.bits | (worst as u128 + 1) << self.shift)
    }
}

/// A `when`, by the places of its facts and words.
pub(super) fn condition(asked: &[Asked], when: &When) -> Condition {
    let of = |fact: &Fact| asked.iter().position(|a| a.fact == *fact);
    when.iter()
        .filter_map(|(fact, words)| {
            let a = of(fact)?;
            let bits = asked[a].words.iter().enumerate().filter(|(_, word)| words.contain(word));
            Some((a, bits.fold(0, |mask, (i, _)| mask | 1 << i)))
        })
        .collect()
}

/// The facts of these bits in words, for a fault.
pub(super) fn in_words(asked: &[Asked], said: Said, bits: u128) -> BTreeMap<Fact, String> {
    let shown = asked.iter().filter(|a| a.bits & bits != 0);
    shown.filter_map(|a| a.in_(said).map(|word| (a.fact, a.words[word].clone()))).collect()
}
