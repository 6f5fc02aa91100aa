//! Ties already routed, and what a new piece of way costs beside and across them.

use super::energy::Link;
use super::geometry::{Point, bounds, crosses, pieces};
use super::price::Pricing;

/// Crossing another tie at a right angle.
const CROSSING: f64 = 120.0;
/// More for a small angle, up to this at none.
const SHALLOW: f64 = 40.0;
/// Ties that run side by side keep this apart.
const APART_PX: f64 = 7.0;
/// What each px costs that two ties run nearer than that, times how much nearer (0 to 1).
const JOINED_PER_PX: f64 = 2.0;
/// What it costs more where a tie moves aside, times the square of how much nearer.
const OVERLAID_PER_PX: f64 = 10.0;
/// So many times as much between two ties that join the same nodes: they must be told apart…
const TWIN: f64 = 20.0;
/// …and so many times while a tie slides: high enough that none gains room elsewhere by crowding its twin.
const SLIDE_TWIN: f64 = 200.0;
/// One tie's bend upon another tie: they would look joined. It ends two pieces, so each end of a piece costs half.
const TOUCHING: f64 = 40.0;
/// The end of a piece nearer to another tie than this is upon it.
const TOUCHING_PX: f64 = APART_PX - 2.0;
/// Side by side: at most about 14 degrees between them.
const PARALLEL_SINE: f64 = 0.25;

/// A straight piece of a routed tie, or of a camp's border.
#[derive(Clone, Copy, Debug)]
struct Piece {
    a: Point,
    b: Point,
    unit: Point,
    length: f64,
    tie: usize,
    link: Link,
    /// Upper left and lower right corner of the rectangle around it.
    low: Point,
    high: Point,
}

/// The pieces on the map.
pub(super) struct Traffic {
    pieces: Vec<Piece>,
    /// Whether only ties that share an end are in each other's way.
    apart: bool,
}

/// A border: may be crossed freely, but nothing should run along it.
pub(super) const BORDER: usize = usize::MAX;

impl Traffic {
    /// An empty map.
    pub(super) fn new(apart: bool) -> Self {
        Self {
            pieces: Vec::new(),
            apart,
        }
    }

    /// Adds the pieces of a tie's course (or of a border, with [`BORDER`] and any link).
    pub(super) fn add(&mut self, tie: usize, link: &Link, course: &[Point]) {
        for (a, b) in pieces(course) {
            let step = b.from(a);
            let length = step.length();
            if length > 0.0 {
                let (low, high) = bounds(a, b);
                self.pieces.push(Piece {
                    a,
                    b,
                    unit: step.unit(),
                    length,
                    tie,
                    link: *link,
                    low,
                    high,
                });
            }
        }
    }

    /// Takes a tie's pieces away.
    pub(super) fn remove(&mut self, tie: usize) {
        self.pieces.retain(|piece| piece.tie != tie);
    }

    /// What is in the way of a tie, if that is only a part of all: among hundreds of ties, looking through all of them for each
    /// piece of way takes most of a layout's time.
    pub(super) fn of(&self, link: &Link) -> Option<Self> {
        let meets = |piece: &&Piece| piece.tie == BORDER || piece.link.meets(link);
        self.apart.then(|| Self {
            pieces: self.pieces.iter().filter(meets).copied().collect(),
            apart: false,
        })
    }

