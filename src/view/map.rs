//! The map: a [`Scene`] painted as SVG, with every actor a control.
//!
//! Actors are SVG groups with role, name and focus of their own rather than buttons in a `<foreignObject>`:
//! they need neither style attributes nor an engine's care for HTML inside SVG. The groups outlive a relayout,
//! so focus stays where it is.

use reactive_graph::traits::Get;

use crate::incident::template::fill;
use crate::incident::{Actor, Kind, Role};
use crate::layout::metrics::{
    BADGE_TYPE_PX, CAMP_TRACKING_PX, CAMP_TYPE_PX, NODE_TYPE_PX, TIE_TYPE_PX,
};
use crate::layout::{Node, NodeBox, Point, Rect, Scene, TextLine, TiePath, px};

use super::dom::{self, El, group, label};
use super::language::{english, native};
use super::state::State;
use super::story::{Story, Tie};
use super::words;

/// The panel's id, inside the shadow root.
pub const PANEL_ID: &str = "panel";

/// The map of the actors.
pub fn map(state: &State) -> El {
    let story = &state.story;
    let of_scene = |pick: fn(&Scene) -> String| {
        let frame = state.frame.clone();
        move || Some(pick(&frame.get().scene))
    };
    let (camps_of, ties_of) = (state.frame.clone(), state.clone());
    // What it is called and what stands on its ties are words of ours, names and titles are not.
    english(story, dom::picture())
        .attr("class", "map")
        .attr("part", "map")
        .attr("role", if story.live { "group" } else { "img" })
        .attr(
            "aria-label",
            fill(
                "Map of %",
                &[&words::counted(story.on_map.len(), "actor", "actors")],
            ),
        )
        .live_attr("width", of_scene(|scene| px(scene.width)))
        .live_attr("height", of_scene(|scene| px(scene.height)))
        .live_attr(
            "viewBox",
            of_scene(|scene| ["0 0 ", &px(scene.width), " ", &px(scene.height)].concat()),
        )
        .child(native(story, group("camps")).live_children(move || camps(&camps_of.get().scene)))
        // The ties say nothing that the panel does not say in words, so assistive technology skips them.
        .child(
            group("ties")
                .attr("aria-hidden", "true")
                .live_children(move || ties(&ties_of)),
        )
        .each(
            story
                .on_map
                .iter()
                .enumerate()
                .map(|(node, &actor)| control(state, node, actor)),
        )
}

fn control(state: &State, node: usize, position: usize) -> El {
    let story = &state.story;
    let Some(actor) = story.actor(position) else {
        return group("actor");
    };
    let class = class(actor);
    let (emphasis, content) = (state.clone(), state.clone());
    let placed = dom::group_of(move || {
        let open = if emphasis.lit.get() == Some(position) {
            " open"
        } else {
            ""
        };
        let dim = if emphasis.concerns(position) {
            ""
        } else {
            " dim"
        };
        [&class, open, dim].concat()
    })
    .attr("part", "actor")
    .live_children(move || {
        let scene = &content.frame.get().scene;
        node_box(scene, node, &content.story, position)
    });
    let placed = native(story, placed);
    if !story.live {
        return placed;
    }
    let (named, frame) = (story.clone(), state.frame.clone());
    let spoken = move || {
        let actor = named.actor(position)?;
        let mut spoken = words::spoken(actor, named.said(position).len());
        if let Some(camp) = named.incident.camp_of(actor) {
            spoken = fill("%. %", &[&spoken, &camp.title]);
        }
        Some(if frame.get().scene.numbered {
            // What the eye sees comes first.
            [&named.number(position), " ", &spoken].concat()
        } else {
            spoken
        })
    };
    let open = state.open.clone();
    let expanded = move || {
        let is_open = open.get() == Some(position);
        Some(if is_open { "true" } else { "false" }.into())
    };
    let lit = state.lit.clone();
    // From an open actor the tab key leads on to what was opened, not through all others. (Once that is painted: a click is
    // not to wait for 25 attributes.)
    let stop = move || {
        let passed = lit.get().is_some_and(|lit| lit != position);
        Some(if passed { "-1" } else { "0" }.into())
    };
    placed
        .attr("data-actor", &actor.id)
        .live_attr("aria-expanded", expanded)
        .attr("aria-controls", PANEL_ID)
        .attr("role", "button")
        .live_attr("tabindex", stop)
        .live_attr("aria-label", spoken)
}

/// Marks of an actor: a class name for its box, and what the key says of it. The key lists them in this order.
pub const MARKS: [(&str, &str); 4] = [
    (" person", "Person"),
    (" accused", "Accused"),
    (" target", "Target"),
    (" unnamed", "Not named"),
];

/// Whether an actor has each of the [`MARKS`].
pub fn marks(actor: &Actor) -> [bool; 4] {
    let plays = |part: fn(&Role) -> bool| actor.roles.iter().any(part);
    [
        actor.kind == Kind::Person,
        plays(|role| matches!(role, Role::Initiator | Role::AllegedSponsor)),
        plays(|role| *role == Role::Victim),
        actor.kind == Kind::Unknown,
    ]
}

/// Class names of an actor: how its box is drawn.
pub(super) fn class(actor: &Actor) -> String {
    let mut class = String::from("actor");
    for ((mark, _), marked) in MARKS.into_iter().zip(marks(actor)) {
        if marked {
            class += mark;
        }
    }
    class
}

