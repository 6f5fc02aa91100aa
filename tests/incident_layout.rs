//! The layout's promises on the real incident: at every width, and with its actors shuffled, their names longer, every
//! fifth of them removed. Nothing is placed by hand, so nothing of this may matter.

#![cfg(feature = "cli")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "layout/real.rs"]
mod real;
// Shared with `layout_promises.rs`, which uses all of it.
#[allow(dead_code)]
#[path = "layout/shapes.rs"]
mod shapes;

use actor_map::layout::form::waits;
use actor_map::layout::quality::audit;
use actor_map::layout::{Graph, Options, layout};
use actor_map::view::state::{SEED, map_width};
use shapes::{longer, shuffled, thinned};

/// Lays the graph out at each width and holds the promises: of 25 actors every tie is drawn at once, however narrow the map.
fn keeps(what: &str, graph: &Graph, widths: impl Iterator<Item = f64>) {
    assert!(!waits(graph.nodes.len(), graph.ties.len(), 280.0), "{what}");
    for width in widths {
        let scene = layout(graph, &Options::new(width, SEED));
        let found = audit(graph, &scene);
        assert_eq!(found.broken(), 0, "{what} at {width}: {found:?}");
        assert!(found.smallest_type >= 11.0, "{what} at {width}: {found:?}");
        assert_eq!(found.unclear, 0, "{what} at {width}: ties wait");
    }
}

#[test]
fn at_every_width() {
    keeps(
        "the incident",
        &real::incident(),
        (280..=1600).step_by(20).map(f64::from),
    );
}

#[test]
fn at_the_widths_that_widgets_give_their_maps() {
    let widgets = (280..=1600).step_by(60).map(f64::from);
    keeps(
        "the incident in a widget",
        &real::incident(),
        widgets.map(map_width),
    );
}

#[test]
fn in_other_orders_with_longer_names_and_with_fewer_actors() {
    let graph = real::incident();
    let mut variants = vec![
        ("longer names", longer(&graph)),
        ("every fifth removed", thinned(&graph)),
    ];
    variants.extend([1, 2, 3].map(|seed| ("shuffled", shuffled(&graph, seed))));
    for (what, variant) in &variants {
        keeps(what, variant, (280..=1600).step_by(40).map(f64::from));
    }
}
