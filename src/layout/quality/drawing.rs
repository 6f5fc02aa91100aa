//! A drawing as a reader sees it: boxes and lines, whoever placed them.

use super::super::Graph;
use super::super::geometry::{Point, Rect, pieces};
use super::super::metrics::{BADGE_TYPE_PX, CAMP_TYPE_PX, NODE_TYPE_PX, TIE_TYPE_PX};
use super::super::scene::{Scene, TextLine};

/// A finished drawing in CSS px as rendered, from any library.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// What a reader sees of it.
    pub bounds: Rect,
    /// Each node's label box.
    pub nodes: Vec<Rect>,
    /// Labels that are no nodes: camps' titles, words on ties.
    pub words: Vec<Words>,
    /// All ties, those that are not drawn too.
    pub ties: Vec<Line>,
    /// The smallest type, in CSS px; infinite if there is none.
    pub smallest_type: f64,
}

/// A label that is no node.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    /// Its box.
    pub rect: Rect,
    /// Index of the tie that it stands on, if it does.
    pub tie: Option<usize>,
}

/// A tie.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// Index of the node it starts at.
    pub from: usize,
    /// Index of the node it ends at.
    pub to: usize,
    /// Its course with curves flattened; empty if it is not drawn.
    pub course: Vec<Point>,
}

impl Line {
    /// The straight pieces of the course.
    pub fn pieces(&self) -> impl Iterator<Item = (Point, Point)> + '_ {
        pieces(&self.course)
    }
}

impl Drawing {
    /// A scene that was made of a graph, with every tie that is drawn at once, and its words.
    pub fn of(graph: &Graph, scene: &Scene) -> Self {
        let titles = scene.camps.iter().flat_map(|camp| &camp.title);
        let titles = titles.map(|line| Words {
            rect: line_box(line, CAMP_TYPE_PX),
            tie: None,
        });
        let drawn = scene.ties.iter().filter(|path| path.clear);
        let on_ties = drawn.filter_map(|path| {
            path.label.as_ref().map(|label| Words {
                rect: label.rect,
                tie: Some(path.tie),
            })
        });
        let lines = graph.ties.iter().zip(&scene.ties).map(|(tie, path)| Line {
            from: tie.from,
            to: tie.to,
            course: if path.clear {
                path.course.clone()
            } else {
                Vec::new()
            },
        });
        Self {
            bounds: Rect::new(0.0, 0.0, scene.width, scene.height),
            nodes: scene.nodes.iter().map(|node| node.rect).collect(),
            words: titles.chain(on_ties).collect(),
            ties: lines.collect(),
            smallest_type: smallest_type(scene),
        }
    }

    /// The ties between two different nodes that there are.
    pub fn proper_ties(&self) -> impl Iterator<Item = &Line> {
        let n = self.nodes.len();
        self.ties
            .iter()
            .filter(move |tie| tie.from != tie.to && tie.from < n && tie.to < n)
    }

    /// The proper ties that are drawn.
    pub fn drawn_ties(&self) -> impl Iterator<Item = &Line> {
        self.proper_ties().filter(|tie| tie.course.len() > 1)
    }
}

/// The box of a line of text: from the ascenders to the descenders of the widest faces.
pub(super) fn line_box(line: &TextLine, size_px: f64) -> Rect {
    Rect::new(
        line.at.x,
        line.at.y - size_px * 0.93,
        line.width,
        size_px * 1.17,
    )
}

/// The smallest type in a scene, in CSS px; infinite if there is none.
pub(super) fn smallest_type(scene: &Scene) -> f64 {
    let mut least = f64::INFINITY;
    if scene.nodes.iter().any(|node| !node.lines.is_empty()) {
        least = least.min(NODE_TYPE_PX);
    }
    if scene.nodes.iter().any(|node| node.badge.is_some()) {
        least = least.min(BADGE_TYPE_PX);
    }
    if scene.ties.iter().any(|tie| tie.label.is_some()) {
        least = least.min(TIE_TYPE_PX);
    }
    if scene.camps.iter().any(|camp| !camp.title.is_empty()) {
        least = least.min(CAMP_TYPE_PX);
    }
    least
}