fn node_box(scene: &Scene, node: usize, story: &Story, position: usize) -> Vec<El> {
    let (Some(placed), Some(asked)) = (scene.nodes.get(node), story.graph.nodes.get(node)) else {
        return Vec::new();
    };
    let radius = radius(placed, asked);
    // Under the box, and no further out than heads begin to be wide: they end at the box.
    let ring = rect("ring", grown(placed.rect, 2.0), radius + 2.0);
    let outline = rect("box", placed.rect, radius);
    if scene.numbered {
        // What a number stands for shows under a pointer, and in the picture that `live/picture.js` makes of the map.
        let name = story.actor(position).map_or("", |actor| &actor.name);
        let number = story.number(position);
        let outline = outline.child(dom::tooltip([&number, " ", name].concat()));
        let number = label("name", number)
            .px("x", placed.rect.x + placed.rect.width / 2.0)
            .px("y", placed.lines.first().map_or(0.0, |line| line.at.y))
            .px("font-size", NODE_TYPE_PX)
            .attr("text-anchor", "middle");
        return vec![ring, outline, number];
    }
    let mut parts = vec![ring, outline];
    parts.extend(
        placed
            .lines
            .iter()
            .map(|line| text("name", line, NODE_TYPE_PX)),
    );
    if let Some(badge) = placed.badge {
        parts.push(rect("badge", badge, badge.height / 2.0));
        parts.push(
            label("badge-number", &asked.badge)
                .px("x", badge.x + badge.width / 2.0)
                .px("y", badge_baseline(&badge))
                .px("font-size", BADGE_TYPE_PX)
                .attr("text-anchor", "middle"),
        );
    }
    parts
}

/// The radius of a box's corners, in CSS px.
pub(super) fn radius(placed: &NodeBox, asked: &Node) -> f64 {
    if asked.round {
        (placed.rect.height / 2.0).min(18.0)
    } else {
        6.0
    }
}

/// The baseline of a badge's number.
pub(super) fn badge_baseline(badge: &Rect) -> f64 {
    badge.y + badge.height / 2.0 + BADGE_TYPE_PX * 0.36
}

fn camps(scene: &Scene) -> Vec<El> {
    let title =
        |line| text("camp-title", line, CAMP_TYPE_PX).px("letter-spacing", CAMP_TRACKING_PX);
    let camps = scene.camps.iter();
    camps
        .map(|camp| {
            group("camp")
                .child(rect("ground", camp.rect, 12.0))
                .each(camp.title.iter().map(title))
        })
        .collect()
}

/// The ties: first all lines, each with a casing that parts it from those it crosses, then all heads and words, so
/// that no casing covers a head.
fn ties(state: &State) -> Vec<El> {
    let frame = state.frame.get();
    let mut lines = Vec::new();
    let mut heads = Vec::new();
    for placed in frame.scene.ties.iter().filter(|placed| placed.joins()) {
        let Some(tie) = state.story.ties.get(placed.tie) else {
            continue;
        };
        let line = tie_group(state, placed, tie)
            .child(dom::path("casing", &placed.d))
            .child(dom::path("line", &placed.d));
        let mut head =
            tie_group(state, placed, tie).child(dom::path("head", corners(&placed.head)));
        if let Some(label) = &placed.label {
            head = head.child(text("tie-words", &label.line, TIE_TYPE_PX));
        }
        lines.push(line);
        heads.push(head);
    }
    lines.append(&mut heads);
    lines
}

fn tie_group(state: &State, placed: &TiePath, tie: &Tie) -> El {
    let class = state.story.tie_class(tie);
    let (from, to, clear) = (tie.from, tie.to, placed.clear);
    let lit = state.lit.clone();
    dom::group_of(move || {
        let emphasis = match lit.get() {
            None => "",
            Some(lit) if lit == from || lit == to => " near",
            Some(_) => " dim",
        };
        // A tie that would cross a name, or waits with all others, is drawn only while one of its actors is open.
        let waits = if clear || emphasis == " near" {
            ""
        } else {
            " waits"
        };
        ["tie ", class, emphasis, waits].concat()
    })
    .attr("data-tie", placed.tie.to_string())
}

/// An arrowhead as path data.
pub(super) fn corners(head: &[Point; 3]) -> String {
    let [tip, left, right] = head.map(|corner| [&px(corner.x), " ", &px(corner.y)].concat());
    ["M", &tip, "L", &left, "L", &right, "Z"].concat()
}

fn rect(class: &'static str, rect: Rect, radius: f64) -> El {
    dom::rect(class)
        .px("x", rect.x)
        .px("y", rect.y)
        .px("width", rect.width)
        .px("height", rect.height)
        .px("rx", radius)
}

/// One line of text. It ends with a space, so that the lines of a name do not run into one word where they are read.
fn text(class: &'static str, line: &TextLine, size: f64) -> El {
    let label = label(class, line.directed() + " ")
        .px("x", line.x())
        .px("y", line.at.y)
        .px("font-size", size);
    if line.from_right {
        label.attr("text-anchor", "end")
    } else {
        label
    }
}

fn grown(rect: Rect, by: f64) -> Rect {
    Rect {
        x: rect.x - by,
        y: rect.y - by,
        width: rect.width + 2.0 * by,
        height: rect.height + 2.0 * by,
    }
}
