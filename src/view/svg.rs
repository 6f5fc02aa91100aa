//! A map as SVG that needs nothing else: its own colours as attributes, text as text.
//!
//! For files and for markup outside of a shadow root: no crate but this one, no style element or attribute, no id, so that
//! a picture may stand in any page, several times. (Native only: `embed/live/picture.js` makes the live map's
//! picture of what stands in the page.)

use crate::layout::metrics::{
    BADGE_TYPE_PX, CAMP_TRACKING_PX, CAMP_TYPE_PX, NODE_TYPE_PX, TIE_TYPE_PX,
};
use crate::layout::{Rect, Scene, TextLine, TiePath, px};

use super::html::escaped;
use super::map;
use super::palette::{self, GROUND, INK, LINE, PAPER, SOFT};
use super::story::{Story, Tie};

/// Faces that a picture asks for, in this order; layout's measures hold for the widest of them.
pub const FONTS: &str = "system-ui, 'DejaVu Sans', 'Liberation Sans', Arial, Helvetica, sans-serif";

/// What is on the map of a scene, without the `<svg>` and the ground.
pub fn contents(out: &mut Writer, story: &Story, scene: &Scene) {
    for camp in &scene.camps {
        out.rect(camp.rect, 12.0, &[("fill", GROUND), ("stroke", LINE)]);
        for line in &camp.title {
            let style = [
                ("fill", SOFT),
                ("font-weight", "700"),
                ("letter-spacing", &*px(CAMP_TRACKING_PX)),
            ];
            out.text(line, CAMP_TYPE_PX, &style);
        }
    }
    for (placed, tie) in drawn(story, scene) {
        line(out, placed, story.tie_class(tie));
    }
    for (placed, tie) in drawn(story, scene) {
        let colour = palette::line(story.tie_class(tie)).colour;
        out.path(&map::corners(&placed.head), &[("fill", colour)]);
        if let Some(label) = &placed.label {
            halo(out, &label.line, colour);
        }
    }
    nodes(out, story, scene);
}

/// The ties that keep clear of every foreign name. The others show only with their actors open, so not on paper.
pub fn drawn<'a>(
    story: &'a Story,
    scene: &'a Scene,
) -> impl Iterator<Item = (&'a TiePath, &'a Tie)> {
    let drawn = scene.ties.iter().filter(|placed| placed.is_drawn());
    drawn.filter_map(|placed| Some((placed, story.ties.get(placed.tie)?)))
}

fn line(out: &mut Writer, placed: &TiePath, class: &str) {
    let casing = [("fill", "none"), ("stroke", GROUND), ("stroke-width", "5")];
    out.path(&placed.d, &casing);
    out.path(&placed.d, &palette::line(class).stroke());
}

/// Words on a tie, over a rim of the ground's colour: first the rim, then the letters, for programs that know no
/// `paint-order`.
fn halo(out: &mut Writer, words: &TextLine, colour: &str) {
    let bold = ("font-weight", "700");
    let rim = [
        bold,
        ("fill", GROUND),
        ("stroke", GROUND),
        ("stroke-width", "6"),
        ("stroke-linejoin", "round"),
        ("aria-hidden", "true"),
    ];
    out.text(words, TIE_TYPE_PX, &rim);
    out.text(words, TIE_TYPE_PX, &[bold, ("fill", colour)]);
}

fn nodes(out: &mut Writer, story: &Story, scene: &Scene) {
    let nodes = scene
        .nodes
        .iter()
        .zip(&story.graph.nodes)
        .zip(&story.on_map);
    for ((placed, asked), &position) in nodes {
        let Some(actor) = story.actor(position) else {
            continue;
        };
        let marks = map::marks(actor);
        let radius = map::radius(placed, asked);
        out.rect(placed.rect, radius, &palette::actor_box(marks));
        let ink = palette::name(marks);
        for line in &placed.lines {
            if scene.numbered {
                let middle = placed.rect.x + placed.rect.width / 2.0;
                number(
                    out,
                    &line.text,
                    (middle, line.at.y),
                    NODE_TYPE_PX,
                    &[("fill", ink)],
                );
            } else {
                out.text(line, NODE_TYPE_PX, &[("fill", ink)]);
            }
        }
        if let Some(badge) = placed.badge {
            out.rect(badge, badge.height / 2.0, &[("fill", INK)]);
            let at = (badge.x + badge.width / 2.0, map::badge_baseline(&badge));
            let style = [("font-weight", "700"), ("fill", PAPER)];
            number(out, &asked.badge, at, BADGE_TYPE_PX, &style);
        }
    }
}

