//! Plain geometry in CSS px; x to the right, y down.

use serde::Serialize;

/// A point, or the step from one point to another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Point {
    /// CSS px from the left.
    pub x: f64,
    /// CSS px from the top.
    pub y: f64,
}

/// An axis-parallel rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width, ≥ 0.
    pub width: f64,
    /// Height, ≥ 0.
    pub height: f64,
}

/// The lesser number. Unlike `f64::min` one comparison: in WebAssembly the library's is a call, and this is
/// asked millions of times.
#[inline(always)]
pub(super) fn least(a: f64, b: f64) -> f64 {
    if b < a { b } else { a }
}

/// The greater number, see [`least`].
#[inline(always)]
pub(super) fn most(a: f64, b: f64) -> f64 {
    if b > a { b } else { a }
}

impl Point {
    /// The point at `x`, `y`.
    #[inline(always)]
    pub fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// The step from `origin` to this point.
    #[inline(always)]
    pub fn from(self, origin: Self) -> Self {
        Self::new(self.x - origin.x, self.y - origin.y)
    }

    /// This point moved `distance` times along `step`.
    #[inline(always)]
    pub fn along(self, step: Self, distance: f64) -> Self {
        Self::new(self.x + step.x * distance, self.y + step.y * distance)
    }

    /// The point `share` (0 to 1) of the way to `other`.
    pub fn towards(self, other: Self, share: f64) -> Self {
        self.along(other.from(self), share)
    }

    /// The length of this step.
    pub fn length(self) -> f64 {
        (self.x * self.x + self.y * self.y).sqrt()
    }

    /// The distance to another point.
    pub fn distance(self, other: Self) -> f64 {
        other.from(self).length()
    }

    /// This step with length 1; a step of no length stays as it is.
    pub fn unit(self) -> Self {
        let length = self.length();
        if length > 0.0 {
            Self::new(self.x / length, self.y / length)
        } else {
            self
        }
    }

    /// The scalar product of two steps.
    #[inline(always)]
    pub fn dot(self, other: Self) -> f64 {
        self.x * other.x + self.y * other.y
    }

    /// The z part of the vector product of two steps: > 0 if `other` lies clockwise on screen.
    #[inline(always)]
    pub fn cross(self, other: Self) -> f64 {
        self.x * other.y - self.y * other.x
    }

    /// The distance to the segment from `a` to `b`.
    pub fn distance_to_segment(self, a: Self, b: Self) -> f64 {
        let step = b.from(a);
        let square = step.dot(step);
        let share = if square > 0.0 {
            (self.from(a).dot(step) / square).clamp(0.0, 1.0)
        } else {
            0.0
        };
        self.distance(a.along(step, share))
    }
}

