//! What other libraries made of the cases, as drawings that the one scorer reads.

use actor_map::layout::quality::{Drawing, Line};
use actor_map::layout::{Point, Rect};
use serde::Deserialize;

use crate::cases::Case;

/// The type on the labels before a drawing is made to fit, in CSS px: that of our names.
const TYPE_PX: f64 = 13.0;

/// One library's layout of one case.
#[derive(Deserialize)]
pub struct Run {
    /// The case's name.
    pub case: String,
    /// The library.
    pub peer: String,
    /// How long it took in the browser.
    pub milliseconds: f64,
    /// Each node's centre.
    pub centres: Vec<(f64, f64)>,
    /// What went wrong, if it did.
    pub error: Option<String>,
}

/// The drawing of a case with the nodes' centres there: straight ties from border to border, the whole made to fit into
/// the room as these libraries do, which shrinks the type. None if a node has no place.
pub fn drawing(centres: &[(f64, f64)], case: &Case) -> Option<Drawing> {
    let (width, height) = case.room;
    if centres.len() != case.ours.scene.nodes.len() {
        return None;
    }
    let placed = centres.iter().zip(&case.ours.scene.nodes);
    let boxes: Vec<Rect> = placed
        .map(|(&(x, y), node)| {
            let (w, h) = (node.rect.width, node.rect.height);
            Rect::new(x - w / 2.0, y - h / 2.0, w, h)
        })
        .collect();
    if boxes.iter().any(|r| !(r.x.is_finite() && r.y.is_finite())) {
        return None;
    }
    let around = boxes.iter().copied().reduce(|a, b| a.union(&b))?;
    let fit = (width / around.width).min(height / around.height).min(1.0);
    let nodes: Vec<Rect> = boxes
        .iter()
        .map(|r| {
            let (x, y) = ((r.x - around.x) * fit, (r.y - around.y) * fit);
            Rect::new(x, y, r.width * fit, r.height * fit)
        })
        .collect();
    let ties = case.ours.graph.ties.iter().map(|tie| {
        let ends = nodes.get(tie.from).zip(nodes.get(tie.to));
        Line {
            from: tie.from,
            to: tie.to,
            course: ends.map_or_else(Vec::new, |(from, to)| straight(from, to)),
        }
    });
    Some(Drawing {
        bounds: Rect::new(0.0, 0.0, width, height),
        words: Vec::new(),
        ties: ties.collect(),
        smallest_type: TYPE_PX * fit,
        nodes,
    })
}

/// The part of the line between two boxes' centres that lies outside both.
fn straight(from: &Rect, to: &Rect) -> Vec<Point> {
    let (a, b) = (from.centre(), to.centre());
    let leave = from.clip(a, b).map_or(0.0, |(_, leave)| leave);
    let enter = to.clip(a, b).map_or(1.0, |(enter, _)| enter);
    if leave < enter {
        vec![a.towards(b, leave), a.towards(b, enter)]
    } else {
        vec![a, b]
    }
}
