//! A map as a whole picture: under the map a key of what is on it, and where the picture stands alone the title over it
//! and the outlets at its foot.

use crate::incident::template::fill;
use crate::layout::metrics::BADGE_TYPE_PX;
use crate::layout::{Rect, Scene, px};

use super::ledger::ours;
use super::setting::{Page, Type};
use super::undrawn::Undrawn;
use crate::view::language::{ENGLISH, foreign};
use crate::view::map::{self, MARKS};
use crate::view::palette::{self, INK, PAPER, SOFT, WASH};
use crate::view::svg::{self, Writer};
use crate::view::words::Family;
use crate::view::{Story, key, words};

/// What stands round the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Around {
    /// The key: for a page whose text has title and sources.
    Key,
    /// Title, key and outlets: for a file that goes its way alone.
    Everything,
}

/// From the picture's edge to its words, in px.
const MARGIN: f64 = 12.0;
const KICKER: Type = Type {
    size: 12.0,
    leading: 1.45,
    bold: true,
    serif: false,
    colour: INK,
};
const TITLE: Type = Type {
    size: 22.0,
    leading: 1.25,
    bold: true,
    serif: true,
    colour: INK,
};
/// The title's size over a map of this width and more, in px.
const WIDE: (f64, f64) = (640.0, 28.0);
const CREDIT: Type = Type {
    size: 12.0,
    leading: 1.45,
    bold: false,
    serif: false,
    colour: SOFT,
};
const LABEL: Type = Type {
    size: 12.5,
    leading: 1.7,
    bold: false,
    serif: false,
    colour: SOFT,
};
/// A sample of the key and the room behind it, in px.
const SAMPLE: (f64, f64) = (22.0, 7.0);
/// Between two entries of the key, in px.
const BETWEEN: f64 = 16.0;

/// The map of a scene as an SVG document, as wide as the scene.
pub fn sheet(story: &Story, scene: &Scene, around: Around) -> String {
    let alone = around == Around::Everything;
    let title = &story.incident.incident.title;
    let page = Page::new(story, scene.width);
    let undrawn = Undrawn::of(story, scene);
    let mut out = Writer::default();
    let mut top = if alone {
        head(&mut out, &page, title)
    } else {
        0.0
    };
    // On whole px, as the map's own lines are.
    top = top.ceil();
    out.open(
        "g",
        &[("transform", &["translate(0 ", &px(top), ")"].concat())],
    );
    svg::contents(&mut out, story, scene);
    out.close("g");
    let mut bottom = legend(&mut out, &page, story, scene, top + scene.height);
    if alone {
        bottom = foot(&mut out, &page, story, &undrawn, bottom);
    }
    let (width, height) = (px(scene.width), px(bottom.ceil()));
    let mut picture = Writer::default();
    let language = story.language();
    picture.open_picture(&width, &height, alone.then_some(language));
    picture.element("title", &[], title);
    let language = foreign(language).map(|_| ("lang", ENGLISH));
    let description = description(story, scene, &undrawn);
    picture.element("desc", language.as_slice(), &description);
    let ground = Rect::new(0.0, 0.0, scene.width, bottom.ceil());
    // A picture within a page has the corners of the widget's map.
    picture.rect(ground, if alone { 0.0 } else { 6.0 }, &[("fill", WASH)]);
    picture.0.push_str(&out.0);
    picture.close("svg");
    picture.0
}

/// "Map of 25 actors and their ties; a number beside a name counts its statements.", and what it does not draw.
fn description(story: &Story, scene: &Scene, undrawn: &Undrawn) -> String {
    let numbers = if scene.numbered {
        "each number stands for a name in the list below it."
    } else {
        "a number beside a name counts its statements."
    };
    let actors = words::counted(story.on_map.len(), "actor", "actors");
    let ties = if undrawn.has_ties() {
        " and their ties"
    } else {
        ""
    };
    let map = ["Map of ", &actors, ties, "; ", numbers].concat();
    let all: Vec<String> = core::iter::once(map).chain(undrawn.sentences()).collect();
    all.join(" ")
}

/// Kicker and title under the widget's dark rule; says where they end.
fn head(out: &mut Writer, page: &Page, title: &str) -> f64 {
    let rule = Rect::new(0.0, 0.0, page.width, 3.0);
    out.rect(rule, 0.0, &[("fill", INK)]);
    let (wide, size) = WIDE;
    let set = Type {
        size: if page.width < wide { TITLE.size } else { size },
        ..TITLE
    };
    let kicker = KICKER.write(out, page, &[words::WHO_SAID_WHAT.into()], (MARGIN, 13.0));
    let lines = set.lines(title, page.width - 2.0 * MARGIN);
    set.write(out, page, &lines, (MARGIN, kicker + 2.0)) + 4.0
}

