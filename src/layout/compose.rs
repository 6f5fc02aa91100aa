//! The whole of it: drafts, paints, judges; keeps the best of several.

use std::sync::Arc;

use super::arrangement::Arrangement;
use super::draft::{Draft, Trial};
use super::effort::Effort;
use super::form::{is_numbered, numbered, width_of};
use super::height::Height;
use super::paint::{no_paths, paint, stand};
use super::place::Placement;
use super::replay::replay;
use super::route::Way;
use super::scene::{Scene, TiePath};
use super::tangle::{Tangle, length, tangle};
use super::territories::Floorplan;
use super::{Graph, Options};
use crate::pieces::{at_once, pause};

/// Lays a graph out for a width: every node placed, every tie routed. Where names have no room the boxes hold numbers
/// ([`Scene::numbered`]).
///
/// Never fails: an empty graph gives an empty scene, faulty indexes are passed over. What is promised of every
/// scene is counted by [`super::quality::audit`]; ties that found no clear way are marked ([`TiePath::clear`]).
///
/// [`TiePath::clear`]: super::TiePath::clear
pub fn layout(graph: &Graph, options: &Options) -> Scene {
    at_once(layout_in_pieces(graph, options))
}

/// The same, with a [`pause`] after every few milliseconds, so that a page can do other things meanwhile.
pub async fn layout_in_pieces(graph: &Graph, options: &Options) -> Scene {
    replay_in_pieces(graph, options, "").await
}

/// The same where boxes stand in these [`places`], which a map of that width and [search](super::Search) had: nothing is searched,
/// and it is that map to the last bit. If they are not places of this graph, it is laid out.
///
/// [`places`]: super::places
pub async fn replay_in_pieces(graph: &Graph, options: &Options, places: &str) -> Scene {
    let numbered = in_numbers(graph, width_of(options.width));
    let mut scene = named(numbered.as_ref().unwrap_or(graph), options, places).await;
    scene.numbered = numbered.is_some();
    scene
}

/// The same, whatever room the names need: for pictures that no list stands beside.
pub fn with_names(graph: &Graph, options: &Options) -> Scene {
    at_once(named(graph, options, ""))
}

/// Where the boxes and camps of a graph may stand, before any tie is routed: the placement that the search found best, as a
/// scene whose ties join nothing. [`layout`] routes several placements and keeps the best scene, so it may choose another.
/// For benchmarks: this is what other layouts give.
pub fn positions(graph: &Graph, options: &Options) -> Scene {
    let width = width_of(options.width);
    let numbered = in_numbers(graph, width);
    let graph = numbered.as_ref().unwrap_or(graph);
    let draft = Draft::new(graph, width, 0.0);
    let effort = Effort::of(graph.nodes.len(), graph.ties.len(), options.search);
    let trials = at_once(draft.trials(&effort, options.seed));
    let energy = |trial: &&Trial| trial.placement.energy;
    let best = trials
        .iter()
        .min_by(|one, other| energy(one).total_cmp(&energy(other)));
    best.map_or_else(Scene::default, |trial| Scene {
        numbered: numbered.is_some(),
        ..stand(&draft, &trial.placement)
    })
}

/// The graph with numbers for names, if names have no room at this width.
fn in_numbers(graph: &Graph, width: f64) -> Option<Graph> {
    is_numbered(graph, width).then(|| numbered(graph))
}

