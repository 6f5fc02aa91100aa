//! Components beside each other, on shelves: the largest first, those of one actor in rows at the end.

use super::super::geometry::Point;
use super::super::index::at;
use super::DOT_GAP_PX;
use super::part::Bounds;
use crate::order::ranked;

/// What is left free between two components, in px.
const AISLE_PX: f64 = 2.0 * DOT_GAP_PX;

/// Moves the components, none over another, into a rectangle of about this ratio of width to height; gives its width
/// and height.
pub(super) fn pack(components: &mut [Vec<Point>], aspect: f64) -> (f64, f64) {
    let sizes: Vec<Bounds> = components.iter().map(|points| Bounds::of(points)).collect();
    let sides = |bounds: &Bounds| (bounds.width + AISLE_PX, bounds.height + AISLE_PX);
    let (mut area, mut widest) = (0.0, 0.0_f64);
    for (width, height) in sizes.iter().map(sides) {
        area += width * height;
        widest = widest.max(width);
    }
    let room = widest.max((area * aspect).sqrt());
    let height = |index: usize| sizes.get(index).map_or(0.0, |bounds| bounds.height);
    let order = ranked(sizes.len(), &|one, other| {
        height(other).total_cmp(&height(one))
    });
    let (mut x, mut y, mut shelf, mut used) = (0.0, 0.0, 0.0_f64, 0.0_f64);
    let mut corners = vec![(0.0, 0.0); sizes.len()];
    for index in order {
        let Some(bounds) = sizes.get(index) else {
            continue;
        };
        let (width, height) = sides(bounds);
        if x > 0.0 && x + width > room + 1e-6 {
            (x, y, shelf) = (0.0, y + shelf, 0.0);
        }
        super::put(&mut corners, index, (x - bounds.left, y - bounds.top));
        x += width;
        used = used.max(x);
        shelf = shelf.max(height);
    }
    for (index, points) in components.iter_mut().enumerate() {
        let (x, y) = at(&corners, index);
        for point in points {
            let margin = AISLE_PX / 2.0;
            *point = Point::new(point.x + x + margin, point.y + y + margin);
        }
    }
    (used, y + shelf)
}
