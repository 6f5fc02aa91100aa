//! Routing: each tie's course from border to border, clear of every box and title.
//!
//! A* over ports, bends and what they see of each other. Its cost is length, bends, slanting exits, and the traffic:
//! crossings and runs beside ties routed before. Traffic is dear to compute and so is looked up only when a piece
//! comes first in the queue (lazy A*, Cohen, Phillips, Likhachev 2014). When all ties have a way, each is taken
//! out and routed anew among the others, so that the first ones, too, know of the last (rip-up and reroute); and two that share
//! a box and cross change places ([`super::untangle`]). At last those that lie on one another, or hug a box, move aside ([`super::slide`]).
//!
//! Cost: one search per tie and reroute (`astar`), by far the most of a layout. Limits: each tie is routed among those there are
//! so far, so the order matters, and the whole is not the least possible; where a search finds no way the tie is drawn
//! straight and marked ([`TiePath::clear`](super::TiePath::clear)).

use super::arrangement::{Arrangement, Joint};
use super::astar::find;
use super::energy::Link;
use super::geometry::{Point, Rect};
use super::index::{at, put, ranked};
use super::ports::{Port, ports};
use super::price::{Pricing, exit_cost, way_cost};
use super::sights::Sights;
use super::slide::slide;
use super::traffic::{BORDER, Traffic};
use super::untangle::untangle;
use super::visibility::{Bend, Visibility};
use crate::pieces::pause;

/// Hugging a foreign box or title costs this per square px of [crowding](Visibility::crowding): such ties seem to belong to
/// it…
const HUG: f64 = 0.5;
/// …and this where a tie moves aside.
const SLIDE_HUG: f64 = 2.0;
/// Per px that a port is off the middle of its side.
const OFF_PER_PX: f64 = 0.12;
/// Two ties' ends on one box keep this apart…
const PORTS_APART_PX: f64 = 8.5;
/// …or pay this…
const PORT_TAKEN: f64 = 150.0;
/// …and pay a little when nearer than this.
const PORTS_AIRY_PX: f64 = 15.0;
const PORT_NEAR: f64 = 14.0;
/// A way is worth another try if it costs this much more than its straight length.
const ROUNDABOUT: f64 = 40.0;
/// The passes of untangling after each round of rerouting; in one that is `true` new ways are looked for, too. Before the first
/// round only the first pass is made.
const UNTANGLES: [bool; 3] = [false, true, false];

/// A routed tie.
#[derive(Clone, Debug, Default)]
pub(super) struct Way {
    /// From port to port, with the bends between; empty if there is none.
    pub points: Vec<Point>,
    /// What each of the points belongs to.
    pub joints: Vec<Joint>,
    /// What it cost when it was found, among the ties there were then; 0 for a way that was kept. Not what it costs now.
    pub cost: f64,
}

/// The plane to route in.
pub(super) struct Plane<'a> {
    /// The nodes' boxes.
    pub boxes: &'a [Rect],
    /// Which of them are round.
    pub round: &'a [bool],
    /// The camps' titles.
    pub titles: &'a [Rect],
    /// Camps' boxes.
    pub camps: &'a [Rect],
    /// The map's size.
    pub size: (f64, f64),
}

/// Routes every link, the best way found for each; `rounds` times rerouted, with at most `lanes` ties side by side
/// round a corner (0: straight ways only). `apart`: only ties that share an end are drawn together.
///
/// Ways that are `kept` from another width go round the same corners from the same sides as long as they are free; only
/// the others are looked for, among those.
pub(super) async fn route(
    plane: &Plane<'_>,
    links: &[Link],
    kept: Option<&Arrangement>,
    lanes: usize,
    rounds: usize,
    apart: bool,
) -> Vec<Way> {
    let mut router = Router::new(plane, lanes, apart);
    let mut ways = vec![Way::default(); links.len()];
    let kept = kept.map_or(&[][..], |kept| &kept.ways);
    for (index, (link, joints)) in links.iter().zip(kept).enumerate() {
        if let (Some(points), Some(way)) = (router.along(link, joints), ways.get_mut(index)) {
            router.put_in(links, index, &points);
            way.points = points;
        }
        pause().await;
    }
    let mut wanted = vec![false; plane.boxes.len()];
    let mut lost = false;
    for (link, way) in links.iter().zip(&ways) {
        if way.points.is_empty() {
            lost = true;
            put(&mut wanted, link.from, true);
            put(&mut wanted, link.to, true);
        }
    }
    if lost {
        // Few ties among many that stay: one lane does.
        let lanes = if kept.is_empty() { lanes } else { 1 };
        router.look(lanes, &wanted).await;
    }
    let lengths: Vec<f64> = links.iter().map(|link| router.straight(link)).collect();
    for index in ranked(&lengths) {
        if ways.get(index).is_some_and(|way| way.points.is_empty()) {
            let way = find(&router, &at(links, index), f64::INFINITY);
            router.put_in(links, index, &way.points);
            put(&mut ways, index, way);
            pause().await;
        }
    }
    for round in 0..=rounds {
        if round > 0 {
            router.reroute(links, &mut ways, &lengths).await;
        }
        // Ways that are kept stay as they are.
        let passes = if !kept.is_empty() {
            0
        } else if round == 0 {
            1
        } else {
            UNTANGLES.len()
        };
        for &anew in UNTANGLES.iter().take(passes) {
            for one in 0..links.len() {
                untangle(&mut router, links, &mut ways, one, anew);
                pause().await;
            }
        }
    }
    for (link, way) in links.iter().zip(&mut ways) {
        way.joints = router.joints(link, &way.points);
    }
    for (index, way) in ways.iter_mut().enumerate() {
        slide(&mut router, links, index, way);
        pause().await;
    }
    ways
}

