//! Dice from a seed: the only chance in a sample, so that the same seed gives the same cases (SplitMix64).

/// A sequence of numbers that look thrown.
#[derive(Debug, Clone)]
pub(super) struct Dice(u64);

impl Dice {
    /// Dice of a seed. `of` names what they are thrown for: each case has dice of its own, whatever the others throw.
    pub(super) fn new(seed: u64, of: u64) -> Dice {
        let mut dice = Dice(seed ^ of.wrapping_mul(0xA24B_AED4_963E_E407));
        dice.throw();
        dice
    }

    fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `n`; 0 of none.
    pub(super) fn below(&mut self, n: usize) -> usize {
        if n == 0 { 0 } else { (self.throw() % n as u64) as usize }
    }

    /// A number from `least` to `most`, both included.
    pub(super) fn between(&mut self, least: i64, most: i64) -> i64 {
        least + (self.throw() % (most - least + 1).max(1).unsigned_abs()) as i64
    }

    /// So many times in a hundred.
    pub(super) fn percent(&mut self, of_hundred: u64) -> bool {
        self.throw() % 100 < of_hundred
    }

    /// One of several.
    ///
    /// # Panics
    /// Of none; the lists of this module are never empty.
    pub(super) fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    /// The place of one of several, each as likely as it weighs.
    pub(super) fn weighed(&mut self, weights: &[u64]) -> usize {
        let mut left = self.throw() % weights.iter().sum::<u64>().max(1);
        for (at, weight) in weights.iter().enumerate() {
            if left < *weight {
                return at;
            }
            left -= weight;
        }
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_throws_the_same_and_another_does_not() {
        let thrown = |seed, of| {
            let mut dice = Dice::new(seed, of);
            (0..20).map(|_| dice.below(1000)).collect::<Vec<_>>()
        };
        assert_eq!(thrown(7, 1), thrown(7, 1));
        assert_ne!(thrown(7, 1), thrown(8, 1));
        assert_ne!(thrown(7, 1), thrown(7, 2));
    }

    #[test]
    fn what_weighs_nothing_is_never_thrown() {
        let mut dice = Dice::new(1, 1);
        let mut seen = [0; 3];
        (0..3000).for_each(|_| seen[dice.weighed(&[1, 0, 2])] += 1);
        assert_eq!(seen[1], 0);
        assert!(seen[2] > seen[0] && seen[0] > 500, "{seen:?}");
    }
}