    /// What it costs a tie to go straight from `a` to `b`, if all of this is in its way: see [`of`](Self::of). Where it is more than
    /// the `limit`, something above that.
    // Else each pricing has a copy of it, and the browser's module 60 bytes more.
    #[inline(never)]
    pub(super) fn cost(
        &self,
        pricing: Pricing,
        link: &Link,
        (a, b): (Point, Point),
        limit: f64,
    ) -> f64 {
        let step = b.from(a);
        let length = step.length();
        if length == 0.0 {
            return 0.0;
        }
        let unit = step.unit();
        let (left, right) = (a.x.min(b.x) - APART_PX, a.x.max(b.x) + APART_PX);
        let (top, bottom) = (a.y.min(b.y) - APART_PX, a.y.max(b.y) + APART_PX);
        let mut sum = 0.0;
        for piece in &self.pieces {
            if sum > limit {
                break;
            }
            let beside = (piece.high.x < left) | (piece.low.x > right);
            if beside | (piece.high.y < top) | (piece.low.y > bottom) {
                continue;
            }
            // Far off its line: quicker than what follows, and nearly always the case.
            let off = |p: Point| unit.cross(p.from(a));
            if (off(piece.a) > APART_PX && off(piece.b) > APART_PX)
                || (off(piece.a) < -APART_PX && off(piece.b) < -APART_PX)
            {
                continue;
            }
            let twin =
                piece.link.from + piece.link.to == link.from + link.to && piece.link.meets(link);
            let times = match (twin, pricing) {
                (false, _) => 1.0,
                (true, Pricing::Search) => TWIN,
                (true, Pricing::Slide) => SLIDE_TWIN,
            };
            let hides = pricing == Pricing::Slide && piece.tie != BORDER;
            sum += piece.beside(a, unit, length, hides) * times;
            if piece.tie == BORDER {
                continue;
            }
            let sine = unit.cross(piece.unit).abs();
            if crosses(a, b, piece.a, piece.b) {
                sum += (CROSSING + SHALLOW * (1.0 - sine)) * times;
            }
            for (end, a, b) in [
                (piece.a, a, b),
                (piece.b, a, b),
                (a, piece.a, piece.b),
                (b, piece.a, piece.b),
            ] {
                if end.distance_to_segment(a, b) < TOUCHING_PX {
                    sum += TOUCHING / 2.0;
                }
            }
        }
        sum
    }
}

impl Piece {
    /// The cost of running beside this piece, from `a` in direction `unit`; more where one `hides` the other.
    fn beside(&self, a: Point, unit: Point, length: f64, hides: bool) -> f64 {
        if unit.cross(self.unit).abs() > PARALLEL_SINE {
            return 0.0;
        }
        // Both of the piece's ends, along the way and away from it.
        let (first, last) = (self.a.from(a), self.b.from(a));
        let (s, t) = (unit.dot(first), unit.dot(last));
        let (low, high) = (s.min(t).max(0.0), s.max(t).min(length));
        if high <= low || self.length <= 0.0 {
            return 0.0;
        }
        let (off_s, off_t) = (unit.cross(first), unit.cross(last));
        let off_at = |x: f64| {
            if s == t {
                off_s
            } else {
                off_s + (off_t - off_s) * (x - s) / (t - s)
            }
        };
        let (off_low, off_high) = (off_at(low), off_at(high));
        let off = if off_low * off_high <= 0.0 {
            (off_low.abs() + off_high.abs()) / 4.0
        } else {
            (off_low.abs().min(off_high.abs()) * 2.0 + off_low.abs().max(off_high.abs())) / 3.0
        };
        if off >= APART_PX {
            return 0.0;
        }
        let near = 1.0 - off / APART_PX;
        let over = if hides {
            near * near * OVERLAID_PER_PX
        } else {
            0.0
        };
        (high - low) * (near * JOINED_PER_PX + over)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn among_ties_apart_only_those_that_share_an_end_cost_anything() {
        let link = |from, to| Link {
            from,
            to,
            ..Link::default()
        };
        let course = |y: f64| [Point::new(0.0, y), Point::new(90.0, 40.0 - y)];
        let all: Vec<Link> = (0..6)
            .flat_map(|from| (0..6).map(move |to| link(from, to)))
            .filter(|it| it.from != it.to)
            .collect();
        let mut apart = Traffic::new(true);
        for (tie, it) in all.iter().enumerate() {
            apart.add(tie, it, &course(tie as f64));
        }
        apart.remove(7);
        let (a, b) = (Point::new(10.0, 0.0), Point::new(70.0, 45.0));
        for one in &all {
            let mut few = Traffic::new(false);
            for (tie, it) in all.iter().enumerate() {
                if tie != 7 && it.meets(one) {
                    few.add(tie, it, &course(tie as f64));
                }
            }
            let apart = apart
                .of(one)
                .unwrap()
                .cost(Pricing::Search, one, (a, b), f64::INFINITY);
            let few = few.cost(Pricing::Search, one, (a, b), f64::INFINITY);
            assert!(few > 0.0 && (apart - few).abs() < 1e-9, "{apart} {few}");
        }
    }
}
