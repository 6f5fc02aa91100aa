//! The visibility graph of the free plane: where a tie may bend, and which bends see each other.
//!
//! As in libavoid (Wybrow, Marriott, Stuckey: *Incremental Connector Routing*, GD 2005): a shortest way round obstacles
//! bends only at their corners, and only along segments that are tangent there. Each corner has several bends at growing distances, *lanes*,
//! so that several ties may pass one corner side by side.
//!
//! Cost: with b bends, four to an obstacle and lane, and o obstacles O(b²) for what is tangent, O(o) more for each pair that is.
//! Limit: a corridor has the lanes that were asked for, whatever its width.

use super::arrangement::Corner;
use super::geometry::{Point, Rect, most};
use super::index::at;
use crate::pieces::pause;

/// The distances of the lanes from a box's sides: the first, and from one to the next.
const FIRST_LANE_PX: f64 = 5.0;
const LANE_PX: f64 = 3.0;
/// Ways are looked for on every second one; those between are for ties that would lie on one another ([`super::slide`]).
const WIDE: usize = 2;
/// The number of lanes.
const LANES: usize = 8;
/// What a straight piece keeps from every box; with rounded bends at least 3 px are left.
pub(super) const CLEARANCE_PX: f64 = 4.0;
/// A piece of way nearer to an obstacle's clearance than this hugs it: some 10 px from a box.
const HUG_PX: f64 = 6.0;
/// What a bend keeps from the map's edge.
const EDGE_PX: f64 = 3.0;

/// A place where a tie may bend.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Bend {
    /// Where.
    pub at: Point,
    /// What it lies round.
    pub corner: Corner,
    /// +1 where a segment tangent to the corner goes down to the right or up to the left, −1 where it goes up to the
    /// right or down to the left.
    slope: f64,
}

impl Bend {
    /// Whether a segment in this direction touches the corner instead of running into it.
    pub(super) fn tangent(&self, step: Point) -> bool {
        step.x * step.y * self.slope >= 0.0
    }
}

/// What is free, and how one gets about in it.
pub(super) struct Visibility {
    /// Obstacles grown by the clearance: the nodes' boxes in their order, then the titles.
    walls: Vec<Rect>,
    /// The same grown by [`HUG_PX`] more.
    halos: Vec<Rect>,
    /// Where bends may be.
    map: Rect,
    /// Places to bend.
    pub bends: Vec<Bend>,
    /// For each bend, the bends it sees: `neighbours[first[i]..first[i + 1]]`.
    neighbours: Vec<u32>,
    first: Vec<usize>,
}

impl Visibility {
    /// The graph for these obstacles on a map of this size, with at most `lanes` lanes round each corner. No bend has
    /// neighbours before they are [joined](Self::join).
    pub(super) fn new(obstacles: &[Rect], width: f64, height: f64, lanes: usize) -> Self {
        let walls: Vec<Rect> = obstacles
            .iter()
            .map(|rect| rect.grown(CLEARANCE_PX))
            .collect();
        let mut made = Self {
            halos: walls.iter().map(|wall| wall.grown(HUG_PX)).collect(),
            walls,
            map: Rect::new(0.0, 0.0, width, height).grown(-EDGE_PX),
            bends: Vec::new(),
            neighbours: Vec::new(),
            first: vec![0],
        };
        for obstacle in 0..obstacles.len() {
            for lane in 0..lanes {
                for corner in 0..4 {
                    let corner = Corner {
                        obstacle,
                        corner,
                        lanes: [lane * WIDE; 2],
                    };
                    made.bends.extend(made.bend(corner));
                }
            }
        }
        made
    }

    /// Where the bend round this corner is.
    fn place(&self, corner: Corner) -> Point {
        let [across, down] = corner
            .lanes
            .map(|lane| FIRST_LANE_PX - CLEARANCE_PX + lane as f64 * LANE_PX);
        let wall = at(&self.walls, corner.obstacle);
        let [is_right, is_low] = corner.sides();
        Point::new(
            if is_right {
                wall.right() + across
            } else {
                wall.x - across
            },
            if is_low {
                wall.bottom() + down
            } else {
                wall.y - down
            },
        )
    }

    /// The bend round this corner, if there is room for it.
    pub(super) fn bend(&self, corner: Corner) -> Option<Bend> {
        let place = self.place(corner);
        let [is_right, is_low] = corner.sides();
        let free = corner.lanes.iter().all(|&lane| lane < LANES)
            && self.map.holds(place)
            && !self.walls.iter().any(|wall| wall.holds(place));
        free.then_some(Bend {
            at: place,
            corner,
            slope: if is_right == is_low { -1.0 } else { 1.0 },
        })
    }

    /// Finds which bends of the first `lanes` lanes see each other; the others are not to be used.
    pub(super) async fn join(&mut self, lanes: usize) {
        self.bends
            .retain(|bend| bend.corner.lanes < [lanes * WIDE; 2]);
        let mut pairs: Vec<Vec<u32>> = vec![Vec::new(); self.bends.len()];
        for i in 0..self.bends.len() {
            self.pair(i, &mut pairs);
            pause().await;
        }
        for list in pairs {
            self.neighbours.extend(list);
            self.first.push(self.neighbours.len());
        }
    }

    /// Pairs a bend with those behind it that it sees.
    fn pair(&self, i: usize, pairs: &mut [Vec<u32>]) {
        let one = at(&self.bends, i);
        for (j, other) in self.bends.iter().enumerate().skip(i + 1) {
            let step = other.at.from(one.at);
            if one.tangent(step)
                && other.tangent(step)
                && self.sees(one.at, other.at, usize::MAX, usize::MAX)
            {
                if let Some(list) = pairs.get_mut(i) {
                    list.push(j as u32);
                }
                if let Some(list) = pairs.get_mut(j) {
                    list.push(i as u32);
                }
            }
        }
    }

    /// How a piece of way crowds the obstacles but the two named: for each the square of by how many px it comes nearer to its
    /// clearance than [`HUG_PX`].
    pub(super) fn crowding(&self, a: Point, b: Point, except: usize, and: usize) -> f64 {
        let mut sum = 0.0;
        for (i, (halo, wall)) in self.halos.iter().zip(&self.walls).enumerate() {
            if i != except && i != and && halo.hit_by(a, b) {
                let nearer = most(HUG_PX - wall.distance_to_segment(a, b), 0.0);
                sum += nearer * nearer;
            }
        }
        sum
    }

    /// The middle of the box or title that a corner is of.
    pub(super) fn middle(&self, corner: Corner) -> Point {
        at(&self.walls, corner.obstacle).centre()
    }

    /// The bends that a bend sees.
    pub(super) fn neighbours(&self, bend: usize) -> &[u32] {
        self.neighbours
            .get(at(&self.first, bend)..at(&self.first, bend + 1))
            .unwrap_or_default()
    }

    /// Whether nothing stands between two points but the two named obstacles.
    pub(super) fn sees(&self, a: Point, b: Point, except: usize, and: usize) -> bool {
        self.walls
            .iter()
            .enumerate()
            .all(|(i, wall)| !wall.hit_by(a, b) || i == except || i == and)
    }
}
