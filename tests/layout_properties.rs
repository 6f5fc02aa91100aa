//! Whatever comes in, the layout gives a sound map: arbitrary graphs, faulty indexes, names of every kind, any width.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use actor_map::layout::quality::{Drawing, audit, measure};
use actor_map::layout::{Camp, Graph, MAX_WIDTH, MIN_WIDTH, Node, Options, Scene, Tie, layout};
use proptest::prelude::*;

/// Lays out and holds what is promised of every graph.
fn sound(graph: &Graph, width: f64) -> Scene {
    let scene = layout(graph, &Options::new(width, 1));
    let found = audit(graph, &scene);
    assert_eq!(found.broken(), 0, "at {width}: {found:?}\n{graph:?}");
    assert!(scene.width >= MIN_WIDTH && scene.width <= MAX_WIDTH);
    assert!(scene.height.is_finite() && scene.height >= 0.0);
    assert_eq!(scene.nodes.len(), graph.nodes.len());
    assert_eq!(scene.ties.len(), graph.ties.len());
    let n = graph.nodes.len();
    for (index, (tie, path)) in graph.ties.iter().zip(&scene.ties).enumerate() {
        assert_eq!(path.tie, index);
        let joins = tie.from < n && tie.to < n && tie.from != tie.to;
        assert_eq!(joins, path.course.len() > 1, "{tie:?} {path:?}");
        assert!(
            path.course
                .iter()
                .all(|p| p.x.is_finite() && p.y.is_finite())
        );
        assert!(
            !path.d.contains("NaN") && !path.d.contains("inf"),
            "{}",
            path.d
        );
    }
    let measures = measure(&Drawing::of(graph, &scene));
    for score in [
        measures.stress,
        measures.neighbourhood,
        measures.crossing_score,
        measures.crossing_angle,
        measures.angular_resolution,
        measures.length_deviation,
        measures.occlusion,
    ] {
        assert!((0.0..=1.0 + 1e-9).contains(&score), "{measures:?}");
    }
    scene
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[A-Z][a-z]{1,9}( (of|de|für) [A-Z][a-z]{2,12}){0,3}",
        1 => "[а-я]{2,14}( [а-я]{3,15}){0,3}",
        1 => "[α-ω]{3,12} [α-ω]{3,12}",
        1 => "[一-鿋]{1,14}",
        1 => "[א-ת]{2,8} [א-ת]{2,9}",
        1 => "[ا-ي]{2,9} [ا-ي]{2,9}",
        1 => "[a-z]{60,90}",
        1 => "[a-z/–-]{10,60}",
        1 => "[a-e ]{0,400}",
        1 => Just(String::new()),
        1 => any::<String>(),
    ]
}

fn width() -> impl Strategy<Value = f64> {
    prop_oneof![
        6 => 200.0..1700.0,
        1 => Just(0.0),
        1 => Just(f64::NAN),
        1 => Just(f64::INFINITY),
        1 => Just(f64::NEG_INFINITY),
        1 => any::<f64>(),
    ]
}

fn graph() -> impl Strategy<Value = Graph> {
    let node = (
        name(),
        "[0-9]{0,4}",
        proptest::option::of(0_usize..5),
        any::<bool>(),
    );
    let nodes = proptest::collection::vec(node, 0..14);
    // Some ends out of range, many self-ties and duplicates.
    let tie = (
        0_usize..16,
        0_usize..16,
        "( |[a-z]{3,12}( [a-z]{2,8})?)?",
        any::<bool>(),
    );
    let ties = proptest::collection::vec(tie, 0..24);
    let camps = proptest::collection::vec("([A-Z][a-z]{2,9}( [a-z]{2,12}){0,3})?", 0..4);
    (nodes, ties, camps).prop_map(|(nodes, ties, camps)| Graph {
        nodes: nodes
            .into_iter()
            .map(|(label, badge, camp, round)| Node {
                label,
                badge,
                camp,
                round,
            })
            .collect(),
        ties: ties
            .into_iter()
            .map(|(from, to, label, minor)| Tie {
                from,
                to,
                label,
                weight: 0,
                minor,
            })
            .collect(),
        camps: camps.into_iter().map(|title| Camp { title }).collect(),
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_graph_at_any_width(graph in graph(), width in width()) {
        sound(&graph, width);
    }
}

fn node(label: &str) -> Node {
    Node {
        label: label.into(),
        ..Node::default()
    }
}

fn tie(from: usize, to: usize) -> Tie {
    Tie {
        from,
        to,
        ..Tie::default()
    }
}

fn of(nodes: Vec<Node>, ties: Vec<Tie>) -> Graph {
    Graph {
        nodes,
        ties,
        camps: Vec::new(),
    }
}

const WIDTHS: [f64; 8] = [
    280.0,
    640.0,
    1600.0,
    0.0,
    -1.0,
    f64::NAN,
    f64::INFINITY,
    f64::NEG_INFINITY,
];

#[test]
fn none_and_one() {
    for width in WIDTHS {
        assert!(sound(&Graph::default(), width).nodes.is_empty());
        let scene = sound(&of(vec![node("Ministry A")], vec![tie(0, 0)]), width);
        assert!(scene.height < 200.0, "{}", scene.height);
    }
}

#[test]
fn apart_from_each_other() {
    let nodes: Vec<Node> = (0..18).map(|i| node(&format!("Body {i}"))).collect();
    let ties = vec![tie(0, 1), tie(2, 3), tie(3, 4), tie(4, 2), tie(9, 10)];
    for width in WIDTHS {
        sound(&of(nodes.clone(), ties.clone()), width);
    }
}

#[test]
fn the_same_tie_often_and_back() {
    let ties = [(0, 1), (0, 1), (1, 0), (0, 0), (1, 1)];
    let ties: Vec<Tie> = ties.iter().map(|&(from, to)| tie(from, to)).collect();
    let graph = of(vec![node("Ministry A"), node("Embassy of State B")], ties);
    for width in WIDTHS {
        let found = audit(&graph, &sound(&graph, width));
        assert_eq!(
            (found.unclear, found.twins_joined),
            (0, 0),
            "at {width}: {found:?}"
        );
    }
}

#[test]
fn names_of_400_characters() {
    let spaced = "Commission of Inquiry into ".repeat(16);
    let unspaced = "x".repeat(400);
    let wide = "漢".repeat(400);
    for name in [spaced.trim(), &unspaced, &wide] {
        let graph = of(
            vec![node(name), node("State B"), node(name)],
            vec![tie(0, 1), tie(2, 1), tie(0, 2)],
        );
        for width in WIDTHS {
            let found = audit(&graph, &sound(&graph, width));
            assert_eq!(found.unclear, 0, "at {width}: {found:?}");
        }
    }
}

#[test]
fn everybody_tied_to_everybody() {
    // 300 ties: in seconds, and with the ties of who is selected only.
    let nodes: Vec<Node> = (0..25).map(|i| node(&format!("Ministry {i}"))).collect();
    let pairs = (0..25).flat_map(|one| (0..one).map(move |other| tie(one, other)));
    let graph = of(nodes, pairs.collect());
    for width in [320.0, 640.0, 1200.0] {
        let scene = sound(&graph, width);
        assert!(scene.waiting, "at {width}");
        let drawn = scene.ties.iter().filter(|path| !path.course.is_empty());
        assert_eq!(drawn.count(), 300, "at {width}");
    }
}
