//! Maps made again from where their boxes stand, and maps polished.

#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../benches/corpus/mod.rs"]
#[allow(dead_code)]
mod corpus;
#[path = "layout/real.rs"]
mod real;

use actor_map::layout::quality::audit;
use actor_map::layout::{Graph, Options, Scene, Tie, layout, places, polish, replay_in_pieces};
use actor_map::pieces::at_once;
use actor_map::view::edition::bands::best;
use proptest::prelude::*;

/// The incident, the public graphs and every shape of news, up to so many boxes.
fn graphs(most: usize) -> Vec<corpus::Named> {
    let mut all = vec![corpus::Named {
        name: "incident".into(),
        graph: real::incident(),
    }];
    all.extend(corpus::public());
    all.extend(corpus::generated());
    all.retain(|named| named.graph.nodes.len() <= most);
    all
}

fn replayed(graph: &Graph, width: f64, places: &str) -> Scene {
    at_once(replay_in_pieces(
        graph,
        &Options::published(width, 1),
        places,
    ))
}

/// Crossings, after broken promises.
fn tangled(graph: &Graph, scene: &Scene) -> (usize, usize) {
    let found = audit(graph, scene);
    (found.broken() + found.unclear, found.crossings)
}

#[test]
fn a_map_is_made_again_from_its_places_to_the_last_bit() {
    for named in graphs(25) {
        for width in [280.0, 558.0] {
            let scene = layout(&named.graph, &Options::published(width, 1));
            let told = places(&named.graph, &scene).unwrap();
            let again = replayed(&named.graph, width, &told);
            assert!(again == scene, "{} at {width} px: {told}", named.name);
            // Three digits for each box, and a few signs for the camps.
            assert!(told.len() <= 3 * named.graph.nodes.len() + 20, "{told}");
        }
    }
}

#[test]
fn a_polished_map_crosses_less_breaks_nothing_and_can_be_told() {
    let mut less = 0;
    for named in graphs(17) {
        let graph = &named.graph;
        let first = layout(graph, &Options::published(320.0, 1));
        let (before, most) = (tangled(graph, &first), first.height);
        let cost = |scene: &Scene| tangled(graph, scene);
        let made = polish(graph, first.clone(), 40, 1, cost);
        let after = tangled(graph, &made);
        assert!(
            after <= before && after.0 == 0,
            "{}: {before:?} {after:?}",
            named.name
        );
        assert!(
            made.height <= most.max(1_000.0),
            "{}: {} px",
            named.name,
            made.height
        );
        let again = replayed(graph, 320.0, &places(graph, &made).unwrap());
        assert!(again == made, "{}", named.name);
        assert!(
            made == polish(graph, first, 40, 1, cost),
            "{}: another map the second time",
            named.name
        );
        less += before.1 - after.1;
    }
    assert!(less >= 20, "{less} crossings less in all");
}

#[test]
fn what_an_edition_carries_makes_its_map_and_where_ties_wait_it_carries_nothing() {
    let graph = real::incident();
    let band = best(&graph, 558.0, 2);
    assert!(replayed(&graph, 558.0, &band.places.unwrap()) == band.scene);
    let many = corpus::news(corpus::Shape::Hub, 40, 1);
    let band = best(&many, 320.0, 2);
    assert!(band.scene.waiting && band.places.is_none());
    assert!(band.scene == layout(&many, &Options::published(320.0, band.seed)));
}

#[test]
fn places_of_another_graph_are_not_taken() {
    let graph = real::incident();
    let laid_out = |graph: &Graph| layout(graph, &Options::published(320.0, 1));
    let told = places(&graph, &laid_out(&graph)).unwrap();
    let mut longer = graph.clone();
    for node in &mut longer.nodes {
        node.label.push_str(" and its press office");
    }
    let mut fewer = graph.clone();
    fewer.nodes.pop();
    fewer
        .ties
        .retain(|tie| tie.from.max(tie.to) < fewer.nodes.len());
    let mut tied = graph.clone();
    tied.ties.push(Tie {
        from: 0,
        to: 9,
        ..Tie::default()
    });
    let mut gone_over = graph.clone();
    gone_over.nodes[3].camp = gone_over.nodes.iter().rev().find_map(|node| node.camp);
    assert_ne!(gone_over.nodes[3].camp, graph.nodes[3].camp);
    for changed in [longer, fewer, tied, gone_over] {
        assert!(replayed(&changed, 320.0, &told) == laid_out(&changed));
    }
    // Which way ties go is nothing that places tell: every box stays.
    let mut turned = graph;
    for tie in &mut turned.ties {
        (tie.from, tie.to) = (tie.to, tie.from);
    }
    let scene = replayed(&turned, 320.0, &told);
    assert!(places(&turned, &scene).as_deref() == Some(&*told));
    assert_eq!(audit(&turned, &scene).broken(), 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever stands there: a map without a box on another, never a panic.
    #[test]
    fn garbled_places_make_a_sound_map(at in 0_usize..40, sign in "[0-9a-z.,é-]{0,3}", cut in 0_usize..60) {
        let graph = corpus::news(corpus::Shape::Brokers, 5, 1);
        let told = places(&graph, &layout(&graph, &Options::published(320.0, 1))).unwrap();
        let mut garbled: String = told.chars().take(at).collect();
        garbled.push_str(&sign);
        garbled.extend(told.chars().skip(at + 1).take(cut));
        let scene = replayed(&graph, 320.0, &garbled);
        let found = audit(&graph, &scene);
        prop_assert_eq!(found.overlaps + found.clipped, 0, "{}", garbled);
    }
}
