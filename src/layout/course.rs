//! Courses: from the corners of a way to a smooth path with an arrowhead.
//!
//! Straight pieces, and a quadratic curve round each bend. A curve cuts its corner towards the box it goes round,
//! so it is made only as wide as the clearance allows.
//!
//! Cost: O(p·n) for a way of p pieces among n boxes. Limit: a curve is quadratic, so two bends close by have corners left.

use super::geometry::{Point, Rect, pieces};
use super::index::at;
use super::path::push_command;
use super::scene::TiePath;

/// Length of an arrowhead.
pub const HEAD_PX: f64 = 9.0;
/// Half its width.
pub const HEAD_HALF_PX: f64 = 3.8;
/// The stroke ends this far before the tip.
pub const STROKE_END_PX: f64 = 6.0;
/// The straight piece that an arrowhead stands on.
const HEAD_PIECE_PX: f64 = 12.0;
/// The widest curve begins this far before its bend.
const WIDEST_CURVE_PX: f64 = 30.0;
/// The narrowest: below that a bend looks sharp anyway.
const LEAST_CURVE_PX: f64 = 1.0;
/// The promise: a drawn tie keeps this from every box but its own two, and from every title and foreign tie label.
pub const CLEARANCE_PX: f64 = 3.0;
/// What a curve is made to keep.
const CURVE_CLEARANCE_PX: f64 = 3.4;
/// Pieces of a flattened curve.
const FLATTEN: usize = 8;

/// The path of a tie along `points`, with its curves clear of `obstacles`.
pub(super) fn course(tie: usize, points: &[Point], obstacles: &[Rect]) -> TiePath {
    let (Some(&start), Some(&tip)) = (points.first(), points.last()) else {
        return TiePath {
            tie,
            ..TiePath::default()
        };
    };
    let mut path = TiePath {
        tie,
        course: vec![start],
        ..TiePath::default()
    };
    push_command(&mut path.d, 'M', &[start]);
    let last = points.len().saturating_sub(2);
    for i in 1..=last {
        let (before, bend, after) = (at(points, i - 1), at(points, i), at(points, i + 1));
        let (back, on) = (before.from(bend), after.from(bend));
        // The first and last piece belong to one curve alone, less what the arrowhead stands on.
        let room_back = if i == 1 {
            back.length()
        } else {
            back.length() / 2.0
        };
        let room_on = if i == last {
            on.length() - HEAD_PIECE_PX
        } else {
            on.length() / 2.0
        };
        let mut reach = room_back.min(room_on).clamp(0.0, WIDEST_CURVE_PX);
        let (into, out) = (back.unit(), on.unit());
        // The widest curve that is clear, else a sharp bend.
        loop {
            if reach < LEAST_CURVE_PX {
                push_command(&mut path.d, 'L', &[bend]);
                path.course.push(bend);
                break;
            }
            let (first, end) = (bend.along(into, reach), bend.along(out, reach));
            let curve = quadratic(first, bend, end);
            if clear(&curve, obstacles, CURVE_CLEARANCE_PX) {
                push_command(&mut path.d, 'L', &[first]);
                push_command(&mut path.d, 'Q', &[bend, end]);
                path.course.extend(curve);
                break;
            }
            reach *= 0.6;
        }
    }
    let before = at(points, points.len().saturating_sub(2));
    let forward = tip.from(before).unit();
    push_command(&mut path.d, 'L', &[tip.along(forward, -STROKE_END_PX)]);
    path.course.push(tip);
    let side = Point::new(-forward.y, forward.x);
    let foot = tip.along(forward, -HEAD_PX);
    path.head = [
        tip,
        foot.along(side, HEAD_HALF_PX),
        foot.along(side, -HEAD_HALF_PX),
    ];
    path
}

/// Whether a polyline keeps `clearance` from every obstacle.
pub(super) fn clear(course: &[Point], obstacles: &[Rect], clearance: f64) -> bool {
    pieces(course).all(|(a, b)| {
        // Most are far off, which is soon seen.
        obstacles.iter().all(|rect| {
            !rect.grown(clearance).hit_by(a, b) || rect.distance_to_segment(a, b) >= clearance
        })
    })
}

fn quadratic(a: Point, b: Point, c: Point) -> Vec<Point> {
    let each = 1.0 / FLATTEN as f64;
    (0..=FLATTEN)
        .map(|i| {
            let share = i as f64 * each;
            a.towards(b, share).towards(b.towards(c, share), share)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn a_bend_is_rounded_but_keeps_clear() {
        let wall = Rect::new(0.0, 0.0, 50.0, 50.0);
        let points = [
            Point::new(-40.0, -5.0),
            Point::new(55.0, -5.0),
            Point::new(55.0, 90.0),
        ];
        let path = course(3, &points, &[wall]);
        assert!(clear(&path.course, &[wall], CLEARANCE_PX));
        assert!(path.course.len() > 6, "rounded");
        assert_eq!(path.head[0], points[2]);
        assert_eq!(
            path.head[1],
            Point::new(55.0 - HEAD_HALF_PX, 90.0 - HEAD_PX)
        );
        assert!(
            path.d.starts_with("M-40 -5L") && path.d.contains('Q') && path.d.ends_with("L55 84"),
            "{}",
            path.d
        );
    }

    #[test]
    fn no_points_no_path() {
        assert_eq!(
            course(1, &[], &[]),
            TiePath {
                tie: 1,
                ..TiePath::default()
            }
        );
    }
}
