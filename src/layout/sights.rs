//! What the ports of a box and the bends of the plane see of each other.

use super::index::at;
use super::ports::Port;
use super::price::exit_cost;
use super::visibility::Visibility;

/// A port and a bend that see each other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sight {
    /// Index of the bend.
    pub bend: usize,
    /// Index of the port among the node's.
    pub port: usize,
    /// Length and slant of the piece between them.
    pub cost: f64,
}

/// What the ports of one node see, by bend.
pub(super) struct Sights {
    /// All, by bend.
    pub all: Vec<Sight>,
    /// Those of bend `i` are `all[first[i]..first[i + 1]]`.
    first: Vec<usize>,
}

impl Sights {
    /// Looks from every port of a node at every bend.
    pub(super) fn new(visibility: &Visibility, ports: &[Port], node: usize) -> Self {
        let mut sights = Self {
            all: Vec::new(),
            first: vec![0],
        };
        for (bend, place) in visibility.bends.iter().enumerate() {
            for (port, from) in ports.iter().enumerate() {
                let step = place.at.from(from.at);
                if step.dot(from.out) > 0.0
                    && place.tangent(step)
                    && let Some(out) = exit_cost(from, place.at)
                    && visibility.sees(from.at, place.at, node, usize::MAX)
                {
                    sights.all.push(Sight {
                        bend,
                        port,
                        cost: out + step.length(),
                    });
                }
            }
            sights.first.push(sights.all.len());
        }
        sights
    }

    /// What sees this bend.
    pub(super) fn of(&self, bend: usize) -> &[Sight] {
        self.all
            .get(at(&self.first, bend)..at(&self.first, bend + 1))
            .unwrap_or_default()
    }
}
