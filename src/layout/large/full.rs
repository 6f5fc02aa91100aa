//! Stress of every pair by stochastic gradient descent (Zheng, Pawar, Goodman: Graph Drawing by Stochastic Gradient
//! Descent, 2018): each pair in turn is moved towards its number of steps, less and less from round to round.
//!
//! The pairs' order is random by rows and offsets instead of by pair: with the nodes in a new random order each round,
//! pairs of one offset touch every node twice, and the offsets come in random order too. That needs no list of pairs,
//! which would be eight times the matrix of steps. `O(n·m)` once, `O(n²)` a round, `2n²` bytes.

use super::super::geometry::Point;
use super::super::index::{at, put};
use super::super::rng::Rng;
use super::schedule::schedule;
use super::shuffled;
use super::web::Web;

/// How many rounds; Zheng et al. find 15 enough, and so it is here.
const ROUNDS: usize = 15;
/// How little the strongest pair is moved in the last round.
const LAST: f64 = 0.03;

/// A component under way.
pub(super) struct Full {
    n: usize,
    /// Row by row, the number of steps between two nodes.
    steps: Vec<u16>,
    points: Vec<Point>,
    schedule: Vec<f64>,
    round: usize,
    /// By number of steps, how far a pair is moved in this round.
    moves: Vec<f64>,
}

impl Full {
    /// Begins at random places.
    pub(super) fn new(web: &Web, rng: &mut Rng) -> Self {
        let n = web.len();
        let mut steps = vec![0; n * n];
        let mut queue = Vec::with_capacity(n);
        for (node, row) in steps.chunks_mut(n.max(1)).enumerate() {
            web.steps_from(node, row, &mut queue);
        }
        let farthest = steps.iter().copied().max().unwrap_or(0).max(1);
        let most = f64::from(farthest);
        Self {
            n,
            steps,
            points: scattered(n, most, rng),
            schedule: schedule(1.0 / (most * most), 1.0, ROUNDS, LAST),
            round: 0,
            moves: vec![0.0; usize::from(farthest) + 1],
        }
    }

    /// One round over all pairs; false after the last.
    pub(super) fn round(&mut self, rng: &mut Rng) -> bool {
        let n = self.n;
        let Some(&eta) = self.schedule.get(self.round).filter(|_| n > 1) else {
            return false;
        };
        for (steps, by) in self.moves.iter_mut().enumerate().skip(1) {
            *by = (eta / (steps * steps) as f64).min(1.0);
        }
        let order = shuffled(n, rng);
        let mut points: Vec<Point> = order
            .iter()
            .map(|&node| at(&self.points, node as usize))
            .collect();
        for offset in shuffled(n / 2, rng) {
            let offset = offset as usize + 1;
            // Half-way round, the pairs come again from the other side.
            let pairs = if 2 * offset == n { offset } else { n };
            for i in 0..pairs {
                let j = if i + offset < n {
                    i + offset
                } else {
                    i + offset - n
                };
                let row = at(&order, i) as usize * n;
                let steps = at(&self.steps, row + at(&order, j) as usize);
                let (one, other) = (at(&points, i), at(&points, j));
                let by = at(&self.moves, usize::from(steps));
                let (x, y) = pull(one, other, f64::from(steps), by);
                put(&mut points, i, Point::new(one.x - x, one.y - y));
                put(&mut points, j, Point::new(other.x + x, other.y + y));
            }
        }
        for (&node, point) in order.iter().zip(points) {
            put(&mut self.points, node as usize, point);
        }
        self.round += 1;
        self.round < self.schedule.len()
    }

    /// Where the nodes stand.
    pub(super) fn points(self) -> Vec<Point> {
        self.points
    }
}

/// How far `one` is to go back from `other` for half of their distance to become right; the other goes the other way.
#[inline(always)]
pub(super) fn pull(one: Point, other: Point, steps: f64, by: f64) -> (f64, f64) {
    let (mut x, y) = (one.x - other.x, one.y - other.y);
    let mut apart = (x * x + y * y).sqrt();
    if apart < 1e-9 {
        // On one spot: any direction will do.
        (x, apart) = (1e-9, 1e-9);
    }
    let share = by * (apart - steps) / (2.0 * apart);
    (x * share, y * share)
}

/// Random places in a square.
pub(super) fn scattered(n: usize, side: f64, rng: &mut Rng) -> Vec<Point> {
    (0..n)
        .map(|_| Point::new(rng.unit() * side, rng.unit() * side))
        .collect()
}
