//! What of a scene another width can keep: which camp stands where, who stands in which row, how each tie runs.

use super::draft::Draft;
use super::geometry::Point;
use super::index::{at, put};
use super::place::Placement;
use super::route::Way;
use super::rows::Site;
use super::spacing::Spacing;
use super::survey::Survey;
use super::territories::Floorplan;

/// The camps of a map from top to bottom, in each band from left to right, in each column from top to bottom.
pub(super) type Bands = Vec<Vec<Vec<usize>>>;

/// A scene without its measures.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Arrangement {
    /// The distances it was found with.
    pub spacing: Spacing,
    /// Where the groups stand.
    pub bands: Bands,
    /// Where each node stands in its group.
    pub seats: Vec<Seat>,
    /// Each link's way.
    pub ways: Vec<Vec<Joint>>,
    /// The lanes there were round each corner.
    pub lanes: usize,
    /// What a reader would mind in the scene, see [`super::compose::faults`].
    pub faults: usize,
}

/// A node's place in its group.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Seat {
    /// The row, from the top.
    pub row: usize,
    /// Where its centre is: 0 at the left bound of the group's boxes, 1 at the right one.
    pub share: f64,
}

/// A point of a way, by what it belongs to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Joint {
    /// A port of the box at this end, by index: boxes keep their size, and so their ports.
    Port(usize),
    /// A bend round a corner of a box or title.
    Bend(Corner),
}

/// A lane of a corner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Corner {
    /// Index of the box or title.
    pub obstacle: usize,
    /// Which of its corners, as [`super::Rect::corners`] gives them.
    pub corner: usize,
    /// Which lane, from the inmost: of the upright side, and of the level one.
    pub lanes: [usize; 2],
}

impl Corner {
    /// Whether it is a right one, and whether a lower one.
    pub(super) fn sides(self) -> [bool; 2] {
        [self.corner == 1 || self.corner == 2, self.corner >= 2]
    }
}

impl Arrangement {
    /// That of a placement with these ways and so many faults.
    pub(super) fn of(
        draft: &Draft,
        plan: &Floorplan,
        placement: &Placement,
        ways: &[Way],
        lanes: usize,
        faults: usize,
    ) -> Self {
        let all_bounds = draft.bounds(plan);
        let seat = |(node, centre): (usize, &Point)| {
            let bounds = at(&all_bounds, at(&draft.group_of, node));
            Seat {
                row: at(&placement.row, node),
                share: share(centre.x, bounds),
            }
        };
        Self {
            spacing: draft.spacing,
            bands: bands(plan),
            seats: placement.centres.iter().enumerate().map(seat).collect(),
            ways: ways.iter().map(|way| way.joints.clone()).collect(),
            lanes,
            faults,
        }
    }
}

fn bands(plan: &Floorplan) -> Bands {
    let columns = plan.bands.iter().map(|band| &band.columns);
    columns
        .map(|columns| columns.iter().map(|column| column.groups.clone()).collect())
        .collect()
}

/// The floorplan of groups in these bands; none if they are too wide, or not all of the draft's, each once.
pub(super) fn plan(draft: &Draft, bands: &Bands) -> Option<Floorplan> {
    let mut seen = vec![false; draft.groups.len()];
    for &group in bands.iter().flatten().flatten() {
        if std::mem::replace(seen.get_mut(group)?, true) {
            return None;
        }
    }
    if seen.contains(&false) {
        return None;
    }
    Survey::new(
        draft.graph,
        &draft.groups,
        &draft.boxes,
        &draft.spacing,
        draft.height,
    )
    .plan(bands)
}

/// How far a box's centre is from the left one of these bounds to the right one.
pub(super) fn share(x: f64, (left, right): (f64, f64)) -> f64 {
    (x - left) / (right - left)
}

/// Every node in the row of its seat, as far to the left or right; none if a row is too wide.
pub(super) fn seated(seats: &[Seat], site: &Site) -> Option<Placement> {
    let mut placement = Placement::new(site);
    for (node, seat) in seats.iter().enumerate() {
        let (left, right) = at(&site.bounds, at(site.group_of, node));
        put(&mut placement.row, node, seat.row);
        let x = left + seat.share * (right - left);
        put(&mut placement.centres, node, Point::new(x, 0.0));
    }
    for (index, group) in site.groups.iter().enumerate() {
        let (left, right) = at(&site.bounds, index);
        let rows = group.nodes.iter().map(|&node| at(&placement.row, node));
        for row in 0..=rows.max().unwrap_or(0) {
            if !placement.settle(site, index, row, left, right) {
                return None;
            }
        }
    }
    placement.stack(site);
    placement.round(site);
    Some(placement)
}
