//! How evenly ties are drawn, and how well they keep off nodes.

use super::super::geometry::{Point, Rect, least, most};
use super::drawing::{Drawing, Line};

/// Nodes nearer to a foreign tie than this share of the drawing's diagonal occlude it in part.
const NEAR: f64 = 0.02;

/// Angular resolution: `1 − mean((ideal − least) / ideal)` over the nodes with two ties or more, where `least` is the
/// smallest angle between two ties' first pieces and `ideal` is 360° over their number. 1 is best.
pub(super) fn angular_resolution(drawing: &Drawing) -> f64 {
    let mut angles: Vec<Vec<f64>> = vec![Vec::new(); drawing.nodes.len()];
    for tie in drawing.drawn_ties() {
        let ends = [
            (tie.from, first_step(tie.course.iter())),
            (tie.to, first_step(tie.course.iter().rev())),
        ];
        for (node, step) in ends {
            if let (Some(list), Some(step)) = (angles.get_mut(node), step) {
                list.push(step.y.atan2(step.x).to_degrees());
            }
        }
    }
    let (mut sum, mut count) = (0.0, 0.0);
    for mut list in angles {
        if list.len() < 2 {
            continue;
        }
        list.sort_by(f64::total_cmp);
        let ideal = 360.0 / list.len() as f64;
        let next = list.iter().skip(1).chain(list.first());
        let gaps = list.iter().zip(next).map(|(one, other)| {
            let gap = other - one;
            if gap < 0.0 { gap + 360.0 } else { gap }
        });
        sum += (ideal - gaps.fold(360.0, least)) / ideal;
        count += 1.0;
    }
    if count > 0.0 { 1.0 - sum / count } else { 1.0 }
}

/// The first step of a course that leads anywhere.
fn first_step<'a>(mut course: impl Iterator<Item = &'a Point>) -> Option<Point> {
    let start = course.next()?;
    let next = course.find(|p| p.distance(*start) > 1e-9)?;
    Some(next.from(*start))
}

/// Tie-length deviation: `1 / (1 + mean(|length − mean| / mean))` of the drawn lengths. 1 is best: all alike.
pub(super) fn length_deviation(drawing: &Drawing) -> f64 {
    let lengths: Vec<f64> = drawing.drawn_ties().map(length).collect();
    let mean = lengths.iter().sum::<f64>() / (lengths.len() as f64).max(1.0);
    if mean == 0.0 {
        return 1.0;
    }
    let off: f64 = lengths.iter().map(|length| (length - mean).abs()).sum();
    1.0 / (1.0 + off / (mean * lengths.len() as f64))
}

fn length(tie: &Line) -> f64 {
    tie.pieces().map(|(a, b)| a.distance(b)).sum()
}

/// Node–tie occlusion: `1 − mean over ties of max(0, 1 − gap / near)³`, where `gap` is the distance from the tie to the
/// nearest foreign node's box and `near` is [`NEAR`] of the diagonal of the nodes' centres. 1 is best. `O(n·m)`.
pub(super) fn occlusion(drawing: &Drawing) -> f64 {
    let centres = || drawing.nodes.iter().map(Rect::centre);
    let low = centres().fold((f64::INFINITY, f64::INFINITY), |low, p| {
        (least(low.0, p.x), least(low.1, p.y))
    });
    let high = centres().fold((f64::NEG_INFINITY, f64::NEG_INFINITY), |high, p| {
        (most(high.0, p.x), most(high.1, p.y))
    });
    let diagonal = Point::new(high.0 - low.0, high.1 - low.1).length();
    let near = NEAR * diagonal;
    let (mut sum, mut count) = (0.0, 0.0);
    for tie in drawing.drawn_ties() {
        let mut worst = 0.0;
        for (node, rect) in drawing.nodes.iter().enumerate() {
            if node == tie.from || node == tie.to {
                continue;
            }
            let gap = tie.pieces().fold(f64::INFINITY, |gap, (a, b)| {
                least(gap, rect.distance_to_segment(a, b))
            });
            let off = most(0.0, 1.0 - gap / near);
            worst = most(worst, off * off * off);
        }
        sum += worst;
        count += 1.0;
    }
    if count > 0.0 && diagonal > 1e-9 {
        1.0 - sum / count
    } else {
        1.0
    }
}
