//! Crossings of ties, and their angles.

use super::super::geometry::{Point, least, most};
use super::super::index::add;
use super::drawing::{Drawing, Line};

/// Lines that meet at less than this are taken to touch, not to cross.
const LEAST_DEGREES: f64 = 2.5;
/// How far inside both pieces a crossing lies, as a share of each.
const INSIDE: f64 = 1e-9;

/// What crosses.
pub(super) struct Crossings {
    /// How often two ties cross; a pair that crosses twice counts twice.
    pub count: usize,
    /// `1 − count / most`, at least 0, where `most` is the number of pairs of ties that share no node. 1 is best.
    pub score: f64,
    /// `1 − mean((90° − angle) / 90°)` over the crossings; 1 if there are none (Huang, Hong, Eades 2008).
    pub angle: f64,
}

/// Finds the crossings of all drawn ties. `O(pieces²)`.
pub(super) fn crossings(drawing: &Drawing) -> Crossings {
    let ties: Vec<(&Line, Extent)> = drawing
        .drawn_ties()
        .map(|tie| (tie, Extent::of(&tie.course)))
        .collect();
    let (mut count, mut degrees) = (0_usize, 0.0);
    for (i, (one, one_extent)) in ties.iter().enumerate() {
        for (other, other_extent) in ties.iter().skip(i + 1) {
            if one_extent.beside(other_extent) {
                continue;
            }
            for (a, b) in one.pieces() {
                let near = Extent::of(&[a, b]);
                for (c, d) in other.pieces() {
                    if near.beside(&Extent::of(&[c, d])) {
                        continue;
                    }
                    if let Some(angle) = crossing_degrees(a, b, c, d)
                        && angle >= LEAST_DEGREES
                    {
                        count += 1;
                        degrees += angle;
                    }
                }
            }
        }
    }
    let mut degree = vec![0.0; drawing.nodes.len()];
    for tie in &ties {
        for node in [tie.0.from, tie.0.to] {
            add(&mut degree, node, 1.0);
        }
    }
    let m = ties.len() as f64;
    let adjacent: f64 = degree.iter().map(|d| d * (d - 1.0) / 2.0).sum();
    let possible = m * (m - 1.0) / 2.0 - adjacent;
    Crossings {
        count,
        score: if possible > 0.0 {
            most(1.0 - count as f64 / possible, 0.0)
        } else {
            1.0
        },
        angle: if count > 0 {
            degrees / count as f64 / 90.0
        } else {
            1.0
        },
    }
}

/// The acute angle at which two pieces cross inside both, in degrees.
fn crossing_degrees(a: Point, b: Point, c: Point, d: Point) -> Option<f64> {
    let (first, second, between) = (b.from(a), d.from(c), c.from(a));
    let turn = first.cross(second);
    if turn.abs() < INSIDE {
        return None;
    }
    let inside = |share: f64| share > INSIDE && share < 1.0 - INSIDE;
    let cross = inside(between.cross(second) / turn) && inside(between.cross(first) / turn);
    let cosine = first.unit().dot(second.unit()).abs();
    cross.then(|| cosine.min(1.0).acos().to_degrees())
}

/// The smallest upright rectangle around some points.
struct Extent {
    low: Point,
    high: Point,
}

impl Extent {
    fn of(points: &[Point]) -> Self {
        let mut extent = Self {
            low: Point::new(f64::INFINITY, f64::INFINITY),
            high: Point::new(f64::NEG_INFINITY, f64::NEG_INFINITY),
        };
        for p in points {
            extent.low = Point::new(least(extent.low.x, p.x), least(extent.low.y, p.y));
            extent.high = Point::new(most(extent.high.x, p.x), most(extent.high.y, p.y));
        }
        extent
    }

    fn beside(&self, other: &Self) -> bool {
        self.high.x < other.low.x
            || other.high.x < self.low.x
            || self.high.y < other.low.y
            || other.high.y < self.low.y
    }
}
