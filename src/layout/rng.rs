//! Seeded random integers: PCG-XSH-RR 64/32 (O'Neill 2014), integer arithmetic only.

/// A small random generator; the same seed gives the same numbers everywhere.
#[derive(Clone, Debug)]
pub(super) struct Rng {
    state: u64,
}

impl Rng {
    /// The generator for a seed.
    pub(super) fn new(seed: u32) -> Self {
        let mut rng = Self {
            state: u64::from(seed).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x853c_49e6_748f_ea9b,
        };
        rng.next();
        rng
    }

    /// The next 32 bits.
    pub(super) fn next(&mut self) -> u32 {
        let old = self.state;
        self.state = old
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let mixed = (((old >> 18) ^ old) >> 27) as u32;
        mixed.rotate_right((old >> 59) as u32)
    }

    /// A number from 0 to `bound - 1`; 0 if `bound` is 0.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        ((u64::from(self.next()) * bound as u64) >> 32) as usize
    }

    /// A number in `[0, 1)`, a multiple of 2⁻³².
    pub(super) fn unit(&mut self) -> f64 {
        f64::from(self.next()) / 4_294_967_296.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn same_seed_same_numbers_and_within_bounds() {
        let (mut a, mut b, mut c) = (Rng::new(7), Rng::new(7), Rng::new(8));
        let mut differs = false;
        for _ in 0..1000 {
            let x = a.next();
            assert_eq!(x, b.next());
            differs |= x != c.next();
            assert!(a.below(5) < 5 && (0.0..1.0).contains(&a.unit()));
            b.below(5);
            b.unit();
        }
        assert!(differs);
        assert_eq!(a.below(0), 0);
    }
}
