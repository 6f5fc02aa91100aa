//! Setting text in pictures: lines by the layout's own measures, for no program breaks the lines of an SVG.

use super::isolates::{balanced, once};
use crate::layout::{Point, TextLine, text_width, wrap};
use crate::view::Story;
use crate::view::language::direction;
use crate::view::svg::Writer;

/// Faces for titles and quotations, in this order; the layout's measures, of wide sans-serif faces, hold for them too.
pub(super) const SERIF: &str = "Georgia, 'Times New Roman', 'Liberation Serif', serif";

/// A picture's width, and from which side it is read. Places in pictures are told by their distance from the edge where
/// reading begins: the left one, but for Arabic, Hebrew and other scripts from right to left.
#[derive(Clone, Copy)]
pub(super) struct Page {
    /// In px.
    pub width: f64,
    /// Whether the incident's language is read from right to left.
    pub from_right: bool,
}

impl Page {
    /// A page of a story, so many px wide.
    pub fn new(story: &Story, width: f64) -> Self {
        let from_right = direction(story.language()) == "rtl";
        Self { width, from_right }
    }

    /// The left edge, in px, of what begins at this distance and is so wide.
    pub fn left(&self, start: f64, width: f64) -> f64 {
        if self.from_right {
            self.width - start - width
        } else {
            start
        }
    }
}

/// How a text is set.
#[derive(Clone, Copy)]
pub(super) struct Type {
    /// Its size, in px.
    pub size: f64,
    /// From one baseline to the next, in the type's size.
    pub leading: f64,
    /// Whether it is bold.
    pub bold: bool,
    /// Whether it is in [`SERIF`].
    pub serif: bool,
    /// Its colour.
    pub colour: &'static str,
}

impl Type {
    /// The most that a text takes in one line, in px.
    pub fn width(&self, text: &str) -> f64 {
        text_width(text, self.size, self.bold)
    }

    /// The lines of a text no wider than so many px, of like width. Words too long for a line are parted, nothing is cut.
    pub fn lines(&self, text: &str, width: f64) -> Vec<String> {
        // Measured at one size for all, for `wrap` takes a plain function.
        let measure: fn(&str) -> f64 = match self.bold {
            true => |text| text_width(text, 100.0, true),
            false => |text| text_width(text, 100.0, false),
        };
        balanced(&wrap(&once(text), width * 100.0 / self.size, measure))
    }

    /// How high so many lines are.
    pub fn height(&self, lines: &[String]) -> f64 {
        lines.len() as f64 * self.size * self.leading
    }

    /// Writes lines from this upper corner on, where reading begins, and says where they end.
    pub fn write(
        &self,
        out: &mut Writer,
        page: &Page,
        lines: &[String],
        (start, top): (f64, f64),
    ) -> f64 {
        let mut style = vec![("fill", self.colour)];
        if self.bold {
            // 600 as in the widget's title: where a face has no such weight, its bold one is taken.
            style.push(("font-weight", if self.serif { "600" } else { "700" }));
        }
        if self.serif {
            style.push(("font-family", SERIF));
        }
        // Ascenders are some three quarters of a type's size: what remains of the leading goes above and below.
        let mut baseline = top + self.size * (self.leading / 2.0 + 0.36);
        for text in lines {
            let width = self.width(text);
            let line = TextLine {
                text: text.clone(),
                at: Point::new(page.left(start, width), baseline),
                width,
                from_right: page.from_right,
            };
            out.text(&line, self.size, &style);
            baseline += self.size * self.leading;
        }
        top + self.height(lines)
    }

    /// Writes one line from here on, this height in the middle of its capitals.
    pub fn write_middle(
        &self,
        out: &mut Writer,
        page: &Page,
        text: &str,
        (start, middle): (f64, f64),
    ) {
        let top = middle - self.size * self.leading / 2.0;
        self.write(out, page, &[text.to_owned()], (start, top));
    }
}
