//! Placement: rows of boxes inside each territory.
//!
//! Boxes stand in rows, so they are aligned and can never overlap; which row, in what order and how far left or
//! right is found by a seeded local search (threshold accepting, Dueck and Scheuer 1990: like simulated annealing
//! without the exponential, which differs between machines). What it lowers is [`super::energy`].
//!
//! Cost: a step is the change of one box or two, judged by what it moves ([`super::energy`]). Limits: boxes stay in their camp's
//! territory and in rows; ties are straight lines, so what routing makes of a placement is not seen (`polish` sees it, for what is published).

use super::energy::Energy;
use super::geometry::{Point, Rect};
use super::index::{at, put};
use super::rng::Rng;
use super::rows::Site;
use crate::pieces::pause;

/// Rows get the heights of their boxes after so many tries.
const STEPS_PER_STACK: usize = 12;
/// Boxes this near to standing over each other are moved there…
const SNAP_PX: f64 = 24.0;
/// …if it costs less than this.
const SNAP_COST: f64 = 3.0;

/// Where everything stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Placement {
    /// Each node's row in its group.
    pub row: Vec<usize>,
    /// Each node's centre.
    pub centres: Vec<Point>,
    /// Each group's box.
    pub frames: Vec<Rect>,
    /// Each group's title, of no size if it has none.
    pub titles: Vec<Rect>,
    /// The height of all.
    pub height: f64,
    /// How it was judged, lower is better.
    pub energy: f64,
}

impl Placement {
    /// A placement of nothing yet: [`seat`](Self::seat) gives each node its row and place.
    pub(super) fn new(site: &Site) -> Self {
        let (nodes, groups) = (site.boxes.len(), site.groups.len());
        Self {
            row: vec![usize::MAX; nodes],
            centres: vec![Point::default(); nodes],
            frames: vec![Rect::default(); groups],
            titles: vec![Rect::default(); groups],
            ..Self::default()
        }
    }

    /// Betters the placement by `steps` tries, from rough to fine.
    ///
    /// Where there is height to spare, rows keep theirs for [`STEPS_PER_STACK`] tries: a box that joins another row then
    /// moves no third one, and the change is soon judged.
    pub(super) async fn search(&mut self, site: &Site<'_>, steps: usize, heat: f64, rng: &mut Rng) {
        let mut energy = Energy::new(site);
        energy.change(self);
        let (mut best, mut trial) = (self.clone(), self.clone());
        for step in 1..=steps {
            let rest = 1.0 - step as f64 / steps as f64;
            let threshold = heat * rest * rest;
            let mut accepted = false;
            if trial.vary(site, rest, rng) {
                trial.energy = energy.change(&trial);
                accepted = trial.energy < self.energy + threshold;
                if !accepted {
                    energy.undo();
                }
            }
            if accepted {
                self.copy(&trial);
            } else {
                trial.copy(self);
            }
            if step % STEPS_PER_STACK == 0 || step == steps {
                self.stack(site);
                self.energy = energy.change(self);
                trial.copy(self);
                if self.energy < best.energy {
                    best.copy(self);
                }
                pause().await;
            }
        }
        *self = best;
    }

    /// Stands boxes over each other where that costs next to nothing, and on whole pixels.
    pub(super) fn tidy(&mut self, site: &Site) {
        let mut energy = Energy::new(site);
        self.energy = energy.change(self);
        let mut trial = self.clone();
        for (group, &(left, right)) in site.bounds.iter().enumerate() {
            let nodes = site.groups.get(group).map_or(&[][..], |group| &group.nodes);
            for &node in nodes {
                let here = at(&self.centres, node);
                let mut marks = vec![(left + right) / 2.0];
                let row = at(&self.row, node);
                let beside = nodes
                    .iter()
                    .filter(|&&other| at(&self.row, other).abs_diff(row) == 1);
                marks.extend(beside.map(|&other| at(&self.centres, other).x));
                for mark in marks {
                    if mark == here.x || (mark - here.x).abs() > SNAP_PX {
                        continue;
                    }
                    put(&mut trial.centres, node, Point::new(mark, here.y));
                    if trial.settle(site, group, row, left, right)
                        && at(&trial.centres, node).x == mark
                    {
                        trial.energy = energy.change(&trial);
                        if trial.energy < self.energy + SNAP_COST {
                            self.copy(&trial);
                            break;
                        }
                        energy.undo();
                    }
                    trial.copy(self);
                }
            }
        }
        self.round(site);
    }

    /// Stands boxes on whole pixels.
    pub(super) fn round(&mut self, site: &Site) {
        for (centre, label) in self.centres.iter_mut().zip(site.boxes) {
            centre.x = (centre.x - label.width / 2.0 + 0.5).floor() + label.width / 2.0;
            centre.y = (centre.y - label.height / 2.0 + 0.5).floor() + label.height / 2.0;
        }
    }

    /// Becomes `other`, without allocating.
    fn copy(&mut self, other: &Self) {
        self.row.clone_from(&other.row);
        self.centres.clone_from(&other.centres);
        self.frames.clone_from(&other.frames);
        self.titles.clone_from(&other.titles);
        self.height = other.height;
        self.energy = other.energy;
    }

