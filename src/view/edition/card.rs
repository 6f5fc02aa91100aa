//! The social card: title and map in 1,200 × 630 px, the size that sites and messengers show of a link.

use crate::layout::metrics::text_width;
use crate::layout::{Graph, Options, Point, Scene, TextLine, px, with_names};
use crate::view::palette::{INK, PAPER, SOFT};
use crate::view::state::SEED;
use crate::view::svg::{self, Writer};
use crate::view::{Story, words};

/// The card's width, in px.
pub const WIDTH: f64 = 1200.0;
/// The card's height, in px.
pub const HEIGHT: f64 = 630.0;

const MARGIN: f64 = 40.0;
/// Between the title and the map.
const GAP: f64 = 22.0;
/// The sizes of the title that are tried, the largest first, in px.
const TITLE_SIZES: [f64; 4] = [44.0, 38.0, 32.0, 27.0];
/// The most lines of a title; a longer one is set in the smallest size, in as many lines as it takes.
const TITLE_LINES: usize = 2;
/// From one line's baseline to the next, in the type's size.
const LEADING: f64 = 1.2;
/// The widths of maps that are tried: the one that comes out largest is taken.
const MAP_WIDTHS: [f64; 6] = [700.0, 850.0, 1000.0, 1150.0, 1300.0, 1500.0];

/// The card of a story as an SVG document.
pub fn card(story: &Story) -> String {
    let head = &story.incident.incident;
    let (size, title) = set_title(&head.title);
    let title_height = title.len() as f64 * size * LEADING;
    let kicker_height = 30.0;
    let top = MARGIN + kicker_height + title_height + GAP;
    let room = (WIDTH - 2.0 * MARGIN, HEIGHT - top - MARGIN);
    let (scene, scale) = largest(&story.graph, room);

    let mut out = Writer::default();
    let (width, height) = (px(WIDTH), px(HEIGHT));
    out.open_picture(&width, &height);
    out.element("title", &[], &head.title);
    out.element(
        "rect",
        &[("width", &width), ("height", &height), ("fill", PAPER)],
        "",
    );
    out.element(
        "rect",
        &[("width", &width), ("height", "10"), ("fill", INK)],
        "",
    );
    let kicker = line(&kicker(story), MARGIN + 16.0);
    out.text(&kicker, 19.0, &[("fill", SOFT), ("font-weight", "700")]);
    let mut baseline = MARGIN + kicker_height + size * 0.85;
    for text in &title {
        out.text(
            &line(text, baseline),
            size,
            &[("fill", INK), ("font-weight", "700")],
        );
        baseline += size * LEADING;
    }
    let left = MARGIN + (room.0 - scene.width * scale) / 2.0;
    // Written with three decimals: the scale is a factor, not a length.
    let place = format!("translate({} {}) scale({scale:.3})", px(left), px(top));
    out.open("g", &[("transform", &place)]);
    svg::contents(&mut out, story, &scene);
    out.close("g");
    out.close("svg");
    out.0
}

/// "Who said what · 25 actors · 39 statements · 5 sources"
fn kicker(story: &Story) -> String {
    let incident = &story.incident;
    [
        "Who said what".to_owned(),
        words::counted(incident.actors.len(), "actor", "actors"),
        words::statements(incident.statements.len()),
        words::counted(incident.sources.len(), "source", "sources"),
    ]
    .join(" · ")
}

fn line(text: &str, baseline: f64) -> TextLine {
    TextLine {
        text: text.into(),
        at: Point::new(MARGIN, baseline),
        width: 0.0,
    }
}

/// The largest size in which a title fits, and its lines.
fn set_title(title: &str) -> (f64, Vec<String>) {
    let smallest = TITLE_SIZES.last().copied().unwrap_or_default();
    let fits = TITLE_SIZES.iter().map(|&size| (size, wrapped(title, size)));
    let mut fits = fits.filter(|(size, lines)| lines.len() <= TITLE_LINES || *size == smallest);
    fits.next().unwrap_or_default()
}

fn wrapped(title: &str, size: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in title.split_whitespace() {
        match lines.last_mut() {
            Some(line)
                if text_width(&[line, " ", word].concat(), size, true) <= WIDTH - 2.0 * MARGIN =>
            {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// The map that comes out largest in a room of this width and height, and by how much it is scaled.
fn largest(graph: &Graph, (width, height): (f64, f64)) -> (Scene, f64) {
    let scenes = MAP_WIDTHS.iter().map(|&asked| {
        with_names(
            graph,
            &Options {
                width: asked,
                seed: SEED,
            },
        )
    });
    let scaled = scenes.map(|scene| {
        let scale = (width / scene.width.max(1.0)).min(height.max(1.0) / scene.height.max(1.0));
        (scene, scale)
    });
    scaled
        .reduce(|best, next| if next.1 > best.1 { next } else { best })
        .unwrap_or_default()
}
