//! The layout's promises, measured on finished scenes: at every width, for every shape, however the data is ordered.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "layout/fixture.rs"]
mod fixture;
#[path = "layout/shapes.rs"]
mod shapes;

use actor_map::layout::quality::{Audit, audit};
use actor_map::layout::{Camp, Graph, Node, Options, Scene, Tie, layout};
use shapes::{SHAPES, longer, news, shuffled, thinned};

fn widths() -> impl Iterator<Item = f64> {
    (280..=1600)
        .step_by(40)
        .chain([287, 375, 393, 616, 761, 1023])
        .map(f64::from)
}

/// Every width, or in a build without optimisation, which is twenty times slower, every third one.
fn some_widths() -> impl Iterator<Item = f64> {
    widths().step_by(if cfg!(debug_assertions) { 3 } else { 1 })
}

/// Lays out and holds the hard promises; returns what was found.
fn keeps(graph: &Graph, width: f64, seed: u32, what: &str) -> (Audit, Scene) {
    let scene = layout(graph, &Options::new(width, seed));
    let found = audit(graph, &scene);
    assert_eq!(found.broken(), 0, "{what} at {width}: {found:?}");
    assert!(found.smallest_type >= 11.0, "{what} at {width}: {found:?}");
    assert_eq!(scene.nodes.len(), graph.nodes.len());
    assert_eq!(scene.ties.len(), graph.ties.len());
    (found, scene)
}

#[test]
fn incident_at_every_width() {
    let graph = fixture::incident();
    println!("width height unclear crossings joined words length");
    for width in widths() {
        let (found, scene) = keeps(&graph, width, 1, "incident");
        println!(
            "{width:5} {:6} {:7} {:9} {:6} {:5} {:6.0}",
            scene.height,
            found.unclear,
            found.crossings,
            found.joined,
            found.tie_labels,
            found.length
        );
        assert_eq!(found.unclear, 0, "at {width}");
        let most = if width < 400.0 {
            1000.0
        } else if width < 640.0 {
            940.0
        } else {
            700.0
        };
        assert!(scene.height <= most, "height {} at {width}", scene.height);
    }
}

#[test]
fn incident_in_other_orders_longer_and_thinner() {
    let graph = fixture::incident();
    let mut variants = vec![("longer", longer(&graph)), ("thinned", thinned(&graph))];
    variants.extend([1, 2, 3].map(|seed| ("shuffled", shuffled(&graph, seed))));
    for (what, variant) in &variants {
        let mut unclear = Vec::new();
        for width in some_widths() {
            let (found, _) = keeps(variant, width, 1, what);
            if found.unclear > 0 {
                unclear.push((width, found.unclear));
            }
            if width >= 900.0 {
                assert_eq!(found.unclear, 0, "{what} at {width}");
            }
        }
        println!("{what}: ties not clear by width: {unclear:?}");
    }
}

#[test]
fn news_shapes() {
    let every = if cfg!(debug_assertions) { 2 } else { 1 };
    for (number, shape) in SHAPES.into_iter().enumerate() {
        for n in [5, 12, 20, 30] {
            for seed in 0..if cfg!(debug_assertions) { 1 } else { 2 } {
                let graph = news(shape, n, seed + 10 * number as u64);
                let mut unclear = Vec::new();
                for width in [280.0, 1600.0, 320.0, 480.0, 640.0, 760.0, 900.0, 1200.0]
                    .into_iter()
                    .step_by(every)
                {
                    let (found, _) = keeps(&graph, width, 1, &format!("{shape:?} {n} {seed}"));
                    unclear.push(found.unclear);
                }
                println!(
                    "{shape:?} {n} {seed}: {} ties, unclear by width {unclear:?}",
                    graph.ties.len()
                );
            }
        }
    }
}

#[test]
fn same_input_same_bits() {
    let graph = fixture::incident();
    for width in [320.0, 777.0] {
        let options = Options::new(width, 5);
        let scene = layout(&graph, &options);
        assert_eq!(scene.digest(), layout(&graph.clone(), &options).digest());
        assert_ne!(
            scene.digest(),
            layout(&graph, &Options { seed: 6, ..options }).digest()
        );
    }
}

#[test]
fn odd_graphs_degrade_sanely() {
    let node = |label: &str| Node {
        label: label.into(),
        ..Node::default()
    };
    let tie = |from, to| Tie {
        from,
        to,
        label: "says".into(),
        ..Tie::default()
    };
    let odd = [
        ("nothing", Graph::default()),
        ("one", Graph { nodes: vec![node("A")], ..Graph::default() }),
        ("ties without nodes", Graph { ties: vec![tie(0, 1)], ..Graph::default() }),
        (
            "self, double, reciprocal, out of range",
            Graph {
                nodes: vec![node("A"), node("B"), node("")],
                ties: vec![tie(0, 0), tie(0, 1), tie(0, 1), tie(0, 1), tie(1, 0), tie(1, 0), tie(7, 0), tie(0, usize::MAX)],
                camps: Vec::new(),
            },
        ),
        (
            "long words",
            Graph {
                nodes: vec![
                    node(&"Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(3)),
                    node(&"漢字".repeat(60)),
                    node("وزارة الخارجية في الدولة"),
                    Node { badge: "123456789012345".into(), round: true, camp: Some(0), ..node("B") },
                    Node { badge: "7".into(), camp: Some(99), ..node("") },
                ],
                ties: vec![tie(0, 1), tie(1, 2), tie(2, 3), tie(3, 4)],
                camps: vec![Camp { title: "Unabhängigkeitserklärungsunterzeichnerversammlung".into() }, Camp::default()],
            },
        ),
        (
            "twelve camps",
            Graph {
                nodes: (0..24).map(|i| Node { camp: Some(i / 2), ..node("Body") }).collect(),
                ties: (0..24).map(|i| tie(i, (i * 7 + 1) % 24)).collect(),
                camps: (0..12).map(|i| Camp { title: format!("Camp {i}") }).collect(),
            },
        ),
    ];
    for (what, graph) in &odd {
        for width in [
            280.0,
            333.0,
            640.0,
            1600.0,
            f64::NAN,
            -5.0,
            f64::INFINITY,
            f64::NEG_INFINITY,
        ] {
            let (found, scene) = keeps(graph, width, 1, what);
            assert!(
                scene.width >= 280.0 && scene.width <= 1600.0 && scene.height.is_finite(),
                "{what}: {found:?}"
            );
        }
    }
}

#[test]
fn hundreds_of_nodes_still_do_not_overlap() {
    for (n, width) in [(60, 640.0), (150, 900.0), (300, 1200.0), (300, 320.0)] {
        let graph = news(SHAPES[5], n, 4);
        let start = std::time::Instant::now();
        let (found, scene) = keeps(&graph, width, 1, "many");
        println!(
            "{n} nodes at {width}: height {}, unclear {} of {} in {:?}",
            scene.height,
            found.unclear,
            graph.ties.len(),
            start.elapsed()
        );
    }
}
