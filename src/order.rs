//! Sorting, once: every order in the crate is made here, of positions, by a comparison.
//!
//! Each type that is sorted directly brings some 3 KB of sorting code of its own into the WebAssembly module.

use std::cmp::Ordering;

/// The positions `0..len` from the least to the greatest; equal ones keep their order.
pub fn ranked(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    order.sort_unstable_by(|&one, &other| compare(one, other).then(one.cmp(&other)));
    order
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]

    use super::ranked;

    #[test]
    fn equal_ones_keep_their_order() {
        let keys = [3, 1, 2, 1, 3];
        assert_eq!(
            ranked(keys.len(), &|a, b| keys[a].cmp(&keys[b])),
            [1, 3, 2, 0, 4]
        );
        assert_eq!(ranked(0, &|_, _| std::cmp::Ordering::Equal), [0_usize; 0]);
    }
}
