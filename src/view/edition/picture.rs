//! One map as markup that compresses well: what the live map paints, with places relative to their boxes.
//!
//! Nothing on it is a control; `data-actor-ref` tells the loader what a reader aims at before the program is there.

use std::collections::BTreeSet;

use crate::incident::words::fill;
use crate::layout::metrics::{
    BADGE_TYPE_PX, CAMP_TRACKING_PX, CAMP_TYPE_PX, NODE_TYPE_PX, TIE_TYPE_PX,
};
use crate::layout::{Rect, TextLine, px};

use super::bands::Band;
use super::path;
use crate::view::dom::{El, el};
use crate::view::{Story, map, words};

/// The map of a band.
pub fn picture(story: &Story, band: &Band) -> El {
    let scene = &band.scene;
    let (width, height) = (px(scene.width), px(scene.height));
    let actors = words::counted(story.on_map.len(), "actor", "actors");
    el("svg")
        .attr("class", ["map m", &width].concat())
        .attr("part", "map")
        .attr("role", "img")
        .attr("aria-label", fill("Map of %", &[&actors]))
        .attr("data-width", &width)
        .attr("data-seed", band.seed.to_string())
        .attr("width", &width)
        .attr("height", &height)
        .attr("viewBox", ["0 0 ", &width, " ", &height].concat())
        .child(camps(band))
        .child(ties(story, band))
        .child(nodes(story, band))
}

fn camps(band: &Band) -> El {
    let camps = band.scene.camps.iter().map(|camp| {
        let title = camp
            .title
            .iter()
            .map(|line| text("camp-title", line, CAMP_TYPE_PX, Rect::default()));
        el("g")
            .child(rect("ground", camp.rect, 12.0))
            .children(title.collect())
    });
    el("g")
        .attr("class", "camps")
        .attr("letter-spacing", px(CAMP_TRACKING_PX))
        .children(camps.collect())
}

/// The arrowheads of all maps, one for each kind of tie, in a picture without size.
pub fn heads(story: &Story) -> El {
    let kinds = story.ties.iter().map(|tie| story.tie_class(tie));
    let kinds: BTreeSet<&str> = kinds.collect();
    let head = |kind: &str| {
        el("marker")
            .attr("id", head_id(kind))
            .attr("class", ["tie ", kind].concat())
            .attr("orient", "auto")
            .attr("markerUnits", "userSpaceOnUse")
            .attr("overflow", "visible")
            .child(el("path").attr("class", "head").attr("d", HEAD))
    };
    el("svg")
        .attr("class", "heads")
        .attr("width", "0")
        .attr("height", "0")
        .attr("aria-hidden", "true")
        .children(kinds.into_iter().map(head).collect())
}

/// A head on a line that runs to the right and ends at the origin, as `layout::course` cuts it.
const HEAD: &str = "M6 0L-3 3.8V-3.8Z";

fn head_id(kind: &str) -> String {
    kind.replace(' ', "-")
}

/// All lines, each with a casing that parts it from those it crosses, then the words; ties that wait for a reader are
/// left to the program.
fn ties(story: &Story, band: &Band) -> El {
    let drawn = || {
        let placed = band.scene.ties.iter();
        let clear = placed.filter(|placed| placed.clear && !placed.d.is_empty());
        clear.filter_map(|placed| Some((placed, story.tie_class(story.ties.get(placed.tie)?))))
    };
    let group = |kind: &str| el("g").attr("class", ["tie ", kind].concat());
    let lines = drawn().map(|(placed, kind)| {
        let course = path::compact(&placed.d);
        let path = |class: &'static str| el("path").attr("class", class).attr("d", &course);
        let line = path("line").attr("marker-end", ["url(#", &head_id(kind), ")"].concat());
        group(kind).child(path("casing")).child(line)
    });
    let words = drawn().filter_map(|(placed, kind)| {
        let words = &placed.label.as_ref()?.line;
        Some(group(kind).child(text("tie-words", words, TIE_TYPE_PX, Rect::default())))
    });
    el("g")
        .attr("aria-hidden", "true")
        .children(lines.chain(words).collect())
}

fn nodes(story: &Story, band: &Band) -> El {
    let nodes = band
        .scene
        .nodes
        .iter()
        .zip(&story.graph.nodes)
        .zip(&story.on_map);
    let nodes = nodes.filter_map(|((placed, asked), &position)| {
        let actor = story.actor(position)?;
        let corner = placed.rect;
        let shape = Rect::new(0.0, 0.0, corner.width, corner.height);
        let lines = placed
            .lines
            .iter()
            .map(|line| text("name", line, NODE_TYPE_PX, corner));
        // The place stands first: what follows is often the same at every width.
        let node = el("g")
            .attr(
                "transform",
                ["translate(", &px(corner.x), " ", &px(corner.y), ")"].concat(),
            )
            .attr("class", map::class(actor))
            .attr("data-actor-ref", &actor.id)
            .child(rect("box", shape, map::radius(placed, asked)))
            .children(lines.collect());
        let Some(badge) = placed.badge else {
            return Some(node);
        };
        let badge = Rect {
            x: badge.x - corner.x,
            y: badge.y - corner.y,
            ..badge
        };
        let number = el("text")
            .attr("class", "badge-number")
            .attr("x", px(badge.x + badge.width / 2.0))
            .attr("y", px(map::badge_baseline(&badge)))
            .attr("font-size", px(BADGE_TYPE_PX))
            .attr("text-anchor", "middle");
        Some(
            node.child(rect("badge", badge, badge.height / 2.0))
                .child(number.text(&asked.badge)),
        )
    });
    el("g").children(nodes.collect())
}

fn rect(class: &'static str, rect: Rect, radius: f64) -> El {
    let rectangle = el("rect").attr("class", class);
    let corner = [("x", rect.x), ("y", rect.y)].into_iter();
    corner
        .filter(|(_, length)| *length != 0.0)
        .fold(rectangle, |rectangle, (name, length)| {
            rectangle.attr(name, px(length))
        })
        .attr("width", px(rect.width))
        .attr("height", px(rect.height))
        .attr("rx", px(radius))
}

/// One line of text, placed from a box's corner; it ends with a space, so that lines do not run into one word.
fn text(class: &'static str, line: &TextLine, size: f64, corner: Rect) -> El {
    el("text")
        .attr("class", class)
        .attr("x", px(line.at.x - corner.x))
        .attr("y", px(line.at.y - corner.y))
        .attr("font-size", px(size))
        .text([&line.text, " "].concat())
}
