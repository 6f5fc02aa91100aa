//! How tangled the drawn ties are: pairs that cross, pairs that could be taken for one.

use super::Graph;
use super::geometry::{Point, Rect, crosses, least, most, pieces};
use super::scene::{Scene, TiePath};

/// Two ties nearer than this for longer than that could be taken for one, in CSS px.
const JOINED_PX: f64 = 4.0;
const JOINED_RUN_PX: f64 = 24.0;
/// The greatest sine of the angle between them: some 17 degrees.
const JOINED_SINE: f64 = 0.3;
/// Two ties' middle lines nearer than this lie on one another, in CSS px: a line is 1.5 to 2.5 px wide…
const OVERLAID_PX: f64 = 2.5;
/// …and their sine is no greater than this, some 8 degrees: else they only cross.
const OVERLAID_SINE: f64 = 0.14;
/// From so many CSS px on it is seen.
const OVERLAID_RUN_PX: f64 = 8.0;
/// At a port that two ties share they may, for so many CSS px: an arrowhead's length and a little.
const PORT_PX: f64 = 12.0;

/// How tangled a scene is: numbers of pairs of clear ties.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tangle {
    /// Pairs that cross.
    pub crossings: usize,
    /// Pairs that run within [`JOINED_PX`] of each other for more than [`JOINED_RUN_PX`].
    pub joined: usize,
    /// Those of them that join the same two nodes, in whichever direction; there half a short tie's length is enough.
    pub twins: usize,
    /// Pairs that lie on one another: nearer than [`OVERLAID_PX`] and nearly parallel for more than [`OVERLAID_RUN_PX`],
    /// less [`PORT_PX`] at each port that they share.
    pub overlaid: usize,
    /// For how long these do, in CSS px, summed over the pairs.
    pub overlaid_px: f64,
}

/// Counts the tangled pairs of a scene that was made of a graph.
pub(super) fn tangle(graph: &Graph, scene: &Scene) -> Tangle {
    let drawn: Vec<(&TiePath, Rect)> = scene
        .ties
        .iter()
        .filter(|path| path.clear && path.course.len() > 1)
        .map(|path| (path, Rect::around(&path.course).grown(JOINED_PX)))
        .collect();
    let mut found = Tangle::default();
    for (i, (one, one_extent)) in drawn.iter().enumerate() {
        for (other, other_extent) in drawn.iter().skip(i + 1) {
            if !one_extent.overlaps(other_extent, 0.0) {
                continue;
            }
            let (cross, run, overlaid) = pair(one, other);
            let is_joined = run > JOINED_RUN_PX;
            found.crossings += usize::from(cross);
            found.joined += usize::from(is_joined);
            if overlaid > OVERLAID_RUN_PX {
                found.overlaid += 1;
                found.overlaid_px += overlaid;
            }
            if run > 0.0 && ends(graph, one) == ends(graph, other) {
                let short = least(length(one), length(other)) / 2.0;
                found.twins += usize::from(run > least(JOINED_RUN_PX, short));
            }
        }
    }
    found
}

/// The lesser and the greater of a tie's two nodes.
fn ends(graph: &Graph, path: &TiePath) -> Option<(usize, usize)> {
    let tie = graph.ties.get(path.tie)?;
    Some((tie.from.min(tie.to), tie.from.max(tie.to)))
}

/// The length of a tie's course, in CSS px.
pub(super) fn length(path: &TiePath) -> f64 {
    pieces(&path.course).map(|(a, b)| a.distance(b)).sum()
}

/// Whether two ties cross, how long they run within [`JOINED_PX`] of each other, and how long on one another.
fn pair(one: &TiePath, other: &TiePath) -> (bool, f64, f64) {
    let (mut cross, mut run, mut overlaid) = (false, 0.0, 0.0);
    for (a, b) in pieces(&one.course) {
        let near = Rect::around(&[a, b]).grown(JOINED_PX);
        for (c, d) in pieces(&other.course) {
            if near.overlaps(&Rect::around(&[c, d]), 0.01) {
                cross |= crosses(a, b, c, d);
                run += shared_run((a, b), (c, d), JOINED_PX, JOINED_SINE);
                overlaid += shared_run((a, b), (c, d), OVERLAID_PX, OVERLAID_SINE);
            }
        }
    }
    let ends = |path: &TiePath| [path.course.first().copied(), path.course.last().copied()];
    for end in ends(one).into_iter().flatten() {
        for other in ends(other).into_iter().flatten() {
            if end.distance(other) < OVERLAID_PX {
                overlaid -= PORT_PX;
            }
        }
    }
    (cross, run, overlaid)
}

/// How much of the piece from `a` to `b` runs along the piece from `c` to `d`, nearer than `near` and at an angle of at most
/// this `sine`.
fn shared_run((a, b): (Point, Point), (c, d): (Point, Point), near: f64, sine: f64) -> f64 {
    let (step, other) = (b.from(a), d.from(c));
    let (unit, length) = (step.unit(), step.length());
    if unit.cross(other.unit()).abs() > sine {
        return 0.0;
    }
    // The other piece's ends: how far along, how far off. Off changes evenly with along.
    let (s, t) = (unit.dot(c.from(a)), unit.dot(d.from(a)));
    let (off_s, off_t) = (unit.cross(c.from(a)), unit.cross(d.from(a)));
    let (mut low, mut high) = (most(least(s, t), 0.0), least(most(s, t), length));
    let slope = if s == t {
        0.0
    } else {
        (off_t - off_s) / (t - s)
    };
    if slope == 0.0 {
        return if off_s.abs() < near {
            most(high - low, 0.0)
        } else {
            0.0
        };
    }
    let (first, last) = (s + (-near - off_s) / slope, s + (near - off_s) / slope);
    low = most(low, least(first, last));
    high = least(high, most(first, last));
    most(high - low, 0.0)
}
