//! Numbers that look random and follow from a seed.

/// SplitMix64 (Steele, Lea, Flood 2014): a few lines, the same on every machine and in every year,
/// which the generators of a crate are not promised to be.
pub(crate) struct Random(u64);

impl Random {
    /// The numbers of one customer: each seed and index has its own.
    pub(crate) fn of(seed: u64, index: u64) -> Self {
        let mut random = Self(seed ^ index.wrapping_mul(0xd134_2543_de82_ef95));
        random.next();
        random
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`.
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound.max(1)
    }

    /// True in that many of a hundred cases.
    pub(crate) fn percent(&mut self, share: u64) -> bool {
        self.below(100) < share
    }

    /// One of the list; the default for an empty one.
    pub(crate) fn one_of<T: Copy + Default>(&mut self, list: &[T]) -> T {
        usize::try_from(self.below(list.len() as u64)).ok().and_then(|at| list.get(at)).copied().unwrap_or_default()
    }
}
