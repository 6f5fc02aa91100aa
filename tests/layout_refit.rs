//! The same arrangement at another width: what stays, what is promised nevertheless, and when it ends.

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

use std::sync::Arc;

use actor_map::layout::quality::audit;
use actor_map::layout::{Graph, NodeBox, Options, Scene, layout, refit, relayout_in_pieces};
use actor_map::pieces::at_once;

const WIDTHS: [f64; 6] = [300.0, 420.0, 560.0, 640.0, 760.0, 1100.0];

fn graphs() -> Vec<corpus::Named> {
    let mut all = vec![corpus::Named {
        name: "incident".into(),
        graph: real::incident(),
    }];
    all.extend(corpus::public());
    all.extend(corpus::generated());
    all.retain(|named| named.graph.nodes.len() <= 60);
    all
}

fn at(graph: &Graph, width: f64) -> Scene {
    layout(graph, &Options::new(width, 1))
}

fn relaid(graph: &Graph, scene: &Scene, width: f64) -> Scene {
    let (scene, options) = (Arc::new(scene.clone()), Options::new(width, 1));
    Arc::unwrap_or_clone(at_once(relayout_in_pieces(graph, &scene, &options)))
}

/// Whether everybody has the same box with the same lines, in the same row and place of it.
fn is_same_arrangement(one: &Scene, other: &Scene) -> bool {
    let size = |node: &NodeBox| (node.rect.width, node.rect.height);
    let lines = |node: &NodeBox| -> Vec<String> {
        node.lines.iter().map(|line| line.text.clone()).collect()
    };
    let same_box = |(a, b): (&NodeBox, &NodeBox)| size(a) == size(b) && lines(a) == lines(b);
    one.nodes.len() == other.nodes.len()
        && one.nodes.iter().zip(&other.nodes).all(same_box)
        && order(one) == order(other)
}

/// In each camp, and among those in none, the nodes row by row, each row from left to right.
fn order(scene: &Scene) -> Vec<Vec<Vec<usize>>> {
    let rect = |node: usize| scene.nodes[node].rect;
    let camp_of = |node: usize| {
        let mut camps = scene.camps.iter();
        camps.position(|camp| camp.rect.overlaps(&rect(node), 0.0))
    };
    let camps = (0..scene.camps.len()).map(Some).chain([None]);
    let rows = |camp: Option<usize>| {
        let mut nodes: Vec<usize> = (0..scene.nodes.len())
            .filter(|&node| camp_of(node) == camp)
            .collect();
        nodes.sort_by(|&a, &b| rect(a).centre().y.total_cmp(&rect(b).centre().y));
        let mut rows: Vec<Vec<usize>> = Vec::new();
        for node in nodes {
            let middle = rect(node).centre().y;
            match rows.last_mut() {
                // Boxes of one row stand on whole px, so their middles may be a half apart.
                Some(row) if middle - rect(row[0]).centre().y < 3.0 => row.push(node),
                _ => rows.push(vec![node]),
            }
        }
        for row in &mut rows {
            row.sort_by(|&a, &b| rect(a).x.total_cmp(&rect(b).x));
        }
        rows
    };
    camps.map(rows).collect()
}

#[test]
fn a_little_wider_everybody_stays_and_every_promise_holds() {
    let (mut asked, mut kept) = (0, 0);
    for named in graphs() {
        let graph = &named.graph;
        for width in WIDTHS {
            let scene = at(graph, width);
            for share in [1.02, 1.09] {
                asked += 1;
                let Some(fitted) = refit(graph, &scene, width * share) else {
                    continue;
                };
                kept += 1;
                let what = format!("{} from {width} by {share}", named.name);
                let found = audit(graph, &fitted);
                assert_eq!(found.broken(), 0, "{what}: {found:?}");
                assert!(found.smallest_type >= 11.0, "{what}: {found:?}");
                assert_eq!(fitted.width, (width * share).floor(), "{what}");
                assert_eq!(fitted.waiting, scene.waiting, "{what}");
                assert!(
                    audit(graph, &fitted).unclear <= audit(graph, &scene).unclear,
                    "{what}: ties without a clear way"
                );
                assert!(is_same_arrangement(&scene, &fitted), "{what}");
            }
        }
    }
    println!("{kept} of {asked} arrangements went on");
    assert!(kept * 10 >= asked * 9, "{kept} of {asked}");
}

