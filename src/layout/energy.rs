//! What a placement costs before anything is routed: ties taken as straight lines.
//!
//! Criteria and their order of weight follow the readability studies: boxes in a tie's way first, then crossings
//! (Purchase 1997) and their angles (Huang, Hong, Eades 2008), ties that leave a box in one direction, length.
//!
//! Cost: a change after which k of m ties lie otherwise O(k·(n + m)) for n boxes and titles; memory O(m·(n + m)). Limit: a straight
//! line through a box counts as dear, though the tie will go round it.

use super::geometry::{Point, Rect, bounds, crosses, exit_share};
use super::index::{at, put};
use super::place::Placement;
use super::rows::Site;

/// A tie that is drawn: two different nodes.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Link {
    /// Index in the graph's ties.
    pub tie: usize,
    /// Index of the node it starts at.
    pub from: usize,
    /// Index of the node it ends at.
    pub to: usize,
    /// Whether it is a tie of office.
    pub minor: bool,
}

impl Link {
    /// Whether both end at one node.
    pub(super) fn meets(&self, other: &Self) -> bool {
        (self.from == other.from)
            | (self.to == other.to)
            | (self.from == other.to)
            | (self.to == other.from)
    }

    /// The boxes that a piece of its way may touch: the one it starts at if the piece is the first, the one it ends at if it is
    /// the last; none (`usize::MAX`) else.
    pub(super) fn except(&self, first: bool, last: bool) -> (usize, usize) {
        let end = |is_end, node| if is_end { node } else { usize::MAX };
        (end(first, self.from), end(last, self.to))
    }
}

/// A box or title in the way costs this and [`BLOCKED_PER_PX`] for each px inside.
const BLOCKED: f64 = 36.0;
const BLOCKED_PER_PX: f64 = 0.5;
/// The way's clearance from boxes.
const CLEARANCE_PX: f64 = 5.0;
/// A crossing at a right angle costs this, one at a small angle up to twice as much.
const CROSSING: f64 = 55.0;
/// Two ties that leave a node in the same direction cost this.
const CROWDED: f64 = 30.0;
/// The same direction: within about 18 degrees.
const CROWDED_COSINE: f64 = 0.95;
/// A tie's length, per px; a tie of office is to be shorter.
const LENGTH_PER_PX: f64 = 0.11;
const MINOR_LENGTH_PER_PX: f64 = 0.16;
/// What a tie shorter than [`SHORTEST_PX`], too short for its arrow, costs: this at least, and up to [`SHORT`] more the shorter
/// it is.
const SHORT_AT_LEAST: f64 = 10.0;
const SHORT: f64 = 60.0;
const SHORTEST_PX: f64 = 20.0;
/// Per px over the target height ([`Height::excess`](super::height::Height::excess)).
const HEIGHT_PER_PX: f64 = 4.0;
/// Per px by which the gaps of a row differ.
const UNEVEN_PER_PX: f64 = 0.06;

/// The energy of a placement that changes step by step.
pub(super) struct Energy<'a> {
    site: &'a Site<'a>,
    /// Each node's box, then each group's title, with the clearance; of no size if there is none.
    walls: Vec<Rect>,
    lines: Vec<Line>,
    /// For each link, one row: its own cost, what each wall costs it, what each later link costs with it.
    terms: Vec<f64>,
    /// The sum of the terms.
    sum: f64,
    /// What the last change replaced.
    before: Before,
    /// How each pair of links meets, row by row.
    meetings: Vec<Meeting>,
    /// Which walls and lines the last change moved.
    moved: Moved,
}

/// How two ties meet at their ends.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Meeting {
    /// Nowhere.
    #[default]
    Nowhere,
    /// Both start, or both end, at one node.
    Alike,
    /// One starts where the other ends.
    InTurn,
    /// At both ends: they join the same two nodes.
    Parallel,
}

impl Meeting {
    fn of(one: &Link, other: &Link) -> Self {
        let alike = (one.from == other.from, one.to == other.to);
        let in_turn = (one.from == other.to, one.to == other.from);
        if alike == (true, true) || in_turn == (true, true) {
            Self::Parallel
        } else if alike.0 | alike.1 {
            Self::Alike
        } else if in_turn.0 | in_turn.1 {
            Self::InTurn
        } else {
            Self::Nowhere
        }
    }
}

#[derive(Default)]
struct Moved {
    /// Indexes of walls.
    walls: Vec<usize>,
    is_wall: Vec<bool>,
    is_line: Vec<bool>,
}

