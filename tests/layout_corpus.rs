//! The layout's promises on the whole corpus (`benches/corpus`): every graph of up to 60 actors, at six widths.

#![cfg(feature = "cli")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "../benches/corpus/mod.rs"]
#[allow(dead_code)]
mod corpus;
#[path = "layout/real.rs"]
mod real;

use core::ops::RangeInclusive;

use actor_map::layout::form::{ALL_TIES_FROM, fill};
use actor_map::layout::quality::{Audit, Drawing, audit, measure};
use actor_map::layout::{Options, Scene, Search, layout};
use corpus::Named;

const WIDTHS: [f64; 6] = [280.0, 320.0, 480.0, 640.0, 900.0, 1200.0];

/// The most actors whose ties are drawn at every width, and the greatest height of such a map.
const FEW: (usize, f64) = (25, 1000.0);
/// The same of the most that every promise is made for.
const MANY: (usize, f64) = (60, 1800.0);

fn incident() -> Named {
    Named {
        name: "incident".into(),
        graph: real::incident(),
    }
}

/// Holds the promises; returns what was found.
fn keeps(named: &Named, width: f64, search: Search) -> (Audit, Scene) {
    keeps_with(named, width, search, 1)
}

fn keeps_with(named: &Named, width: f64, search: Search, seed: u32) -> (Audit, Scene) {
    let (graph, what) = (&named.graph, format!("{} at {width}", named.name));
    let scene = layout(
        graph,
        &Options {
            width,
            seed,
            search,
        },
    );
    let found = audit(graph, &scene);
    assert_eq!(found.broken(), 0, "{what}: {found:?}");
    assert_eq!(found.twins_joined, 0, "{what}: {found:?}");
    assert!(found.smallest_type >= 11.0, "{what}: {found:?}");

    // The other scorer, which knows nothing of scenes, finds the same.
    let measures = measure(&Drawing::of(graph, &scene));
    assert_eq!(
        (measures.overlaps, measures.through_labels, measures.clipped),
        (0, 0, 0),
        "{what}: {measures:?}"
    );

    let n = graph.nodes.len();
    let may_wait = n > MANY.0 || (n > FEW.0 && width < ALL_TIES_FROM);
    assert!(may_wait || !scene.waiting, "{what}: ties wait");
    assert!(
        scene.waiting || found.unclear == 0,
        "{what}: {} ties have no way",
        found.unclear
    );
    let routed = |index: usize| scene.ties[index].course.len() > 1;
    let all_routed = graph
        .ties
        .iter()
        .enumerate()
        .all(|(index, tie)| tie.from == tie.to || routed(index));
    assert!(all_routed, "{what}: a tie has no course for focus");
    (found, scene)
}

/// Holds the promised height.
fn height_kept(named: &Named, width: f64, found: &Audit, scene: &Scene) {
    let most = if named.graph.nodes.len() <= FEW.0 {
        FEW.1
    } else {
        MANY.1
    };
    println!(
        "{:16} {width:5} {:5} high of {most}, fill {:.2}, {} crossings, {} pairs on one another for {:.0} px, words on {} of {} ties{}{}",
        named.name,
        scene.height,
        fill(&named.graph, width),
        found.crossings,
        found.overlaid,
        found.overlaid_px,
        found.tie_labels,
        named
            .graph
            .ties
            .iter()
            .filter(|tie| !tie.label.is_empty())
            .count(),
        if scene.waiting { ", ties wait" } else { "" },
        if scene.numbered { ", numbers" } else { "" },
    );
    assert!(
        scene.height <= most,
        "{} at {width}: {} px",
        named.name,
        scene.height
    );
}

/// Holds every promise on the graphs with that many actors, and prints heights and fill.
fn all_kept(sizes: RangeInclusive<usize>) -> [usize; WIDTHS.len()] {
    let mut seen = 0;
    let mut overlaid = [0; WIDTHS.len()];
    for named in of(sizes) {
        for (width, overlaid) in WIDTHS.into_iter().zip(&mut overlaid) {
            let (found, scene) = keeps(&named, width, Search::Quick);
            height_kept(&named, width, &found, &scene);
            seen += 1;
            *overlaid += found.overlaid;
        }
    }
    assert!(seen >= 2 * WIDTHS.len(), "{seen} maps");
    println!("pairs of ties on one another by width: {overlaid:?}");
    overlaid
}

/// The graphs with that many actors.
fn of(sizes: RangeInclusive<usize>) -> Vec<Named> {
    let mut all = vec![incident()];
    all.extend(corpus::public());
    all.extend(corpus::generated());
    all.retain(|named| sizes.contains(&named.graph.nodes.len()));
    all
}

#[test]
fn up_to_25_actors() {
    let [_, _, at_480, at_640, ..] = all_kept(1..=25);
    // Narrower, there are corridors without room for all that pass.
    assert!(at_480 <= 6, "{at_480} pairs of ties on one another");
    println!("{at_640} at 640 px, nearly all of one dense graph");
}

#[test]
fn up_to_40_actors() {
    all_kept(26..=40);
}

#[test]
fn up_to_60_actors() {
    all_kept(41..=60);
}

/// More than the promises are made for: nothing overlaps or is cut all the same, and one tap shows an actor's ties.
#[test]
fn more_than_60_actors() {
    let public = corpus::public();
    let novel = public.iter().find(|named| named.graph.nodes.len() > 60);
    for width in [320.0, 1200.0] {
        keeps(novel.unwrap(), width, Search::Quick);
    }
}

/// What is published keeps every promise, too, and the time that it takes shows.
#[test]
fn a_thorough_search_crosses_fewer_ties() {
    let mut crossings = [0, 0];
    // With one seed it is as chance has it.
    for named in of(13..=25) {
        for seed in 1..=6 {
            for (sum, search) in crossings.iter_mut().zip([Search::Quick, Search::Thorough]) {
                let (found, scene) = keeps_with(&named, 320.0, search, seed);
                height_kept(&named, 320.0, &found, &scene);
                *sum += found.crossings;
            }
        }
    }
    let [quick, thorough] = crossings;
    println!("{quick} crossings after a quick search, {thorough} after a thorough one");
    assert!(thorough * 20 < quick * 19, "{thorough} of {quick}");
}
