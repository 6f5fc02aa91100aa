//! Boxes in a row moved apart as little as possible.
//!
//! The least-squares projection onto "each keeps its gap to the next" is, on a line, isotonic regression
//! (pool adjacent violators, Ayer et al. 1955): the one-dimensional case of VPSC (Dwyer, Marriott, Stuckey 2005),
//! exact and linear.

/// One box of a row.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Item {
    /// Index of the node.
    pub node: usize,
    /// Where its centre is, or would like to be.
    pub x: f64,
    /// Half its width.
    pub half: f64,
    /// The distance its left border must keep from the right border of the item before it.
    pub gap: f64,
}

/// Moves the items, which stand in their order from left to right, so that each keeps its gap and all stay between
/// `low` and `high`. Returns `false`, with the items as they were, if they do not fit.
pub(super) fn separate(items: &mut [Item], low: f64, high: f64) -> bool {
    // Without the offsets (where each would stand if all stood as far left as they go) the rule is "never descend".
    let mut offset = 0.0;
    let mut before: Option<f64> = None;
    let mut blocks: Vec<(f64, f64)> = Vec::with_capacity(items.len());
    for item in items.iter() {
        offset += before.map_or(item.half, |half| half + item.gap + item.half);
        before = Some(item.half);
        let mut block = (item.x - offset, 1.0);
        while let Some(&(sum, count)) = blocks.last()
            && sum / count >= block.0 / block.1
        {
            block = (block.0 + sum, block.1 + count);
            blocks.pop();
        }
        blocks.push(block);
    }
    let most = high - offset - before.unwrap_or(0.0);
    if most < low - 1e-6 {
        return false;
    }
    let mut each = blocks
        .iter()
        .flat_map(|&(sum, count)| core::iter::repeat_n(sum / count, count as usize));
    let (mut offset, mut before) = (0.0, None::<f64>);
    for item in items.iter_mut() {
        offset += before.map_or(item.half, |half| half + item.gap + item.half);
        before = Some(item.half);
        item.x = each.next().unwrap_or(low).min(most).max(low) + offset;
    }
    true
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]
    use super::super::rng::Rng;
    use super::*;

    fn row(places: &[(f64, f64)]) -> Vec<Item> {
        places
            .iter()
            .enumerate()
            .map(|(node, &(x, half))| Item {
                node,
                x,
                half,
                gap: 10.0,
            })
            .collect()
    }

    #[test]
    fn moves_only_what_is_too_near() {
        let mut items = row(&[(20.0, 10.0), (30.0, 10.0), (200.0, 10.0)]);
        assert!(separate(&mut items, 0.0, 300.0));
        let places: Vec<f64> = items.iter().map(|item| item.x).collect();
        assert_eq!(places, [10.0, 40.0, 200.0]);
        assert!(!separate(&mut row(&[(0.0, 10.0), (0.0, 10.0)]), 0.0, 49.0));
        assert!(separate(&mut [], 0.0, 1.0));
    }

    #[test]
    fn keeps_gaps_and_bounds_and_is_the_nearest_such_row() {
        let mut rng = Rng::new(3);
        for _ in 0..300 {
            let places: Vec<(f64, f64)> = (0..1 + rng.below(7))
                .map(|_| (rng.unit() * 400.0, 5.0 + rng.unit() * 20.0))
                .collect();
            let wished = row(&places);
            let mut items = wished.clone();
            if !separate(&mut items, 0.0, 400.0) {
                continue;
            }
            let cost = |items: &[Item]| -> f64 {
                items
                    .iter()
                    .zip(&wished)
                    .map(|(a, b)| (a.x - b.x) * (a.x - b.x))
                    .sum()
            };
            let fits = |items: &[Item]| {
                items
                    .windows(2)
                    .all(|w| w[1].x - w[1].half - (w[0].x + w[0].half) >= 10.0 - 1e-6)
                    && items
                        .iter()
                        .all(|i| i.x - i.half >= -1e-6 && i.x + i.half <= 400.0 + 1e-6)
            };
            assert!(fits(&items));
            // Projections onto a convex set: no feasible step from there leads nearer.
            for _ in 0..30 {
                let mut other = items.clone();
                for item in &mut other {
                    item.x += rng.unit() * 6.0 - 3.0;
                }
                assert!(!fits(&other) || cost(&other) >= cost(&items) - 1e-6);
            }
        }
    }
}
