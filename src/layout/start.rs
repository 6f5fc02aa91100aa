//! Where a search starts: the places of least stress, seated in rows.
//!
//! Stress is low where ties are short and the graph unfolds, and of several such places the one whose ties cross least,
//! as straight lines between points, is a far better beginning than any order of the file. Distances are taken in
//! cells, a box with the room to pass it: boxes are wider than high.

use super::draft::Draft;
use super::energy::{Energy, Link};
use super::geometry::{Point, Rect, crosses};
use super::index::at;
use super::label_box::LabelBox;
use super::place::Placement;
use super::rng::Rng;
use super::rows::Site;
use super::stress::Stress;
use crate::pieces::pause;

/// The best of `tries` placements to begin with on this site.
pub(super) async fn start(
    draft: &Draft<'_>,
    site: &Site<'_>,
    stress: &mut Stress,
    tries: usize,
    rng: &mut Rng,
) -> Placement {
    let count = draft.boxes.len().max(1) as f64;
    let mean = |size: fn(&LabelBox) -> f64| draft.boxes.iter().map(size).sum::<f64>() / count;
    let cell = Point::new(
        mean(|label| label.width) + draft.spacing.tied_gap,
        mean(|label| label.height) + draft.spacing.row_gap,
    );
    let (frames, height) = frames(draft, site);
    let bounds = bounds(draft, site, &frames, cell);
    let size = Point::new(draft.spacing.width / cell.x, height / cell.y);
    // Two places on a map are about a third of its width and of its height apart.
    let unit = stress.unit(size.length() / 3.0);
    let mut best: Option<(usize, Vec<Point>)> = None;
    for _ in 0..tries.max(1) {
        let mut points: Vec<Point> = bounds.iter().map(|room| somewhere(room, rng)).collect();
        stress.relax(&mut points, unit, &bounds, rng);
        let found = crossings(&points, &draft.links);
        if best.as_ref().is_none_or(|(least, _)| found < *least) {
            best = Some((found, points));
        }
        pause().await;
    }
    let mut points = best.map_or_else(Vec::new, |(_, points)| points);
    for point in &mut points {
        *point = Point::new(point.x * cell.x, point.y * cell.y);
    }
    let mut placement = Placement::new(site);
    placement.seat(site, &points, &frames);
    placement.stack(site);
    placement.energy = Energy::new(site).change(&placement);
    placement
}

/// The camps' boxes of the site's floorplan and their height together, stretched to the height to aim at.
fn frames(draft: &Draft, site: &Site) -> (Vec<Rect>, f64) {
    let mut frames = site.plan.frames.clone();
    let bottom = frames
        .iter()
        .fold(1.0, |most: f64, frame| most.max(frame.bottom()));
    let stretch = (draft.height.target / bottom).max(1.0);
    for frame in &mut frames {
        frame.y *= stretch;
        frame.height *= stretch;
    }
    (frames, bottom * stretch)
}

/// For each node, where in its camp its centre may be: the upper left and the lower right corner, in cells.
fn bounds(draft: &Draft, site: &Site, frames: &[Rect], cell: Point) -> Vec<(Point, Point)> {
    let nodes = draft.boxes.iter().zip(&draft.group_of);
    let room = |(label, &group): (&LabelBox, &usize)| {
        let (left, right) = at(&site.bounds, group);
        let frame = at(frames, group);
        let (top, foot) = (
            frame.y + site.top(group),
            frame.bottom() - draft.spacing.pad_y,
        );
        let (x, y) = (label.width / 2.0, label.height / 2.0);
        (
            Point::new((left + x) / cell.x, (top + y) / cell.y),
            Point::new((right - x) / cell.x, (foot - y) / cell.y),
        )
    };
    nodes.map(room).collect()
}

fn somewhere((low, high): &(Point, Point), rng: &mut Rng) -> Point {
    Point::new(
        low.x + rng.unit() * (high.x - low.x),
        low.y + rng.unit() * (high.y - low.y),
    )
}

/// How many pairs of links cross as straight lines.
fn crossings(points: &[Point], links: &[Link]) -> usize {
    let mut count = 0;
    for (i, one) in links.iter().enumerate() {
        let (a, b) = (at(points, one.from), at(points, one.to));
        let crossed = |other: &&Link| {
            !one.meets(other) && crosses(a, b, at(points, other.from), at(points, other.to))
        };
        count += links.iter().skip(i + 1).filter(crossed).count();
    }
    count
}
