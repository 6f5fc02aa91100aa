//! Seats: from where nodes would like to stand to rows of boxes.
//!
//! In each group the nodes, from the highest to the lowest, are cut into rows so that they move up and down as little
//! as possible, by the least squares (a dynamic programme, exact), and every row fits. Left and right they then move
//! apart as little as possible ([`super::separate`]).

use super::geometry::{Point, Rect};
use super::index::{at, put, ranked};
use super::label_box::LabelBox;
use super::place::Placement;
use super::rows::Site;

/// What one more row costs, of the square of a row's pitch.
const ROW: f64 = 0.2;

impl Placement {
    /// Seats every group's boxes in rows near `wishes`, within `frames` as far as that goes.
    pub(super) fn seat(&mut self, site: &Site, wishes: &[Point], frames: &[Rect]) {
        for (group, &(left, right)) in site.bounds.iter().enumerate() {
            let nodes = site.groups.get(group).map_or(&[][..], |group| &group.nodes);
            let levels: Vec<f64> = nodes.iter().map(|&node| at(wishes, node).y).collect();
            let order: Vec<usize> = ranked(&levels).iter().map(|&i| at(nodes, i)).collect();
            let boxes: Vec<&LabelBox> = order
                .iter()
                .filter_map(|&node| site.boxes.get(node))
                .collect();
            let tall: f64 = boxes.iter().map(|label| label.height).sum();
            let pitch = tall / boxes.len().max(1) as f64 + site.spacing.row_gap;
            let most = (site.content(group, &at(frames, group)) + site.spacing.row_gap) / pitch;
            let levels: Vec<f64> = order
                .iter()
                .map(|&node| at(wishes, node).y / pitch)
                .collect();
            let gap = site.spacing.box_gap.max(site.spacing.tied_gap);
            let widths: Vec<f64> = boxes.iter().map(|label| label.width + gap).collect();
            let rows = cut(&levels, &widths, right - left + gap, (most + 0.5) as usize);
            for (&node, &row) in order.iter().zip(&rows) {
                put(&mut self.row, node, row);
                put(&mut self.centres, node, at(wishes, node));
            }
            for row in 0..=rows.last().copied().unwrap_or(0) {
                self.settle(site, group, row, left, right);
            }
        }
    }
}

/// The row of each of some items that stand at rising `levels`: at most `most` rows if that many hold them, none wider
/// than `room`.
fn cut(levels: &[f64], widths: &[f64], room: f64, most: usize) -> Vec<usize> {
    const NEVER: f64 = 1e12;
    let n = levels.len();
    // best[rows][end]: the cost of seating items[..end] in so many rows, and where the last of them begins.
    let mut best = vec![vec![(NEVER, 0_usize); n + 1]];
    if let Some(cell) = best.first_mut().and_then(|row| row.first_mut()) {
        cell.0 = 0.0;
    }
    let (mut rows, mut least) = (0, NEVER);
    for count in 1..=n {
        let mut line = vec![(NEVER, 0); n + 1];
        for end in count..=n {
            let (mut width, mut sum, mut squares) = (0.0, 0.0, 0.0);
            let mut cell = (NEVER, 0);
            for start in (count - 1..end).rev() {
                width += at(widths, start);
                if width > room && start + 1 < end {
                    break;
                }
                let level = at(levels, start);
                sum += level;
                squares += level * level;
                let before = best.last().map_or(NEVER, |line| at(line, start).0);
                let cost = before + squares - sum * sum / (end - start) as f64 + ROW;
                if cost < cell.0 {
                    cell = (cost, start);
                }
            }
            put(&mut line, end, cell);
        }
        let cost = at(&line, n).0;
        best.push(line);
        if cost < least {
            (rows, least) = (count, cost);
        }
        if count >= most && least < NEVER {
            break;
        }
    }
    let mut seats = vec![0; n];
    let mut end = n;
    for row in (1..=rows).rev() {
        let start = best.get(row).map_or(0, |line| at(line, end).1);
        for seat in seats.get_mut(start..end).unwrap_or_default() {
            *seat = row - 1;
        }
        end = start;
    }
    seats
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]
    use super::super::rng::Rng;
    use super::*;

    /// What a seating costs; none if a row of several is too wide or there are too many rows.
    fn cost(levels: &[f64], widths: &[f64], room: f64, rows: &[usize]) -> Option<f64> {
        let mut sum = 0.0;
        for row in 0..=rows[rows.len() - 1] {
            let members: Vec<usize> = (0..rows.len()).filter(|&i| rows[i] == row).collect();
            let width: f64 = members.iter().map(|&i| widths[i]).sum();
            if members.len() > 1 && width > room {
                return None;
            }
            let mean = members.iter().map(|&i| levels[i]).sum::<f64>() / members.len() as f64;
            sum += ROW
                + members
                    .iter()
                    .map(|&i| (levels[i] - mean) * (levels[i] - mean))
                    .sum::<f64>();
        }
        Some(sum)
    }

    #[test]
    fn no_other_cut_into_rows_is_cheaper() {
        let mut rng = Rng::new(5);
        for _ in 0..200 {
            let n = 1 + rng.below(8);
            let mut levels: Vec<f64> = (0..n).map(|_| rng.unit() * 4.0).collect();
            levels.sort_by(f64::total_cmp);
            let widths: Vec<f64> = (0..n).map(|_| 10.0 + rng.unit() * 50.0).collect();
            let most = 1 + rng.below(4);
            let rows = cut(&levels, &widths, 100.0, most);
            let found = cost(&levels, &widths, 100.0, &rows).unwrap_or(f64::NAN);
            // Every way to begin a new row or not after each item.
            let mut least = f64::MAX;
            let mut fewest = usize::MAX;
            for mask in 0..1_usize << (n - 1) {
                let row = |i: usize| (0..i).filter(|&j| mask >> j & 1 == 1).count();
                let other: Vec<usize> = (0..n).map(row).collect();
                if let Some(cost) = cost(&levels, &widths, 100.0, &other) {
                    fewest = fewest.min(other[n - 1] + 1);
                    if other[n - 1] < most {
                        least = least.min(cost);
                    }
                }
            }
            if fewest <= most {
                assert!((found - least).abs() < 1e-9, "{found} {least}");
            } else {
                assert_eq!(rows[n - 1] + 1, fewest);
            }
        }
    }

    #[test]
    fn nothing_to_seat() {
        assert!(cut(&[], &[], 10.0, 3).is_empty());
        assert_eq!(cut(&[1.0], &[50.0], 10.0, 0), [0]);
    }
}
