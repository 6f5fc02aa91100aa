//! Untangling: two ties that cross change places.
//!
//! Two that share a box exchange what lies between it and their crossing: the same ports, the same corners, the same length,
//! and one crossing less. Rerouting one tie at a time does not find that, for each stands where the other should. Where it
//! does not do, both are looked for anew in the other order.

use super::energy::Link;
use super::geometry::{Point, crosses};
use super::index::{at, put};
use super::price::way_cost;
use super::route::{Router, Way};
use super::search::find;

/// Lets two ties change places if they cross, and that makes them cheaper together; whether it did. `anew`: also by looking
/// for their ways once more.
pub(super) fn untangle(
    router: &mut Router<'_>,
    links: &[Link],
    ways: &mut [Way],
    pair: [usize; 2],
    anew: bool,
) -> bool {
    let [one, other] = pair;
    let (a, b) = (at(links, one), at(links, other));
    let before = pair.map(|index| ways.get(index).cloned().unwrap_or_default());
    let [first, second] = &before;
    if !a.meets(&b) || crossing(&first.points, &second.points).is_none() {
        return false;
    }
    router.take_out(links, one);
    router.take_out(links, other);
    let mut least = price(router, links, pair, &before);
    let mut found = None;
    if let Some(swapped) = exchanged(&a, &b, &before) {
        let sum = price(router, links, pair, &swapped);
        if sum < least {
            least = sum;
            found = Some(swapped);
        }
    }
    if anew {
        // Without the first in its way, the second may find a cheaper one.
        let bound = way_cost(router, &b, second);
        let second = find(router, &b, bound);
        if !second.points.is_empty() {
            router.put_in(links, other, &second.points);
            let first = find(router, &a, least - second.cost);
            router.take_out(links, other);
            if !first.points.is_empty() {
                found = Some([first, second]);
            }
        }
    }
    let better = found.is_some();
    for (index, way) in pair.into_iter().zip(found.unwrap_or(before)) {
        router.put_in(links, index, &way.points);
        put(ways, index, way);
    }
    better
}

/// Two ways with what lies between the box that they share and their crossing exchanged.
fn exchanged(a: &Link, b: &Link, ways: &[Way; 2]) -> Option<[Way; 2]> {
    let node = if a.from == b.from || a.from == b.to {
        a.from
    } else {
        a.to
    };
    // From the shared box outwards, and back.
    let turned = |link: &Link, way: &Way| {
        let mut way = way.clone();
        if link.from != node {
            way.points.reverse();
            way.joints.reverse();
            way.ends.reverse();
        }
        way
    };
    let [first, second] = ways;
    let (first, second) = (turned(a, first), turned(b, second));
    let (i, j) = crossing(&first.points, &second.points)?;
    Some([
        turned(a, &spliced(&second, j, &first, i)),
        turned(b, &spliced(&first, i, &second, j)),
    ])
}

/// The first piece of a way that crosses another one, and which piece it crosses there.
fn crossing(one: &[Point], other: &[Point]) -> Option<(usize, usize)> {
    one.windows(2).enumerate().find_map(|(i, piece)| {
        let mut others = other.windows(2);
        let j = others
            .position(|other| crosses(at(piece, 0), at(piece, 1), at(other, 0), at(other, 1)))?;
        Some((i, j))
    })
}

/// The way that begins as `start` does, up to its piece `i`, and ends as `end` does after its piece `j`.
fn spliced(start: &Way, i: usize, end: &Way, j: usize) -> Way {
    let points = start.points.iter().take(i + 1);
    let joints = start.joints.iter().take(i + 1);
    Way {
        points: points
            .chain(end.points.iter().skip(j + 1))
            .copied()
            .collect(),
        joints: joints
            .chain(end.joints.iter().skip(j + 1))
            .copied()
            .collect(),
        ends: [at(&start.ends, 0), at(&end.ends, 1)],
        cost: end.cost,
    }
}

/// What two ways cost together, neither of them in the router.
fn price(router: &mut Router<'_>, links: &[Link], pair: [usize; 2], ways: &[Way; 2]) -> f64 {
    let [one, other] = pair;
    let [first, second] = ways;
    let alone = way_cost(router, &at(links, one), first);
    router.put_in(links, one, &first.points);
    let sum = alone + way_cost(router, &at(links, other), second);
    router.take_out(links, one);
    sum
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]
    use super::super::arrangement::Joint;
    use super::super::geometry::Rect;
    use super::super::ports::Port;
    use super::super::route::Plane;
    use super::*;

    /// A box at the left and two at the right; two ties, each of which takes the port that the other should have.
    fn tangled(links: &[Link; 2]) -> [Vec<Point>; 2] {
        let boxes = [
            Rect::new(0.0, 80.0, 60.0, 60.0),
            Rect::new(200.0, 0.0, 60.0, 40.0),
            Rect::new(200.0, 180.0, 60.0, 40.0),
        ];
        let plane = Plane {
            boxes: &boxes,
            round: &[false; 3],
            titles: &[],
            camps: &[],
            size: (300.0, 240.0),
        };
        let mut router = Router::new(&plane, 2, false);
        let port = |node: usize, x: f64, low: bool| {
            let all = router.ports[node].iter().filter(|port| port.out.x == x);
            let by_y = |one: &&Port, other: &&Port| one.at.y.total_cmp(&other.at.y);
            *if low {
                all.max_by(by_y)
            } else {
                all.min_by(by_y)
            }
            .unwrap()
        };
        let way = |link: &Link, target: usize| {
            let (start, goal) = (port(0, 1.0, target == 1), port(target, -1.0, false));
            let mut ends = [start, goal];
            if link.to == 0 {
                ends.reverse();
            }
            Way {
                points: ends.map(|port| port.at).to_vec(),
                ends,
                joints: vec![Joint::Port(0); 2],
                cost: 0.0,
            }
        };
        let mut ways = [way(&links[0], 1), way(&links[1], 2)];
        assert!(crossing(&ways[0].points, &ways[1].points).is_some());
        for (index, way) in ways.iter().enumerate() {
            router.put_in(links, index, &way.points);
        }
        assert!(untangle(&mut router, links, &mut ways, [0, 1], false));
        assert!(
            !untangle(&mut router, links, &mut ways, [0, 1], true),
            "once is enough"
        );
        for (link, way) in links.iter().zip(&ways) {
            let [from, to] = [link.from, link.to].map(|node| boxes[node]);
            let [first, last] = [way.points[0], way.points[1]];
            assert!(
                from.distance(first) < 2.0 && to.distance(last) < 2.0,
                "still joins its boxes"
            );
            assert_eq!([first, last], way.ends.map(|port| port.at));
        }
        ways.map(|way| way.points)
    }

    #[test]
    fn two_ties_of_one_box_that_cross_change_places() {
        let link = |tie, from, to| Link {
            tie,
            from,
            to,
            minor: false,
        };
        for links in [
            [link(0, 0, 1), link(1, 0, 2)],
            [link(0, 1, 0), link(1, 0, 2)],
            [link(0, 0, 1), link(1, 2, 0)],
            [link(0, 1, 0), link(1, 2, 0)],
        ] {
            let [one, other] = tangled(&links);
            assert_eq!(crossing(&one, &other), None);
        }
    }
}
