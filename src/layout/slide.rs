//! Sliding: a tie that lies on another one, or hugs a box that is not its own, moves aside, into a lane between those that
//! ways are looked for on.
//!
//! Ways are looked for on few lanes, for every lane takes time. In a narrow corridor two ties may then have the same one, and
//! one hides the other; and a shortest way goes round a box as near to it as may be. Here lanes are 3 px apart, and each piece between
//! two joints is moved by itself: as in nudging (Wybrow, Marriott, Stuckey: *Orthogonal Connector Routing*, GD 2009), but by
//! what the way costs, so that no tie goes round or crosses more than that is worth.
//!
//! Cost: up to nine stretches of joints times seven lanes for each piece that suffers, each priced as a whole way. Limit: in a
//! corridor with fewer lanes than ties some stay on one another.

use super::arrangement::Joint;
use super::energy::Link;
use super::geometry::Point;
use super::index::at;
use super::price::{Pricing, cost_among};
use super::route::{Router, Way};
use super::traffic::Traffic;

/// A piece is moved by at most so many lanes or ports.
const FARTHEST: isize = 3;
/// A tie is moved where lying on others and hugging cost a piece of it more than this.
const SUFFERED: f64 = 12.0;

/// Moves those pieces of a tie's way that lie on another tie or hug a box to other lanes and ports, if the whole way is cheaper
/// so where that has its price.
pub(super) fn slide(router: &mut Router<'_>, links: &[Link], index: usize, way: &mut Way) {
    // A way of another width that has been moved already stays.
    if way.joints.len() != way.points.len() {
        return;
    }
    let link = &at(links, index);
    router.take_out(links, index);
    let among = router.among(link);
    for piece in 0..way.points.len().saturating_sub(1) {
        let (a, b) = (at(&way.points, piece), at(&way.points, piece + 1));
        let cost =
            |pricing| router.piece_cost(among.as_ref(), pricing, link, (a, b), f64::INFINITY);
        if cost(Pricing::Search) + SUFFERED < cost(Pricing::Slide) {
            aside(router, among.as_ref(), link, piece, way);
        }
    }
    router.put_in(links, index, &way.points);
}

/// Moves a piece across its direction, with the joint before and after it or without, to where the way is cheapest.
fn aside(router: &Router<'_>, among: Option<&Traffic>, link: &Link, piece: usize, way: &mut Way) {
    let all = (among, Pricing::Slide);
    let cost = |points: &[Point], bound| cost_among(router, all, link, points, bound);
    let Some(mut least) = cost(&way.points, f64::INFINITY) else {
        return;
    };
    let step = at(&way.points, piece + 1).from(at(&way.points, piece));
    let level = step.x.abs() > step.y.abs();
    let old = way.joints.clone();
    for first in piece.saturating_sub(1)..=piece + 1 {
        for last in first.max(piece)..=piece + 2 {
            for by in -FARTHEST..=FARTHEST {
                if let Some((joints, points)) = moved(router, link, &old, (first, last), by, level)
                    && let Some(sum) = cost(&points, least)
                    && sum < least
                {
                    least = sum;
                    way.points = points;
                    way.joints = joints;
                }
            }
        }
    }
}

/// The way along these joints, those from `first` to `last` moved `by` so many lanes or ports: down if the piece is `level`,
/// else to the right. None if one of them cannot be moved so, or would not be turned round any more: another width would leave
/// it out.
fn moved(
    router: &Router<'_>,
    link: &Link,
    joints: &[Joint],
    (first, last): (usize, usize),
    by: isize,
    level: bool,
) -> Option<(Vec<Joint>, Vec<Point>)> {
    let mut all = joints.to_vec();
    let mut points = Vec::with_capacity(joints.len());
    let mut bends = Vec::new();
    for (index, joint) in all.iter_mut().enumerate() {
        let by = if index >= first && index <= last {
            by
        } else {
            0
        };
        points.push(match joint {
            Joint::Port(port) => {
                let ports = router
                    .ports
                    .get(if index == 0 { link.from } else { link.to })?;
                let out = ports.get(*port)?.out;
                if (out.x != 0.0) == level {
                    *port = port.checked_add_signed(by)?;
                }
                let moved = ports.get(*port)?;
                if moved.out != out {
                    return None;
                }
                moved.at
            }
            Joint::Bend(corner) => {
                let side = usize::from(level);
                let outward = if at(&corner.sides(), side) { by } else { -by };
                let lane = corner.lanes.get_mut(side)?;
                *lane = lane.checked_add_signed(outward)?;
                let bend = router.visibility.bend(*corner)?;
                bends.push(bend);
                bend.at
            }
        });
    }
    router
        .needless(&points, &bends)
        .is_none()
        .then_some((all, points))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]
    use super::super::arrangement::Corner;
    use super::super::geometry::Rect;
    use super::super::route::Plane;
    use super::*;

    #[test]
    fn a_tie_on_another_one_moves_to_a_lane_between() {
        // Two ties pass the middle box on its right, both in the inmost lane, and there is no room for the next wide one.
        let boxes = [
            Rect::new(0.0, 0.0, 100.0, 30.0),
            Rect::new(0.0, 60.0, 90.0, 60.0),
            Rect::new(0.0, 150.0, 100.0, 30.0),
        ];
        let plane = Plane {
            boxes: &boxes,
            round: &[false; 3],
            titles: &[],
            camps: &[],
            size: (102.5, 200.0),
        };
        let mut router = Router::new(&plane, 2, false);
        let link = |tie, from, to| Link {
            tie,
            from,
            to,
            minor: false,
        };
        let links = [link(0, 0, 2), link(1, 0, 2)];
        let port = |node: usize, down: f64, nth: usize| {
            let ports = router.ports[node].iter().enumerate();
            let mut side = ports.filter(|(_, port)| port.out.y == down);
            side.nth(nth).map(|(index, _)| Joint::Port(index))
        };
        let bend = |corner| {
            Joint::Bend(Corner {
                obstacle: 1,
                corner,
                lanes: [0; 2],
            })
        };
        let way = |nth: usize| {
            let ends = [port(0, 1.0, nth), port(2, -1.0, nth)]
                .map(|joint| joint.unwrap_or(Joint::Port(0)));
            let joints = vec![ends[0], bend(1), bend(2), ends[1]];
            let (joints, points) =
                moved(&router, &links[0], &joints, (0, 0), 0, false).unwrap_or_default();
            Way {
                points,
                joints,
                cost: 0.0,
            }
        };
        let mut ways = [way(8), way(10)];
        assert_eq!(ways[0].points[1..3], ways[1].points[1..3]);
        for (index, way) in ways.iter().enumerate() {
            router.put_in(&links, index, &way.points);
        }
        for (index, way) in ways.iter_mut().enumerate() {
            slide(&mut router, &links, index, way);
        }
        let apart = (ways[0].points[1].x - ways[1].points[1].x).abs();
        assert!(apart > 2.9, "{ways:?}");
        // Another width finds the lanes again.
        for way in ways {
            let again = moved(&router, &links[0], &way.joints, (0, 0), 0, false);
            assert_eq!(again.map(|(_, points)| points), Some(way.points));
        }
    }
}
