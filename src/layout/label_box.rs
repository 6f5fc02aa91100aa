//! A node's box: its wrapped name, its badge, and how large it has to be.

use super::Node;
use super::Point;
use super::geometry::{Rect, least, most};
use super::letters::is_from_right;
use super::metrics::{BADGE_TYPE_PX, NODE_TYPE_PX, text_width};
use super::scene::{NodeBox, TextLine};
use super::spacing::Spacing;
use super::wrap::{widest, wrap};

/// From one baseline to the next in a label.
const LINE_PX: f64 = 16.0;
/// From the top of a line to its baseline.
const ASCENT_PX: f64 = 12.0;
/// Height of a badge, and its least width.
const BADGE_PX: f64 = 18.0;
/// Between the label and the badge.
const BADGE_GAP_PX: f64 = 7.0;
/// Above and below the text.
const PAD_Y_PX: f64 = 5.0;
/// Rather than break a word, a box may be this much wider than asked for, however narrow the map.
const WORD_RELIEF_PX: f64 = 40.0;
/// The least width and height of a box: WCAG 2.5.8 asks 24 of a control.
const LEAST_PX: f64 = 28.0;
/// How much of the border's length each tie needs, so that arrowheads do not touch.
const BORDER_PER_TIE_PX: f64 = 17.0;

/// A measured node, not yet placed.
#[derive(Clone, Debug, Default)]
pub(super) struct LabelBox {
    lines: Vec<String>,
    text_width: f64,
    from_right: bool,
    badge_width: f64,
    pad_x: f64,
    /// The box's width.
    pub width: f64,
    /// The box's height.
    pub height: f64,
}

impl LabelBox {
    /// Measures a node that `ties` ties end at, to be no wider than the spacing says where its name allows.
    pub(super) fn measure(node: &Node, ties: f64, spacing: &Spacing) -> Self {
        let max_width = spacing.box_width;
        let pad_x = match (node.round, is_number(&node.label)) {
            (true, false) => 12.0,
            (false, false) => 9.0,
            (true, true) => 8.0,
            (false, true) => 6.0,
        };
        let badge_width = if node.badge.is_empty() {
            0.0
        } else {
            (text_width(&node.badge, BADGE_TYPE_PX, true) + 9.0).max(BADGE_PX)
        };
        let badge_room = if badge_width > 0.0 {
            badge_width + BADGE_GAP_PX
        } else {
            0.0
        };
        let around = 2.0 * pad_x + badge_room;
        let asked = (max_width - around).max(24.0);
        let relieved = most(asked + WORD_RELIEF_PX, spacing.word_width - around);
        let room = least(most(longest_word(&node.label), asked), relieved);
        let lines = wrap(&node.label, room, label_width);
        let text_width = widest(&lines, label_width);
        let mut width = (text_width + badge_room + 2.0 * pad_x).max(LEAST_PX);
        let mut height = (lines.len() as f64 * LINE_PX + 2.0 * PAD_Y_PX).max(LEAST_PX);
        // A hub gets a larger box: room for its ties' ends, and it is what the story turns on.
        let short = (ties * BORDER_PER_TIE_PX - 2.0 * (width + height)).clamp(0.0, 64.0);
        width += (short / 4.0).min((max_width - width).max(0.0));
        height += short / 4.0;
        Self {
            lines,
            text_width,
            from_right: is_from_right(&node.label),
            badge_width,
            pad_x,
            width: width.ceil(),
            height: height.ceil(),
        }
    }

    /// The box at its place.
    pub(super) fn place(&self, centre: Point) -> NodeBox {
        let rect = Rect::new(
            centre.x - self.width / 2.0,
            centre.y - self.height / 2.0,
            self.width,
            self.height,
        );
        let badge_room = if self.badge_width > 0.0 {
            self.badge_width + BADGE_GAP_PX
        } else {
            0.0
        };
        let spare = (self.width - 2.0 * self.pad_x - self.text_width - badge_room).max(0.0);
        // A name from right to left has its badge on the left.
        let left =
            rect.x + self.pad_x + spare / 2.0 + if self.from_right { badge_room } else { 0.0 };
        let top = centre.y - self.lines.len() as f64 * LINE_PX / 2.0;
        let mut baseline = top + ASCENT_PX;
        let mut lines = Vec::with_capacity(self.lines.len());
        for text in &self.lines {
            let width = label_width(text);
            let indent = if self.from_right {
                self.text_width - width
            } else {
                0.0
            };
            lines.push(TextLine {
                text: text.clone(),
                at: Point::new(left + indent, baseline),
                width,
                from_right: self.from_right,
            });
            baseline += LINE_PX;
        }
        let badge = (self.badge_width > 0.0).then(|| {
            let x = if self.from_right {
                left - badge_room
            } else if self.lines.is_empty() {
                left + self.text_width
            } else {
                left + self.text_width + BADGE_GAP_PX
            };
            Rect::new(x, centre.y - BADGE_PX / 2.0, self.badge_width, BADGE_PX)
        });
        NodeBox { rect, lines, badge }
    }
}

/// Whether a label is nothing but a number: it fills its box well with less air.
pub(super) fn is_number(label: &str) -> bool {
    !label.is_empty() && label.bytes().all(|letter| letter.is_ascii_digit())
}

/// The width of the longest word; a stub at the end ("Department C") counts with the word before it.
fn longest_word(label: &str) -> f64 {
    let stub = label
        .rsplit_once(char::is_whitespace)
        .filter(|(_, last)| last.chars().count() <= 2);
    let body = stub.map_or(label, |(body, _)| body);
    let tail = body.len() - body.rsplit(char::is_whitespace).next().map_or(0, str::len);
    let last = label_width(label.get(tail..).unwrap_or_default());
    body.split_whitespace()
        .fold(last, |most, word| label_width(word).max(most))
}

fn label_width(text: &str) -> f64 {
    text_width(text, NODE_TYPE_PX, false)
}
