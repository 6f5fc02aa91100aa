//! Sorting, once: orders of positions, by a comparison. (The layout ranks its few numbers in `layout/index.rs`.)
//!
//! A merge sort of our own (bottom-up; Knuth, TAOCP vol. 3, 5.2.4): the standard library's sorts are some 4 KB of code
//! in the WebAssembly module (1 KB after brotli), and more with each type that is sorted. O(n log n); the lists are short.

use std::cmp::Ordering;

/// The positions `0..len` from the least to the greatest; equal ones keep their order.
pub fn ranked(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    let mut run = 1;
    while run < len {
        let mut merged = Vec::with_capacity(len);
        for pair in order.chunks(2 * run) {
            let (mut first, mut second) = pair.split_at(run.min(pair.len()));
            loop {
                match (first, second) {
                    ([one, rest @ ..], [other, ..]) if compare(*one, *other).is_le() => {
                        merged.push(*one);
                        first = rest;
                    }
                    (_, [other, rest @ ..]) => {
                        merged.push(*other);
                        second = rest;
                    }
                    (rest, []) => {
                        merged.extend_from_slice(rest);
                        break;
                    }
                }
            }
        }
        order = merged;
        run *= 2;
    }
    order
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]

    use super::ranked;

    #[test]
    fn sorts_as_the_standard_library_does() {
        for len in 0..70_usize {
            let keys: Vec<usize> = (0..len).map(|at| (at * 7919) % 23).collect();
            let mut expected: Vec<usize> = (0..len).collect();
            expected.sort_by_key(|&at| keys[at]);
            assert_eq!(ranked(len, &|a, b| keys[a].cmp(&keys[b])), expected);
        }
    }

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
