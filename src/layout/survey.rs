//! What the groups need and how a floorplan serves them, before anything is placed.

use super::geometry::Rect;
use super::groups::{Group, TITLE_LINE_PX, TITLE_TOP_PX, group_of, title_lines};
use super::height::Height;
use super::index::{add, at, put};
use super::label_box::{LabelBox, is_number};
use super::metrics::title_width;
use super::spacing::Spacing;
use super::territories::{Band, Column, Floorplan};
use super::upper::upper;
use super::wrap::widest;
use super::{Camp, Graph};

// What a floorplan costs (`Survey::judge`); a px of height that it is too low is 1.
/// For each px over the target height ([`Height::excess`]).
const HEIGHT_PER_PX: f64 = 6.0;
/// Below this share of the target height it is too low…
const LOW_SHARE: f64 = 0.6;
/// …and each px that is lacking costs this.
const LOW_PER_PX: f64 = 1.0;
/// The area that columns leave empty under their camps, as px of height of the whole map: each costs this.
const WASTE_PER_PX: f64 = 1.5;
/// For each tie between two groups, per px between their middles…
const LENGTH_PER_PX: f64 = 0.2;
/// …and per px of that line within a third group.
const THROUGH_PER_PX: f64 = 0.4;
/// For each group, per px that its middle is from the left, and twice per px from the top, times the number of groups from it
/// on in the file's order.
const READING_PER_PX: f64 = 0.01;

/// What is known of the groups before anything is placed.
pub(super) struct Survey<'a> {
    groups: &'a [Group],
    boxes: &'a [LabelBox],
    /// Distances.
    pub spacing: &'a Spacing,
    height: Height,
    /// The least width of each group's camp box.
    pub least: Vec<f64>,
    /// Each group's boxes with their gaps, in px².
    area: Vec<f64>,
    /// The width of each group's title in one line.
    title: Vec<f64>,
    /// Number of ties between groups, row by row.
    ties: Vec<f64>,
}

impl<'a> Survey<'a> {
    /// Measures the groups.
    pub(super) fn new(
        graph: &'a Graph,
        groups: &'a [Group],
        boxes: &'a [LabelBox],
        spacing: &'a Spacing,
        height: Height,
    ) -> Self {
        let group_of = group_of(groups, boxes.len());
        let (mut least, mut area, mut title) = (Vec::new(), Vec::new(), Vec::new());
        for group in groups {
            let (mut widest_box, mut sum) = (0.0_f64, 0.0);
            for &node in &group.nodes {
                if let Some(label) = boxes.get(node) {
                    widest_box = widest_box.max(label.width);
                    sum += (label.width + spacing.tied_gap) * (label.height + spacing.row_gap);
                }
            }
            let camp = group.camp.and_then(|camp| graph.camps.get(camp));
            let mut width = widest_box + 2.0 * spacing.pad_x;
            if group.nodes.iter().all(|&node| holds_number(graph, node)) {
                // Numbers are narrow, and a title of one letter a line is none.
                let half = ((spacing.inner_width() - spacing.gutter_x) / 2.0).floor();
                width = (title_word(camp) + 2.0 * spacing.pad_x)
                    .min(half)
                    .max(width);
            }
            // Columns are cut to whole px, and the widest box has to fit all the same.
            least.push(width.ceil());
            area.push(sum);
            let lines = title_lines(camp, f64::MAX);
            title.push(widest(&lines, title_width));
        }
        let n = groups.len();
        let mut ties = vec![0.0; n * n];
        for tie in &graph.ties {
            let (from, to) = (group_of.get(tie.from), group_of.get(tie.to));
            if let (Some(&from), Some(&to)) = (from, to)
                && from < n
                && to < n
            {
                add(&mut ties, from * n + to, 1.0);
                add(&mut ties, to * n + from, 1.0);
            }
        }
        Self {
            groups,
            boxes,
            spacing,
            height,
            least,
            area,
            title,
            ties,
        }
    }

    /// The floorplan of these bands of columns of groups; none if it is too wide.
    pub(super) fn plan(&self, bands: &[Vec<Vec<usize>>]) -> Option<Floorplan> {
        let bands = bands.iter().map(|columns| self.columns(columns.clone()));
        Some(Floorplan {
            bands: bands.collect::<Option<_>>()?,
            ..Floorplan::default()
        })
    }

    /// Every group over the whole width, one under the other: always possible.
    pub(super) fn bands_of_one(&self, order: &[usize]) -> Floorplan {
        let (x, width) = (self.spacing.margin, self.spacing.inner_width());
        let band = |&group| Band {
            columns: vec![Column {
                x,
                width,
                groups: vec![group],
            }],
        };
        Floorplan {
            bands: order.iter().map(band).collect(),
            ..Floorplan::default()
        }
    }

