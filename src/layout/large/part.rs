//! From steps to px: a scale at which the dots fit, and dots that are too near pushed apart.
//!
//! Pairs nearer than [`DOT_GAP_PX`] are projected to that distance, each half of the way, round by round, neighbours
//! found on a grid; what many rounds do not settle gets more room. `O(n)` a round.

use super::super::geometry::Point;
use super::super::index::at;
use super::DOT_GAP_PX;

/// So many rounds before there is more room.
const ROUNDS: usize = 60;
/// How much more, each way, and how often at most.
const GROWTH: f64 = 1.2;
const ATTEMPTS: usize = 24;
/// This part of the dots may have their nearest neighbour too near before they are pushed apart.
const CROWDED: f64 = 0.3;
/// The least and the greatest room per dot, in squares of the gap.
const ROOM: (f64, f64) = (3.0, 7.0);

/// Scales all components alike, from steps to px.
pub(super) fn scale(components: &mut [Vec<Point>]) {
    let (mut nearest, mut area, mut dots) = (Vec::new(), 0.0, 0.0);
    for points in components.iter().filter(|points| points.len() > 1) {
        let bounds = Bounds::of(points);
        // Of a component on a line, the line is broad.
        area += bounds.width.max(1.0) * bounds.height.max(1.0);
        dots += points.len() as f64;
        nearest.extend(nearest_distances(points, &bounds));
    }
    if nearest.is_empty() {
        return;
    }
    let crowded = quantile(&nearest, CROWDED);
    let per_dot = (area / dots).sqrt();
    let (least, most) = (
        ROOM.0.sqrt() * DOT_GAP_PX / per_dot,
        ROOM.1.sqrt() * DOT_GAP_PX / per_dot,
    );
    let wanted = DOT_GAP_PX / crowded;
    let scale = if wanted > least {
        wanted.min(most)
    } else {
        least
    };
    for point in components.iter_mut().flatten() {
        *point = Point::new(point.x * scale, point.y * scale);
    }
}

/// Pushes dots apart until every two have [`DOT_GAP_PX`] between their centres.
pub(super) fn part(points: &mut [Point]) {
    for _ in 0..ATTEMPTS {
        for _ in 0..ROUNDS {
            if !push(points) {
                return;
            }
        }
        for point in points.iter_mut() {
            *point = Point::new(point.x * GROWTH, point.y * GROWTH);
        }
    }
}

/// One round; false if nothing was too near.
fn push(points: &mut [Point]) -> bool {
    // A little more than is asked for, so that rounding and moving leave enough.
    let (least, gap) = (DOT_GAP_PX * 1.000_001, DOT_GAP_PX * 1.001);
    let mut pushed = false;
    Grid::new(points, gap).pairs(points, |one, other, points| {
        let (a, b) = (at(points, one), at(points, other));
        let (mut x, mut y) = (a.x - b.x, a.y - b.y);
        let apart = (x * x + y * y).sqrt();
        if apart >= least {
            return;
        }
        pushed = true;
        if apart < 1e-6 {
            // On one spot: a direction of each pair's own.
            let turn = ((one * 7 + other * 13) % 16) as f64 / 8.0 - 1.0;
            (x, y) = (1.0 - turn * turn, turn);
        }
        let share = (gap - apart) / 2.0 / (x * x + y * y).sqrt();
        if let Some(point) = points.get_mut(one) {
            *point = Point::new(a.x + x * share, a.y + y * share);
        }
        if let Some(point) = points.get_mut(other) {
            *point = Point::new(b.x - x * share, b.y - y * share);
        }
    });
    pushed
}

/// The number that this part of all is less than, by bisection: good enough without a sort.
fn quantile(numbers: &[f64], part: f64) -> f64 {
    let wanted = numbers.len() as f64 * part;
    let (mut low, mut high) = (0.0, numbers.iter().copied().fold(0.0, f64::max));
    for _ in 0..30 {
        let middle = (low + high) / 2.0;
        let less = numbers.iter().filter(|&&number| number < middle).count();
        if (less as f64) < wanted {
            low = middle;
        } else {
            high = middle;
        }
    }
    high
}

