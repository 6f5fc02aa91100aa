//! The form of a map: names in its boxes, or, where names have no room, numbers, and the names in a list beside it.
//!
//! Decided before anything is placed, from the [`fill`] alone: which part of the map at its greatest height the named
//! boxes would take. So the same graph and width have one form, whatever the seed, and whoever paints the list knows it
//! without a layout. `docs/layout.md` has the fill curve.

use super::draft::Draft;
use super::groups::groups;
use super::height::greatest;
use super::index::put;
use super::label_box::is_number;
use super::{Graph, MAX_WIDTH, MIN_WIDTH, Node};

/// Up to so many actors all ties are drawn at every width, in a map of 1,000 px at most: what most incidents have.
pub const FEW_NODES: usize = 25;

/// From this width on, in CSS px, every tie of up to [`MOST_NODES`] actors is drawn at once, and ties need room too.
pub const ALL_TIES_FROM: f64 = 640.0;

/// Ties between more actors than this wait for focus at every width, and no height is promised for them.
pub const MOST_NODES: usize = 60;

/// More ties than this wait for focus on every map: that is every second pair of [`FEW_NODES`], which nobody could follow, and
/// the time for routing all of them grows steeply from there.
pub const MOST_DRAWN: usize = 160;

/// Whether ties are to wait for focus: many boxes on a narrow map, or very many, and more ties than in a tree; or more
/// ties than anybody could follow.
pub fn waits(nodes: usize, ties: usize, width: f64) -> bool {
    let are_many = nodes > MOST_NODES || (nodes > FEW_NODES && width < ALL_TIES_FROM);
    (are_many && ties >= nodes) || ties > MOST_DRAWN
}

/// The greatest [`fill`] of a map with names, `width` CSS px wide. Up to it the layout keeps the promised heights on the
/// whole corpus; beyond it no arrangement of the boxes does, or only one without ways between them.
pub fn most_fill(width: f64) -> f64 {
    if width < ALL_TIES_FROM { 0.42 } else { 0.30 }
}

/// The width a map is laid out for when `asked`, in CSS px, is asked for.
pub(super) fn width_of(asked: f64) -> f64 {
    let asked = if asked.is_nan() { MIN_WIDTH } else { asked };
    asked.clamp(MIN_WIDTH, MAX_WIDTH).floor()
}

/// Which part of a map `width` CSS px wide and as high as promised its named boxes take together, gaps and titles not
/// counted: 1 is all of it, and it may be more. The promise is 1,000 px up to [`FEW_NODES`] and 1,800 px for more.
pub fn fill(graph: &Graph, width: f64) -> f64 {
    let width = width_of(width);
    let draft = Draft::new(graph, width, 0.0);
    let area: f64 = draft.boxes.iter().map(|it| it.width * it.height).sum();
    area / (width * greatest(graph.nodes.len()))
}

/// Whether the boxes of a map `width` CSS px wide hold numbers.
pub fn is_numbered(graph: &Graph, width: f64) -> bool {
    fill(graph, width) > most_fill(width)
}

/// Each node's number, from 1: camp by camp in the camps' order, in each as the nodes stand, those without a camp last.
/// It is the same at every width, so a list in this order goes with every map.
pub fn numbers(graph: &Graph) -> Vec<usize> {
    let mut numbers = vec![0; graph.nodes.len()];
    let all = groups(graph);
    for (before, node) in all.iter().flat_map(|group| &group.nodes).enumerate() {
        put(&mut numbers, *node, before + 1);
    }
    numbers
}

/// The graph with numbers for names, and without badges: two numbers in a box would be taken for one another.
pub fn numbered(graph: &Graph) -> Graph {
    let nodes = graph.nodes.iter().zip(numbers(graph));
    let nodes = nodes.map(|(node, number)| Node {
        label: number.to_string(),
        badge: String::new(),
        ..*node
    });
    Graph {
        nodes: nodes.collect(),
        ties: graph.ties.clone(),
        camps: graph.camps.clone(),
    }
}

/// Whether a graph is one of so many numbers that its map, being narrow, draws the ties of one of them at a time.
pub(super) fn is_crowd(graph: &Graph, width: f64) -> bool {
    let nodes = &graph.nodes;
    nodes.len() > FEW_NODES
        && width < ALL_TIES_FROM
        && nodes.iter().all(|node| is_number(&node.label))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::Camp;

    fn node(label: &str, camp: Option<usize>) -> Node {
        Node {
            label: label.into(),
            badge: "3".into(),
            camp,
            round: false,
        }
    }

    #[test]
    fn numbers_run_through_the_camps() {
        let graph = Graph {
            nodes: vec![
                node("A", Some(1)),
                node("B", None),
                node("C", Some(0)),
                node("D", Some(1)),
                node("E", Some(7)),
            ],
            camps: vec![Camp::default(), Camp::default()],
            ..Graph::default()
        };
        assert_eq!(numbers(&graph), [2, 4, 1, 3, 5]);
        let labels: Vec<String> = numbered(&graph)
            .nodes
            .into_iter()
            .map(|it| it.label)
            .collect();
        assert_eq!(labels, ["2", "4", "1", "3", "5"]);
        assert!(numbers(&Graph::default()).is_empty());
    }

    #[test]
    fn names_have_numbers_where_they_would_fill_the_map() {
        let long = "Ministry of the North";
        let of = |count: usize| Graph {
            nodes: vec![node(long, None); count],
            ..Graph::default()
        };
        assert!(!is_numbered(&Graph::default(), 280.0));
        assert!(!is_numbered(&of(2), 280.0));
        assert!(is_numbered(&of(60), 280.0));
        assert!(!is_numbered(&of(60), 1200.0));
        assert!(fill(&of(60), 280.0) > 1.9 * fill(&of(30), 280.0));
        assert!(is_numbered(&of(60), f64::NAN), "no width is the narrowest");
    }
}