    /// Whether every px of height counts, so that no row may be taken for lower than it is.
    fn is_high(&self, site: &Site) -> bool {
        self.height > site.height.target
    }

    /// The middle of the nodes that a node is tied to.
    fn among_tied(&self, site: &Site, node: usize) -> Point {
        let (mut sum, mut count) = (Point::default(), 1e-9);
        for link in site.links {
            if link.from == node || link.to == node {
                sum = sum.along(at(&self.centres, link.from + link.to - node), 1.0);
                count += 1.0;
            }
        }
        Point::new(sum.x / count, sum.y / count)
    }

    /// One random change; `false` if it did not fit, with the placement half changed.
    pub(super) fn vary(&mut self, site: &Site, rest: f64, rng: &mut Rng) -> bool {
        let node = rng.below(site.boxes.len());
        let one = self.standing(site, node);
        // Of twenty changes seven are exchanges, five moves elsewhere, seven nudges, and one is a mirror image.
        match rng.below(20) {
            0..7 => self.exchange(site, &one, rng),
            7..12 => self.relocate(site, &one, rng),
            12..19 => self.nudge(site, &one, rest, rng),
            _ => {
                self.mirror(&one);
                true
            }
        }
    }

    /// Where a node stands and may stand.
    fn standing<'a>(&self, site: &Site<'a>, node: usize) -> Standing<'a> {
        let group = at(site.group_of, node);
        let (left, right) = at(&site.bounds, group);
        Standing {
            node,
            row: at(&self.row, node),
            here: at(&self.centres, node),
            group,
            nodes: site.groups.get(group).map_or(&[][..], |group| &group.nodes),
            left,
            right,
        }
    }

    /// Exchanges a node with another one of its group.
    fn exchange(&mut self, site: &Site, one: &Standing, rng: &mut Rng) -> bool {
        let other = at(one.nodes, rng.below(one.nodes.len()));
        let (other_row, there) = (at(&self.row, other), at(&self.centres, other));
        put(&mut self.row, one.node, other_row);
        put(&mut self.row, other, one.row);
        put(&mut self.centres, one.node, there);
        put(&mut self.centres, other, one.here);
        let fits = other != one.node && self.settle(site, one.group, one.row, one.left, one.right);
        if !fits || one.row == other_row {
            return fits;
        }
        if !self.settle(site, one.group, other_row, one.left, one.right) {
            return false;
        }
        if self.is_high(site) {
            self.stack(site);
        }
        true
    }

    /// Moves a node to any row and place of its group, or (the barycentre heuristic, Sugiyama 1981) near those it is tied to.
    fn relocate(&mut self, site: &Site, one: &Standing, rng: &mut Rng) -> bool {
        let rows = 2 + one
            .nodes
            .iter()
            .map(|&node| at(&self.row, node))
            .max()
            .unwrap_or(0);
        let mut target = rng.below(rows.min(one.nodes.len()));
        let mut x = one.left + rng.unit() * (one.right - one.left);
        if rng.below(3) > 0 {
            let wish = self.among_tied(site, one.node);
            x = wish.x.max(one.left).min(one.right);
            let off = |&&other: &&usize| (at(&self.centres, other).y - wish.y).abs();
            let nearest = one.nodes.iter().min_by(|a, b| off(a).total_cmp(&off(b)));
            target = at(&self.row, nearest.copied().unwrap_or(one.node));
        }
        let in_row = |row: usize| {
            let mut others = one.nodes.iter().filter(|&&other| other != one.node);
            others.find(|&&other| at(&self.row, other) == row)
        };
        let level = in_row(target).map(|&other| at(&self.centres, other).y);
        let restack = level.is_none() || in_row(one.row).is_none() || self.is_high(site);
        put(&mut self.row, one.node, target);
        put(
            &mut self.centres,
            one.node,
            Point::new(x, level.unwrap_or(one.here.y)),
        );
        if !self.settle(site, one.group, target, one.left, one.right) {
            return false;
        }
        if restack {
            self.stack(site);
        }
        true
    }

    /// Moves a node a little to the left or right: the less of the search is left, the less.
    fn nudge(&mut self, site: &Site, one: &Standing, rest: f64, rng: &mut Rng) -> bool {
        let by = (rng.unit() - 0.5) * (16.0 + 120.0 * rest);
        let place = Point::new(one.here.x + by, one.here.y);
        put(&mut self.centres, one.node, place);
        self.settle(site, one.group, one.row, one.left, one.right)
    }

    /// Mirrors a node's group from left to right.
    fn mirror(&mut self, one: &Standing) {
        for &node in one.nodes {
            let p = at(&self.centres, node);
            let x = one.left + one.right - p.x;
            put(&mut self.centres, node, Point::new(x, p.y));
        }
    }
}

/// Where a node stands, and where it may: within its group.
struct Standing<'a> {
    node: usize,
    row: usize,
    here: Point,
    group: usize,
    nodes: &'a [usize],
    /// The bounds of the group's boxes.
    left: f64,
    right: f64,
}