async fn named(graph: &Graph, options: &Options, places: &str) -> Scene {
    let width = width_of(options.width);
    let mut effort = Effort::of(graph.nodes.len(), graph.ties.len(), options.search);
    let mut best: Option<(f64, Scene)> = None;
    let mut roominess = 0.0;
    for retry in 0..=effort.retries {
        let told = if retry == 0 {
            replay(graph, width, places)
        } else {
            None
        };
        let is_told = told.is_some();
        let (draft, trials) = match told {
            Some((draft, trial, lanes)) => {
                effort.lanes = lanes;
                (draft, vec![trial])
            }
            None => {
                let draft = Draft::new(graph, width, roominess);
                pause().await;
                let seed = options.seed.wrapping_add(retry * SEED_STEP);
                let trials = draft.trials(&effort, seed).await;
                (draft, trials)
            }
        };
        let most = draft.height.most;
        // The best scene over the promised height: its score without that penalty, and its height.
        let mut high = (f64::INFINITY, most);
        for trial in trials {
            let (lanes, reroutes) = (effort.lanes, effort.reroutes);
            let (scene, found, ways) =
                drawn(&draft, &trial.plan, &trial.placement, lanes, reroutes).await;
            let mut score = score(&scene, &found, &draft.height, &ways);
            if scene.height > most {
                if score < high.0 {
                    high = (score, scene.height);
                }
                score += BROKEN + (scene.height - most) * TOO_HIGH_PER_PX;
            }
            if best.as_ref().is_none_or(|(least, _)| score < *least) {
                best = Some((score, scene));
            }
            pause().await;
        }
        if is_told {
            break;
        }
        effort.lanes *= 2;
        // If a scene that is too high would otherwise win, all is tried again with tighter spacing; if ties lack a clear way,
        // with looser.
        match &best {
            Some((score, _)) if high.0 < *score => {
                // One step takes a sixteenth or so of the height.
                let steps = (high.1 - most) / high.1 * 16.0;
                roominess = (roominess - 1.0 - steps.floor()).min(-1.0);
            }
            Some((score, _)) if *score >= BROKEN => roominess = (roominess + 1.0).min(1.5),
            _ => break,
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

/// From one try to the next the seed moves on by this.
const SEED_STEP: u32 = 1_000_003;
/// What a broken promise costs: more than anything else together.
const BROKEN: f64 = 100_000.0;

/// What a scene over the greatest height costs for each px, besides [`BROKEN`].
const TOO_HIGH_PER_PX: f64 = 300.0;

// What a scene costs (`score`), beside broken promises; a third of a px of height over the target is 1.
/// Each pair of ties that cross.
const CROSSING: f64 = 60.0;
/// Each pair that could be taken for one.
const JOINED: f64 = 30.0;
/// Each pair that lies on one another, besides.
const OVERLAID: f64 = 60.0;
/// Each bend of a tie.
const BEND: f64 = 8.0;
/// Each px of a tie.
const LENGTH_PER_PX: f64 = 0.15;
/// What a tie with its words on it spares.
const WORDS: f64 = 6.0;
/// Each px over the target height ([`Height::excess`]).
const HEIGHT_PER_PX: f64 = 3.0;

/// Lower is better: what a reader would mind. A height over the most that is promised counts as that.
fn score(scene: &Scene, found: &Tangle, height: &Height, ways: &[Way]) -> f64 {
    let mut sum = height.excess(scene.height.min(height.most)) * HEIGHT_PER_PX;
    for way in ways {
        sum += way.points.len().saturating_sub(2) as f64 * BEND;
    }
    for path in &scene.ties {
        sum += length(path) * LENGTH_PER_PX - if path.label.is_some() { WORDS } else { 0.0 };
        if is_unclear(scene, path) {
            sum += BROKEN;
        }
    }
    sum + found.crossings as f64 * CROSSING
        + found.joined as f64 * JOINED
        + found.overlaid as f64 * OVERLAID
        + found.twins as f64 * BROKEN
}

/// The scene of a placement with what another width can keep of it; what is tangled in it; its ties' ways.
pub(super) async fn drawn(
    draft: &Draft<'_>,
    plan: &Floorplan,
    placement: &Placement,
    lanes: usize,
    reroutes: usize,
) -> (Scene, Tangle, Vec<Way>) {
    let (mut scene, ways) = paint(draft, placement, None, lanes, reroutes).await;
    let found = tangle(draft.graph, &scene);
    let faults = faults(&scene, &found, &ways);
    let arrangement = Arrangement::of(draft, plan, placement, &ways, lanes, faults);
    scene.arrangement = Arc::new(arrangement);
    (scene, found, ways)
}

/// How many faults of a scene a reader would mind most: ties without a way or a clear one, and twins, by the hundred;
/// crossings, ties that could be taken for one.
pub(super) fn faults(scene: &Scene, found: &Tangle, ways: &[Way]) -> usize {
    let unclear = scene
        .ties
        .iter()
        .filter(|path| is_unclear(scene, path))
        .count();
    let lost = ways.iter().filter(|way| way.points.is_empty()).count();
    (unclear + lost + found.twins) * 100 + found.crossings + found.joined
}

/// Whether a tie that is to be drawn has no clear way.
fn is_unclear(scene: &Scene, path: &TiePath) -> bool {
    !path.clear && !path.course.is_empty() && !scene.waiting
}
