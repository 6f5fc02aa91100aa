//! The layout of large graphs: sound whatever comes in, the same twice, and as near to the graph's distances as the
//! literature's method gets.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "../benches/corpus/mod.rs"]
#[allow(dead_code)]
mod corpus;

use actor_map::layout::large::{Chart, DOT_GAP_PX, FULL_UP_TO, Plotter, large};
use actor_map::layout::quality::{Drawing, Line, stress};
use actor_map::layout::{Graph, Rect};
use proptest::prelude::*;

const ASPECT: f64 = 1.3;

/// Lays out and holds what is promised of every graph: finite, inside, dots apart.
fn sound(nodes: usize, ties: &[(u32, u32)], aspect: f64) -> Chart {
    let chart = large(nodes, ties, aspect, 1);
    assert_eq!(chart.points.len(), nodes);
    assert!(chart.width.is_finite() && chart.height.is_finite());
    for point in &chart.points {
        let inside =
            point.x >= 0.0 && point.x <= chart.width && point.y >= 0.0 && point.y <= chart.height;
        assert!(inside, "{point:?} in {} by {}", chart.width, chart.height);
    }
    let mut by_x = chart.points.clone();
    by_x.sort_by(|a, b| a.x.total_cmp(&b.x));
    for (i, a) in by_x.iter().enumerate() {
        for b in by_x[i + 1..].iter().take_while(|b| b.x - a.x < DOT_GAP_PX) {
            assert!(a.distance(*b) >= DOT_GAP_PX, "{a:?} and {b:?}");
        }
    }
    assert_eq!(large(nodes, ties, aspect, 1).digest(), chart.digest());
    chart
}

fn ties(graph: &Graph) -> Vec<(u32, u32)> {
    let ties = graph.ties.iter();
    ties.map(|tie| (tie.from as u32, tie.to as u32)).collect()
}

/// Kruskal's stress of a drawing of dots, over all pairs.
fn kruskal(graph: &Graph, chart: &Chart) -> f64 {
    let dot = |point: &actor_map::layout::Point| Rect::new(point.x, point.y, 0.0, 0.0);
    let line = |tie: &actor_map::layout::Tie| Line {
        from: tie.from,
        to: tie.to,
        course: Vec::new(),
    };
    1.0 - stress(&Drawing {
        nodes: chart.points.iter().map(dot).collect(),
        ties: graph.ties.iter().map(line).collect(),
        ..Drawing::default()
    })
}

#[test]
fn none_one_and_two() {
    let empty = sound(0, &[], ASPECT);
    assert!(empty.width == 0.0 && empty.height == 0.0);
    let one = sound(1, &[(0, 0)], ASPECT);
    assert!(one.width > 0.0 && one.width < 50.0);
    sound(2, &[], ASPECT);
    let two = sound(2, &[(0, 1), (1, 0), (0, 1)], ASPECT);
    assert!(two.width > two.height, "a line lies along the room");
}

#[test]
fn repeated_ties_self_ties_and_faulty_ends_change_nothing() {
    let plain = [(0, 1), (1, 2), (2, 3), (3, 0), (3, 4)];
    let mut faulty = plain.to_vec();
    faulty.extend([(1, 0), (1, 0), (2, 2), (4, 99), (u32::MAX, 0)]);
    let (plain, faulty) = (sound(5, &plain, ASPECT), sound(5, &faulty, ASPECT));
    assert_eq!(plain.digest(), faulty.digest());
}

#[test]
fn a_room_without_a_sound_ratio_counts_as_a_square() {
    let ring: Vec<(u32, u32)> = (0..40).map(|i| (i, (i + 1) % 40)).collect();
    let square = sound(40, &ring, 1.0);
    for aspect in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        assert_eq!(sound(40, &ring, aspect), square, "{aspect}");
    }
}

#[test]
fn components_lie_beside_each_other() {
    // A grid, a ring, a path and many actors without a tie.
    let mut ties = Vec::new();
    for i in 0..100 {
        if i % 10 < 9 {
            ties.push((i, i + 1));
        }
        if i < 90 {
            ties.push((i, i + 10));
        }
    }
    ties.extend((0..30).map(|i| (100 + i, 100 + (i + 1) % 30)));
    ties.extend((0..19).map(|i| (130 + i, 131 + i)));
    let chart = sound(400, &ties, ASPECT);
    let bounds = |range: core::ops::Range<usize>| {
        let dot = |point: &actor_map::layout::Point| Rect::new(point.x, point.y, 0.0, 0.0);
        let dots = chart.points[range].iter().map(dot);
        dots.reduce(|a, b| a.union(&b)).unwrap()
    };
    let parts = [bounds(0..100), bounds(100..130), bounds(130..150)];
    for (i, a) in parts.iter().enumerate() {
        for b in &parts[i + 1..] {
            assert!(!a.overlaps(b, 0.0), "{a:?} {b:?}");
        }
        for lone in &chart.points[150..] {
            assert!(!a.holds(*lone), "{lone:?} in {a:?}");
        }
    }
    let ratio = chart.width / chart.height;
    assert!((0.5..3.0).contains(&ratio), "{ratio}");
}

#[test]
fn a_room_that_is_upright_gets_an_upright_chart() {
    let path: Vec<(u32, u32)> = (0..99).map(|i| (i, i + 1)).collect();
    let (wide, tall) = (sound(100, &path, 2.0), sound(100, &path, 0.5));
    assert!(wide.width > wide.height && tall.height > tall.width);
}

#[test]
fn another_seed_gives_another_chart() {
    let ties = ties(&corpus::affair(80, 1));
    let digests = [1, 2].map(|seed| large(80, &ties, ASPECT, seed).digest());
    assert_ne!(digests[0], digests[1]);
}

#[test]
fn a_chart_that_is_asked_for_early_is_sound() {
    let mut plotter = Plotter::new(3, &[(0, 1)], ASPECT, 1);
    plotter.step();
    let chart = plotter.chart();
    assert_eq!(chart.points.len(), 3);
    assert!(chart.points.iter().all(|point| point.x.is_finite()));
}

/// Kruskal stress on the corpus: full stress up to its limit, sparse beyond. The bounds are what was measured and a
/// hundredth more, so that a change that costs quality is seen.
#[test]
fn stress_stays_where_it_is() {
    for (n, bounds) in [
        (200, [0.14, 0.22, 0.27, 0.03]),
        (2000, [0.20, 0.235, 0.40, 0.035]),
    ] {
        for (named, most) in corpus::large(n).into_iter().zip(bounds) {
            let chart = large(n, &ties(&named.graph), ASPECT, 1);
            let found = kruskal(&named.graph, &chart);
            println!("{:16} stress {found:.4}", named.name);
            assert!(found <= most, "{}: {found:.4}", named.name);
        }
    }
}

/// Where sparse stress begins, it is nearly as good as full.
#[test]
fn pivots_cost_little_stress() {
    let [full, sparse] = [FULL_UP_TO, FULL_UP_TO + 1].map(|n| {
        let graph = corpus::affair(n, 2);
        kruskal(&graph, &large(n, &ties(&graph), ASPECT, 1))
    });
    println!("full {full:.4}, sparse {sparse:.4}");
    assert!(sparse < full * 1.1, "{sparse:.4} after {full:.4}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_graph_in_any_room(
        nodes in 0_usize..60,
        ties in proptest::collection::vec((0_u32..64, 0_u32..64), 0..120),
        aspect in prop_oneof![4 => 0.1..10.0, 1 => any::<f64>()],
    ) {
        sound(nodes, &ties, aspect);
    }
}
