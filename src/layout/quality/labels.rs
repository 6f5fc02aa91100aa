//! What no other scorer counts: whether every label can be read.

use super::super::geometry::Rect;
use super::drawing::Drawing;

/// Labels that touch by less than this do not overlap, in CSS px: peers round their positions.
const TOUCH_PX: f64 = 0.5;

/// Pairs of labels that overlap: nodes', titles, words on ties.
pub(super) fn overlaps(drawing: &Drawing) -> usize {
    let all: Vec<&Rect> = labels(drawing).map(|(rect, _)| rect).collect();
    let pairs = all.iter().enumerate().map(|(i, one)| {
        let later = all.iter().skip(i + 1);
        later.filter(|other| one.overlaps(other, -TOUCH_PX)).count()
    });
    pairs.sum()
}

/// Pairs of a drawn tie and a foreign label that it runs through.
pub(super) fn through(drawing: &Drawing) -> usize {
    let mut count = 0;
    for (index, tie) in drawing.ties.iter().enumerate() {
        for (rect, owner) in labels(drawing) {
            let own = match owner {
                Owner::Node(node) => node == tie.from || node == tie.to,
                Owner::Tie(other) => other == index,
                Owner::None => false,
            };
            let inner = rect.grown(-TOUCH_PX);
            count += usize::from(!own && tie.pieces().any(|(a, b)| inner.hit_by(a, b)));
        }
    }
    count
}

/// Labels that reach over the edge of what a reader sees.
pub(super) fn clipped(drawing: &Drawing) -> usize {
    let seen = drawing.bounds.grown(TOUCH_PX);
    labels(drawing)
        .filter(|(rect, _)| {
            rect.x < seen.x
                || rect.y < seen.y
                || rect.right() > seen.right()
                || rect.bottom() > seen.bottom()
        })
        .count()
}

/// Which part of the drawing nodes' labels take.
pub(super) fn fill(drawing: &Drawing) -> f64 {
    let area: f64 = drawing.nodes.iter().map(|r| r.width * r.height).sum();
    area / (drawing.bounds.width * drawing.bounds.height).max(1.0)
}

/// Whose label it is.
enum Owner {
    Node(usize),
    Tie(usize),
    None,
}

fn labels(drawing: &Drawing) -> impl Iterator<Item = (&Rect, Owner)> {
    let nodes = drawing.nodes.iter().enumerate();
    let nodes = nodes.map(|(index, rect)| (rect, Owner::Node(index)));
    nodes.chain(drawing.words.iter().map(|words| {
        let owner = words.tie.map_or(Owner::None, Owner::Tie);
        (&words.rect, owner)
    }))
}
