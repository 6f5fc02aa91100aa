//! Territories: which camp stands where.
//!
//! The map is cut into bands, a band into columns, a column holds one or more camps (a slicing floorplan,
//! Otten 1982). With up to [`MOST_PERMUTED`] camps every order and every cut into bands, or into columns of
//! stacks, is scored by what the camps need and by the ties between them; the best few go on to placement.
//!
//! Cost: with g groups at most g! orders (120) times the cuts of each, a score of O(g²) each; beyond [`MOST_PERMUTED`] one order, beyond
//! [`MOST_CUT`] one cut. Limit: a camp is one rectangle.

use super::Graph;
use super::geometry::Rect;
use super::groups::Group;
use super::height::Height;
use super::index::{at, put};
use super::label_box::LabelBox;
use super::spacing::Spacing;
use super::survey::Survey;
use crate::pieces::pause;

/// With more groups than this, their order is the graph's own.
const MOST_PERMUTED: usize = 5;
/// With more groups than this, only one cut is tried: bands filled one after the other.
const MOST_CUT: usize = 10;

/// An arrangement of groups.
#[derive(Clone, Debug, Default)]
pub(super) struct Floorplan {
    /// From top to bottom.
    pub bands: Vec<Band>,
    /// How it was judged, lower is better.
    pub score: f64,
    /// The same without the order of reading: equal for a plan and its mirror images.
    pub shape: f64,
    /// Each group's camp box, as high as its boxes seem to need.
    pub frames: Vec<Rect>,
}

/// A horizontal slice over the whole width.
#[derive(Clone, Debug, Default)]
pub(super) struct Band {
    /// From left to right.
    pub columns: Vec<Column>,
}

/// A part of a band.
#[derive(Clone, Debug, Default)]
pub(super) struct Column {
    /// Left border of its camps.
    pub x: f64,
    /// Width of its camps.
    pub width: f64,
    /// Indexes of groups, from top to bottom.
    pub groups: Vec<usize>,
}

impl Floorplan {
    /// For each of `count` groups, the left and right bounds of its boxes, which keep `pad` from its borders.
    pub(super) fn bounds(&self, count: usize, pad: f64) -> Vec<(f64, f64)> {
        let mut all = vec![(0.0, 0.0); count];
        for column in self.bands.iter().flat_map(|band| &band.columns) {
            for &group in &column.groups {
                put(
                    &mut all,
                    group,
                    (column.x + pad, column.x + column.width - pad),
                );
            }
        }
        all
    }
}

/// The best floorplans for the groups, best first, at most `count`; at least one unless there are no groups.
pub(super) async fn floorplans(
    graph: &Graph,
    groups: &[Group],
    boxes: &[LabelBox],
    spacing: &Spacing,
    height: Height,
    count: usize,
) -> Vec<Floorplan> {
    let survey = Survey::new(graph, groups, boxes, spacing, height);
    let mut plans: Vec<Floorplan> = Vec::new();
    for order in orders(groups.len()) {
        for cut in cuts(groups.len(), &survey) {
            let runs = split(&order, cut);
            let single = |run: &Vec<usize>| run.iter().map(|&group| vec![group]).collect();
            // Runs as bands of single camps, or as columns of stacks. One run is the same either way; so is one group
            // per run, transposed.
            for bands in [runs.iter().map(single).collect(), vec![runs.clone()]] {
                if let Some(mut plan) = survey.plan(&bands) {
                    survey.judge(&mut plan);
                    keep_best(&mut plans, plan, count);
                }
            }
        }
        pause().await;
    }
    if plans.is_empty() && !groups.is_empty() {
        let order: Vec<usize> = (0..groups.len()).collect();
        let mut plan = survey.bands_of_one(&order);
        survey.judge(&mut plan);
        plans.push(plan);
    }
    plans
}

/// Keeps `plan` among the best; of a plan and its mirror images, which the search would make equally good, only the
/// one that reads best.
fn keep_best(plans: &mut Vec<Floorplan>, plan: Floorplan, count: usize) {
    if let Some(twin) = plans
        .iter()
        .position(|other| (plan.shape - other.shape).abs() < 1e-6)
    {
        if plans
            .get(twin)
            .is_some_and(|other| other.score <= plan.score)
        {
            return;
        }
        plans.remove(twin);
    }
    let place = plans
        .iter()
        .position(|other| plan.score < other.score)
        .unwrap_or(plans.len());
    if place < count {
        plans.insert(place, plan);
        plans.truncate(count);
    }
}

/// Every order of `n` groups, or only the given one if there are too many.
fn orders(n: usize) -> Vec<Vec<usize>> {
    let mut all = vec![(0..n).collect::<Vec<usize>>()];
    if n > MOST_PERMUTED {
        return all;
    }
    // Each pass exchanges the item at `place` with each later one.
    for place in 0..n {
        for index in 0..all.len() {
            for other in place + 1..n {
                let mut order = all.get(index).cloned().unwrap_or_default();
                order.swap(place, other);
                all.push(order);
            }
        }
    }
    all
}

/// The ways to cut a sequence of `n`: bit `i` says that a new run begins after item `i`.
fn cuts(n: usize, survey: &Survey) -> Vec<u32> {
    if n == 0 {
        return Vec::new();
    }
    if n <= MOST_CUT {
        return (0..1_u32 << (n - 1)).collect();
    }
    // Too many to try: fill bands as far as the groups' least widths go (only the first 31 cuts fit a mask;
    // what lies beyond is one group per band, see `split`).
    let (mut cut, mut used) = (0_u32, 0.0);
    for (i, &least) in survey.least.iter().enumerate().take(31) {
        used += least + survey.spacing.gutter_x;
        let next = at(&survey.least, i + 1);
        if used + next > survey.spacing.inner_width() {
            cut |= 1 << i;
            used = 0.0;
        }
    }
    vec![cut]
}

fn split(order: &[usize], cut: u32) -> Vec<Vec<usize>> {
    let mut runs: Vec<Vec<usize>> = Vec::new();
    let mut fresh = true;
    for (i, &group) in order.iter().enumerate() {
        if fresh {
            runs.push(Vec::new());
        }
        if let Some(run) = runs.last_mut() {
            run.push(group);
        }
        fresh = i >= 31 || cut >> i & 1 == 1;
    }
    runs
}
