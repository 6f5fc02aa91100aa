//! The groups of a graph, which get a territory each, and their titles.

use super::index::put;
use super::letters::is_from_right;
use super::metrics::title_width;
use super::upper::upper;
use super::wrap::wrap;
use super::{Camp, Graph};

/// From one baseline of a title to the next.
pub(super) const TITLE_LINE_PX: f64 = 14.0;
/// From a camp's border to its title's first line.
pub(super) const TITLE_TOP_PX: f64 = 7.0;

/// The nodes of one camp, or all those without one.
#[derive(Clone, Debug, Default)]
pub(super) struct Group {
    /// Index into the graph's camps, if it is one.
    pub camp: Option<usize>,
    /// Indexes of its nodes.
    pub nodes: Vec<usize>,
    /// Whether its title is written from right to left.
    pub from_right: bool,
}

/// The groups of a graph: its camps that have nodes, in their order, then the nodes without one.
pub(super) fn groups(graph: &Graph) -> Vec<Group> {
    let camps = graph.camps.iter().enumerate();
    let mut groups: Vec<Group> = camps
        .map(|(index, camp)| Group {
            camp: Some(index),
            nodes: Vec::new(),
            from_right: is_from_right(&camp.title),
        })
        .collect();
    let mut others = Group::default();
    for (index, node) in graph.nodes.iter().enumerate() {
        match node.camp.and_then(|camp| groups.get_mut(camp)) {
            Some(group) => group.nodes.push(index),
            None => others.nodes.push(index),
        }
    }
    groups.push(others);
    groups.retain(|group| !group.nodes.is_empty());
    groups
}

/// Each of `nodes` nodes' group.
pub(super) fn group_of(groups: &[Group], nodes: usize) -> Vec<usize> {
    let mut all = vec![usize::MAX; nodes];
    for (index, group) in groups.iter().enumerate() {
        for &node in &group.nodes {
            put(&mut all, node, index);
        }
    }
    all
}

/// The title of a camp, wrapped to a width.
pub(super) fn title_lines(camp: Option<&Camp>, width: f64) -> Vec<String> {
    camp.map_or_else(Vec::new, |camp| {
        wrap(&upper(&camp.title), width, title_width)
    })
}
