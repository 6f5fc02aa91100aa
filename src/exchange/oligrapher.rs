//! Oligrapher 3 (LittleSis): a drawn map that can be edited on, with one annotation per statement.

use super::graph::Graph;
use super::tree::{list, object, optional, text, texts};
use crate::incident::{Incident, Node, PartialDate, Reading, Status, Term};
use crate::layout::{Options, with_names};
use crate::view::Story;

/// How wide the map is laid out, in Oligrapher's units: its circles need more room than our labels.
const WIDTH: f64 = 1_200.0;
/// How far apart the actors are drawn that the map itself does not show.
const SPACING: f64 = 160.0;

/// An incident as the state of an Oligrapher map: actors where our own layout puts them, claims that are not on record
/// dashed.
pub fn write(incident: &Incident) -> Node {
    let graph = Graph::of(incident);
    let places = places(incident);
    let node_id = |at: usize| {
        let node = graph.nodes.get(at);
        node.map_or_else(String::new, |node| node.actor.id.clone())
    };
    let edges_of = |at: usize| {
        let edges = graph.edges.iter();
        let edges = edges.filter(move |edge| edge.from == at || edge.to == at);
        texts(edges.map(|edge| edge.id.clone()))
    };
    let nodes = graph.nodes.iter().enumerate().map(|(at, node)| {
        let (x, y) = places.get(at).copied().unwrap_or_default();
        let value = object([
            ("id", text(&node.actor.id)),
            ("name", text(&node.actor.name)),
            ("description", optional(node.actor.about.as_deref())),
            ("x", Node::Number(x)),
            ("y", Node::Number(y)),
            ("scale", Node::Number(1.0)),
            ("edgeIds", edges_of(at)),
        ]);
        (node.actor.id.clone(), value)
    });
    let edges = graph.edges.iter().map(|edge| {
        let open = edge.sort == "claim" && edge.status != Status::Settled.id();
        let value = object([
            ("id", text(&edge.id)),
            ("node1_id", text(node_id(edge.from))),
            ("node2_id", text(node_id(edge.to))),
            ("label", text(&edge.label)),
            ("arrow", text("1->2")),
            ("dash", Node::Bool(open)),
            ("scale", Node::Number(1.0)),
        ]);
        (edge.id.clone(), value)
    });
    object([
        (
            "attributes",
            object([
                ("title", text(graph.title)),
                ("subtitle", optional(incident.incident.summary.as_deref())),
                (
                    "date",
                    optional(incident.incident.disclosed.map(PartialDate::in_words)),
                ),
            ]),
        ),
        (
            "graph",
            object([
                ("nodes", Node::Map(nodes.collect())),
                ("edges", Node::Map(edges.collect())),
                ("captions", Node::Map(Vec::new())),
            ]),
        ),
        (
            "annotations",
            object([("list", list(annotations(incident, &graph)))]),
        ),
    ])
}

/// One annotation per statement: who, what, in whose words.
fn annotations(incident: &Incident, graph: &Graph<'_>) -> Vec<Node> {
    let name = |id: &str| {
        incident
            .actor(id)
            .map_or_else(String::new, |actor| actor.name.clone())
    };
    let annotations = incident.statements.iter().map(|statement| {
        let header = format!(
            "{} {}",
            name(&statement.speaker),
            super::stix::act(statement, incident)
        );
        let lines: Vec<String> = statement
            .reports
            .iter()
            .map(|report| super::stix::line_of(report, incident))
            .collect();
        let rests =
            |edge: &&super::graph::Edge| edge.statements.split('|').any(|id| id == statement.id);
        let edges = graph.edges.iter().filter(rests);
        object([
            ("id", text(&statement.id)),
            ("header", text(header)),
            ("text", text(lines.join("\n"))),
            (
                "nodeIds",
                texts(std::iter::once(&statement.speaker).chain(&statement.to)),
            ),
            ("edgeIds", texts(edges.map(|edge| edge.id.clone()))),
            ("captionIds", Node::List(Vec::new())),
        ])
    });
    annotations.collect()
}

/// Where each actor stands: in the middle of its box on the map; in rows under it where the map does not show it.
fn places(incident: &Incident) -> Vec<(f64, f64)> {
    let story = Story::new(Reading {
        incident: incident.clone(),
        problems: Vec::new(),
        errors: 0,
        warnings: 0,
        left_out: 0,
    });
    let scene = with_names(
        &story.graph,
        &Options {
            width: WIDTH,
            ..Options::default()
        },
    );
    let mut places = vec![(0.0, 0.0); incident.actors.len()];
    for (node, actor) in story.on_map.iter().enumerate() {
        let frame = scene.nodes.get(node);
        if let (Some(place), Some(drawn)) = (places.get_mut(*actor), frame) {
            let rect = drawn.rect;
            *place = (
                (rect.x + rect.width / 2.0).round(),
                (rect.y + rect.height / 2.0).round(),
            );
        }
    }
    let (mut x, mut y) = (0.0, scene.height + SPACING);
    for actor in &story.off_map {
        if let Some(place) = places.get_mut(*actor) {
            *place = (x, y);
        }
        x += SPACING;
        if x > WIDTH {
            (x, y) = (0.0, y + SPACING);
        }
    }
    places
}