    /// Columns side by side: wide as their content asks, each at least as wide as its widest box.
    fn columns(&self, stacks: Vec<Vec<usize>>) -> Option<Band> {
        let free = self.spacing.inner_width() - self.spacing.gutter_x * (stacks.len() as f64 - 1.0);
        let least: Vec<f64> = stacks
            .iter()
            .map(|stack| {
                stack
                    .iter()
                    .fold(0.0, |m: f64, &g| m.max(at(&self.least, g)))
            })
            .collect();
        if least.iter().sum::<f64>() > free {
            return None;
        }
        let wish: Vec<f64> = stacks
            .iter()
            .map(|stack| {
                stack
                    .iter()
                    .map(|&g| at(&self.area, g))
                    .sum::<f64>()
                    .max(1.0)
            })
            .collect();
        // Shares by area; who would get less than its least gets that, and the others share the rest anew.
        let mut fixed = vec![false; stacks.len()];
        let mut widths = least.clone();
        for _ in 0..stacks.len() {
            let (mut rest, mut sum) = (free, 0.0);
            for (i, &is_fixed) in fixed.iter().enumerate() {
                if is_fixed {
                    rest -= at(&least, i);
                } else {
                    sum += at(&wish, i);
                }
            }
            let mut changed = false;
            for (i, is_fixed) in fixed.iter_mut().enumerate() {
                if !*is_fixed {
                    let share = rest * at(&wish, i) / sum;
                    *is_fixed = share < at(&least, i);
                    changed |= *is_fixed;
                    put(&mut widths, i, share.max(at(&least, i)));
                }
            }
            if !changed {
                break;
            }
        }
        let mut x = self.spacing.margin;
        let mut columns = Vec::new();
        for (groups, width) in stacks.into_iter().zip(widths) {
            let width = width.floor();
            columns.push(Column { x, width, groups });
            x += width + self.spacing.gutter_x;
        }
        Some(Band { columns })
    }

    /// The height a group needs in a camp box of this width, boxes set row by row as they come.
    fn height(&self, group: usize, width: f64) -> f64 {
        let content = width - 2.0 * self.spacing.pad_x;
        let gap = (self.spacing.box_gap + self.spacing.tied_gap) / 2.0;
        let (mut x, mut row, mut total) = (0.0, 0.0_f64, 0.0);
        for label in self
            .groups
            .get(group)
            .iter()
            .flat_map(|group| &group.nodes)
            .filter_map(|&node| self.boxes.get(node))
        {
            if x > 0.0 && x + label.width > content {
                total += row + self.spacing.row_gap;
                x = 0.0;
                row = 0.0;
            }
            x += label.width + gap;
            row = row.max(label.height);
        }
        let title = at(&self.title, group);
        let title_height = if title > 0.0 {
            TITLE_TOP_PX + TITLE_LINE_PX * (title / content).ceil()
        } else {
            0.0
        };
        title_height + 2.0 * self.spacing.pad_y + total + row
    }

    /// Lower is better: near the target height, little waste, tied camps near each other with no third one between.
    pub(super) fn judge(&self, plan: &mut Floorplan) {
        let mut frames = vec![Rect::default(); self.groups.len()];
        let mut y = self.spacing.margin;
        let mut waste = 0.0;
        for band in &plan.bands {
            let mut tallest = 0.0_f64;
            let mut needs = Vec::new();
            for column in &band.columns {
                let sum: f64 = column
                    .groups
                    .iter()
                    .map(|&g| self.height(g, column.width))
                    .sum();
                let need = sum + self.spacing.gutter_y * (column.groups.len() as f64 - 1.0);
                needs.push(need);
                tallest = tallest.max(need);
            }
            for (column, need) in band.columns.iter().zip(needs) {
                let extra = (tallest - need) / column.groups.len() as f64;
                waste += (tallest - need) * column.width;
                let mut top = y;
                for &group in &column.groups {
                    let height = self.height(group, column.width) + extra;
                    put(
                        &mut frames,
                        group,
                        Rect::new(column.x, top, column.width, height),
                    );
                    top += height + self.spacing.gutter_y;
                }
            }
            y += tallest + self.spacing.gutter_y;
        }
        let height = y + self.spacing.margin - self.spacing.gutter_y;
        let over = self.height.excess(height);
        let under = (self.height.target * LOW_SHARE - height).max(0.0);
        let mut reading = 0.0;
        let mut shape =
            over * HEIGHT_PER_PX + under * LOW_PER_PX + waste / self.spacing.width * WASTE_PER_PX;
        let n = frames.len();
        for (a, first) in frames.iter().enumerate() {
            for (b, second) in frames.iter().enumerate().skip(a + 1) {
                let ties = at(&self.ties, a * n + b);
                if ties == 0.0 {
                    continue;
                }
                let (from, to) = (first.centre(), second.centre());
                shape += ties * from.distance(to) * LENGTH_PER_PX;
                for (c, third) in frames.iter().enumerate() {
                    if c != a
                        && c != b
                        && let Some((enter, leave)) = third.clip(from, to)
                    {
                        shape += ties * (leave - enter) * from.distance(to) * THROUGH_PER_PX;
                    }
                }
            }
            // The order of the file is how its author tells the story: first things left and above, all else equal.
            let place = first.centre().x + 2.0 * first.centre().y;
            reading += place * READING_PER_PX * (n - a) as f64;
        }
        plan.shape = shape;
        plan.score = shape + reading;
        plan.frames = frames;
    }
}

fn holds_number(graph: &Graph, node: usize) -> bool {
    let node = graph.nodes.get(node);
    node.is_some_and(|node| is_number(&node.label))
}

/// The width of the longest word of a camp's title.
fn title_word(camp: Option<&Camp>) -> f64 {
    let title = camp.map_or_else(String::new, |camp| upper(&camp.title));
    let words = title.split_whitespace().map(title_width);
    words.fold(0.0, f64::max)
}
