//! The graph as stress sees it: undirected and simple, its neighbours in one list; components and numbers of steps.

use super::super::index::{at, put};
use crate::order::ranked;

/// A number of steps for what cannot be reached.
pub(super) const FAR: u16 = u16::MAX;

/// Who is tied to whom, both ways, each pair once.
pub(super) struct Web {
    /// Where each node's neighbours begin in `neighbours`; one more than nodes.
    starts: Vec<u32>,
    neighbours: Vec<u32>,
}

impl Web {
    /// The web of a list of ties.
    pub(super) fn new(nodes: usize, ties: &[(u32, u32)]) -> Self {
        let ends = || {
            let sound = ties.iter().filter(|&&(one, other)| {
                one != other && (one as usize) < nodes && (other as usize) < nodes
            });
            sound.flat_map(|&(one, other)| [(one, other), (other, one)])
        };
        let mut next = vec![0_u32; nodes + 1];
        for (one, _) in ends() {
            if let Some(count) = next.get_mut(one as usize + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut next {
            sum += *start;
            *start = sum;
        }
        let all = next.clone();
        let mut repeated = vec![0; sum as usize];
        for (one, other) in ends() {
            if let Some(place) = next.get_mut(one as usize) {
                put(&mut repeated, *place as usize, other);
                *place += 1;
            }
        }
        // Each neighbour once: who was the last to have it.
        let mut had_by = vec![u32::MAX; nodes];
        let (mut starts, mut neighbours) = (vec![0], Vec::with_capacity(repeated.len()));
        for node in 0..nodes {
            let (start, end) = (at(&all, node), at(&all, node + 1));
            let own = repeated.get(start as usize..end as usize);
            for &other in own.unwrap_or_default() {
                if at(&had_by, other as usize) != node as u32 {
                    put(&mut had_by, other as usize, node as u32);
                    neighbours.push(other);
                }
            }
            starts.push(neighbours.len() as u32);
        }
        Self { starts, neighbours }
    }

    /// How many nodes there are.
    pub(super) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// A node's neighbours.
    pub(super) fn of(&self, node: usize) -> &[u32] {
        let (start, end) = (at(&self.starts, node), at(&self.starts, node + 1));
        self.neighbours
            .get(start as usize..end as usize)
            .unwrap_or_default()
    }

    /// Every pair of neighbours once.
    pub(super) fn pairs(&self) -> Vec<(u32, u32)> {
        let nodes = 0..self.len();
        nodes
            .flat_map(|one| {
                let later = self.of(one).iter().copied();
                later
                    .filter(move |&other| other as usize > one)
                    .map(move |other| (one as u32, other))
            })
            .collect()
    }

    /// The components, the largest first; equal ones in the order of their first node.
    pub(super) fn components(&self) -> Vec<Vec<u32>> {
        let mut seen = vec![false; self.len()];
        let mut all = Vec::new();
        for start in 0..self.len() {
            if at(&seen, start) {
                continue;
            }
            put(&mut seen, start, true);
            let mut component = vec![start as u32];
            let mut next = 0;
            while let Some(&node) = component.get(next) {
                for &other in self.of(node as usize) {
                    if !at(&seen, other as usize) {
                        put(&mut seen, other as usize, true);
                        component.push(other);
                    }
                }
                next += 1;
            }
            all.push(component);
        }
        let size = |index: usize| all.get(index).map_or(0, Vec::len);
        let order = ranked(all.len(), &|one, other| size(other).cmp(&size(one)));
        let mut all: Vec<Option<Vec<u32>>> = all.into_iter().map(Some).collect();
        let take = |index: usize| all.get_mut(index).and_then(Option::take);
        order.into_iter().filter_map(take).collect()
    }

    /// The web of a [component](Self::components), whose nodes are numbered anew in their order; `places` is room for each
    /// node's number, the same for all components: there may be thousands.
    pub(super) fn part(&self, nodes: &[u32], places: &mut Vec<u32>) -> Self {
        places.resize(self.len(), u32::MAX);
        for (place, &node) in nodes.iter().enumerate() {
            put(places, node as usize, place as u32);
        }
        let mut starts = vec![0];
        let mut neighbours = Vec::new();
        for &node in nodes {
            neighbours.extend(
                self.of(node as usize)
                    .iter()
                    .map(|&other| at(places, other as usize)),
            );
            starts.push(neighbours.len() as u32);
        }
        Self { starts, neighbours }
    }

    /// The number of steps from one node to each other, breadth first; `queue` is room to work in.
    pub(super) fn steps_from(&self, start: usize, steps: &mut [u16], queue: &mut Vec<u32>) {
        steps.fill(FAR);
        put(steps, start, 0);
        queue.clear();
        queue.push(start as u32);
        let mut next = 0;
        while let Some(&node) = queue.get(next) {
            let on = at(steps, node as usize).saturating_add(1);
            for &other in self.of(node as usize) {
                if let Some(known) = steps.get_mut(other as usize)
                    && *known == FAR
                {
                    *known = on.min(FAR - 1);
                    queue.push(other);
                }
            }
            next += 1;
        }
    }
}
