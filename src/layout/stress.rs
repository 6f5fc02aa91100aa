//! Stress: where the nodes would like to stand, so that distances on the map tell distances in the graph.
//!
//! Stochastic gradient descent (Zheng, Pawar, Goodman 2018): each pair of nodes in turn, in random order, is moved
//! towards its distance, with steps that shrink. After each step a node is put back into its own bounds, as in
//! projected gradient methods (Dwyer 2009), so that camps stay together. All pairs: O(n²) a round, O(n·m) before it.

use super::energy::Link;
use super::geometry::Point;
use super::index::{at, put};
use super::rng::Rng;

/// Each round's steps are this much smaller than the last one's.
const COOLING: f64 = 0.62;
/// The last round's steps, of what is missing between neighbours.
const LEAST_STEP: f64 = 0.06;

/// The distances of a graph, in ties.
pub(super) struct Stress {
    /// Two nodes and the ties between them on the shortest way.
    pairs: Vec<(usize, usize, f64)>,
    /// The longest distance.
    longest: f64,
}

impl Stress {
    /// Measures a graph of `n` nodes. Where no way leads, the distance is a little more than the longest there is.
    pub(super) fn new(n: usize, links: &[Link]) -> Self {
        let mut beside: Vec<Vec<usize>> = vec![Vec::new(); n];
        for link in links {
            for (one, other) in [(link.from, link.to), (link.to, link.from)] {
                if let Some(list) = beside.get_mut(one) {
                    list.push(other);
                }
            }
        }
        let (mut pairs, mut longest) = (Vec::new(), 1.0_f64);
        for start in 0..n {
            // Breadth first.
            let mut distances = vec![0.0; n];
            let mut queue = vec![start];
            let mut next = 0;
            while let Some(&node) = queue.get(next) {
                next += 1;
                for &other in beside.get(node).into_iter().flatten() {
                    if other != start && at(&distances, other) == 0.0 {
                        let distance = at(&distances, node) + 1.0;
                        put(&mut distances, other, distance);
                        queue.push(other);
                    }
                }
            }
            longest = longest.max(at(&distances, at(&queue, next - 1)));
            pairs.extend((0..start).map(|other| (start, other, at(&distances, other))));
        }
        let apart = longest.min(4.0) + 1.0;
        for pair in &mut pairs {
            if pair.2 == 0.0 {
                pair.2 = apart;
                longest = longest.max(apart);
            }
        }
        Self { pairs, longest }
    }

    /// How far apart neighbours are to stand for the nodes to be `mean` apart on average.
    pub(super) fn unit(&self, mean: f64) -> f64 {
        let sum: f64 = self.pairs.iter().map(|pair| pair.2).sum();
        mean * self.pairs.len() as f64 / sum.max(1.0)
    }

    /// Moves points, anywhere within their bounds at first, to where the stress is low: neighbours stand `unit` apart.
    /// Each is kept between its `bounds`, upper left and lower right.
    pub(super) fn relax(
        &mut self,
        points: &mut [Point],
        unit: f64,
        bounds: &[(Point, Point)],
        rng: &mut Rng,
    ) {
        let mut step = self.longest * self.longest;
        while step > LEAST_STEP {
            for place in (1..self.pairs.len()).rev() {
                self.pairs.swap(place, rng.below(place + 1));
            }
            for &(one, other, distance) in &self.pairs {
                let (a, b) = (at(points, one), at(points, other));
                let apart = b.from(a);
                let length = apart.length().max(1e-6);
                let share = (step / (distance * distance)).min(1.0);
                let by = share * (length - distance * unit) / (2.0 * length);
                for (node, place) in [(one, a.along(apart, by)), (other, b.along(apart, -by))] {
                    let (low, high) = at(bounds, node);
                    let x = place.x.max(low.x).min(high.x);
                    put(points, node, Point::new(x, place.y.max(low.y).min(high.y)));
                }
            }
            step *= COOLING;
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]
    use super::*;

    fn links(ties: &[(usize, usize)]) -> Vec<Link> {
        let link = |&(from, to): &(usize, usize)| Link {
            from,
            to,
            ..Link::default()
        };
        ties.iter().map(link).collect()
    }

    fn relaxed(n: usize, ties: &[(usize, usize)], bounds: (Point, Point), seed: u32) -> Vec<Point> {
        let mut rng = Rng::new(seed);
        let mut points: Vec<Point> = (0..n).map(|_| Point::new(rng.unit(), rng.unit())).collect();
        Stress::new(n, &links(ties)).relax(&mut points, 1.0, &vec![bounds; n], &mut rng);
        points
    }

    #[test]
    fn a_chain_is_drawn_straight_and_to_scale() {
        let everywhere = (Point::new(-99.0, -99.0), Point::new(99.0, 99.0));
        for seed in 1..9 {
            let points = relaxed(5, &[(0, 1), (1, 2), (3, 2), (3, 4)], everywhere, seed);
            for i in 0..5 {
                for j in 0..i {
                    let (is, asked) = (points[i].distance(points[j]), (i - j) as f64);
                    assert!((is - asked).abs() < 0.1 * asked + 0.05, "{i} {j}: {is}");
                }
            }
        }
    }

    #[test]
    fn bounds_hold_and_what_is_not_joined_stands_farther_apart() {
        let room = (Point::new(0.0, 0.0), Point::new(6.0, 2.0));
        let (mut joined, mut apart) = (0.0, 0.0);
        for seed in 1..9 {
            let points = relaxed(4, &[(0, 1), (2, 3)], room, seed);
            for p in &points {
                assert!(
                    (0.0..=6.0).contains(&p.x) && (0.0..=2.0).contains(&p.y),
                    "{p:?}"
                );
            }
            joined += points[0].distance(points[1]) + points[2].distance(points[3]);
            apart += points[0].distance(points[2]) + points[1].distance(points[3]);
        }
        assert!(joined * 1.5 < apart, "{joined} {apart}");
    }

    #[test]
    fn no_nodes_one_node_and_nodes_at_one_place_are_no_trouble() {
        let nowhere = (Point::default(), Point::default());
        assert!(relaxed(0, &[], nowhere, 1).is_empty());
        assert_eq!(relaxed(1, &[(0, 0)], nowhere, 1).len(), 1);
        let stuck = relaxed(3, &[(0, 1), (1, 2), (0, 1)], nowhere, 1);
        assert!(stuck.iter().all(|p| *p == Point::default()));
    }
}
