//! Polish: a map that is bettered box by box, judged as its reader will see it.
//!
//! The search for places takes ties for straight lines, since routing them takes a hundred times as long; so its best
//! placement is not the one whose routed ties cross least. Publishing has time: here one or two boxes change their places,
//! all ties are routed anew, and what costs less is kept (hill climbing; Purchase 2002 has the measures). A change whose
//! straight lines are much worse is not routed at all.
//!
//! Cost: one routing per try, a few milliseconds for 25 boxes. Limits: camps stay where they are, and a map that no change of
//! two boxes betters stays as it is, though one of three might.

use super::arrangement::{plan, seated};
use super::compose::drawn;
use super::draft::Draft;
use super::effort::Effort;
use super::energy::Energy;
use super::form::numbered;
use super::rng::Rng;
use super::{Graph, Scene, Search};
use crate::pieces::at_once;

/// A change is routed if it raises the energy of straight lines by less than this.
const SLACK: f64 = 120.0;
/// So many changes are looked at for each that is routed.
const MOST_LOOKS: u32 = 40;

/// The scene, or one of the same graph that costs less. Of `tries` routings; a scene whose ties wait is left as it is.
pub fn polish<C: PartialOrd>(
    graph: &Graph,
    scene: Scene,
    tries: u32,
    seed: u32,
    cost: impl Fn(&Scene) -> C,
) -> Scene {
    if scene.waiting || tries == 0 {
        return scene;
    }
    let kept = scene.arrangement.clone();
    let is_numbered = scene.numbered;
    let numbers = is_numbered.then(|| numbered(graph));
    let graph = numbers.as_ref().unwrap_or(graph);
    let draft = Draft::spaced(graph, kept.spacing);
    let Some(plan) = plan(&draft, &kept.bands) else {
        return scene;
    };
    let titles = draft.titles(&plan);
    let site = draft.site(&plan, &titles);
    let reroutes = Effort::of(graph.nodes.len(), graph.ties.len(), Search::Thorough).reroutes;
    let Some(mut now) = seated(&kept.seats, &site) else {
        return scene;
    };
    let most = draft.height.most.max(scene.height);
    let mut energy = Energy::new(&site);
    now.energy = energy.change(&now);
    let mut least = cost(&scene);
    let mut best = scene;
    let mut rng = Rng::new(seed);
    let (mut routed, mut looks) = (0, 0);
    while routed < tries && looks < tries.saturating_mul(MOST_LOOKS) {
        looks += 1;
        let mut trial = now.clone();
        let (one, other) = (rng.unit(), rng.unit());
        if !trial.vary(&site, one, &mut rng) || !trial.vary(&site, other, &mut rng) {
            continue;
        }
        trial.stack(&site);
        trial.round(&site);
        if trial.height.ceil() > most {
            continue;
        }
        trial.energy = energy.change(&trial);
        if trial.energy >= now.energy + SLACK {
            energy.undo();
            continue;
        }
        routed += 1;
        let drawn = drawn(&draft, &plan, &trial, kept.lanes, reroutes);
        let (mut rival, ..) = at_once(drawn);
        rival.numbered = is_numbered;
        let found = cost(&rival);
        if found < least {
            (least, best, now) = (found, rival, trial);
        } else {
            energy.undo();
        }
    }
    best
}
