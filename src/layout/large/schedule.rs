//! The annealing schedule of SGD (Zheng et al. 2018, 2.1): step sizes that fall exponentially, from one at which the
//! weakest pair is satisfied at once to one at which even the strongest moves little.

/// Step sizes for `rounds` rounds, from `1 / weakest` to `last / strongest`.
pub(super) fn schedule(weakest: f64, strongest: f64, rounds: usize, last: f64) -> Vec<f64> {
    let (most, least) = (1.0 / weakest, last / strongest);
    let ratio = root(least / most, rounds.saturating_sub(1));
    let mut steps = Vec::with_capacity(rounds);
    let mut step = most;
    for _ in 0..rounds {
        steps.push(step);
        step *= ratio;
    }
    steps
}

/// The `degree`th root of a number between 0 and 1, by bisection: powers and logarithms of the library differ between
/// machines in their last bit.
fn root(number: f64, degree: usize) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..60 {
        let middle: f64 = (low + high) / 2.0;
        let mut power = 1.0;
        for _ in 0..degree {
            power *= middle;
        }
        if power < number {
            low = middle;
        } else {
            high = middle;
        }
    }
    high
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]

    use super::*;

    #[test]
    fn it_begins_and_ends_where_it_should() {
        let steps = schedule(0.25, 1.0, 15, 0.1);
        assert_eq!(steps.len(), 15);
        assert_eq!(steps.first(), Some(&4.0));
        assert!(steps.last().is_some_and(|last| (last - 0.1).abs() < 1e-9));
        assert!(steps.windows(2).all(|pair| pair[0] > pair[1]));
        assert_eq!(schedule(1.0, 1.0, 1, 0.1), [1.0]);
    }
}
