//! How high a map may be.

use super::form::{FEW_NODES, MOST_NODES};

/// Heights in CSS px.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Height {
    /// The height to aim at; rows are spread up to it.
    pub target: f64,
    /// The height that a map of so many actors should never pass.
    pub most: f64,
    /// What a px over the target costs: 1, or more where a map is to be small.
    pub weight: f64,
}

/// The height that a map of so many nodes is promised to keep to, in CSS px.
pub(super) fn greatest(nodes: usize) -> f64 {
    if nodes <= FEW_NODES { 1000.0 } else { 1800.0 }
}

impl Height {
    /// For boxes of this area together on a map of this width.
    pub(super) fn new(nodes: usize, area: f64, width: f64) -> Self {
        // Boxes take a share of the map that falls from two fifths on a phone to a fifth on a desk.
        let share = ((width - 320.0) / 880.0).clamp(0.0, 1.0);
        Self {
            target: (area / (0.42 - 0.22 * share) / width).max(180.0),
            most: if nodes <= MOST_NODES {
                greatest(nodes)
            } else {
                f64::INFINITY
            },
            weight: 1.0,
        }
    }

    /// By how much a height is too much: px over the target by their weight, those over the most a hundred times.
    pub(super) fn excess(&self, height: f64) -> f64 {
        (height - self.target).max(0.0) * self.weight + (height - self.most).max(0.0) * 100.0
    }
}