/// A number whose middle and baseline are `at` a place.
pub(super) fn number(
    out: &mut Writer,
    number: &str,
    at: (f64, f64),
    size: f64,
    style: &[(&str, &str)],
) {
    let [x, y, size] = [at.0, at.1, size].map(px);
    let place = [
        ("x", &*x),
        ("y", &y),
        ("font-size", &size),
        ("text-anchor", "middle"),
    ];
    out.element("text", &[&place, style].concat(), number);
}

/// Writes markup, with every text escaped.
#[derive(Default)]
pub struct Writer(pub String);

impl Writer {
    /// Begins a picture of this size, in CSS px, in this language (BCP 47) if no page around it says so: Chinese and Japanese
    /// share characters, and a viewer chooses their form by it. `xml:lang` is for programs that know no SVG 2.
    pub(super) fn open_picture(&mut self, width: &str, height: &str, language: Option<&str>) {
        let view_box = ["0 0 ", width, " ", height].concat();
        let mut attributes = vec![("xmlns", "http://www.w3.org/2000/svg"), ("role", "img")];
        for language in language.into_iter().filter(|language| !language.is_empty()) {
            attributes.extend([("lang", language), ("xml:lang", language)]);
        }
        attributes.extend([
            // Whatever the page around it has: which end of a line is its start hangs on it.
            ("direction", "ltr"),
            ("width", width),
            ("height", height),
            ("viewBox", &view_box),
            ("font-family", FONTS),
        ]);
        self.open("svg", &attributes);
    }

    /// `<name attributes>`
    pub fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.begin(name, attributes);
        self.0.push('>');
    }

    /// `</name>`
    pub fn close(&mut self, name: &str) {
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push('>');
    }

    /// An element with text, or an empty one.
    pub fn element(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.begin(name, attributes);
        if text.is_empty() {
            self.0.push_str("/>");
            return;
        }
        self.0.push('>');
        escape(&mut self.0, text);
        self.close(name);
    }

    /// A `<rect>` with rounded corners.
    pub fn rect(&mut self, rect: Rect, radius: f64, more: &[(&str, &str)]) {
        let [x, y, width, height, radius] =
            [rect.x, rect.y, rect.width, rect.height, radius].map(px);
        let place = [
            ("x", &*x),
            ("y", &y),
            ("width", &width),
            ("height", &height),
            ("rx", &radius),
        ];
        self.element("rect", &[&place, more].concat(), "");
    }

    /// A `<path>`.
    pub fn path(&mut self, d: &str, more: &[(&str, &str)]) {
        self.element("path", &[&[("d", d)], more].concat(), "");
    }

    /// A line of text, `size` px high.
    pub fn text(&mut self, line: &TextLine, size: f64, more: &[(&str, &str)]) {
        let [x, y, size] = [line.x(), line.at.y, size].map(px);
        let mut attributes = vec![("x", &*x), ("y", &y), ("font-size", &size)];
        if line.from_right {
            attributes.push(("text-anchor", "end"));
        }
        attributes.extend_from_slice(more);
        self.element("text", &attributes, &line.directed());
    }

    fn begin(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.0.push('<');
        self.0.push_str(name);
        for (name, value) in attributes {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            escape(&mut self.0, value);
            self.0.push('"');
        }
    }
}

/// Adds text for XML. Characters that XML 1.0 does not have are left out: a picture with one would not open.
fn escape(out: &mut String, text: &str) {
    let is_of_xml = |letter: &char| !matches!(letter, '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    let text: String = text.chars().filter(is_of_xml).collect();
    out.push_str(&escaped(&text));
}
