//! Untangling: two ties that cross change places.
//!
//! Two that share a box exchange what lies between it and their crossing: the same ports, the same corners, the same length,
//! and one crossing less. Rerouting one tie at a time does not find that, for each stands where the other should. Where it
//! does not do, both are looked for anew in the other order.
//!
//! Cost: each pair of ties that share a box, once; where they cross, two ways are priced, and perhaps looked for. Limit: pairs that
//! share no box, and rings of three, stay as they are.

use super::astar::find;
use super::energy::Link;
use super::geometry::{Point, crosses, pieces};
use super::index::at;
use super::price::way_cost;
use super::route::{Router, Way};

/// Lets a tie change places with each later one that shares a box with it and that it crosses, if that makes the two cheaper
/// together. `anew`: also by looking for their ways once more.
pub(super) fn untangle(
    router: &mut Router<'_>,
    links: &[Link],
    ways: &mut [Way],
    one: usize,
    anew: bool,
) {
    for other in one + 1..links.len() {
        let (a, b) = (at(links, one), at(links, other));
        if !a.meets(&b) {
            continue;
        }
        let points = |index: usize| ways.get(index).map_or(&[][..], |way| &way.points);
        let mut best = [points(one).to_vec(), points(other).to_vec()];
        if crossing(&best).is_none() {
            continue;
        }
        router.take_out(links, one);
        router.take_out(links, other);
        let mut least = price(router, links, [one, other], &best);
        let swapped = exchanged(&a, &b, best.clone());
        let sum = price(router, links, [one, other], &swapped);
        if sum < least {
            least = sum;
            best = swapped;
        }
        if anew {
            // Without the first in its way, the second may find a cheaper one.
            let second = find(router, &b, way_cost(router, &b, points(other)));
            if !second.points.is_empty() {
                router.put_in(links, other, &second.points);
                let first = find(router, &a, least - second.cost);
                router.take_out(links, other);
                if !first.points.is_empty() {
                    best = [first.points, second.points];
                }
            }
        }
        for (index, points) in [one, other].into_iter().zip(best) {
            router.put_in(links, index, &points);
            if let Some(way) = ways.get_mut(index) {
                way.points = points;
            }
        }
    }
}

/// Two ways that cross, with what lies between the box that they share and their crossing exchanged.
fn exchanged(a: &Link, b: &Link, mut ways: [Vec<Point>; 2]) -> [Vec<Point>; 2] {
    let node = if a.from == b.from || a.from == b.to {
        a.from
    } else {
        a.to
    };
    // From the shared box outwards, and back.
    let turn = |ways: &mut [Vec<Point>; 2]| {
        for (link, points) in [a, b].into_iter().zip(ways) {
            if link.from != node {
                points.reverse();
            }
        }
    };
    turn(&mut ways);
    let cut = crossing(&ways);
    let [first, second] = &mut ways;
    if let Some((i, j)) = cut {
        let (rest, tail) = (first.split_off(i + 1), second.split_off(j + 1));
        first.extend(tail);
        second.extend(rest);
        std::mem::swap(first, second);
    }
    turn(&mut ways);
    ways
}

/// The first piece of a way that crosses another one, and which piece it crosses there.
fn crossing(ways: &[Vec<Point>; 2]) -> Option<(usize, usize)> {
    let [one, other] = ways;
    for (i, (a, b)) in pieces(one).enumerate() {
        for (j, (c, d)) in pieces(other).enumerate() {
            if crosses(a, b, c, d) {
                return Some((i, j));
            }
        }
    }
    None
}

/// What two ways cost together, neither of them in the router.
fn price(router: &mut Router<'_>, links: &[Link], pair: [usize; 2], ways: &[Vec<Point>; 2]) -> f64 {
    let ([one, other], [first, second]) = (pair, ways);
    let alone = way_cost(router, &at(links, one), first);
    router.put_in(links, one, first);
    let sum = alone + way_cost(router, &at(links, other), second);
    router.take_out(links, one);
    sum
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]
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
            let side = router.ports[node].iter().filter(|port| port.out.x == x);
            let mut side: Vec<Port> = side.copied().collect();
            side.sort_by(|one, other| one.at.y.total_cmp(&other.at.y));
            side[if low { side.len() - 1 } else { 0 }]
        };
        let way = |link: &Link, target: usize| {
            let (start, goal) = (port(0, 1.0, target == 1), port(target, -1.0, false));
            let mut points = vec![start.at, goal.at];
            if link.to == 0 {
                points.reverse();
            }
            Way {
                points,
                ..Way::default()
            }
        };
        let mut ways = [way(&links[0], 1), way(&links[1], 2)];
        assert!(crossing(&ways.clone().map(|way| way.points)).is_some());
        for (index, way) in ways.iter().enumerate() {
            router.put_in(links, index, &way.points);
        }
        untangle(&mut router, links, &mut ways, 0, false);
        let once = ways.clone().map(|way| way.points);
        untangle(&mut router, links, &mut ways, 0, true);
        assert_eq!(once, ways.clone().map(|way| way.points), "once is enough");
        for (link, way) in links.iter().zip(&ways) {
            let [from, to] = [link.from, link.to].map(|node| boxes[node]);
            let [first, last] = [way.points[0], way.points[1]];
            assert!(
                from.distance(first) < 2.0 && to.distance(last) < 2.0,
                "still joins its boxes"
            );
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
            assert_eq!(crossing(&tangled(&links)), None);
        }
    }
}
