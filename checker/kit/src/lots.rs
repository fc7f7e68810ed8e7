//! Lots that are the same in every repetition, drawn by the generator SplitMix64 (Steele, Lea and
//! Flood, 2014).

/// A row of lots, told by its seed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Lots(u64);

impl Lots {
    /// The row with this seed.
    pub(crate) fn of(seed: u64) -> Lots {
        Lots(seed)
    }

    /// The next number below `of`; 0 if there is none.
    pub(crate) fn draw(&mut self, of: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        let below = mixed % u64::from(of.max(1));
        u32::try_from(below).expect("it is below a number of 32 bits")
    }
}
