//! Graphs as dots, without boxes, camps or a width; and the stress that plain descent gets for them.

use actor_map::layout::large::plain;
use actor_map::layout::quality::{Drawing, Line, stress};
use actor_map::layout::{Graph, Point, Rect, Tie};

use crate::cases::median;

/// So many seeds are tried; a single descent may end in a poor place or a lucky one.
const SEEDS: u32 = 9;

/// The Kruskal stress (the loss) of a graph by plain descent: the median of the seeds' and the least.
pub fn sgd(graph: &Graph) -> (f64, f64) {
    let ties = ties(graph);
    let losses = (1..=SEEDS).map(|seed| {
        let points = plain(graph.nodes.len(), &ties, seed);
        1.0 - stress(&dots(graph, &points))
    });
    let losses: Vec<f64> = losses.collect();
    let least = losses.iter().copied().fold(f64::INFINITY, f64::min);
    (median(losses), least)
}

/// The ties between two different nodes, as layouts of dots take them.
pub fn ties(graph: &Graph) -> Vec<(u32, u32)> {
    let ties = graph.ties.iter().filter(|tie| tie.from != tie.to);
    ties.map(|tie| (tie.from as u32, tie.to as u32)).collect()
}

/// A drawing of dots, its ties not drawn: what is measured of it lies between the dots.
pub fn dots(graph: &Graph, points: &[Point]) -> Drawing {
    let dot = |point: &Point| Rect::new(point.x, point.y, 0.0, 0.0);
    let line = |tie: &Tie| Line {
        from: tie.from,
        to: tie.to,
        course: Vec::new(),
    };
    Drawing {
        nodes: points.iter().map(dot).collect(),
        ties: graph.ties.iter().map(line).collect(),
        ..Drawing::default()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::*;
    use actor_map::layout::Node;

    /// A graph of so many nodes and these ties.
    fn graph(nodes: usize, ties: &[(usize, usize)]) -> Graph {
        let tie = |&(from, to): &(usize, usize)| Tie {
            from,
            to,
            ..Tie::default()
        };
        Graph {
            nodes: vec![Node::default(); nodes],
            ties: ties.iter().map(tie).collect(),
            camps: Vec::new(),
        }
    }

    #[test]
    fn a_path_has_no_stress_and_five_of_a_kind_have_some() {
        let path = graph(5, &[(0, 1), (1, 2), (2, 3), (3, 4)]);
        let (usual, least) = sgd(&path);
        assert!(least <= usual && usual < 0.05, "{usual}");
        let pairs: Vec<_> = (0..5).flat_map(|i| (0..i).map(move |j| (i, j))).collect();
        let (usual, least) = sgd(&graph(5, &pairs));
        assert!(least > 0.1, "five cannot be equally far apart: {least}");
        assert!(usual < 0.4, "{usual}");
    }
}
