//! The whole of it: drafts, paints, judges; keeps the best of several.

use super::course::CURVE_POINTS;
use super::draft::Draft;
use super::effort::Effort;
use super::paint::{no_paths, paint};
use super::scene::Scene;
use super::tangle::pairs;
use super::{Graph, MAX_WIDTH, MIN_WIDTH, Options};

/// Lays a graph out for a width: every node placed, every tie routed.
///
/// Never fails: an empty graph gives an empty scene, faulty indexes are passed over. What is promised of every
/// scene is counted by [`super::quality::audit`]; ties that found no clear way are marked ([`TiePath::clear`]).
///
/// [`TiePath::clear`]: super::TiePath::clear
pub fn layout(graph: &Graph, options: &Options) -> Scene {
    let asked = if options.width.is_nan() {
        MIN_WIDTH
    } else {
        options.width
    };
    let width = asked.clamp(MIN_WIDTH, MAX_WIDTH).floor();
    let effort = Effort::of(graph.nodes.len(), graph.ties.len());
    let mut best: Option<(f64, Scene)> = None;
    for roominess in 0..=effort.retries {
        let draft = Draft::new(graph, width, f64::from(roominess));
        for trial in draft.trials(&effort, options.seed) {
            let scene = paint(&draft, &trial.placement, &effort);
            let score = score(&scene, draft.target_height);
            if best.as_ref().is_none_or(|(least, _)| score < *least) {
                best = Some((score, scene));
            }
        }
        if best.as_ref().is_none_or(|(_, scene)| {
            scene
                .ties
                .iter()
                .all(|path| path.clear || path.course.is_empty())
        }) {
            break;
        }
    }
    best.map_or_else(
        || Scene {
            width,
            ties: no_paths(graph),
            ..Scene::default()
        },
        |(_, scene)| scene,
    )
}

/// Lower is better: what a reader would mind, in px of height as the common measure.
fn score(scene: &Scene, target_height: f64) -> f64 {
    const UNCLEAR: f64 = 100_000.0;
    const CROSSING: f64 = 20.0;
    const JOINED: f64 = 30.0;
    const BEND: f64 = 8.0;
    const LENGTH_PER_PX: f64 = 0.15;
    const WORDS: f64 = 6.0;
    const HEIGHT_PER_PX: f64 = 3.0;
    let mut sum = (scene.height - target_height).max(0.0) * HEIGHT_PER_PX;
    for path in &scene.ties {
        let length: f64 = path
            .course
            .iter()
            .zip(path.course.iter().skip(1))
            .map(|(a, b)| a.distance(*b))
            .sum();
        let bends = path.course.len().saturating_sub(2) / CURVE_POINTS;
        sum += length * LENGTH_PER_PX + bends as f64 * BEND
            - if path.label.is_some() { WORDS } else { 0.0 };
        if !path.clear && !path.course.is_empty() {
            sum += UNCLEAR;
        }
    }
    let (crossings, joined) = pairs(scene);
    sum + crossings as f64 * CROSSING + joined as f64 * JOINED
}
