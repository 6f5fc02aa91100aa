//! One map as markup that compresses well: what the live map paints, in whole pixels, with places relative to their
//! boxes.
//!
//! Nothing on it is a control. What a reader aims at before the program is there the loader tells by its place: names
//! follow each other as the rows of the panel do.

use crate::incident::template::fill;
use crate::layout::metrics::{BADGE_TYPE_PX, CAMP_TRACKING_PX, CAMP_TYPE_PX, NODE_TYPE_PX};
use crate::layout::{Rect, TextLine, px};

use super::bands::Band;
use super::ties::ties;
use crate::view::dom::{El, el};
use crate::view::language::{english, native};
use crate::view::{Story, map, words};

/// The map of a band. `shows` are the class names of the ranges of widths in which it shows, each after a space.
pub fn picture(story: &Story, band: &Band, shows: &str) -> El {
    let scene = &band.scene;
    let (width, height) = (px(scene.width), px(scene.height));
    let actors = words::counted(story.on_map.len(), "actor", "actors");
    english(story, el("svg"))
        .attr("class", ["map", shows].concat())
        .attr("part", "map")
        .attr("role", "img")
        .attr("aria-label", fill("Map of %", &[&actors]))
        .attr("data-seed", band.seed.to_string())
        .maybe_attr("data-places", band.places.as_deref())
        .attr("width", &width)
        .attr("height", &height)
        .attr("viewBox", ["0 0 ", &width, " ", &height].concat())
        .child(native(story, camps(band)))
        .child(ties(story, band))
        .child(nodes(story, band))
}

fn camps(band: &Band) -> El {
    let camps = band.scene.camps.iter().flat_map(|camp| {
        let title = camp.title.iter();
        let title = title.map(|line| text("camp-title", line, CAMP_TYPE_PX, Rect::default()));
        core::iter::once(rect("ground", whole(camp.rect), 12.0)).chain(title)
    });
    el("g")
        .attr("class", "camps")
        .attr("letter-spacing", px(CAMP_TRACKING_PX))
        .children(camps.collect::<Vec<El>>())
}

fn nodes(story: &Story, band: &Band) -> El {
    let scene = &band.scene;
    let nodes = story.list_order.iter().filter_map(|&position| {
        // In the list's order, by which the loader finds a name's row.
        let node = story.on_map.iter().position(|&actor| actor == position)?;
        let (placed, asked) = (scene.nodes.get(node)?, story.graph.nodes.get(node)?);
        let actor = story.actor(position)?;
        let place = whole(placed.rect);
        let lines = placed.lines.iter().map(|line| {
            if scene.numbered {
                digits(
                    "name",
                    &line.text,
                    place.width,
                    line.at.y - place.y,
                    NODE_TYPE_PX,
                )
            } else {
                text("name", line, NODE_TYPE_PX, place)
            }
        });
        let badge = placed.badge.map(|pill| badge(pill, place, &asked.badge));
        // The place stands first: what follows is often the same at every width.
        let node = moved(place, Rect::default())
            .attr("class", map::class(actor))
            .child(rect("box", at_origin(place), map::radius(placed, asked)))
            .children(lines.collect::<Vec<El>>())
            .children(badge.into_iter().collect::<Vec<El>>());
        Some(node)
    });
    native(story, el("g")).children(nodes.collect::<Vec<El>>())
}

/// The number of an actor's statements, in its pill.
fn badge(pill: Rect, corner: Rect, number: &str) -> El {
    let place = whole(pill);
    let pill = at_origin(place);
    let baseline = map::badge_baseline(&pill);
    moved(place, corner)
        .child(rect("badge", pill, pill.height / 2.0))
        .child(digits(
            "badge-number",
            number,
            pill.width,
            baseline,
            BADGE_TYPE_PX,
        ))
}

/// A number in the middle of something so wide.
fn digits(class: &'static str, number: &str, width: f64, baseline: f64, size: f64) -> El {
    el("text")
        .attr("class", class)
        .attr("x", px(width / 2.0))
        .attr("y", px(baseline.round()))
        .attr("font-size", px(size))
        .attr("text-anchor", "middle")
        .text(number)
}

/// A group whose origin is a box's corner, seen from another box's corner.
fn moved(place: Rect, corner: Rect) -> El {
    let (x, y) = (px(place.x - corner.x), px(place.y - corner.y));
    el("g").attr("transform", ["translate(", &x, " ", &y, ")"].concat())
}

fn at_origin(place: Rect) -> Rect {
    Rect::new(0.0, 0.0, place.width, place.height)
}

/// A box whose four edges are in whole px.
fn whole(rect: Rect) -> Rect {
    let (x, y) = (rect.x.round(), rect.y.round());
    Rect::new(x, y, rect.right().round() - x, rect.bottom().round() - y)
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

/// One line of text in whole px, placed from a box's corner; it ends with a space, so that lines do not run into one
/// word.
pub(super) fn text(class: &'static str, line: &TextLine, size: f64, corner: Rect) -> El {
    el("text")
        .attr("class", class)
        .attr("x", px((line.x() - corner.x).round()))
        .attr("y", px((line.at.y - corner.y).round()))
        .attr("font-size", px(size))
        .maybe_attr("text-anchor", line.from_right.then_some("end"))
        .text(line.directed() + " ")
}