#[test]
fn the_way_to_a_width_does_not_matter() {
    let graph = real::incident();
    let mut compared = 0;
    for width in WIDTHS {
        let scene = at(&graph, width);
        let target = width * 1.05;
        let Some(straight) = refit(&graph, &scene, target) else {
            continue;
        };
        compared += 1;
        let mut scene = scene;
        for by in [1.01, 1.08, 1.03] {
            scene = refit(&graph, &scene, width * by).unwrap_or(scene);
        }
        let roundabout = refit(&graph, &scene, target).unwrap();
        assert_eq!(straight.digest(), roundabout.digest(), "from {width}");
    }
    assert!(compared >= 5, "{compared}");
}

#[test]
fn at_its_own_width_everybody_stands_where_they_stood() {
    let mut lost = Vec::new();
    for named in graphs() {
        let scene = at(&named.graph, 640.0);
        let Some(same) = refit(&named.graph, &scene, 640.0) else {
            lost.push(named.name);
            continue;
        };
        assert_eq!(scene.height, same.height, "{}", named.name);
        for (one, other) in scene.nodes.iter().zip(&same.nodes) {
            let off = one.rect.centre().distance(other.rect.centre());
            assert!(off < 1.5, "{}: {off} px", named.name);
        }
    }
    // Where more ties end at one box than its border has room for, ports are shared, and found otherwise each time.
    assert!(lost.len() <= 2, "{lost:?}");
}

#[test]
fn a_window_drawn_smaller_shuffles_the_map_only_now_and_then() {
    let graph = real::incident();
    let mut scene = at(&graph, 900.0);
    let mut shuffles = 0;
    for width in (600..900).rev().step_by(3) {
        let next = relaid(&graph, &scene, f64::from(width));
        assert_eq!(next.width, f64::from(width));
        let found = audit(&graph, &next);
        assert_eq!((found.broken(), found.unclear), (0, 0), "at {width}");
        shuffles += usize::from(!is_same_arrangement(&scene, &next));
        scene = next;
    }
    println!("{shuffles} shuffles in 100 widths");
    let again = relaid(&graph, &scene, scene.width + 0.4);
    assert_eq!(again.digest(), scene.digest(), "no px wider, no other map");
    // 900 to 600 is four steps of a tenth, and one more where ties would have crossed more.
    assert!(shuffles <= 8, "{shuffles}");
}

#[test]
fn what_cannot_go_on_is_laid_out() {
    let graph = real::incident();
    let scene = at(&graph, 640.0);
    assert!(refit(&graph, &scene, 320.0).is_none(), "half as wide");
    assert!(refit(&graph, &scene, 1200.0).is_none(), "twice as wide");
    assert!(refit(&graph, &Scene::default(), 640.0).is_none(), "no map");
    assert!(refit(&graph, &scene, f64::NAN).is_none(), "no width");
    let mut fewer = graph.clone();
    fewer.nodes.truncate(5);
    assert!(refit(&fewer, &scene, 650.0).is_none(), "another graph");
    for width in [280.0, 320.0, 1200.0, f64::NAN, f64::INFINITY, -1.0] {
        let next = relaid(&graph, &scene, width);
        assert_eq!(next.nodes.len(), graph.nodes.len());
        assert_eq!(audit(&graph, &next).broken(), 0, "at {width}");
    }
    let none = Graph::default();
    let empty = at(&none, 640.0);
    assert!(relaid(&none, &empty, 700.0).nodes.is_empty());
}
