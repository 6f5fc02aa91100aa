//! Words on ties, where there is room for them: on the tie's own line, clear of everything else.
//!
//! Greedy by weight over candidate places along the course, nearest the middle first; with candidates this few per
//! tie the exact problem (NP-hard in general) gains little. A tie without room keeps no words: the view names it elsewhere.

use super::Tie;
use super::course::CLEARANCE_PX;
use super::energy::Link;
use super::geometry::{Point, Rect, pieces};
use super::index::{at, ranked};
use super::metrics::{TIE_TYPE_PX, text_width};
use super::scene::{Scene, TextLine, TieLabel, TiePath};

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

/// Sets the labels of a scene's clear paths; of all where they wait, each clear of what is drawn together with it: the
/// ties that share an end with it. `blocks` are the boxes and titles. Camps have borders to keep off if there is another
/// place; all stays within the map.
pub(super) fn set_labels(ties: &[Tie], links: &[Link], scene: &mut Scene, blocks: &[Rect]) {
    let map = Rect::new(0.0, 0.0, scene.width, scene.height).grown(-2.0);
    let (waiting, camps, paths) = (scene.waiting, &scene.camps, &mut scene.ties);
    let weight = |link: &Link| ties.get(link.tie).map_or(0, |tie| tie.weight);
    let keys: Vec<f64> = links.iter().map(|link| -f64::from(weight(link))).collect();
    let heads: Vec<Rect> = paths.iter().map(|path| Rect::around(&path.head)).collect();
    let extents: Vec<Rect> = paths
        .iter()
        .map(|path| Rect::around(&path.course))
        .collect();
    for rank in ranked(&keys) {
        let link = at(links, rank);
        let (Some(tie), Some(path)) = (ties.get(link.tie), paths.get(link.tie)) else {
            continue;
        };
        let words = tie.label.trim();
        if words.is_empty() || !(path.clear || waiting) || path.course.len() < 2 {
            continue;
        }
        let width = text_width(words, TIE_TYPE_PX, true);
        let free = |rect: &Rect| {
            rect.x >= map.x
                && rect.y >= map.y
                && rect.right() <= map.right()
                && rect.bottom() <= map.bottom()
                && !blocks.iter().any(|block| rect.overlaps(block, GAP_PX))
                && !links.iter().any(|other| {
                    let (index, together) = (other.tie, !waiting || other.meets(&link));
                    let Some(other) = paths.get(index).filter(|_| together) else {
                        return false;
                    };
                    let set = other.label.as_ref();
                    set.is_some_and(|set| rect.overlaps(&set.rect, GAP_PX))
                        || rect.overlaps(&at(&heads, index), GAP_PX)
                        || (other.tie != path.tie
                            && (other.clear || waiting)
                            && runs_through(rect, other, &at(&extents, index)))
                })
        };
        let off_borders =
            |rect: &Rect| free(rect) && !camps.iter().any(|camp| on_border(rect, &camp.rect));
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
        if let Some(path) = paths.get_mut(link.tie) {
            path.label = Some(TieLabel { rect, line });
        }
    }
}

/// The free place nearest the middle of a course for a box of this width.
fn place(course: &[Point], width: f64, free: &dyn Fn(&Rect) -> bool) -> Option<Rect> {
    let length: f64 = pieces(course).map(|(a, b)| a.distance(b)).sum();
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
        let inside: f64 = pieces(course)
            .filter_map(|(a, b)| {
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
    for (a, b) in pieces(course) {
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

fn runs_through(rect: &Rect, path: &TiePath, extent: &Rect) -> bool {
    let near = rect.grown(CLEARANCE_PX + 0.5);
    if !near.overlaps(extent, 0.0) {
        return false;
    }
    pieces(&path.course).any(|(a, b)| near.hit_by(a, b))
}