/// The plane with the ties routed so far.
pub(super) struct Router<'a> {
    /// Where ties may go and bend.
    pub visibility: Visibility,
    /// Each node's ports.
    pub ports: Vec<Vec<Port>>,
    /// For each node, what its ports and the bends see of each other; nothing before somebody has [looked](Self::look).
    pub sights: Vec<Sights>,
    /// The nodes' boxes.
    pub boxes: &'a [Rect],
    /// The ties routed so far, and the camps' borders.
    pub traffic: Traffic,
    /// Each node's taken ports: link and place.
    taken: Vec<Vec<(usize, Point)>>,
}

impl<'a> Router<'a> {
    /// A plane without ties, on which nobody has [looked](Self::look) yet.
    pub(super) fn new(plane: &Plane<'a>, lanes: usize, apart: bool) -> Self {
        let mut obstacles = plane.boxes.to_vec();
        obstacles.extend(plane.titles);
        let boxes = plane.boxes.iter().zip(plane.round);
        let mut router = Self {
            visibility: Visibility::new(&obstacles, plane.size.0, plane.size.1, lanes),
            ports: boxes.map(|(rect, &round)| ports(rect, round)).collect(),
            sights: Vec::new(),
            boxes: plane.boxes,
            traffic: Traffic::new(apart),
            taken: vec![Vec::new(); plane.boxes.len()],
        };
        for camp in plane.camps {
            let [a, b, c, d] = camp.corners();
            router
                .traffic
                .add(BORDER, &Link::default(), &[a, b, c, d, a]);
        }
        router
    }

    /// Finds what the bends of the first `lanes` lanes see of each other, and of the ports of the nodes that are `wanted`.
    async fn look(&mut self, lanes: usize, wanted: &[bool]) {
        self.visibility.join(lanes).await;
        for (node, ports) in self.ports.iter().enumerate() {
            let ports = if at(wanted, node) { &ports[..] } else { &[] };
            self.sights.push(Sights::new(&self.visibility, ports, node));
            pause().await;
        }
    }

    /// The way along these joints, drawn tight; none if it is not free.
    ///
    /// A corner that it need not turn round any more it leaves out, and for a port that is taken it has one beside it.
    fn along(&self, link: &Link, joints: &[Joint]) -> Option<Vec<Point>> {
        let (&Joint::Port(first), &Joint::Port(last)) = (joints.first()?, joints.last()?) else {
            return None;
        };
        let mut bends = Vec::with_capacity(joints.len());
        for joint in joints {
            if let Joint::Bend(corner) = *joint {
                bends.push(self.visibility.bend(corner)?);
            }
        }
        loop {
            let beyond = match bends.first() {
                Some(bend) => bend.at,
                None => self.ports.get(link.to)?.get(last)?.at,
            };
            let start = self.port(link.from, first, beyond)?;
            let goal = self.port(link.to, last, bends.last().map_or(start.at, |bend| bend.at))?;
            if bends.is_empty() {
                exit_cost(&start, goal.at)?;
            }
            let mut points = vec![start.at];
            points.extend(bends.iter().map(|bend| bend.at));
            points.push(goal.at);
            if let Some(needless) = self.needless(&points, &bends) {
                bends.remove(needless);
                continue;
            }
            let step = |index: usize| at(&points, index + 1).from(at(&points, index));
            for index in 0..=bends.len() {
                let (from, to) = link.except(index == 0, index == bends.len());
                let turns_back = index > 0 && step(index - 1).dot(step(index)) < 0.0;
                let (a, b) = (at(&points, index), at(&points, index + 1));
                if turns_back || !self.visibility.sees(a, b, from, to) {
                    return None;
                }
            }
            return Some(points);
        }
    }

    /// The first of a way's bends that does not turn it round its corner.
    pub(super) fn needless(&self, points: &[Point], bends: &[Bend]) -> Option<usize> {
        let step = |index: usize| at(points, index + 1).from(at(points, index));
        bends.iter().enumerate().position(|(index, bend)| {
            let (into, out) = (step(index), step(index + 1));
            let within = self.visibility.middle(bend.corner).from(bend.at);
            !bend.tangent(into) || !bend.tangent(out) || into.cross(out) * into.cross(within) < 0.0
        })
    }

