//! Turns a component so that its longest axis lies along the room's longer side (principal axes, Pearson 1901).

use super::super::geometry::Point;

/// Turns the points about their centre, which becomes the origin. `aspect` is the room's width over its height.
pub(super) fn turn(points: &mut [Point], aspect: f64) {
    let n = points.len() as f64;
    let (mut sum_x, mut sum_y) = (0.0, 0.0);
    for point in points.iter() {
        sum_x += point.x;
        sum_y += point.y;
    }
    let (mean_x, mean_y) = (sum_x / n, sum_y / n);
    let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
    for point in points.iter_mut() {
        point.x -= mean_x;
        point.y -= mean_y;
        xx += point.x * point.x;
        xy += point.x * point.y;
        yy += point.y * point.y;
    }
    // The eigenvector of the greater eigenvalue of the symmetric matrix (xx xy, xy yy).
    let half = (xx - yy) / 2.0;
    let root = (half * half + xy * xy).sqrt();
    let (mut x, mut y) = if half > 0.0 {
        (half + root, xy)
    } else {
        (xy, root - half)
    };
    let length = (x * x + y * y).sqrt();
    if length < 1e-12 {
        return;
    }
    (x, y) = (x / length, y / length);
    let upright = aspect < 1.0;
    for point in points {
        let (along, across) = (point.x * x + point.y * y, point.y * x - point.x * y);
        *point = if upright {
            Point::new(-across, along)
        } else {
            Point::new(along, across)
        };
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]

    use super::*;

    #[test]
    fn the_long_side_lies_along_the_rooms() {
        let slanted: Vec<Point> = (0..10)
            .map(|i| Point::new(f64::from(i), 2.0 * f64::from(i) + f64::from(i % 2)))
            .collect();
        let spread = |points: &[Point], of: fn(&Point) -> f64| {
            let all = points.iter().map(of);
            all.clone().fold(f64::MIN, f64::max) - all.fold(f64::MAX, f64::min)
        };
        for (aspect, wide) in [(1.5, true), (0.5, false)] {
            let mut points = slanted.clone();
            turn(&mut points, aspect);
            let (width, height) = (spread(&points, |p| p.x), spread(&points, |p| p.y));
            assert_eq!(width > height, wide, "{width} {height}");
            let before = slanted[0].distance(slanted[9]);
            assert!((points[0].distance(points[9]) - before).abs() < 1e-9);
        }
    }
}
