//! How much is tried, by the size of the graph: a news map gets the whole of it, thousands of boxes get what time allows.

use super::Search;
use super::form::MOST_DRAWN;

/// Numbers of tries.
#[derive(Clone, Copy, Debug)]
pub(super) struct Effort {
    /// Floorplans that are searched.
    pub plans: usize,
    /// Places of low stress that are tried for each floorplan.
    pub starts: usize,
    /// Search steps of the shortest search.
    pub steps: usize,
    /// Placements that are routed.
    pub scenes: usize,
    /// Ties that may pass a corner side by side, at first: twice as many when all is tried again. 0 for straight ways
    /// only.
    pub lanes: usize,
    /// How often each tie is rerouted among the others.
    pub reroutes: usize,
    /// How often all is tried again: with more room if ties are left without a clear way, with less if it is too high.
    pub retries: u32,
}

/// Up to so many boxes are soon in their places. Found by trying, and not the promise of
/// [`FEW_NODES`](super::form::FEW_NODES), though the number is the same.
const SOON_PLACED: usize = 25;

/// A thorough search takes so many times the steps of a quick one.
const THOROUGH: usize = 8;

impl Effort {
    /// The effort for a graph of this size.
    pub(super) fn of(nodes: usize, ties: usize, search: Search) -> Self {
        let quick = Self::quick(nodes, ties);
        match search {
            Search::Quick => quick,
            Search::Thorough => Self {
                steps: quick.steps * THOROUGH,
                // Straight ways only are as good the first time.
                reroutes: quick.lanes.min(1),
                ..quick
            },
        }
    }

    /// That of a quick search.
    fn quick(nodes: usize, ties: usize) -> Self {
        let effort = Self::of_size(nodes, ties);
        if ties <= MOST_DRAWN {
            return effort;
        }
        // They are never drawn together, and hundreds of ways take long to find.
        Self {
            scenes: 1,
            lanes: effort.lanes.min(1),
            ..effort
        }
    }

    fn of_size(nodes: usize, ties: usize) -> Self {
        // What one search step costs at most.
        let terms = (ties * (ties / 2 + nodes)).max(1);
        let steps = (200_000 / terms).clamp(2, 45);
        match nodes {
            0..=40 => Self {
                plans: 10,
                starts: 6,
                steps: if nodes <= SOON_PLACED {
                    steps / 2
                } else {
                    steps
                },
                scenes: 2,
                lanes: 2,
                reroutes: 1,
                retries: 2,
            },
            41..=80 => Self {
                plans: 6,
                starts: 8,
                steps: steps * 2,
                scenes: 2,
                lanes: 2,
                reroutes: 0,
                retries: 2,
            },
            81..=150 => Self {
                plans: 6,
                starts: 2,
                steps,
                scenes: 1,
                lanes: 1,
                reroutes: 0,
                retries: 0,
            },
            _ => Self {
                plans: 2,
                starts: 1,
                steps,
                scenes: 1,
                lanes: 0,
                reroutes: 0,
                retries: 0,
            },
        }
    }
}