/// How far each dot's nearest neighbour is, as far as it lies within two cells of a grid with a dot per cell.
fn nearest_distances(points: &[Point], bounds: &Bounds) -> Vec<f64> {
    let side = (bounds.width.max(1.0) * bounds.height.max(1.0) / points.len() as f64).sqrt();
    let mut nearest = vec![2.0 * side; points.len()];
    Grid::new(points, side).pairs(points.to_vec().as_mut_slice(), |one, other, points| {
        let apart = at(points, one).distance(at(points, other));
        for end in [one, other] {
            if let Some(known) = nearest.get_mut(end) {
                *known = known.min(apart);
            }
        }
    });
    nearest
}

/// The rectangle around some points.
pub(super) struct Bounds {
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
}

impl Bounds {
    pub(super) fn of(points: &[Point]) -> Self {
        let (mut left, mut top) = (f64::INFINITY, f64::INFINITY);
        let (mut right, mut bottom) = (f64::NEG_INFINITY, f64::NEG_INFINITY);
        for point in points {
            (left, right) = (left.min(point.x), right.max(point.x));
            (top, bottom) = (top.min(point.y), bottom.max(point.y));
        }
        Self {
            left,
            top,
            width: (right - left).max(0.0),
            height: (bottom - top).max(0.0),
        }
    }
}

/// Points by the square cells they lie in.
struct Grid {
    columns: usize,
    /// Where each cell's points begin in `members`; one more than cells.
    starts: Vec<u32>,
    members: Vec<u32>,
}

impl Grid {
    /// Cells of this side, or larger ones where they would be very many more than the points.
    fn new(points: &[Point], side: f64) -> Self {
        let bounds = Bounds::of(points);
        let most = (4 * points.len() + 64) as f64;
        let mut side = side;
        while (bounds.width / side + 1.0) * (bounds.height / side + 1.0) > most {
            side *= 2.0;
        }
        let columns = (bounds.width / side) as usize + 1;
        let rows = (bounds.height / side) as usize + 1;
        let cell = |point: &Point| {
            let column = ((point.x - bounds.left) / side) as usize;
            let row = ((point.y - bounds.top) / side) as usize;
            row.min(rows - 1) * columns + column.min(columns - 1)
        };
        let mut starts = vec![0_u32; columns * rows + 1];
        let cells: Vec<usize> = points.iter().map(cell).collect();
        for &cell in &cells {
            if let Some(count) = starts.get_mut(cell + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut next = starts.clone();
        let mut members = vec![0; points.len()];
        for (index, &cell) in cells.iter().enumerate() {
            if let Some(place) = next.get_mut(cell) {
                super::put(&mut members, *place as usize, index as u32);
                *place += 1;
            }
        }
        Self {
            columns,
            starts,
            members,
        }
    }

    fn members(&self, cell: usize) -> &[u32] {
        let (start, end) = (at(&self.starts, cell), at(&self.starts, cell + 1));
        self.members
            .get(start as usize..end as usize)
            .unwrap_or_default()
    }

    /// Calls `act` for every two points in one cell or in cells that touch, each pair once, in a fixed order.
    fn pairs(&self, points: &mut [Point], mut act: impl FnMut(usize, usize, &mut [Point])) {
        let columns = self.columns;
        for cell in 0..self.starts.len() - 1 {
            let own = self.members(cell);
            let column = cell % columns;
            for (place, &one) in own.iter().enumerate() {
                for &other in own.iter().skip(place + 1) {
                    act(one as usize, other as usize, points);
                }
                let below = cell + columns;
                let beside = [
                    (column + 1 < columns).then_some(cell + 1),
                    (column > 0).then(|| below - 1),
                    Some(below),
                    (column + 1 < columns).then_some(below + 1),
                ];
                for cell in beside.into_iter().flatten() {
                    for &other in self.members(cell) {
                        act(one as usize, other as usize, points);
                    }
                }
            }
        }
    }
}
