//! Words on ties, where there is room for them: on the tie's own line, clear of everything else.
//!
//! Greedy by weight over candidate places along the course, nearest the middle first; with candidates this few per
//! tie the exact problem (NP-hard in general) gains little. A tie without room keeps no words: the view names it elsewhere.

use super::Tie;
use super::course::CLEARANCE_PX;
use super::geometry::{Point, Rect};
use super::index::{at, ranked};
use super::metrics::{TIE_TYPE_PX, text_width};
use super::scene::{TextLine, TieLabel, TiePath};

/// Height of the words' box.
const HEIGHT_PX: f64 = 14.0;
/// From its top to the baseline.
const ASCENT_PX: f64 = 10.6;
/// Between the words and the sides of their box.
const PAD_PX: f64 = 3.0;
/// What the words keep from boxes, titles and heads.
const GAP_PX: f64 = 3.0;
/// The tie shows at least this much on both sides of its words together.
const SHOWN_PX: f64 = 34.0;
/// From one candidate place to the next.
const STEP_PX: f64 = 7.0;

/// Sets the labels of the clear paths. `blocks` are the boxes and titles; `camps` have borders to keep off if there is
/// another place; all stays within the map's size.
pub(super) fn set_labels(
    ties: &[Tie],
    paths: &mut [TiePath],
    blocks: &[Rect],
    camps: &[Rect],
    size: (f64, f64),
) {
    let map = Rect::new(0.0, 0.0, size.0, size.1).grown(-2.0);
    let keys: Vec<f64> = ties.iter().map(|tie| -f64::from(tie.weight)).collect();
    let mut set: Vec<Rect> = Vec::new();
    let heads = paths.iter().filter(|path| !path.course.is_empty());
    let heads: Vec<Rect> = heads.map(|path| Rect::around(&path.head)).collect();
    let extents: Vec<Rect> = paths
        .iter()
        .map(|path| Rect::around(&path.course))
        .collect();
    for index in ranked(&keys) {
        let (Some(tie), Some(path)) = (ties.get(index), paths.get(index)) else {
            continue;
        };
        let words = tie.label.trim();
        if words.is_empty() || !path.clear || path.course.len() < 2 {
            continue;
        }
        let width = text_width(words, TIE_TYPE_PX, true);
        let free = |rect: &Rect| {
            rect.x >= map.x
                && rect.y >= map.y
                && rect.right() <= map.right()
                && rect.bottom() <= map.bottom()
                && !blocks.iter().any(|block| rect.overlaps(block, GAP_PX))
                && !set.iter().any(|other| rect.overlaps(other, GAP_PX))
                && !heads.iter().any(|head| rect.overlaps(head, GAP_PX))
                && !paths.iter().zip(&extents).any(|(other, extent)| {
                    other.tie != path.tie && other.clear && meets(rect, other, extent)
                })
        };
        let off_borders =
            |rect: &Rect| free(rect) && !camps.iter().any(|camp| on_border(rect, camp));
        let width_px = width + 2.0 * PAD_PX;
        let found = place(&path.course, width_px, &off_borders)
            .or_else(|| place(&path.course, width_px, &free));
        let Some(rect) = found else { continue };
        let line = TextLine {
            from_right: false,
            text: words.into(),
            at: Point::new(rect.x + PAD_PX, rect.y + ASCENT_PX),
            width,
        };
        set.push(rect);
        if let Some(path) = paths.get_mut(index) {
            path.label = Some(TieLabel { rect, line });
        }
    }
}

/// The free place nearest the middle of a course for a box of this width.
fn place(course: &[Point], width: f64, free: &dyn Fn(&Rect) -> bool) -> Option<Rect> {
    let length: f64 = course
        .iter()
        .zip(course.iter().skip(1))
        .map(|(a, b)| a.distance(*b))
        .sum();
    let steps = (length / STEP_PX).floor() as usize;
    for i in 0..steps {
        // The middle, then a step before it, a step behind it, …
        let off = i.div_ceil(2) as f64 * STEP_PX * if i % 2 == 1 { -1.0 } else { 1.0 };
        let p = point_at(course, length / 2.0 + off);
        let rect = Rect::new(
            (p.x - width / 2.0).floor(),
            (p.y - HEIGHT_PX / 2.0).floor(),
            width,
            HEIGHT_PX,
        );
        let inside: f64 = course
            .iter()
            .zip(course.iter().skip(1))
            .filter_map(|(&a, &b)| {
                rect.clip(a, b)
                    .map(|(enter, leave)| (leave - enter) * a.distance(b))
            })
            .sum();
        if length - inside >= SHOWN_PX && free(&rect) {
            return Some(rect);
        }
    }
    None
}

/// The point at this distance along a course.
fn point_at(course: &[Point], distance: f64) -> Point {
    let mut rest = distance;
    for (&a, &b) in course.iter().zip(course.iter().skip(1)) {
        let length = a.distance(b);
        if rest <= length && length > 0.0 {
            return a.towards(b, rest / length);
        }
        rest -= length;
    }
    at(course, course.len().saturating_sub(1))
}

fn on_border(rect: &Rect, camp: &Rect) -> bool {
    rect.overlaps(camp, 1.0)
        && !(rect.x > camp.x
            && rect.right() < camp.right()
            && rect.y > camp.y
            && rect.bottom() < camp.bottom())
}

fn meets(rect: &Rect, path: &TiePath, extent: &Rect) -> bool {
    let near = rect.grown(CLEARANCE_PX + 0.5);
    if !near.overlaps(extent, 0.0) {
        return false;
    }
    path.course
        .iter()
        .zip(path.course.iter().skip(1))
        .any(|(&a, &b)| near.hit_by(a, b))
}
