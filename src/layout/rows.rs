//! Rows: boxes moved apart in them, and rows, titles and camps stacked to a map.

use super::energy::Link;
use super::geometry::{Point, Rect};
use super::groups::{Group, TITLE_LINE_PX, TITLE_TOP_PX};
use super::height::Height;
use super::index::{at, put};
use super::label_box::LabelBox;
use super::place::Placement;
use super::separate::{Item, separate};
use super::spacing::Spacing;
use super::territories::Floorplan;

/// What the search works on: fixed while it runs.
pub(super) struct Site<'a> {
    /// The groups of the graph.
    pub groups: &'a [Group],
    /// Where their territories are.
    pub plan: &'a Floorplan,
    /// The nodes' boxes.
    pub boxes: &'a [LabelBox],
    /// The ties that are drawn.
    pub links: &'a [Link],
    /// Distances.
    pub spacing: &'a Spacing,
    /// Width and number of lines of each group's title.
    pub titles: &'a [(f64, usize)],
    /// The height to aim at.
    pub height: Height,
    /// Whether two nodes are tied, row by row.
    pub tied: &'a [bool],
    /// Each group's left and right bounds for its boxes.
    pub bounds: Vec<(f64, f64)>,
    /// Each node's group.
    pub group_of: &'a [usize],
}

impl Site<'_> {
    /// From a group's border to its first row.
    pub(super) fn top(&self, group: usize) -> f64 {
        let (_, lines) = at(self.titles, group);
        let title = if lines > 0 {
            TITLE_TOP_PX + lines as f64 * TITLE_LINE_PX - 4.0
        } else {
            0.0
        };
        title + self.spacing.pad_y
    }

    /// The height that a group's box leaves for its rows.
    pub(super) fn content(&self, group: usize, frame: &Rect) -> f64 {
        frame.height - self.top(group) - self.spacing.pad_y
    }
}

impl Placement {
    /// A row's nodes, from left to right, with the gaps they must keep.
    fn members(&self, site: &Site, group: usize, row: usize) -> Vec<Item> {
        let mut items: Vec<Item> = Vec::new();
        for &node in site.groups.get(group).iter().flat_map(|group| &group.nodes) {
            if at(&self.row, node) == row {
                let x = at(&self.centres, node).x;
                let place = items
                    .iter()
                    .position(|other| other.x > x)
                    .unwrap_or(items.len());
                let half = site.boxes.get(node).map_or(0.0, |label| label.width / 2.0);
                items.insert(
                    place,
                    Item {
                        node,
                        x,
                        half,
                        gap: 0.0,
                    },
                );
            }
        }
        let mut before = None;
        for item in &mut items {
            if let Some(before) = before {
                let tied = at(site.tied, item.node * site.boxes.len() + before);
                item.gap = if tied {
                    site.spacing.tied_gap
                } else {
                    site.spacing.box_gap
                };
            }
            before = Some(item.node);
        }
        items
    }

    /// Moves a row's boxes apart where they are too near; `false` if they do not fit.
    pub(super) fn settle(
        &mut self,
        site: &Site,
        group: usize,
        row: usize,
        left: f64,
        right: f64,
    ) -> bool {
        let mut items = self.members(site, group, row);
        let fits = separate(&mut items, left, right);
        for item in items {
            let y = at(&self.centres, item.node).y;
            put(&mut self.centres, item.node, Point::new(item.x, y));
        }
        fits
    }

    /// Sets every y from the rows: frames, titles, boxes, height.
    pub(super) fn stack(&mut self, site: &Site) {
        let spacing = site.spacing;
        let mut heights: Vec<Vec<f64>> = vec![Vec::new(); site.groups.len()];
        for (rows, group) in heights.iter_mut().zip(site.groups) {
            for &node in &group.nodes {
                let row = at(&self.row, node);
                if rows.len() <= row {
                    rows.resize(row + 1, 0.0);
                }
                let height = site.boxes.get(node).map_or(0.0, |label| label.height);
                let taller = at(rows, row).max(height);
                put(rows, row, taller);
            }
        }
        let mut y = spacing.margin;
        for band in &site.plan.bands {
            let mut tallest = 0.0_f64;
            let mut needs = Vec::with_capacity(band.columns.len());
            for column in &band.columns {
                let mut need = spacing.gutter_y * (column.groups.len() as f64 - 1.0);
                let mut rows = 0.0;
                for &group in &column.groups {
                    let rows_here = heights.get(group).map_or(&[][..], |rows| rows);
                    let filled = rows_here.iter().filter(|&&height| height > 0.0);
                    let (count, sum) =
                        filled.fold((0.0, 0.0), |(count, sum), h| (count + 1.0, sum + h));
                    need += site.top(group) + sum + spacing.row_gap * (count - 1.0) + spacing.pad_y;
                    rows += count;
                }
                tallest = tallest.max(need);
                needs.push((need, rows));
            }
            for (column, (need, rows)) in band.columns.iter().zip(needs) {
                let per_row = (tallest - need) / f64::max(rows, 1.0);
                let mut top = y;
                for &group in &column.groups {
                    let rows = heights.get(group).map_or(&[][..], |rows| rows);
                    let corner = Point::new(column.x, top);
                    top = self.stack_group(site, group, rows, per_row, corner, column.width)
                        + spacing.gutter_y;
                }
            }
            y += tallest + spacing.gutter_y;
        }
        self.height = y - spacing.gutter_y + spacing.margin;
    }

    /// Stacks a group's rows of these heights, with `extra` px for each over what it needs, in a frame with this upper left
    /// corner; where the frame ends.
    fn stack_group(
        &mut self,
        site: &Site,
        group: usize,
        rows: &[f64],
        extra: f64,
        corner: Point,
        width: f64,
    ) -> f64 {
        let top = corner.y;
        let count = rows.iter().filter(|&&height| height > 0.0).count() as f64;
        // What is left over goes between the rows and, half as much each, above and below them.
        let mut y = top + site.top(group) + extra / 2.0;
        let mut middles = Vec::with_capacity(rows.len());
        for &height in rows {
            middles.push(y + height / 2.0);
            if height > 0.0 {
                y += height + site.spacing.row_gap + extra;
            }
        }
        let bottom = y - if count > 0.0 {
            site.spacing.row_gap + extra / 2.0
        } else {
            0.0
        } + site.spacing.pad_y;
        for &node in site.groups.get(group).iter().flat_map(|group| &group.nodes) {
            let place = Point::new(at(&self.centres, node).x, at(&middles, at(&self.row, node)));
            put(&mut self.centres, node, place);
        }
        let frame = Rect::new(corner.x, top, width, bottom - top);
        put(&mut self.frames, group, frame);
        self.set_title(site, group, &frame);
        bottom
    }

    /// Sets a group's title, if it has one, into its frame.
    fn set_title(&mut self, site: &Site, group: usize, frame: &Rect) {
        let (width, lines) = at(site.titles, group);
        if lines == 0 {
            return;
        }
        let pad = site.spacing.pad_x;
        let from_right = site.groups.get(group).is_some_and(|group| group.from_right);
        let title = Rect::new(
            if from_right {
                frame.x + frame.width - pad - width
            } else {
                frame.x + pad
            },
            frame.y + TITLE_TOP_PX,
            width,
            lines as f64 * TITLE_LINE_PX,
        );
        put(&mut self.titles, group, title);
    }
}
