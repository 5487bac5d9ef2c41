//! Random numbers of a fixed seed.

/// A generator (splitmix64), the same on every machine.
pub struct Random(u64);

impl Random {
    /// Starts at a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    #[allow(clippy::should_implement_trait)] // It never ends.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below a limit.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    /// A number of any size, often at the edge of a type.
    pub fn number(&mut self) -> u64 {
        let base = match self.below(4) {
            0 => return self.next(),
            1 => return self.below(300),
            2 => 1_u64 << self.below(64),
            _ => 0,
        };
        base.wrapping_add(self.below(5)).wrapping_sub(2)
    }
}