impl Rect {
    /// The rectangle with this upper left corner and size.
    pub fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self {
            x,
            y,
            width,
            height,
        }
    }

    /// The right edge.
    #[inline(always)]
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// The lower edge.
    #[inline(always)]
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// The centre.
    #[inline(always)]
    pub fn centre(&self) -> Point {
        Point::new(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// The rectangle grown by `by` on every side.
    #[inline(always)]
    pub fn grown(&self, by: f64) -> Self {
        Self::new(
            self.x - by,
            self.y - by,
            self.width + 2.0 * by,
            self.height + 2.0 * by,
        )
    }

    /// Whether the insides of both, this one grown by `gap`, meet.
    pub fn overlaps(&self, other: &Self, gap: f64) -> bool {
        self.x - gap < other.right()
            && other.x < self.right() + gap
            && self.y - gap < other.bottom()
            && other.y < self.bottom() + gap
    }

    /// Whether a point lies inside, not on the border.
    pub fn holds(&self, p: Point) -> bool {
        p.x > self.x && p.x < self.right() && p.y > self.y && p.y < self.bottom()
    }

    /// Whether the segment from `a` to `b` passes through the inside; touching the border does not count
    /// (separating axes: x, y, and the segment's own normal).
    pub fn hit_by(&self, a: Point, b: Point) -> bool {
        // `|` instead of `||`: one branch, not four; this is the innermost test of placement and routing.
        let beside = (most(a.x, b.x) <= self.x) | (least(a.x, b.x) >= self.right());
        if beside | (most(a.y, b.y) <= self.y) | (least(a.y, b.y) >= self.bottom()) {
            return false;
        }
        let step = b.from(a);
        let off = step.cross(self.centre().from(a)).abs();
        off * 2.0 < step.x.abs() * self.height + step.y.abs() * self.width
            || (step.x == 0.0 && step.y == 0.0)
    }

    /// Which part of the segment from `a` to `b` lies inside, as two shares of it (Liang and Barsky 1984);
    /// none if it only touches the border.
    pub fn clip(&self, a: Point, b: Point) -> Option<(f64, f64)> {
        if !self.hit_by(a, b) {
            return None;
        }
        let (mut enter, mut leave) = (0.0, 1.0);
        for (at, step, low, high) in [
            (a.x, b.x - a.x, self.x, self.right()),
            (a.y, b.y - a.y, self.y, self.bottom()),
        ] {
            if step == 0.0 {
                continue;
            }
            let (first, last) = ((low - at) / step, (high - at) / step);
            enter = most(enter, least(first, last));
            leave = least(leave, most(first, last));
        }
        (enter <= leave).then_some((enter, leave))
    }

    /// The distance from the rectangle to a point, 0 inside.
    pub fn distance(&self, p: Point) -> f64 {
        let dx = (self.x - p.x).max(p.x - self.right()).max(0.0);
        let dy = (self.y - p.y).max(p.y - self.bottom()).max(0.0);
        Point::new(dx, dy).length()
    }

    /// The four corners, clockwise from the upper left one.
    pub fn corners(&self) -> [Point; 4] {
        [
            Point::new(self.x, self.y),
            Point::new(self.right(), self.y),
            Point::new(self.right(), self.bottom()),
            Point::new(self.x, self.bottom()),
        ]
    }

    /// The distance from the rectangle to the segment from `a` to `b`, 0 where they meet.
    pub fn distance_to_segment(&self, a: Point, b: Point) -> f64 {
        if self.hit_by(a, b) {
            return 0.0;
        }
        let ends = self.distance(a).min(self.distance(b));
        self.corners().iter().fold(ends, |least, corner| {
            least.min(corner.distance_to_segment(a, b))
        })
    }

    /// The smallest rectangle around some points.
    pub fn around(points: &[Point]) -> Self {
        let first = points.first().copied().unwrap_or_default();
        let (low, high) = points.iter().fold((first, first), |(low, high), p| {
            (
                Point::new(least(low.x, p.x), least(low.y, p.y)),
                Point::new(most(high.x, p.x), most(high.y, p.y)),
            )
        });
        Self::new(low.x, low.y, high.x - low.x, high.y - low.y)
    }

    /// The smallest rectangle around both.
    pub fn union(&self, other: &Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Self::new(
            x,
            y,
            self.right().max(other.right()) - x,
            self.bottom().max(other.bottom()) - y,
        )
    }
}

/// Which share of a step from the centre of a box of this size lies within it.
pub(super) fn exit_share(width: f64, height: f64, step: Point) -> f64 {
    // A step of no length along a side never leaves by it: the quotient is infinite.
    let by_side = width / (step.x.abs() * 2.0);
    least(least(by_side, height / (step.y.abs() * 2.0)), 1.0)
}

/// The upper left and the lower right corner of the rectangle around a segment.
pub(super) fn bounds(a: Point, b: Point) -> (Point, Point) {
    (
        Point::new(least(a.x, b.x), least(a.y, b.y)),
        Point::new(most(a.x, b.x), most(a.y, b.y)),
    )
}

/// Whether two segments cross or touch; parallel ones do not.
pub fn crosses(a: Point, b: Point, c: Point, d: Point) -> bool {
    let beside = (most(a.x, b.x) < least(c.x, d.x)) | (most(c.x, d.x) < least(a.x, b.x));
    if beside | (most(a.y, b.y) < least(c.y, d.y)) | (most(c.y, d.y) < least(a.y, b.y)) {
        return false;
    }
    let (first, second, between) = (b.from(a), d.from(c), c.from(a));
    let turn = first.cross(second);
    // The crossing's shares of the two segments are these over `turn`.
    let (share, other) = (between.cross(second), between.cross(first));
    if turn > 0.0 {
        share >= 0.0 && share <= turn && other >= 0.0 && other <= turn
    } else {
        turn < 0.0 && share <= 0.0 && share >= turn && other <= 0.0 && other >= turn
    }
}

/// The straight pieces of a polyline, in its order.
pub(crate) fn pieces(line: &[Point]) -> impl Iterator<Item = (Point, Point)> {
    line.windows(2).filter_map(|ends| match ends {
        &[a, b] => Some((a, b)),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOX: Rect = Rect {
        x: 10.0,
        y: 10.0,
        width: 20.0,
        height: 10.0,
    };

    fn p(x: f64, y: f64) -> Point {
        Point::new(x, y)
    }

    #[test]
    fn clipping() {
        assert_eq!(BOX.clip(p(0.0, 15.0), p(40.0, 15.0)), Some((0.25, 0.75)));
        assert_eq!(
            BOX.clip(p(0.0, 10.0), p(40.0, 10.0)),
            None,
            "along the border"
        );
        assert_eq!(BOX.clip(p(0.0, 0.0), p(12.0, 9.0)), None);
        assert_eq!(BOX.clip(p(15.0, 15.0), p(16.0, 15.0)), Some((0.0, 1.0)));
        assert_eq!(
            BOX.clip(p(15.0, 15.0), p(15.0, 15.0)),
            Some((0.0, 1.0)),
            "a point inside"
        );
    }

    #[test]
    fn distances() {
        assert_eq!(BOX.distance(p(33.0, 24.0)), 5.0);
        assert_eq!(BOX.distance_to_segment(p(0.0, 4.0), p(50.0, 4.0)), 6.0);
        assert_eq!(BOX.distance_to_segment(p(0.0, 0.0), p(50.0, 40.0)), 0.0);
        assert_eq!(
            p(0.0, 5.0).distance_to_segment(p(3.0, 1.0), p(3.0, 9.0)),
            3.0
        );
    }

    #[test]
    fn crossings() {
        assert!(crosses(p(0.0, 0.0), p(4.0, 0.0), p(1.0, -1.0), p(1.0, 1.0)));
        assert!(crosses(p(0.0, 0.0), p(4.0, 0.0), p(1.0, 1.0), p(1.0, -1.0)));
        assert!(
            crosses(p(0.0, 0.0), p(4.0, 0.0), p(4.0, 0.0), p(5.0, 1.0)),
            "touching"
        );
        assert!(!crosses(
            p(0.0, 0.0),
            p(4.0, 0.0),
            p(5.0, -1.0),
            p(5.0, 1.0)
        ));
        assert!(!crosses(p(0.0, 0.0), p(4.0, 0.0), p(0.0, 1.0), p(4.0, 1.0)));
        assert!(!crosses(p(0.0, 0.0), p(4.0, 0.0), p(1.0, 1.0), p(2.0, 0.5)));
    }

    #[test]
    fn overlap_is_of_insides() {
        assert!(!BOX.overlaps(&Rect::new(30.0, 10.0, 5.0, 5.0), 0.0));
        assert!(BOX.overlaps(&Rect::new(30.0, 10.0, 5.0, 5.0), 0.5));
        assert!(BOX.union(&Rect::new(0.0, 0.0, 1.0, 1.0)) == Rect::new(0.0, 0.0, 30.0, 20.0));
    }
}
