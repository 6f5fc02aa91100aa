//! Whether what is near in the graph is near in the drawing.

use super::drawing::Drawing;
use super::hops::{Component, by_hull, components};

/// One less Kruskal's stress: `1 − √(Σ (x − h)² / Σ x²)`, where `x` is two nodes' distance in the drawing and `h` the
/// best that only rises with their number of steps in the graph (isotonic regression; Kruskal 1964). Free of scale,
/// and so fit to compare libraries. 1 is best. `O(n² + n·m)`.
pub fn stress(drawing: &Drawing) -> f64 {
    by_hull(&components(drawing), component_stress)
}

fn component_stress(component: &Component) -> f64 {
    // Pairs of equal graph distance share one fitted value, so what counts are sums by distance.
    let mut by_hops: Vec<(f64, f64)> = Vec::new();
    let mut squares = 0.0;
    for (i, &a) in component.centres.iter().enumerate() {
        let hops = component.hops_from(i);
        for (&b, &steps) in component.centres.iter().zip(&hops).skip(i + 1) {
            let x = a.distance(b);
            squares += x * x;
            if by_hops.len() <= steps {
                by_hops.resize(steps + 1, (0.0, 0.0));
            }
            if let Some((sum, count)) = by_hops.get_mut(steps) {
                *sum += x;
                *count += 1.0;
            }
        }
    }
    if squares == 0.0 {
        return 1.0;
    }
    // Pool adjacent violators: means must not fall. Σ (x − h)² = Σ x² − Σ count·h².
    let mut blocks: Vec<(f64, f64)> = Vec::new();
    for mut block in by_hops.into_iter().filter(|&(_, count)| count > 0.0) {
        while let Some(&(sum, count)) = blocks.last()
            && sum / count >= block.0 / block.1
        {
            block = (block.0 + sum, block.1 + count);
            blocks.pop();
        }
        blocks.push(block);
    }
    let fitted: f64 = blocks.iter().map(|&(sum, count)| sum * sum / count).sum();
    1.0 - ((squares - fitted).max(0.0) / squares).sqrt()
}

/// How far a node's neighbours in the graph are its nearest in the drawing: of both sets of ordered pairs together,
/// the share that is in both, with as many nearest as the mean degree, rounded down (Jaccard). 1 is best. `O(n² log n)`.
pub(super) fn neighbourhood(drawing: &Drawing) -> f64 {
    by_hull(&components(drawing), component_neighbourhood)
}

fn component_neighbourhood(component: &Component) -> f64 {
    let n = component.nodes.len();
    let degrees: usize = component.tied.iter().map(Vec::len).sum();
    let k = (degrees / n.max(1)).clamp(1, n - 1);
    let (mut both, mut either) = (0, 0);
    for (i, (tied, &here)) in component.tied.iter().zip(&component.centres).enumerate() {
        let mut others: Vec<(f64, usize)> = component
            .centres
            .iter()
            .enumerate()
            .filter(|&(j, _)| j != i)
            .map(|(j, &there)| (here.distance(there), j))
            .collect();
        others.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let shared = others
            .iter()
            .take(k)
            .filter(|(_, j)| tied.binary_search(j).is_ok())
            .count();
        both += shared;
        either += k + tied.len() - shared;
    }
    both as f64 / (either as f64).max(1.0)
}
