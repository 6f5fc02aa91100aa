//! A draft: the graph measured for one width, and placements found for it.

use super::Graph;
use super::effort::Effort;
use super::energy::Link;
use super::form::{FEW_NODES, is_crowd, waits};
use super::groups::{Group, group_of, groups, title_lines};
use super::height::Height;
use super::index::{add, put, ranked};
use super::label_box::LabelBox;
use super::metrics::title_width;
use super::place::Placement;
use super::rng::Rng;
use super::rows::Site;
use super::spacing::Spacing;
use super::start::start;
use super::stress::Stress;
use super::territories::{Floorplan, floorplans};
use super::wrap::widest;
use crate::pieces::pause;

/// A graph measured for one width.
pub(super) struct Draft<'a> {
    /// The graph.
    pub graph: &'a Graph,
    /// Distances at this width.
    pub spacing: Spacing,
    /// The nodes' boxes.
    pub boxes: Vec<LabelBox>,
    /// The ties that join two different nodes.
    pub links: Vec<Link>,
    /// The territories' nodes.
    pub groups: Vec<Group>,
    /// The height to aim at.
    pub height: Height,
    /// Each node's group.
    pub group_of: Vec<usize>,
    tied: Vec<bool>,
}

/// A placement under search.
pub(super) struct Trial {
    /// Where everything stands so far.
    pub placement: Placement,
    /// Where the groups stand.
    pub plan: Floorplan,
    /// The width and the number of lines of each group's title.
    pub titles: Vec<(f64, usize)>,
    /// Where the search goes on.
    pub rng: Rng,
}

/// The rounds of the search: how many trials go on to each, how many times the least number of steps, how bold the steps.
const ROUNDS: [(usize, usize, f64); 4] = [(4, 1, 40.0), (3, 2, 40.0), (2, 4, 30.0), (2, 10, 20.0)];

/// Drops those of the highest energy, so that at most so many are left.
fn keep_best(trials: &mut Vec<Trial>, count: usize) {
    while trials.len() > count {
        let energies: Vec<f64> = trials.iter().map(|trial| trial.placement.energy).collect();
        trials.remove(ranked(&energies).last().copied().unwrap_or(0));
    }
}

impl<'a> Draft<'a> {
    /// Measures a graph for a width; `roominess` is that of [`Spacing::new`].
    pub(super) fn new(graph: &'a Graph, width: f64, roominess: f64) -> Self {
        let mut spacing = Spacing::new(width, roominess);
        if is_crowd(graph, width) {
            spacing.tighten();
        }
        if graph.nodes.len() <= FEW_NODES {
            spacing.narrow();
        }
        Self::spaced(graph, spacing)
    }

    /// Measures a graph with given distances.
    pub(super) fn spaced(graph: &'a Graph, spacing: Spacing) -> Self {
        let n = graph.nodes.len();
        let mut links = Vec::new();
        let mut degrees = vec![0.0; n];
        let mut tied = vec![false; n * n];
        for (index, tie) in graph.ties.iter().enumerate() {
            if tie.from < n && tie.to < n && tie.from != tie.to {
                links.push(Link {
                    tie: index,
                    from: tie.from,
                    to: tie.to,
                    minor: tie.minor,
                });
                for (one, other) in [(tie.from, tie.to), (tie.to, tie.from)] {
                    add(&mut degrees, one, 1.0);
                    put(&mut tied, one * n + other, true);
                }
            }
        }
        let nodes = graph.nodes.iter().zip(&degrees);
        let boxes: Vec<LabelBox> = nodes
            .map(|(node, &ties)| LabelBox::measure(node, ties, &spacing))
            .collect();
        let area: f64 = boxes.iter().map(|label| label.width * label.height).sum();
        let mut height = Height::new(n, area, spacing.width);
        if is_crowd(graph, spacing.width) {
            height.weight = 4.0;
        }
        let groups = groups(graph);
        let group_of = group_of(&groups, n);
        Self {
            graph,
            spacing,
            boxes,
            links,
            groups,
            height,
            group_of,
            tied,
        }
    }

    /// The best placements found, tidied.
    ///
    /// Successive halving (Jamieson and Talwalkar 2016): many floorplans are searched a little, the better ones more.
    pub(super) async fn trials(&self, effort: &Effort, seed: u32) -> Vec<Trial> {
        let plans = floorplans(
            self.graph,
            &self.groups,
            &self.boxes,
            &self.spacing,
            self.height,
            effort.plans,
        )
        .await;
        let mut trials: Vec<Trial> = Vec::new();
        let mut stress = Stress::new(self.boxes.len(), &self.links);
        pause().await;
        for plan in plans {
            let titles = self.titles(&plan);
            let site = self.site(&plan, &titles);
            let mut rng = Rng::new(seed.wrapping_add(trials.len() as u32 * 7919));
            let placement = start(self, &site, &mut stress, effort.starts, &mut rng).await;
            trials.push(Trial {
                placement,
                plan,
                titles,
                rng,
            });
            pause().await;
        }
        for (keep, times, heat) in ROUNDS {
            keep_best(&mut trials, keep.max(effort.scenes));
            for trial in &mut trials {
                let site = self.site(&trial.plan, &trial.titles);
                trial
                    .placement
                    .search(&site, effort.steps * times, heat, &mut trial.rng)
                    .await;
            }
        }
        keep_best(&mut trials, effort.scenes);
        for trial in &mut trials {
            let site = self.site(&trial.plan, &trial.titles);
            trial.placement.tidy(&site);
            pause().await;
        }
        trials
    }

    /// Whether ties are to wait for focus.
    pub(super) fn waits(&self) -> bool {
        waits(self.boxes.len(), self.links.len(), self.spacing.width)
    }

    /// A group's title for a camp box of this width.
    pub(super) fn title(&self, group: usize, width: f64) -> Vec<String> {
        let camp = self
            .groups
            .get(group)
            .and_then(|group| group.camp)
            .and_then(|camp| self.graph.camps.get(camp));
        title_lines(camp, width - 2.0 * self.spacing.pad_x)
    }

    /// The width and the number of lines of each group's title on a floorplan.
    pub(super) fn titles(&self, plan: &Floorplan) -> Vec<(f64, usize)> {
        let mut titles = vec![(0.0, 0); self.groups.len()];
        for column in plan.bands.iter().flat_map(|band| &band.columns) {
            for &group in &column.groups {
                let lines = self.title(group, column.width);
                put(
                    &mut titles,
                    group,
                    (widest(&lines, title_width), lines.len()),
                );
            }
        }
        titles
    }

    /// Each group's left and right bounds for its boxes.
    pub(super) fn bounds(&self, plan: &Floorplan) -> Vec<(f64, f64)> {
        plan.bounds(self.groups.len(), self.spacing.pad_x)
    }

    /// What a search on a floorplan works on.
    pub(super) fn site<'s>(&'s self, plan: &'s Floorplan, titles: &'s [(f64, usize)]) -> Site<'s> {
        Site {
            groups: &self.groups,
            plan,
            boxes: &self.boxes,
            links: &self.links,
            spacing: &self.spacing,
            titles,
            height: self.height,
            tied: &self.tied,
            bounds: self.bounds(plan),
            group_of: &self.group_of,
        }
    }
}