    /// What each of a way's points belongs to.
    fn joints(&self, link: &Link, points: &[Point]) -> Vec<Joint> {
        let mut joints = Vec::new();
        for (index, p) in points.iter().enumerate() {
            let node = match index {
                0 => link.from,
                _ if index + 1 == points.len() => link.to,
                _ => usize::MAX,
            };
            let mut bends = self.visibility.bends.iter();
            if let Some(port) = self.port_at(node, p) {
                joints.push(Joint::Port(port));
            } else if let Some(bend) = bends.find(|bend| bend.at == *p) {
                joints.push(Joint::Bend(bend.corner));
            }
        }
        joints
    }

    /// The port of a node at this place, by index.
    pub(super) fn port_at(&self, node: usize, p: &Point) -> Option<usize> {
        self.ports.get(node)?.iter().position(|port| port.at == *p)
    }

    /// The free port nearest to one, on the same side, from which the way `beyond` can be taken.
    fn port(&self, node: usize, wanted: usize, beyond: Point) -> Option<Port> {
        let ports = self.ports.get(node)?;
        let wanted = ports.get(wanted)?;
        let mut best: Option<(f64, Port)> = None;
        for port in ports.iter().filter(|port| port.out == wanted.out) {
            let off = port.at.distance(wanted.at);
            if best.is_none_or(|(least, _)| off < least)
                && self.port_cost(node, port) < PORT_TAKEN
                && exit_cost(port, beyond).is_some()
            {
                best = Some((off, *port));
            }
        }
        Some(best?.1)
    }

    fn straight(&self, link: &Link) -> f64 {
        at(self.boxes, link.from)
            .centre()
            .distance(at(self.boxes, link.to).centre())
    }

    /// Looks for each way once more among the others: those first that are the most roundabout beside their `lengths` straight
    /// on; a straight one with nothing across it stays.
    async fn reroute(&mut self, links: &[Link], ways: &mut [Way], lengths: &[f64]) {
        let excess: Vec<f64> = ways
            .iter()
            .zip(lengths)
            .map(|(way, length)| length - way.cost)
            .collect();
        for index in ranked(&excess) {
            if at(&excess, index) > -ROUNDABOUT {
                break;
            }
            self.take_out(links, index);
            if let Some(way) = ways.get_mut(index) {
                let link = at(links, index);
                let found = find(self, &link, way_cost(self, &link, &way.points));
                if !found.points.is_empty() {
                    *way = found;
                }
                self.put_in(links, index, &way.points);
            }
            pause().await;
        }
    }

    /// Adds a link's way.
    pub(super) fn put_in(&mut self, links: &[Link], index: usize, points: &[Point]) {
        let link = at(links, index);
        self.traffic.add(index, &link, points);
        for (node, place) in [(link.from, points.first()), (link.to, points.last())] {
            if let (Some(taken), Some(&place)) = (self.taken.get_mut(node), place) {
                taken.push((index, place));
            }
        }
    }

    /// Takes a link's way away.
    pub(super) fn take_out(&mut self, links: &[Link], index: usize) {
        let link = at(links, index);
        self.traffic.remove(index);
        for node in [link.from, link.to] {
            if let Some(taken) = self.taken.get_mut(node) {
                taken.retain(|&(other, _)| other != index);
            }
        }
    }

    /// What using a port costs, whatever the way beyond.
    pub(super) fn port_cost(&self, node: usize, port: &Port) -> f64 {
        let mut cost = port.off * OFF_PER_PX;
        for &(_, place) in self.taken.get(node).into_iter().flatten() {
            let distance = place.distance(port.at);
            if distance < PORTS_APART_PX {
                cost += PORT_TAKEN;
            } else if distance < PORTS_AIRY_PX {
                cost += PORT_NEAR * (PORTS_AIRY_PX - distance) / (PORTS_AIRY_PX - PORTS_APART_PX);
            }
        }
        cost
    }

    /// The traffic that is in a tie's way, if that is only a part of it.
    pub(super) fn among(&self, link: &Link) -> Option<Traffic> {
        self.traffic.of(link)
    }

    /// What lies beside and across a straight piece of way, with the ties that it goes [among](Self::among). Where that is more than
    /// the `limit`, something above it.
    pub(super) fn piece_cost(
        &self,
        among: Option<&Traffic>,
        pricing: Pricing,
        link: &Link,
        (a, b): (Point, Point),
        limit: f64,
    ) -> f64 {
        let traffic = among.unwrap_or(&self.traffic);
        let hug = match pricing {
            Pricing::Search => HUG,
            Pricing::Slide => SLIDE_HUG,
        };
        traffic.cost(pricing, link, (a, b), limit)
            + hug * self.visibility.crowding(a, b, link.from, link.to)
    }
}