/// What is not drawn, and "Reported by BLMS Media, UPI and AP"; says where it ends.
fn foot(out: &mut Writer, page: &Page, story: &Story, undrawn: &Undrawn, top: f64) -> f64 {
    let outlets = super::outlets(story);
    let credit = fill("Reported by %", &[&words::listed(&outlets)]);
    let credit = (!outlets.is_empty()).then_some(credit);
    let texts = undrawn.sentences().into_iter().chain(credit);
    let lines: Vec<String> = texts
        .map(|text| ours(story.language(), text))
        .flat_map(|text| CREDIT.lines(&text, page.width - 2.0 * MARGIN))
        .collect();
    if lines.is_empty() {
        return top;
    }
    CREDIT.write(out, page, &lines, (MARGIN, top)) + MARGIN
}

/// An entry of the key.
enum Entry {
    /// Ties of this class.
    Line(&'static str),
    /// Boxes with these marks.
    Box([bool; 4]),
    /// The number beside a name.
    Badge,
}

/// What a picture's key explains: only what is on its map, in the order of the widget's key.
fn entries(story: &Story, scene: &Scene) -> Vec<(Entry, &'static str)> {
    let drawn: Vec<&str> = svg::drawn(story, scene)
        .map(|(_, tie)| story.tie_class(tie))
        .collect();
    let families = Family::ALL.map(|family| (family.id(), family.label()));
    let lines = families.into_iter().chain(key::LINKS);
    let lines = lines.filter(|(class, _)| drawn.contains(class));
    let lines = lines.map(|(class, label)| (Entry::Line(class), label));
    let actors = story.on_map.iter().filter_map(|&at| story.actor(at));
    let on_map: Vec<[bool; 4]> = actors.map(map::marks).collect();
    let boxes = MARKS
        .into_iter()
        .enumerate()
        .filter_map(|(at, (_, label))| {
            let mark = |marks: &[bool; 4]| marks.get(at) == Some(&true);
            let alone = core::array::from_fn(|other| other == at);
            on_map
                .iter()
                .any(mark)
                .then_some((Entry::Box(alone), label))
        });
    let badge = scene.nodes.iter().any(|node| node.badge.is_some());
    let badge = badge.then_some((Entry::Badge, "Number of statements"));
    lines.chain(boxes).chain(badge).collect()
}

/// The key, in as many rows as the width takes; says where it ends.
fn legend(out: &mut Writer, page: &Page, story: &Story, scene: &Scene, top: f64) -> f64 {
    let row = LABEL.size * LABEL.leading;
    let (mut x, mut y) = (MARGIN, top);
    for (entry, label) in entries(story, scene) {
        let width = SAMPLE.0 + SAMPLE.1 + LABEL.width(label);
        if x > MARGIN && x + width > scene.width - MARGIN {
            (x, y) = (MARGIN, y + row);
        }
        sample(out, &entry, (page.left(x, SAMPLE.0), y + row / 2.0));
        LABEL.write(out, page, &[label.into()], (x + SAMPLE.0 + SAMPLE.1, y));
        x += width + BETWEEN;
    }
    // Without actors there is nothing to explain.
    if x > MARGIN { y + row + 8.0 } else { top }
}

/// What an entry looks like on the map, small, with its middle at this height.
fn sample(out: &mut Writer, entry: &Entry, (left, middle): (f64, f64)) {
    match entry {
        Entry::Line(class) => {
            let place = ["translate(", &px(left), " ", &px(middle - 5.0), ")"].concat();
            let line = palette::line(class);
            out.open("g", &[("transform", &place)]);
            let [course, head] = key::SAMPLE;
            out.path(course, &line.stroke());
            out.path(head, &[("fill", line.colour)]);
            out.close("g");
        }
        Entry::Box(marks) => {
            let place = Rect::new(left, middle - 6.0, SAMPLE.0, 12.0);
            // A person's has round ends.
            let radius = if marks.first() == Some(&true) {
                6.0
            } else {
                2.0
            };
            out.rect(place, radius, &palette::actor_box(*marks));
        }
        Entry::Badge => {
            let pill = Rect::new(left + 3.0, middle - 8.0, 16.0, 16.0);
            out.rect(pill, 8.0, &[("fill", INK)]);
            let at = (left + SAMPLE.0 / 2.0, map::badge_baseline(&pill));
            let style = [("font-weight", "700"), ("fill", PAPER)];
            svg::number(out, "1", at, BADGE_TYPE_PX, &style);
        }
    }
}