#[derive(Default)]
struct Before {
    walls: Vec<(usize, Rect)>,
    lines: Vec<(usize, Line)>,
    terms: Vec<(usize, f64)>,
    sum: f64,
}

/// A tie as a straight line between two borders.
#[derive(Clone, Copy, Debug, Default)]
struct Line {
    a: Point,
    b: Point,
    unit: Point,
    /// Upper left and lower right corner of the rectangle around it.
    low: Point,
    high: Point,
    /// Its length; negative if the boxes overlap along it.
    length: f64,
}

impl<'a> Energy<'a> {
    /// The energy for a site, before any placement.
    pub(super) fn new(site: &'a Site<'a>) -> Self {
        let (walls, links) = (site.boxes.len() + site.groups.len(), site.links.len());
        let meetings = |one| site.links.iter().map(move |other| Meeting::of(one, other));
        Self {
            site,
            walls: vec![Rect::new(f64::NAN, f64::NAN, 0.0, 0.0); walls],
            lines: vec![Line::default(); links],
            terms: vec![0.0; links * (1 + walls + links)],
            sum: 0.0,
            before: Before::default(),
            meetings: site.links.iter().flat_map(meetings).collect(),
            moved: Moved {
                is_wall: vec![false; walls],
                is_line: vec![false; links],
                ..Moved::default()
            },
        }
    }

    /// Changes to another placement and returns its energy, lower is better.
    pub(super) fn change(&mut self, placement: &Placement) -> f64 {
        self.before.walls.clear();
        self.before.lines.clear();
        self.before.terms.clear();
        self.before.sum = self.sum;
        self.move_walls(placement);
        self.move_lines(placement);
        let Self {
            site,
            walls,
            lines,
            terms,
            sum,
            before,
            meetings,
            moved,
        } = self;
        let count = lines.len();
        let (first_pair, row) = (1 + walls.len(), 1 + walls.len() + count);
        let mut set = |index: usize, term: f64| {
            if let Some(old) = terms.get_mut(index)
                && *old != term
            {
                before.terms.push((index, *old));
                *sum += term - *old;
                *old = term;
            }
        };
        for (index, (link, line)) in site.links.iter().zip(lines.iter()).enumerate() {
            if !at(&moved.is_line, index) {
                for &wall in &moved.walls {
                    if let Some(rect) = walls.get(wall) {
                        set(index * row + 1 + wall, blocked(link, line, wall, rect));
                    }
                }
                continue;
            }
            set(index * row, own(link, line));
            for (wall, rect) in walls.iter().enumerate() {
                set(index * row + 1 + wall, blocked(link, line, wall, rect));
            }
            let met = meetings.get(index * count..).unwrap_or_default();
            let others = lines.iter().zip(met).zip(&moved.is_line).enumerate();
            for (other, ((other_line, &meeting), &is_moved)) in others {
                // Of two that moved, each pair once.
                if other > index || !is_moved {
                    let pair = index.min(other) * row + first_pair + index.max(other);
                    set(pair, crossed(meeting, line, other_line));
                }
            }
        }
        let excess = self.site.height.excess(placement.height);
        self.sum + excess * HEIGHT_PER_PX + uneven(self.site, placement)
    }

    /// Takes the last change back.
    pub(super) fn undo(&mut self) {
        for &(wall, rect) in &self.before.walls {
            put(&mut self.walls, wall, rect);
        }
        for &(index, line) in &self.before.lines {
            put(&mut self.lines, index, line);
        }
        for &(index, term) in self.before.terms.iter().rev() {
            put(&mut self.terms, index, term);
        }
        self.sum = self.before.sum;
    }

    /// Moves the walls to where the placement has them.
    fn move_walls(&mut self, placement: &Placement) {
        self.moved.walls.clear();
        let nodes = self
            .site
            .boxes
            .iter()
            .zip(&placement.centres)
            .map(|(label, centre)| {
                let (width, height) = (label.width, label.height);
                Rect::new(
                    centre.x - width / 2.0,
                    centre.y - height / 2.0,
                    width,
                    height,
                )
                .grown(CLEARANCE_PX)
            });
        let titles = placement.titles.iter().map(|&title| {
            if title.width > 0.0 {
                title.grown(CLEARANCE_PX)
            } else {
                title
            }
        });
        let places = nodes.chain(titles).zip(&mut self.walls);
        let places = places.zip(&mut self.moved.is_wall).enumerate();
        for (wall, ((now, old), is_moved)) in places {
            // Not a number, as at the start, differs from every place.
            *is_moved = now.x != old.x || now.y != old.y;
            if *is_moved {
                self.before.walls.push((wall, *old));
                *old = now;
                self.moved.walls.push(wall);
            }
        }
    }

