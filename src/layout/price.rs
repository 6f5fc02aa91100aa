//! What a way costs: its bends and its exits, and, of a whole way, with what lies beside and across it ([`super::traffic`]).

use super::energy::Link;
use super::geometry::Point;
use super::index::at;
use super::ports::Port;
use super::route::Router;
use super::traffic::Traffic;

/// What lying on one another and hugging a box cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pricing {
    /// While ways are looked for: little, for they would rather cross others than lie on them.
    Search,
    /// While a way that was found moves aside.
    Slide,
}

/// A bend costs this…
const BEND: f64 = 18.0;
/// …but a turn of less than some 17 degrees only this times what its cosine lacks of 1…
const SLIGHT: f64 = 400.0;
/// …and each besides this times what its cosine lacks of 1: all of it at a right angle.
const SHARP: f64 = 60.0;
/// A piece that leaves a border at a slant costs up to this.
const SLANTED: f64 = 26.0;
/// The least cosine between a piece and the way straight out of its box.
const LEAST_EXIT: f64 = 0.3;
/// The first and the last piece are at least this long: room for an arrowhead before the next bend.
const END_PIECE_PX: f64 = 15.0;

/// What leaving by a port towards `p` costs; none if that is not possible.
pub(super) fn exit_cost(port: &Port, p: Point) -> Option<f64> {
    let step = p.from(port.at);
    let length = step.length();
    let cosine = step.dot(port.out) / length.max(1e-9);
    (length >= END_PIECE_PX && cosine >= LEAST_EXIT).then_some((1.0 - cosine) * SLANTED)
}

/// The cost of turning from one step into the next; none if that would be turning back.
pub(super) fn bend_cost(arrival: Point, leave: Point) -> Option<f64> {
    if arrival.dot(leave) < 0.0 {
        return None;
    }
    let cosine = arrival.unit().dot(leave.unit());
    Some(BEND.min((1.0 - cosine) * SLIGHT) + (1.0 - cosine) * SHARP)
}

/// What a way costs among the ties that are in the router: what the search would have counted. Infinite if it is no way, or
/// not free.
pub(super) fn way_cost(router: &Router, link: &Link, points: &[Point]) -> f64 {
    let among = router.among(link);
    let all = (among.as_ref(), Pricing::Search);
    cost_among(router, all, link, points, f64::INFINITY).unwrap_or(f64::INFINITY)
}

/// The same with the ties that it goes [among](Router::among), and by which prices; none if it is no way, or dearer than
/// `bound`.
pub(super) fn cost_among(
    router: &Router,
    (among, pricing): (Option<&Traffic>, Pricing),
    link: &Link,
    points: &[Point],
    bound: f64,
) -> Option<f64> {
    let last = points.len().checked_sub(2)?;
    let mut sum = 0.0;
    for (node, end, beyond) in [(link.from, 0, 1), (link.to, last + 1, last)] {
        let port = router.port_at(node, &at(points, end))?;
        let port = router.ports.get(node)?.get(port)?;
        sum += router.port_cost(node, port) + exit_cost(port, at(points, beyond))?;
    }
    for index in 0..=last {
        let (a, b) = (at(points, index), at(points, index + 1));
        let (from, to) = link.except(index == 0, index == last);
        if !router.visibility.sees(a, b, from, to) {
            return None;
        }
        let step = b.from(a);
        if index < last {
            sum += bend_cost(step, at(points, index + 2).from(b))?;
        }
        sum += step.length() + router.piece_cost(among, pricing, link, (a, b), bound - sum);
        if sum > bound {
            return None;
        }
    }
    Some(sum)
}
