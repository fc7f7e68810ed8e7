//! Lots that fall the same each time: numbers drawn by a seed.

use std::{ops::RangeInclusive, time::Duration};

use crate::ms;

/// A drawer of lots. The same seed draws the same ones, on every machine.
///
/// ```
/// use kit::{Lots, ms};
///
/// let (mut lots, mut again) = (Lots::seeded(7), Lots::seeded(7));
/// let latency = lots.millis(20..=30);
/// assert_eq!(latency, again.millis(20..=30));
/// assert!((ms(20)..=ms(30)).contains(&latency));
/// ```
#[derive(Debug, Clone, Default)]
pub struct Lots {
    state: u64,
}

impl Lots {
    /// A drawer whose lots follow from `seed`; every seed is as good as any other.
    pub fn seeded(seed: u64) -> Lots {
        Lots { state: seed }
    }

    /// A number below `of`.
    ///
    /// # Panics
    ///
    /// If `of` is 0: no number is below it.
    pub fn below(&mut self, of: usize) -> usize {
        assert!(of > 0, "there is no number below 0");
        let of = u64::try_from(of).expect("no system here counts beyond 64 bits");
        usize::try_from(self.next() % of).expect("a remainder is below its divisor")
    }

    /// A whole number of milliseconds in `range`, both ends among them: a jitter that keeps virtual
    /// time exact.
    ///
    /// # Panics
    ///
    /// If `range` is empty.
    pub fn millis(&mut self, range: RangeInclusive<u64>) -> Duration {
        let (least, most) = range.into_inner();
        assert!(least <= most, "there is no number from {least} to {most}");
        match (most - least).checked_add(1) {
            Some(ways) => ms(least + self.next() % ways),
            None => ms(self.next()),
        }
    }

    /// The next 64 bits, by the generator SplitMix64 (Steele, Lea and Flood, 2014).
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_draws_what_the_paper_says() {
        let mut lots = Lots::seeded(1_234_567);

        let drawn = [lots.next(), lots.next(), lots.next()];

        // The first numbers that the authors' own program gives for this seed.
        let known =
            [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423];
        assert_eq!(drawn, known);
    }

    #[test]
    fn both_ends_of_a_range_are_drawn_and_nothing_beyond() {
        let mut lots = Lots::seeded(1);

        let drawn: Vec<Duration> = (0..100).map(|_| lots.millis(5..=8)).collect();

        assert_eq!((drawn.iter().min(), drawn.iter().max()), (Some(&ms(5)), Some(&ms(8))));
        assert_eq!(lots.millis(9..=9), ms(9));
        lots.millis(0..=u64::MAX);
    }
}
