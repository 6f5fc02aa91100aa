//! Stress by pivots (Ortmann, Klimenta, Brandes: A Sparse Stress Model, 2016), descended as in `full`: neighbours keep
//! their distance, and for all other pairs each node keeps its distance to some pivots, each of which stands for the
//! nodes nearest to it.
//!
//! Pivots are taken far from those before, at random in proportion to the distance, as in the sparse variant of s_gd2.
//! `O(k·(n + m))` once, `O(k·n + m)` a round, `2k·n` bytes.

use super::super::geometry::Point;
use super::super::index::{at, put};
use super::super::rng::Rng;
use super::full::{pull, scattered};
use super::schedule::schedule;
use super::shuffled;
use super::web::Web;

/// How many pivots.
const PIVOTS: usize = 160;
/// How many rounds.
const ROUNDS: usize = 30;
/// How little the strongest pair is moved in the last round.
const LAST: f64 = 0.03;

/// A component under way.
pub(super) struct Sparse {
    pivots: Vec<u32>,
    /// Node by node, the number of steps to each pivot.
    steps: Vec<u16>,
    /// Pivot by pivot, the weight of a node so many steps away.
    weights: Vec<f64>,
    farthest: usize,
    pairs: Vec<(u32, u32)>,
    points: Vec<Point>,
    schedule: Vec<f64>,
    round: usize,
}

impl Sparse {
    /// Begins at random places.
    pub(super) fn new(web: &Web, rng: &mut Rng) -> Self {
        let n = web.len();
        let k = PIVOTS.min(n);
        let mut steps = vec![0_u16; n * k];
        let mut pivots = Vec::with_capacity(k);
        let (mut nearest, mut region) = (vec![u16::MAX; n], vec![0_usize; n]);
        let (mut row, mut queue) = (vec![0_u16; n], Vec::with_capacity(n));
        let mut next = rng.below(n);
        for pivot in 0..k {
            pivots.push(next as u32);
            web.steps_from(next, &mut row, &mut queue);
            let mut sum = 0_u64;
            for (node, &far) in row.iter().enumerate() {
                put(&mut steps, node * k + pivot, far);
                if far < at(&nearest, node) {
                    put(&mut nearest, node, far);
                    put(&mut region, node, pivot);
                }
                sum += u64::from(at(&nearest, node));
            }
            next = drawn(&nearest, sum, rng);
        }
        let farthest = usize::from(steps.iter().copied().max().unwrap_or(1)) + 1;
        let weights = weights(&steps, &region, k, farthest);
        let used = || {
            let far = steps.iter().copied().enumerate();
            far.filter(|&(_, far)| far > 1)
                .map(|(index, far)| at(&weights, (index % k) * farthest + usize::from(far)))
        };
        let weakest = used().fold(1.0, f64::min);
        let strongest = used().fold(1.0, f64::max);
        Self {
            pivots,
            pairs: web.pairs(),
            points: scattered(n, farthest as f64, rng),
            schedule: schedule(weakest, strongest, ROUNDS, LAST),
            steps,
            weights,
            farthest,
            round: 0,
        }
    }

    /// One round over all ties and all nodes' pivots; false after the last.
    pub(super) fn round(&mut self, web: &Web, rng: &mut Rng) -> bool {
        let Some(&eta) = self.schedule.get(self.round) else {
            return false;
        };
        let (n, k) = (web.len(), self.pivots.len());
        let (nodes, pivots) = (shuffled(n, rng), shuffled(k, rng));
        for last in (1..self.pairs.len()).rev() {
            self.pairs.swap(last, rng.below(last + 1));
        }
        let moves: Vec<f64> = self
            .weights
            .iter()
            .map(|weight| (eta * weight).min(1.0))
            .collect();
        let tied = eta.min(1.0);
        let slice = self.pairs.len().div_ceil(k.max(1)).max(1);
        // Each node meets each pivot once, in an order of its own, and the ties come in between.
        for turn in 0..k {
            for (place, &node) in nodes.iter().enumerate() {
                let pivot = at(&pivots, (turn + place) % k) as usize;
                let node = node as usize;
                let far = at(&self.steps, node * k + pivot);
                if far < 2 {
                    continue;
                }
                let there = at(&self.points, at(&self.pivots, pivot) as usize);
                let here = at(&self.points, node);
                let by = at(&moves, pivot * self.farthest + usize::from(far));
                let (x, y) = pull(here, there, f64::from(far), by);
                put(&mut self.points, node, Point::new(here.x - x, here.y - y));
            }
            for &(one, other) in self.pairs.iter().skip(turn * slice).take(slice) {
                let (one, other) = (one as usize, other as usize);
                let (here, there) = (at(&self.points, one), at(&self.points, other));
                let (x, y) = pull(here, there, 1.0, tied);
                put(&mut self.points, one, Point::new(here.x - x, here.y - y));
                put(
                    &mut self.points,
                    other,
                    Point::new(there.x + x, there.y + y),
                );
            }
        }
        self.round += 1;
        self.round < self.schedule.len()
    }

    /// Where the nodes stand.
    pub(super) fn points(self) -> Vec<Point> {
        self.points
    }
}

/// A node drawn in proportion to its distance from the pivots there are; any where all are pivots.
fn drawn(nearest: &[u16], sum: u64, rng: &mut Rng) -> usize {
    let mut left = rng.below(usize::try_from(sum).unwrap_or(usize::MAX)) as u64;
    for (node, &far) in nearest.iter().enumerate() {
        if left < u64::from(far) {
            return node;
        }
        left -= u64::from(far);
    }
    0
}

/// For each pivot and number of steps `d`: how many nodes of the pivot's region lie within `d / 2` of it, over `d²`.
fn weights(steps: &[u16], region: &[usize], k: usize, farthest: usize) -> Vec<f64> {
    let mut counts = vec![0_u32; k * farthest];
    for (node, &pivot) in region.iter().enumerate() {
        let far = usize::from(at(steps, node * k + pivot));
        if let Some(count) = counts.get_mut(pivot * farthest + far) {
            *count += 1;
        }
    }
    let mut weights = vec![0.0; k * farthest];
    for pivot in 0..k {
        let (mut within, mut reach) = (0, 0);
        for far in 1..farthest {
            while reach <= far / 2 {
                within += at(&counts, pivot * farthest + reach);
                reach += 1;
            }
            let weight = f64::from(within) / (far * far) as f64;
            put(&mut weights, pivot * farthest + far, weight);
        }
    }
    weights
}
