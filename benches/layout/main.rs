//! Exploration.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "../corpus/mod.rs"]
mod corpus;

use actor_map::incident::{parse_json, read};
use actor_map::layout::quality::{Drawing, audit, measure};
use actor_map::layout::{Graph, Options, layout};
use actor_map::view::Story;

fn main() {
    let filter = std::env::args()
        .nth(1)
        .filter(|a| !a.starts_with('-'))
        .unwrap_or_default();
    let widths: Vec<f64> = std::env::args()
        .nth(2)
        .filter(|a| !a.starts_with('-'))
        .map_or(vec![280.0, 320.0, 480.0, 640.0, 900.0, 1200.0], |w| {
            w.split(',').map(|w| w.parse().unwrap()).collect()
        });
    let text = include_str!("../../incidents/czech-mfa-apt31.json");
    let incident: Graph = Story::new(read(&parse_json(text).unwrap()).unwrap()).graph;
    let mut all = vec![corpus::Named {
        name: "incident".into(),
        graph: incident,
    }];
    all.extend(corpus::public());
    all.extend(corpus::generated());
    println!(
        "graph n m width height ms broken unclear joined cross(audit) words/labelled | stress crossings through fill"
    );
    let mut total = 0.0;
    for named in all.iter().filter(|g| g.name.contains(&filter)) {
        for &width in &widths {
            let start = std::time::Instant::now();
            let scene = layout(&named.graph, &Options { width, seed: 1 });
            let ms = start.elapsed().as_secs_f64() * 1e3;
            total += ms;
            let a = audit(&named.graph, &scene);
            let m = measure(&Drawing::of(&named.graph, &scene));
            let labelled = named
                .graph
                .ties
                .iter()
                .filter(|t| !t.label.is_empty())
                .count();
            println!(
                "{:16} {:3} {:3} {width:5} {:6.0} {ms:7.1} {:3} {:3} {:3} {:4} {:3}/{labelled:3} | {:.3} {:4} {:3} {:.2} {:.0}",
                named.name,
                named.graph.nodes.len(),
                named.graph.ties.len(),
                scene.height,
                a.broken(),
                a.unclear,
                a.joined,
                a.crossings,
                a.tie_labels,
                m.stress,
                m.crossings,
                m.through_labels,
                m.fill,
                a.length
            );
        }
    }
    println!("total {total:.0} ms");
}
