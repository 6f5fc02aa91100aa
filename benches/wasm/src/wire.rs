//! A graph on its way to the browser: the same fields, to be written by the benchmark and read by its module.

use actor_map::layout::{Camp, Graph, Node, Tie};
use serde::{Deserialize, Serialize};

/// All of a [`Graph`], as JSON can have it.
#[derive(Serialize, Deserialize)]
pub struct Wire {
    /// Label, badge, camp, and whether it is round.
    nodes: Vec<(String, String, Option<usize>, bool)>,
    /// From, to, label, weight, and whether it is minor.
    ties: Vec<(usize, usize, String, u32, bool)>,
    /// Titles.
    camps: Vec<String>,
}

// Taken apart by pattern: a field that a graph gets one day must be named here.
impl From<Graph> for Wire {
    fn from(Graph { nodes, ties, camps }: Graph) -> Self {
        let node = |node| {
            let Node {
                label,
                badge,
                camp,
                round,
            } = node;
            (label, badge, camp, round)
        };
        let tie = |tie| {
            let Tie {
                from,
                to,
                label,
                weight,
                minor,
            } = tie;
            (from, to, label, weight, minor)
        };
        Self {
            nodes: nodes.into_iter().map(node).collect(),
            ties: ties.into_iter().map(tie).collect(),
            camps: camps.into_iter().map(|Camp { title }| title).collect(),
        }
    }
}

impl From<Wire> for Graph {
    fn from(Wire { nodes, ties, camps }: Wire) -> Self {
        let node = |(label, badge, camp, round)| Node {
            label,
            badge,
            camp,
            round,
        };
        let tie = |(from, to, label, weight, minor)| Tie {
            from,
            to,
            label,
            weight,
            minor,
        };
        Self {
            nodes: nodes.into_iter().map(node).collect(),
            ties: ties.into_iter().map(tie).collect(),
            camps: camps.into_iter().map(|title| Camp { title }).collect(),
        }
    }
}
