//! All measures of a drawing in one pass.

use serde::Serialize;

use super::drawing::Drawing;
use super::{crossings, distances, labels, ties};

/// The measures of a drawing. Those from the literature are between 0 and 1, 1 is best, and defined as in Mooney,
/// Hegemann, Wolff, Wybrow, Purchase: Universal Quality Metrics for Graph Drawings (GD 2025); occlusion is that of
/// their `geg-metrics` 0.2.4, with which all of them are compared in the tests.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Measures {
    /// One less Kruskal stress.
    pub stress: f64,
    /// Neighbourhood preservation.
    pub neighbourhood: f64,
    /// How often drawn ties cross.
    pub crossings: usize,
    /// The same against the most there could be.
    pub crossing_score: f64,
    /// Crossing angle.
    pub crossing_angle: f64,
    /// Angular resolution.
    pub angular_resolution: f64,
    /// Tie-length deviation.
    pub length_deviation: f64,
    /// Node–tie occlusion.
    pub occlusion: f64,
    /// Pairs of labels that overlap.
    pub overlaps: usize,
    /// Pairs of a drawn tie and a foreign label that it runs through.
    pub through_labels: usize,
    /// Labels that reach over the edge.
    pub clipped: usize,
    /// Ties between two nodes that are not drawn.
    pub undrawn: usize,
    /// The smallest rendered type, in CSS px; infinite if there is none.
    pub smallest_type: f64,
    /// Which part of the drawing nodes' labels take.
    pub fill: f64,
    /// The drawing's height, in CSS px.
    pub height: f64,
}

/// Measures a drawing.
pub fn measure(drawing: &Drawing) -> Measures {
    let crossings = crossings::crossings(drawing);
    Measures {
        stress: distances::stress(drawing),
        neighbourhood: distances::neighbourhood(drawing),
        crossings: crossings.count,
        crossing_score: crossings.score,
        crossing_angle: crossings.angle,
        angular_resolution: ties::angular_resolution(drawing),
        length_deviation: ties::length_deviation(drawing),
        occlusion: ties::occlusion(drawing),
        overlaps: labels::overlaps(drawing),
        through_labels: labels::through(drawing),
        clipped: labels::clipped(drawing),
        undrawn: drawing.proper_ties().count() - drawing.drawn_ties().count(),
        smallest_type: drawing.smallest_type,
        fill: labels::fill(drawing),
        height: drawing.bounds.height,
    }
}
