//! The ties of an edition's map: as few groups as keep who is painted over whom.
//!
//! The live map gives every tie a group of its own, to emphasise and to dim. In an edition ties of one kind that keep
//! apart from each other share a group, and the group is written once for their casings and once for their lines.

use std::collections::BTreeSet;

use super::bands::Band;
use super::course::Course;
use super::picture;
use crate::layout::course::{HEAD_HALF_PX, HEAD_PX, STROKE_END_PX};
use crate::layout::metrics::TIE_TYPE_PX;
use crate::layout::{Point, Rect, TiePath, px};
use crate::view::Story;
use crate::view::dom::{El, el};

/// Half a casing and half the widest line, in CSS px, and a little: ties nearer than this cover each other.
const NEAR_PX: f64 = 5.0;

/// A tie that a map draws.
struct Drawn<'a> {
    kind: &'static str,
    placed: &'a TiePath,
}

/// The ties that a map draws, in the order of painting; those that wait for a reader are left to the program.
fn drawn<'a>(story: &'a Story, band: &'a Band) -> impl Iterator<Item = Drawn<'a>> {
    let placed = band.scene.ties.iter();
    let drawn = placed.filter(|placed| placed.is_drawn());
    drawn.filter_map(|placed| {
        let kind = story.tie_class(story.ties.get(placed.tie)?);
        Some(Drawn { kind, placed })
    })
}

/// The arrowheads of all maps, one for each kind of tie that one of them draws, in a picture without size.
pub fn heads(story: &Story, bands: &[Band]) -> Option<El> {
    let kinds = bands.iter().flat_map(|band| drawn(story, band));
    let kinds: BTreeSet<&str> = kinds.map(|tie| tie.kind).collect();
    if kinds.is_empty() {
        return None;
    }
    let marker = |kind: &str| {
        el("marker")
            .attr("id", head_id(kind))
            .attr("class", ["tie ", kind].concat())
            .attr("orient", "auto")
            .attr("markerUnits", "userSpaceOnUse")
            .attr("overflow", "visible")
            .child(el("path").attr("class", "head").attr("d", head()))
    };
    let heads = el("svg")
        .attr("class", "heads")
        .attr("width", "0")
        .attr("height", "0")
        .attr("aria-hidden", "true")
        .children(kinds.into_iter().map(marker).collect::<Vec<El>>());
    Some(heads)
}

/// A head on a line that runs to the right and ends at the origin, as `layout::course` cuts it: "M6 0L-3 3.8V-3.8Z".
fn head() -> String {
    let [tip, foot] = [STROKE_END_PX, STROKE_END_PX - HEAD_PX].map(px);
    let [left, right] = [HEAD_HALF_PX, -HEAD_HALF_PX].map(px);
    ["M", &tip, " 0L", &foot, " ", &left, "V", &right, "Z"].concat()
}

fn head_id(kind: &str) -> String {
    kind.replace(' ', "-")
}

/// All lines, each with a casing that parts it from those it crosses, then the words.
pub fn ties(story: &Story, band: &Band) -> El {
    let drawn: Vec<Drawn> = drawn(story, band).collect();
    let courses: Vec<Course> = drawn.iter().map(|tie| Course::of(&tie.placed.d)).collect();
    let along = drawn.iter().zip(&courses);
    let paths: Vec<String> = along
        .map(|(tie, course)| course.compact(forward(&tie.placed.head)))
        .collect();
    let kinds: Vec<&str> = drawn.iter().map(|tie| tie.kind).collect();
    let layers = layers(&kinds, |one, other| {
        let pair = courses.get(one).zip(courses.get(other));
        pair.is_some_and(|(one, other)| one.is_near(other, NEAR_PX))
    });
    let lines = layers.iter().map(|(kind, ties)| {
        let paths = || -> Vec<El> {
            let paths = ties.iter().filter_map(|&tie| paths.get(tie));
            paths.map(|d| el("path").attr("d", d)).collect()
        };
        let line = el("g")
            .attr("class", "line")
            .attr("marker-end", ["url(#", &head_id(kind), ")"].concat());
        of_kind(kind)
            .child(el("g").attr("class", "casing").children(paths()))
            .child(line.children(paths()))
    });
    let named: BTreeSet<&str> = kinds.iter().copied().collect();
    let words = named.into_iter().filter_map(|kind| {
        let ties = drawn.iter().filter(|tie| tie.kind == kind);
        let words = ties.filter_map(|tie| Some(&tie.placed.label.as_ref()?.line));
        let words: Vec<El> = words
            .map(|line| picture::text("tie-words", line, TIE_TYPE_PX, Rect::default()))
            .collect();
        (!words.is_empty()).then(|| of_kind(kind).children(words))
    });
    el("g")
        .attr("aria-hidden", "true")
        .children(lines.chain(words).collect::<Vec<El>>())
}

fn of_kind(kind: &str) -> El {
    el("g").attr("class", ["tie ", kind].concat())
}

/// Where a head points, a unit vector.
fn forward(&[tip, left, right]: &[Point; 3]) -> Point {
    tip.from(left.towards(right, 0.5)).unit()
}

/// Ties of one kind in one layer, each layer painted over those before it: of two that are near each other the later
/// one lies in a later layer.
fn layers<'a>(
    kinds: &[&'a str],
    near: impl Fn(usize, usize) -> bool,
) -> Vec<(&'a str, Vec<usize>)> {
    let under: Vec<Vec<usize>> = (0..kinds.len())
        .map(|tie| (0..tie).filter(|&other| near(other, tie)).collect())
        .collect();
    let mut layers = Vec::new();
    let mut waiting: Vec<usize> = (0..kinds.len()).collect();
    while let Some(&first) = waiting.first() {
        let is_ready = |tie: &usize| {
            let under = under.get(*tie);
            under.is_none_or(|under| under.iter().all(|other| !waiting.contains(other)))
        };
        let ready: Vec<usize> = waiting.iter().copied().filter(is_ready).collect();
        let of = |tie: usize| kinds.get(tie).copied().unwrap_or_default();
        let alike = |&tie: &usize| ready.iter().filter(|&&other| of(other) == of(tie)).count();
        // Of the kinds that could come next the one with the most ties; the first has nothing under it.
        let kind = of(ready
            .iter()
            .copied()
            .rev()
            .max_by_key(alike)
            .unwrap_or(first));
        let layer: Vec<usize> = ready
            .iter()
            .copied()
            .filter(|&tie| of(tie) == kind)
            .collect();
        waiting.retain(|tie| !layer.contains(tie));
        layers.push((kind, layer));
    }
    layers
}

#[cfg(test)]
mod tests {
    use super::{head, layers};

    #[test]
    fn a_head_is_the_one_that_the_layout_cuts() {
        assert_eq!(head(), "M6 0L-3 3.8V-3.8Z");
    }

    #[test]
    fn ties_of_a_kind_share_a_layer_unless_one_lies_over_the_other() {
        let near = |one, other| [(0, 1), (1, 2), (3, 4)].contains(&(one, other));
        assert_eq!(
            layers(&["a", "b", "a", "b", "b"], near),
            [
                ("a", vec![0]),
                ("b", vec![1, 3]),
                ("a", vec![2]),
                ("b", vec![4])
            ]
        );
        assert_eq!(
            layers(&["a", "a", "a"], |_, _| false),
            [("a", vec![0, 1, 2])]
        );
        assert!(layers(&[], |_, _| true).is_empty());
    }
}
