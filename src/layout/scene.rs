//! What layout hands to the painters: plain numbers and text, for one width.

use std::sync::Arc;

use serde::Serialize;

use super::arrangement::Arrangement;
use super::geometry::{Point, Rect};

/// Everything on the map, placed. All lengths in CSS px.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Scene {
    /// The width it was made for.
    pub width: f64,
    /// The height it needs.
    pub height: f64,
    /// One box per node of the graph, in the graph's order.
    pub nodes: Vec<NodeBox>,
    /// One path per tie of the graph, in the graph's order.
    pub ties: Vec<TiePath>,
    /// One box per camp that has nodes.
    pub camps: Vec<CampBox>,
    /// Whether the ties, drawn all at once, would be a tangle: each waits for one of its ends to be in focus, and none
    /// is [`TiePath::clear`]. All or none, so that no tie that is missing is taken for one that does not exist.
    pub waiting: bool,
    /// Whether the boxes hold numbers ([`form::numbers`](super::form::numbers)), and the names stand in a list.
    pub numbered: bool,
    /// What another width can keep of it.
    #[serde(skip)]
    pub(super) arrangement: Arc<Arrangement>,
}

impl Scene {
    /// Every line of text but badges, in the order in which they are painted: camps' titles, words on ties, names.
    pub fn lines(&self) -> impl Iterator<Item = &TextLine> {
        let titles = self.camps.iter().flat_map(|camp| &camp.title);
        let joining = self.ties.iter().filter(|tie| tie.joins());
        let words = joining.filter_map(|tie| Some(&tie.label.as_ref()?.line));
        let names = self.nodes.iter().flat_map(|node| &node.lines);
        titles.chain(words).chain(names)
    }

    /// A number that is the same for two scenes only if all that is drawn of them is equal to the last bit
    /// (FNV-1a, 64 bits, over every number's bits and every text). Tests compare machines with it.
    pub fn digest(&self) -> u64 {
        let mut hash = Fnv(0xcbf2_9ce4_8422_2325);
        hash.number(self.width);
        hash.number(self.height);
        for node in &self.nodes {
            hash.rect(&node.rect);
            hash.lines(&node.lines);
            hash.rect(&node.badge.unwrap_or_default());
        }
        for tie in &self.ties {
            hash.bytes(&(tie.tie as u64).to_le_bytes());
            hash.bytes(tie.d.as_bytes());
            hash.points(&tie.course);
            hash.points(&tie.head);
            hash.bytes(&[u8::from(tie.clear), u8::from(tie.label.is_some())]);
            if let Some(label) = &tie.label {
                hash.rect(&label.rect);
                hash.lines(core::slice::from_ref(&label.line));
            }
        }
        for camp in &self.camps {
            hash.bytes(&(camp.camp as u64).to_le_bytes());
            hash.rect(&camp.rect);
            hash.lines(&camp.title);
        }
        hash.0
    }
}

/// Fowler–Noll–Vo 1a.
struct Fnv(u64);

impl Fnv {
    fn bytes(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn number(&mut self, number: f64) {
        self.bytes(&number.to_bits().to_le_bytes());
    }

    fn points(&mut self, points: &[Point]) {
        for p in points {
            self.number(p.x);
            self.number(p.y);
        }
    }

    fn rect(&mut self, rect: &Rect) {
        for number in [rect.x, rect.y, rect.width, rect.height] {
            self.number(number);
        }
    }

    fn lines(&mut self, lines: &[TextLine]) {
        for line in lines {
            self.bytes(line.text.as_bytes());
            self.points(&[line.at]);
            self.number(line.width);
            // Only where it is so: the digests of all other maps are older.
            if line.from_right {
                self.bytes(&[1]);
            }
        }
    }
}

/// A placed node.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct NodeBox {
    /// Its border box.
    pub rect: Rect,
    /// The label, wrapped.
    pub lines: Vec<TextLine>,
    /// The badge's box, a circle or a pill, where the node has one.
    pub badge: Option<Rect>,
}

/// One line of text.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct TextLine {
    /// The words.
    pub text: String,
    /// Left end and baseline.
    pub at: Point,
    /// The width the metrics give it; the painted text may be narrower, never wider.
    pub width: f64,
    /// Whether it is written from right to left, and its right end is the one that stands where it is to.
    pub from_right: bool,
}

impl TextLine {
    /// Where the line is to stand: its left end, or its right one (`text-anchor` is `end` then) if it is written from there.
    pub fn x(&self) -> f64 {
        if self.from_right {
            self.at.x + self.width
        } else {
            self.at.x
        }
    }

    /// The words with what keeps their direction, which a line by itself may not tell: that of "«C»", of "APT-1" (Unicode
    /// Standard Annex 9: RLI and PDI). What draws pictures does not everywhere know the attribute `direction`.
    pub fn directed(&self) -> String {
        if self.from_right {
            ["\u{2067}", &self.text, "\u{2069}"].concat()
        } else {
            self.text.clone()
        }
    }
}

/// A routed tie.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct TiePath {
    /// Index of the tie in the graph.
    pub tie: usize,
    /// SVG path data, absolute commands, rounded to 0.1 px; empty if the tie joins nothing (an end out of
    /// range, or both ends the same node). It stops inside the head, so that its stroke does not blunt the tip.
    pub d: String,
    /// The same course as a polyline (curves flattened), for measuring; it runs on to the head's tip.
    pub course: Vec<Point>,
    /// Tip and two wings of the arrowhead; all three at the origin if the tie joins nothing.
    pub head: [Point; 3],
    /// Whether it keeps clear of every foreign label and need not wait ([`Scene::waiting`]). One that is not clear is
    /// drawn only while one of its ends is in focus.
    pub clear: bool,
    /// Where its words stand, if there was room.
    pub label: Option<TieLabel>,
}

impl TiePath {
    /// Whether it joins two boxes. It may still wait.
    pub fn joins(&self) -> bool {
        !self.d.is_empty()
    }

    /// Whether a picture draws it: it joins two boxes and need not wait.
    pub fn is_drawn(&self) -> bool {
        self.clear && self.joins()
    }
}

/// Words on a tie.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct TieLabel {
    /// The words' box.
    pub rect: Rect,
    /// The words.
    pub line: TextLine,
}

/// A placed camp.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct CampBox {
    /// Index of the camp in the graph.
    pub camp: usize,
    /// Its border box.
    pub rect: Rect,
    /// Its title, wrapped.
    pub title: Vec<TextLine>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_differ_in_their_side_differ_in_their_digest() {
        let of = |from_right| {
            let line = TextLine {
                text: "A".into(),
                from_right,
                ..TextLine::default()
            };
            let node = NodeBox {
                lines: vec![line],
                ..NodeBox::default()
            };
            let scene = Scene {
                nodes: vec![node],
                ..Scene::default()
            };
            scene.digest()
        };
        assert_ne!(of(false), of(true));
    }
}