    /// Moves the lines whose ends have moved.
    fn move_lines(&mut self, placement: &Placement) {
        for (index, link) in self.site.links.iter().enumerate() {
            let is_moved = at(&self.moved.is_wall, link.from) || at(&self.moved.is_wall, link.to);
            put(&mut self.moved.is_line, index, is_moved);
            if is_moved {
                let line = self.line(link, placement);
                self.before.lines.push((index, at(&self.lines, index)));
                put(&mut self.lines, index, line);
            }
        }
    }

    fn line(&self, link: &Link, placement: &Placement) -> Line {
        let (from, to) = (
            at(&placement.centres, link.from),
            at(&placement.centres, link.to),
        );
        let step = to.from(from);
        let (leave, enter) = (self.exit(link.from, step), self.exit(link.to, step));
        let (a, b) = (
            from.along(step, leave.min(0.5)),
            to.along(step, -enter.min(0.5)),
        );
        let (low, high) = bounds(a, b);
        Line {
            a,
            b,
            low,
            high,
            unit: step.unit(),
            length: (1.0 - leave - enter) * step.length(),
        }
    }

    /// Which share of a step from (or to) a node's centre lies within its box.
    fn exit(&self, node: usize, step: Point) -> f64 {
        let label = self.site.boxes.get(node);
        label.map_or(0.0, |label| exit_share(label.width, label.height, step))
    }
}

/// What a box or title in its way costs a tie.
#[inline(always)]
fn blocked(link: &Link, line: &Line, wall: usize, rect: &Rect) -> f64 {
    // `|` instead of `||`: one branch, not six, in the innermost loop.
    let (right, bottom) = (rect.x + rect.width, rect.y + rect.height);
    let beside = (line.high.x <= rect.x)
        | (line.low.x >= right)
        | (line.high.y <= rect.y)
        | (line.low.y >= bottom);
    if beside | (wall == link.from) | (wall == link.to) {
        return 0.0;
    }
    let inside = rect.clip(line.a, line.b);
    inside.map_or(0.0, |(enter, leave)| {
        BLOCKED + (leave - enter) * line.length * BLOCKED_PER_PX
    })
}

/// What a tie costs by itself.
fn own(link: &Link, line: &Line) -> f64 {
    let length = line.length.max(0.0);
    let per_px = if link.minor {
        MINOR_LENGTH_PER_PX
    } else {
        LENGTH_PER_PX
    };
    let short = if length < SHORTEST_PX {
        SHORT_AT_LEAST + SHORT * (1.0 - length / SHORTEST_PX)
    } else {
        0.0
    };
    length * per_px + short
}

/// What two ties cost that cross, or leave one node in the same direction.
#[inline(always)]
fn crossed(meeting: Meeting, line: &Line, other: &Line) -> f64 {
    let along = match meeting {
        Meeting::Nowhere => {
            let beside = (line.high.x < other.low.x) | (line.low.x > other.high.x);
            if beside | (line.high.y < other.low.y) | (line.low.y > other.high.y)
                || !crosses(line.a, line.b, other.a, other.b)
            {
                return 0.0;
            }
            return CROSSING * (2.0 - line.unit.cross(other.unit).abs());
        }
        Meeting::Parallel => return 0.0,
        Meeting::Alike => line.unit.dot(other.unit),
        Meeting::InTurn => -line.unit.dot(other.unit),
    };
    CROWDED * ((along - CROWDED_COSINE) / (1.0 - CROWDED_COSINE)).max(0.0)
}

/// How unevenly the boxes stand in their territories: more room on one side than on the other.
fn uneven(site: &Site, placement: &Placement) -> f64 {
    let mut sum = 0.0;
    for (group, &(left, right)) in site.bounds.iter().enumerate() {
        let (mut low, mut high) = (right, left);
        for &node in site.groups.get(group).iter().flat_map(|group| &group.nodes) {
            let half = site.boxes.get(node).map_or(0.0, |label| label.width / 2.0);
            let x = at(&placement.centres, node).x;
            low = low.min(x - half);
            high = high.max(x + half);
        }
        sum += ((low - left) - (right - high)).abs() * UNEVEN_PER_PX;
    }
    sum
}
