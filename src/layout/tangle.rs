//! How tangled the drawn ties are: pairs that cross, pairs that could be taken for one.

use super::Graph;
use super::geometry::{Point, Rect, crosses, least, most, pieces};
use super::scene::{Scene, TiePath};

/// Two ties nearer than this for longer than that could be taken for one, in CSS px.
const JOINED_PX: f64 = 4.0;
const JOINED_RUN_PX: f64 = 24.0;

/// How tangled a scene is: numbers of pairs of clear ties.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tangle {
    /// Pairs that cross.
    pub crossings: usize,
    /// Pairs that run within [`JOINED_PX`] of each other for more than [`JOINED_RUN_PX`].
    pub joined: usize,
    /// Those of them that join the same two nodes, in whichever direction; there half a short tie's length is enough.
    pub twins: usize,
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
            let (cross, run) = pair(one, other);
            let is_joined = run > JOINED_RUN_PX;
            found.crossings += usize::from(cross);
            found.joined += usize::from(is_joined);
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

/// Whether two ties cross, and how long they run within [`JOINED_PX`] of each other.
fn pair(one: &TiePath, other: &TiePath) -> (bool, f64) {
    let (mut cross, mut run) = (false, 0.0);
    for (a, b) in pieces(&one.course) {
        let near = Rect::around(&[a, b]).grown(JOINED_PX);
        for (c, d) in pieces(&other.course) {
            if near.overlaps(&Rect::around(&[c, d]), 0.01) {
                cross |= crosses(a, b, c, d);
                run += shared_run(a, b, c, d);
            }
        }
    }
    (cross, run)
}

/// How much of the piece from `a` to `b` runs along the piece from `c` to `d`, nearer than [`JOINED_PX`].
fn shared_run(a: Point, b: Point, c: Point, d: Point) -> f64 {
    let (step, other) = (b.from(a), d.from(c));
    let (unit, length) = (step.unit(), step.length());
    if unit.cross(other.unit()).abs() > 0.3 {
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
        return if off_s.abs() < JOINED_PX {
            most(high - low, 0.0)
        } else {
            0.0
        };
    }
    let (first, last) = (
        s + (-JOINED_PX - off_s) / slope,
        s + (JOINED_PX - off_s) / slope,
    );
    low = most(low, least(first, last));
    high = least(high, most(first, last));
    most(high - low, 0.0)
}
